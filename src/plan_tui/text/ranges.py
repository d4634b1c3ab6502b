"""Ranges of characters in a text."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

Range = tuple[int, int]
"""0-based offset of the first character, and the offset after the last."""


def merge_ranges(ranges: Iterable[Range], length: int) -> tuple[Range, ...]:
    """Return the union of ``ranges`` in a text of ``length`` characters.

    Ranges that overlap or touch become one; the result is in order and has no empty range.
    """
    merged: list[Range] = []
    for low, high in sorted(ranges):
        start, end = low if low > 0 else 0, high if high < length else length
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
