"""Numbered lists set in columns whose rows the file gives as whole lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import BlockKind
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.item_markers import item_marker
from plan_tui.text.record import record, replaced
from plan_tui.text.width import width

_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_BEFORE, _HANGING = 0.5, 5.0
"""Ems before and behind a column's left edge within which the second line of its item begins."""
_COLUMNS_PER_EM = 2


@record
class ColumnPart:
    """The part of a line that stands in one column."""

    line: BodyLine
    """With the part alone as its text."""
    column: int
    """From 0."""


def row_parts(line: BodyLine) -> list[ColumnPart]:
    """Return the items that stand on one line; empty if it holds fewer than two.

    Their numbers are of one style and grow.
    """
    text = line.text.text
    starts = [len(text) - len(text.lstrip())]
    first = item_marker(text)
    if first is None or first.kind is not BlockKind.LIST_ITEM:
        return []
    last = first
    for gap in _GAP.finditer(text):
        marker = item_marker(text[gap.end() :])
        if marker and marker.style == first.style and marker.value > last.value:
            starts.append(gap.end())
            last = marker
    return _cut(line, starts) if len(starts) > 1 else []


def wrapped_parts(line: BodyLine, row: Sequence[ColumnPart]) -> list[ColumnPart]:
    """Return the parts of a line below ``row`` that go on with its items; empty if none do."""
    edges = [_place(part.line, 0) for part in row]
    text = line.text.text
    first = len(text) - len(text.lstrip())
    columns: dict[int, int] = {}  # the start of a part → its column
    for start in (first, *(gap.end() for gap in _GAP.finditer(text))):
        place = _place(line, start)
        near = [c for c, edge in enumerate(edges) if -_BEFORE <= place - edge <= _HANGING]
        if near and near[-1] not in columns.values():
            columns[start] = near[-1]
    goes_on = first in columns and max(columns.values()) > 0 and item_marker(text) is None
    if not goes_on:
        return []
    parts = _cut(line, list(columns))
    return [
        replaced(part, column=column) for part, column in zip(parts, columns.values(), strict=True)
    ]


def _cut(line: BodyLine, starts: Sequence[int]) -> list[ColumnPart]:
    ends = [*starts[1:], len(line.text)]
    return [
        ColumnPart(replaced(line, text=line.text[start:end].strip()), column)
        for column, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _place(line: BodyLine, start: int) -> float:
    """Return the ems from the page's left edge to the character ``start`` of a line's text."""
    place = line.text.places[start]
    if line.positioned and place and place[0] == line.line.number:
        box = line.line.boxes[place[1]]
        if box and line.line.size:
            return box.left / line.line.size
    column = place[1] if place else start
    return width(line.line.text[:column]) / _COLUMNS_PER_EM
