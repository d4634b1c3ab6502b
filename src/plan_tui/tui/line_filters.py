"""Lines for terminals without the signs that we draw.

A filter changes how a drawn line is shown, never how it is laid out, so no other part of the
application knows of it.
"""

from __future__ import annotations

from rich.segment import Segment
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
    "▯": ":",
    "▱": "/",
    "◘": "o",
    "❖": "&",
    "⇄": "x",
    "✎": "+",
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
