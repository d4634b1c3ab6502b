"""What later editions say of a measure: the same as the changes, the comparison and the tracks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.compare.promises.later_editions_of import with_later_editions
from plan_tui.compare.promises.topic_tracks import section_promises, track, tracks_of
from plan_tui.compare.sections.outline_diff import changes
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.errors import UsageError
from plan_tui.labels.later_names import place_in_column, place_words, step_words
from plan_tui.model.comparison_enums import ChangeGroup, Likelihood, Movement, Origin, Relation
from plan_tui.model.measure_cards import Order, in_order
from plan_tui.model.records import MeasureCard
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.grammar import parse_query
from plan_tui.query.selector import section_test
from plan_tui.store.plan import Plan
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.text.record import replaced
from tests.worlds import named
from tests.worlds.world import World


@pytest.fixture(scope="module")
def crosswalked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return named.crosswalked().write(tmp_path_factory.mktemp("later") / "plan.db")


def cards_of(path: Path) -> dict[str, MeasureCard]:
    with Plan(path) as plan:
        return {card.number: card for card in with_later_editions(plan, plan.measures())}


def test_the_later_editions_stand_in_order_of_time(crosswalked: Path) -> None:
    for card in cards_of(crosswalked).values():
        assert [later.edition.id for later in card.later] == ["2022", "2025"]


@pytest.mark.parametrize(
    ("number", "groups"),
    [
        ("1-1", [ChangeGroup.DROPPED, ChangeGroup.PART]),
        ("2-1", [ChangeGroup.DROPPED, ChangeGroup.DROPPED]),
        ("2-2", [ChangeGroup.DROPPED, ChangeGroup.DROPPED]),
    ],
)
def test_what_became_of_a_measure(
    crosswalked: Path, number: str, groups: list[ChangeGroup]
) -> None:
    assert [later.group for later in cards_of(crosswalked)[number].later] == groups


def test_the_new_deadline_is_named_with_how_it_moved(crosswalked: Path) -> None:
    card = cards_of(crosswalked)["1-1"]
    (step,) = [step for step in card.later[1].named if step.older]
    assert step.newer is not None
    assert step.newer.section.key == "2025:1.1.1"
    assert step.newer.text == "2026年度末"
    assert step.movement is Movement.LATER
    assert "後ろ倒し" in step_words(step, Language.JA)
    assert "2026年度末 [" in step_words(step, Language.EN)
    assert "2026年度末 (2027-03-31 R9.3.31) [" in step_words(step, Language.EN, Calendar.BOTH)
    assert "2026年度末［" in step_words(step, Language.JA, Calendar.BOTH)
    spring = replaced(step.newer, text="今春", start="2027-03-01", end="2027-05-31")
    words = [
        step_words(replaced(step, older=None, newer=spring), each, Calendar.WESTERN)
        for each in (Language.EN, Language.JA)
    ]
    assert "今春 (2027-03～05) [" in words[0]
    assert "今春（2027-03～05）［" in words[1]
    assert card.later[1].due == "2027-03-31"


def test_what_a_card_says_once_more_is_told_of_it(real: Plan) -> None:
    cards = with_later_editions(real, real.measures())
    promises = section_promises(real, [card.section for card in cards])
    seen = 0
    for card in cards:
        for promise in promises[card.section.id]:
            if all(said.section != card.section for said in promise.again):
                continue
            for later in card.later:
                steps = [s for s in promise.steps if s.newer and s.newer.edition == later.edition]
                assert set(steps) <= set(later.steps), card.number
                seen += len(steps)
    assert seen


def test_where_the_measure_is_not_in_the_text_no_deadline_is_repeated(crosswalked: Path) -> None:
    later = cards_of(crosswalked)["2-1"].later[0]
    assert later.group is ChangeGroup.DROPPED
    assert all(step.newer for step in later.told)


@pytest.mark.parametrize("score", [0.95, 0.6, 0.2])
def test_of_a_suggestion_it_is_said_how_likely_it_is(tmp_path: Path, score: float) -> None:
    world = World().with_link(
        "2021:M1-2", "2025:1.1.1.1", Relation.RENAMED, "夜", score=score, origin=Origin.AUTO
    )
    later = cards_of(world.write(tmp_path / "plan.db"))["1-2"].later[-1]
    word = {
        Likelihood.SURE: ("確実", "sure"),
        Likelihood.LIKELY: ("有力", "likely"),
        Likelihood.POSSIBLE: ("可能性", "possible"),
    }[Likelihood.of_score(score)]
    assert later.group is ChangeGroup.SUGGESTED
    for language, said in zip((Language.JA, Language.EN), word, strict=True):
        assert said in place_words(later, language)
        assert said in place_in_column(later, language)


def test_every_row_says_what_changes_and_tracks_say(real: Plan) -> None:
    cards = with_later_editions(real, real.measures())
    rows = {
        later: {row.older.id: row for row in changes(real, "2021", later).rows if row.older}
        for later in ("2022", "2025")
    }
    for card in cards:
        for later in card.later:
            row = rows[later.edition.id][card.section.id]
            assert (later.relation, later.asserted) == (row.relation, row.asserted)
            assert (later.sections, later.likelihood) == (row.newer, row.likelihood)
    for card in cards[::29]:
        told = track(real, card.section.key)
        steps = {step for promise in told.promises for step in promise.steps}
        assert {step for later in card.later for step in later.steps} <= steps
        columns = compare(real, card.section.key).columns
        for later, column in zip(card.later, columns, strict=True):
            assert later.edition == column.edition
            shown = {other.section for other in column.counterparts} | set(column.mentions)
            assert shown >= set(later.sections)


def test_many_tracks_are_those_of_each(real: Plan) -> None:
    sections = [card.section for card in real.measures()[::31]]
    together = tracks_of(real, sections)
    for section in sections:
        assert together[section.id] == track(real, section.key)


# Sorting and filtering


def test_measures_are_sorted_by_what_the_newest_edition_says(crosswalked: Path) -> None:
    cards = tuple(cards_of(crosswalked).values())
    by_place = [card.number for card in in_order(cards, Order.LATER)]
    assert by_place[-2:] == ["2-1", "2-2"]
    backwards = [card.number for card in in_order(cards, Order.LATER, reverse=True)]
    assert backwards[:2] == ["2-1", "2-2"]
    assert in_order(cards, Order.LATER_DUE)[0].number == "1-1"
    assert in_order(cards, Order.LATER_DUE, reverse=True)[0].number == "1-1"


FILTERS = [
    ("later:dropped", ["1-1", "2-1", "2-2"]),
    ("後の版:記載なし", ["1-1", "2-1", "2-2"]),
    ("later:2025=dropped", ["2-1", "2-2"]),
    ("後の版:2025年版=収録テキストに記載なし", ["2-1", "2-2"]),
    ("later:2025＝記載なし", ["2-1", "2-2"]),
    ("later:part", ["1-1"]),
    ("後の版:2025=一部", ["1-1"]),
    ("-later:2025=dropped", ["1-1", "1-2"]),
    ("later:2022=part", []),
    ("later:mention|dropped", ["1-1", "2-1", "2-2"]),
]


@pytest.mark.parametrize(("query", "numbers"), FILTERS)
def test_measures_are_filtered_by_what_a_later_edition_says(
    crosswalked: Path, query: str, numbers: list[str]
) -> None:
    with Plan(crosswalked) as plan:
        passes = section_test(parse_query(query), FilterFacts(plan))
        assert [card.number for card in plan.measures() if passes(card.section)] == numbers


@pytest.mark.parametrize("query", ["later:gone", "later:=dropped=", "later:2025=", "後の版:森"])
def test_what_no_edition_can_say_is_refused(query: str) -> None:
    with pytest.raises(UsageError, match="dropped"):
        parse_query(query)


def test_an_edition_that_is_not_held_is_refused(crosswalked: Path) -> None:
    with Plan(crosswalked) as plan, pytest.raises(UsageError, match="2031"):
        section_test(parse_query("later:2031=dropped"), FilterFacts(plan))


# The command


def test_the_command_tells_it_in_every_format(
    crosswalked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = ["measures", "kind:measure", "貸出券", "--db", str(crosswalked), "--lang", "ja"]
    assert main([*asked, "--json"]) == 0
    (record, *_) = json.loads(capfd.readouterr().out)
    in_2025 = record["later"][1]
    assert (in_2025["edition"], in_2025["relation"], in_2025["asserted"]) == ("2025", "part", True)
    assert in_2025["to"] == ["2025:1.1.1"]
    assert next(step["movement"] for step in in_2025["steps"]) == "later"
    for form, words in (
        ("text", "2026年度末［後ろ倒し］"),
        ("tsv", "2025: 2027-03-31 (later)"),
        ("md", "一部が対応"),
    ):
        assert main([*asked, "--format", form]) == 0
        assert words in capfd.readouterr().out


def test_the_command_sorts_by_later_editions(
    crosswalked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = ["measures", "--db", str(crosswalked), "--json"]
    for order in ("later", "later-due"):
        assert main([*asked, "--sort", order, "--limit", "1"]) == 0
        (record,) = json.loads(capfd.readouterr().out)
        assert record["number"] in ("1-1", "1-2")


# Unset KPIs of one kind


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("kpi:unset", ["1-2"]),
        ("kpi:outcome=unset", ["1-2"]),
        ("指標:効果=未設定", ["1-2"]),
        ("指標:進捗＝未設定", ["1-2"]),
        ("kpi:outcome=quantitative", ["1-1"]),
        ("kpi:progress=quantitative", ["2-1"]),
        ("kpi:outcome=unset|progress=milestone", ["1-1", "1-2", "2-1"]),
        ("-kpi:progress=unset", ["1-1", "2-1", "2-2"]),
    ],
)
def test_kpis_of_one_kind_are_asked_for(crosswalked: Path, query: str, numbers: list[str]) -> None:
    with Plan(crosswalked) as plan:
        passes = section_test(parse_query(query), FilterFacts(plan))
        assert [card.number for card in plan.measures() if passes(card.section)] == numbers


def test_the_command_lists_the_kpis_of_one_kind(
    crosswalked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for kind in ("progress", "outcome"):
        assert main(["kpis", f"kpi:{kind}=unset", "--db", str(crosswalked), "--json"]) == 0
        assert {kpi["kind"] for kpi in json.loads(capfd.readouterr().out)} == {kind}


@pytest.mark.parametrize("query", ["kpi:森=unset", "kpi:outcome=", "指標:効果=森"])
def test_a_kind_or_status_that_no_kpi_has_is_refused(query: str) -> None:
    with pytest.raises(UsageError, match="unset"):
        parse_query(query)
