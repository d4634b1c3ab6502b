"""The printed page numbers: numbers that grow by one with the pages, in whatever form.

One or two of a series of their own (i, ii before 1) stand where the others do.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from plan_tui.model.edits import EditKind
from plan_tui.model.enums import FurnitureKind
from plan_tui.parse.common.numbering import roman_value
from plan_tui.parse.full_text.unplaced import (
    UnplacedLine,
    UnplacedPage,
    UnplacedText,
    by_height,
)
from plan_tui.text.record import record

_FRAME = r"[\s\-－−‐‑‒–—―ー~～〜<>＜＞〈〉《》【】\[\]［］()（）・|｜.．:：]*"
_PAGE_WORD = r"(?:p(?:age|\.)?|ページ|頁|第)?"
_DIGITS = r"[0-9０-９]{1,4}"
_ROMAN = r"[ivxlⅰ-ⅻⅠ-ⅫＩＶＸ]{1,7}"
_TOTAL = rf"(?:\s*(?:[/／]|of|中)\s*{_DIGITS})?"
_PAGE_NUMBER = re.compile(
    rf"{_FRAME}{_PAGE_WORD}\s*(?:(?P<digits>{_DIGITS})|(?P<roman>{_ROMAN})){_TOTAL}"
    rf"\s*(?:ページ|頁)?{_FRAME}",
    re.IGNORECASE,
)
_OUTERMOST = 3
"""Lines from a page's top or foot within which its number stands, where positions do not tell."""
_FEWEST = 3
"""Pages of one sequence that are enough to tell it; a source of fewer pages needs half of them."""
_APART = 1.8
"""Ems from a number to the nearest line that set it apart."""
_SAME = 2.0
"""Points by which places differ that are one."""
_LEAST_DISTANCE, _GREATEST_DISTANCE = 8, 150
"""Lines between two page numbers, in a source that does not tell where its pages end."""


@record
class _Candidate:
    """A line that may be its page's number."""

    line: UnplacedLine
    value: int
    series: tuple[bool, int]
    """Whether Roman, and by how much the number exceeds that of the file's page."""
    depth: int
    """Lines between it and the page's top or foot."""


def take_page_numbers(text: UnplacedText) -> None:
    """Move the page numbers of all pages to the furniture; ``text`` is changed."""
    if len(text.pages) == 1 and not text.positioned:
        _divide(text)
    candidates = [list(_candidates(text, page)) for page in text.pages]
    support = Counter(series for page in candidates for series in {c.series for c in page})
    fewest = min(_FEWEST, max(1, (len(text.pages) + 1) // 2))
    chosen = [
        max(sure, key=lambda c: (support[c.series], -c.depth))
        if (sure := [c for c in there if support[c.series] >= fewest])
        else None
        for there in candidates
    ]
    places = [place for c in chosen if c and (place := _place(c.line))]
    for page, there, best in zip(text.pages, candidates, chosen, strict=True):
        number = best or next((c for c in there if _is_among(c.line, places)), None)
        if number:
            text.take(page, FurnitureKind.PAGE_NUMBER, [number.line])
            text.numbered.add(page.number)


def _place(line: UnplacedLine) -> tuple[float, ...]:
    """Return a line's baseline, and its left edge, centre and right edge; empty without boxes."""
    left, right, baseline = line.line.left, line.line.right, line.line.baseline
    if left is None or right is None or baseline is None:
        return ()
    return baseline, left, (left + right) / 2, right


def _is_among(line: UnplacedLine, places: Sequence[tuple[float, ...]]) -> bool:
    """Return whether a line stands where sure page numbers do, at an edge or in the middle."""
    baseline, *edges = _place(line) or (0.0,)
    return bool(edges) and any(
        abs(baseline - sure[0]) <= _SAME
        and any(abs(edge - other) <= _SAME for edge, other in zip(edges, sure[1:], strict=True))
        for sure in places
    )


def _candidates(text: UnplacedText, page: UnplacedPage) -> Iterator[_Candidate]:
    lines = by_height(page.lines)
    for index, line in enumerate(lines):
        depth = min(index, len(lines) - 1 - index)
        if depth >= _OUTERMOST and not text.positioned:
            continue
        if len(text.pages) < _FEWEST and not (depth == 0 and _stands_apart(text, lines, index)):
            continue
        number = _number(line)
        if number and not text.edited(line, EditKind.NOT_FURNITURE):
            roman, value = number
            yield _Candidate(line, value, (roman, value - page.number), depth)


def _stands_apart(text: UnplacedText, lines: Sequence[UnplacedLine], index: int) -> bool:
    """Return whether a page's outermost line is set apart from the next by blank space."""
    neighbour = lines[index - 1] if index else lines[1 % len(lines)]
    baselines = lines[index].line.baseline, neighbour.line.baseline
    if None in baselines:
        return lines[max(index, 1) % len(lines)].number in text.gaps
    distance = abs((baselines[0] or 0.0) - (baselines[1] or 0.0))
    return distance > _APART * (neighbour.line.size or 0.0)


def _number(line: UnplacedLine) -> tuple[bool, int] | None:
    """Return whether a line's number is Roman, and its value; None if it is no number alone."""
    match = _PAGE_NUMBER.fullmatch(line.text.text)
    if not match:
        return None
    if match["digits"]:
        return False, int(unicodedata.normalize("NFKC", match["digits"]))
    value = roman_value(match["roman"])
    return (True, value) if value else None


def _divide(text: UnplacedText) -> None:
    """Divide a source without pages after each line of its longest sequence of page numbers."""
    page = text.pages[0]
    ends = _longest_sequence(text, page.lines)
    if len(ends) < _FEWEST:
        return
    starts = [0, *(end + 1 for end in ends)]
    parts = [page.lines[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    text.pages = [UnplacedPage(number, part) for number, part in enumerate(parts, 1) if part]


def _longest_sequence(text: UnplacedText, lines: Sequence[UnplacedLine]) -> list[int]:
    """Return the indices of the longest sequence of numbers alone on a line that grow by one.

    Between them stand as many lines as a page may have; footnotes' numbers stand closer.
    """
    best: dict[int, list[int]] = {}  # a number's value → the longest sequence up to it
    longest: list[int] = []
    for index, line in enumerate(lines):
        number = _number(line)
        if not number or number[0] or text.edited(line, EditKind.NOT_FURNITURE):
            continue
        before = best.get(number[1] - 1, [])
        near = before and _LEAST_DISTANCE <= index - before[-1] <= _GREATEST_DISTANCE
        sequence = [*before, index] if near else [index]
        if len(sequence) >= len(best.get(number[1], [])):
            best[number[1]] = sequence
        longest = max(longest, sequence, key=len)
    return longest
