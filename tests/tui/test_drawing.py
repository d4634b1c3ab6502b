"""What a key draws: everything at once, each line once, and nothing that is not to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar
from unittest.mock import patch

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from plan_tui.tui.app import PlanApp
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.screens.search import HitRows
from plan_tui.tui.textual_patches.asked_keys import active_ids, is_bound
from plan_tui.tui.textual_patches.plain_scroll_bar import use_plain_scroll_bars
from plan_tui.tui.textual_patches.uncovered_lines import UncoveredLines
from plan_tui.tui.widgets.outline_tree import OutlineTree
from plan_tui.tui.widgets.scrolling import LineView
from tests.tui.helpers import keys_for, settled

Caller = TypeVar("Caller")
SIZE = (120, 36)


@contextmanager
def calls_of(kind: type[Caller], name: str) -> Iterator[list[Caller]]:
    """Give whom a method is called of, while the context lasts."""
    method, callers = getattr(kind, name), list[Caller]()

    def noted(self: Caller, *args: object, **options: object) -> object:
        callers.append(self)
        return method(self, *args, **options)

    with patch.object(kind, name, noted):
        yield callers


@pytest.mark.parametrize(
    ("before", "key"), [(("slash", *keys_for("貸")), "出"), (("1", "j", "l"), "j")]
)
async def test_a_key_draws_once_and_lays_nothing_out(
    app: PlanApp, before: tuple[str, ...], key: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*before)
        await settled(app, pilot)
        with (
            calls_of(Screen, "_compositor_refresh") as drawn,
            calls_of(Screen, "_refresh_layout") as laid_out,
            calls_of(Widget, "render_lines") as asked,
        ):
            await pilot.press(key)
        assert len(drawn) == 1
        assert not laid_out
        assert not [widget for widget in asked if widget.children and widget.is_container]


async def test_a_hit_is_drawn_once_for_all_its_lines(app: PlanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *keys_for("貸"))
        with calls_of(HitRows, "draw") as drawn:
            await pilot.press("出")
        rows = app.searching.results
        assert len(drawn) == min(len(rows.rows), -(-rows.size.height // rows.row_height))


async def test_a_view_has_a_scroll_bar_where_it_is_longer_than_its_pane(app: PlanApp) -> None:
    async with app.run_test(size=(120, 8)) as pilot:
        await pilot.press("slash", *keys_for("貸"))
        view: LineView = app.searching.results
        assert view.show_vertical_scrollbar == (view.virtual_size.height > view.size.height)
        await pilot.press(*keys_for("ない言葉"))
        assert not view.show_vertical_scrollbar


async def test_a_cursor_draws_the_row_that_it_leaves_and_the_one_that_it_comes_to(
    app: PlanApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "j", "l")
        with calls_of(OutlineTree, "render_line") as drawn:
            await pilot.press("j")
        assert len(drawn) == 2


@pytest.mark.parametrize("before", [("1",), ("slash", *keys_for("貸")), ("3",), ("5",)])
async def test_the_footer_has_the_commands_that_can_be_given(
    app: PlanApp, before: tuple[str, ...]
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*before)
        every: set[str | None] = {*BY_ID}
        given = {entry.binding.id for entry in app.screen.active_bindings.values()}
        assert active_ids(app.screen, every) == given & every
        assert all(is_bound(app.screen, key) for key in app.screen.active_bindings)
        assert not is_bound(app.screen, "f20")


@pytest.mark.parametrize("repaired", [False, True])
async def test_what_is_covered_is_asked_for_its_lines(repaired: bool) -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        if repaired:
            app.screen._compositor = UncoveredLines()
        await app.mount(box := Vertical(text := Static("text")))
        await pilot.pause()
        with calls_of(Widget, "render_lines") as asked:
            text.update("another")
            await pilot.pause()
        assert text in asked
        assert (box in asked) is not repaired


class Scrolled(App[None]):
    """A view with a bar."""

    CSS = "VerticalScroll { height: 8; overflow-y: scroll; background: #102030; }"

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static("\n".join("line" for _ in range(self._lines)))


def bars(app: App[None]) -> tuple[list[Strip], list[Strip]]:
    """Return the lines of the bar as they are drawn, and as Textual draws them."""
    use_plain_scroll_bars()
    bar = app.query_one(VerticalScroll).vertical_scrollbar
    textual = ScrollBar.render_lines.__wrapped__  # type: ignore[attr-defined]
    return bar.render_lines(bar.size.region), textual(bar, bar.size.region)


async def test_a_scroll_bar_is_drawn_at_once_as_it_was_in_parts() -> None:
    async with Scrolled(40).run_test() as pilot:
        view = pilot.app.query_one(VerticalScroll)
        for place in (0, 7, 32):
            view.scroll_to(y=place, animate=False, immediate=True)
            await pilot.pause()
            drawn, textual = bars(pilot.app)
            assert [line.text for line in drawn] == [line.text for line in textual]
            for mine, other in zip(drawn, textual, strict=True):
                [(_, style, _)], [(_, other_style, _)] = list(mine), list(other)
                assert style
                assert other_style
                assert style.meta == other_style.meta
                assert style.reverse == other_style.reverse
                seen, other_seen = style.color, other_style.color
                assert (seen if style.reverse else style.bgcolor) == (
                    other_seen if other_style.reverse else other_style.bgcolor
                )


async def test_a_bar_is_not_to_be_seen_where_all_is() -> None:
    async with Scrolled(3).run_test() as pilot:
        await pilot.pause()
        drawn, textual = bars(pilot.app)
        ground = Color.parse("#102030").rich_color
        assert {segment.style.bgcolor for line in drawn for segment in line if segment.style} == {
            ground
        }
        assert all(s.style and s.style.bgcolor != ground for line in textual for s in line)
