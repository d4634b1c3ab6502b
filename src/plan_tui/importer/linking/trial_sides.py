"""The editions between which the suggestions are tried, as the questions need them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plan_tui.importer.linking.absence import absence_figures
from plan_tui.importer.linking.agreed_ranking import (
    AgreedRanking,
    EditionRankings,
    RankingWeights,
)
from plan_tui.importer.linking.confidence import ConfidenceCurve
from plan_tui.importer.linking.edition_pairs import EditionPair, Figures
from plan_tui.importer.linking.evidence import Described
from plan_tui.importer.linking.first_ranking import Candidate, Shares, shares_of_all
from plan_tui.importer.linking.pair_confidences import JOINT, PairConfidences
from plan_tui.importer.linking.trial_questions import TrialQuestion
from plan_tui.importer.linking.weights import EvidenceWeights

TrialRankings = Mapping[tuple[str, str], EditionRankings]
"""Earlier and later edition → the candidates of their sections."""


class TrialSides:
    """The pairs of editions, and of which a question is asked.

    Args:
        pairs: earlier and later edition → all that speaks for any two of their sections.
        described: the sections of all editions.

    """

    def __init__(
        self, pairs: Mapping[tuple[str, str], EditionPair], described: Iterable[Described]
    ) -> None:
        self._pairs = pairs
        self._described = {each.passage.section_id: each for each in described}

    def section(self, question: TrialQuestion) -> Described:
        """Return the section that is asked about."""
        return self._described[question.asked[0]]

    def pair(self, question: TrialQuestion) -> tuple[str, str]:
        """Return the earlier and the later edition of a question."""
        asked_in, other = question.from_edition, question.asked[1]
        return (asked_in, other) if self.forward(question) else (other, asked_in)

    def forward(self, question: TrialQuestion) -> bool:
        """Tell whether a section of the earlier edition is asked about."""
        return (question.from_edition, question.asked[1]) in self._pairs

    def editions(self, question: TrialQuestion) -> EditionPair:
        """Return the sections of the two editions of a question."""
        return self._pairs[self.pair(question)]

    def shares(self, evidence: EvidenceWeights) -> Shares:
        """Return how all sections go on at first sight."""
        return shares_of_all(self._pairs.values(), weights=evidence)

    def rankings(self, weights: RankingWeights) -> TrialRankings:
        """Return the candidates of all sections."""
        shares = self.shares(weights.evidence)
        return {
            ids: EditionRankings(AgreedRanking(editions, shares, weights))
            for ids, editions in self._pairs.items()
        }

    def ranked(self, question: TrialQuestion, rankings: TrialRankings) -> list[Candidate]:
        """Return what is ranked for a question, best first."""
        return rankings[self.pair(question)].ranked(self.section(question))

    def confidences(
        self, rankings: TrialRankings, curve: ConfidenceCurve, joint: ConfidenceCurve = JOINT
    ) -> Mapping[tuple[str, str], PairConfidences]:
        """Return earlier and later edition → how likely the candidates of their sections are."""
        return {ids: PairConfidences(of_pair, curve, joint) for ids, of_pair in rankings.items()}

    def absence(
        self, question: TrialQuestion, confidences: Mapping[tuple[str, str], PairConfidences]
    ) -> Figures:
        """Return what tells that a question has the answer "none"."""
        return absence_figures(self.section(question), confidences[self.pair(question)])
