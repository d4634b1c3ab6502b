"""Running heads and feet, and the numbers of lines in the margin: what pages repeat."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from plan_tui.model.edits import EditKind
from plan_tui.model.enums import FurnitureKind
from plan_tui.parse.full_text.furniture.ruled_tables import lines_in_tables
from plan_tui.parse.full_text.label_styles import styled_labels
from plan_tui.parse.full_text.unplaced import (
    UnplacedLine,
    UnplacedPage,
    UnplacedText,
    by_height,
)
from plan_tui.text.record import replaced

_OUTERMOST = 3
"""Lines from a page's top or foot among which a running head stands."""
_FEWEST = 3
"""Pages that a head stands on at least."""
_NEAR = 3
"""Pages from one of them to the next, at most: heads alternate between left and right pages."""
_SAME_PLACE = 3.0
"""Points by which the places of a head differ at most."""
_CLOSE = 2.0
"""Sizes of the type from a line to the next in a text, at most."""
_SURE_LENGTH = 5
"""Characters of a repeated line that is no accident, where positions do not tell."""
_MARGIN_LINES = 5
"""Numbered lines of a page that are enough to tell that its lines are numbered."""
_MOST = 0.8
"""The part of a page's margin numbers that must count up evenly."""
_DENSE = 0.6
"""The part of a page's lines that they count, at least; other numbers stand farther apart."""
_LEADING_NUMBER = re.compile(r"\s*([0-9]{1,3})(?=\s+\S|\s*$)")
_MARGIN = 1.0
"""Ems from a margin number to its line, at least."""
_DIGITS = re.compile(r"[0-9０-９]+")
_FIRST_NUMBER = re.compile(r"\W*注?[0-9０-９]")
_ENDS_SENTENCE = ("。", "、")

_Head = tuple[int, UnplacedLine]
"""Index of a page, and a line on it."""


def take_running_heads(text: UnplacedText) -> None:
    """Move running heads and feet to the furniture; ``text`` is changed."""
    groups: dict[tuple[str, str], list[_Head]] = defaultdict(list)
    inside: Counter[str] = Counter()
    for index, page in enumerate(text.pages):
        outermost = list(_outermost(page))
        for side, line in outermost:
            if not text.edited(line, EditKind.NOT_FURNITURE):
                groups[side, _key(line)].append((index, line))
        inside.update({_key(line) for line in page.lines} - {_key(line) for _, line in outermost})
    heads = [
        head
        for (_, key), group in groups.items()
        if 2 * inside[key] < len(group) and not _is_text(text, group)
        for head in _repeated(text, key, group)
    ]
    for index, page in enumerate(text.pages):
        lines = [line for number, line in heads if number == index]
        text.take(page, FurnitureKind.RUNNING_HEAD, lines)
        forced = [line for line in page.lines if text.edited(line, EditKind.FURNITURE)]
        text.take(page, FurnitureKind.RUNNING_HEAD, forced)


def _is_text(text: UnplacedText, group: Sequence[_Head]) -> bool:
    """Return whether lines that few pages share stand among the text, as lines of it do."""
    if 2 * len(group) >= len(text.pages):
        return False
    return all(_is_close(text.pages[index], line) for index, line in group)


def _is_close(page: UnplacedPage, line: UnplacedLine) -> bool:
    """Return whether a line of the same size stands right above or below one; by positions."""
    baseline, size = line.line.baseline, line.line.size
    if baseline is None or not size:
        return False
    return any(
        other.line.size == size and 0 < abs((other.line.baseline or 0.0) - baseline) < _CLOSE * size
        for other in page.lines
    )


def _outermost(page: UnplacedPage) -> Iterator[tuple[str, UnplacedLine]]:
    cells = lines_in_tables(page)
    lines = by_height([line for line in page.lines if line.number not in cells])
    yield from (("top", line) for line in lines[:_OUTERMOST])
    yield from (("foot", line) for line in lines[-_OUTERMOST:])


def _key(line: UnplacedLine) -> str:
    """Return a line's text without blanks and without the numbers that change with the pages."""
    return _DIGITS.sub("#", line.solid)


def _repeated(text: UnplacedText, key: str, group: Sequence[_Head]) -> list[_Head]:
    """Return the lines of a ``group`` of like ones that are one head on near pages."""
    words = key.replace("#", "")
    if not words or key.endswith(_ENDS_SENTENCE):
        return []
    if not text.positioned and len(words) < _SURE_LENGTH and len(group) * 2 < len(text.pages):
        return []
    runs: list[list[_Head]] = []
    for head in group:
        near = runs and head[0] - runs[-1][-1][0] <= _NEAR
        if near and _same_place(runs[-1], head) and _numbers_fit(text, runs[-1], head):
            runs[-1].append(head)
        else:
            runs.append([head])
    return [head for run in runs if len({page for page, _ in run}) >= _FEWEST for head in run]


def _numbers_fit(text: UnplacedText, run: Sequence[_Head], head: _Head) -> bool:
    """Return whether the numbers in a line stay as in a recent one of ``run``, or count pages.

    The numbers of footnotes do neither, or stand before their texts on pages with a number.
    """
    page, line = head
    opens = _has_number(text, page) and _opens_with_number(line)
    for before, other in run[-2:]:
        steps = {b - a for a, b in zip(_numbers(other), _numbers(line), strict=True)}
        if steps <= {0} or (steps <= {0, page - before} and not opens):
            return True
    return False


def _opens_with_number(line: UnplacedLine) -> bool:
    """Return whether a line begins as a footnote or a heading does."""
    labels = styled_labels(line.text.text)
    return bool(_FIRST_NUMBER.match(line.solid)) or any(not label.style.weak for label in labels)


def _numbers(line: UnplacedLine) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(line.solid)]


def _has_number(text: UnplacedText, page: int) -> bool:
    """Return whether a page, named by its index, has a page number of its own."""
    return text.pages[page].number in text.numbered


def _same_place(run: Sequence[_Head], head: _Head) -> bool:
    """Return whether a line stands at the height of a recent one of ``run``."""
    baseline = head[1].line.baseline
    if baseline is None:
        return True
    return any(
        other.line.baseline is not None and abs(other.line.baseline - baseline) <= _SAME_PLACE
        for _, other in run[-2:]
    )


def take_line_numbers(text: UnplacedText) -> None:
    """Move the numbers that count the lines in the margin to the furniture."""
    numbered = [_margin_numbers(page) for page in text.pages]
    enough = sum(len(numbers) >= _MARGIN_LINES for numbers in numbered)
    long_pages = sum(len(page.lines) >= 2 * _MARGIN_LINES for page in text.pages)
    if not enough or 2 * enough < long_pages:
        return
    edges = {
        edge
        for page, there in zip(text.pages, numbered, strict=True)
        for line in page.lines
        if line.number in there
        for edge in _number_edges(line)
    }
    for page, there in zip(text.pages, numbered, strict=True):
        numbers = there or _numbers_at(page, edges)
        page.lines = [
            rest
            for line in page.lines
            if (rest := _without_number(text, line, numbers.get(line.number))) is not None
        ]


def _numbers_at(page: UnplacedPage, edges: AbstractSet[tuple[str, int]]) -> dict[int, int]:
    """Return the lines of a page of few lines whose numbers stand where those of others do."""
    return {
        line.number: match.end(1)
        for line in page.lines
        if not edges.isdisjoint(_number_edges(line)) and (match := _leading(line))
    }


def _number_edges(line: UnplacedLine) -> set[tuple[str, int]]:
    """Return the edges of the number that a line begins with, in points; empty without boxes."""
    match = _leading(line)
    boxes = [line.box(index) for index in range(*match.span(1))] if match else []
    first, last = (boxes[0], boxes[-1]) if boxes else (None, None)
    return {("left", round(first.left)), ("right", round(last.right))} if first and last else set()


def _without_number(text: UnplacedText, line: UnplacedLine, end: int | None) -> UnplacedLine | None:
    """Return a line without its margin number, which goes to the furniture; None if it is all."""
    if end is None or text.edited(line, EditKind.NOT_FURNITURE):
        return line
    text.put(FurnitureKind.LINE_NUMBER, line.text[:end])
    rest = line.text[end:]
    if not rest.text.strip():
        return None
    boxes = (*(None for _ in line.line.boxes[:end]), *line.line.boxes[end:])
    return UnplacedLine(replaced(line.line, boxes=boxes), rest)  # it begins where its text does


def _margin_numbers(page: UnplacedPage) -> dict[int, int]:
    """Return the lines of a page that begin with its next margin number → where that ends."""
    matches = [(line, match) for line in page.lines if (match := _leading(line))]
    values = [int(match.group(1)) for _, match in matches]
    steps = [after - before for before, after in pairwise(values)]
    if not steps:
        return {}
    step = max(set(steps), key=steps.count)
    even = steps.count(step) >= _MOST * len(steps)
    lines = len(page.lines) - sum(match.end() == len(line.text) for line, match in matches)
    if step not in (1, 5) or not even or step * len(matches) < _DENSE * lines:
        return {}
    counted = {i + side for i in range(len(steps)) if steps[i] == step for side in (0, 1)}
    return {
        line.number: match.end(1) for index, (line, match) in enumerate(matches) if index in counted
    }


def _leading(line: UnplacedLine) -> re.Match[str] | None:
    """Return the number that a line begins with, if it is set off from the rest."""
    match = _LEADING_NUMBER.match(line.text.text)
    if not match or match.end() == len(line.text):
        return match
    rest = len(line.text) - len(line.text.text[match.end() :].lstrip())
    if rest == len(line.text):
        return match
    number, word = line.box(match.end(1) - 1), line.box(rest)
    if number and word:
        return match if word.left - number.right >= _MARGIN * word.size else None
    return match if rest - match.end(1) > 1 else None
