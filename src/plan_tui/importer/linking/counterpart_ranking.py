"""Candidates in the order in which they may continue a section, with what stands around them.

A section's own words are not all: what stands above its counterpart is like what stands above it,
and a broad section is no counterpart of what one of the sections below it says better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from plan_tui.importer.linking.candidates import CandidateIndex
from plan_tui.importer.linking.evidence import (
    Described,
    Evidence,
    Resemblance,
    SectionCorpus,
    title_said,
)
from plan_tui.importer.linking.weights import WEIGHTS, EvidenceWeights
from plan_tui.text.record import record

_PLACED = 8
"""Candidates whose surroundings are looked at, for speed: the best by their own words."""


@record
class Ranked:
    """A candidate for the counterpart of a section."""

    section: Described
    likeness: float
    """What speaks for it, with what stands around both."""
    evidence: Evidence


@record
class Surroundings:
    """What stands around a section and a candidate, by the resemblance of the wholes."""

    parents: float
    """How like each is what the other stands below."""
    both_parents: float
    """How like what they stand below is each other."""
    children: float
    """How like each is what stands below the other."""
    title_said: float
    """How much of the section's title the candidate says."""
    contents_only: bool
    """Whether the candidate is an entry of a contents page."""


class EditionPair:
    """The sections of two editions, with all that speaks for any two of them.

    Evidence is read once, whichever section is asked about and however it is weighed.

    Args:
        corpus: what tells the evidence.
        earlier: the sections of one edition.
        later: those of the other.

    """

    def __init__(
        self, corpus: SectionCorpus, earlier: Sequence[Described], later: Sequence[Described]
    ) -> None:
        self.corpus, self.earlier, self.later = corpus, earlier, later
        self._indexes = {False: CandidateIndex(earlier), True: CandidateIndex(later)}
        self._by_id = {each.passage.section_id: each for each in (*earlier, *later)}
        self._below: dict[int | None, list[Described]] = defaultdict(list)
        for section in (*earlier, *later):
            self._below[section.passage.parent_id].append(section)
        self._evidence: dict[tuple[int, int], Evidence] = {}
        self._resemblance: dict[tuple[int, int], Resemblance] = {}
        self._candidates: dict[int, list[Described]] = {}

    def candidates(self, section: Described, *, forward: bool) -> list[Described]:
        """Return the sections of the other edition that are worth a close look.

        ``forward`` says that the section is of the earlier edition.
        """
        section_id = section.passage.section_id
        if section_id not in self._candidates:
            self._candidates[section_id] = self._indexes[forward].candidates(section)
        return self._candidates[section_id]

    def evidence(self, first: Described, second: Described) -> Evidence:
        """Return what the two sections' own words say, whichever comes first."""
        pair = _pair(first, second)
        if pair not in self._evidence:
            self._evidence[pair] = self.corpus.evidence(first, second)
        return self._evidence[pair]

    def resemblance(self, first: Described, second: Described) -> Resemblance:
        """Return how alike two sections are as wholes, whichever comes first."""
        pair = _pair(first, second)
        if pair in self._evidence:
            return self._evidence[pair]
        if pair not in self._resemblance:
            self._resemblance[pair] = self.corpus.resemblance(first, second)
        return self._resemblance[pair]

    def surroundings(
        self, first: Described, second: Described, weights: EvidenceWeights
    ) -> Surroundings:
        """Return what stands around a section and a candidate."""
        both = ((first, second), (second, first))
        return Surroundings(
            parents=sum(self._to_parent(*ends, weights) for ends in both) / 2,
            both_parents=self._between_parents(first, second, weights),
            children=sum(self._to_children(*ends, weights) for ends in both) / 2,
            title_said=title_said(first, second),
            contents_only=second.passage.contents_only,
        )

    def _to_parent(self, section: Described, other: Described, weights: EvidenceWeights) -> float:
        parent = self._parent(other)
        return self.resemblance(section, parent).likeness_of_wholes(weights) if parent else 0.0

    def _between_parents(
        self, first: Described, second: Described, weights: EvidenceWeights
    ) -> float:
        above, other = self._parent(first), self._parent(second)
        return (
            self.resemblance(above, other).likeness_of_wholes(weights) if above and other else 0.0
        )

    def _to_children(self, section: Described, other: Described, weights: EvidenceWeights) -> float:
        children = self._below[other.passage.section_id]
        alike = (self.resemblance(section, child).likeness_of_wholes(weights) for child in children)
        return max(alike, default=0.0)

    def _parent(self, section: Described) -> Described | None:
        return self._by_id.get(section.passage.parent_id or 0)


def _pair(first: Described, second: Described) -> tuple[int, int]:
    ids = first.passage.section_id, second.passage.section_id
    return min(ids), max(ids)


class Ranking:
    """Ranks the sections of two editions for each other."""

    def __init__(self, editions: EditionPair, weights: EvidenceWeights = WEIGHTS) -> None:
        self._editions, self._weights = editions, weights

    def ranked(self, section: Described, *, forward: bool) -> list[Ranked]:
        """Return the candidates for a section, best first.

        ``forward`` says that the section is of the earlier edition.
        """
        by_words = sorted(
            self._editions.candidates(section, forward=forward),
            key=lambda other: -self._editions.evidence(section, other).likeness(self._weights),
        )
        ranked = [self._placed(section, other) for other in by_words[:_PLACED]]
        return sorted(ranked, key=lambda each: (-each.likeness, each.section.passage.section_id))

    def _placed(self, section: Described, other: Described) -> Ranked:
        weights = self._weights
        evidence = self._editions.evidence(section, other)
        around = self._editions.surroundings(section, other, weights)
        likeness = (
            evidence.likeness(weights)
            + weights.parents * around.parents
            + weights.both_parents * around.both_parents
            + weights.title_said * around.title_said
            - weights.children * around.children
            - weights.contents_only * around.contents_only
        )
        return Ranked(other, likeness, evidence)
