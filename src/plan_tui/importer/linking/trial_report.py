"""How good the suggestions are: the table that `make align` prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from plan_tui.importer.linking.absence import ABSENT_FROM
from plan_tui.importer.linking.suggestions import THRESHOLD
from plan_tui.importer.linking.trial import AlignmentTrial, TrialAnswers
from plan_tui.importer.linking.trial_learning import Learnt
from plan_tui.importer.linking.trial_questions import QuestionKind, TrialQuestion
from plan_tui.model.comparison_enums import Likelihood

_LESS_LIKELY = (0.5, 0.6)
"""Likelihoods of "none" from which is told how often it is right, beside that from which it is
suggested."""

Answered = Callable[[TrialQuestion], Sequence[int]]
"""What is answered to a question: ids, best first."""


def report_lines(trial: AlignmentTrial) -> Iterator[str]:
    """Yield the lines of the report."""
    asked = [question for question in trial.questions if question.right]
    texts, parts = trial.plain()
    shipped, held_out = trial.shipped(), trial.held_out()
    yield f"{len(asked)} asked with a counterpart, {len(trial.questions) - len(asked)} without"
    yield f"{'':44}@1    @3"
    for name, answered in (
        ("plain: texts and titles", by_ranking(texts)),
        ("plain: with best sentence, titles above", by_ranking(parts)),
        ("ranking, weights of the build", by_ranking(shipped)),
        ("ranking, topics held out", by_ranking(held_out)),
        ("suggestions, weights of the build", by_score(shipped)),
        ("suggestions, topics held out", by_score(held_out)),
    ):
        yield _recall_line(name, asked, answered)
    for kind, answers in trial.without_each():
        yield _recall_line(f"  ranking of the build without {kind}", asked, by_ranking(answers))
    yield "suggestions, topics held out, by kind and pair of editions"
    yield from _grouped_lines(asked, by_score(held_out))
    yield "first suggestions, topics held out"
    yield from certainty_lines(trial.questions, held_out)
    yield from absence_lines(trial.questions, held_out)
    yield "learnt from all topics"
    yield from _learnt_lines(trial.learnt_without(None))


def _learnt_lines(learnt: Learnt) -> Iterator[str]:
    yield str(learnt.weights.evidence)
    yield str(learnt.weights.agreement)
    yield from map(str, (learnt.curve, learnt.joint, learnt.absence))


def by_ranking(answers: TrialAnswers) -> Answered:
    """Answer with the section's own ranking."""
    return lambda question: answers.ranked[question.asked]


def by_score(answers: TrialAnswers) -> Answered:
    """Answer with what is suggested."""
    return lambda question: [
        other for score, other in answers.scored[question.asked] if score >= THRESHOLD
    ]


def recall_at(size: int, asked: Sequence[TrialQuestion], answered: Answered) -> float:
    """Return the share of questions with a right answer among the first ``size``."""
    hits = sum(
        not question.right.keys().isdisjoint(answered(question)[:size]) for question in asked
    )
    return hits / len(asked) if asked else 0.0


def _recall_line(name: str, asked: Sequence[TrialQuestion], answered: Answered) -> str:
    first, third = (recall_at(size, asked, answered) for size in (1, 3))
    return f"{name:42}{first:6.3f}{third:6.3f}"


def _grouped_lines(asked: Sequence[TrialQuestion], answered: Answered) -> Iterator[str]:
    groups: dict[str, list[TrialQuestion]] = defaultdict(list)
    for kind in QuestionKind:
        groups[kind] = [question for question in asked if kind in question.kinds]
    for question in asked:
        groups[f"{question.from_edition} → {question.asked[1]}"].append(question)
    for name, questions in groups.items():
        yield _recall_line(f"  {name:28}{len(questions):5}", questions, answered)


_First = tuple[float, bool, bool]
"""Of a first suggestion: its score, whether it is right, whether there is anything right."""


def certainty_lines(questions: Sequence[TrialQuestion], answers: TrialAnswers) -> Iterator[str]:
    """Yield how many of the first suggestions are right, by word and by tenth of the score.

    Then how many of the sections without any suggestion have indeed no counterpart.
    """
    firsts = sorted(_firsts(questions, answers), reverse=True)
    asked = sum(bool(question.right) for question in questions)
    suggested = [each for each in firsts if each[0] >= THRESHOLD]
    yield f"{'':12}number  right  right where there is any, and coverage of these"
    for word, of_word in groupby(suggested, key=lambda each: Likelihood.of_score(each[0])):
        yield _certainty_line(word, list(of_word), asked)
    for tenth, of_tenth in groupby(suggested, key=lambda each: min(9, int(each[0] * 10))):
        yield _certainty_line(f"0.{tenth}", list(of_tenth), asked)
    unsuggested = firsts[len(suggested) :]
    none = sum(not has_any for _, _, has_any in unsuggested)
    yield f"  of {len(unsuggested)} without suggestion {none} have no counterpart"


def absence_lines(questions: Sequence[TrialQuestion], answers: TrialAnswers) -> Iterator[str]:
    """Yield how many of those of which "none" is suggested have indeed none, by likelihood."""
    absent = sum(not question.right for question in questions)
    for least in (*_LESS_LIKELY, ABSENT_FROM):
        told = [q for q in questions if answers.absent[q.asked] >= least]
        right = sum(not q.right for q in told)
        shares = right / len(told) if told else 0.0, right / absent if absent else 0.0
        yield f"  none, from {least:.2f}{len(told):6}{shares[0]:7.3f}, of all {shares[1]:.3f}"


def _firsts(questions: Sequence[TrialQuestion], answers: TrialAnswers) -> Iterator[_First]:
    for question in questions:
        score, other = next(iter(answers.scored[question.asked]), (0.0, 0))
        yield score, other in question.right, bool(question.right)


def _certainty_line(name: str, firsts: Sequence[_First], asked: int) -> str:
    right = sum(is_right for _, is_right, _ in firsts)
    answerable = sum(has_any for _, _, has_any in firsts)
    shares = right / len(firsts), right / answerable if answerable else 0.0
    return f"  {name:10}{len(firsts):6}{shares[0]:7.3f}{shares[1]:7.3f}{answerable / asked:7.3f}"
