"""Dated targets: their fiscal year, firmness and sentence, and the filters on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from plan_tui.export.targets import sentence
from plan_tui.model.filters import parse_query
from plan_tui.model.targets import Target
from plan_tui.search.targets import targets
from plan_tui.store.read import Plan
from plan_tui.text.calendars import era, fiscal_year, interval
from plan_tui.text.language import Language
from tests.linked import build_linked


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    with Plan(build_linked(tmp_path_factory.mktemp("linked") / "plan.db")) as plan:
        yield plan


@pytest.fixture
def target(linked: Plan) -> Target:
    return targets(linked, parse_query("under:2021:1.1.1"))[0]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", ["2021:M1-1", "2021:1.1", "2021:1.1.1", "2025:1.1.1"]),
        ("edition:2025", ["2025:1.1.1"]),
        ("due:2024年度", ["2021:1.1.1"]),
        ("due:<=2024-03", ["2021:M1-1", "2021:1.1"]),
        ("-due:<=2024-03", ["2021:1.1.1", "2025:1.1.1"]),
        ("kind:measure", ["2021:M1-1"]),
        ("一体化", ["2021:M1-1", "2025:1.1.1"]),
        ("一体化 -手順", ["2025:1.1.1"]),
        ("スマートフォン", ["2021:1.1.1"]),
    ],
)
def test_filters(query: str, keys: list[str], linked: Plan) -> None:
    assert [one.section.key for one in targets(linked, parse_query(query))] == keys


def test_dates_that_are_no_targets_are_left_out(linked: Plan) -> None:
    assert all(one.text != "令和２年（2020年）" for one in targets(linked, parse_query("")))


@pytest.mark.parametrize(
    ("start", "end", "year"),
    [
        ("2025-04-01", "2026-03-31", 2025),
        ("2026-03-31", "2026-03-31", 2025),
        ("2026-04-01", "2026-04-30", 2026),
        ("2025-12-01", "2025-12-31", 2025),
        ("2025-10-01", None, 2025),
        (None, None, None),
    ],
)
def test_fiscal_year(start: str | None, end: str | None, year: int | None, target: Target) -> None:
    assert replace(target, start=start, end=end).fiscal_year == year


def test_firmness(target: Target) -> None:
    assert replace(target, basis="month", modality="まで").firmness == "month"
    assert replace(target, basis="month", modality="頃 目途").firmness == "about"
    assert replace(target, end=None).firmness == "open"


def test_a_target_is_past_only_after_its_last_day(target: Target) -> None:
    due = replace(target, end="2025-03-31")
    assert not due.is_past("2025-03-31")
    assert due.is_past("2025-04-01")
    assert not replace(target, end=None).is_past("2099-01-01")


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("棚を整える。梟を2030年に呼ぶ。終わり。", "梟を2030年に呼ぶ。"),
        ("棚\t梟を2030年に呼ぶ\t終\n次の行", "梟を2030年に呼ぶ"),
        ("一行目\n二行目。2030年まで", "2030年まで"),
        ("2030年", "2030年"),
    ],
)
def test_the_sentence_around_a_date(passage: str, expected: str, target: Target) -> None:
    placed = replace(target, passage=passage, offset=passage.index("2030年"), text="2030年")
    assert sentence(placed) == expected


def test_calendars() -> None:
    assert [era(year) for year in (1988, 1989, 2018, 2019, 2025, 2030)] == [
        *("", "平成元", "平成３０", "令和元", "令和７", "令和１２")
    ]
    assert fiscal_year(2025, Language.JA) == "2025年度（令和７年度）"
    assert fiscal_year(1980, Language.JA) == "1980年度"
    assert fiscal_year(2025, Language.EN) == "FY2025 (R7)"
    assert interval("2025-03-31", "2025-03-31") == "2025-03-31"
    assert interval("2025-04-01", None) == "2025-04-01.."
    assert interval(None, "2025-04-01") == "..2025-04-01"
