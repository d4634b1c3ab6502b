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

# All set by hand on the real editions and kept where `scripts/check_crosswalk.py` agreed best
# with the crosswalk; that script shows what a change does. In brackets what it said of others.
_TERM_LENGTH = 3
"""Characters of the shortest term: words of two kanji (行政) stand everywhere."""
_LONG_TERM = 12
"""Characters above which a term is no more telling for being longer."""
_RARE = 0.015
"""A term is rare if at most this share of all sections names it (a third of it: fewer suggestions,
recall@1 0.48 for 0.49)."""
_RARE_ANYWAY = 3
"""A term that so few sections name is rare however few sections there are."""
_TERMS_HALF = 12.0
"""Weight of common rare terms that counts as one half: about two names of six characters that one
section in a hundred has."""
_SHORT_TITLE = 6.0
"""Weight that is added to a title before one asks which share of it the other passage says, so
that a title of one common word (推進) proves nothing: about two pairs of characters that one
section in twenty has."""


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
        rarity = math.log(self._total / (1 + self._term_counts[term]))
        return rarity * math.sqrt(min(len(term), _LONG_TERM) / 4)

    def is_rare(self, term: str) -> bool:
        """Tell whether few sections name a term."""
        return self._term_counts[term] <= max(_RARE_ANYWAY, _RARE * self._total)

    def evidence(self, first: Described, second: Described) -> Evidence:
        """Return what speaks for two passages being about one matter."""
        common = sorted(first.terms & second.terms, key=lambda t: (-self.term_weight(t), t))
        rare = sum(self.term_weight(term) for term in common if self.is_rare(term))
        return Evidence(
            title=cosine(first.title, second.title),
            body=cosine(first.body, second.body),
            contained=max(self._contained(first, second), self._contained(second, first)),
            above=cosine(first.above, second.above),
            terms=rare / (rare + _TERMS_HALF),
            common=tuple(_longest(common)),
        )

    def _contained(self, titled: Described, other: Described) -> float:
        """Return how much of one's title the other passage says; short titles say little."""
        total = sum(self.weight(feature) for feature in titled.title)
        common = sum(self.weight(f) for f in titled.title if f in other.everything)
        return common / (total + _SHORT_TITLE) if total else 0.0

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


def cosine(first: Vector, second: Vector) -> float:
    """Return how alike two vectors are, 0 to 1."""
    shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
    return sum(weight * longer[f] for f, weight in shorter.items() if f in longer)


def features(text: list[Token]) -> Counter[str]:
    """Count the pairs of neighbouring characters that say something, numbers and dates whole."""
    counts: Counter[str] = Counter()
    before, before_kind = "", None
    for token in text:
        if token.whole:
            counts[token.folded] += 1
        if token.whole or token.weak or token.kind is TokenKind.MARK:
            before, before_kind = "", None
            continue
        for character in token.folded:
            if before and TokenKind.HIRAGANA not in (before_kind, token.kind):
                counts[before + character] += 1
            before, before_kind = character, token.kind
    return counts


def terms(text: list[Token]) -> frozenset[str]:
    """Return what a text names: runs of kanji, katakana and Latin letters, and their compounds."""
    names: set[str] = set()
    compound = ""
    for token in [*text, Token("", "", TokenKind.SPACE)]:
        if token.kind in _COMPOUND:
            names.add(token.folded)
            compound += token.folded
        else:
            names.add(compound)
            compound = ""
    return frozenset(term for term in names if len(term) >= _TERM_LENGTH)


def _longest(terms: list[str]) -> list[str]:
    """Leave out terms that lie within another one of the same list."""
    return [t for t in terms if not any(t != other and t in other for other in terms)]
