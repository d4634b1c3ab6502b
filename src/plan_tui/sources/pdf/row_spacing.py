"""The text of a row: its characters, and the blanks that are seen but not printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from plan_tui.model.paged_text import CharacterBox
from plan_tui.sources.pdf.glyph import Glyph

WORD_GAP = 0.17
"""The gap between two Latin words in sizes of the type; a narrow blank has a fifth."""
LOOSE_GAP = 0.45
"""The gap between Latin words where blanks are printed: letters may be set apart for looks."""
TAB_GAP = 0.6
"""The gap of a tab stop: wider than what a Japanese line is stretched by."""
MARK_SIZE = 0.85
"""How large a mark is at most beside the text of its row; its digits are one number."""
FEWEST_GAPS = 6
"""Gaps between characters from which on the usual one is known."""
LEADERS = frozenset(".·・･…‥-–—_")
"""Signs that lead the eye over a gap; nothing is between two of them."""


def spaced_text(glyphs: Sequence[Glyph]) -> tuple[str, tuple[CharacterBox | None, ...]]:
    """Return the text of characters from left to right, and a box for each but added blanks."""
    word_gap = LOOSE_GAP if _prints_blanks(glyphs) else WORD_GAP
    text: list[str] = []
    boxes: list[CharacterBox | None] = []
    last: Glyph | None = None
    reach = 0.0
    usual = _usual_gap(glyphs)
    largest = max((glyph.size for glyph in glyphs), default=0.0)
    for glyph in glyphs:
        is_mark = max(last.size if last else 0.0, glyph.size) <= MARK_SIZE * largest
        least = max(word_gap, LOOSE_GAP) if is_mark else word_gap
        if last and _is_parted(last, glyph, glyph.left - reach - usual, least):
            text.append(" ")
            boxes.append(None)
        text.append(glyph.text)
        boxes.extend([glyph.box] * len(glyph.text))
        reach = max(reach, glyph.right) if last else glyph.right
        last = glyph
    return "".join(text), tuple(boxes)


def _usual_gap(glyphs: Sequence[Glyph]) -> float:
    """Return the gap that most characters of a row have, in points, as its letters are spaced."""
    pairs = [(a, b) for a, b in pairwise(glyphs) if not a.blank and not b.blank]
    if len(pairs) < FEWEST_GAPS:
        return 0.0
    gap = median(after.left - before.right for before, after in pairs)
    return gap if 0 < gap < LOOSE_GAP * glyphs[0].size else 0.0


def _is_parted(last: Glyph, glyph: Glyph, gap: float, word_gap: float) -> bool:
    if last.blank or glyph.blank:
        return False
    before, after = last.text[-1], glyph.text[0]
    if before == after and before in LEADERS:
        return False
    if _is_latin(before) and _is_latin(after):
        return gap >= word_gap * min(last.size, glyph.size)
    return gap >= TAB_GAP * max(last.size, glyph.size)


def _prints_blanks(glyphs: Sequence[Glyph]) -> bool:
    """Whether a blank is printed between two Latin characters."""
    return any(
        blank.blank and _is_latin(before.text[-1]) and _is_latin(after.text[0])
        for before, blank, after in zip(glyphs, glyphs[1:], glyphs[2:], strict=False)
    )


def _is_latin(character: str) -> bool:
    """Whether words of such characters are parted by blanks."""
    return (
        unicodedata.east_asian_width(character) in ("Na", "N")
        and unicodedata.category(character)[0] in "LNP"
    )
