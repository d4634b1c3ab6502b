"""Which sections of two editions might belong together: suggestions, never assertions.

Pure: passages in, suggestions out, no network, no training. Several kinds of evidence are taken
together so that one strong kind is enough, and a section that has none gets no suggestion.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plan_tui.importer.linking.evidence import Described, Evidence, Passage, PassageCorpus
from plan_tui.text.language import Phrase, joined

# `scripts/check_crosswalk.py` measures the suggestions against the crosswalk: as they stand,
# recall@1 0.49 and precision 0.66 on the real editions. In brackets what other values gave.
THRESHOLD = 0.2
"""Pairs below this score are not suggested: four of five would be wrong. It moves with what a
reader bears (0.1: recall 0.54, precision 0.60; 0.5: 0.40 and 0.77)."""
PER_SECTION = 3
"""Suggestions for a section in one other edition: what a menu of choices shows at a glance."""
_LOOKED_AT = 30
"""Candidates that are looked at closely. For speed: 10 and 60 give nearly the same."""
_BLOCK_FACTOR = 0.95
"""A single block must speak a little more clearly before it is named instead of its whole section,
since a section has many of them (0.85 and 1.0 are alike within 0.01)."""
_EVERYWHERE = 0.12
"""A feature that a larger share of passages has finds no candidates. For speed: 0.05 and 0.3 give
nearly the same."""
_EVERYWHERE_ANYWAY = 20
"""Passages that may have a feature in any case, so that a few passages find each other."""
_HALF, _SPREAD = 0.31, 0.055
"""Strength of evidence at which every other pair is right, and how fast that changes with it:
a logistic curve fitted to 108 pairs of all strengths, judged by reading. Judge pairs anew when
the weights below change."""
_LINEAR = 0.1
"""Share of the score that goes on growing with the strength where the curve is flat, so that of
two certain pairs the stronger stands first."""
_TITLE, _BODY, _CONTAINED, _TERMS, _ABOVE = 0.75, 1.0, 0.5, 0.35, 0.15
"""How much each kind of evidence can say by itself, 1 for certainty. Set by hand: a body repeated
is one matter, a title may be generic, rare terms in common and like headings above only help. The
share of a title that is said moves most (0.3: recall 0.42, precision 0.77; 0.7: 0.52, 0.58)."""
_CHANCE = 0.5
"""Likeness up to which most is chance: two texts of the plan share that many common words."""
_ALIKE, _ALIKE_ABOVE = 0.5, 0.6
"""Likeness from which a reason says that titles or bodies, and the titles above, are alike."""
_NAMED_TERMS = 3
"""Common terms that a reason names."""


_SAME_TITLE = Phrase("見出しが一致", "same title")
_LIKE_TITLE = Phrase("見出しが近い", "similar titles")
_LIKE_BODY = Phrase("本文が近い", "similar texts")
_COMMON_TERMS = Phrase("共通語：{terms}", "terms in common: {terms}")
_LIKE_ABOVE = Phrase("上位の見出しが近い", "similar titles above")
_LIKE_LETTERS = Phrase("用字が近い", "similar characters")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two sections that might belong together."""

    from_section_id: int
    """Of the earlier edition."""
    to_section_id: int
    from_block_id: int | None
    to_block_id: int | None
    score: float
    """0 to 1."""
    reason: Phrase
    """What speaks for it."""


def score(evidence: Evidence, factor: float = 1.0) -> float:
    """Return how likely a pair belongs together, 0 to 1, by all its evidence.

    ``factor`` weakens the evidence (a block must speak more clearly than a section).
    """
    weakened = strength(evidence) * factor
    curve = (1 - _LINEAR) / (1 + math.exp((_HALF - weakened) / _SPREAD))
    return curve + _LINEAR * weakened


def strength(evidence: Evidence) -> float:
    """Return 0 to 1: what is left of doubt after all evidence, taken from 1."""
    doubt = 1.0
    for likeness, weight in (
        (evidence.title, _TITLE),
        (evidence.body, _BODY),
        (evidence.contained, _CONTAINED),
        (evidence.terms, _TERMS),
    ):
        # Squared where it may be chance; above, it goes on from there one for one.
        beyond = likeness * likeness if likeness < _CHANCE else likeness - _CHANCE * _CHANCE
        doubt *= 1 - weight * beyond
    return min(1.0, (1 - doubt) * (1 + _ABOVE * evidence.above))


def reason(evidence: Evidence, same_title: bool) -> Phrase:
    """Return what speaks for a pair."""
    parts = []
    if same_title:
        parts.append(_SAME_TITLE)
    elif evidence.title >= _ALIKE:
        parts.append(_LIKE_TITLE)
    if evidence.body >= _ALIKE:
        parts.append(_LIKE_BODY)
    if evidence.common:
        parts.append(_COMMON_TERMS.of(terms="、".join(evidence.common[:_NAMED_TERMS])))
    if evidence.above >= _ALIKE_ABOVE:
        parts.append(_LIKE_ABOVE)
    return joined(parts, Phrase("／", " / ")) if parts else _LIKE_LETTERS


def suggest(
    corpus: PassageCorpus, earlier: Sequence[Described], later: Sequence[Described]
) -> list[Suggestion]:
    """Return suggestions between two editions, best first for each section of either.

    ``earlier`` and ``later`` hold whole sections and blocks; a pair is never two blocks.
    """
    best: dict[tuple[int, int], Suggestion] = {}
    for sections, others, forward in ((earlier, later, True), (later, earlier, False)):
        index = _FeatureIndex(others)
        for section in sections:
            if section.passage.block_id is None:
                for suggestion in _best_of_section(corpus, section, index, forward):
                    pair = (suggestion.from_section_id, suggestion.to_section_id)
                    if pair not in best or best[pair].score < suggestion.score:
                        best[pair] = suggestion
    return [best[pair] for pair in sorted(best)]


def _best_of_section(
    corpus: PassageCorpus, section: Described, index: _FeatureIndex, forward: bool
) -> Iterable[Suggestion]:
    """Return the best suggestions for a section; ``forward`` if it is of the earlier edition."""
    by_section: dict[int, Suggestion] = {}
    for candidate in index.candidates(section):
        evidence = corpus.evidence(section, candidate)
        value = score(evidence, 1.0 if candidate.passage.block_id is None else _BLOCK_FACTOR)
        best = by_section.get(candidate.passage.section_id)
        if value < THRESHOLD or (best and best.score >= value):
            continue
        by_section[candidate.passage.section_id] = _suggestion(
            section.passage, candidate.passage, round(value, 3), evidence, forward
        )
    ranked = sorted(
        by_section.values(), key=lambda s: (-s.score, s.from_section_id, s.to_section_id)
    )
    return ranked[:PER_SECTION]


def _suggestion(
    section: Passage, candidate: Passage, value: float, evidence: Evidence, forward: bool
) -> Suggestion:
    earlier, later = (section, candidate) if forward else (candidate, section)
    same_title = candidate.block_id is None and section.title == candidate.title
    return Suggestion(
        from_section_id=earlier.section_id,
        to_section_id=later.section_id,
        from_block_id=earlier.block_id,
        to_block_id=later.block_id,
        score=value,
        reason=reason(evidence, same_title),
    )


class _FeatureIndex:
    """Finds passages that have features in common with another."""

    def __init__(self, passages: Sequence[Described]) -> None:
        self._passages = passages
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, described in enumerate(passages):
            for feature in described.everything:
                postings[feature].append((number, _weight(described, feature)))
        most = max(_EVERYWHERE_ANYWAY, int(_EVERYWHERE * len(passages)))
        self._postings = {f: entries for f, entries in postings.items() if len(entries) <= most}

    def candidates(self, described: Described) -> list[Described]:
        """Return the passages that have most in common with another."""
        totals: dict[int, float] = defaultdict(float)
        for feature in described.everything:
            own_weight = _weight(described, feature)
            for number, weight in self._postings.get(feature, ()):
                totals[number] += own_weight * weight
        best = sorted(totals, key=lambda number: (-totals[number], number))[:_LOOKED_AT]
        return [self._passages[number] for number in best]


def _weight(described: Described, feature: str) -> float:
    return max(described.title.get(feature, 0), described.body.get(feature, 0))
