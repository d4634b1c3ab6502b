"""What a text says as a set of character pairs, and how alike two such sets are.

Japanese is written without blanks, so pairs of neighbouring characters (bigrams) stand for words.
"""

from __future__ import annotations

from itertools import pairwise
from operator import add

from plan_tui.text.guarded_fold import CUT, FOLDED_VALUE, GUARD, stretches_of
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.tokens import AND_OR, AND_OR_WORDS, TokenKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from plan_tui.text.tokens import Token

Grams = frozenset[str]
"""Pairs of characters, and numbers and dates as they are folded."""

_HIRAGANA = frozenset((*map(chr, range(ord("ぁ"), ord("ゖ") + 1)), *"ゝゞ"))
_AND_OR_AFTER = late_pattern(rf"(?:(?<=[ぁ-ゖゝゞ])())?({AND_OR})")
CONTAINED = 0.8
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


def grams_of_fold(folded: str) -> Grams:
    """Return the `grams` of a text's tokens by its `guarded_fold`."""
    pairs: set[str] = set()
    if any(map(folded.__contains__, AND_OR_WORDS)):
        folded = _AND_OR_AFTER.sub(_as_hiragana, folded)
    for stretch in stretches_of(folded):
        if stretch[0] == GUARD:
            pairs.add(stretch[1:-1])
        else:
            pairs.update(
                first + second
                for first, second in pairwise(stretch)
                if first not in _HIRAGANA or second not in _HIRAGANA
            )
    return frozenset(pairs)


def grams_among(folded: str, some: Grams) -> set[str]:
    """Return which of some grams a text has, by its `guarded_fold`."""
    words, values = folded, []
    if GUARD in folded:
        words, values = FOLDED_VALUE.sub(CUT, folded), FOLDED_VALUE.findall(folded)
    if any(map(words.__contains__, AND_OR_WORDS)):
        words = _AND_OR_AFTER.sub(_as_hiragana, words)
    among = set(filter(some.__contains__, map(add, words, words[1:])))
    among.update(value for value in (each[1:-1] for each in values) if value in some)
    return among


def _as_hiragana(conjunction: re.Match[str]) -> str:
    """Cut a conjunction off hiragana before it, and its end, as hiragana, off its beginning."""
    word = conjunction[2]
    cut = CUT if conjunction[1] is not None else ""
    return f"{cut}{word[0]}{CUT}{word[-1]}"


def overlap(common: float, left: float, right: float, *, contained: bool) -> float:
    """Return how alike two sets are, 0 to 1, by the sizes of both and of what they share.

    This is Dice's coefficient; with ``contained`` also how far the smaller lies within the
    larger, at a discount.
    """
    if not common:
        return 0.0
    dice = 2 * common / (left + right)
    return max(dice, CONTAINED * common / min(left, right)) if contained else dice
