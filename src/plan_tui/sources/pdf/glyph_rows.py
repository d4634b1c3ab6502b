"""Rows of characters that stand side by side, and their pieces between wide gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.sources.pdf.glyph import Glyph
from plan_tui.text.record import record

# All measures are in sizes of the type, as printers reckon.
SAME_BASELINE = 0.12
"""How far baselines of one row differ by rounding or by mixed fonts."""
WIDE_GAP = 1.0
"""A gap that parts a row: wider than what lines are stretched by, narrower than a gutter."""
HIGHEST_MARK = 0.75
"""How high above the baseline a raised mark begins at most; ruby begins higher."""
LOWEST_MARK = -0.45
"""How far below the baseline a lowered mark begins at most."""
MARK_SIZE = 0.85
"""How large a mark is at most beside the text it is set to."""
SMALL_RISE = 0.5
"""How far something of the text's own size is raised at most."""
LONGEST_OF_TEXT_SIZE = 8
"""How many characters a mark has at most that is as large as the text."""
SHARED_WIDTH = 0.3
"""How much of a mark's width may lie over a character of the row; ruby lies over it whole."""
CLOSE_SET = 0.15
"""How far characters lie over each other that are set close."""
DOUBLE_PRINT = 0.15
"""How far a character is moved that is printed twice to look bold or shaded."""


@record(frozen=False)
class GlyphRow:
    """Characters on one baseline, with the marks that are set to them, from left to right."""

    glyphs: list[Glyph]
    baseline: float
    size: float
    """The largest size of what stands on the baseline."""

    @property
    def left(self) -> float:
        """The left edge."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """The right edge."""
        return max(glyph.right for glyph in self.glyphs)


def glyph_rows(glyphs: Iterable[Glyph]) -> list[list[GlyphRow]]:
    """Return the rows from top to bottom, each as its pieces between wide gaps."""
    strips = _strips(glyphs)
    _set_marks(strips)
    rows = [_pieces(strip) for strip in strips if strip.glyphs]
    return [row for row in rows if row]


def _strips(glyphs: Iterable[Glyph]) -> list[GlyphRow]:
    """Put together what stands on one baseline."""
    strips: list[GlyphRow] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.baseline):
        strip = strips[-1] if strips else None
        if strip and strip.baseline - glyph.baseline <= SAME_BASELINE * min(strip.size, glyph.size):
            strip.glyphs.append(glyph)
            strip.size = max(strip.size, glyph.size)
        else:
            strips.append(GlyphRow([glyph], glyph.baseline, glyph.size))
    for strip in strips:
        strip.glyphs = _once(_from_left_to_right(strip.glyphs))
    return strips


def _from_left_to_right(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Sort by where they are seen; what is close set keeps the order in which it is drawn.

    Boxes lie over each other there, and how much of its box a sign fills is up to its font.
    """
    drawn = {id(glyph): (glyph.run, place) for place, glyph in enumerate(glyphs)}
    ordered = sorted(glyphs, key=lambda glyph: glyph.ink[0])
    for index in range(1, len(ordered)):
        last, glyph = ordered[index - 1 : index + 1]
        if drawn[id(glyph)] < drawn[id(last)] and _is_close_set(last, glyph):
            ordered[index - 1 : index + 1] = glyph, last
    return ordered


def _is_close_set(last: Glyph, glyph: Glyph) -> bool:
    """Whether two characters of one line of type are seen to begin at nearly the same place."""
    size = min(last.size, glyph.size)
    return (
        glyph.ink[0] - last.ink[0] <= CLOSE_SET * size
        and abs(glyph.baseline - last.baseline) <= SAME_BASELINE * size
    )


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Drop what is printed a second time at nearly the same place."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if not any(_is_double(glyph, other) for other in kept[-3:]):
            kept.append(glyph)
    return kept


def _is_double(glyph: Glyph, other: Glyph) -> bool:
    return (
        glyph.text == other.text
        and glyph.run != other.run
        and abs(glyph.size - other.size) <= 0.1 * glyph.size
        and abs(glyph.left - other.left) <= DOUBLE_PRINT * glyph.size
        and abs(glyph.baseline - other.baseline) <= DOUBLE_PRINT * glyph.size
    )


def _set_marks(strips: list[GlyphRow]) -> None:
    """Move raised and lowered marks into the rows that they are set to."""
    for index, strip in enumerate(strips):
        for piece in _pieces(strip):
            near = strips[max(index - 4, 0) : index] + strips[index + 1 : index + 5]
            homes = [other for other in near if _is_set_to(piece, other)]
            if homes:
                home = min(homes, key=lambda other: abs(other.baseline - piece.baseline))
                home.glyphs = _from_left_to_right(home.glyphs + piece.glyphs)
                moved = {id(glyph) for glyph in piece.glyphs}
                strip.glyphs = [glyph for glyph in strip.glyphs if id(glyph) not in moved]


def _is_set_to(piece: GlyphRow, row: GlyphRow) -> bool:
    """Whether the piece is a mark of the row: beside its characters, a little higher or lower."""
    rise = (piece.baseline - row.baseline) / row.size
    if not LOWEST_MARK <= rise <= HIGHEST_MARK or not row.glyphs:
        return False
    size = max(glyph.size for glyph in piece.glyphs)
    is_small = size <= MARK_SIZE * row.size
    is_short = len(piece.glyphs) <= LONGEST_OF_TEXT_SIZE and size <= row.size
    if not is_small and not (is_short and abs(rise) <= SMALL_RISE):
        return False
    return _stands_beside(piece, row)


def _stands_beside(piece: GlyphRow, row: GlyphRow) -> bool:
    left, right, reach = piece.left, piece.right, WIDE_GAP * row.size
    own_size = [glyph for glyph in row.glyphs if not glyph.blank]
    shared = sum(
        max(min(right, glyph.ink[1]) - max(left, glyph.ink[0]), 0)
        for glyph in own_size
        if abs(glyph.baseline - row.baseline) <= SAME_BASELINE * row.size
    )
    is_near = any(
        left - reach <= glyph.right <= left + reach / 2
        or right - reach / 2 <= glyph.left <= right + reach
        for glyph in own_size
    )
    return is_near and shared <= max(SHARED_WIDTH * (right - left), CLOSE_SET * row.size)


def _pieces(strip: GlyphRow) -> list[GlyphRow]:
    """Part a row at its wide gaps; pieces of blanks alone are dropped."""
    pieces: list[list[Glyph]] = []
    reach = 0.0
    for glyph in strip.glyphs:
        if not pieces or glyph.left - reach >= WIDE_GAP * max(glyph.size, pieces[-1][-1].size):
            pieces.append([])
            reach = glyph.right
        pieces[-1].append(glyph)
        reach = max(reach, glyph.right)
    return [_piece(strip, piece) for piece in pieces if not all(glyph.blank for glyph in piece)]


def _piece(strip: GlyphRow, glyphs: Sequence[Glyph]) -> GlyphRow:
    return GlyphRow(list(glyphs), strip.baseline, max(glyph.size for glyph in glyphs))
