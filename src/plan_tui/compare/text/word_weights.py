"""How much two short texts say alike, common words counting less than rare ones."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise

from plan_tui.compare.text.grams import grams, overlap
from plan_tui.text.tokens import TokenKind, fold_width, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plan_tui.compare.text.grams import Grams
    from plan_tui.text.tokens import Token

_CONTAINED_LEAST = 8
"""Grams that the shorter text needs for lying within the longer one to count: a few words lie
within many texts by chance. Set by hand, with the thresholds of `promise_matching`."""


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

    def weight(self, grams: Grams) -> float:
        """Return the sum of the weights of a set of grams: the rarer they are, the more."""
        return sum(map(self._weight, sorted(grams)))  # sorted: the same sum in every run

    def contained(self, inner: Grams, outer: Grams) -> float:
        """Return how much of what ``inner`` says ``outer`` says too, 0 to 1."""
        return self.weight(inner & outer) / self.weight(inner) if inner else 0.0

    def likeness(self, left: Grams, right: Grams) -> float:
        """Return how alike two sets of grams are, 0 to 1."""
        common = self.weight(left & right)
        if not common:
            return 0.0
        contained = min(len(left), len(right)) >= _CONTAINED_LEAST
        return overlap(common, self.weight(left), self.weight(right), contained=contained)


@lru_cache(maxsize=8192)
def content_grams(text: str) -> Grams:
    """Return what a text says beside its dates; a number only with what it counts (230万).

    Remembered: of all topics together each sentence and title is asked for again and again.
    """
    return content_grams_of(tokens(text))


def content_grams_of(tokens: Sequence[Token]) -> Grams:
    """Return the `content_grams` of a text that is given as its tokens."""
    counted = {
        token.folded + after.folded[:1]
        for token, after in pairwise(tokens)
        if token.kind is TokenKind.NUMBER and not after.whole and not after.weak
    }
    return grams([token for token in tokens if not token.whole]) | counted
