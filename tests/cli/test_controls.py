"""What a terminal would obey is shown, wherever it stands and however it is printed."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from plan_tui.cli import output
from plan_tui.cli.commands import VIEWS
from plan_tui.cli.line_parser import LineParser
from plan_tui.cli.main import main
from plan_tui.export.formats import WRITERS
from plan_tui.export.json_lists import dump
from plan_tui.text.controls import visible, visible_in_a_line, visible_in_json
from plan_tui.text.language import Language
from tests.cli.test_cli_output import on_a_terminal
from tests.command_line import EXAMPLES, assert_one_line_error, run_process
from tests.worlds.altered import hostile

TABLES = ("tsv", "csv", "xlsx")
OBEYED = {
    *map(chr, (*range(0x20), *range(0x7F, 0xA0))),
    *map(chr, (*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF)),
    *map(chr, (0x061C, 0x180E, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))),
}
HOSTILE = "\x1b[31m赤\x1b[0m\x1b]0;題\x07\x08\x7f\x9b31m\r\u202e逆\u2066離\u200b\ufeff\u2028\x85"
"""Appended to what the database says."""
COMMANDS = [[view, *EXAMPLES.get(view, [])] for view in VIEWS]
COMMANDS += [["show", "2021:1.1", "--below"], ["topics", "in", "2021"]]


@pytest.fixture(scope="session")
def hostile_database(linked_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("controls") / "plan\x1b[31m.db"
    return hostile(linked_database, path, HOSTILE, after=True)


def obeyed(text: str, form: str) -> set[str]:
    """Return what a terminal would obey in text of a format."""
    return set(text) & OBEYED - {"\n"} - ({"\t"} if form == "tsv" else set())


def text_of(content: bytes, form: str) -> str:
    """Return the text that what a format writes holds, without the format's own line breaks."""
    if form == "xlsx":
        sheets = load_workbook(io.BytesIO(content)).worksheets
        rows = [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
        return "\n".join(str(cell) for row in rows for cell in row if cell is not None)
    if form == "csv":
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    return content.decode()


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_the_data_holds_is_shown(
    words: list[str],
    form: str,
    hostile_database: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    tmp_path: Path,
) -> None:
    words = [*words, "--format", form, "--db", str(hostile_database)]
    assert main(words) == 0
    content = capsysbinary.readouterr().out
    printed = text_of(content, form)
    assert obeyed(printed, form) == set()
    if words[0] != "words" or form not in TABLES:  # counts alone
        assert ("\\u001b" if form == "json" else "\\x1b") in printed
        assert "\\u202e" in printed

    file = tmp_path / "out"
    assert main(["export", *words, "-o", str(file)]) == 0
    assert file.read_bytes() == content


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("command", ["check", "doctor"])
def test_what_tends_the_database_shows_it(
    command: str,
    form: str,
    hostile_database: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    main([command, "--format", form, "--db", str(hostile_database)])
    printed = capsysbinary.readouterr()
    out, err = text_of(printed.out, form), printed.err.decode()
    assert obeyed(out, form) == set()
    assert ("\\u001b" if form == "json" else "\\x1b") in out + err
    assert obeyed(err, "text") == set()
    assert err.count("\n") == (command == "check")  # it does not hold any more


def test_on_a_terminal_only_colours_of_ours_are_obeyed(hostile_database: Path) -> None:
    shown = on_a_terminal("show", "2021:1.1", "--db", str(hostile_database), NO_COLOR="")
    shown = shown.replace("\r\n", "\n")
    assert "\x1b[1m" in shown
    assert "\x1b[31m" not in shown  # no text of a section is red
    assert "\\x1b[31m" in shown
    assert obeyed(re.sub(r"\x1b\[[0-9;]*m", "", shown), "text") == set()


def test_help_shows_it(capsys: pytest.CaptureFixture[str]) -> None:
    LineParser(Language.EN, "plan-tui", f"What it does{HOSTILE}").print_help()
    printed = capsys.readouterr().out
    assert "What it does\\x1b[31m" in printed
    assert obeyed(printed, "text") == set()


def test_text_cannot_forge_a_colour() -> None:
    painted = output.colour("head", "\x1b[31m" + output.colour("nothing", "x"))
    assert output._written(painted, "text") == "\x1b[1m\\x1b[31mx\x1b[0m"


@pytest.mark.parametrize(
    "words",
    [
        ["show", f"none{HOSTILE}"],
        ["search", f"存在しない語{HOSTILE}"],
        ["tree", "--document", HOSTILE],
        [HOSTILE],
        ["measures", f"chapter:{HOSTILE}"],
        ["measures", "--sort", HOSTILE],
        ["tree", f"--{HOSTILE}"],
        ["tree", "--db", HOSTILE],
        ["export", "tree", "-o", f"/none/{HOSTILE}"],
    ],
)
def test_an_error_shows_what_it_repeats(
    words: list[str], made_up_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = [] if "--db" in words else ["--db", str(made_up_database)]
    assert main([*words, *database]) != 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert obeyed(printed.err, "text") == set()
    assert printed.err.count("\n") == 1
    assert "\\x1b[31m" in printed.err


def test_an_error_of_a_process_shows_what_it_repeats(made_up_database: Path) -> None:
    result = run_process("show", "\x1b]0;x\x07\u202e", db=made_up_database)
    assert_one_line_error(result, 2, "\\x1b]0;x\\x07\\u202e")


def strings(value: object) -> set[str]:
    """Return all strings of a JSON value."""
    if isinstance(value, dict):
        return strings([*value.values()])
    if isinstance(value, list):
        return set().union(*map(strings, value))
    return {value} if isinstance(value, str) else set()


def test_json_says_the_same(hostile_database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everything = "".join(sorted(OBEYED)) + '\ud800 \\ " 森\u3000\U00020bb7\U000e0100'
    assert json.loads(dump([{everything: [everything]}])) == [{everything: [everything]}]
    assert main(["show", "2021:1.1", "--json", "--db", str(hostile_database)]) == 0
    said = strings(json.loads(capsys.readouterr().out))
    assert f"これまでの歩み{HOSTILE}" in said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb", "a b"),
        ("a\x1cb", r"a\x1cb"),
        ("a\x1eb", r"a\x1eb"),
        ("a\x0bb", r"a\x0bb"),
        ("a\x0cb", r"a\x0cb"),
        ("a\x85b", r"a\x85b"),
        ("a\u2028b", r"a\u2028b"),
        ("a\u2029b", r"a\u2029b"),
        ("a\r\nb", r"a\x0d b"),
    ],
)
def test_on_one_line_only_line_feeds_are_blanks(text: str, line: str) -> None:
    assert visible_in_a_line(text) == line


def test_every_character_that_is_obeyed_is_shown() -> None:
    for character in OBEYED - {"\n", "\t"}:
        code = f"{ord(character):x}"
        assert re.fullmatch(rf"\\x0?{code}|\\u0*{code}|\\U000{code}", visible(character))
        assert json.loads(f'"{visible_in_json(character)}"') == character
        assert re.fullmatch(r"(\\u[0-9a-f]{4})+", visible_in_json(character))
    assert visible("a\tb\n") == "a b\n"
    assert visible("a\tb\n", tab="\t") == "a\tb\n"


@pytest.mark.parametrize(
    "text", ["森\u3000の\u00a0図書館", "辻\U000e0100", "か\u3099", "\ue000", "👩"]
)
def test_what_is_harmless_stays(text: str) -> None:
    assert visible(text) == visible_in_json(text) == text
