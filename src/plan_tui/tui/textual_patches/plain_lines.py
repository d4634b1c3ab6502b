"""Draws lines that nothing frames without asking what frames them.

Textual asks for borders, titles, outlines, tints and opacity anew for each line, and looks through
its pieces twice: most of what a line takes that is there already.

Upstream: no issue known.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.css.styles import StylesBase
from textual.geometry import Size, Spacing
from textual.strip import Strip
from textual.widget import Widget


class PlainLines(StylesCache):
    """What is drawn of a view: its lines with blanks beside them, since nothing frames them."""

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Spacing,
        base_background: Color,
        background: Color,
        render_content_line: Callable[[int], Strip],
        *framed: object,
    ) -> Strip:
        """Draw a line."""
        ground = self.get_inner_outer(base_background, background)[0].rich_style
        if y >= content_size.height:
            return Strip.blank(size.width, ground)
        strip = render_content_line(y).adjust_cell_length(content_size.width, ground)
        if not padding.width:
            return strip
        before, after = (
            [Segment(" " * columns, ground)] if columns else []
            for columns in (padding.left, padding.right)
        )
        return Strip([*before, *strip, *after], strip.cell_length + padding.width)


def draw_plainly(view: Widget) -> None:
    """Let a view that nothing frames draw its lines so."""
    view._styles_cache = PlainLines()
