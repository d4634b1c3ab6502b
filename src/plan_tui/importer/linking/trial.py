"""Tries the suggestions on topics of the crosswalk from which nothing was learnt.

The topics are held out whole, a fifth of them at a time. From the others weights and curves are
learnt anew, from nothing; all are measured on those held out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from plan_tui.importer.linking.agreed_ranking import RankingWeights
from plan_tui.importer.linking.agreement import Question
from plan_tui.importer.linking.edition_pairs import EditionPair
from plan_tui.importer.linking.evidence import Described, SectionCorpus
from plan_tui.importer.linking.passages import passages
from plan_tui.importer.linking.plain_baselines import PlainBaselines
from plan_tui.importer.linking.section_editions import edition_of_section
from plan_tui.importer.linking.suggestions import best_pairs
from plan_tui.importer.linking.trial_learning import Learnt, TrialLessons
from plan_tui.importer.linking.trial_questions import FOLDS, TrialQuestion, trial_questions
from plan_tui.importer.linking.trial_sides import TrialRankings, TrialSides
from plan_tui.importer.linking.weights import AgreementWeights, EvidenceWeights
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.text.record import field, field_names, record, replaced


@record(frozen=False)
class TrialAnswers:
    """What is answered to the questions."""

    ranked: dict[Question, list[int]] = field(default_factory=dict)
    """The candidates (ids) by the section's own ranking, best first."""
    scored: dict[Question, list[tuple[float, int]]] = field(default_factory=dict)
    """What is suggested, with the other section's view: score, id; best first."""
    absent: dict[Question, float] = field(default_factory=dict)
    """How likely there is no counterpart."""


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
        self._of_edition: dict[str, list[Described]] = defaultdict(list)
        for described in corpus.described:
            self._of_edition[edition[described.passage.section_id]].append(described)
        in_order = [row.id for row in sorted(rows.editions, key=lambda row: row.ordinal)]
        pairs = {
            (earlier, later): EditionPair(
                corpus, self._of_edition[earlier], self._of_edition[later]
            )
            for earlier, later in combinations(in_order, 2)
        }
        self._lessons = TrialLessons(TrialSides(pairs, corpus.described), self.questions)

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
        """Return what the build's own weights and curves answer."""
        return self.answers(self.questions, Learnt())

    def without_each(self) -> Iterator[tuple[str, TrialAnswers]]:
        """Yield each kind of evidence with what is answered by the build's weights without it."""
        built = Learnt().weights
        for kind in field_names(EvidenceWeights):
            evidence = replaced(built.evidence, **{kind: 0.0})
            yield kind, self._ranked_by(replaced(built, evidence=evidence))
        for kind in field_names(AgreementWeights):
            agreement = replaced(built.agreement, **{kind: 0.0})
            yield kind, self._ranked_by(replaced(built, agreement=agreement))

    def held_out(self) -> TrialAnswers:
        """Return what weights and curves answer to the topics that they were not learnt from."""
        together = TrialAnswers()
        for fold in range(FOLDS):
            tested = [q for q in self.questions if q.fold == fold]
            answers = self.answers(tested, self.learnt_without(fold))
            together.ranked |= answers.ranked
            together.scored |= answers.scored
            together.absent |= answers.absent
        return together

    def learnt_without(self, fold: int | None) -> Learnt:
        """Return what the topics teach, but for those of a fold."""
        return self._lessons.learnt_without(fold)

    def answers(self, questions: Sequence[TrialQuestion], learnt: Learnt) -> TrialAnswers:
        """Return what is answered by what was learnt."""
        sides = self._lessons.sides
        rankings = sides.rankings(learnt.weights)
        confidences = sides.confidences(rankings, learnt.curve, learnt.joint)
        scored: dict[Question, list[tuple[float, int]]] = defaultdict(list)
        for (earlier, later), of_pair in confidences.items():
            scores = of_pair.scores()
            for older, newer in best_pairs(scores):
                scored[older, later].append((scores[older, newer], newer))
                scored[newer, earlier].append((scores[older, newer], older))
        return TrialAnswers(
            self._ranked(questions, rankings),
            {
                q.asked: sorted(scored[q.asked], key=lambda each: (-each[0], each[1]))
                for q in questions
            },
            {q.asked: learnt.absence.at(sides.absence(q, confidences)) for q in questions},
        )

    def _ranked_by(self, weights: RankingWeights) -> TrialAnswers:
        return TrialAnswers(self._ranked(self.questions, self._lessons.sides.rankings(weights)))

    def _ranked(
        self, questions: Sequence[TrialQuestion], rankings: TrialRankings
    ) -> dict[Question, list[int]]:
        ranked = ((q.asked, self._lessons.sides.ranked(q, rankings)) for q in questions)
        return {
            asked: [choice.section.passage.section_id for choice in choices]
            for asked, choices in ranked
        }
