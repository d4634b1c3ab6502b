"""Tables as the converter wrote them: cells between tabs, or between vertical bars.

The converter left merged cells blank, wrote a nested table three times, and may have put a header
below the first row. A table becomes one block: its text holds each source character once, its
columns and rows hold the cells with merged ones filled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import (
    BlockKind,
    FurnitureKind,
)
from plan_tui.model.parsed import NOTHING, ParsedBlock
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.common.markup import strip_markup
from plan_tui.parse.common.numbering import CIRCLED
from plan_tui.parse.slides.slide_text import clean_cell
from plan_tui.text.characters import CIRCLED_NUMBERS
from plan_tui.text.traced import Traced

Row = list[Traced]

_BARRED = re.compile(r"\s*(?:-\s+)?\|.*\|\s*$")
_RULE = re.compile(r"\s*(?:-\s+)?[|\s:-]+$")
_NESTED_ROW = re.compile(r"<tr[^<>]*>(.*?)</tr>", re.DOTALL)
_NESTED_CELL = re.compile(r"<t[dh][^<>]*>(.*?)</t[dh]>", re.DOTALL)
_DIGITS = re.compile(r"[0-9０-９]+")


def is_table_line(text: str) -> bool:
    """Return whether a line is a row of a table."""
    return "\t" in text or bool(_BARRED.match(text))


def grid_items(
    lines: Sequence[Traced], furniture: FurnitureCollector
) -> list[tuple[Traced, Traced, Traced]] | None:
    """Return a grid of ``①…`` cells as items in the order of their numbers, else None.

    An item is (number, heading, details); in its cell a blank stands between the latter two.
    """
    rows = [_cells(line, FurnitureCollector()) for line in lines]  # only to look
    cells = [cell for row in rows for cell in row if cell.strip()]
    if not cells or not all(CIRCLED.match(cell.text.strip()) for cell in cells):
        return None
    cells = [cell for line in lines for cell in _cells(line, furniture) if cell.strip()]
    items = []
    for cell in sorted(cells, key=lambda cell: CIRCLED_NUMBERS.index(cell.text.strip()[0])):
        text = strip_markup(cell, furniture).strip()
        heading, details = _split_heading(text[1:].strip())
        items.append((text[:1], heading, details))
    return items


def table_block(lines: Sequence[Traced], furniture: FurnitureCollector) -> ParsedBlock | None:
    """Return the table that stands in ``lines``; None if all its cells are blank."""
    rows, nested_column = _clean_rows([_cells(line, furniture) for line in lines], furniture)
    if not any(map(any, rows)):
        return None
    width = max(max(i for i, cell in enumerate(row) if cell) + 1 for row in rows if any(row))
    rows = [(row + [NOTHING] * width)[:width] for row in rows if any(row)]
    header = _header_at(rows)
    if header is not None:
        rows.insert(0, rows.pop(header))
    filled = _filled(rows, header is not None, nested_column)
    text = Traced.join([Traced.join(row, "\t") for row in rows], "\n")
    columns = tuple(filled[0]) if header is not None else ("",) * width
    body = filled[1:] if header is not None else filled
    return ParsedBlock(
        BlockKind.TABLE, text, columns=columns, rows=tuple(tuple(row) for row in body)
    )


def _cells(line: Traced, furniture: FurnitureCollector) -> Row:
    """Split a line at its tabs or bars; bars, and rules between rows, are furniture."""
    if "\t" in line.text:
        return _split(line, "\t")
    if _RULE.match(line.text):
        furniture.put(FurnitureKind.TABLE_SIGN, line)
        return []
    first = line.text.index("|")
    furniture.put(FurnitureKind.TABLE_SIGN, line[:first])
    for index in (i for i, character in enumerate(line.text) if character == "|"):
        furniture.put(FurnitureKind.TABLE_SIGN, line[index : index + 1])
    return [cell.strip() for cell in _split(line[first:], "|")[1:-1]]


def _split(line: Traced, separator: str) -> Row:
    cells, start = [], 0
    for index, character in enumerate(line.text + separator):
        if character == separator:
            cells.append(line[start:index])
            start = index + 1
    return cells


def _clean_rows(rows: Sequence[Row], furniture: FurnitureCollector) -> tuple[list[Row], int | None]:
    """Clean every cell; a nested table becomes rows, its repetitions furniture.

    Returns:
        The rows, and the index of the column that holds a nested table, None if none does. Such
        a column is several in some rows, and one in those that have no nested table.

    """
    clean_rows: list[Row] = []
    nested_column: int | None = None
    nested_texts: list[str] = []
    for row in rows:
        nested = next((i for i, cell in enumerate(row) if _is_nested(cell)), None)
        if nested is not None:
            nested_column = nested
            inner_rows = _nested_rows(row[nested], furniture)
            nested_texts = [_solid(cell) for inner_row in inner_rows for cell in inner_row]
            clean_rows += _unnested(row, nested, inner_rows, nested_texts, furniture)
        elif nested_texts and all(_solid(cell) in nested_texts for cell in row if cell.strip()):
            for cell in row:
                furniture.put(FurnitureKind.REPEATED_TABLE, cell)
        else:
            clean_rows.append([clean_cell(strip_markup(cell, furniture)) for cell in row])
    return clean_rows, nested_column


def _is_nested(cell: Traced) -> bool:
    return any(_NESTED_CELL.search(row.group(1)) for row in _NESTED_ROW.finditer(cell.text))


def _unnested(
    row: Row,
    nested: int,
    inner_rows: Sequence[Row],
    nested_texts: Sequence[str],
    furniture: FurnitureCollector,
) -> list[Row]:
    """Return one row for each row of the nested table, the outer cells only in the first.

    The nested table is the cell ``row[nested]``.
    """
    before = [clean_cell(strip_markup(cell, furniture)) for cell in row[:nested]]
    after = [cell for cell in row[nested + 1 :] if cell.strip()]
    if all(_solid(cell) in nested_texts for cell in after):
        for cell in after:
            furniture.put(FurnitureKind.REPEATED_TABLE, cell)
        after = []
    behind = [clean_cell(strip_markup(cell, furniture)) for cell in after]
    blank = [NOTHING] * len(before)
    first, *others = inner_rows
    return [[*before, *first, *behind], *([*blank, *inner_row] for inner_row in others)]


def _nested_rows(cell: Traced, furniture: FurnitureCollector) -> list[Row]:
    """Return the rows of a nested table, written in HTML; its tags are furniture."""
    rows: list[Row] = []
    end = 0
    for row in _NESTED_ROW.finditer(cell.text):
        cells: Row = []
        for inner in _NESTED_CELL.finditer(cell.text, row.start(1), row.end(1)):
            furniture.put(
                FurnitureKind.TABLE_REST, strip_markup(cell[end : inner.start(1)], furniture)
            )
            cells.append(clean_cell(strip_markup(cell[inner.start(1) : inner.end(1)], furniture)))
            end = inner.end(1)
        rows += [cells] if cells else []
    furniture.put(FurnitureKind.TABLE_REST, strip_markup(cell[end:], furniture))
    return rows


def _solid(cell: Traced) -> str:
    """Return a cell's text without blanks."""
    return "".join(cell.text.split())


def _header_at(rows: Sequence[Row]) -> int | None:
    """Return the index of the header row, or None where the table has none.

    It is the only row whose first cell is not numbered like those of all others; or the first
    row, if its longest cell is shorter than every other row's and none of its cells is a number.
    """
    # A shape is the beginning of a cell with 0 for each number: 0., (0), 第0条 … share three signs.
    shapes = [
        _DIGITS.sub("0", row[0].text)[:3] if _DIGITS.search(row[0].text) else "" for row in rows
    ]
    unnumbered = [i for i, shape in enumerate(shapes) if not shape]
    numbered = {shape for shape in shapes if shape}
    if len(unnumbered) == 1 and len(numbered) == 1 and len(rows) > 2:
        return unnumbered[0]
    lengths = [max(len(cell) for cell in row) for row in rows]
    has_number = any(_DIGITS.fullmatch(cell.text) for cell in rows[0])
    shorter = len(rows) > 1 and lengths[0] < min(lengths[1:])
    return 0 if shorter and not has_number else None


def _filled(rows: Sequence[Row], header: bool, nested_column: int | None) -> list[list[str]]:
    """Return the cells with each merged one filled: from above, else from the right.

    In a row with nothing behind ``nested_column`` that cell spans all columns up to the end.
    """
    filled: list[list[str]] = []
    for number, row in enumerate(rows):
        above = filled[-1] if number > header else None
        texts = [cell.text for cell in row]
        if nested_column is not None and not any(texts[nested_column + 1 :]):
            texts[nested_column:] = [texts[nested_column]] * len(texts[nested_column:])
        for column in reversed(range(len(texts))):
            right = texts[column + 1] if column + 1 < len(texts) else ""
            texts[column] = texts[column] or (above[column] if above else right)
        filled.append(texts)
    return filled


def _split_heading(text: Traced) -> tuple[Traced, Traced]:
    """Split a cell after its first word, and a bracket behind that."""
    heading = re.match(r"\S+(?:\s+[（(][^（()）]*[)）])?", text.text)
    end = heading.end() if heading else len(text)
    return text[:end], text[end:].strip()
