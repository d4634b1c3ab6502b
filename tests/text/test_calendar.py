from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest

from plan_tui.parse.facts.date_numerals import with_digits
from plan_tui.text import calendar, numerals
from plan_tui.text.calendar import Days
from plan_tui.text.compact import Compact


@pytest.mark.parametrize(
    ("era", "number", "year"),
    [("令和", 1, 2019), ("令和", 7, 2025), ("R", 4, 2022), ("平成", 31, 2019), ("H", 29, 2017),
     ("昭和", 64, 1989), ("S", 62, 1987), ("大正", 1, 1912), ("明治", 29, 1896)],
)  # fmt: skip
def test_western_year(era: str, number: int, year: int) -> None:
    assert calendar.western_year(era, number) == year


def test_an_unknown_era_is_an_error() -> None:
    with pytest.raises(KeyError):
        calendar.western_year("慶応", 1)


@pytest.mark.parametrize(
    ("day", "name"),
    [("2019-05-01", "令和"), ("2019-04-30", "平成"), ("1989-01-07", "昭和"), ("1912-07-29", "明治"),
     ("1868-01-24", None)],
)  # fmt: skip
def test_the_era_of_a_day(day: str, name: str | None) -> None:
    found = calendar.era_of(date.fromisoformat(day))
    assert (found.name if found else None) == name


def test_a_year_bears_the_era_of_its_last_day() -> None:
    found = [calendar.era_of_year(year) for year in (2019, 1989, 1988, 1867)]
    assert [era.name if era else None for era in found] == ["令和", "平成", "昭和", None]


@pytest.mark.parametrize(
    ("day", "year"), [("2025-03-31", 2024), ("2025-04-01", 2025), ("2026-01-01", 2025)]
)
def test_fiscal_year_of(day: str, year: int) -> None:
    assert calendar.fiscal_year_of(date.fromisoformat(day)) == year


def _iso(days: Days) -> str:
    return f"{days.start}..{days.end}"


def test_years_halves_and_quarters() -> None:
    assert _iso(calendar.whole_year(2025, fiscal=True)) == "2025-04-01..2026-03-31"
    assert _iso(calendar.whole_year(2025, fiscal=False)) == "2025-01-01..2025-12-31"
    assert _iso(calendar.half_year(2025, 2, fiscal=True)) == "2025-10-01..2026-03-31"
    assert _iso(calendar.half_year(2025, 2, fiscal=False)) == "2025-07-01..2025-12-31"
    assert _iso(calendar.quarter(2025, 4, fiscal=True)) == "2026-01-01..2026-03-31"
    assert _iso(calendar.quarter(2025, 2, fiscal=False)) == "2025-04-01..2025-06-30"


def test_months_seasons_and_thirds() -> None:
    assert _iso(calendar.months(2024, 2, 1)) == "2024-02-01..2024-02-29"
    assert _iso(calendar.months(2024, 12, 3)) == "2024-12-01..2025-02-28"
    assert _iso(calendar.season(2023, "冬")) == "2023-12-01..2024-02-29"
    assert _iso(calendar.third_of_month(2025, 2, 3)) == "2025-02-21..2025-02-28"
    assert calendar.month_of(2021, 3, fiscal=True) == (2022, 3)
    assert calendar.month_of(2021, 4, fiscal=True) == (2021, 4)
    with pytest.raises(ValueError, match="month"):
        calendar.months(2024, 13, 1)


@pytest.mark.parametrize(
    ("words", "value"),
    [("7", 7), ("１２３", 123), ("1,741", 1741), ("98.6", 98.6), ("7,800万", 78_000_000),
     ("１億2,300万", 123_000_000), ("2千万", 20_000_000), ("５千", 5000),
     ("６兆6,507億", 6.6507e12),
     ("３百", 300), ("1.5 億", 150_000_000)],
)  # fmt: skip
def test_number(words: str, value: float) -> None:
    assert numerals.number(words) == pytest.approx(value)


@pytest.mark.parametrize("words", ["", "万", "人", "1,7x", "第5"])
def test_what_is_no_number_is_an_error(words: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        numerals.number(words)


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "Ｒ４．４．１～－―⽉（％）ー㈱"
    assert numerals.fold_in_place(text) == "R4.4.1~--月(%)ー㈱"
    assert len(numerals.fold_in_place(text)) == len(text)


def test_compact_text_knows_the_printed_place() -> None:
    compact = Compact.of("約 125 万　者 R 7 は Ver 2 3")
    assert compact.text == "約125万者R 7はVer 2 3"
    start = compact.text.index("万")
    assert compact.span(start, start + 2) == (6, "万　者")


@pytest.mark.parametrize(
    ("printed", "value"), [("七", 7), ("十", 10), ("十二", 12), ("三十", 30), ("二〇二五", 2025)]
)
def test_kanji_numbers(printed: str, value: int) -> None:
    assert numerals.kanji_number(printed) == value


def test_kanji_dates_in_digits_know_the_printed_place() -> None:
    printed = "三人、令和 十年十二月二十五日 と一年"
    compact = with_digits(Compact.of(printed))
    assert compact.text == "三人、令和10年12月25日と一年"
    assert compact.span(3, 14) == (3, "令和 十年十二月二十五日")
    assert compact.span(5, 7) == (6, "十")
    assert compact.span(11, 13) == (11, "二十五")


@pytest.mark.parametrize("year", [1868, 1900, 1999, 2000, 2023, 2024, 2100, 9999])
@pytest.mark.parametrize("month", range(1, 13))
def test_the_last_day_of_a_month_is_that_of_the_standard_library(year: int, month: int) -> None:
    assert calendar.last_day(year, month) == monthrange(year, month)[1]


@pytest.mark.parametrize("month", [-1, 0, 13, 100])
def test_a_month_that_is_none_has_no_last_day(month: int) -> None:
    with pytest.raises(ValueError, match=str(month)):
        calendar.last_day(2024, month)


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        *((each, True) for each in ("2025年10月", "２０２５年度", "令和 ６年", "R6年度末", "Ｒ７")),
        *(
            (each, True)
            for each in ("令和元年", "Ｒ元年度", "㋿7年", "二〇二五年", "平成三十年度", "2025/3/31")
        ),
        *((each, False) for each in ("同年10月", "年度", "同月", "今春", "10月10日", "十二月")),
        *((each, False) for each in ("同年度後半", "11日", "翌年度末", "前年度")),
    ],
)
def test_a_printed_date_names_its_year_or_not(printed: str, told: bool) -> None:
    assert calendar.names_year(printed) is told
