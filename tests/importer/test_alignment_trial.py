"""The measure of the suggestions: climbing, fitting, holding out, plain sums."""

from __future__ import annotations

import math

import pytest

from plan_tui.importer.linking.agreement import agreement
from plan_tui.importer.linking.curve_fitting import fitted_curve
from plan_tui.importer.linking.passages import Passage, PassageSentence
from plan_tui.importer.linking.plain_baselines import PlainBaselines
from plan_tui.importer.linking.softmax_fitting import TaughtChoice, fitted_weights
from plan_tui.importer.linking.trial import AlignmentTrial, TrialAnswers
from plan_tui.importer.linking.trial_questions import (
    QuestionKind,
    TrialQuestion,
    trial_questions,
)
from plan_tui.importer.linking.trial_report import (
    absence_lines,
    by_score,
    certainty_lines,
    recall_at,
    report_lines,
)
from tests.worlds.world import World


def test_a_curve_is_fitted_to_how_often_each_figure_is_right() -> None:
    examples = [((0.0,), n < 20) for n in range(100)] + [((1.0,), n < 80) for n in range(100)]
    curve = fitted_curve(examples)
    assert curve.at((0.0,)) == pytest.approx(0.2, abs=0.001)
    assert curve.at((1.0,)) == pytest.approx(0.8, abs=0.001)
    assert curve.constant == pytest.approx(math.log(0.25), abs=0.01)


def test_a_curve_stays_finite_where_a_figure_tells_all() -> None:
    curve = fitted_curve([((float(n), 1.0 - n), n == 1) for n in (0, 1) for _ in range(20)])
    assert curve.at((0.0, 1.0)) < 0.05 < 0.95 < curve.at((1.0, 0.0))
    assert all(map(math.isfinite, (*curve.weights, curve.constant)))


def test_fitting_finds_the_evidence_that_tells() -> None:
    # The first kind misleads a little, the second tells, the third is the same for all.
    choices = [TaughtChoice(((0.5, 0.1 * n, 0.3), (0.4, 0.9, 0.3)), (1,)) for n in range(9)]
    first, second, third = fitted_weights(choices)
    assert second > 1 > first
    assert third == pytest.approx(0, abs=0.001)


def test_fitting_takes_any_of_several_right_ones_for_right() -> None:
    one = TaughtChoice(((1.0, 0.0), (0.0, 1.0), (0.0, 0.0)), (0,))
    other = TaughtChoice(((1.0, 0.0), (0.0, 1.0), (0.0, 0.0)), (0, 1))
    first, second = fitted_weights([one, other])
    assert first > 0
    assert first > second


def test_fitting_stays_finite_and_learns_nothing_from_nothing() -> None:
    right_always = TaughtChoice(((1.0,), (0.0,)), (0,))
    (weight,) = fitted_weights([right_always] * 20)
    assert 1 < weight < 20
    assert fitted_weights([TaughtChoice(((1.0,), (0.0,)), ())]) == []


def test_right_shares_are_as_frequent_as_they_are_said_to_be() -> None:
    choices = [TaughtChoice(((1.0,), (0.0,)), (int(n >= 80),)) for n in range(100)]
    (weight,) = fitted_weights(choices)
    assert 1 / (1 + math.exp(-weight)) == pytest.approx(0.8, abs=0.01)


def question(section_id: int, right: dict[int, set[int]], fold: int) -> TrialQuestion:
    folds = {other: frozenset(of_topics) for other, of_topics in right.items()}
    return TrialQuestion((section_id, "b"), "a", folds, fold, frozenset({QuestionKind.NARROW}))


def test_what_only_held_out_topics_say_is_not_known() -> None:
    asked = question(1, {7: {0}, 8: {0, 2}, 9: {1}}, 0)
    assert asked.known_without(0) == {8, 9}
    assert asked.known_without(1) == {7, 8}
    assert asked.known_without(None) == {7, 8, 9}
    assert not question(1, {7: {3}}, 3).teaches_without(3)
    assert question(1, {7: {3}}, 3).teaches_without(2)
    assert not question(1, {}, 3).teaches_without(3)
    assert question(1, {}, 3).teaches_without(None)


def test_questions_are_asked_from_both_ends_and_of_what_has_none() -> None:
    world = World().with_crosswalk()
    questions = {each.asked: each for each in trial_questions(world.rows)}
    older, newer = world.section_id("2021:1.1.1"), world.section_id("2022:1.1")
    assert newer in questions[older, "2022"].right
    assert older in questions[newer, "2021"].right
    assert any(not each.right for each in questions.values())
    part = questions[world.section_id("2021:M1-1"), "2025"]
    assert part.kinds == {QuestionKind.CARD, QuestionKind.PART}


def test_the_trial_tells_what_the_projects_measure_tells() -> None:
    rows = World().with_crosswalk().rows
    trial = AlignmentTrial(rows)
    asked = [each for each in trial.questions if each.right]
    measured = agreement(rows)
    assert len(asked) == measured.asked
    shipped = by_score(trial.shipped())
    assert recall_at(1, asked, shipped) == pytest.approx(measured.first)
    assert recall_at(3, asked, shipped) == pytest.approx(measured.third)


def test_the_report_is_the_same_twice_and_tells_all() -> None:
    reports = [list(report_lines(AlignmentTrial(World().with_crosswalk().rows))) for _ in range(2)]
    assert reports[0] == reports[1]
    text = "\n".join(reports[0])
    for words in ("plain", "topics held out", "card", "2021 → 2022", "sure", "without suggestion"):
        assert words in text


def test_certainty_counts_what_has_no_counterpart() -> None:
    questions = [question(1, {7: {0}}, 0), question(2, {7: {0}}, 0), question(3, {}, 0)]
    answers = TrialAnswers(
        scored={
            (1, "b"): [(0.95, 7), (0.2, 8)],
            (2, "b"): [(0.93, 8)],
            (3, "b"): [(0.04, 8)],
        }
    )
    lines = list(certainty_lines(questions, answers))
    assert lines[1].split() == ["sure", "2", "0.500", "0.500", "1.000"]
    assert lines[2].split() == ["0.9", "2", "0.500", "0.500", "1.000"]
    assert lines[-1].strip() == "of 1 without suggestion 1 have no counterpart"


def test_it_is_counted_how_often_none_is_right() -> None:
    questions = [question(1, {7: {0}}, 0), question(2, {}, 0), question(3, {}, 0)]
    answers = TrialAnswers(absent={(1, "b"): 0.65, (2, "b"): 0.9, (3, "b"): 0.1})
    lines = [line.split() for line in absence_lines(questions, answers)]
    assert lines[1][2:5] == ["0.60", "2", "0.500,"]
    assert lines[2][2:5] == ["0.70", "1", "1.000,"]


def test_the_plain_sums_take_text_then_parts() -> None:
    def plain(number: int, title: str, text: str, path: str = "") -> Passage:
        return Passage(number, title, text, None, path, (PassageSentence(text, number),), 1)

    asked = plain(1, "巣箱の台帳", "巣箱の台帳を電子に改める。", "森の章")
    same = plain(2, "台帳", "巣箱の台帳を電子に改めた。", "森の章")
    elsewhere = plain(3, "台帳", "巣箱の台帳を電子に改めた。", "海の章")
    other = plain(4, "橋", "古い橋を架け替える。", "森の章")
    answers = PlainBaselines([asked, elsewhere, same, other]).answers(1, [4, 3, 2])
    assert answers.texts == [2, 3, 4]
    assert answers.parts == [2, 3, 4]
    assert PlainBaselines([asked, same, other]).answers(1, [4]).texts == [4]
