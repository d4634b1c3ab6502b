"""What a text says as a set of character pairs, and how alike two such sets are.

Japanese is written without blanks, so pairs of neighbouring characters (bigrams) stand for words.
"""

from __future__ import annotations

from operator import add

from plan_tui.text.tokens import TokenKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.text.tokens import Token

Grams = frozenset[str]
"""Pairs of characters, and numbers and dates as they are folded."""

_CONTAINED = 0.8
"""How alike a text that lies whole within a longer one counts; below 1, so that an equal text is
the better partner. Set by hand; more of it prefers short texts that a longer one holds."""


def grams(tokens: Sequence[Token]) -> Grams:
    """Return what tokens say: pairs of neighbouring characters, numbers and dates whole.

    Pairs of two hiragana are particles and endings, and are left out.
    """
    pairs: set[str] = set()
    hiragana = TokenKind.HIRAGANA
    before, is_before = "", False
    """The character before, and whether it is hiragana."""
    for token in tokens:
        folded = token.folded
        if token.whole or token.weak:
            if token.whole:
                pairs.add(folded)
            before = ""
            continue
        is_hiragana = token.kind is hiragana
        if before and not (is_before and is_hiragana):
            pairs.add(before + folded[0])
        if not is_hiragana and len(folded) > 1:
            pairs.update(map(add, folded, folded[1:]))
        before, is_before = folded[-1], is_hiragana
    return frozenset(pairs)


def overlap(common: float, left: float, right: float, *, contained: bool) -> float:
    """Return how alike two sets are, 0 to 1, by the sizes of both and of what they share.

    This is Dice's coefficient; with ``contained`` also how far the smaller lies within the
    larger, at a discount.
    """
    if not common:
        return 0.0
    dice = 2 * common / (left + right)
    return max(dice, _CONTAINED * common / min(left, right)) if contained else dice
