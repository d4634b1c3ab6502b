"""The order in which the rows of a page are read: row by row, or column after column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from plan_tui.sources.pdf.counted_columns import counts_on
from plan_tui.sources.pdf.glyph_rows import GlyphRow
from plan_tui.sources.pdf.ruled_cells import TableGrid
from plan_tui.text.record import record, replaced

FEWEST_ROWS = 3
"""Fewer rows beside each other are no columns: a signature, a label beside its text."""
MOST_PIECES = 500
"""A page with more is a map or a drawing, which has no order."""
NARROWEST_COLUMN = 8.0
"""In sizes of the type; what is narrower is a column of labels, numbers or dates."""
NARROWEST_GUTTER = 0.8
"""In sizes of the type."""
FAR_OFF = 2.5
"""How far above or below the text its head line and page number stand at least, in sizes."""
SAME_EDGE = 1.0
"""How far (in points) the left edges of rows differ that are set to the same place."""
AT_GUTTER, SMALL_GAP = 0.2, 0.3
"""How near to a column's left edge a character begins that begins its row there, and the gap
before it, in sizes of the type; in running text no gap is as wide."""
FULL_ROW = 0.7
"""The share of its column's width that a row of running text fills at least."""
FULL_ROWS = 0.4
"""The share of rows that are full in a column of running text; of a table's cells few are."""
FULLER_ROW, FULLER_ROWS, MORE_ROWS = 0.85, 0.7, 5
"""The same, and the fewest rows, where the file draws row by row, as it draws cells and labels."""
FARTHEST_INDENT = 4.0
"""How far from its column's left edge a row begins at most that is the first one."""
HANGING = ("、", "。", "，", "．", "」", "）")
"""Signs that may stand in the gutter."""
SHARED_HEIGHT = 0.5
"""The share of the lower column beside which the other one stands."""


@record
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


Band = tuple[bool, list[PagePiece]]
"""Pieces that follow each other down the page, and whether they stand in two columns."""


def reading_order(
    pieces: Sequence[PagePiece], earlier: list[float] | None = None
) -> list[list[PagePiece]]:
    """Return the pieces line by line as they are read, columns one after the other.

    Args:
        pieces: of one page.
        earlier: the gutters of the pages before, to which that of this one is added; they tell
            columns of which one has but a few rows, as on the last page of a text.

    """
    pieces = sorted(pieces, key=lambda piece: (-piece.top, piece.left))
    if len(pieces) > MOST_PIECES:
        return _row_by_row(pieces)
    gutters = [
        (gutter, _bands_at(pieces, gutter, known=False)) for gutter in _possible_gutters(pieces)
    ]
    best = max(gutters, key=lambda each: _pieces_in_columns(each[1]), default=None)
    if best and _pieces_in_columns(best[1]):
        if earlier is not None:
            earlier.append(best[0])
    else:
        usual = median(earlier) if earlier else 0.0
        best = (usual, _bands_at(pieces, usual, known=True))
        if not earlier or not _pieces_in_columns(best[1]):
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


def _bands_at(pieces: Sequence[PagePiece], gutter: float, *, known: bool) -> list[Band]:
    parts = [part for piece in pieces for part in part_at(piece, gutter)]
    return _bands(parts, gutter, known=known)


def part_at(piece: PagePiece, gutter: float) -> list[PagePiece]:
    """Part a piece whose characters leave a small gap right before the gutter's end."""
    row = piece.content
    if not (isinstance(row, GlyphRow) and piece.left < gutter < piece.right):
        return [piece]
    for number, (before, after) in enumerate(pairwise(row.glyphs), 1):
        starts = abs(after.left - gutter) <= AT_GUTTER * row.size
        if starts and after.left - before.right >= SMALL_GAP * row.size:
            halves = (row.glyphs[:number], row.glyphs[number:])
            rows = [GlyphRow(list(half), row.baseline, row.size) for half in halves]
            return [
                replaced(piece, left=half.left, right=half.right, content=half) for half in rows
            ]
    return [piece]


def _row_by_row(pieces: Sequence[PagePiece]) -> list[list[PagePiece]]:
    ordered = sorted(pieces, key=lambda piece: (-piece.top, piece.row, piece.left))
    return [list(row) for _, row in groupby(ordered, key=lambda piece: (piece.top, piece.row))]


def _possible_gutters(pieces: Sequence[PagePiece]) -> list[float]:
    """Return the places right before which pieces begin, at least two of them exactly there."""
    size = median(piece.size for piece in pieces) if pieces else 0.0
    lefts = sorted(piece.left for piece in pieces)
    gutters: list[float] = []
    for left in lefts:
        exactly = sum(left <= other <= left + SAME_EDGE for other in lefts)
        beginning = sum(left <= other <= left + 2 * size for other in lefts)
        is_new = not gutters or left - gutters[-1] > 2 * SAME_EDGE
        if is_new and exactly >= 2 and beginning >= FEWEST_ROWS:
            gutters.append(left - 0.1)
    return gutters[1:]


def _bands(pieces: Sequence[PagePiece], gutter: float, *, known: bool) -> list[Band]:
    """Part the page where pieces lie across the gutter, and judge what is between them.

    What is beside a gutter that is ``known`` needs not be much.
    """
    bands: list[Band] = []
    for crossing, group in groupby(pieces, key=lambda piece: piece.left < gutter < piece.right):
        band = list(group)
        if crossing and bands and bands[-1][0]:
            band = _part_what_leads_on(bands[-1][1], band, gutter) + band
        for part in [band] if crossing else _without_head_and_foot(band):
            judge = _begin_at_known if known else _are_columns
            in_columns = not crossing and judge(part, gutter)
            if bands and not in_columns and not bands[-1][0]:
                bands[-1][1].extend(part)
            else:
                bands.append((in_columns, part))
    return bands


def _without_head_and_foot(band: list[PagePiece]) -> list[list[PagePiece]]:
    """Part from the band a first and a last piece that stand far off: head line, page number."""
    far = FAR_OFF * median(piece.size for piece in band)
    start, end = 0, len(band)
    if len(band) > 1 and band[0].top - band[1].top > far:
        start = 1
    if end - start > 1 and band[-2].top - band[-1].top > far:
        end -= 1
    return [part for part in (band[:start], band[start:end], band[end:]) if part]


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
    gap = min(piece.left for piece in right) - max(map(_right_edge, left))
    if gap < NARROWEST_GUTTER * size or not _stand_beside_each_other(left, right):
        return False
    if counts_on(map(_text, left), map(_text, right)):
        return True
    by_row = _is_drawn_row_by_row(band, gutter)
    if by_row and min(len(left), len(right)) < MORE_ROWS:
        return False
    return _is_running_text(left, size, by_row) and _is_running_text(right, size, by_row)


def _begin_at_known(band: Sequence[PagePiece], gutter: float) -> bool:
    """Whether a column as on other pages begins beside the first row, however short it is."""
    left = [piece for piece in band if piece.right <= gutter]
    right = [piece for piece in band if piece.right > gutter]
    if len(left) < FEWEST_ROWS or not right:
        return False
    size = median(piece.size for piece in band)
    beside = abs(left[0].top - right[0].top) <= size / 2
    starts = right[0].left - gutter <= FARTHEST_INDENT * size
    gap = min(piece.left for piece in right) - max(map(_right_edge, left))
    return beside and starts and gap >= NARROWEST_GUTTER * size


def _right_edge(piece: PagePiece) -> float:
    """Return where a piece ends, but for a sign that may hang beyond the column's edge."""
    row = piece.content
    hangs = isinstance(row, GlyphRow) and row.glyphs[-1].text in HANGING
    return row.glyphs[-1].left if isinstance(row, GlyphRow) and hangs else piece.right


def _text(piece: PagePiece) -> str:
    if not isinstance(piece.content, GlyphRow):
        return ""
    return "".join(glyph.text for glyph in piece.content.glyphs)


def _is_drawn_row_by_row(band: Sequence[PagePiece], gutter: float) -> bool:
    """Whether the file goes back and forth between the sides more often than each other row."""
    drawn = sorted(
        (min(glyph.run for glyph in piece.content.glyphs), piece.right > gutter)
        for piece in band
        if isinstance(piece.content, GlyphRow)
    )
    changes = sum(before[1] != after[1] for before, after in pairwise(drawn))
    return changes > len(drawn) / 4


def _is_running_text(column: Sequence[PagePiece], size: float, by_row: bool) -> bool:
    full_row, full_rows = (FULLER_ROW, FULLER_ROWS) if by_row else (FULL_ROW, FULL_ROWS)
    rows: dict[int, tuple[float, float]] = {}
    for piece in column:
        left, right = rows.get(piece.row, (piece.left, piece.right))
        rows[piece.row] = (min(left, piece.left), max(right, piece.right))
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    full = sum(right - left >= full_row * width for left, right in rows.values())
    return width >= NARROWEST_COLUMN * size and full >= full_rows * len(rows)


def _stand_beside_each_other(left: Sequence[PagePiece], right: Sequence[PagePiece]) -> bool:
    top = min(left[0].top, right[0].top)
    bottom = max(left[-1].top, right[-1].top)
    heights = [column[0].top - column[-1].top for column in (left, right)]
    return top - bottom >= SHARED_HEIGHT * min(heights)
