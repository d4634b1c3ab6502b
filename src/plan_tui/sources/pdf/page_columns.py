"""The order in which the rows of a page are read: row by row, or column after column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from plan_tui.sources.pdf.glyph_rows import GlyphRow
from plan_tui.sources.pdf.ruled_cells import TableGrid

FEWEST_ROWS = 3
"""Fewer rows beside each other are no columns: a signature, a label beside its text."""
NARROWEST_COLUMN = 8.0
"""In sizes of the type; what is narrower is a column of labels, numbers or dates."""
NARROWEST_GUTTER = 0.8
"""In sizes of the type."""
FULL_ROW = 0.7
"""The share of its column's width that a row of running text fills at least."""
FULL_ROWS = 0.4
"""The share of rows that are full in a column of running text; of a table's cells few are."""
SHARED_HEIGHT = 0.5
"""The share of the lower column beside which the other one stands."""


@dataclass(frozen=True, slots=True)
class PagePiece:
    """What stands at one place of a page: a piece of a row, or a ruled table."""

    row: int
    """The row that it belongs to, from the top; pieces of one row are read together."""
    left: float
    right: float
    top: float
    """The baseline of a row, the upper edge of a table."""
    size: float
    content: GlyphRow | TableGrid


def reading_order(pieces: Sequence[PagePiece]) -> list[list[PagePiece]]:
    """Return the pieces line by line as they are read, columns one after the other."""
    pieces = sorted(pieces, key=lambda piece: (-piece.top, piece.left))
    gutters = [(gutter, _bands(pieces, gutter)) for gutter in _possible_gutters(pieces)]
    best = max(gutters, key=lambda each: _pieces_in_columns(each[1]), default=None)
    if best is None or not _pieces_in_columns(best[1]):
        return _row_by_row(pieces)
    gutter, bands = best
    lines: list[list[PagePiece]] = []
    for in_columns, band in bands:
        if in_columns:
            lines += reading_order([piece for piece in band if piece.right <= gutter])
            lines += reading_order([piece for piece in band if piece.right > gutter])
        else:
            lines += reading_order(band)
    return lines


def _row_by_row(pieces: Sequence[PagePiece]) -> list[list[PagePiece]]:
    ordered = sorted(pieces, key=lambda piece: (-piece.top, piece.row, piece.left))
    return [list(row) for _, row in groupby(ordered, key=lambda piece: (piece.top, piece.row))]


def _possible_gutters(pieces: Sequence[PagePiece]) -> list[float]:
    """Return the places right before which several pieces begin that do not begin their row."""
    size = median(piece.size for piece in pieces) if pieces else 0.0
    lefts = sorted(piece.left for piece in pieces)
    gutters: list[float] = []
    for left in lefts:
        beginning = sum(left <= other <= left + 2 * size for other in lefts)
        if beginning >= FEWEST_ROWS and (not gutters or left - gutters[-1] > size):
            gutters.append(left - 0.1)
    return gutters[1:]


Band = tuple[bool, list[PagePiece]]
"""Pieces that follow each other down the page, and whether they stand in two columns."""


def _bands(pieces: Sequence[PagePiece], gutter: float) -> list[Band]:
    """Part the page where pieces lie across the gutter, and judge what is between them."""
    bands: list[Band] = []
    for crossing, group in groupby(pieces, key=lambda piece: piece.left < gutter < piece.right):
        band = list(group)
        in_columns = not crossing and _are_columns(band, gutter)
        if crossing and bands and bands[-1][0]:
            band = _part_what_leads_on(bands[-1][1], band, gutter) + band
        if bands and not in_columns and not bands[-1][0]:
            bands[-1][1].extend(band)
        else:
            bands.append((in_columns, band))
    return bands


def _part_what_leads_on(
    columns: list[PagePiece], below: Sequence[PagePiece], gutter: float
) -> list[PagePiece]:
    """Take the short lines from the end of the columns that belong to the text below them.

    They stand at the left below the right column, nearer to what follows than to the column.
    """
    lowest = min(piece.top for piece in columns if piece.left >= gutter)
    left = [piece for piece in columns if piece.right <= gutter]
    for number, (before, piece) in enumerate(pairwise(left), 1):
        leads_on = left[number:]
        gap, next_gap = before.top - piece.top, leads_on[-1].top - below[0].top
        if piece.top < lowest and gap > 1.2 * next_gap and len(leads_on) < FEWEST_ROWS:
            columns[:] = [piece for piece in columns if piece not in leads_on]
            return leads_on
    return []


def _pieces_in_columns(bands: Sequence[Band]) -> int:
    return sum(len(band) for in_columns, band in bands if in_columns)


def _are_columns(band: Sequence[PagePiece], gutter: float) -> bool:
    left = [piece for piece in band if piece.right <= gutter]
    right = [piece for piece in band if piece.right > gutter]
    if min(len(left), len(right)) < FEWEST_ROWS:
        return False
    size = median(piece.size for piece in band)
    gap = min(piece.left for piece in right) - max(piece.right for piece in left)
    return (
        gap >= NARROWEST_GUTTER * size
        and _is_running_text(left, size)
        and _is_running_text(right, size)
        and _stand_beside_each_other(left, right)
    )


def _is_running_text(column: Sequence[PagePiece], size: float) -> bool:
    rows: dict[int, tuple[float, float]] = {}
    for piece in column:
        left, right = rows.get(piece.row, (piece.left, piece.right))
        rows[piece.row] = (min(left, piece.left), max(right, piece.right))
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    full = sum(right - left >= FULL_ROW * width for left, right in rows.values())
    return width >= NARROWEST_COLUMN * size and full >= FULL_ROWS * len(rows)


def _stand_beside_each_other(left: Sequence[PagePiece], right: Sequence[PagePiece]) -> bool:
    top = min(left[0].top, right[0].top)
    bottom = max(left[-1].top, right[-1].top)
    heights = [column[0].top - column[-1].top for column in (left, right)]
    return top - bottom >= SHARED_HEIGHT * min(heights)
