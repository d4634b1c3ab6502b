"""Draws scroll bars of blanks, at once, and none where all is to be seen.

Textual ends the thumb with block characters, which are of ambiguous width: East Asian terminals
draw them in two columns. And it draws a bar as it draws any text, which takes longer than the lines
beside it, though no more than three of its lines differ. What draws all scroll bars is public, but
global: it counts from the first call on.

Upstream: no issue known; the block characters are meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

Draw = Callable[[ScrollBar, Region], list[Strip]]


class PlainScrollBar(ScrollBarRender):
    """A thumb that is a stretch of another colour and nothing else."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def use_plain_scroll_bars() -> None:
    """Let every scroll bar be drawn of blanks."""
    ScrollBar.renderer = PlainScrollBar
    if not hasattr(ScrollBar.render_lines, "__wrapped__"):
        ScrollBar.render_lines = _by_stretches(ScrollBar.render_lines)  # type: ignore[assignment, method-assign]


def _by_stretches(draw: Draw) -> Draw:
    @wraps(draw)
    def render_lines(bar: ScrollBar, crop: Region) -> list[Strip]:
        """Draw each stretch once; a bar that lies is drawn in Textual's way."""
        shown = bar.render()
        if not bar.vertical or not isinstance(shown, PlainScrollBar):
            return draw(bar, crop)
        strips: dict[int, Strip] = {}
        filters, ground = bar.get_line_filters(), bar.background_colors[1]
        stretches = _stretches(bar, shown)
        for segment in stretches:
            if id(segment) not in strips:
                strip = Strip([segment], shown.thickness)
                for line_filter in filters:
                    strip = strip.apply_filter(line_filter, ground)
                strips[id(segment)] = strip.crop(*crop.column_span)
        return [strips[id(stretches[y])] for y in crop.line_range]

    return render_lines


def _stretches(bar: ScrollBar, shown: PlainScrollBar) -> Sequence[Segment]:
    """Return what stands in each line; those of a stretch are the same object."""
    if not shown.window_size:
        assert isinstance(bar.parent, Widget)
        behind = Style(bgcolor=bar.parent.background_colors[1].rich_color)
        return [Segment(" " * shown.thickness, behind)] * bar.size.height
    assert isinstance(shown.style, Style)
    assert shown.style.color
    assert shown.style.bgcolor
    return shown.render_bar(
        bar.size.height,
        shown.virtual_size,
        shown.window_size,
        shown.position,
        shown.thickness,
        back_color=shown.style.bgcolor,
        bar_color=shown.style.color,
    ).segments
