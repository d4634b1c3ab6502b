"""What topics of the crosswalk teach: weights of the evidence, and curves of confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan_tui.importer.linking.absence import ABSENCE
from plan_tui.importer.linking.agreed_ranking import AgreedRanking, RankingWeights
from plan_tui.importer.linking.confidence import CURVE, ConfidenceCurve
from plan_tui.importer.linking.curve_fitting import fitted_curve
from plan_tui.importer.linking.edition_pairs import Figures
from plan_tui.importer.linking.evidence import Described
from plan_tui.importer.linking.pair_confidences import JOINT
from plan_tui.importer.linking.softmax_fitting import TaughtChoice, fitted_weights
from plan_tui.importer.linking.suggestions import PER_SECTION
from plan_tui.importer.linking.trial_questions import TrialQuestion
from plan_tui.importer.linking.trial_sides import TrialRankings, TrialSides
from plan_tui.importer.linking.weights import AgreementWeights, EvidenceWeights
from plan_tui.text.record import field_names, record


@record
class Learnt:
    """All that is learnt; by itself what the build was given."""

    weights: RankingWeights = RankingWeights()
    curve: ConfidenceCurve = CURVE
    joint: ConfidenceCurve = JOINT
    absence: ConfidenceCurve = ABSENCE


@record
class _Judged:
    """A candidate of which it is known whether it is right."""

    pair: tuple[str, str]
    """Earlier and later edition."""
    section: Described
    rank: int
    other: int
    """The candidate's id."""
    right: bool


class TrialLessons:
    """Learns from questions.

    Args:
        sides: the editions of the questions.
        questions: all of them.

    """

    def __init__(self, sides: TrialSides, questions: Sequence[TrialQuestion]) -> None:
        self.sides = sides
        self._questions = questions

    def learnt_without(self, fold: int | None) -> Learnt:
        """Return what the topics teach, but for those of a fold."""
        teaching = [q for q in self._questions if q.teaches_without(fold)]
        weights = self._weights(teaching, fold)
        rankings = self.sides.rankings(weights)
        judged = list(self._judged(teaching, rankings, fold))
        confidences = self.sides.confidences(rankings, CURVE)
        curve = fitted_curve(
            [
                (confidences[each.pair].standing(each.section, each.rank), each.right)
                for each in judged
            ]
        )
        confidences = self.sides.confidences(rankings, curve)
        joint = fitted_curve(
            [
                (
                    confidences[each.pair].joint(each.section.passage.section_id, each.other),
                    each.right,
                )
                for each in judged
            ]
        )
        absent = [(self.sides.absence(q, confidences), not q.right) for q in teaching]
        return Learnt(weights, curve, joint, fitted_curve(absent))

    def _weights(self, teaching: Sequence[TrialQuestion], fold: int | None) -> RankingWeights:
        """Return the weights that rank best: first of the evidence, then of what agrees."""
        by_evidence = [self._choice_by_evidence(q, fold) for q in teaching]
        evidence = EvidenceWeights(*_fitted(by_evidence, len(field_names(EvidenceWeights))))
        shares = self.sides.shares(evidence)
        of_evidence = RankingWeights(evidence)
        by_agreement = [
            self._choice(
                q,
                fold,
                AgreedRanking(self.sides.editions(q), shares, of_evidence).figures(
                    self.sides.section(q), self._candidates(q, fold), forward=self.sides.forward(q)
                ),
            )
            for q in teaching
        ]
        kinds = len(field_names(AgreementWeights))
        return RankingWeights(evidence, AgreementWeights(*_fitted(by_agreement, kinds)))

    def _choice_by_evidence(self, question: TrialQuestion, fold: int | None) -> TaughtChoice:
        editions, section = self.sides.editions(question), self.sides.section(question)
        figures = [editions.figures(section, c) for c in self._candidates(question, fold)]
        return self._choice(question, fold, figures)

    def _choice(
        self, question: TrialQuestion, fold: int | None, figures: Sequence[Figures]
    ) -> TaughtChoice:
        known = question.known_without(fold)
        ids = [each.passage.section_id for each in self._candidates(question, fold)]
        return TaughtChoice(figures, [n for n, section_id in enumerate(ids) if section_id in known])

    def _candidates(self, question: TrialQuestion, fold: int | None) -> list[Described]:
        """Return the candidates, without those of which only the held-out topics tell."""
        unknown = question.right.keys() - question.known_without(fold)
        candidates = self.sides.editions(question).candidates(
            self.sides.section(question), forward=self.sides.forward(question)
        )
        return [each for each in candidates if each.passage.section_id not in unknown]

    def _judged(
        self, questions: Sequence[TrialQuestion], rankings: TrialRankings, fold: int | None
    ) -> Iterator[_Judged]:
        """Yield the best candidates of which the topics say whether they are right."""
        for question in questions:
            known = question.known_without(fold)
            ranked = self.sides.ranked(question, rankings)
            for rank, choice in enumerate(ranked[:PER_SECTION]):
                other = choice.section.passage.section_id
                if other in known or other not in question.right:
                    section, pair = self.sides.section(question), self.sides.pair(question)
                    yield _Judged(pair, section, rank, other, other in known)


def _fitted(choices: Sequence[TaughtChoice], kinds: int) -> list[float]:
    """Return the fitted weights; nothing for each kind where there is nothing to learn from."""
    return fitted_weights(choices) or [0.0] * kinds
