"""Texts as weighted features: pairs of characters, numbers and dates whole, and terms."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from operator import mul

from plan_tui.text.tokens import Token, TokenKind, token_of

Vector = Mapping[str, float]
"""Feature → weight; of length 1, or empty."""
_COMPOUND = (TokenKind.KANJI, TokenKind.KATAKANA, TokenKind.LATIN)
_PLAIN = "\N{MIDDLE DOT}"
"""Begins a pair that counts whatever its characters are."""
_TERM_LENGTH = 3
"""Characters of the shortest term: words of two kanji (行政) stand everywhere."""
_LONG_TERM = 12
"""Characters above which a term is no more telling for being longer."""


def features(text: list[Token]) -> Counter[str]:
    """Count the pairs of neighbouring characters, and the numbers and dates.

    A pair without hiragana and marks counts twice, as two features: it names something, where
    the others tell wording that was taken over. Either kind alone finds fewer counterparts.
    """
    counts: Counter[str] = Counter()
    before, named = "", ""
    for token in text:
        if token.whole:
            counts[token.folded] += 1
        names = not (token.whole or token.weak or token.kind in _GRAMMAR)
        for character in token.folded:
            if before:
                counts[_PLAIN + before + character] += 1
            if named and names:
                counts[named + character] += 1
            before, named = character, character if names else ""
        if token.kind is TokenKind.SPACE:
            before = named = ""
    return counts


_GRAMMAR = (TokenKind.HIRAGANA, TokenKind.MARK)


def terms(text: list[Token]) -> frozenset[str]:
    """Return what a text names: runs of kanji, katakana and Latin letters, and their compounds."""
    names: set[str] = set()
    compound = ""
    for token in [*text, token_of("", "", TokenKind.SPACE)]:
        if token.kind in _COMPOUND:
            names.add(token.folded)
            compound += token.folded
        else:
            names.add(compound)
            compound = ""
    return frozenset(term for term in names if len(term) >= _TERM_LENGTH)


class FeatureRarity:
    """How telling features and terms are: the fewer sections have them, the more.

    Args:
        documents: the features or terms of each section.

    """

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        self._counts: Counter[str] = Counter()
        self._total = 1
        self._weights: dict[str, float] = {}
        """Feature → its weight, where one was asked for."""
        for document in documents:
            self._counts.update(set(document))
            self._total += 1

    def of_feature(self, feature: str) -> float:
        """Return a feature's weight: 1 for one that every section has, more for rare ones."""
        weight = self._weights.get(feature)
        if weight is None:
            weight = 1 + math.log(self._total / (1 + self._counts[feature]))
            self._weights[feature] = weight
        return weight

    def of_term(self, term: str) -> float:
        """Return a term's weight: rare and long."""
        rarity = math.log(self._total / (0.5 + self._counts[term]))
        return rarity * math.sqrt(min(len(term), _LONG_TERM) / 4)

    def vector(self, counts: Counter[str]) -> Vector:
        """Return counted features as a vector of length 1; a repeated one weighs little more."""
        weights = [
            self.of_feature(f) if n == 1 else (1 + math.log(n)) * self.of_feature(f)
            for f, n in counts.items()
        ]
        length = math.sqrt(sum(map(mul, weights, weights)))
        return dict(zip(counts, [weight / length for weight in weights], strict=True))


def cosine(first: Vector, second: Vector) -> float:
    """Return how alike two vectors are, 0 to 1."""
    shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
    common = list(filter(longer.__contains__, shorter))
    products = map(mul, map(shorter.__getitem__, common), map(longer.__getitem__, common))
    return float(sum(products))
