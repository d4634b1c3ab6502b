"""Copying says which way it went, and never claims what it cannot know."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui import clipboard
from plan_tui.tui.app import PlanApp
from tests.tui.helpers import shown


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A terminal that knows OSC 52 and a machine without clipboard programs."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    monkeypatch.setattr(clipboard, "native_tool", lambda: ())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    clipboard._file.cache_clear()
    return []


def test_one_file_holds_what_was_copied_last(asked: list[str], tmp_path: Path) -> None:
    assert clipboard.copy("梟", asked.append, Language.JA) == clipboard.copy(
        "森", asked.append, Language.JA
    )
    [file] = tmp_path.iterdir()
    assert file.read_text(encoding="utf-8") == "森"
    file.unlink()
    clipboard.copy("鳥", asked.append, Language.JA)
    [file] = tmp_path.iterdir()
    assert file.read_text(encoding="utf-8") == "鳥"
    assert file.stat().st_mode & 0o077 == 0


def test_the_terminal_is_asked_and_a_file_kept(asked: list[str], tmp_path: Path) -> None:
    said = clipboard.copy("梟", asked.append, Language.JA)
    assert asked == ["梟"]
    [file] = tmp_path.iterdir()
    assert file.read_text(encoding="utf-8") == "梟"
    assert file.stat().st_mode & 0o077 == 0
    assert "依頼" in said
    assert str(file) in said


def test_a_program_is_told_by_name(
    asked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "taken"
    code = f"import sys; open({str(target)!r}, 'wb').write(sys.stdin.buffer.read())"
    monkeypatch.setattr(clipboard, "native_tool", lambda: (sys.executable, "-c", code))
    said = clipboard.copy("梟", asked.append, Language.EN)
    assert target.read_bytes() == "梟".encode()
    assert sys.executable in said


def test_a_failing_program_is_not_believed(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = (sys.executable, "-c", "raise SystemExit(1)")
    monkeypatch.setattr(clipboard, "native_tool", lambda: failing)
    assert "Asked the terminal" in clipboard.copy("x", asked.append, Language.EN)


def test_without_osc_52_only_the_file_is_told(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    assert "Written to a file" in clipboard.copy("x", asked.append, Language.EN)
    assert asked == []


def test_nothing_works(asked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    clipboard._file.cache_clear()
    assert "Cannot copy" in clipboard.copy("x", asked.append, Language.EN)


def test_programs_need_their_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(sys, "platform", "linux")
    assert clipboard.native_tool({}) == ()
    assert clipboard.native_tool({"WAYLAND_DISPLAY": "w"}) == ("wl-copy",)
    assert clipboard.native_tool({"DISPLAY": ":0"})[0] == "xclip"


@pytest.mark.parametrize(
    ("letter", "wanted"),
    [
        ("t", "貸出券を携帯端末に載せ"),
        (
            "c",
            "出典：「森の図書館計画（2021年）」（架空庁）（https://example.invalid/）、2021年版、",
        ),
        ("m", "# "),
        ("k", "2021:1.1.1"),
        (":", "plan-tui show 2021:1.1.1"),
    ],
)
async def test_the_copy_menu(
    app: PlanApp, monkeypatch: pytest.MonkeyPatch, letter: str, wanted: str
) -> None:
    taken: list[str] = []

    def take(text: str, ask: object, language: Language, *, instead: str | None) -> str:
        assert instead is None
        taken.append(text)
        return "taken"

    monkeypatch.setattr(clipboard, "copy", take)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("y")
        await pilot.pause()
        await pilot.press(letter)
        await pilot.pause()
        assert "taken" in shown(app)
    assert wanted in taken[0]
