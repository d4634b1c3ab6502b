"""What speaks for two sections being about one matter, by what each says itself."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import mul

from plan_tui.importer.linking.features import FeatureRarity, Vector, cosine, features, terms
from plan_tui.importer.linking.passages import Passage, PassageSentence
from plan_tui.importer.linking.weights import EvidenceWeights
from plan_tui.text.record import record
from plan_tui.text.tokens import Token, tokens

_FEW_TERMS = 10.0
"""Weight of terms that is added to what each names, so that one common term is little evidence:
about two names of six characters that one section in a hundred has."""


@record
class Described:
    """A section with its features."""

    passage: Passage
    whole: Vector
    """Of title and text."""
    title: Vector
    above: Vector
    spoken: Mapping[str, Sequence[tuple[int, float]]]
    """Feature → the sentences that have it (their index; -1 for the title), with its weight."""
    terms: frozenset[str]
    """Terms that title or text name."""
    named: float
    """Weight of all these terms."""


@record
class Resemblance:
    """How alike two sections are as wholes, each part 0 to 1."""

    text: float
    title: float
    above: float
    terms: float

    def likeness_of_wholes(self, weights: EvidenceWeights) -> float:
        """Return these together: about 0 for strangers, under 2 for a section repeated."""
        return (
            weights.text * self.text
            + weights.title * self.title
            + weights.above * self.above
            + weights.terms * self.terms
        )


@record
class Evidence(Resemblance):
    """How far two sections belong together by what they say, each part 0 to 1."""

    sentence: float
    closest: PassageSentence | None
    """The sentence that is most like the other section; None where that is a title."""
    closest_in: int
    """The section in which it stands."""

    def likeness(self, weights: EvidenceWeights) -> float:
        """Return all evidence together: about 0 for strangers, 2 for a section repeated."""
        return self.likeness_of_wholes(weights) + weights.sentence * self.sentence


class SectionCorpus:
    """All sections of all editions, which say how rare a feature or term is."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        read = [(p, tokens(p.title), tokens(p.text), tokens(p.path)) for p in passages]
        counted = [features(title) + features(text) for _, title, text, _ in read]
        named = [terms(title) | terms(text) for _, title, text, _ in read]
        self._features = FeatureRarity(counted)
        self._terms = FeatureRarity(named)
        self.described = [
            Described(
                passage,
                self._features.vector(whole),
                self._features.vector(features(title)),
                self._features.vector(features(path)),
                self._spoken(passage, title),
                names,
                sum(map(self._terms.of_term, names)),
            )
            for (passage, title, _, path), whole, names in zip(read, counted, named, strict=True)
        ]

    def evidence(self, first: Described, second: Described) -> Evidence:
        """Return what speaks for two sections being about one matter."""
        common = _common(first.whole, second.whole)
        forth, of_first = _closest(first, second, common)
        back, of_second = _closest(second, first, common)
        return Evidence(
            text=_product(first.whole, second.whole, common),
            title=cosine(first.title, second.title),
            above=cosine(first.above, second.above),
            terms=self._terms_alike(first, second),
            sentence=max(forth, back),
            closest=of_first if forth >= back else of_second,
            closest_in=(first if forth >= back else second).passage.section_id,
        )

    def resemblance(self, first: Described, second: Described) -> Resemblance:
        """Return how alike two sections are as wholes: the evidence without the sentences."""
        return Resemblance(
            text=_product(first.whole, second.whole, _common(first.whole, second.whole)),
            title=cosine(first.title, second.title),
            above=cosine(first.above, second.above),
            terms=self._terms_alike(first, second),
        )

    def telling_terms(self, first: Described, second: Described) -> list[str]:
        """Return the terms that both name, the most telling first, none inside another."""
        common = sorted(
            first.terms & second.terms, key=lambda term: (-self._terms.of_term(term), term)
        )
        return [t for t in common if not any(t != other and t in other for other in common)]

    def _spoken(
        self, passage: Passage, title: list[Token]
    ) -> Mapping[str, Sequence[tuple[int, float]]]:
        spoken: dict[str, list[tuple[int, float]]] = defaultdict(list)
        texts = [(-1, title)]
        texts += [(n, tokens(sentence.text)) for n, sentence in enumerate(passage.sentences)]
        for number, text in texts:
            for feature, weight in self._features.vector(features(text)).items():
                spoken[feature].append((number, weight))
        return spoken

    def _terms_alike(self, first: Described, second: Described) -> float:
        common = sum(map(self._terms.of_term, first.terms & second.terms))
        return common / math.sqrt((first.named + _FEW_TERMS) * (second.named + _FEW_TERMS))


def title_said(asked: Described, other: Described) -> float:
    """Return how much of a section's title the other says anywhere, 0 to 1."""
    return sum(weight * weight for f, weight in asked.title.items() if f in other.whole)


def _common(first: Vector, second: Vector) -> Sequence[str]:
    """Return the features that both have, in an order that does not change between runs."""
    shorter, longer = sorted((first, second), key=len)
    return list(filter(longer.__contains__, shorter))


def _product(first: Vector, second: Vector, common: Sequence[str]) -> float:
    products: Iterable[float] = map(mul, map(first.get, common), map(second.get, common))
    return sum(products)


def _closest(
    first: Described, second: Described, common: Sequence[str]
) -> tuple[float, PassageSentence | None]:
    """Return how like the second section the first one's closest sentence is, and which it is.

    The title is one of the sentences, told as None; ``common`` are the features of both sections.
    """
    sentences = first.passage.sentences
    alike = [0.0] * (len(sentences) + 1)  # the last is the title: index -1
    weights, spoken = map(second.whole.__getitem__, common), map(first.spoken.get, common)
    for weight, entries in zip(weights, spoken, strict=True):
        for number, its_weight in entries or ():
            alike[number] += its_weight * weight
    best = max(alike)
    number = len(sentences) if not best else alike.index(best)
    return best, sentences[number] if number < len(sentences) else None
