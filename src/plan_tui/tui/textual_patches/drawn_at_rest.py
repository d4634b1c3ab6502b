"""Draws a screen once all that a key changes is said, and no frame later.

Textual draws as soon as the first widget says that it changed: of what one key changes, some is
drawn at once and the rest up to a sixtieth of a second later, each time with the lines around it.
Here the screen waits, a frame at most, until no message is on its way.

Upstream: no issue known.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual import events
from textual.screen import Screen, ScreenResultType
from textual.walk import walk_depth_first
from textual.widget import Widget

_FRAME = 1 / 60
"""Seconds after which a screen is drawn whatever is on its way; they begin anew with a layout."""
_MOST_LAYOUTS = 2
"""Layouts before a drawing: rows make room for a scroll bar, and what stands below them moves."""


class DrawnAtRest(Screen[ScreenResultType]):
    """A screen that draws what changed in one go."""

    def __init__(self) -> None:
        super().__init__()
        self._draw_by = 0.0
        """The event loop's time by which what changed is drawn; 0 while nothing is to be drawn."""
        self._layouts = 0
        """How often all was laid out for what is to be drawn."""
        self._is_laying_out = False
        """True while nothing is drawn of what is laid out."""
        self._once_drawn: list[Callable[[], object]] = []

    @property
    def _has_changed(self) -> bool:
        return bool(
            self._layout_required
            or self._scroll_required
            or self._repaint_required
            or self._recompose_required
            or self._dirty_widgets
        )

    def _compositor_refresh(self) -> None:
        """Draw, unless nothing is shown yet: all is drawn when it is."""
        if not self.app._batch_count and not self._is_laying_out:
            super()._compositor_refresh()
            while self._once_drawn:
                self.call_later(self._once_drawn.pop(0))

    def once_drawn(self, callback: Callable[[], object]) -> None:
        """Have something done once what stands by now is drawn."""
        self._once_drawn.append(callback)

    def draw_now(self) -> None:
        """Lay out and draw what stands, even where drawing waits for what is still to be said."""
        app = self.app
        count, app._batch_count = app._batch_count, 0
        try:
            if self._size == app.size:
                self._compositor_refresh()
            else:
                self._refresh_layout(app.size)
        finally:
            app._batch_count = count

    async def _on_idle(self, event: events.Idle) -> None:
        if self._draw_by:
            event.prevent_default()
        elif self.is_current and not self.app._batch_count and self._has_changed:
            event.prevent_default()
            loop = asyncio.get_running_loop()
            self._draw_by = loop.time() + _FRAME
            loop.call_soon(self._draw)

    def _lay_out_first(self, now: float) -> bool:
        """Lay out what is to be: what has another size then says so before it is drawn."""
        if not (self._layout_required and self.is_current) or self.app._batch_count:
            return False
        if now >= self._draw_by or self._layouts == _MOST_LAYOUTS:
            return False
        self._layouts += 1
        self._is_laying_out = True
        try:
            with self._context():
                self._refresh_layout(scroll=self._scroll_required)
        finally:
            self._is_laying_out = False
        self._layout_required = self._scroll_required = False
        self._dirty_widgets.clear()
        self._draw_by = asyncio.get_running_loop().time() + _FRAME
        return True

    def _on_timer_update(self) -> None:
        super()._on_timer_update()
        if self._compositor._dirty_regions and self.is_current and not self.app._batch_count:
            self._compositor_refresh()

    def _draw(self) -> None:
        loop, app = asyncio.get_running_loop(), self.app
        if self.is_attached and is_being_told(self) and loop.time() < self._draw_by:
            loop.call_soon(self._draw)
            return
        if self.is_attached and self._lay_out_first(loop.time()):
            loop.call_soon(self._draw)
            return
        self._draw_by, self._layouts = 0.0, 0
        if not self.is_attached or app._exit:
            return
        try:
            with self._context():
                self._on_timer_update()
        except Exception as error:  # as where a timer of Textual draws
            app._handle_exception(error)


def is_being_told(screen: Screen[Any]) -> bool:
    """Tell whether a message is on its way that may change more, or a widget not yet in place."""
    nodes = walk_depth_first(screen, Widget)  # one after the other: the first often tells
    return screen.app.message_queue_size > 0 or any(
        node.message_queue_size or not node.is_mounted for node in nodes
    )
