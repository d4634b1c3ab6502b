"""The words around a match, with the match marked in the printed text."""

from __future__ import annotations

from plan_tui.text.fold import fold_spelling, fold_spelling_map
from plan_tui.text.ranges import merge_ranges
from plan_tui.text.width import CUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.comparison import Mark

_BEFORE, _LENGTH = 24, 90
"""Characters before the first mark, and in all: about a clause, and what a terminal of 180 columns
shows in a line. Set by hand; moves how much is printed around a match."""
_BLANKS = str.maketrans("\n\t", "  ")


def snippet(text: str, marks: Iterable[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """Return the part of ``text`` around the first mark, and the marks that stand in it.

    Cut ends are shown by `CUT`; line breaks and tabs are shown as blanks, so that the snippet
    is one line.
    """
    ordered = merge_ranges(marks, len(text))
    first = ordered[0][0] if ordered else 0
    start = 0 if len(text) <= _LENGTH else max(0, min(first - _BEFORE, len(text) - _LENGTH))
    end = min(len(text), start + _LENGTH)
    head, tail = CUT if start else "", CUT if end < len(text) else ""
    shift = len(head) - start
    shown = tuple(
        (max(low, start) + shift, min(high, end) + shift)
        for low, high in ordered
        if low < end and high > start
    )
    return head + text[start:end].translate(_BLANKS) + tail, shown


def in_common(phrase: str, text: str) -> tuple[Mark, ...]:
    """Return what ``text`` has in common with a phrase that is like it as a whole.

    Single characters are left out: they are alike by chance.
    """
    from rapidfuzz.distance import Indel

    folded = fold_spelling_map(text)
    blocks = Indel.opcodes(fold_spelling(phrase), folded.text)
    return tuple(
        folded.printed(block.dest_start, block.dest_end)
        for block in blocks
        if block.tag == "equal" and block.dest_end - block.dest_start > 1
    )
