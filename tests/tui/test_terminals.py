"""Terminals of many kinds, sizes and encodings: the program opens, stands still, and ends."""

from __future__ import annotations

import sys

import pytest

from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.too_small import TooSmall

if sys.platform == "win32":
    pytest.skip("no terminals of this kind", allow_module_level=True)

from tests.tui.own_terminal import RESTORED, Open

TINY = [(1, 1), (2, 2), (3, 1), (1, 2), (2, 3), (1, 50), (200, 1), (59, 20), (60, 19)]
NO_LOCALE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
KINDS = [
    *({"TERM": name} for name in ("vt100", "linux", "screen", "xterm", "ansi", "nosuch", "")),
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"PYTHONIOENCODING": "latin-1"},
    {"LC_ALL": "POSIX", "TERM": "vt100"},
    NO_LOCALE,
    {"LC_ALL": "ja_JP.nosuch", "PYTHONUTF8": "0"},
]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_it_opens_and_ends_in_every_terminal(opened: Open, kind: dict[str, str]) -> None:
    terminal = opened(kind)
    before = terminal.settings()
    terminal.read("概観".encode())
    terminal.send("Q")
    assert terminal.exit_code() == 0
    assert terminal.settings() == before
    assert [code for code in RESTORED if code not in terminal.written] == []
    assert b"Traceback" not in terminal.written


@pytest.mark.parametrize("size", [(1, 1), (0, 0), (1, 50), (200, 1)], ids=str)
def test_it_ends_in_a_terminal_of_any_size(opened: Open, size: tuple[int, int]) -> None:
    terminal = opened(size=size)
    terminal.read(b"\x1b[?1049h")
    terminal.send("Q")
    assert terminal.exit_code() == 0
    assert b"Traceback" not in terminal.written


@pytest.mark.parametrize("size", TINY, ids=str)
async def test_a_terminal_too_small_stands_still(
    app: PlanApp, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TooSmall)
        drawn: list[object] = []
        layout = TooSmall._refresh_layout

        def count(screen: TooSmall, *arguments: object, **named: object) -> None:
            drawn.append(screen)
            layout(screen, *arguments, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(TooSmall, "_refresh_layout", count)
        for _ in range(20):  # each lets a frame pass
            await pilot.pause(0.02)
        assert drawn == []
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert not isinstance(app.screen, TooSmall)


@pytest.mark.parametrize(
    "kind", [{"PYTHONIOENCODING": "ascii"}, NO_LOCALE, {"LC_ALL": "C"}], ids=str
)
@pytest.mark.parametrize("words", [["tree"], ["search", "夜間"], ["--help"]], ids=str)
def test_commands_send_japanese_whatever_the_locale(
    opened: Open, kind: dict[str, str], words: list[str]
) -> None:
    terminal = opened(kind | {"PAGER": "cat"}, words=[*words, "--lang", "ja"])
    assert terminal.exit_code() == 0
    written = terminal.written.decode()
    assert any("\u3041" < character < "\u9fff" for character in written)
    assert "??" not in written
    assert "\\u" not in written


@pytest.mark.parametrize("kind", [{"PYTHONIOENCODING": "ascii"}, NO_LOCALE], ids=str)
def test_errors_are_in_japanese_too(opened: Open, kind: dict[str, str]) -> None:
    terminal = opened(kind, words=["見つからない語", "--lang", "ja"])
    assert terminal.exit_code() == 2
    written = terminal.written.decode()
    assert written.count("\n") == 1
    assert "見つからない語" in written
