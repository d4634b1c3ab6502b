"""``doctor`` tries the clipboard, puts back what was there, and says what it could not find out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plan_tui.cli import clipboard_check
from plan_tui.cli.diagnosis import Diagnosis
from plan_tui.text.language import Language

XCLIP = """#!{python}
import sys
from pathlib import Path
text, kinds = Path({folder!r}, "text"), Path({folder!r}, "kinds")
words = sys.argv[1:]
if "TARGETS" in words:
    sys.exit(1) if not kinds.exists() else print(kinds.read_text())
elif "-o" in words:
    sys.exit(1) if not text.exists() else sys.stdout.write(text.read_text())
elif {takes}:
    text.write_text(sys.stdin.read())
"""
XSEL = """#!{python}
import sys
from pathlib import Path
text = Path({folder!r}, "text")
if "--output" in sys.argv:
    sys.stdout.write(text.read_text() if text.exists() else "")
else:
    text.write_text(sys.stdin.read())
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for made-up programs, which are all that is found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def made_up_program(name: str, text: str, folder: Path, *, takes: bool = True) -> None:
    path = folder / name
    path.write_text(text.format(python=sys.executable, folder=str(folder), takes=takes))
    path.chmod(0o755)


def checked() -> Diagnosis:
    return clipboard_check.clipboard_check(Language.EN)


@pytest.mark.parametrize("before", ["what was there", "二行の\n文字", " blanks stay \n"])
@pytest.mark.parametrize(("name", "text"), [("xclip", XCLIP), ("xsel", XSEL)])
def test_text_is_put_back(name: str, text: str, before: str, folder: Path) -> None:
    made_up_program(name, text, folder)
    (folder / "text").write_text(before)
    (folder / "kinds").write_text("TARGETS\nUTF8_STRING\n")
    found = checked()
    assert found.ok is True
    assert found.detail.startswith(f"{name}: tried")
    assert (folder / "text").read_text() == before


def test_an_empty_clipboard_is_tried_and_emptied(folder: Path) -> None:
    made_up_program("xclip", XCLIP, folder)
    assert checked().ok is True
    assert (folder / "text").read_text() == ""


@pytest.mark.parametrize("kinds", ["TARGETS\nimage/png", "application/pdf", "text/uri-list"])
def test_what_is_no_text_is_left_alone(kinds: str, folder: Path) -> None:
    made_up_program("xclip", XCLIP, folder)
    (folder / "kinds").write_text(kinds)
    found = checked()
    assert found.ok is None
    assert "not tried" in found.detail
    assert not (folder / "text").exists()


def test_nothing_is_written_where_it_cannot_be_told_whether_there_is_something(
    folder: Path,
) -> None:
    made_up_program("xsel", XSEL, folder)
    assert checked().ok is None
    assert not (folder / "text").exists()


def test_a_program_that_loses_what_it_is_given_is_told(folder: Path) -> None:
    made_up_program("xclip", XCLIP, folder, takes=False)
    found = checked()
    assert found.ok is None
    assert "xclip: a word that was copied cannot be read back" in found.detail
    assert "OSC 52" in found.detail


@pytest.mark.parametrize(
    ("answer", "works"),
    [
        (b"\x1b[?62;22;52c", True),
        (b"\x1b[?52c", True),
        (b"\x1b[?64;52;1c", True),
        (b"\x1bP1+r4d73=1b5d35323b\x1b\\\x1b[?62;4c", True),
        (b"\x1bP1+r4D73\x1b\\\x1b[?1;2c", True),
        (b"\x1bP0+r4d73\x1b\\\x1b[?62;4c", None),
        (b"\x1b[?62;152;4c", None),
        (b"\x1b[?1;2c", None),
        (b"", None),
    ],
)
def test_a_terminal_is_asked_where_no_program_copies(
    answer: bytes, works: bool | None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard_check, "answer_to", lambda question, end: answer)
    found = checked()
    assert found.ok is works
    assert "OSC 52" in found.detail


@pytest.mark.parametrize("term", ["", "linux", "dumb"])
def test_a_terminal_without_a_clipboard_writes_a_file(
    term: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    found = checked()
    assert found.ok is False
    assert "a file is written" in found.detail
