"""Panes side by side get other widths by key and by mouse, and share their columns again."""

from __future__ import annotations

import pytest

from plan_tui.tui.app import PlanApp
from plan_tui.tui.widgets.pane_widths import LEAST_WIDTH, STEP
from tests.tui.helpers import shown

WIDTH = 120


def widths(app: PlanApp, *names: str) -> list[int]:
    return [app.screen.query_one(name).outer_size.width for name in names]


@pytest.mark.parametrize(("key", "step"), [(">", STEP), ("<", -STEP)])
async def test_a_key_moves_the_edge_of_the_pane_with_the_focus(
    app: PlanApp, key: str, step: int
) -> None:
    async with app.run_test(size=(WIDTH, 36)) as pilot:
        await app.open_section("2021:1.1")
        app.explorer.outline.focus()
        await pilot.pause()
        tree, detail = widths(app, "#tree", "#detail")
        await pilot.press(key)
        await pilot.pause()
        assert widths(app, "#tree", "#detail") == [tree + step, detail - step]
        await pilot.press("tab", key)
        await pilot.pause()
        assert widths(app, "#tree", "#detail") == [tree, detail]


async def test_no_pane_becomes_too_narrow(app: PlanApp) -> None:
    async with app.run_test(size=(WIDTH, 36)) as pilot:
        await app.open_section("2021:1.1")
        app.explorer.outline.focus()
        for key, name in (("<", "#tree"), (">", "#detail")):
            await pilot.press(*[key] * 40)
            await pilot.pause()
            assert widths(app, name) == [LEAST_WIDTH]
            assert sum(widths(app, "#tree", "#detail")) == WIDTH


async def test_another_terminal_shares_its_columns_anew(app: PlanApp) -> None:
    async with app.run_test(size=(WIDTH, 36)) as pilot:
        await app.open_section("2021:1.1")
        app.explorer.outline.focus()
        await pilot.pause()
        first = widths(app, "#tree", "#detail")
        await pilot.press(">", ">")
        await pilot.pause()
        assert widths(app, "#tree", "#detail") != first
        await pilot.resize_terminal(WIDTH - 10, 36)
        await pilot.resize_terminal(WIDTH, 36)
        await pilot.pause()
        assert widths(app, "#tree", "#detail") == first


async def test_the_mouse_draws_the_edge(app: PlanApp) -> None:
    async with app.run_test(size=(WIDTH, 36)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.pause()
        (tree,) = widths(app, "#tree")
        assert await pilot.mouse_down(offset=(tree, 20))
        await pilot.hover(offset=(tree + 9, 21))
        await pilot.pause()
        assert widths(app, "#tree", "#detail") == [tree + 9, WIDTH - tree - 9]
        await pilot.mouse_up(offset=(tree + 9, 21))
        await pilot.hover(offset=(tree + 30, 21))
        await pilot.pause()
        assert widths(app, "#tree") == [tree + 9]


async def test_the_mouse_elsewhere_draws_nothing(app: PlanApp) -> None:
    async with app.run_test(size=(WIDTH, 36)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.pause()
        (tree,) = widths(app, "#tree")
        await pilot.mouse_down(offset=(tree + 5, 20))
        await pilot.hover(offset=(tree + 15, 21))
        await pilot.mouse_up(offset=(tree + 15, 21))
        await pilot.pause()
        assert widths(app, "#tree") == [tree]


async def test_panes_below_each_other_are_told_to_have_no_edge(app: PlanApp) -> None:
    async with app.run_test(size=(60, 36), notifications=True) as pilot:
        await app.open_section("2021:1.1")
        app.explorer.outline.focus()
        await pilot.press(">")
        await pilot.pause()
        assert "横に並ぶ枠がありません" in shown(app)
