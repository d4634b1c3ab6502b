"""Names of years and days in both calendars: for headings, for narrow columns, as ISO."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from plan_tui.text.calendar import DateBasis, era_of, era_of_year
from plan_tui.text.language import Language

_FROM = "～"


class Calendar(StrEnum):
    """Which calendar dates are shown in."""

    BOTH = "both"
    WESTERN = "western"
    ERA = "era"


def era(year: int) -> str:
    """Return a year's Japanese era as the plan prints it: ``令和７``, but ``令和12``.

    2019, in which the era changed, is ``令和元``; years before 明治 (1868) have none.
    """
    found = era_of_year(year)
    return f"{found.name}{_year_of_era(year - found.before)}" if found else ""


def _year_of_era(number: int) -> str:
    if number == 1:
        return "元"
    return chr(ord(str(number)) + 0xFEE0) if number < 10 else str(number)


def fiscal_year(year: int, language: Language, calendar: Calendar = Calendar.BOTH) -> str:
    """Return a fiscal year's name: ``2025年度（令和７年度）``, in English ``FY2025 (R7)``."""
    if language is Language.EN:
        western, japanese = f"FY{year}", era_letter(year)
        brackets = f"{western} ({japanese})"
        japanese = f"FY {japanese}" if japanese else ""
    else:
        western, japanese = f"{year}年度", f"{era(year)}年度" if era(year) else ""
        brackets = f"{western}（{japanese}）"
    if calendar is Calendar.WESTERN or not japanese:
        return western
    return japanese if calendar is Calendar.ERA else brackets


def era_letter(year: int) -> str:
    """Return a year's era in Latin letters: 2025 → ``R7``; empty before 1868."""
    found = era_of_year(year)
    return f"{found.letter}{year - found.before}" if found else ""


def interval(start: str | None, end: str | None) -> str:
    """Return ISO days as ``start..end``, or as one day; an open side is empty."""
    return start if start is not None and start == end else f"{start or ''}..{end or ''}"


def days(
    start: str | None,
    end: str | None,
    basis: DateBasis | None,
    language: Language,
    calendar: Calendar = Calendar.BOTH,
) -> str:
    """Return days as shortly as they can be said: ``2025-03-31 R7.3.31``, ``FY2025 R7``.

    Args:
        start: first day (ISO); None for an open beginning.
        end: last day (ISO); None for an open end.
        basis: what an open date was printed as; None if unknown.
        language: of the words for years.
        calendar: which calendar to use.

    """
    western = _span(start, end, basis, _Western(language))
    japanese = _span(start, end, basis, _Era(language))
    if calendar is Calendar.WESTERN or not japanese:
        return western
    if calendar is Calendar.ERA:
        return japanese
    return f"{western} {japanese.replace('FY ', '')}"


class _Western:
    """Names of days, months and years as numbers of the western calendar."""

    def __init__(self, language: Language) -> None:
        self.english = language is Language.EN

    def number(self, day: date) -> str:
        return str(day.year)

    def fiscal(self, year: int) -> str:
        return f"FY{year}" if self.english else f"{year}年度"

    def year(self, day: date) -> str:
        return self.number(day) if self.english else f"{self.number(day)}年"

    def month(self, day: date) -> str:
        return f"{day:%Y-%m}"

    def month_alone(self, day: date) -> str:
        return f"{day:%m}"

    def day(self, day: date) -> str:
        return day.isoformat()


class _Era(_Western):
    """The same in the Japanese calendar; empty where no era is known."""

    def number(self, day: date) -> str:
        found = era_of(day)
        return f"{found.letter}{day.year - found.before}" if found else ""

    def fiscal(self, year: int) -> str:
        return f"FY {era_letter(year)}" if self.english else f"{era_letter(year)}年度"

    def year(self, day: date) -> str:
        # A whole year bears the name of its end: 2019 is 令和元年.
        return super().year(day.replace(month=12, day=31))

    def month(self, day: date) -> str:
        return f"{self.number(_last_of_month(day))}.{day.month}"

    def month_alone(self, day: date) -> str:
        return str(day.month)

    def day(self, day: date) -> str:
        return f"{self.number(day)}.{day.month}.{day.day}"


def _span(start: str | None, end: str | None, basis: DateBasis | None, names: _Western) -> str:
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else None
    known = [day for day in (first, last) if day]
    if not known or not all(names.number(_last_of_month(day)) for day in known):
        return ""
    if first and last:
        return _closed(first, last, names)
    if first:
        return f"{_edge(first, basis, names)}{_FROM}"
    assert last is not None
    return f"{_FROM}{_edge(last, basis, names)}"


def _closed(first: date, last: date, names: _Western) -> str:
    if first == last:
        return names.day(first)
    if (first.month, first.day, last.month, last.day) == (4, 1, 3, 31):
        years = names.fiscal(first.year), names.fiscal(last.year - 1)
    elif (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = names.year(first), names.year(last)
    elif first.day == 1 and last == _last_of_month(last):
        years = names.month(first), names.month(last)
        if first.month != last.month and names.number(first) == names.number(last):
            return f"{years[0]}{_FROM}{names.month_alone(last)}"
    else:
        years = names.day(first), names.day(last)
    return years[0] if years[0] == years[1] else _FROM.join(years)


def _edge(day: date, basis: DateBasis | None, names: _Western) -> str:
    """Return the one end that an open date has, in the unit that it was printed in."""
    if basis is DateBasis.FISCAL_YEAR and (day.month, day.day) in ((4, 1), (3, 31)):
        return names.fiscal(day.year - (day.month < 4))
    if basis is DateBasis.YEAR:
        return names.year(day)
    whole = day.day == 1 or day == _last_of_month(day)
    return names.month(day) if whole and basis is not DateBasis.DAY else names.day(day)


def _last_of_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
