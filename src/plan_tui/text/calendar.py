"""Era and western years, fiscal years, and the days that a printed date covers.

A fiscal year (年度) runs from 1 April to 31 March and bears the number of the year it begins in.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
"""The year before an era's first year."""
LETTERS = {"R": "令和", "H": "平成", "S": "昭和"}
"""The letter that stands for an era."""
SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
"""The first month of a season of three months."""


class Days(NamedTuple):
    """An interval of days, both ends included."""

    start: date
    end: date


def western_year(era: str, number: int) -> int:
    """Return the western year of year ``number`` of an era (``令和`` or ``R``).

    Raises:
        KeyError: there is no such era.

    """
    return ERAS[LETTERS.get(era, era)] + number


def era_year(year: int) -> str:
    """Return a western year in its era, by the era that its last day lies in: ``令和7``.

    The first year of an era is ``元``; a year before 明治 is given in digits.
    """
    for era, before in ERAS.items():
        if year > before:
            return f"{era}{'元' if year == before + 1 else year - before}"
    return str(year)


def both_calendars(year: int, unit: str = "年度") -> str:
    """Return a year in both calendars: ``2025年度（令和7年度）``."""
    return f"{year}{unit}（{era_year(year)}{unit}）"


def fiscal_year_of(day: date) -> int:
    """Return the fiscal year that a day lies in."""
    return day.year if day.month >= 4 else day.year - 1


def month_of(year: int, month: int, *, fiscal: bool) -> tuple[int, int]:
    """Return (year, month) of a month named in a calendar or fiscal year."""
    return (year + 1 if fiscal and month < 4 else year), month


def months(year: int, month: int, count: int) -> Days:
    """Return the days of ``count`` months from the first of ``month`` on.

    Raises:
        ValueError: there is no such month.

    """
    last = year * 12 + month - 1 + count - 1
    end_year, end_month = last // 12, last % 12 + 1
    return Days(date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]))


def whole_year(year: int, *, fiscal: bool) -> Days:
    """Return the days of a calendar or a fiscal year."""
    return months(year, 4 if fiscal else 1, 12)


def half_year(year: int, half: int, *, fiscal: bool) -> Days:
    """Return the days of the first (1) or second (2) half of a year."""
    first = (4 if fiscal else 1) + 6 * (half - 1)
    return months(year + (first > 12), (first - 1) % 12 + 1, 6)


def quarter(year: int, number: int, *, fiscal: bool) -> Days:
    """Return the days of a quarter (1–4) of a year."""
    first = (4 if fiscal else 1) + 3 * (number - 1)
    return months(year + (first > 12), (first - 1) % 12 + 1, 3)


def season(year: int, name: str) -> Days:
    """Return the days of a season; winter runs into February of the next year."""
    return months(year, SEASONS[name], 3)


def third_of_month(year: int, month: int, third: int) -> Days:
    """Return the days 1–10, 11–20 or 21–end of a month (``third`` is 1, 2 or 3)."""
    last = months(year, month, 1).end
    ends = (date(year, month, 10), date(year, month, 20), last)
    return Days(date(year, month, 10 * third - 9), ends[third - 1])
