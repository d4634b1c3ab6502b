"""Columns of text beside each other: how far each stands right of the first one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from plan_tui.text.record import record

_FEWEST = 3
"""Lines of a column, at least, and of the one beside it."""
_RISE = 0.5
"""Sizes of the type by which a line stands higher than the one before, where a column begins."""
_OVER = 0.5
"""Sizes of the type by which a line of a column may reach into the next."""


@record
class LineSpan:
    """Where a line stands on its page, in points."""

    page: int
    left: float
    right: float
    size: float
    baseline: float


def column_shifts(spans: Sequence[LineSpan | None]) -> list[float]:
    """Return of each line, in reading order, the points from the first column to its own."""
    columns = _columns(spans)
    edges = {
        column: min(span.left for i, span in enumerate(spans) if span and columns[i] == column)
        for column in set(columns) - {0}
    }
    first = min(_first_edges(spans, columns), default=0.0)
    return [edges[column] - first if column else 0.0 for column in columns]


def _columns(spans: Sequence[LineSpan | None]) -> list[int]:
    """Return the number of each line's column: 0 for the first, and for lines across all."""
    columns = [0] * len(spans)
    pages: dict[int, list[int]] = defaultdict(list)
    for index, span in enumerate(spans):
        if span:
            pages[span.page].append(index)
    for indices in pages.values():
        _number_columns([(i, span) for i in indices if (span := spans[i])], columns)
    return columns


def _number_columns(lines: Sequence[tuple[int, LineSpan]], columns: list[int]) -> None:
    """Write the numbers of one page's columns into ``columns``."""
    start = 0
    for place in range(1, len(lines)):
        before, span = lines[place - 1][1], lines[place][1]
        if span.baseline <= before.baseline + _RISE * span.size:
            continue
        beside = [s for _, s in lines[start:place] if s.baseline <= span.baseline + span.size]
        parted = all(s.right <= span.left + _OVER * span.size for s in beside)
        end = _end(lines, place)
        if parted and min(len(beside), end - place) >= _FEWEST:
            number = columns[lines[place - 1][0]] + 1
            for index, _ in lines[place:end]:
                columns[index] = number
        start = place


def _end(lines: Sequence[tuple[int, LineSpan]], start: int) -> int:
    """Return where the column ends that begins at ``start``: above, or left of it."""
    left = min(span.left for _, span in lines[start : start + 2]) - lines[start][1].size
    for place in range(start + 1, len(lines)):
        before, span = lines[place - 1][1], lines[place][1]
        if span.left < left or span.baseline > before.baseline + _RISE * span.size:
            return place
    return len(lines)


def _first_edges(spans: Sequence[LineSpan | None], columns: Sequence[int]) -> Iterator[float]:
    """Yield the left edges of the lines on pages that have columns, but for the farther ones."""
    pages = {span.page for span, column in zip(spans, columns, strict=True) if span and column}
    yield from (
        span.left
        for span, column in zip(spans, columns, strict=True)
        if span and not column and span.page in pages
    )
