"""What speaks for two passages being about one matter.

A passage is a section, or one block of a section that says much. Passages are described by
weighted pairs of characters of their titles and bodies (rare pairs weigh more), by their
ancestors' titles and by the terms they name.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plan_tui.text.tokens import Token, TokenKind, tokens

Vector = Mapping[str, float]
"""Feature → weight; of length 1, or empty."""
_COMPOUND = (TokenKind.KANJI, TokenKind.KATAKANA, TokenKind.LATIN)
_TERM_LENGTH = 3
_RARE = 0.015
"""A term is rare if at most this share of all passages names it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A section or one block of it, as it is matched."""

    section_id: int
    block_id: int | None
    """None for the whole section."""
    title: str
    path: str
    """Titles of the sections above it."""
    text: str


@dataclass(frozen=True, slots=True)
class Described:
    """A passage with its features."""

    passage: Passage
    title: Vector
    body: Vector
    above: Vector
    everything: frozenset[str]
    """All features of title and body."""
    terms: frozenset[str]
    """Terms that title or body name."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far two passages belong together, each part 0 to 1."""

    title: float
    body: float
    contained: float
    """How much of one title the other passage says."""
    above: float
    terms: float
    """Rare terms that both name."""
    common: tuple[str, ...]
    """Terms that both name, the most telling first."""


class PassageCorpus:
    """All passages of all editions, which say how rare a feature or term is."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        read = [(p, tokens(p.title), tokens(p.text), tokens(p.path)) for p in passages]
        counts: Counter[str] = Counter()
        term_counts: Counter[str] = Counter()
        for passage, title, body, _ in read:
            if passage.block_id is None:
                counts.update(set(features(title)) | set(features(body)))
                term_counts.update(terms(title) | terms(body))
        self._total = 1 + sum(p.block_id is None for p, *_ in read)
        self._counts = counts
        self._term_counts = term_counts
        self.described = [self._describe(*parts) for parts in read]

    def weight(self, feature: str) -> float:
        """Return how rare a feature is: 0 for one that every section has."""
        return math.log(self._total / (1 + self._counts[feature]))

    def term_weight(self, term: str) -> float:
        """Return how telling a term is: rare and long."""
        rare = math.log(self._total / (1 + self._term_counts[term]))
        return rare * math.sqrt(min(len(term), 12) / 4)

    def is_rare(self, term: str) -> bool:
        """Tell whether few sections name a term."""
        return self._term_counts[term] <= max(3, _RARE * self._total)

    def evidence(self, one: Described, other: Described) -> Evidence:
        """Return what speaks for two passages being about one matter."""
        common = sorted(one.terms & other.terms, key=lambda t: (-self.term_weight(t), t))
        rare = sum(self.term_weight(term) for term in common if self.is_rare(term))
        return Evidence(
            title=cosine(one.title, other.title),
            body=cosine(one.body, other.body),
            contained=max(self._contained(one, other), self._contained(other, one)),
            above=cosine(one.above, other.above),
            terms=rare / (rare + 12),
            common=tuple(_longest(common)),
        )

    def _contained(self, one: Described, other: Described) -> float:
        """Return how much of one title the other passage says; short titles say little."""
        total = sum(self.weight(feature) for feature in one.title)
        said = sum(self.weight(f) for f in one.title if f in other.everything)
        return said / (total + 6) if total else 0.0

    def _describe(
        self, passage: Passage, title: list[Token], body: list[Token], above: list[Token]
    ) -> Described:
        in_title, in_body = features(title), features(body)
        return Described(
            passage,
            self._vector(in_title),
            self._vector(in_body),
            self._vector(features(above)),
            frozenset(in_title) | frozenset(in_body),
            terms(title) | terms(body),
        )

    def _vector(self, counts: Counter[str]) -> Vector:
        weights = {f: (1 + math.log(n)) * self.weight(f) for f, n in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {f: weight / length for f, weight in weights.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two vectors are, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[f] for f, weight in one.items() if f in other)


def features(text: list[Token]) -> Counter[str]:
    """Count the pairs of neighbouring characters that say something, numbers and dates whole."""
    found: Counter[str] = Counter()
    before, before_kind = "", None
    for token in text:
        if token.whole:
            found[token.folded] += 1
        if token.whole or token.weak or token.kind is TokenKind.MARK:
            before, before_kind = "", None
            continue
        for character in token.folded:
            if before and TokenKind.HIRAGANA not in (before_kind, token.kind):
                found[before + character] += 1
            before, before_kind = character, token.kind
    return found


def terms(text: list[Token]) -> frozenset[str]:
    """Return what a text names: runs of kanji, katakana and Latin letters, and their compounds."""
    found: set[str] = set()
    compound = ""
    for token in [*text, Token("", "", TokenKind.SPACE)]:
        if token.kind in _COMPOUND:
            found.add(token.folded)
            compound += token.folded
        else:
            found.add(compound)
            compound = ""
    return frozenset(term for term in found if len(term) >= _TERM_LENGTH)


def _longest(found: list[str]) -> list[str]:
    """Leave out terms that lie within another one of the same list."""
    return [t for t in found if not any(t != other and t in other for other in found)]
