"""Candidates once more, by how far other sections' choices agree with them.

What stands below, before and behind a section goes to where its counterpart stands; the
counterpart goes back to it, and a third edition stands between both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from operator import mul

from plan_tui.importer.linking.edition_pairs import EditionPair, Figures
from plan_tui.importer.linking.evidence import Described
from plan_tui.importer.linking.first_ranking import Candidate, Shares, chosen
from plan_tui.importer.linking.weights import (
    AGREEMENT,
    WEIGHTS,
    AgreementWeights,
    EvidenceWeights,
)
from plan_tui.text.record import as_tuple, record

STRANGER = 2.5
"""Points that the tenth candidate of a section has in the end, in a full edition."""
_BESIDE = (-2, -1, 1, 2)
"""Sections of which is asked whether they go to where the candidate stands, by reading order."""
_PLACE = 3
"""Sections before and behind a candidate that count as where it stands."""
_MANY_BELOW = 15
"""Sections below another that are asked at most."""
_LEAST = 0.01
"""Added to a share before its logarithm is taken: nothing is a hundredth."""
_NOTHING: Mapping[int, float] = {}


@record
class RankingWeights:
    """What ranks: first by evidence, then by what agrees with it."""

    evidence: EvidenceWeights = WEIGHTS
    agreement: AgreementWeights = AGREEMENT


class AgreedRanking:
    """Ranks the sections of two editions for each other.

    Args:
        editions: the sections, with what speaks for each pair of them.
        shares: how sections go on at first sight, between any editions.
        weights: what is weighed.

    """

    def __init__(
        self, editions: EditionPair, shares: Shares, weights: RankingWeights | None = None
    ) -> None:
        self.editions = editions
        self._shares = shares
        weights = weights or RankingWeights()
        self._evidence = as_tuple(weights.evidence)
        self._agreement = as_tuple(weights.agreement)
        self._order = {True: editions.earlier, False: editions.later}
        self._place = {
            section.passage.section_id: number
            for sections in self._order.values()
            for number, section in enumerate(sections)
        }

    def ranked(self, section: Described, *, forward: bool) -> list[Candidate]:
        """Return the candidates for a section, best first.

        ``forward`` says that the section is of the earlier edition.
        """
        candidates = self.editions.candidates(section, forward=forward)
        figures = self.figures(section, candidates, forward=forward)
        points = [sum(map(mul, self._agreement, each)) for each in figures]
        return chosen(candidates, points, STRANGER)

    def figures(
        self, asked: Described, candidates: Sequence[Described], *, forward: bool
    ) -> list[Figures]:
        """Return what agrees with each candidate, in the order of the weights."""
        section_id = asked.passage.section_id
        below = self.editions.below.get(section_id, ())[:_MANY_BELOW]
        beside = self._beside(section_id, self._order[forward])
        go_below = [self._shares.get(each.passage.section_id, _NOTHING) for each in below]
        go_beside = [self._shares.get(each, _NOTHING) for each in beside]
        onwards = self._shares.get(section_id, _NOTHING)
        return [
            as_tuple(
                AgreementWeights(
                    likeness=self._likeness(asked, other),
                    below=_going_to(go_below, self._family(other)),
                    around=_going_to(go_beside, self._around(other, self._order[not forward])),
                    returned=math.log(self._share(other.passage.section_id, section_id) + _LEAST),
                    third=self._over_third(onwards, other.passage.section_id),
                )
            )
            for other in candidates
        ]

    def _likeness(self, asked: Described, other: Described) -> float:
        figures = self.editions.figures(asked, other)
        return float(sum(map(mul, self._evidence, figures)))

    def _share(self, section_id: int, other_id: int) -> float:
        return self._shares.get(section_id, _NOTHING).get(other_id, 0.0)

    def _beside(self, section_id: int, order: Sequence[Described]) -> list[int]:
        place = self._place[section_id]
        places = (place + step for step in _BESIDE)
        return [order[n].passage.section_id for n in places if 0 <= n < len(order)]

    def _family(self, section: Described) -> list[int]:
        """Return a section and those directly below it."""
        section_id = section.passage.section_id
        below = self.editions.below.get(section_id, ())
        return [section_id, *(child.passage.section_id for child in below)]

    def _around(self, section: Described, order: Sequence[Described]) -> list[int]:
        place = self._place[section.passage.section_id]
        return [
            each.passage.section_id for each in order[max(0, place - _PLACE) : place + _PLACE + 1]
        ]

    def _over_third(self, onwards: Mapping[int, float], other_id: int) -> float:
        """Return how likely the likeliest way over a section of a third edition is.

        Sections of the candidate's own edition lead nowhere in it, so that they fall out.
        """
        ways = (min(share, self._share(third, other_id)) for third, share in onwards.items())
        return max(ways, default=0.0)


class EditionRankings:
    """The candidates of all sections of two editions.

    Args:
        ranking: ranks them.

    """

    def __init__(self, ranking: AgreedRanking) -> None:
        self.editions = editions = ranking.editions
        self.of_sections = [
            (section, forward, ranking.ranked(section, forward=forward))
            for sections, forward in ((editions.earlier, True), (editions.later, False))
            for section in sections
        ]
        """Section, whether it is of the earlier edition, its candidates, best first."""
        self._ranked = {section.passage.section_id: r for section, _, r in self.of_sections}
        self._shares = {
            (section.passage.section_id, choice.section.passage.section_id): choice.share
            for section, _, ranked in self.of_sections
            for choice in ranked
        }

    def ranked(self, section: Described) -> list[Candidate]:
        """Return the candidates for a section of either edition, best first."""
        return self._ranked[section.passage.section_id]

    def share(self, section: Described, other: Described) -> float:
        """Return how likely a section goes on in another, 0 to 1."""
        return self._shares.get((section.passage.section_id, other.passage.section_id), 0.0)


def _going_to(shares: Sequence[Mapping[int, float]], places: Iterable[int]) -> float:
    """Return how much of some sections goes to some places, 0 to 1; 0 without sections."""
    if not shares:
        return 0.0
    wanted = list(places)
    return sum(share.get(place, 0.0) for share in shares for place in wanted) / len(shares)
