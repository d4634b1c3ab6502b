"""A table in lines: columns as wide as they need, cells wrapped, rows striped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from plan_tui.model.comparison import Mark
from plan_tui.model.records import Table
from plan_tui.text.width import width
from plan_tui.tui.render.line import RULE, Line, Paragraph, Piece, Place, Style, padded

Find = Callable[[str], Sequence[Mark]]
"""Gives the ranges of a cell to mark as matches."""

_SEPARATOR = " | "
_LEAST = 4
"""Columns of the screen that a narrow column keeps."""


def _nothing(text: str) -> Sequence[Mark]:
    return ()


def table_lines(table: Table, columns: int, part: str, find: Find = _nothing) -> list[Line]:
    """Draw ``table`` in at most ``columns``; one too wide for that is drawn as a list."""
    count = max([len(table.columns), *map(len, table.rows)], default=0)
    if count == 0:
        return []
    room = columns - len(_SEPARATOR) * (count - 1)
    if room < _LEAST * count:
        return _as_list(table, columns, part, find)
    sizes = _sizes(table, count, room)
    made = _row(table.columns, sizes, "table-head", (part, 0), find)
    for number, cells in enumerate(table.rows, 1):
        rows = _row(cells, sizes, "text", (part, number), find)
        if number % 2 == 0:
            rows = [replace(row, fill="stripe") for row in rows]
        made.extend(rows)
    return made


def _sizes(table: Table, count: int, room: int) -> list[int]:
    """Share ``room`` out: narrow columns get what they need, the others equal parts."""
    needs = [0] * count
    for cells in (table.columns, *table.rows):
        for number, cell in enumerate(cells):
            needs[number] = max(needs[number], width(cell), 1)
    sizes = [0] * count
    left = room
    for done, number in enumerate(sorted(range(count), key=lambda n: needs[n])):
        sizes[number] = min(needs[number], left // (count - done))
        left -= sizes[number]
    return sizes


def _cell(text: str, role: str, columns: int, find: Find) -> list[Line]:
    marks = find(text)
    styles = tuple(Style(start, end, "hit") for start, end in marks)
    stops = frozenset(start for start, _ in marks)
    return Paragraph(text, styles, role, stops=stops).lines(columns)


def _row(
    cells: Sequence[str], sizes: Sequence[int], role: str, place: Place, find: Find
) -> list[Line]:
    texts = [*cells, *[""] * (len(sizes) - len(cells))]
    columns = [_cell(cell, role, size, find) for cell, size in zip(texts, sizes, strict=True)]
    made = []
    for number in range(max(map(len, columns))):
        pieces: list[Piece] = []
        own = [lines[number] if number < len(lines) else Line() for lines in columns]
        for column, (one, size) in enumerate(zip(own, sizes, strict=True)):
            if column:
                pieces.append(Piece(_SEPARATOR, RULE))
            pieces.extend(padded(one, size))
        made.append(Line(tuple(pieces), place, hit=any(one.hit for one in own)))
    return made


def _as_list(table: Table, columns: int, part: str, find: Find) -> list[Line]:
    made: list[Line] = []
    for number, cells in enumerate(table.rows):
        for name, cell in zip(table.columns, cells, strict=False):
            first = (Piece(f"{name}: ", "label"),) if width(name) + 6 < columns else ()
            rest = (Piece("  "),) if not first else (Piece(" " * (width(name) + 2)),)
            marks = find(cell)
            made += Paragraph(
                cell,
                tuple(Style(start, end, "hit") for start, end in marks),
                part=part,
                first=first or rest,
                rest=rest,
                stops=frozenset(start for start, _ in marks),
            ).lines(columns)
        if number + 1 < len(table.rows):
            made.append(Line(place=(part, number)))
    return made
