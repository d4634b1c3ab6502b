"""Numbers of lines that are printed beside a text, as in drafts that are commented on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plan_tui.sources.pdf.glyph_rows import GlyphRow
from plan_tui.sources.pdf.page_columns import PagePiece

FEWEST = 3
"""Fewer numbers below each other may be anything."""
MOST_ROWS = 0.8
"""The share of rows that are numbered where each is; a list has fewer than a page has rows."""
FEWEST_ROWS = 15
"""Rows of a page from which it can be told apart from a list."""
STEPS = (5, 10)
"""Where not each row is numbered, each fifth or tenth is."""


def part_margin_numbers(
    pieces: Sequence[PagePiece],
) -> tuple[list[PagePiece], list[PagePiece]]:
    """Return the pieces that are text, and those that number its rows, from the top."""
    for at_left in (True, False):
        numbers = _outermost_numbers(pieces, at_left)
        if numbers and _number_rows(numbers, pieces):
            return [piece for piece in pieces if piece not in numbers], numbers
    return list(pieces), []


def _outermost_numbers(pieces: Sequence[PagePiece], at_left: bool) -> list[PagePiece]:
    """Return the numbers beyond all other text on one side that share a row with text."""
    shared = {piece.row for piece in pieces if _number(piece) is None}
    numbers = [p for p in pieces if _number(p) is not None and p.row in shared]
    text = [piece for piece in pieces if _number(piece) is None]
    if at_left:
        edge = min((piece.left for piece in text), default=0.0)
        outside = [number for number in numbers if number.right < edge]
    else:
        edge = max((piece.right for piece in text), default=0.0)
        outside = [number for number in numbers if number.left > edge]
    return sorted(outside, key=lambda piece: -piece.top)


def _number(piece: PagePiece) -> int | None:
    if not isinstance(piece.content, GlyphRow):
        return None
    text = "".join(glyph.text for glyph in piece.content.glyphs).strip()
    return int(text) if text.isdecimal() and len(text) <= 4 else None


def _number_rows(numbers: Sequence[PagePiece], pieces: Sequence[PagePiece]) -> bool:
    """Whether the numbers count the rows of the page, each or each fifth or tenth of them."""
    values = [_number(number) or 0 for number in numbers]
    steps = {later - earlier for earlier, later in pairwise(values)}
    rows = sorted({piece.row for piece in pieces})
    if len(numbers) < FEWEST or len(steps) != 1 or len(rows) < FEWEST_ROWS:
        return False
    step = steps.pop()
    if step == 1:
        return len(numbers) >= MOST_ROWS * len(rows)
    places = [rows.index(number.row) for number in numbers]
    return step in STEPS and all(later - earlier == step for earlier, later in pairwise(places))
