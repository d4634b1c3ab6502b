"""Sends no colour where ``NO_COLOR`` asks for none.

Textual's own filter turns colours into greys, which are colours too.

Upstream: https://github.com/Textualize/textual/issues/839 (closed: the greys are meant so) and
https://github.com/Textualize/textual/issues/2829 (open: its background).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome


class WithoutColour(LineFilter):
    """Keeps bold, underline, reverse, strike and italic."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without their colours."""
        return [Segment(text, style and _uncoloured(style), None) for text, style, _ in segments]


_WITHOUT_COLOUR = WithoutColour()


def in_place_of_greys(filters: Sequence[LineFilter], *, no_color: bool) -> list[LineFilter]:
    """Return Textual's filters of lines without its greys, and ours if no colour is to be sent."""
    others = [other for other in filters if not isinstance(other, Monochrome)]
    return [*others, _WITHOUT_COLOUR] if no_color else others


@lru_cache(1024)
def _uncoloured(style: Style) -> Style:
    """Return a style without colours; what the mouse finds under the text stays."""
    return Style.from_meta(style.meta) + style.without_color


def no_color() -> bool:
    """Return whether ``NO_COLOR`` asks for no colours: it does if it is not empty."""
    return bool(os.environ.get("NO_COLOR"))
