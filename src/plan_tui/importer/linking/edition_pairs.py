"""All that speaks for any two sections of two editions, read once.

A section's own words are not all: what stands above its counterpart is like what stands above it,
and a heading of several matters goes on in a heading of the same.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from plan_tui.importer.linking.candidates import CandidateIndex
from plan_tui.importer.linking.evidence import Described, Evidence, SectionCorpus, title_said
from plan_tui.importer.linking.weights import EvidenceWeights
from plan_tui.text.record import as_tuple

Figures = tuple[float, ...]
"""Of each kind of evidence, how much of it there is; in the order of the weights."""
_TERM_UNIT = 10.0
"""Weight of a term that counts as one."""


class EditionPair:
    """The sections of two editions, with all that speaks for any two of them.

    Evidence is read once, whichever section is asked about and however it is weighed.

    Args:
        corpus: what tells the evidence.
        earlier: the sections of one edition, in reading order.
        later: those of the other.

    """

    def __init__(
        self, corpus: SectionCorpus, earlier: Sequence[Described], later: Sequence[Described]
    ) -> None:
        self.corpus, self.earlier, self.later = corpus, earlier, later
        self._indexes = {False: CandidateIndex(earlier), True: CandidateIndex(later)}
        self._by_id = {each.passage.section_id: each for each in (*earlier, *later)}
        self.below: dict[int | None, list[Described]] = defaultdict(list)
        """Section → those directly below it."""
        for section in (*earlier, *later):
            self.below[section.passage.parent_id].append(section)
        self._evidence: dict[tuple[int, int], Evidence] = {}
        self._likeness: dict[tuple[int, int], float] = {}
        self._figures: dict[tuple[int, int], Figures] = {}
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

    def figures(self, asked: Described, other: Described) -> Figures:
        """Return what speaks for a candidate of the section that is asked about."""
        ids = asked.passage.section_id, other.passage.section_id
        if ids not in self._figures:
            self._figures[ids] = as_tuple(self._weighed(asked, other))
        return self._figures[ids]

    def _weighed(self, asked: Described, other: Described) -> EvidenceWeights:
        evidence = self.evidence(asked, other)
        above, above_other = self._parent(asked), self._parent(other)
        headings = [not end.passage.blocks for end in (asked, other)]
        return EvidenceWeights(
            text=math.sqrt(evidence.text),
            text_and_title=evidence.text * evidence.title,
            sentence=math.sqrt(evidence.sentence),
            above=evidence.above,
            rarest=evidence.rarest / _TERM_UNIT,
            title_said=title_said(asked, other),
            title_asked=title_said(other, asked),
            repeated=evidence.repeated[asked.passage.section_id],
            parent=self._alike(above, other),
            both_parents=self._alike(above, above_other),
            both_children=min(self._like_below(asked, other), self._like_below(other, asked)),
            heading_for_heading=float(all(headings)),
            heading_for_text=float(headings == [False, True]),
        )

    def _alike(self, first: Described | None, second: Described | None) -> float:
        """Return how alike two sections are as wholes; 0 where there is none."""
        if first is None or second is None:
            return 0.0
        pair = _pair(first, second)
        if pair not in self._likeness:
            known = self._evidence.get(pair)
            resemblance = known or self.corpus.resemblance(first, second)
            self._likeness[pair] = resemblance.likeness()
        return self._likeness[pair]

    def _like_below(self, section: Described, other: Described) -> float:
        """Return how like a section is the likest of those below another, if both have such."""
        ids = section.passage.section_id, other.passage.section_id
        if not all(each in self.below for each in ids):
            return 0.0
        return max(self._alike(section, child) for child in self.below[ids[1]])

    def _parent(self, section: Described) -> Described | None:
        return self._by_id.get(section.passage.parent_id or 0)


def _pair(first: Described, second: Described) -> tuple[int, int]:
    ids = first.passage.section_id, second.passage.section_id
    return min(ids), max(ids)
