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

THRESHOLD = 0.2
"""Pairs below this score are not suggested: four of five would be wrong."""
PER_SECTION = 3
"""Suggestions for a section in one other edition."""
_LOOKED_AT = 30
"""Candidates that are looked at closely."""
_BLOCK_FACTOR = 0.95
"""A single block must speak clearly before it is named instead of its whole section."""
_EVERYWHERE = 0.12
"""A feature that a larger share of passages has finds no candidates."""
_HALF, _SPREAD = 0.31, 0.055
"""Strength of evidence at which every other pair is right, and how fast that changes with it;
from 108 pairs of all strengths, judged by reading."""
_TITLE, _BODY, _CONTAINED, _TERMS, _ABOVE = 0.75, 1.0, 0.5, 0.35, 0.15
"""How much each kind of evidence can say by itself."""


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
    reason: str
    """What speaks for it, in Japanese."""


def score(evidence: Evidence, factor: float = 1.0) -> float:
    """Return how likely a pair belongs together, 0 to 1, by all its evidence.

    ``factor`` weakens the evidence (a block must speak more clearly than a section).
    """
    found = strength(evidence) * factor
    return 0.9 / (1 + math.exp((_HALF - found) / _SPREAD)) + 0.1 * found


def strength(evidence: Evidence) -> float:
    """Return 0 to 1: what is left of doubt after all evidence, taken from 1."""
    doubt = 1.0
    for part, most in (
        (evidence.title, _TITLE),
        (evidence.body, _BODY),
        (evidence.contained, _CONTAINED),
        (evidence.terms, _TERMS),
    ):
        # Up to a half, likeness is mostly chance and says less than its share.
        doubt *= 1 - most * (part * part if part < 0.5 else part - 0.25)
    return min(1.0, (1 - doubt) * (1 + _ABOVE * evidence.above))


def reason(evidence: Evidence, same_title: bool) -> str:
    """Return in Japanese what speaks for a pair."""
    parts = []
    if same_title:
        parts.append("見出しが一致")
    elif evidence.title >= 0.5:
        parts.append("見出しが近い")
    if evidence.body >= 0.5:
        parts.append("本文が近い")
    if evidence.common:
        parts.append("共通語：" + "、".join(evidence.common[:3]))
    if evidence.above >= 0.6:
        parts.append("上位の見出しが近い")
    return "／".join(parts) or "用字が近い"


def suggest(
    corpus: PassageCorpus, earlier: Sequence[Described], later: Sequence[Described]
) -> list[Suggestion]:
    """Return suggestions between two editions, best first for each section of either.

    ``earlier`` and ``later`` hold whole sections and blocks; a pair is never two blocks.
    """
    found: dict[tuple[int, int], Suggestion] = {}
    for ours, theirs, forward in ((earlier, later, True), (later, earlier, False)):
        index = _Index(theirs)
        for one in ours:
            if one.passage.block_id is None:
                for suggestion in _best(corpus, one, index, forward):
                    pair = (suggestion.from_section_id, suggestion.to_section_id)
                    if pair not in found or found[pair].score < suggestion.score:
                        found[pair] = suggestion
    return [found[pair] for pair in sorted(found)]


def _best(
    corpus: PassageCorpus, one: Described, index: _Index, forward: bool
) -> Iterable[Suggestion]:
    by_section: dict[int, Suggestion] = {}
    for other in index.candidates(one):
        evidence = corpus.evidence(one, other)
        value = score(evidence, 1.0 if other.passage.block_id is None else _BLOCK_FACTOR)
        known = by_section.get(other.passage.section_id)
        if value < THRESHOLD or (known and known.score >= value):
            continue
        by_section[other.passage.section_id] = _suggestion(
            one.passage, other.passage, round(value, 3), evidence, forward
        )
    ranked = sorted(
        by_section.values(), key=lambda s: (-s.score, s.from_section_id, s.to_section_id)
    )
    return ranked[:PER_SECTION]


def _suggestion(
    one: Passage, other: Passage, value: float, evidence: Evidence, forward: bool
) -> Suggestion:
    first, second = (one, other) if forward else (other, one)
    why = reason(evidence, other.block_id is None and one.title == other.title)
    return Suggestion(
        first.section_id, second.section_id, first.block_id, second.block_id, value, why
    )


class _Index:
    """Finds passages that have features in common with another."""

    def __init__(self, passages: Sequence[Described]) -> None:
        self._passages = passages
        where: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, described in enumerate(passages):
            for feature in described.everything:
                weight = max(described.title.get(feature, 0), described.body.get(feature, 0))
                where[feature].append((place, weight))
        most = max(20, int(_EVERYWHERE * len(passages)))
        self._where = {f: places for f, places in where.items() if len(places) <= most}

    def candidates(self, one: Described) -> list[Described]:
        """Return the passages that have most in common with ``one``."""
        totals: dict[int, float] = defaultdict(float)
        for feature in one.everything:
            mine = max(one.title.get(feature, 0), one.body.get(feature, 0))
            for place, weight in self._where.get(feature, ()):
                totals[place] += mine * weight
        best = sorted(totals, key=lambda place: (-totals[place], place))[:_LOOKED_AT]
        return [self._passages[place] for place in best]
