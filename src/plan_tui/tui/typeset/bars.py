"""Numbers as bars, of a character whose width is certain."""

from __future__ import annotations

BLOCK = "▬"
"""Fills a bar; the usual block characters are of ambiguous width."""


def bar(number: float, most: float, columns: int) -> str:
    """Return a bar of at most ``columns``, as long as ``number`` of ``most``; 0 has none."""
    if number <= 0 or most <= 0:
        return ""
    return BLOCK * max(1, round(columns * number / most))
