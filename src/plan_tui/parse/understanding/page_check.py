"""Whether the page numbers go on without gaps, and every page has text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.parse.understanding.read_source import ReadSource, solid

_LEAST_TEXT = 50
"""Characters below which a source counts as nearly empty: about two lines, less than a heading
with a paragraph."""
_LEAST_A_PAGE = 20
"""Characters a page below which a source of several pages counts as nearly empty: what page
numbers and stamps leave of a scanned text; slides have ten times as many."""


def check_text_is_there(source: ReadSource) -> Iterator[Doubt]:
    """Yield an error for a source that is nearly empty, else a warning for pages without text."""
    pages = source.text.pages
    size = sum(solid(text) for text in source.text.texts)
    if size < max(_LEAST_TEXT, _LEAST_A_PAGE * len(pages)):
        yield Doubt(DoubtKind.NO_TEXT, Severity.ERROR, found=str(size))
        return
    empty = [page.number for page in pages if not any(line.text.strip() for line in page.lines)]
    for first, last in _stretches(empty):
        kind = DoubtKind.NO_TEXT
        yield Doubt(kind, Severity.WARNING, page=first, found=_range(first, last))


def check_page_numbers(source: ReadSource) -> Iterator[Doubt]:
    """Yield the pages between the first and the last numbered one that break the numbering."""
    if not source.pages:
        yield from _check_bare_sequence(source)
        return
    if not source.printed:
        return
    lacking = [
        page
        for page in range(min(source.printed), max(source.printed) + 1)
        if page not in source.printed
    ]
    for first, last in _stretches(lacking):
        number = source.printed[first - 1] + 1
        kind = DoubtKind.PAGE_NUMBER_GAP
        expected = _range(number, number + last - first)
        yield Doubt(kind, Severity.WARNING, first, _first_line(source, first), expected)
    yield from _check_steps(source)


def _check_steps(source: ReadSource) -> Iterator[Doubt]:
    """Yield each page whose number does not follow; it may begin anew at 1."""
    before: int | None = None
    for page, number in sorted(source.printed.items()):
        shift = page - number
        if before not in (None, shift) and number != 1:
            kind = DoubtKind.PAGE_NUMBER_GAP
            line = _first_line(source, page)
            yield Doubt(kind, Severity.WARNING, page, line, str(page - (before or 0)), str(number))
        before = shift


def _check_bare_sequence(source: ReadSource) -> Iterator[Doubt]:
    """Check page numbers of a source without pages."""
    for before, after in pairwise(source.page_numbers):
        if after[1] not in (before[1] + 1, 1):
            expected = _range(before[1] + 1, max(before[1], after[1] - 1))
            kind = DoubtKind.PAGE_NUMBER_GAP
            yield source.at(kind, Severity.WARNING, after[0], expected, str(after[1]))


def _first_line(source: ReadSource, page: int) -> int | None:
    lines = source.text.pages[page - 1].lines
    return lines[0].number if lines else None


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of numbers that follow each other."""
    first: int | None = None
    for index, number in enumerate(numbers):
        first = number if first is None else first
        if index + 1 == len(numbers) or numbers[index + 1] != number + 1:
            yield first, number
            first = None


def _range(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(first)
