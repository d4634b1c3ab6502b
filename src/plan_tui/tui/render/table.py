"""A table in lines: columns as wide as they need, cells wrapped, rows striped."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.records import Table
from plan_tui.text.record import replaced
from plan_tui.text.width import width
from plan_tui.tui.render.line import (
    EMPTY,
    SEPARATOR,
    Anchor,
    Line,
    Paragraph,
    Piece,
    columns_of,
    side_by_side,
)
from plan_tui.tui.render.marked_text import MarkFinder, find_nothing, with_marks

_SEPARATOR = columns_of((SEPARATOR,))
_LEAST = 4
"""Columns of the terminal that a narrow column keeps: two wide characters. Chosen by eye; with a
larger one, tables turn into lists in wider windows already.
"""
_LEAST_VALUE = 4
"""Columns that must be left behind a column's name in a list, or the name is left out."""


def table_lines(
    table: Table, columns: int, part: str, find: MarkFinder = find_nothing
) -> list[Line]:
    """Draw ``table`` in at most ``columns``; one too wide for that is drawn as a list.

    ``part`` names the table for the anchors of its lines, whose offset is the row's number: 0 for
    the head, 1 for the first row.
    """
    count = max([len(table.columns), *map(len, table.rows)], default=0)
    if count == 0:
        return []
    room = columns - _SEPARATOR * (count - 1)
    if room < _LEAST * count:
        return _as_list(table, columns, part, find)
    sizes = _sizes(table, count, room)
    lines = _row(table.columns, sizes, "table-head", (part, 0), find)
    for number, cells in enumerate(table.rows, 1):
        row = _row(cells, sizes, "text", (part, number), find)
        lines += row if number % 2 else [replaced(line, fill="stripe") for line in row]
    return lines


def _sizes(table: Table, count: int, room: int) -> list[int]:
    """Share ``room`` out: narrow columns get what they need, the others equal parts."""
    needs = [0] * count
    for cells in (table.columns, *table.rows):
        for number, cell in enumerate(cells):
            needs[number] = max(needs[number], width(cell), 1)
    sizes = [0] * count
    left = room
    for settled, number in enumerate(sorted(range(count), key=lambda n: needs[n])):
        sizes[number] = min(needs[number], left // (count - settled))
        left -= sizes[number]
    return sizes


def _cell(
    text: str,
    role: str,
    find: MarkFinder,
    part: str = "",
    first: tuple[Piece, ...] = (),
    rest: tuple[Piece, ...] = (),
) -> Paragraph:
    marked = with_marks(text, (), find)
    return Paragraph(text, marked.styles, role, part, first, rest, stops=marked.stops)


def _row(
    cells: Sequence[str], sizes: Sequence[int], role: str, anchor: Anchor, find: MarkFinder
) -> list[Line]:
    """Draw a row in as many lines as its longest cell needs; missing cells are empty."""
    texts = [*cells, *[""] * (len(sizes) - len(cells))]
    columns = [_cell(cell, role, find).lines(size) for cell, size in zip(texts, sizes, strict=True)]
    lines = []
    for number in range(max(map(len, columns))):
        parts = [column[number] if number < len(column) else EMPTY for column in columns]
        pieces = side_by_side(parts, sizes)
        lines.append(Line(tuple(pieces), anchor, hit=any(part.hit for part in parts)))
    return lines


def _as_list(table: Table, columns: int, part: str, find: MarkFinder) -> list[Line]:
    """Draw each row as a paragraph a cell behind its column's name, rows parted by a blank."""
    lines: list[Line] = []
    for number, cells in enumerate(table.rows):
        for name, cell in zip(table.columns, cells, strict=False):
            size = width(name) + 2
            named = size + _LEAST_VALUE < columns
            first = (Piece(f"{name}: ", "label"),) if named else (Piece("  "),)
            rest = (Piece(" " * size),) if named else first
            lines += _cell(cell, "text", find, part, first, rest).lines(columns)
        if number + 1 < len(table.rows):
            lines.append(Line(anchor=(part, number)))
    return lines
