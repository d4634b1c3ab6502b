"""Gives a screen the classes of its size before it is laid out in it.

Textual lays a screen out first and changes the classes of its breakpoints when the message of the
new size arrives: for a frame, panes stand side by side where there is no room, and jump.
"""

from __future__ import annotations

from textual.app import App
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType


class ClassesOfSize(Screen[ScreenResultType]):
    """A screen whose breakpoints count from the first frame of a size on."""

    def _post_register(self, app: App[object]) -> None:
        self._classes |= {name for name, counts in self._classes_of(app.size).items() if counts}
        super()._post_register(app)

    def _screen_resized(self, size: Size) -> None:
        if size != self._size:  # else it is laid out so, and tells itself of it
            super()._screen_resized(size)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        if size and size != self._size:
            self.update_classes(self._classes_of(size), animate=False)
        super()._refresh_layout(size, scroll)

    def _classes_of(self, size: Size) -> dict[str, bool]:
        """Return for each class of a breakpoint whether it counts at a size."""
        classes: dict[str, bool] = {}
        for breakpoints, cells in (
            (self.HORIZONTAL_BREAKPOINTS or [], size.width),
            (self.VERTICAL_BREAKPOINTS or [], size.height),
        ):
            counting = self._get_breakpoint_classes(cells, breakpoints)
            classes |= {name: name in counting for _, name in breakpoints}
        return classes
