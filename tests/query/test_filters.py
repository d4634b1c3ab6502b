"""The query language: words, filters, due dates, and what is wrong with a query."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import UsageError
from plan_tui.query import filters
from plan_tui.query.completion import completions
from plan_tui.query.due import parse_due
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.filter_spec import FilterSpec
from plan_tui.query.filters import FILTERS, filter_named
from plan_tui.query.grammar import Filter, Query, parse_query
from plan_tui.query.selector import filter_test, section_test, target_test
from plan_tui.search.target_list import TargetList
from plan_tui.store.plan import Plan
from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.targets import TargetsScreen
from plan_tui.tui.screens.track import TrackScreen


@pytest.mark.parametrize(
    ("text", "words", "without", "filters"),
    [
        ("", (), (), ""),
        ("梟", ("梟",), (), ""),
        ("梟 図書館", ("梟", "図書館"), (), ""),
        ("梟　図書館", ("梟", "図書館"), (), ""),
        ('"夜の 図書館" 梟', ("夜の 図書館", "梟"), (), ""),
        ('"夜の 図書館', ("夜の 図書館",), (), ""),
        ("梟 -鳩", ("梟",), ("鳩",), ""),
        ("梟 －鳩", ("梟",), ("鳩",), ""),
        ('梟 -"白い 鳩"', ("梟",), ("白い 鳩",), ""),
        ("梟 edition:2025", ("梟",), (), "edition:2025"),
        ("edition:2025 梟 kind:measure", ("梟",), (), "edition:2025 kind:measure"),
        ("-kpi:unset", (), (), "-kpi:unset"),
        ("edition：２０２５", (), (), "edition:2025"),
        ("EDITION:2025年版", (), (), "edition:2025"),
        ("edition:2021-12", (), (), "edition:2021-12"),
        ("版:2025 章:３ 種類:measure", (), (), "edition:2025 chapter:III kind:measure"),
        ("chapter:iv", (), (), "chapter:IV"),
        ("chapter:Ⅳ", (), (), "chapter:IV"),
        ("kpi:unset|milestone", (), (), "kpi:unset|milestone"),
        ("kpi:unset,milestone", (), (), "kpi:unset|milestone"),
        ("under:2021:2.1", (), (), "under:2021:2.1"),
        ("due:<=2025-03 has:target", (), (), "due:<=2025-03 has:target"),
        ('document:"plan-2021"', (), (), "document:plan-2021"),
        ("https://example.invalid/ 10:30", ("https://example.invalid/", "10:30"), (), ""),
        ("2021:M1-8", ("2021:M1-8",), (), ""),
        ("注：梟", ("注:梟",), (), ""),
        ("-", ("-",), (), ""),
    ],
)
def test_queries_are_taken_apart(
    text: str, words: tuple[str, ...], without: tuple[str, ...], filters: str
) -> None:
    query = parse_query(text)
    assert query.raw == text
    assert query.words == words
    assert query.without == without
    assert " ".join(map(str, query.filters)) == filters


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("foo:bar", "'foo'"),
        ("梟 -foo:bar", "'foo'"),
        ("edition:", "edition"),
        ("edition:latest", "edition:latest"),
        ("kind:owl", "kind:owl"),
        ("kpi:some", "kpi:some"),
        ("has:owl", "has:owl"),
        ("chapter:XX", "chapter:XX"),
        ("chapter:0", "chapter:0"),
        ("due:soon", "due:soon"),
        ("due:2025-13", "due:2025-13"),
        ("due:令和0年", "due:令和0年"),
        ("due:2025-02-30", "due:2025-02-30"),
        ("due:7", "due:7"),
    ],
)
def test_wrong_filters_are_named(text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_query(text)
    assert said in str(error.value)


def test_a_query_gives_its_filters_by_name() -> None:
    query = parse_query("edition:2021 梟 -edition:2022")
    assert query.named("edition") == (
        Filter("edition", ("2021",)),
        Filter("edition", ("2022",), negated=True),
    )
    assert query.text == "梟"


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("spec", FILTERS, ids=lambda spec: spec.name)
def test_a_filter_is_taken_by_all_its_names(spec: FilterSpec, real: Plan) -> None:
    query = parse_query(spec.example)
    (condition,) = query.filters
    assert (condition.name, str(condition)) == (spec.name, spec.example)
    for name in (*spec.japanese, spec.name.upper()):
        assert parse_query(f"{name}:{'|'.join(condition.values)}").filters == query.filters
    facts = FilterFacts(real)
    kept = list(filter(section_test(query, facts), facts.sections))
    assert 0 < len(kept) < len(facts.sections)
    left_out = section_test(parse_query(f"-{spec.example}"), facts)
    assert sum(map(left_out, facts.sections)) == len(facts.sections) - len(kept)
    offered = completions(f"{spec.name}:", facts, lambda query: facts.sections)
    assert offered
    assert all(parse_query(one.word).filters for one in offered)


def test_names_of_filters_are_told_apart() -> None:
    names = [name for spec in FILTERS for name in (spec.name, *spec.japanese)]
    assert len(names) == len(set(names))
    assert all(filter_named(name).name in names for name in names)


def test_an_unknown_name_never_stands_for_another_filter(made_up: Plan) -> None:
    condition = Filter("owl", ("2025",))
    facts = FilterFacts(made_up)
    query = Query("owl:2025", (), (), (condition,))
    with pytest.raises(UsageError, match="'owl'"):
        filter_test(condition, facts)
    with pytest.raises(UsageError, match="'owl'"):
        section_test(query, facts)
    with pytest.raises(UsageError, match="'owl'"):
        target_test(query, facts)
    with pytest.raises(UsageError, match="'owl'"):
        TargetList(made_up).find(query)


def test_a_filter_is_added_with_its_specification_alone(
    made_up: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = FilterSpec(
        name="depth",
        normalise=lambda value: value if value.isdigit() else None,
        hint=Phrase("数を書く", "name a number"),
        section_test=lambda values, facts: lambda section: str(section.depth) in values,
        candidates=lambda facts, left: ("1", "2", "99"),
        example="depth:1",
        documentation="of a depth",
    )
    monkeypatch.setattr(filters, "FILTERS", (*FILTERS, spec))
    monkeypatch.setattr(filters, "_BY_NAME", {**filters._BY_NAME, "depth": spec})
    monkeypatch.setattr("plan_tui.query.completion.FILTERS", (*FILTERS, spec))
    facts = FilterFacts(made_up)
    kept = list(filter(section_test(parse_query("-depth:1"), facts), facts.sections))
    assert {section.depth for section in kept} == {s.depth for s in facts.sections} - {1}
    with pytest.raises(UsageError, match="name a number"):
        parse_query("depth:x")
    with pytest.raises(UsageError, match="shared:, under:, depth:"):
        parse_query("owl:1")
    words = [one.word for one in completions("de", facts, lambda query: facts.sections)]
    assert words == ["depth:"]
    words = [one.word for one in completions("depth:", facts, lambda query: facts.sections)]
    assert words == ["depth:1", "depth:2"]


@pytest.mark.parametrize("screen", [ChangesScreen, MeasuresScreen, TargetsScreen, TrackScreen])
def test_the_filters_that_a_screen_names_are_filters(
    screen: type[ChangesScreen | MeasuresScreen | TargetsScreen | TrackScreen],
) -> None:
    for language in Language:
        hint = screen.HINT.say(language, edition="2025", year="2025")
        named = re.findall(r"[a-z]+:[^、, （(]+", hint)
        assert named
        assert all(parse_query(one).filters for one in named)


@pytest.mark.parametrize(
    ("command", "words"),
    [("search", "edition:2025 kind:measure"), ("measures", "chapter:II kpi:unset")],
)
def test_the_help_names_filters_as_they_are_typed(
    command: str, words: str, capsys: pytest.CaptureFixture[str], real_database: Path
) -> None:
    assert main([command, "--help"]) == 0
    assert words in " ".join(capsys.readouterr().out.split())
    assert main([command, *words.split(), "--db", str(real_database)]) in (0, 1)


FISCAL_2025 = ("2025-04-01", "2026-03-31", DateBasis.FISCAL_YEAR)
END_FISCAL_2025 = ("2026-03-31", "2026-03-31", DateBasis.FISCAL_YEAR)
MARCH_2025 = ("2025-03-01", "2025-03-31", DateBasis.MONTH)
YEAR_2025 = ("2025-01-01", "2025-12-31", DateBasis.YEAR)
OPEN_2025 = ("2025-04-01", None, DateBasis.FISCAL_YEAR)
DAY = ("2025-06-13", "2025-06-13", DateBasis.DAY)
THREE_FISCAL_YEARS = ("2023-04-01", "2026-03-31", DateBasis.RANGE)


@pytest.mark.parametrize(
    ("due", "dates"),
    [
        ("2025", {FISCAL_2025, END_FISCAL_2025, MARCH_2025, YEAR_2025, DAY, THREE_FISCAL_YEARS}),
        ("令和7年", {FISCAL_2025, END_FISCAL_2025, MARCH_2025, YEAR_2025, DAY, THREE_FISCAL_YEARS}),
        ("2025年度", {FISCAL_2025, END_FISCAL_2025, YEAR_2025, DAY, THREE_FISCAL_YEARS}),
        ("R7年度", {FISCAL_2025, END_FISCAL_2025, YEAR_2025, DAY, THREE_FISCAL_YEARS}),
        ("昭和100年度", {FISCAL_2025, END_FISCAL_2025, YEAR_2025, DAY, THREE_FISCAL_YEARS}),
        ("FY2025", {FISCAL_2025, END_FISCAL_2025, YEAR_2025, DAY, THREE_FISCAL_YEARS}),
        ("2025-03", {MARCH_2025}),
        ("2025年3月", {MARCH_2025}),
        ("2025-06-13", {DAY}),
        ("<=2025-03", {MARCH_2025}),
        ("<2025", set()),
        ("<=2024", set()),
        (">=2026", set()),
        (">=2025", {FISCAL_2025, END_FISCAL_2025, MARCH_2025, YEAR_2025, DAY, THREE_FISCAL_YEARS,
                    OPEN_2025}),
        (">2025-03", {FISCAL_2025, END_FISCAL_2025, YEAR_2025, DAY, THREE_FISCAL_YEARS,
                      OPEN_2025}),
        ("2025-04..2025-12", {YEAR_2025, DAY}),
        ("..2025-05", {MARCH_2025}),
    ],
)  # fmt: skip
def test_dates_fall_due(due: str, dates: set[tuple[str, str | None, DateBasis]]) -> None:
    every = {FISCAL_2025, END_FISCAL_2025, MARCH_2025, YEAR_2025, OPEN_2025, DAY,
             THREE_FISCAL_YEARS}  # fmt: skip
    assert {date for date in every if parse_due(due).holds(*date)} == dates


@pytest.mark.parametrize("words", ["2026..2024", "2025年度～2024年", "R8ーR6", "2025-04..2025-03"])
@pytest.mark.parametrize("name", ["due", "starts"])
def test_a_range_that_ends_before_it_begins_is_told(name: str, words: str) -> None:
    with pytest.raises(UsageError, match=f"{name}:.*: ends before it begins"):
        parse_query(f"{name}:{words}")
    assert parse_due("2025..2025年度")


@pytest.mark.parametrize("text", ["図" * 2001, "図書館 " * 600, '"' * 9000, "due:2025 " * 300])
def test_a_query_is_a_page_of_text_at_most(text: str) -> None:
    with pytest.raises(UsageError, match=f"has {len(text)} characters"):
        parse_query(text)
    assert parse_query("図" * 2000).words
