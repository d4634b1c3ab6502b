"""Which sections of an edition are worth a close look as counterparts of another section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest

from plan_tui.importer.linking.evidence import Described

LOOKED_AT = 20
"""Candidates that are looked at closely: few counterparts are not among so many."""
_POSTINGS = 6000
"""Entries of the index that are read for a section, those of its rarest features first. So the
time for a section does not grow with the corpus; 3,000 find nearly as many counterparts."""


class CandidateIndex:
    """Finds the sections that have most in common with another."""

    def __init__(self, sections: Sequence[Described]) -> None:
        self._sections = sections
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, section in enumerate(sections):
            for feature, weight in section.whole.items():
                self._postings[feature].append((number, weight))

    def candidates(self, section: Described) -> list[Described]:
        """Return the sections that have most in common with another, the likest first."""
        totals = [0.0] * len(self._sections)
        read = 0
        known = [feature for feature in section.whole if feature in self._postings]
        for feature in sorted(known, key=lambda name: (len(self._postings[name]), name)):
            entries = self._postings[feature]
            if read + len(entries) > _POSTINGS:
                break
            read += len(entries)
            weight = section.whole[feature]
            for number, other in entries:
                totals[number] += weight * other
        alike = (number for number, total in enumerate(totals) if total)
        best = nsmallest(LOOKED_AT, alike, key=lambda number: (-totals[number], number))
        return [self._sections[number] for number in best]
