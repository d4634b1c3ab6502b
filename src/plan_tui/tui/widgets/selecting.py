"""Selecting text by dragging over a pane.

Textual's own selection runs across panes and takes all that it draws; it is switched off in the
application. Its methods are used all the same (`Screen.selections`, `Widget.get_selection`), so
that its commands to copy and to clear know of this selection.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from plan_tui.tui.render.selection import Location
from plan_tui.tui.widgets.scrolling import LineView

_SELECTED = Style(reverse=True)
_LEAST = 2
"""Columns that a drag has to cover: less than a wide character is a click with an unsteady hand."""
_PULL = 0.05
"""Seconds between two lines while the pointer is held above or below the pane.

20 lines a second: a window of 24 lines in about one, slow enough to let go in time. Chosen by hand.
"""


class Selecting(LineView):
    """A view in which text can be selected; subclasses say what of its lines is."""

    FOCUS_ON_CLICK = False
    """The focus comes when the button is up: it may change the layout under the pointer."""

    def __init__(self, *, ident: str | None = None) -> None:
        super().__init__(ident=ident)
        self._pressed: Location | None = None
        self._pointer = Offset(0, 0)
        self._pulling: Timer | None = None

    def select(self, first: Location, last: Location) -> None:
        """Select from the character at ``first`` to the one at ``last``; call `mark_selected`."""
        raise NotImplementedError

    def mark_selected(self, start: Location, end: Location) -> None:
        """Make this pane's selection the only one of the screen."""
        self.screen.selections = {self: Selection(Offset(*start[::-1]), Offset(*end[::-1]))}
        self.refresh()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the lines with or without a selection."""
        self.refresh()

    def drop_selection(self) -> None:
        """Select nothing, since the lines are others now."""
        self._pressed = None
        if self.text_selection is not None:
            self.screen.clear_selection()

    # The mouse

    def _location(self) -> Location:
        """Return the line and column of the pointer, or the nearest ones that there are."""
        x, y = self._pointer + self.scroll_offset
        return max(0, min(y, self.virtual_size.height - 1)), max(0, x)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a drag begins."""
        on_bar = event.screen_x >= self.scrollable_content_region.right
        self._pointer = event.get_content_offset_capture(self)
        below = self._pointer.y + self.scroll_offset.y >= self.virtual_size.height
        if event.button == 1 and not on_bar and not below:
            self._pressed = self._location()
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the pointer."""
        if self._pressed is None:
            return
        self._pointer = event.get_content_offset_capture(self)
        self._drag()
        if self._outside() and self._pulling is None:
            self._pulling = self.set_interval(_PULL, self._pull)

    def _outside(self) -> int:
        """Return -1 or 1 while the pointer is above or below the pane, else 0."""
        height = self.scrollable_content_region.height
        return (self._pointer.y >= height) - (self._pointer.y < 0)

    def _pull(self) -> None:
        if self._pressed is not None and (step := self._outside()):
            self.scroll_to(y=self.scroll_offset.y + step, animate=False, immediate=True)
            self._drag()

    def _drag(self) -> None:
        pressed, here = self._pressed, self._location()
        if pressed is None:
            return
        near = here[0] == pressed[0] and abs(here[1] - pressed[1]) + 1 < _LEAST
        if not near or self.text_selection is not None:
            self.select(pressed, here)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the drag; the focus comes after the click that may follow."""
        self._end()
        self.release_mouse()
        self.call_later(self.focus)

    def on_mouse_release(self, event: events.MouseRelease) -> None:
        """End the drag where another screen took the mouse."""
        self._end()

    def _end(self) -> None:
        self._pressed = None
        if self._pulling is not None:
            self._pulling.stop()
            self._pulling = None

    # Drawing

    def with_selected(self, strip: Strip, ranges: Sequence[tuple[int, int]]) -> Strip:
        """Return a strip with ranges of its columns drawn as selected."""
        parts, at = [], 0
        for first, after in ranges:
            parts += [strip.crop(at, first), strip.crop(first, after).apply_style(_SELECTED)]
            at = after
        return Strip.join([*parts, strip.crop(at, strip.cell_length)])
