"""Candidates in the order in which they may continue a section, with what stands around them.

A section's own words are not all: what stands above its counterpart is like what stands above it,
and a broad section is no counterpart of what one of the sections below it says better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.importer.linking.candidates import CandidateIndex
from plan_tui.importer.linking.evidence import Described, Evidence, SectionCorpus

# As the weights in `evidence.py`, and in brackets again the share of counterparts that came first
# without (0.71 with all).
_PARENTS = 0.33
"""Either section is like what the other one stands below (0.69)."""
_CHILDREN = 0.36
"""Taken off where a section below one of them is as like the other (0.70)."""
_CONTENTS_ONLY = 0.23
"""Taken off for an entry of a contents page, which has no text (0.70)."""
_PLACED = 10
"""Candidates whose surroundings are looked at: the best by their own words. For speed: with 20
as many counterparts come first."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate for the counterpart of a section."""

    section: Described
    likeness: float
    """What speaks for it, with what stands around both."""
    evidence: Evidence


class Ranking:
    """Ranks the sections of two editions for each other.

    Args:
        corpus: what weighs the evidence.
        earlier: the sections of one edition.
        later: those of the other.

    """

    def __init__(
        self, corpus: SectionCorpus, earlier: Sequence[Described], later: Sequence[Described]
    ) -> None:
        self._corpus = corpus
        self._indexes = {False: CandidateIndex(earlier), True: CandidateIndex(later)}
        sections = [*earlier, *later]
        self._by_id = {section.passage.section_id: section for section in sections}
        self._below: dict[int | None, list[Described]] = defaultdict(list)
        for section in sections:
            self._below[section.passage.parent_id].append(section)
        self._evidence: dict[tuple[int, int], Evidence] = {}

    def ranked(self, section: Described, *, forward: bool) -> list[Ranked]:
        """Return the candidates for a section, best first.

        ``forward`` says that the section is of the earlier edition.
        """
        by_words = sorted(
            self._indexes[forward].candidates(section),
            key=lambda other: -self.evidence(section, other).likeness,
        )
        ranked = [
            Ranked(other, self._likeness(section, other), self.evidence(section, other))
            for other in by_words[:_PLACED]
        ]
        return sorted(ranked, key=lambda each: (-each.likeness, each.section.passage.section_id))

    def evidence(self, first: Described, second: Described) -> Evidence:
        """Return what the two sections' own words say, whichever comes first; read once."""
        one, other = first.passage.section_id, second.passage.section_id
        pair = (one, other) if one < other else (other, one)
        if pair not in self._evidence:
            self._evidence[pair] = self._corpus.evidence(first, second)
        return self._evidence[pair]

    def _likeness(self, first: Described, second: Described) -> float:
        return (
            self.evidence(first, second).likeness
            + _PARENTS * (self._to_parent(first, second) + self._to_parent(second, first)) / 2
            - _CHILDREN * (self._to_children(first, second) + self._to_children(second, first)) / 2
            - _CONTENTS_ONLY * second.passage.contents_only
        )

    def _to_parent(self, section: Described, other: Described) -> float:
        parent = self._by_id.get(other.passage.parent_id or 0)
        return self.evidence(section, parent).likeness if parent else 0.0

    def _to_children(self, section: Described, other: Described) -> float:
        children = self._below[other.passage.section_id]
        return max((self.evidence(section, child).likeness for child in children), default=0.0)
