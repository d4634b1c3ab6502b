"""Says what a line of an added document is, in the file beside its original."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_letters, digits

from plan_tui.errors import DataError
from plan_tui.labels.doubt_names import EDIT_KINDS
from plan_tui.model.edits import EditKind
from plan_tui.store.added_originals import mend, original_of
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.menu import Choice, Menu
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.section_source import SourceLine

PACKAGED = Phrase(
    "同梱の文書は訂正できません。訂正できるのは`plan-tui add`で追加した文書だけです。",
    "Packaged documents cannot be corrected, only those added with `plan-tui add`.",
)
IN_BROWSER = Phrase("ブラウザーではファイルに書きません。", "In the browser no file is written.")
MEND = Phrase("{place}を訂正", "Correct {place}")
WHICH = Phrase("訂正する行", "Line to correct")
LINE = Phrase("{line}行目", "line {line}")
WRITTEN = Phrase(
    "{path}に書きました。`plan-tui add --rebuild`で読み直せます。",
    "Written to {path}. `plan-tui add --rebuild` reads the document again.",
)
_LETTERS = {
    EditKind.HEADING: "h",
    EditKind.NOT_HEADING: "H",
    EditKind.NOTE: "n",
    EditKind.NOT_NOTE: "N",
    EditKind.FURNITURE: "f",
    EditKind.NOT_FURNITURE: "F",
    EditKind.JOIN: "j",
    EditKind.SPLIT: "s",
}
"""The letter of each correction in the menu."""


def no_mending(screen: PlanScreen, document_id: str) -> Phrase | None:
    """Return why no line of a document can be mended here; None if it can."""
    if original_of(screen.session.plan, document_id) is None:
        return PACKAGED
    return None if screen.app.may_write else IN_BROWSER


def mend_line(screen: PlanScreen, document_id: str, line: int, place: Phrase) -> None:
    """Choose what a line is, and write it.

    Args:
        screen: where this is asked.
        document_id: a document that was added.
        line: number of the line in its text, from 1.
        place: the line in words.

    """

    def write(word: str | None) -> None:
        if word is None:
            return
        try:
            path = mend(screen.session.plan, document_id, line, EditKind(word))
        except DataError as error:
            safe.notice(screen.app, error.say(screen.language), "error")
        else:
            words = WRITTEN.say(screen.language, path=path)
            safe.notice(screen.app, words)

    choices = [
        Choice(_LETTERS[kind], (Piece(name.say(screen.language)),), str(kind))
        for kind, name in EDIT_KINDS.items()
    ]
    title = MEND.say(screen.language, place=place.say(screen.language))
    screen.app.push_screen(Menu(screen.language, title, choices), write)


def mend_one_of(screen: PlanScreen, document_id: str, lines: Sequence[SourceLine]) -> None:
    """Choose a line, as many as there are letters and digits, and what it is; write it."""

    def ask(word: str | None) -> None:
        if word is not None:
            place = LINE.of(line=word)
            mend_line(screen, document_id, int(word), place)

    choices = [
        Choice(key, (Piece(f"{line.number} ", "muted"), Piece(line.text)), str(line.number))
        for key, line in zip(ascii_letters + digits, lines, strict=False)
    ]
    screen.app.push_screen(Menu(screen.language, WHICH.say(screen.language), choices), ask)
