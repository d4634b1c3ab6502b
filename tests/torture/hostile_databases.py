"""Databases whose every text holds what a terminal obeys, in all commands, formats and screens."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from plan_tui.text.language import Language
from tests.torture.cases import Case, Ground
from tests.torture.program import (
    how_it_ended,
    lines_in_all_formats,
    nothing_obeyed,
    run_line,
)
from tests.torture.received import obeyed_in_drawing
from tests.torture.walks import ROUND, ROUND_OF_FEW, Visit, visit
from tests.worlds.altered import hostile

SIGNS: dict[str, str] = {
    "copying by OSC 52": "\x1b]52;c;44GC\x07",
    "a title": "\x1b]0;題\x07",
    "a title, ended by ST": "\x1b]2;題\x1b\\",
    "a link": "\x1b]8;;https://example.invalid/\x1b\\here\x1b]8;;\x1b\\",
    "a palette": "\x1b]4;1;rgb:00/00/00\x07",
    "asking for the background": "\x1b]11;?\x07",
    "a notice": "\x1b]9;x\x07\x1b]777;notify;x;y\x07",
    "an image": "\x1b]1337;File=inline=1:AAAA\x07",
    "clearing the screen": "\x1b[2J\x1b[3J\x1b[H",
    "another screen": "\x1b[?1049h",
    "asking where the cursor is": "\x1b[6n\x1b[c",
    "printing": "\x1b[5i",
    "hidden colours": "\x1b[8;31m赤",
    "moving up": "\x1b[99A\x1b[99D",
    "mouse and paste": "\x1b[?1003h\x1b[?2004h",
    "a scrolling region": "\x1b[1;2r",
    "a device string": "\x1bPq#0;2;0;0;0\x1b\\",
    "keys of the terminal": "\x1bP+q544e\x1b\\",
    "an application's string": "\x1b_Gf=24;AAAA\x1b\\",
    "private strings": "\x1b^x\x1b\\\x1bXx\x1b\\",
    "a reset": "\x1bc",
    "the test picture": "\x1b#8",
    "other characters": "\x0e\x1b(0lqk\x0f",
    "CSI of one byte": "\x9b2J\x9b31m",
    "OSC of one byte": "\x9d0;題\x9c",
    "other strings of one byte": "\x90q\x9c\x98x\x9c\x9ex\x9c\x9fx\x9c",
    "bells, backspaces, returns": "\x07あ\x08\x08\r戻\x0b\x0c\x85",
    "all controls": "".join(map(chr, (*range(1, 9), *range(14, 32), 127, *range(128, 160)))),
    "writing turned round": "\u202e逆\u202c\u202d順\u202b\u202a",
    "isolates and marks of direction": "\u2066離\u2067\u2068\u2069\u200e\u200f\u061c",
    "without width": "零\u200b幅\u200c\u200d\u2060\ufeff\u180e",
    "separators of lines": "行\u2028段\u2029末",
    "notes between lines": "\ufff9注\ufffa釈\ufffb",
    "tags that nobody sees": "札\U000e0001\U000e0068\U000e0069\U000e007f",
}
"""What a text holds → the text."""


def sign_of(ground: Ground, name: str) -> Path:
    """Return the database all of whose texts end with a sign, made when it is first asked for."""
    path = ground.folder / f"hostile-{list(SIGNS).index(name)}.db"
    if not path.exists():
        begun = path.with_suffix(f".{os.getpid()}")
        hostile(ground.database("linked"), begun, SIGNS[name], after=True)
        begun.rename(path)
    return path


def cases(ground: Ground) -> Sequence[Case]:
    """Return every sign in every command, format and error, and on the screens."""
    ground.database("linked")
    return [
        case
        for name in SIGNS
        for case in (
            *(
                Case(f"{name}, screens in {size}", partial(_screens, ground, name, size))
                for size in ((110, 32), (64, 21))
            ),
            *(
                Case(f"{name}, {' '.join(line)}", partial(_command, ground, name, line))
                for line in lines_in_all_formats()
            ),
            *(
                Case(f"{name}, repeated by {place}", partial(_error, ground, name, place))
                for place in ERRORS
            ),
        )
    ]


ERRORS: dict[str, tuple[str, ...]] = {
    "show": ("show", "none{}"),
    "a key": ("1{}",),
    "a command": ("trees{}",),
    "search": ("search", "存在しない語{}"),
    "search in JSON": ("search", "存在しない語{}", "--json"),
    "words": ("words", "存在しない語{}"),
    "words in JSON": ("words", "図書館{}", "--json"),
    "a document": ("tree", "--document", "{}"),
    "a filter": ("measures", "chapter:{}"),
    "an order": ("measures", "--sort", "{}"),
    "an option": ("tree", "--{}"),
    "a database": ("tree", "--db", "{}"),
    "a file": ("export", "tree", "-o", "/none/{}"),
    "a format": ("tree", "--format", "{}"),
    "a language": ("tree", "--lang", "{}"),
    "a limit": ("tree", "--limit", "{}"),
    "a day": ("targets", "--as-of", "{}"),
    "editions": ("changes", "2021{}", "2025"),
    "a named search": ("export", "--view", "{}"),
    "a note": ("note", "none{}", "x"),
    "a file to add": ("add", "/none/{}.txt"),
    "a document to remove": ("add", "--remove", "{}"),
}
"""What repeats an argument → the command line, with the place of the sign."""


def _command(ground: Ground, name: str, line: list[str]) -> str:
    done = run_line(line, sign_of(ground, name))
    nothing_obeyed(done, line[line.index("--format") + 1] if "--format" in line else "tsv")
    return how_it_ended(done)


def _error(ground: Ground, name: str, place: str) -> str:
    line = [word.replace("{}", SIGNS[name]) for word in ERRORS[place]]
    done = run_line(line, ground.database("linked"))
    nothing_obeyed(done, "json" if "--json" in line else "text")
    return how_it_ended(done)


def _screens(ground: Ground, name: str, size: tuple[int, int]) -> str:
    keys = ROUND if ground.in_full else ROUND_OF_FEW
    sign = SIGNS[name]

    async def steps(there: Visit) -> None:
        await there.press(*keys)
        await there.app.open_section("2021:1.1.1", sign)
        await there.press("d", "escape", "slash", *sign.replace("\x1b", "")[:5], "escape")

    code, sent = visit(sign_of(ground, name), steps, size, Language.JA)
    assert code is None, code
    assert not (characters := obeyed_in_drawing(sent)), f"sent: {characters}"
    assert sign not in sent, "the sign itself was sent"
    return "screens drawn"
