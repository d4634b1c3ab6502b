"""What a text says as a set of character pairs, and how alike two such sets are.

Japanese is written without blanks, so pairs of neighbouring characters (bigrams) stand for words.
"""

from __future__ import annotations

import sys
from itertools import chain, compress, pairwise
from operator import add

from plan_tui.text.guarded_fold import CUT, FOLDED_VALUE, GUARD, weak_marks_as
from plan_tui.text.tokens import AND_OR_WORDS, TokenKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from plan_tui.text.tokens import Token

Grams = frozenset[str]
"""Pairs of characters, and numbers and dates as they are folded."""

HIRAGANA = frozenset((*map(chr, range(ord("ぁ"), ord("ゖ") + 1)), *"ゝゞ"))
_PAIR = 8
"""Bytes of a pair of characters."""
_PAGE = 0x30
"""The byte of a code point, above the lowest, that all hiragana have."""
_IS_ZERO = bytes(byte == 0 for byte in range(256))
_IS_OF_KANA = bytes(byte == _PAGE for byte in range(256))
_IS_KANA = bytes(chr(_PAGE << 8 | byte) in HIRAGANA for byte in range(256))
"""Tables for `bytes.translate`: 1 for a byte that is the one asked for, else 0."""
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


def grams_of(words: str, values: Iterable[str]) -> Grams:
    """Return the `grams` of a text's tokens by its `words_of`, and its numbers and dates."""
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


def _code_points(text: str) -> memoryview:
    encoded = text.encode("utf-32", "surrogatepass")  # needs no module, unlike utf-32-le
    return memoryview(encoded)[_PAIR // 2 :]  # behind the mark of the byte order


def numbered(grams: Collection[str]) -> NumberedGrams:
    """Return grams, those of two characters as numbers."""
    return frozenset(_numbers(grams))


def numbered_grams(words: Sequence[str], values: Sequence[Collection[str]]) -> list[NumberedGrams]:
    """Return what `grams_of` gives of some texts, `numbered`: of all at once."""
    units = _code_points("".join([f"{text}{CUT}" for text in words]))
    pairs, are_grams = _neighbours(units), _are_grams(units.tobytes())
    grams: list[NumberedGrams] = []
    start = 0
    for text, of_text in zip(words, values, strict=True):
        end = start + len(text)
        numbers = compress(pairs[start:end], are_grams[start:end])
        grams.append(frozenset(chain(numbers, _numbers(of_text)) if of_text else numbers))
        start = end + 1
    return grams


def _numbers(grams: Collection[str]) -> list[int | str]:
    pairs = [gram for gram in grams if len(gram) == 2]
    others: list[int | str] = [gram for gram in grams if len(gram) != 2]
    return [*_code_points("".join(pairs)).cast("Q").tolist(), *others] if pairs else others


def _neighbours(units: memoryview) -> list[int]:
    """Return each pair of neighbouring code points as a number."""
    pairs = [0] * max(0, 2 * len(units) // _PAIR - 1)
    for first in range(min(2, len(pairs))):
        of_first = units[first * _PAIR // 2 :]
        whole = of_first[: len(of_first) // _PAIR * _PAIR]
        pairs[first::2] = whole.cast("Q").tolist()
    return pairs


def _are_grams(units: bytes) -> bytes:
    """Return for each code point 1 if it is a gram with the one behind it, else 0.

    A flag is a byte, and those of all code points are one number: all are worked out at once, and
    a shift by 8 bits puts each beside the one before.
    """
    places = (0, 1, 2) if sys.byteorder == "little" else (3, 2, 1)
    low, page, plane = (units[place::4] for place in places)
    is_in_plane = _number(plane.translate(_IS_ZERO))
    cut = _number(low.translate(_IS_ZERO)) & _number(page.translate(_IS_ZERO)) & is_in_plane
    kana = _number(low.translate(_IS_KANA)) & _number(page.translate(_IS_OF_KANA)) & is_in_plane
    no_grams = cut | cut >> 8 | kana & kana >> 8
    return (_number(b"\1" * len(low)) ^ no_grams).to_bytes(len(low), "little")


def _number(flags: bytes) -> int:
    return int.from_bytes(flags, "little")


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
