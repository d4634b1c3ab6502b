"""Gives a click to the widget under the pointer after another held the mouse.

Textual sends every event of the mouse to the widget that captured it, the click that follows too.
A widget that captured it for a drag, which then was none, has to hand that click on; no public
method of Textual does so.

Upstream: no issue known.
"""

from __future__ import annotations

from textual.events import Click
from textual.widget import Widget


def pass_on(click: Click, holder: Widget) -> None:
    """Give the click that ``holder`` got to what stands under the pointer, with the focus."""
    screen = holder.screen
    focusable = screen.get_focusable_widget_at(*click.screen_offset)
    if focusable is not None:
        screen.set_focus(focusable, scroll_visible=False)
    widget, region = screen.get_widget_at(*click.screen_offset)
    if widget is not holder:
        widget._forward_event(click._apply_offset(*(holder.region.offset - region.offset)))
