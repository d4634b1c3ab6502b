"""Long output on a terminal goes through ``$PAGER``; everywhere else it is printed as it is."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from plan_tui.cli import pager
from tests.command_line import PROGRAM, run

NOTE = "#!{python}\nimport os, sys\ntext = sys.stdin.buffer.read()\n{more}\n"
SEEN = 'open({file!r}, "wb").write(os.environ["LESS"].encode() + b"|" + text)'


def at_a_terminal(*words: str, **environment: str) -> tuple[str, str]:
    """Return what the program writes to a terminal of 24 lines, and to standard error."""
    controller, terminal = pty.openpty()
    settings = {**os.environ, "TERM": "xterm", "LC_ALL": "en_GB.UTF-8", **environment}
    for name in ("NO_COLOR", "LINES", "COLUMNS", "PAGER", "LESS"):
        if name not in environment:
            settings.pop(name, None)
    with subprocess.Popen(
        [*PROGRAM, *words], stdin=terminal, stdout=terminal, stderr=subprocess.PIPE, env=settings
    ) as process:
        os.close(terminal)
        written = b""
        try:
            while piece := os.read(controller, 65536):
                written += piece
        except OSError:  # Linux says so when the other end is closed.
            pass
        assert process.stderr is not None
        complaint = process.stderr.read().decode()
    os.close(controller)
    assert process.returncode == 0
    return written.decode().replace("\r\n", "\n"), complaint


@pytest.fixture
def made_up_pager(tmp_path: Path) -> Path:
    """A pager that shows nothing and keeps what it was given."""
    return written_pager(tmp_path, SEEN.format(file=str(tmp_path / "seen")))


def written_pager(folder: Path, more: str) -> Path:
    program = folder / "my pager"
    program.write_text(NOTE.format(python=sys.executable, more=more))
    program.chmod(0o755)
    return program


@pytest.mark.parametrize("words", [["tree", "--json"], ["measures", "--help"], ["check"]])
def test_long_output_goes_through_the_pager(
    words: list[str], made_up_pager: Path, tmp_path: Path, made_up_database: Path
) -> None:
    words = [*words, "--lang", "en", "--db", str(made_up_database)]
    shown = at_a_terminal(*words, PAGER=f"'{made_up_pager}' -x")
    options, _, text = (tmp_path / "seen").read_text(encoding="utf-8").partition("|")
    assert shown == ("", "")
    assert options == "FRX"
    assert text == at_a_terminal(*words, PAGER="cat")[0] != ""


def test_colours_go_through_it_and_options_of_the_reader_stay(
    made_up_pager: Path, tmp_path: Path, made_up_database: Path
) -> None:
    words = ("show", "2021:1", "--below", "--db", str(made_up_database))
    at_a_terminal(*words, PAGER=f"'{made_up_pager}'", LESS="-i")
    options, _, text = (tmp_path / "seen").read_text(encoding="utf-8").partition("|")
    assert options == "-i"
    assert "\x1b[1m" in text
    at_a_terminal(*words, PAGER=f"'{made_up_pager}'", NO_COLOR="1")
    assert "\x1b" not in (tmp_path / "seen").read_text(encoding="utf-8")


@pytest.mark.parametrize("wanted", ["", " ", "cat"])
def test_no_pager_is_asked_for(wanted: str, made_up_database: Path) -> None:
    shown, complaint = at_a_terminal("tree", "--db", str(made_up_database), PAGER=wanted)
    assert "2021:1.1.1" in shown
    assert complaint == ""


def test_what_fits_is_printed(made_up_pager: Path, tmp_path: Path, made_up_database: Path) -> None:
    words = ("tree", "--limit", "3", "--db", str(made_up_database))
    assert "2021:1.1" in at_a_terminal(*words, PAGER=f"'{made_up_pager}'")[0]
    assert not (tmp_path / "seen").exists()


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ("no-such-pager", "No such file"),
        ("/", "ermission"),
        ("'never closed", "No closing quotation"),
        ("false", "exit code 1"),
        ("sh -c 'exit 7'", "exit code 7"),
    ],
)
def test_a_broken_pager_is_one_line_and_the_text_is_printed(
    wanted: str, reason: str, made_up_database: Path
) -> None:
    shown, complaint = at_a_terminal("tree", "--json", "--db", str(made_up_database), PAGER=wanted)
    assert shown.startswith("[")
    assert shown.rstrip().endswith("]")
    assert complaint.count("\n") == 1
    assert complaint.startswith("plan-tui: printed without the pager: ")
    assert reason in complaint


def test_a_pager_that_is_left_early_is_no_fault(tmp_path: Path, made_up_database: Path) -> None:
    words = ("tree", "--json", "--db", str(made_up_database))
    assert at_a_terminal(*words, PAGER="true") == ("", "")
    shown, complaint = at_a_terminal(*words, PAGER="head -n 1")
    assert (shown.count("\n"), complaint) == (1, "")


def test_pipes_and_files_have_no_pager(made_up_pager: Path, made_up_database: Path) -> None:
    piped = run("tree", "--json", db=made_up_database, PAGER="false", TERM="xterm")
    assert piped.stdout.startswith("[")
    assert piped.stderr == ""


@pytest.mark.parametrize(
    ("text", "is_long"),
    [
        ("", False),
        ("a\n" * 22, False),
        ("a\n" * 23, False),
        ("a\n" * 24, True),
        ("a" * 80 * 24, False),
        ("a" * 80 * 25, True),
        ("界" * 40 * 25, True),
        ("界" * 40 * 24, False),
    ],
)
def test_what_is_long_is_measured_in_lines_of_the_terminal(
    text: str, is_long: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((80, 24)))
    assert bool(pager.pager_for(text, {"PAGER": "more", "TERM": "xterm"})) is is_long


@pytest.mark.parametrize(
    ("environment", "has_less", "chosen"),
    [
        ({"TERM": "xterm"}, True, "less"),
        ({"TERM": "xterm"}, False, ""),
        ({"TERM": "xterm", "PAGER": "most"}, True, "most"),
        ({"TERM": "dumb", "PAGER": "most"}, True, ""),
        ({"PAGER": "most"}, True, ""),
    ],
)
def test_which_pager(
    environment: dict[str, str], has_less: bool, chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if has_less else None)
    assert pager.pager_for("a\n" * 500, environment) == chosen
