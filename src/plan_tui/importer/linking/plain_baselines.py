"""Plain rankings, without training or care, which the suggestions must surpass."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from plan_tui.importer.linking.features import FeatureRarity, Vector, cosine
from plan_tui.importer.linking.passages import Passage
from plan_tui.text.record import record
from plan_tui.text.tokens import fold_width

_TITLE, _SENTENCE, _ABOVE = 0.5, 0.5, 0.25
"""What the parts of the plain sums are worth; the text is worth 1."""
_LOOKED_AT = 30
"""Candidates whose sentences are looked at: the best by text and title."""
_SHOWN = 3


@record
class _PlainSection:
    whole: Vector
    title: Vector
    above: Vector
    sentences: Sequence[Vector]
    """Its title among them."""


@record
class PlainAnswers:
    """The three best candidates of a section, ids, by either plain sum."""

    texts: Sequence[int]
    """TF-IDF of pairs and triples of characters in title and text, and half that of the titles."""
    parts: Sequence[int]
    """With the best sentence of either, and the titles above. (Which share of a title the other one
    says, weighed 0.3, takes more from the first place than it gives.)"""


class PlainBaselines:
    """Ranks sections by pairs and triples of characters alone.

    Args:
        passages: the sections of all editions.

    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        counted = [_grams(f"{passage.title}\n{passage.text}") for passage in passages]
        self._rarity = FeatureRarity(counted)
        self._sections = {
            passage.section_id: self._described(passage, counts)
            for passage, counts in zip(passages, counted, strict=True)
        }
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for section_id, section in self._sections.items():
            for gram, weight in section.whole.items():
                self._postings[gram].append((section_id, weight))
        self._texts: dict[int, Mapping[int, float]] = {}

    def answers(self, asked: int, candidates: Sequence[int]) -> PlainAnswers:
        """Return the best of some sections for another (all ids)."""
        section, texts = self._sections[asked], self._texts_alike(asked)
        titles = {other: cosine(section.title, self._sections[other].title) for other in candidates}
        sums = {other: texts.get(other, 0.0) + _TITLE * titles[other] for other in candidates}
        looked_at = _best(sums, _LOOKED_AT)
        parts = {other: sums[other] + _parts(section, self._sections[other]) for other in looked_at}
        return PlainAnswers(looked_at[:_SHOWN], _best(parts, _SHOWN))

    def _described(self, passage: Passage, counts: Counter[str]) -> _PlainSection:
        title = _grams(passage.title)
        texts = (title, *(_grams(sentence.text) for sentence in passage.sentences))
        return _PlainSection(
            self._rarity.vector(counts),
            self._rarity.vector(title),
            self._rarity.vector(_grams(passage.path)),
            [self._rarity.vector(text) for text in texts],
        )

    def _texts_alike(self, asked: int) -> Mapping[int, float]:
        """Return section → how alike the texts are, for all that have anything in common."""
        if asked not in self._texts:
            alike: dict[int, float] = defaultdict(float)
            for gram, weight in self._sections[asked].whole.items():
                for other, other_weight in self._postings[gram]:
                    alike[other] += weight * other_weight
            self._texts[asked] = alike
        return self._texts[asked]


def _parts(first: _PlainSection, second: _PlainSection) -> float:
    both = ((first, second), (second, first))
    closest = max(cosine(each, other.whole) for one, other in both for each in one.sentences)
    return _SENTENCE * closest + _ABOVE * cosine(first.above, second.above)


def _best(sums: Mapping[int, float], count: int) -> list[int]:
    return sorted(sums, key=lambda section_id: (-sums[section_id], section_id))[:count]


def _grams(text: str) -> Counter[str]:
    folded = fold_width(text).lower()
    return Counter(
        folded[start : start + size] for size in (2, 3) for start in range(len(folded) - size + 1)
    )
