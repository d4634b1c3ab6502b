"""A table in lines: columns as wide as they need, cells wrapped, rows striped."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.records import Table
from plan_tui.text.width import width
from plan_tui.tui.typeset.line import Line, Paragraph, Piece, padded

_SEPARATOR = " | "
_LEAST = 4
"""Columns of the screen that a narrow column keeps."""


def table_lines(table: Table, columns: int, part: str) -> list[Line]:
    """Draw ``table`` in at most ``columns``; one too wide for that is drawn as a list."""
    count = max([len(table.columns), *map(len, table.rows)], default=0)
    if count == 0:
        return []
    room = columns - len(_SEPARATOR) * (count - 1)
    if room < _LEAST * count:
        return _as_list(table, columns, part)
    sizes = _sizes(table, count, room)
    made = _row(table.columns, sizes, "table-head", part, 0)
    for number, cells in enumerate(table.rows, 1):
        rows = _row(cells, sizes, "text", part, number)
        if number % 2 == 0:
            rows = [Line(row.pieces, row.place, fill="stripe") for row in rows]
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


def _row(cells: Sequence[str], sizes: Sequence[int], role: str, part: str, row: int) -> list[Line]:
    texts = [*cells, *[""] * (len(sizes) - len(cells))]
    columns = [
        Paragraph(cell, role=role).lines(size) for cell, size in zip(texts, sizes, strict=True)
    ]
    made = []
    for number in range(max(map(len, columns))):
        pieces: list[Piece] = []
        for place, (lines, size) in enumerate(zip(columns, sizes, strict=True)):
            if place:
                pieces.append(Piece(_SEPARATOR, "rule"))
            pieces.extend(padded(lines[number] if number < len(lines) else Line(), size))
        made.append(Line(tuple(pieces), (part, row)))
    return made


def _as_list(table: Table, columns: int, part: str) -> list[Line]:
    made: list[Line] = []
    for number, cells in enumerate(table.rows):
        for name, cell in zip(table.columns, cells, strict=False):
            first = (Piece(f"{name}: ", "label"),) if width(name) + 6 < columns else ()
            rest = (Piece("  "),) if not first else (Piece(" " * (width(name) + 2)),)
            made.extend(Paragraph(cell, part=part, first=first or rest, rest=rest).lines(columns))
        if number + 1 < len(table.rows):
            made.append(Line(place=(part, number)))
    return made
