"""Draws scroll bars of blanks.

Textual ends the thumb with block characters, which are of ambiguous width: East Asian terminals
draw them in two columns. The renderer of all scroll bars is public, but global: it counts from
the first call on.

Upstream: no issue known; the block characters are meant.
"""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class PlainScrollBar(ScrollBarRender):
    """A thumb that is a stretch of another colour and nothing else."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def use_plain_scroll_bars() -> None:
    """Let every scroll bar be drawn of blanks."""
    ScrollBar.renderer = PlainScrollBar
