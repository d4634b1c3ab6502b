"""Panes side by side get other widths by key and by mouse, and share their columns again."""

from __future__ import annotations

import pytest
from textual.events import MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot

from plan_tui.tui.app import PlanApp
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane_widths import LEAST_WIDTH, STEP
from plan_tui.tui.widgets.row_list import RowList
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


async def drag(app: PlanApp, pilot: Pilot[None], *offsets: tuple[int, int]) -> None:
    """Press the button, move and let go, as a terminal sends it: a click may follow."""
    kinds = MouseDown, *[MouseMove] * (len(offsets) - 2), MouseUp
    for kind, (x, y) in zip(kinds, offsets, strict=True):
        app.post_message(kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False))
        await pilot.pause()


def lists_of(app: PlanApp) -> list[RowList[object]]:
    lists = [each for each in app.screen.query(RowList) if each.display]
    return sorted(lists, key=lambda each: each.region.x)


@pytest.mark.parametrize("moves", [0, 1, 2])
async def test_a_click_at_the_edge_is_a_click_on_the_row(app: PlanApp, moves: int) -> None:
    """The column where an edge is taken hold of is the first of a row too."""
    async with app.run_test(size=(140, 36)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        left, right = lists_of(app)
        before = left.outer_size.width
        left.focus()
        right.cursor = 0
        await pilot.pause()
        x, y = right.region.offset
        places = [(x, y + 5), *[(x, y + 6)] * moves, (x, y + 5)]
        await drag(app, pilot, *places)
        assert right.has_focus
        assert right.cursor == 5 // right.row_height
        assert left.outer_size.width == before


async def test_a_click_at_the_edge_is_one_click(app: PlanApp) -> None:
    """A second one on the same row chooses it, not the first."""
    async with app.run_test(size=(140, 36)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        screen = app.screen
        x, y = lists_of(app)[1].region.offset
        await drag(app, pilot, (x, y + 5), (x, y + 5))
        assert app.screen is screen


async def test_a_click_at_the_edge_of_a_text_gives_it_the_focus(app: PlanApp) -> None:
    async with app.run_test(size=(WIDTH, 36)) as pilot:
        await app.open_section("2021:1.1")
        app.explorer.outline.focus()
        await pilot.pause()
        (tree,) = widths(app, "#tree")
        await drag(app, pilot, (tree, 20), (tree, 20))
        await pilot.pause()
        assert isinstance(app.screen.focused, LinePane)
        assert not app.screen.selections
        assert widths(app, "#tree") == [tree]


async def test_an_edge_that_was_drawn_gives_no_click(app: PlanApp) -> None:
    async with app.run_test(size=(140, 36)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        _, right = lists_of(app)
        right.cursor = 0
        x, y = right.region.offset
        await drag(app, pilot, (x, y + 5), (x + 6, y + 5), (x, y + 5), (x, y + 5))
        assert right.cursor == 0
