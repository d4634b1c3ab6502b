"""Ranges of characters in one text."""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int]
"""Where a stretch begins, and the offset after its last character."""


def joined(ranges: Iterable[Range], length: int) -> tuple[Range, ...]:
    """Return the ranges in order, inside ``0..length``, none empty, none touching another."""
    found: list[Range] = []
    for start, end in sorted((max(0, low), min(length, high)) for low, high in ranges):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
