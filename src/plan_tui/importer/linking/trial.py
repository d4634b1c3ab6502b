"""Tries the suggestions on topics of the crosswalk from which nothing was learnt.

The topics are held out whole, a fifth of them at a time. On the others the weights are climbed to
anew, from weights that know nothing, and the confidence curve is fitted; both are measured on those
held out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from plan_tui.importer.linking.agreement import Question
from plan_tui.importer.linking.confidence import CURVE, ConfidenceCurve, standing
from plan_tui.importer.linking.counterpart_ranking import EditionPair, Ranked, Ranking
from plan_tui.importer.linking.curve_fitting import fitted_curve
from plan_tui.importer.linking.evidence import Described, Evidence, SectionCorpus
from plan_tui.importer.linking.passages import passages
from plan_tui.importer.linking.plain_baselines import PlainBaselines
from plan_tui.importer.linking.section_editions import edition_of_section
from plan_tui.importer.linking.suggestions import PER_SECTION, best_pairs, scored_pairs
from plan_tui.importer.linking.trial_questions import FOLDS, TrialQuestion, trial_questions
from plan_tui.importer.linking.weight_climbing import TaughtChoice, climbed
from plan_tui.importer.linking.weights import WEIGHTS, EvidenceWeights
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.text.record import as_tuple, field, field_names, record, replaced

_START = EvidenceWeights(1.0, *[0.3] * 9)
"""From which is climbed: each kind of evidence counts a third of the text, as if nothing were known
of it. So a kind that few topics speak of keeps its weight."""
_WORDS = 5
"""Kinds of evidence of the sections' own words; the first is the measure of the others."""


@record(frozen=False)
class TrialAnswers:
    """What is answered to the questions."""

    ranked: dict[Question, list[int]] = field(default_factory=dict)
    """The candidates (ids) by the section's own ranking, best first."""
    scored: dict[Question, list[tuple[float, int]]] = field(default_factory=dict)
    """What is suggested, with the other section's view: score, id; best first."""


class AlignmentTrial:
    """The questions, and what is answered to them.

    Args:
        rows: the rows of all documents, with the crosswalk's links.

    """

    def __init__(self, rows: DatabaseRows) -> None:
        self.questions = trial_questions(rows)
        self._passages = list(passages(rows))
        edition = edition_of_section(rows)
        corpus = SectionCorpus(self._passages)
        self._described = {each.passage.section_id: each for each in corpus.described}
        self._of_edition: dict[str, list[Described]] = defaultdict(list)
        for described in corpus.described:
            self._of_edition[edition[described.passage.section_id]].append(described)
        in_order = [row.id for row in sorted(rows.editions, key=lambda row: row.ordinal)]
        self._pairs = {
            (earlier, later): EditionPair(
                corpus, self._of_edition[earlier], self._of_edition[later]
            )
            for earlier, later in combinations(in_order, 2)
        }

    def plain(self) -> tuple[TrialAnswers, TrialAnswers]:
        """Return what the plain sums answer: of texts, and of their parts."""
        baselines = PlainBaselines(self._passages)
        texts, parts = TrialAnswers(), TrialAnswers()
        for question in self.questions:
            section_id, edition = question.asked
            candidates = [each.passage.section_id for each in self._of_edition[edition]]
            answers = baselines.answers(section_id, candidates)
            texts.ranked[question.asked] = list(answers.texts)
            parts.ranked[question.asked] = list(answers.parts)
        return texts, parts

    def shipped(self) -> TrialAnswers:
        """Return what the build's own weights and curve answer."""
        return self.answers(self.questions, WEIGHTS, CURVE)

    def without_each(self) -> Iterator[tuple[str, TrialAnswers]]:
        """Yield each kind of evidence with what is ranked by the build's weights without it."""
        for kind in field_names(EvidenceWeights):
            weights = replaced(WEIGHTS, **{kind: 0.0})
            ranked = {q.asked: self._ids(self._ranked(q, weights)) for q in self.questions}
            yield kind, TrialAnswers(ranked)

    def held_out(self) -> TrialAnswers:
        """Return what weights and curves answer to the topics that they were not learnt from."""
        together = TrialAnswers()
        for fold in range(FOLDS):
            weights, curve = self.learnt_without(fold)
            tested = [q for q in self.questions if q.fold == fold]
            answers = self.answers(tested, weights, curve)
            together.ranked |= answers.ranked
            together.scored |= answers.scored
        return together

    def learnt_without(self, fold: int | None) -> tuple[EvidenceWeights, ConfidenceCurve]:
        """Return the weights and the curve that the topics teach, but for those of a fold."""
        teaching = [q for q in self.questions if q.teaches_without(fold)]
        weights = self._climbed(teaching, fold)
        return weights, fitted_curve(list(self._examples(teaching, weights, fold)))

    def answers(
        self, questions: Sequence[TrialQuestion], weights: EvidenceWeights, curve: ConfidenceCurve
    ) -> TrialAnswers:
        """Return what is answered by some weights and curve."""
        scored: dict[Question, list[tuple[float, int]]] = defaultdict(list)
        for (earlier, later), editions in self._pairs.items():
            pairs = scored_pairs(editions, weights, curve).items()
            scores = {ids: pair.score for ids, pair in pairs}
            for older, newer in best_pairs(scores):
                scored[older, later].append((scores[older, newer], newer))
                scored[newer, earlier].append((scores[older, newer], older))
        return TrialAnswers(
            {q.asked: self._ids(self._ranked(q, weights)) for q in questions},
            {
                q.asked: sorted(scored[q.asked], key=lambda each: (-each[0], each[1]))
                for q in questions
            },
        )

    def _ranked(self, question: TrialQuestion, weights: EvidenceWeights) -> list[Ranked]:
        section, editions, forward = self._sides(question)
        return Ranking(editions, weights).ranked(section, forward=forward)

    def _ids(self, ranked: Sequence[Ranked]) -> list[int]:
        return [each.section.passage.section_id for each in ranked]

    def _sides(self, question: TrialQuestion) -> tuple[Described, EditionPair, bool]:
        section_id, edition = question.asked
        forward = (question.from_edition, edition) in self._pairs
        ends = (question.from_edition, edition) if forward else (edition, question.from_edition)
        return self._described[section_id], self._pairs[ends], forward

    def _climbed(self, questions: Sequence[TrialQuestion], fold: int | None) -> EvidenceWeights:
        """Return the weights that rank best: first of the words, then of what is around them."""
        start = as_tuple(_START)
        by_words = [self._choice_by_words(each, fold) for each in questions]
        words = climbed(by_words, start[:_WORDS], range(1, _WORDS))
        weights = EvidenceWeights(*words, *start[_WORDS:])
        placed = [self._choice_by_place(each, fold, weights) for each in questions]
        _, *around = climbed(placed, (1.0, *start[_WORDS:]), range(1, len(start) - _WORDS + 1))
        return EvidenceWeights(*words, *around)

    def _choice_by_words(self, question: TrialQuestion, fold: int | None) -> TaughtChoice:
        section, editions, _ = self._sides(question)
        candidates = self._candidates(question, fold)
        evidence = [editions.evidence(section, other) for other in candidates]
        figures = [_figures(each) for each in evidence]
        return TaughtChoice(
            list(zip(*figures, strict=True)), self._right(question, fold, candidates)
        )

    def _choice_by_place(
        self, question: TrialQuestion, fold: int | None, weights: EvidenceWeights
    ) -> TaughtChoice:
        section, editions, _ = self._sides(question)
        candidates = self._candidates(question, fold)
        figures = []
        for other in candidates:
            around = editions.surroundings(section, other, weights)
            likeness = editions.evidence(section, other).likeness(weights)
            beside = around.parents, around.both_parents, around.title_said
            taken_off = -around.children, -float(around.contents_only)
            figures.append((likeness, *beside, *taken_off))
        return TaughtChoice(
            list(zip(*figures, strict=True)), self._right(question, fold, candidates)
        )

    def _candidates(self, question: TrialQuestion, fold: int | None) -> list[Described]:
        """Return the candidates, without those of which only the held-out topics tell."""
        section, editions, forward = self._sides(question)
        unknown = question.right.keys() - question.known_without(fold)
        candidates = editions.candidates(section, forward=forward)
        return [each for each in candidates if each.passage.section_id not in unknown]

    def _right(
        self, question: TrialQuestion, fold: int | None, candidates: Sequence[Described]
    ) -> list[int]:
        known = question.known_without(fold)
        return [n for n, each in enumerate(candidates) if each.passage.section_id in known]

    def _examples(
        self, questions: Sequence[TrialQuestion], weights: EvidenceWeights, fold: int | None
    ) -> Iterator[tuple[Sequence[float], bool]]:
        """Yield the standing of the best candidates, and whether each is right."""
        for question in questions:
            known = question.known_without(fold)
            ranked = self._ranked(question, weights)
            for rank, other in enumerate(self._ids(ranked)[:PER_SECTION]):
                if other in known or other not in question.right:
                    yield standing(ranked, rank), other in known


def _figures(evidence: Evidence) -> tuple[float, ...]:
    return evidence.text, evidence.title, evidence.sentence, evidence.above, evidence.terms
