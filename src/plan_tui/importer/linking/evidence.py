"""What speaks for two sections being about one matter, by what each says itself."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import mul

from plan_tui.importer.linking.features import FeatureRarity, Vector, cosine, features, terms
from plan_tui.importer.linking.passages import Passage, PassageSentence
from plan_tui.text.record import record
from plan_tui.text.tokens import Token, tokens

_FEW_TERMS = 10.0
"""Weight of terms that is added to what each names, so that one common term is little evidence:
about two names of six characters that one section in a hundred has."""

_LIKE_TITLE, _LIKE_ABOVE, _LIKE_TERMS = 0.2, 0.3, 0.3
"""What titles, titles above and terms count beside the text where two wholes are compared."""


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

    def likeness(self) -> float:
        """Return these together: about 0 for strangers, under 2 for a section repeated."""
        return (
            self.text
            + _LIKE_TITLE * self.title
            + _LIKE_ABOVE * self.above
            + _LIKE_TERMS * self.terms
        )


@record
class Evidence(Resemblance):
    """How far two sections belong together by what they say, each part 0 to 1."""

    sentence: float
    closest: PassageSentence | None
    """The sentence that is most like the other section; None where that is a title."""
    closest_in: int
    """The section in which it stands."""
    rarest: float
    """Weight of the most telling term that both name; 0 without one."""
    repeated: Mapping[int, float]
    """Section → how much of all it says, by weight, the other says as well."""


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
                sum(sorted(map(self._terms.of_term, names))),
            )
            for (passage, title, _, path), whole, names in zip(read, counted, named, strict=True)
        ]

    def evidence(self, first: Described, second: Described) -> Evidence:
        """Return what speaks for two sections being about one matter."""
        common = _common(first.whole, second.whole)
        weights = list(map(first.whole.__getitem__, common))
        others = list(map(second.whole.__getitem__, common))
        forth, of_first = _closest(first, common, others)
        back, of_second = _closest(second, common, weights)
        terms_alike, rarest = self._terms_alike(first, second)
        return Evidence(
            text=sum(map(mul, weights, others)),
            title=cosine(first.title, second.title),
            above=cosine(first.above, second.above),
            terms=terms_alike,
            sentence=max(forth, back),
            closest=of_first if forth >= back else of_second,
            closest_in=(first if forth >= back else second).passage.section_id,
            rarest=rarest,
            repeated={
                first.passage.section_id: sum(map(mul, weights, weights)),
                second.passage.section_id: sum(map(mul, others, others)),
            },
        )

    def resemblance(self, first: Described, second: Described) -> Resemblance:
        """Return how alike two sections are as wholes: the evidence without the sentences."""
        return Resemblance(
            text=cosine(first.whole, second.whole),
            title=cosine(first.title, second.title),
            above=cosine(first.above, second.above),
            terms=self._terms_alike(first, second)[0],
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

    def _terms_alike(self, first: Described, second: Described) -> tuple[float, float]:
        """Return how far two sections name the same, and the weight of the most telling term."""
        shared = first.terms & second.terms
        if not shared:
            return 0.0, 0.0
        weights = sorted(map(self._terms.of_term, shared))  # a sum in one order
        length = math.sqrt((first.named + _FEW_TERMS) * (second.named + _FEW_TERMS))
        return sum(weights) / length, weights[-1]


def title_said(asked: Described, other: Described) -> float:
    """Return how much of a section's title the other says anywhere, 0 to 1."""
    return sum(weight * weight for f, weight in asked.title.items() if f in other.whole)


def _common(first: Vector, second: Vector) -> Sequence[str]:
    """Return the features that both have, in an order that does not change between runs."""
    shorter, longer = sorted((first, second), key=len)
    return list(filter(longer.__contains__, shorter))


def _closest(
    section: Described, common: Sequence[str], weights: Sequence[float]
) -> tuple[float, PassageSentence | None]:
    """Return how like another section a section's closest sentence is, and which it is.

    The title is one of the sentences, told as None; ``common`` are the features of both sections,
    ``weights`` what they weigh in the other.
    """
    sentences = section.passage.sentences
    alike = [0.0] * (len(sentences) + 1)  # the last is the title: index -1
    for weight, entries in zip(weights, map(section.spoken.get, common), strict=True):
        for number, its_weight in entries or ():
            alike[number] += its_weight * weight
    best = max(alike)
    number = len(sentences) if not best else alike.index(best)
    return best, sentences[number] if number < len(sentences) else None
