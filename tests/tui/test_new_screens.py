"""The repairs of what Textual does with a new screen: each is shown missing, and made good."""

from __future__ import annotations

from collections import Counter
from unittest.mock import Mock

import pytest
from textual.app import App, ComposeResult
from textual.binding import BindingsMap
from textual.containers import Container
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, Static

from plan_tui.tui.app import PlanApp
from plan_tui.tui.textual_patches.measured_anew import MeasuredAnew
from plan_tui.tui.textual_patches.styled_once import StyledOnce
from plan_tui.tui.textual_patches.unasked_widgets import UnaskedWidgets


class Unstyled(Screen[None]):
    """A screen of a box, which takes keys as text, in what takes none."""

    def compose(self) -> ComposeResult:
        yield Container(Input())


class StyledAndAsked(StyledOnce[None], UnaskedWidgets[None]):
    """The same, repaired."""

    def compose(self) -> ComposeResult:
        yield Container(Input())


SCREENS = pytest.mark.parametrize("kind", [Unstyled, StyledAndAsked])
"""A plain screen, and a repaired one."""


@SCREENS
async def test_the_widgets_of_a_new_screen_get_their_styles_several_times(
    kind: type[Screen[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        app.add_mode("new", kind)
        app.add_mode("other", Screen[None])
        styled: Counter[str] = Counter()
        apply = Stylesheet.apply

        def counting(self: Stylesheet, node: DOMNode, **options: object) -> None:
            styled[type(node).__name__] += 1
            apply(self, node, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(Stylesheet, "apply", counting)
        await app.switch_mode("new")
        await pilot.pause(0.1)
        assert (styled["Container"] == 1) is (kind is StyledAndAsked)
        styled.clear()
        await app.switch_mode("other")
        await app.switch_mode("new")
        await pilot.pause(0.1)
        assert styled["Container"]  # what changed meanwhile counts


@SCREENS
async def test_widgets_that_take_no_text_are_asked_whether_a_key_is_some(
    kind: type[Screen[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        await app.push_screen(kind())
        await pilot.pause()
        asking = Mock(return_value=False)
        monkeypatch.setattr(DOMNode, "check_consume_key", asking)
        bound = [(type(node).__name__, set(keys.key_to_bindings)) for node, keys in chain(app)]
        assert asking.called is (kind is Unstyled)
        plain = Screen._binding_chain.fget  # type: ignore[attr-defined]
        assert bound == [
            (type(node).__name__, set(keys.key_to_bindings)) for node, keys in plain(app.screen)
        ]


def chain(app: App[None]) -> list[tuple[DOMNode, BindingsMap]]:
    """Return what has the focus and all around it, each with its keys."""
    return app.screen._binding_chain


class Measured(MeasuredAnew, Static):
    """A text as broad as it is, repaired."""


@pytest.mark.parametrize("kind", [Static, Measured])
async def test_what_is_said_while_a_layout_is_due_keeps_the_width_of_before(
    kind: type[Static],
) -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        said = kind("short")
        said.styles.width = "auto"
        beside = Static("beside")
        await app.screen.mount(Container(said, beside))
        await pilot.pause()
        for widget in (said, beside):
            widget.refresh(layout=True)
        beside._check_refresh()  # as when nothing else is to be done
        app.screen._refresh_layout()
        said.update("much longer")
        await pilot.pause(0.1)
        assert said.size.width == (11 if kind is Measured else 5)


async def test_the_end_may_come_before_what_is_opened_stands(app: PlanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
    app._look(0.0)  # as it comes when the last screen is gone
