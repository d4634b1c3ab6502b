"""The query language: words, filters, due dates, and what is wrong with a query."""

from __future__ import annotations

import pytest

from plan_tui.errors import UsageError
from plan_tui.query.due import parse_due
from plan_tui.query.grammar import Filter, parse_query
from plan_tui.text.calendar import DateBasis


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
