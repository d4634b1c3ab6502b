"""Selecting with the mouse: what is taken is what was printed, in one column, and nothing moves."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui import clipboard
from plan_tui.tui.app import PlanApp
from tests.tui.helpers import comparing, key_of, rows, settled, shown, strips

Place = tuple[int, int]
"""Column and row of the screen."""


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []

    def copy(text: str, ask: object, language: Language, *, instead: str | None) -> str:
        assert instead is None
        texts.append(text)
        return "taken by OSC 52"

    monkeypatch.setattr(clipboard, "copy", copy)
    return texts


def place(app: PlanApp, words: str, nth: int = 0) -> Place:
    """Return where the ``nth`` occurrence of words on the screen starts."""
    found = [
        (width(row[:at]), y)
        for y, row in enumerate(rows(app))
        for at in range(len(row))
        if row.startswith(words, at)
    ]
    return found[nth]


def end_of(app: PlanApp, words: str, nth: int = 0) -> Place:
    """Return where the last character of words on the screen stands."""
    x, y = place(app, words, nth)
    return x + width(words) - 1, y


def _event(kind: type[events.MouseEvent], at: Place) -> events.MouseEvent:
    button = 0 if kind is events.MouseMove else 1
    return kind(None, *at, 0, 0, button, False, False, False, *at)


async def mouse(pilot: Pilot[None], kind: type[events.MouseEvent], at: Place) -> None:
    pilot.app.post_message(_event(kind, at))
    await pilot.pause()


async def click(pilot: Pilot[None], at: Place, times: int = 1) -> None:
    for kind in (events.MouseDown, events.MouseUp) * times:
        pilot.app.post_message(_event(kind, at))
    await pilot.pause()


async def drag(pilot: Pilot[None], start: Place, end: Place) -> None:
    await mouse(pilot, events.MouseDown, start)
    await mouse(pilot, events.MouseMove, end)
    await mouse(pilot, events.MouseUp, end)


def reversed_text(app: PlanApp) -> str:
    """Return what is drawn as selected."""

    def of(strip: Strip) -> str:
        return "".join(s.text for s in strip if s.style is not None and s.style.reverse)

    return "".join(map(of, strips(app))).strip()


async def test_a_drag_is_copied_as_printed_and_told(app: PlanApp, copied: list[str]) -> None:
    async with app.run_test(size=(120, 24), notifications=True) as pilot:
        await app.open_section("2021:1.1")
        await pilot.pause()
        await drag(pilot, place(app, "森の図書館[1]は"), end_of(app, "電子化する。"))
        assert "森の図書館[1]は、令和２年" in reversed_text(app)
        await pilot.press("y")
        await pilot.pause()
        assert "taken by OSC 52" in shown(app)
        await pilot.press("ctrl+c")
        await pilot.pause()
    first, blank, hostile, blank_too, bullet = copied[0].split("\n")
    assert first == "森の図書館[1]は、令和２年（2020年）に開館した。"
    assert (blank, blank_too) == ("", "")
    assert hostile.startswith("記号を含む段落もある。")
    assert bullet == "・ 本を借りる手続を、令和５年度（2023年度）末までに電子化する。"
    assert copied[1] == copied[0]


async def test_text_is_selected_with_the_mouse(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.pause()
        lines = [line.text for line in app.explorer.reading.lines]
        row = next(n for n, text in enumerate(lines) if text.startswith("森の図書館[1]"))
        await pilot.mouse_down("#reading", offset=(1, row))
        await pilot.hover("#reading", offset=(9, row))
        await pilot.mouse_up("#reading", offset=(9, row))
        await pilot.pause()
        assert app.screen.get_selected_text() == "森の図書館"


async def test_escape_first_drops_the_selection(app: PlanApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("3")
        await app.open_section("2021:1.1.1")
        await pilot.pause()
        await drag(pilot, place(app, "貸出券を"), end_of(app, "貸出券を携帯"))
        assert app.screen.get_selected_text() == "貸出券を携帯"
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.get_selected_text() is None
        assert app.current_mode == "explorer"
        assert reversed_text(app) == ""
        await pilot.press("escape")
        await pilot.pause()
        assert app.current_mode == "measures"


async def test_without_a_selection_y_offers_what_to_copy_and_ctrl_c_says_how_to_leave(
    app: PlanApp, copied: list[str]
) -> None:
    async with app.run_test(size=(120, 24), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("y", "k")
        await pilot.pause()
        for place in ("", "slash", "3"):
            await pilot.press(*place.split(), "ctrl+c")
            await pilot.pause()
            assert "終了は Q です。" in shown(app)
            app.clear_notifications()
    assert copied == ["2021:1.1.1"]


async def test_a_selection_survives_scrolling_and_goes_with_its_text(app: PlanApp) -> None:
    app.line_length = 20
    async with app.run_test(size=(92, 20)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.pause()
        await drag(pilot, place(app, "森の図書館[1]"), end_of(app, "森の図書館[1]"))
        await pilot.press("G", "g")
        await pilot.pause()
        assert app.screen.get_selected_text() == "森の図書館[1]"
        await app.open_section("2021:1.1.1")
        await pilot.pause()
        assert app.screen.get_selected_text() is None


@pytest.mark.parametrize(
    ("size", "left", "right", "down"),
    [((160, 30), 4, 150, 6), ((80, 24), 3, 70, 15)],
    ids=["side by side", "one above the other"],
)
async def test_the_comparison_gives_one_text(
    app: PlanApp, size: tuple[int, int], left: int, right: int, down: int
) -> None:
    async with comparing(app, size=size) as pilot:
        await pilot.pause()
        x, y = place(app, "貸出券を携")
        assert x == 4
        await drag(pilot, (left, y), (right, y + down))
        assert app.screen.get_selected_text() == (
            "貸出券を携帯端末に載せ、令和６年度（2024年度）末までに全17館で使えるようにする。"
        )


async def test_the_source_gives_its_lines_without_numbers(app: PlanApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await app.open_section("2021:1.1.1")
        await pilot.press("i")
        await pilot.pause()
        _, y = place(app, "貸出券を携")
        await drag(pilot, (1, y), (40, y + 1))
        text = app.screen.get_selected_text() or ""
        assert text.startswith("貸出券を携帯端末に載せ、")
        assert "|" not in text


async def test_lists_give_whole_rows_uncut(app: PlanApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await app.open_section("2021:M1-1")
        await pilot.pause()
        x, y = place(app, "夜間")
        await drag(pilot, (x, y), (x + 3, y - 1))
        text = app.screen.get_selected_text()
        assert text == "[No.１－１] 貸出券と図書券の一体化\n[No.１－２] 夜間開館の試行"
        assert key_of(app) == "2021:M1-1"


@pytest.mark.parametrize(("height", "query"), [(31, "館"), (33, "館"), (31, "xqz")])
async def test_below_the_last_row_of_two_lines_there_is_nothing(
    app: PlanApp, copied: list[str], height: int, query: str
) -> None:
    async with app.run_test(size=(100, height)) as pilot:
        await pilot.press("slash", *query)
        await settled(app, pilot)
        results = app.searching.results
        results.scroll_end(animate=False, immediate=True)
        await pilot.pause()
        assert results.spare_lines == 1
        below = results.virtual_size.height - 1 - results.scroll_offset.y
        x, y = results.region.offset
        await drag(pilot, (x + 2, y + max(0, below - 1)), (x + 8, y + below))
        assert app.screen.selections
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.return_code is None
    assert len(copied) == bool(results.rows)


async def test_a_click_opens_and_a_drag_over_a_link_does_not(app: PlanApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.press("G")
        await pilot.pause()
        x, y = place(app, "貸出券のスマート")
        await drag(pilot, (x, y), (x + 9, y))
        await pilot.pause()
        assert key_of(app) == "2021:1.1"
        assert app.screen.get_selected_text() == "貸出券のス"
        await click(pilot, (x, y))
        await pilot.pause()
        assert key_of(app) == "2021:1.1.1"
        assert app.screen.get_selected_text() is None


async def test_a_double_click_takes_a_sentence(app: PlanApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await app.open_section("2025:1.1.1")
        await pilot.pause()
        at = place(app, "少なくとも")
        await click(pilot, at, times=2)
        assert app.screen.get_selected_text() == "少なくとも20館で行う。"


async def test_the_pane_is_pulled_along(app: PlanApp) -> None:
    app.line_length = 20
    async with app.run_test(size=(92, 20)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.pause()
        start = place(app, "森の図書館[1]")
        await mouse(pilot, events.MouseDown, start)
        await mouse(pilot, events.MouseMove, (start[0], 19))
        assert app.explorer.reading.max_scroll_y > 0
        for _ in range(100):
            if app.explorer.reading.scroll_offset.y == app.explorer.reading.max_scroll_y:
                break
            await pilot.pause(0.05)
        await mouse(pilot, events.MouseUp, (start[0], 19))
        text = app.screen.get_selected_text() or ""
        assert text.startswith("森の図書館[1]は、")
        assert "梟の案内係" in text
        await pilot.pause(0.2)
        assert app.screen.get_selected_text() == text
