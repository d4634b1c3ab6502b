"""Dated targets: their fiscal year, firmness and sentence, and the filters on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.export.formats import as_markdown
from plan_tui.export.markdown import markdown
from plan_tui.labels.edition_names import edition_name
from plan_tui.model.dated_targets import Target, by_year, histogram
from plan_tui.model.enums import Firmness
from plan_tui.query.grammar import parse_query
from plan_tui.search.target_list import TargetList
from plan_tui.store.plan import Plan
from plan_tui.text.calendar import DateBasis
from plan_tui.text.day_names import Calendar, days, era, fiscal_year, interval
from plan_tui.text.language import Language
from plan_tui.views.overview import overview_view
from plan_tui.views.targets import TargetsView, targets_view
from tests.worlds import named


@pytest.fixture(scope="module")
def linked(linked_database: Path) -> Iterator[Plan]:
    with Plan(linked_database) as plan:
        yield plan


@pytest.fixture
def target(linked: Plan) -> Target:
    return TargetList(linked).find(parse_query("under:2021:1.1.1"))[0]


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
    assert [one.section.key for one in TargetList(linked).find(parse_query(query))] == keys


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("due:2024年度", ["2021:1.1.1"]),
        ("edition:2025", ["2025:1.1.1"]),
        ("kpi:quantitative due:2025年度", ["2021:M2-1"]),
        ("under:2021:1.1", ["2021:1.1", "2021:1.1.1"]),
        ("一体化 edition:2025", ["2025:1.1.1"]),
    ],
)
def test_filters_of_dates_in_kpis_and_tables(
    query: str, keys: list[str], suggested_database: Path
) -> None:
    with Plan(suggested_database) as plan:
        assert [target.section.key for target in TargetList(plan).find(parse_query(query))] == keys


def test_dates_that_are_no_targets_are_left_out(linked: Plan) -> None:
    assert all(one.text != "令和２年（2020年）" for one in TargetList(linked).find(parse_query("")))


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


def test_what_is_open_from_a_calendar_year_on_stands_with_that_year(target: Target) -> None:
    days = (("2030-01-01", DateBasis.YEAR), ("2030-02-01", DateBasis.MONTH))
    year, month = (replace(target, start=day, end=None, basis=basis) for day, basis in days)
    due = replace(target, start="2030-01-01", end="2030-12-31", basis=DateBasis.YEAR)
    assert [each.fiscal_year for each in (year, month, due)] == [2030, 2029, 2030]
    groups = by_year([due, year, month])
    assert [(group.year, group.is_open) for group in groups] == [
        *((2030, False), (2029, True), (2030, True))
    ]


def test_firmness(target: Target) -> None:
    assert replace(target, basis=DateBasis.MONTH, modality="まで").firmness == Firmness.MONTH
    assert replace(target, basis=DateBasis.MONTH, modality="頃 目途").firmness == Firmness.ABOUT
    assert replace(target, basis=DateBasis.MONTH, modality="前後").firmness == Firmness.ABOUT
    assert replace(target, end=None).firmness == Firmness.OPEN


@pytest.mark.parametrize(
    ("basis", "start", "end", "firmness"),
    [
        (DateBasis.HALF, "2021-01-01", "2021-06-30", Firmness.HALF),
        (DateBasis.HALF, "2021-07-01", "2021-12-31", Firmness.HALF),
        (DateBasis.HALF, "2021-10-01", "2022-03-31", Firmness.HALF),
        (DateBasis.QUARTER, "2021-10-01", "2021-12-31", Firmness.QUARTER),
        (DateBasis.PART, "2021-04-01", "2021-04-10", Firmness.PART),
        (DateBasis.FISCAL_YEAR, "2021-04-01", "2022-03-31", Firmness.FISCAL_YEAR),
        (DateBasis.FISCAL_YEAR, "2022-03-31", "2022-03-31", Firmness.FISCAL_YEAR),
        (DateBasis.RANGE, "2021-04-01", "2021-09-30", Firmness.RANGE),
    ],
)
def test_a_part_of_a_year_is_no_year(
    target: Target, basis: DateBasis, start: str, end: str, firmness: Firmness
) -> None:
    half = replace(target, basis=basis, start=start, end=end, modality="")
    assert half.firmness == firmness
    assert replace(half, modality="頃").firmness == Firmness.ABOUT


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
    assert placed.sentence == expected


def test_calendars() -> None:
    assert [era(year) for year in (1867, 1988, 1989, 2018, 2019, 2025, 2030)] == [
        *("", "昭和63", "平成元", "平成30", "令和元", "令和７", "令和12")
    ]
    assert fiscal_year(2025, Language.JA) == "2025年度（令和７年度）"
    assert fiscal_year(1860, Language.JA) == "1860年度"
    assert fiscal_year(2025, Language.EN) == "FY2025 (R7)"
    assert interval("2025-03-31", "2025-03-31") == "2025-03-31"
    assert interval("2025-04-01", None) == "2025-04-01.."
    assert interval(None, "2025-04-01") == "..2025-04-01"


@pytest.mark.parametrize(
    ("start", "end", "basis", "western", "japanese"),
    [
        ("2025-03-31", "2025-03-31", DateBasis.FISCAL_YEAR, "2025-03-31", "R7.3.31"),
        ("2025-04-01", "2026-03-31", DateBasis.FISCAL_YEAR, "2025年度", "R7年度"),
        ("2023-04-01", "2026-03-31", DateBasis.RANGE, "2023年度～2025年度", "R5年度～R7年度"),
        ("2025-01-01", "2025-12-31", DateBasis.YEAR, "2025年", "R7年"),
        ("2019-01-01", "2019-12-31", DateBasis.YEAR, "2019年", "R1年"),
        ("2019-04-01", "2019-04-30", DateBasis.MONTH, "2019-04", "H31.4"),
        ("2019-05-01", "2019-05-31", DateBasis.MONTH, "2019-05", "R1.5"),
        ("2025-06-01", "2025-08-31", DateBasis.SEASON, "2025-06～08", "R7.6～8"),
        ("2025-12-01", "2026-02-28", DateBasis.SEASON, "2025-12～2026-02", "R7.12～R8.2"),
        ("2025-06-10", "2025-07-05", DateBasis.RANGE, "2025-06-10～2025-07-05", "R7.6.10～R7.7.5"),
        ("2026-04-01", None, DateBasis.FISCAL_YEAR, "2026年度～", "R8年度～"),
        ("2026-07-01", None, DateBasis.MONTH, "2026-07～", "R8.7～"),
        ("2026-07-01", None, DateBasis.DAY, "2026-07-01～", "R8.7.1～"),
        (None, "2030-12-31", DateBasis.YEAR, "～2030年", "～R12年"),
        ("1980-01-01", "1980-12-31", DateBasis.YEAR, "1980年", "S55年"),
        ("1860-01-01", "1860-12-31", DateBasis.YEAR, "1860年", ""),
    ],
)
def test_days_are_said_shortly_in_either_calendar(
    start: str | None, end: str | None, basis: DateBasis, western: str, japanese: str
) -> None:
    def said(calendar: Calendar) -> str:
        return days(start, end, basis, Language.JA, calendar)

    assert said(Calendar.WESTERN) == western
    assert said(Calendar.ERA) == (japanese or western)
    assert said(Calendar.BOTH) == f"{western} {japanese}".strip()


def test_english_says_fy_once_for_both_calendars() -> None:
    said = [days("2025-04-01", "2026-03-31", DateBasis.RANGE, Language.EN, one) for one in Calendar]
    assert said == ["FY2025 R7", "FY2025", "FY R7"]


def test_open_targets_stand_in_groups_of_their_own(target: Target) -> None:
    due = [replace(target, start=f"{y}-04-01", end=f"{y + 1}-03-31") for y in (2021, 2023)]
    opened = [replace(target, start=f"{y}-04-01", end=None) for y in (2021, 2023)]
    groups = by_year([*due, *opened])
    expected = [(2021, False), (2023, False), (2021, True), (2023, True)]
    assert [(g.year, g.is_open) for g in groups] == expected
    counted = [(g.year, len(g.targets)) for g in histogram([*due, *opened])]
    assert counted == [(2021, 1), (2022, 0), (2023, 1), (None, 2)]
    assert histogram([]) == ()


@pytest.mark.parametrize("query", ["due:2025", "due:R7", "-due:2025年"])
def test_a_year_alone_is_explained(query: str) -> None:
    what, whole = parse_query(query).notes
    assert "dates in 2025, or printed as FY2025" in what.say(Language.EN)
    assert "「2025年度」と書かれた期日" in what.say(Language.JA)
    assert whole.say(Language.EN) == "due:FY2025: April 2025 to March 2026"


@pytest.mark.parametrize(
    "query", ["2025", "due:FY2025", "due:2025-03", "due:<=2025", "due:2024..2025"]
)
def test_what_is_plain_is_not_explained(query: str) -> None:
    assert parse_query(query).notes == ()


def test_reports_say_what_a_year_alone_finds(target: Target, linked: Plan) -> None:
    notes = parse_query("due:2025").notes
    for language in Language:
        said = [note.say(language) for note in notes]
        view = TargetsView(language, [target], "2026-01-01", (), "due:2025")
        report = markdown(view.document(linked.attribution()))
        assert all(f"- {words}\n" in report for words in said)
        assert view.text().endswith("\n".join(said) + "\n")


@pytest.mark.parametrize("ids", ["c b a", "2030 2022 1999", "10 9 8", "b B a", "2-1 2-10 2"])
def test_editions_are_counted_in_the_order_of_time(ids: str, tmp_path: Path) -> None:
    names = dict(zip(("2021", "2022", "2025"), ids.split(), strict=True))
    world = named.crosswalked().with_edition_ids(names)
    with Plan(world.write(tmp_path / "plan.db")) as plan:
        view = targets_view(plan, Language.EN, "2026-01-01")
        lines = as_markdown(view, plan.attribution).splitlines()
        head = next(line for line in lines if line.startswith("| Fiscal year"))
        columns = [cell.strip() for cell in head.split("|")][2:-2]
        assert columns == [edition_name(edition, Language.EN) for edition in ids.split()]
        rows = [row for row in overview_view(plan, Language.EN).records() if row["group"] == "year"]
        for year in {row["name"] for row in rows}:
            counted = [row["edition"] for row in rows if row["name"] == year]
            assert counted == [edition for edition in ids.split() if edition in counted]
