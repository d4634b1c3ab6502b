"""Lines for terminals without colours, or without the signs that we draw.

Both are filters of drawn lines: they change how a line is shown, never how it is laid out, and
so no other part of the application knows of them. What colour alone would tell, the inks' own
styles and the rules for ``:nocolor`` tell.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

IN_ASCII: dict[str, str] = {
    "⋯": "~",
    "‹": "<",
    "›": ">",
    "▸": ">",
    "▾": "v",
    "▴": "^",
    "❐": "@",
    "❝": '"',
    "▪": "#",
    "▫": "-",
    "◦": ".",
    "▭": "_",
    "♦": "*",
    "▬": "=",
    "▮": "|",
    "▰": "%",
}
"""Each sign that the application draws and the ASCII character for it.

None of them stands in the plan's text, which is therefore shown as it is.
"""

_TABLE = str.maketrans(IN_ASCII)


class InAscii(LineFilter):
    """Draws our signs as ASCII characters."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with each sign replaced; their widths stay."""
        return [Segment(text.translate(_TABLE), style, None) for text, style, _ in segments]


class WithoutColour(LineFilter):
    """Keeps bold, underline, reverse, strike and italic, and sends no colour at all.

    Textual's own filter for ``NO_COLOR`` turns colours into greys, which are colours too.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without their colours."""
        return [Segment(text, style and _uncoloured(style), None) for text, style, _ in segments]


@lru_cache(1024)
def _uncoloured(style: Style) -> Style:
    """Return a style without colours; what the mouse finds under the text stays."""
    return Style.from_meta(style.meta) + style.without_color


def no_color(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether ``NO_COLOR`` asks for no colours: it does if it is not empty."""
    return bool(environment.get("NO_COLOR"))
