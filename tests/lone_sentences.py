"""What a difference says that only one side has."""

from __future__ import annotations

from collections import Counter

from plan_tui.model.comparison import Difference, text_of
from plan_tui.text.tokens import fold_notation


def lone_sentences(result: Difference) -> tuple[Counter[str], Counter[str]]:
    """Count the sentences of each side that have no partner, folded, blank ones left out."""
    sides: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for row in result.rows:
        if not row.is_moved and bool(row.left) != bool(row.right):
            sentence = fold_notation(text_of(row.left or row.right).strip())
            if sentence:
                sides[not row.left][sentence] += 1
    return sides
