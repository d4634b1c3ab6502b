"""The ``due:`` filter: a day, month, year, fiscal year, bound or range that a date must meet.

A date that names a fiscal year (or its end) belongs to that fiscal year; any other date belongs
to its calendar year. So ``due:2025`` finds 2025年度, 2025年度末 and 2025年12月, and not 2025年3月
of the fiscal year before when ``due:2025年度`` is asked.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass

from plan_tui.errors import UsageError
from plan_tui.text.calendar import ERA_NAMES, DateBasis, western_year
from plan_tui.text.language import Phrase

_NO_DATE = Phrase(
    "due:{date}は日付でない。例：due:2025、due:2025年度、due:<=2025-03、due:2024..2026",
    "due:{date} is not a date; e.g. due:2025, due:2025年度, due:<=2025-03, due:2024..2026",
)
_NO_DAY = Phrase("due:{date}は暦にない", "due:{date} is not a day of the calendar")
_BARE_YEAR = Phrase(
    "due:{date}：{year}年の期日と「{year}年度」と書かれた期日",
    "due:{date}: dates in {year}, or printed as FY{year}",
)
_WHOLE_YEAR = Phrase(
    "due:FY{year}：{year}年4月～{next}年3月", "due:FY{year}: April {year} to March {next}"
)
_FIRST, _LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Due:
    """An interval in which a date must fall due."""

    first: str
    """ISO day, inclusive."""
    last: str
    """ISO day, inclusive."""
    fiscal_first: str
    """The same for dates that name a fiscal year: first day of the first one that fits."""
    fiscal_last: str
    """Last day of the last fiscal year that fits."""

    def holds(self, start: str | None, end: str | None, basis: DateBasis) -> bool:
        """Tell whether a stored date falls due in the interval.

        Args:
            start: ISO day or None (open).
            end: ISO day or None (open: it never falls due, but goes on past any lower bound).
            basis: the unit that it was printed in.

        """
        if end is None:
            return start is not None and self.last == _LAST and start >= self.first
        fiscal = basis is DateBasis.FISCAL_YEAR or (
            (start or "")[5:] == "04-01" and end[5:] == "03-31"
        )
        if fiscal:
            return self.fiscal_first <= end <= self.fiscal_last
        return self.first <= end <= self.last


def parse_due(text: str) -> Due:
    """Read a ``due:`` value: ``2025``, ``2025-03``, ``2025年度``, ``R7``, ``<=2025-03``, ``a..b``.

    Raises:
        UsageError: it is none of these.

    """
    plain = unicodedata.normalize("NFKC", text).strip()
    span = re.fullmatch(r"(.*?)(?:\.\.|~|〜)(.*)", plain)
    if span:
        low, high = span.groups()
        first = _interval(low, text) if low else _EVER
        last = _interval(high, text) if high else _EVER
        return Due(first.first, last.last, first.fiscal_first, last.fiscal_last)
    sign, value = re.fullmatch(r"(<=|>=|<|>|=|≦|≧|)(.*)", plain).groups()  # type: ignore[union-attr]
    due = _interval(value, text)
    if sign in ("<=", "≦"):
        return Due(_FIRST, due.last, _FIRST, due.fiscal_last)
    if sign == "<":
        return Due(_FIRST, _before(due.first), _FIRST, _before(due.fiscal_first))
    if sign in (">=", "≧"):
        return Due(due.first, _LAST, due.fiscal_first, _LAST)
    if sign == ">":
        return Due(_after(due.last), _LAST, _after(due.fiscal_last), _LAST)
    return due


def explained(text: str) -> tuple[Phrase, ...]:
    """Return what a year alone finds as a ``due:`` value, and what the fiscal year would.

    Nothing for all other values, which are plain.

    Raises:
        UsageError: it is no date.

    """
    due = parse_due(text)
    year = int(due.first[:4])
    if (due.first, due.last) != (f"{year}-01-01", f"{year}-12-31"):
        return ()
    return _BARE_YEAR.of(date=text, year=year), _WHOLE_YEAR.of(year=year, next=year + 1)


_EVER = Due(_FIRST, _LAST, _FIRST, _LAST)
_VALUE = re.compile(
    rf"(?P<fy>fy)?(?P<era>{ERA_NAMES}|[rhs])?(?P<year>\d{{1,4}})(?P<unit>年度|年)?末?"
    r"(?:[-/.]?(?P<month>\d{1,2})月?末?(?:[-/.]?(?P<day>\d{1,2})日?)?)?",
    re.IGNORECASE,
)


def _interval(value: str, whole: str) -> Due:
    date = _VALUE.fullmatch(value)
    if not date or not (date["era"] or len(date["year"]) == 4):
        raise UsageError(_NO_DATE.of(date=whole))
    number, era = int(date["year"]), date["era"]
    year = western_year(era.upper(), number) if era else number
    fiscal = (f"{year}-04-01", f"{year + 1}-03-31")
    if date["month"]:
        month, day = int(date["month"]), int(date["day"] or 0)
        if not 1 <= month <= 12 or day > calendar.monthrange(year, month)[1]:
            raise UsageError(_NO_DAY.of(date=whole))
        last = day or calendar.monthrange(year, month)[1]
        first, end = f"{year}-{month:02}-{day or 1:02}", f"{year}-{month:02}-{last:02}"
        return Due(first, end, first, end)
    if date["fy"] or date["unit"] == "年度":
        return Due(*fiscal, *fiscal)
    return Due(f"{year}-01-01", f"{year}-12-31", *fiscal)


def _before(day: str) -> str:
    """Return a string that sorts just before an ISO day and after all earlier ones."""
    return day[:-1] + chr(ord(day[-1]) - 1) + "~"


def _after(day: str) -> str:
    """Return a string that sorts just after an ISO day and before all later ones."""
    return day + "~"
