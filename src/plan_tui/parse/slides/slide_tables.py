"""Tables as the converter wrote them: cells between tabs, or between upright strokes.

Merged cells were left blank, a nested table was written three times, and a header may stand
below the first row. A table becomes one block: its text holds each source character once, its
columns and rows carry the filled cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import BlockKind, FurnitureKind
from plan_tui.model.parsed import NOTHING, ParsedBlock
from plan_tui.parse.common.markup import Leftovers, strip_markup
from plan_tui.parse.slides.text import clean_cell
from plan_tui.text.traced import Traced

Row = list[Traced]

_STROKED = re.compile(r"\s*(?:-\s+)?\|.*\|\s*$")
_RULE = re.compile(r"\s*(?:-\s+)?[|\s:-]+$")
_NESTED_ROW = re.compile(r"<tr[^<>]*>(.*?)</tr>", re.DOTALL)
_NESTED_CELL = re.compile(r"<t[dh][^<>]*>(.*?)</t[dh]>", re.DOTALL)
_CIRCLED = re.compile(r"[①-⑳]")
_DIGITS = re.compile(r"[0-9０-９]+")


def is_table_line(text: str) -> bool:
    """Return whether a line is a row of a table."""
    return "\t" in text or bool(_STROKED.match(text))


def grid_items(
    lines: Sequence[Traced], left: Leftovers
) -> list[tuple[Traced, Traced, Traced]] | None:
    """Return a grid of ``①…`` cells as items in the order of their numbers, else None.

    An item is its number, its head, and what the cell says of it (after the head's blank).
    """
    rows = [_cells(line, Leftovers()) for line in lines]
    cells = [cell for row in rows for cell in row if cell.strip()]
    if not cells or not all(_CIRCLED.match(cell.text.strip()) for cell in cells):
        return None
    filled = [cell for line in lines for cell in _cells(line, left) if cell.strip()]
    items = []
    for cell in sorted(filled, key=lambda cell: cell.text.strip()[0]):
        bare = strip_markup(cell, left).strip()
        head, detail = _head_of(bare[1:].strip())
        items.append((bare[:1], head, detail))
    return items


def table_block(lines: Sequence[Traced], left: Leftovers) -> ParsedBlock | None:
    """Return the table that stands in ``lines``; None if all its cells are blank."""
    rows, wide = _clean_rows([_cells(line, left) for line in lines], left)
    if not any(map(any, rows)):
        return None
    width = max(max(i for i, cell in enumerate(row) if cell) + 1 for row in rows if any(row))
    rows = [(row + [NOTHING] * width)[:width] for row in rows if any(row)]
    header = _header_at(rows)
    if header is not None:
        rows.insert(0, rows.pop(header))
    filled = _filled(rows, header is not None, wide)
    text = Traced.join([Traced.join(row, "\t") for row in rows], "\n")
    columns = tuple(filled[0]) if header is not None else ("",) * width
    body = filled[1:] if header is not None else filled
    return ParsedBlock(
        BlockKind.TABLE, text, columns=columns, rows=tuple(tuple(row) for row in body)
    )


def _cells(line: Traced, left: Leftovers) -> Row:
    """Split a line at its tabs or strokes; strokes and rules are furniture."""
    if "\t" in line.text:
        return _split(line, "\t")
    if _RULE.match(line.text):
        left.put(FurnitureKind.TABLE_SIGN, line)
        return []
    first = line.text.index("|")
    left.put(FurnitureKind.TABLE_SIGN, line[:first])
    for index in (i for i, character in enumerate(line.text) if character == "|"):
        left.put(FurnitureKind.TABLE_SIGN, line[index : index + 1])
    return [cell.strip() for cell in _split(line[first:], "|")[1:-1]]


def _split(line: Traced, separator: str) -> Row:
    cells, start = [], 0
    for index, character in enumerate(line.text + separator):
        if character == separator:
            cells.append(line[start:index])
            start = index + 1
    return cells


def _clean_rows(rows: Sequence[Row], left: Leftovers) -> tuple[list[Row], int | None]:
    """Clean every cell; a nested table becomes rows, its other printings furniture.

    The second result is the column that a nested table parted, which other rows leave whole.
    """
    found: list[Row] = []
    wide: int | None = None
    printed: list[str] = []
    for row in rows:
        nested = next((i for i, cell in enumerate(row) if _is_nested(cell)), None)
        if nested is not None:
            wide = nested
            inner = _nested_rows(row[nested], left)
            printed = [_solid(cell) for part in inner for cell in part]
            found += _unfolded(row, nested, inner, printed, left)
        elif printed and all(_solid(cell) in printed for cell in row if cell.strip()):
            for cell in row:
                left.put(FurnitureKind.REPEATED_TABLE, cell)
        else:
            found.append([clean_cell(strip_markup(cell, left)) for cell in row])
    return found, wide


def _is_nested(cell: Traced) -> bool:
    return any(_NESTED_CELL.search(row.group(1)) for row in _NESTED_ROW.finditer(cell.text))


def _unfolded(
    row: Row, nested: int, inner: Sequence[Row], printed: Sequence[str], left: Leftovers
) -> list[Row]:
    """Return one row per row of the nested table, the outer cells only in the first."""
    outer = [clean_cell(strip_markup(cell, left)) for cell in row[:nested]]
    after = [cell for cell in row[nested + 1 :] if cell.strip()]
    if all(_solid(cell) in printed for cell in after):
        for cell in after:
            left.put(FurnitureKind.REPEATED_TABLE, cell)
        after = []
    rest = [clean_cell(strip_markup(cell, left)) for cell in after]
    blank = [NOTHING] * len(outer)
    return [
        [*(blank if number else outer), *part, *([] if number else rest)]
        for number, part in enumerate(inner)
    ]


def _nested_rows(cell: Traced, left: Leftovers) -> list[Row]:
    """Return a nested table's cells; its tags are furniture."""
    rows: list[Row] = []
    end = 0
    for row in _NESTED_ROW.finditer(cell.text):
        cells: Row = []
        for found in _NESTED_CELL.finditer(cell.text, row.start(1), row.end(1)):
            left.put(FurnitureKind.TABLE_REST, strip_markup(cell[end : found.start(1)], left))
            cells.append(clean_cell(strip_markup(cell[found.start(1) : found.end(1)], left)))
            end = found.end(1)
        rows += [cells] if cells else []
    left.put(FurnitureKind.TABLE_REST, strip_markup(cell[end:], left))
    return rows


def _solid(cell: Traced) -> str:
    return "".join(cell.text.split())


def _header_at(rows: Sequence[Row]) -> int | None:
    """Return the place of the header row, or None where the table has none.

    It is the one row whose first cell breaks the numbered pattern of all others, or the first
    row where it is shorter than every other and no column of it goes on as a number.
    """
    shapes = [
        _DIGITS.sub("0", row[0].text)[:3] if _DIGITS.search(row[0].text) else "" for row in rows
    ]
    odd = [i for i, shape in enumerate(shapes) if not shape]
    numbered = {shape for shape in shapes if shape}
    if len(odd) == 1 and len(numbered) == 1 and len(rows) > 2:
        return odd[0]
    lengths = [max(len(cell) for cell in row) for row in rows]
    plain = not any(_DIGITS.fullmatch(cell.text) for cell in rows[0])
    return 0 if plain and len(rows) > 1 and lengths[0] < min(lengths[1:]) else None


def _filled(rows: Sequence[Row], header: bool, wide: int | None) -> list[list[str]]:
    """Return the cells with each merged one filled: from above, else from the right.

    Column ``wide`` reaches to the row's end where nothing stands behind it.
    """
    filled: list[list[str]] = []
    for number, row in enumerate(rows):
        above = filled[-1] if number > header else None
        texts = [cell.text for cell in row]
        if wide is not None and not any(texts[wide + 1 :]):
            texts[wide:] = [texts[wide]] * len(texts[wide:])
        for column in reversed(range(len(texts))):
            right = texts[column + 1] if column + 1 < len(texts) else ""
            texts[column] = texts[column] or (above[column] if above else right)
        filled.append(texts)
    return filled


def _head_of(text: Traced) -> tuple[Traced, Traced]:
    """Part a cell into its head, with a bracket behind it, and the rest."""
    found = re.match(r"\S+(?:\s+[（(][^（()）]*[)）])?", text.text)
    end = found.end() if found else len(text)
    return text[:end], text[end:].strip()
