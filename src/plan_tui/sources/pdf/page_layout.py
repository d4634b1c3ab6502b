"""One page of a PDF as lines in reading order, its ruled tables cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.model.paged_text import CharacterBox, MergedCell
from plan_tui.sources.pdf.glyph import Glyph
from plan_tui.sources.pdf.glyph_rows import GlyphRow, glyph_rows
from plan_tui.sources.pdf.margin_numbers import part_margin_numbers
from plan_tui.sources.pdf.page_columns import PagePiece, reading_order
from plan_tui.sources.pdf.row_spacing import spaced_text
from plan_tui.sources.pdf.ruled_cells import RuledCell, TableGrid
from plan_tui.text.record import record

PrintedLine = tuple[str, tuple[CharacterBox | None, ...]]
"""The text of a line and its boxes."""


@record
class PageTable:
    """A table of a page."""

    rows: list[list[list[int]]]
    """For each row and cell the 0-based lines of the page."""
    merged: tuple[MergedCell, ...]


@record(frozen=False)
class PageLayout:
    """The lines of a page, and which of them are the cells of its tables."""

    lines: list[PrintedLine]
    tables: list[PageTable]


def lay_out_page(
    upright: Sequence[Glyph],
    others: Iterable[Sequence[Glyph]],
    grids: Sequence[TableGrid],
    gutters: list[float],
) -> PageLayout:
    """Put the texts of a page in the order in which they are read; numbers of rows come last.

    ``gutters`` has those between columns of the pages before; that of this page is added.
    """
    layout = PageLayout([], [])
    outside, inside = _by_table(upright, grids)
    tables = [grid for grid in inside if _is_table(inside[grid])]
    for grid in inside:
        if grid not in tables:
            outside.extend(glyph for glyphs in inside[grid].values() for glyph in glyphs)
    pieces, numbers = part_margin_numbers(_pieces(outside))
    pieces += [
        PagePiece(-1 - index, grid.left, grid.right, grid.top, 0.0, grid)
        for index, grid in enumerate(tables)
    ]
    for line in reading_order(pieces, gutters):
        _add_line(layout, line, inside)
    for number in numbers:
        _add_line(layout, [number], inside)
    for glyphs in others:
        for row in glyph_rows(glyphs):
            layout.lines.append(spaced_text([glyph for piece in row for glyph in piece.glyphs]))
    return layout


CellTexts = dict[RuledCell, list[Glyph]]


def _by_table(
    glyphs: Iterable[Glyph], grids: Sequence[TableGrid]
) -> tuple[list[Glyph], dict[TableGrid, CellTexts]]:
    """Return the characters outside all tables, and those of each cell."""
    outside: list[Glyph] = []
    inside: dict[TableGrid, CellTexts] = {grid: {} for grid in grids}
    for glyph in glyphs:
        for grid in grids:
            cell = _cell_of(glyph, grid)
            if cell:
                inside[grid].setdefault(cell, []).append(glyph)
                break
        else:
            outside.append(glyph)
    return outside, inside


def _cell_of(glyph: Glyph, grid: TableGrid) -> RuledCell | None:
    x, y = glyph.middle, glyph.baseline + glyph.size / 4
    if not (grid.left <= x <= grid.right and grid.bottom <= y <= grid.top):
        return None
    for cell in grid.cells:
        if cell.left <= x <= cell.right and cell.bottom <= y <= cell.top:
            return cell
    return None


def _is_table(cells: CellTexts) -> bool:
    """Whether at least two cells hold text; else the lines are a drawing or a frame."""
    filled = [cell for cell, glyphs in cells.items() if not all(g.blank for g in glyphs)]
    return len(filled) >= 2


def _pieces(glyphs: Iterable[Glyph]) -> list[PagePiece]:
    return [
        PagePiece(number, piece.left, piece.right, piece.baseline, piece.size, piece)
        for number, row in enumerate(glyph_rows(glyphs))
        for piece in row
    ]


def _add_line(
    layout: PageLayout, line: Sequence[PagePiece], inside: dict[TableGrid, CellTexts]
) -> None:
    glyphs: list[Glyph] = []
    for piece in line:
        if isinstance(piece.content, GlyphRow):
            glyphs.extend(piece.content.glyphs)
        else:
            _add_table(layout, piece.content, inside[piece.content])
    if glyphs:
        layout.lines.append(spaced_text(glyphs))


def _add_table(layout: PageLayout, grid: TableGrid, texts: CellTexts) -> None:
    rows: list[list[list[int]]] = [[[] for _ in range(grid.columns)] for _ in range(grid.rows)]
    for cell in grid.cells:
        for row in glyph_rows(texts.get(cell, [])):
            rows[cell.row][cell.column].append(len(layout.lines))
            layout.lines.append(spaced_text([glyph for piece in row for glyph in piece.glyphs]))
    merged = tuple(
        MergedCell(cell.row, cell.column, cell.rows, cell.columns)
        for cell in grid.cells
        if cell.rows > 1 or cell.columns > 1
    )
    layout.tables.append(PageTable(rows, merged))
