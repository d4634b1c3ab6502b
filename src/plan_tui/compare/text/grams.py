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
    before, before_kind = "", None
    for token in tokens:
        if token.whole:
            pairs.add(token.folded)
        if token.whole or token.weak:
            before, before_kind = "", None
            continue
        folded, kind = token.folded, token.kind
        if kind is not TokenKind.HIRAGANA:
            pairs.update(map(add, folded, folded[1:]))
        if before and not (before_kind is kind is TokenKind.HIRAGANA):
            pairs.add(before + folded[0])
        before, before_kind = folded[-1], kind
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
