"""Times without known days and dates in titles, from the build to lists, filters and reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.compare.promises.movement import deadline_movement
from plan_tui.compare.promises.statement_likeness import same_value
from plan_tui.compare.text.fact_diff import facts
from plan_tui.export.markdown import markdown
from plan_tui.labels.fact_names import dated
from plan_tui.labels.punctuation import in_brackets
from plan_tui.model.comparison import ComparedPassage, Fact
from plan_tui.model.comparison_enums import FactKind, Movement, PromiseKind
from plan_tui.model.dated_targets import Target, by_year, histogram
from plan_tui.model.enums import (
    Firmness,
    TextPlace,
)
from plan_tui.model.measure_cards import Order, due_dates, in_order
from plan_tui.model.records import PrintedDate
from plan_tui.model.tracks import Promise, PromiseStep, Statement
from plan_tui.query.grammar import parse_query
from plan_tui.search.target_list import TargetList
from plan_tui.store import text_queries
from plan_tui.store.plan import Plan
from plan_tui.text.calendar import DateBasis, names_year
from plan_tui.text.day_names import Calendar, days, interval
from plan_tui.text.language import Language
from plan_tui.tui.render.targets import detail_lines, target_lines
from plan_tui.views.measures import measures_view
from plan_tui.views.promise_lines import days_of, promise_lines
from plan_tui.views.targets import targets_view
from plan_tui.views.view import no_paint
from tests.command_line import run
from tests.worlds.world import World

TITLED, SOON = "2021:1.1.1", "2025:1.1.1"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    made = World()
    made.rows.sections = [
        replace(section, title="令和８年度～９年度の歩み") if section.key == TITLED else section
        for section in made.rows.sections
    ]
    soon = made.section_id(SOON)
    made.rows.blocks = [
        replace(block, text="早期に棚を直す。その後、同年10月に開く。")
        if block.section_id == soon
        else block
        for block in made.rows.blocks
    ]
    made.rows.kpis = [
        replace(kpi, text="次期通常国会までに規則を示す") if number == 0 else kpi
        for number, kpi in enumerate(made.rows.kpis)
    ]
    with Plan(made.with_facts().write(tmp_path_factory.mktemp("unknown") / "plan.db")) as plan:
        yield plan


@pytest.fixture
def listed(world: Plan) -> tuple[Target, ...]:
    return TargetList(world).find(parse_query(""))


def test_a_date_in_a_title_has_no_other_owner(world: Plan) -> None:
    sql = """select text, "offset", start, "end", end_known, inferred from dates
             where coalesce(block_id, kpi_id, footnote_id) is null"""
    expected = ("令和８年度～９年度", 0, "2026-04-01", "2028-03-31", 1, 0)
    assert world.database.rows(sql) == [expected]


def test_a_title_is_a_target_with_its_words_as_passage(listed: tuple[Target, ...]) -> None:
    (titled,) = [target for target in listed if target.place is TextPlace.TITLE]
    assert titled.section.key == TITLED
    assert titled.passage == titled.sentence == titled.section.title


def test_the_dates_of_a_text_are_not_those_of_its_title(world: Plan) -> None:
    dates = text_queries.dates_of(world.database, [world.section(TITLED).id])
    assert all(date.block_id or date.kpi_id for group in dates.values() for date in group)


def test_unknown_days_stand_last(world: Plan, listed: tuple[Target, ...]) -> None:
    unknown = [target for target in listed if not target.end_known]
    assert len(unknown) >= 2
    assert list(listed[-len(unknown) :]) == unknown
    texts = world.database.rows("select end_known, basis from v_targets")
    assert texts[-len(unknown) :] == [(0, "unresolved")] * len(unknown)
    groups = by_year(listed)
    assert [(groups[-1].year, groups[-1].is_open, len(groups[-1].targets))] == [
        (None, False, len(unknown))
    ]
    assert sum(len(group.targets) for group in histogram(listed)) == len(listed)


def test_they_are_neither_open_nor_past_nor_of_a_year(listed: tuple[Target, ...]) -> None:
    target = listed[-1]
    assert target.firmness is Firmness.UNRESOLVED
    assert not target.is_open
    assert not target.is_past("2099-01-01")
    assert target.fiscal_year is None


@pytest.mark.parametrize("query", ["due:<=2099", "due:>=1900", "due:2026", "due:1900..2099"])
def test_due_leaves_them_out(query: str, world: Plan) -> None:
    assert all(target.end_known for target in TargetList(world).find(parse_query(query)))
    sections = TargetList(world).find(parse_query(f"{query} under:{SOON}"))
    assert sections == ()


def test_lists_say_that_they_are_unknown(world: Plan) -> None:
    for language, words in ((Language.JA, "日付不明"), (Language.EN, "day unknown")):
        view = targets_view(world, language, "2025-01-01")
        assert words in view.text()
        assert words in markdown(view.document(world.attribution()))
    record = targets_view(world, Language.JA, "2025-01-01").records()[-1]
    assert (record["start"], record["end"], record["end_known"]) == (None, None, False)


def test_screens_say_that_they_are_unknown(listed: tuple[Target, ...]) -> None:
    target = listed[-1]
    lines = target_lines(target, 1, 120, 18, Language.JA, Calendar.BOTH, "2025-01-01")
    assert "日付不明" in lines[0].text
    first = detail_lines(target, 120, Language.EN, Calendar.BOTH, "2025-01-01")[0]
    assert "day unknown" in first.text
    assert "no end named" not in first.text


def test_measures_name_them_last(world: Plan) -> None:
    (card,) = [card for card in world.measures() if any(not d.end for d in due_dates(card))]
    view = measures_view(world, Language.EN)
    assert "次期通常国会 = day unknown" in view.text()
    (records,) = [r["due"] for r in view.records() if r["number"] == card.number]
    assert records[-1]["end_known"] is False
    known = replace(card, dates=tuple(date for date in card.dates if date.end))
    for reverse in (False, True):
        assert in_order([card, known], Order.DUE, reverse=reverse) == (known, card)
    mixed = [replace(date, kpi_id=1, is_target=True) for date in card.dates]
    assert [bool(date.end) for date in due_dates(replace(card, dates=tuple(mixed)))] == [
        True,
        False,
    ]


def test_days_without_any_known_are_said_to_be() -> None:
    assert interval(None, None) == "?"
    assert days(None, None, DateBasis.UNRESOLVED, Language.JA) == "日付不明"
    assert days(None, None, DateBasis.UNRESOLVED, Language.EN, Calendar.ERA) == "day unknown"


def _statement(world: Plan, text: str, basis: DateBasis, end: str | None = None) -> Statement:
    edition, section = world.editions()[0], world.section(SOON)
    start = None if basis is DateBasis.UNRESOLVED else "2026-04-01"
    return Statement(edition, section, f"{text}に開く。", text, start, end, basis)


def test_of_days_unknown_a_table_says_nothing(world: Plan) -> None:
    assert days_of(_statement(world, "早期", DateBasis.UNRESOLVED)) == ""
    assert days_of(_statement(world, "次期国会", DateBasis.UNRESOLVED)) == ""
    assert days_of(_statement(world, "2026年度以降", DateBasis.FISCAL_YEAR)) == "2026-04-01.."


@pytest.mark.parametrize("language", Language)
def test_a_date_that_names_no_year_is_printed_with_its_days(
    world: Plan, language: Language
) -> None:
    older = _statement(world, "同年度後半", DateBasis.HALF, "2026-09-30")
    newer = _statement(world, "令和８年度", DateBasis.FISCAL_YEAR, "2027-03-31")
    soon = _statement(world, "早期", DateBasis.UNRESOLVED)
    steps = (
        PromiseStep(PromiseKind.DEADLINE, Movement.LATER, older, newer),
        PromiseStep(PromiseKind.DEADLINE, Movement.VAGUER, newer, soon),
    )
    line = promise_lines(Promise(PromiseKind.DEADLINE, steps), language, no_paint)[0]
    bracketed = in_brackets("2026-04-01..2026-09-30", language)
    assert f"同年度後半{bracketed} → " in line
    assert "令和８年度 [" in line
    assert "早期 [" in line
    date = Fact(FactKind.DATE, "同年10月", "2026-10-31", 0, 0, start="2026-10-01", end="2026-10-31")
    bracketed = in_brackets("2026-10-01..2026-10-31", language)
    assert dated(date, language) == f"同年10月{bracketed}"
    assert dated(replace(date, text="2026年10月"), language) == "2026年10月"
    assert dated(replace(date, text="当面", start=None, end=None), language) == "当面"


def test_the_real_dates_without_a_year_are_those_read_from_the_context(real: Plan) -> None:
    rows = real.database.rows("select text, inferred from dates where end_known")
    assert {text for text, inferred in rows if names_year(text) is bool(inferred)} == set()


@pytest.mark.parametrize("form", ["text", "md"])
def test_the_real_comparison_gives_the_days_of_a_date_without_a_year(
    form: str, real_database: Path
) -> None:
    words = ("compare", "2021:2.1.1.1.a", "--lang", "ja", "--format", form)
    printed = run(*words, db=real_database).stdout
    assert "同年10月（2021-10-01..2021-10-31）" in printed
    assert "同年12月２日（2025-12-02）" in printed


def test_a_promise_without_known_days_is_the_vaguest(world: Plan) -> None:
    soon = _statement(world, "早期", DateBasis.UNRESOLVED)
    session = _statement(world, "次期国会", DateBasis.UNRESOLVED)
    opened = _statement(world, "2026年度以降", DateBasis.FISCAL_YEAR)
    year = _statement(world, "2026年度", DateBasis.FISCAL_YEAR, "2027-03-31")
    assert deadline_movement(soon, session) is Movement.KEPT
    for known in (opened, year):
        assert deadline_movement(known, soon) is Movement.VAGUER
        assert deadline_movement(soon, known) is Movement.FIRMER
        assert not same_value(known, soon)
    assert same_value(soon, soon)
    assert not same_value(soon, session)


def test_two_times_without_known_days_are_two_facts(world: Plan) -> None:
    text = "早期に直し、９月末に開く"
    dates = tuple(
        PrintedDate(1, 1, None, word, text.index(word), None, None, unit, "", True)
        for word, unit in (("早期", DateBasis.UNRESOLVED), ("９月末", DateBasis.UNRESOLVED))
    )
    passage = ComparedPassage(world.section(SOON), 1, None, "", text, dates)
    assert [fact.text for fact in facts([passage])] == ["早期", "９月末"]
