"""How much two short texts say alike, common words counting less than rare ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from plan_tui.compare.text.sentence_pairs import grams
from plan_tui.text.tokens import Token, TokenKind, fold_width, tokens

Grams = frozenset[str]

_CONTAINED = 0.8
"""How far a text that lies whole within a longer one counts as alike."""
_CONTAINED_LEAST = 8
"""Distinct grams that a text needs for that: a few words lie within many texts by chance."""


class Rarity:
    """Weighs pairs of characters by how rarely some texts have them."""

    def __init__(self, texts: Iterable[str]) -> None:
        joined = fold_width("\n".join(texts))
        self._counts = Counter(a + b for a, b in pairwise(joined))
        self._sentences = 1 + joined.count("。") + joined.count("\n")
        self._weight = cache(self._weigh)

    def _weigh(self, gram: str) -> float:
        count = min(self._counts[gram[-2:]], self._sentences)
        return math.log((self._sentences + 2) / (count + 1))

    def weight(self, found: Grams) -> float:
        """Return how much a set of grams says."""
        return sum(map(self._weight, sorted(found)))

    def contained(self, inner: Grams, outer: Grams) -> float:
        """Return how much of what ``inner`` says ``outer`` says too, 0 to 1."""
        return self.weight(inner & outer) / self.weight(inner) if inner else 0.0

    def likeness(self, one: Grams, other: Grams) -> float:
        """Return how alike two sets of grams are, 0 to 1."""
        common = self.weight(one & other)
        if not common:
            return 0.0
        sizes = self.weight(one), self.weight(other)
        alike = 2 * common / sum(sizes)
        if min(len(one), len(other)) < _CONTAINED_LEAST:
            return alike
        return max(alike, _CONTAINED * common / min(sizes))


def words(text: str) -> Grams:
    """Return what a text says beside its dates; a number only with what it counts (230万)."""
    return words_of(tokens(text))


def words_of(found: Sequence[Token]) -> Grams:
    """Return the `words` of a text that is given as its tokens."""
    counted = {
        token.folded + after.folded[:1]
        for token, after in pairwise(found)
        if token.kind is TokenKind.NUMBER and not after.whole and not after.weak
    }
    return grams([token for token in found if not token.whole]) | counted
