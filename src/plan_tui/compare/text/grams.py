"""What a text says as a set of character pairs, and how alike two such sets are.

Japanese is written without blanks, so pairs of neighbouring characters (bigrams) stand for words.
"""

from __future__ import annotations

from itertools import pairwise
from operator import add

from plan_tui.text.guarded_fold import CUT, FOLDED_VALUE, GUARD, weak_marks_as
from plan_tui.text.tokens import AND_OR_WORDS, TokenKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plan_tui.text.tokens import Token

Grams = frozenset[str]
"""Pairs of characters, and numbers and dates as they are folded."""

HIRAGANA = frozenset((*map(chr, range(ord("ぁ"), ord("ゖ") + 1)), *"ゝゞ"))
_PAIR = 8
"""Bytes of a pair of characters."""
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


def words_of(folded: str) -> str:
    """Return what `guarded_fold` gives, cut at values, weak marks, and where conjunctions begin.

    Each pair of neighbours in it that are not cut apart is a gram, unless both are hiragana.
    """
    if GUARD in folded:
        folded = FOLDED_VALUE.sub(CUT, folded)
    for conjunction in AND_OR_WORDS:
        if conjunction in folded:
            folded = _cut_at(conjunction, folded)
    return weak_marks_as(CUT, folded)


def values_of(folded: str) -> list[str]:
    """Return the numbers and dates that `guarded_fold` gives, as they are folded."""
    return [each[1:-1] for each in FOLDED_VALUE.findall(folded)] if GUARD in folded else []


def grams_of(words: str, values: Iterable[str]) -> Grams:
    """Return the `grams` of a text's tokens by its `words_of` and `values_of`."""
    return _pairs(words).union(values)


def _pairs(words: str) -> Grams:
    return frozenset(
        [
            first + second
            for first, second in pairwise(words)
            if (first not in HIRAGANA or second not in HIRAGANA) and first != CUT != second
        ]
    )


NumberedGrams = frozenset[int | str]
"""Grams, those of two characters as numbers, which are looked up quicker than texts are."""


def numbered_grams_of(words: str, values: Iterable[str]) -> NumberedGrams:
    """Return the same as `grams_of`."""
    pairs = _code_points("".join(_pairs(words)))
    return frozenset([*pairs.cast("Q").tolist(), *_numbered(values)])


def _code_points(text: str) -> memoryview:
    encoded = text.encode("utf-32", "surrogatepass")  # needs no module, unlike utf-32-le
    return memoryview(encoded)[_PAIR // 2 :]  # behind the mark of the byte order


def numbered(grams: Iterable[str]) -> NumberedGrams:
    """Return grams, those of two characters as numbers."""
    return frozenset(_numbered(grams))


def _numbered(grams: Iterable[str]) -> list[int | str]:
    return [_code_points(gram).cast("Q")[0] if len(gram) == 2 else gram for gram in grams]


def numbered_among(some: NumberedGrams, words: str, values: Sequence[str]) -> NumberedGrams:
    """Return which of some grams a text has, by its `words_of` and `values_of`."""
    units = _code_points(words)
    first, second = len(words) // 2 * _PAIR, (len(words) - 1) // 2 * _PAIR
    numbers: list[int | str] = [*units[:first].cast("Q").tolist()]
    if second > 0:
        numbers += units[_PAIR // 2 : _PAIR // 2 + second].cast("Q").tolist()
    if values:
        numbers += _numbered(values)
    return some.intersection(numbers)


def _cut_at(conjunction: str, folded: str) -> str:
    """Cut a conjunction off hiragana before it, and its end, as hiragana, off its beginning."""
    after = f"{conjunction[0]}{CUT}{conjunction[-1]}"
    *parts, last = folded.split(conjunction)
    cut, before = "", ""
    for part in parts:
        before = part[-1:] or before
        cut += part + (CUT if before in HIRAGANA else "") + after
        before = conjunction[-1]
    return cut + last


def overlap(common: float, left: float, right: float, *, contained: bool) -> float:
    """Return how alike two sets are, 0 to 1, by the sizes of both and of what they share.

    This is Dice's coefficient; with ``contained`` also how far the smaller lies within the
    larger, at a discount.
    """
    if not common:
        return 0.0
    dice = 2 * common / (left + right)
    return max(dice, CONTAINED * common / min(left, right)) if contained else dice
