"""From 60 by 20 up, and back again, without losing the place."""

from __future__ import annotations

import pytest

from plan_tui.text.width import width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.screens.too_small import TooSmall
from plan_tui.tui.widgets.line_pane import LinePane
from tests.tui.helpers import key_of, rows, settled, shown


@pytest.mark.parametrize("size", [(89, 24), (90, 24), (200, 60)])
async def test_every_screen_fits(app: PlanApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await app.open_section("2021:M1-1")
        for keys in ((), ("d",), ("q", "i"), ("q", "slash", "森"), ("escape", "3"), ("?",)):
            await pilot.press(*keys)
            await pilot.pause()
            drawn = rows(app)
            assert len(drawn) == size[1]
            assert max(map(width, drawn)) <= size[0]
            assert sum(1 for row in drawn if row.strip()) > 6


async def test_too_small_is_said_and_passes(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.resize_terminal(59, 19)
        await pilot.pause()
        assert "画面が小さすぎます" in shown(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "小さすぎます" not in shown(app)
        assert key_of(app) == "2021:1.1"


async def test_starting_too_small(app: PlanApp) -> None:
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert "画面が小さすぎます" in shown(app).replace("\n", "")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "目次" in shown(app)


async def test_every_screen_is_covered_while_it_is_too_small(app: PlanApp) -> None:
    async with app.run_test(size=(30, 8)) as pilot:
        await app.open_section("2021:1.1")
        for mode in ("measures", "explorer"):
            await app.trail.show(mode)
            await pilot.pause()
            assert isinstance(app.screen, TooSmall)
        await app.trail.action_back()
        await pilot.resize_terminal(100, 30)
        for key in ("1", "3", "escape", "escape", "0"):
            await pilot.pause()
            assert isinstance(app.screen, PlanScreen)
            assert "小さすぎます" not in shown(app)
            await pilot.press(key)


async def test_resizing_keeps_the_place(app: PlanApp) -> None:
    async with app.run_test(size=(120, 20)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.pause()
        reading = app.explorer.reading
        target = next(n for n, line in enumerate(reading.lines) if "12羽" in line.text)
        reading.scroll_to(y=min(target, reading.max_scroll_y), animate=False)
        await pilot.pause()
        top = reading.lines[reading.scroll_offset.y :]
        place = next(line.anchor for line in top if line.anchor)
        await pilot.resize_terminal(91, 20)
        await pilot.pause()
        top = reading.lines[reading.scroll_offset.y :]
        assert place is not None
        assert next(line.anchor for line in top if line.anchor)[0] == place[0]


@pytest.mark.parametrize("key", ["?", "R"])
async def test_a_text_without_anchors_keeps_its_place_too(app: PlanApp, key: str) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press(key)
        await settled(app, pilot)
        pane = app.screen.query(LinePane).last()
        pane.scroll_to(y=pane.max_scroll_y // 2, animate=False)
        await pilot.pause()
        share = pane.scroll_offset.y / len(pane.lines)
        assert share > 0.2
        await pilot.resize_terminal(64, 20)
        await settled(app, pilot)
        assert pane.scroll_offset.y / len(pane.lines) == pytest.approx(share, abs=0.02)
        await pilot.press("f2")
        await settled(app, pilot)
        assert pane.scroll_offset.y / len(pane.lines) == pytest.approx(share, abs=0.05)


async def test_narrow_panes_grow_with_the_focus(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.explorer.tree_pane.size.height
        await pilot.press("tab")
        await pilot.pause()
        assert app.explorer.tree_pane.size.height < before
        assert app.explorer.tree_pane.size.width == 80
