"""How likely any two sections of two editions belong together, by either of them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from plan_tui.importer.linking.agreed_ranking import AgreedRanking, EditionRankings
from plan_tui.importer.linking.confidence import CURVE, ConfidenceCurve, odds, standing
from plan_tui.importer.linking.edition_pairs import EditionPair, Figures
from plan_tui.importer.linking.evidence import Described
from plan_tui.importer.linking.first_ranking import Shares, shares_of_all

_JUDGED = 8
"""Candidates of a section that are judged, the best; no more than three are shown."""
JOINT = ConfidenceCurve((0.974,), -0.147)
"""How likely two sections belong together → how likely the surer of them says they do: of two the
surer one says too much. Fitted likewise."""
_UNANSWERED = 0.3
"""What agreement is left of where only one of two sections has the other among its best."""


class PairConfidences:
    """How likely each candidate is, by the section that is asked about.

    Args:
        rankings: the candidates of all sections of two editions.
        curve: says how likely a candidate is, by its section.
        joint: says how likely it is, by the surer of both.

    """

    def __init__(
        self,
        rankings: EditionRankings,
        curve: ConfidenceCurve = CURVE,
        joint: ConfidenceCurve = JOINT,
    ) -> None:
        self.rankings = rankings
        self._joint = joint
        self._of: dict[tuple[int, int], float] = {}
        """Section and candidate → how likely."""
        self.pairs: dict[tuple[int, int], tuple[Described, Described]] = {}
        """Ids of an earlier and a later section → these, where either is among the other's best."""
        for section, forward, ranked in rankings.of_sections:
            for rank, candidate in enumerate(ranked[:_JUDGED]):
                pair = (section, candidate.section) if forward else (candidate.section, section)
                ids = pair[0].passage.section_id, pair[1].passage.section_id
                self.pairs[ids] = pair
                self._of[ids if forward else ids[::-1]] = curve.at(self.standing(section, rank))

    def standing(self, section: Described, rank: int) -> Figures:
        """Return how one of a section's candidates stands."""
        ranked = self.rankings.ranked(section)
        candidate = ranked[rank].section
        return standing(
            ranked,
            rank,
            self.rankings.share(candidate, section),
            self.rankings.editions.figures(section, candidate),
        )

    def scores(self) -> Mapping[tuple[int, int], float]:
        """Return the ids of an earlier and a later section → how likely they belong together."""
        return {ids: self._joint.at(self.joint(*ids)) for ids in self.pairs}

    def joint(self, section_id: int, other_id: int) -> Figures:
        """Return on what the likelihood of two sections depends: the odds by the surer of them."""
        ways = (section_id, other_id), (other_id, section_id)
        return (odds(max(self._of.get(way, 0.0) for way in ways)),)

    def agreed(self, section: Described) -> float:
        """Return how likely a section and any of its candidates are by both, 0 to 1."""
        section_id = section.passage.section_id
        return max(
            (
                self._by_both(section_id, choice.section.passage.section_id)
                for choice in self.rankings.ranked(section)[:_JUDGED]
            ),
            default=0.0,
        )

    def _by_both(self, section_id: int, other_id: int) -> float:
        forth = self._of[section_id, other_id]
        back = self._of.get((other_id, section_id))
        return _UNANSWERED * forth if back is None else math.sqrt(forth * back)


def confidences_of_all(
    pairs: Sequence[EditionPair], known: Shares | None = None
) -> list[PairConfidences]:
    """Return how likely the sections of each pair of editions belong together.

    Args:
        pairs: the editions, each with all that speaks for any two of their sections.
        known: what is known already of how sections of other editions go on.

    """
    shares = shares_of_all(pairs, known)
    return [PairConfidences(EditionRankings(AgreedRanking(each, shares))) for each in pairs]
