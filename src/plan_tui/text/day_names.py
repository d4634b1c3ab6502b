"""Names of years and days in both calendars: long for headings, short for narrow columns."""

from __future__ import annotations

from plan_tui.text.calendar import DateBasis, era_of, era_of_year, last_day
from plan_tui.text.language import Language, Phrase
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

UNKNOWN_DAYS = Phrase("日付不明", "day unknown")
"""In place of days that cannot be told from the text."""
_WAVE_DASH = "～"
_ISO = late_pattern(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Calendar(StrEnum):
    """Which calendar dates are shown in."""

    BOTH = "both"
    WESTERN = "western"
    ERA = "era"


def in_japanese(iso: str) -> str:
    """Return an ISO year, month or day in Japanese: ``2021-12`` → ``2021年12月``; else the text."""
    parts = _ISO.fullmatch(iso)
    if parts is None:
        return iso
    numbered = zip(parts.groups(), "年月日", strict=True)
    return "".join(f"{int(number)}{unit}" for number, unit in numbered if number)


def era(year: int) -> str:
    """Return a year's Japanese era as the plan prints it: ``令和７``, but ``令和12``.

    2019, in which the era changed, is ``令和元``; years before 明治 (1868) have none.
    """
    year_era = era_of_year(year)
    return f"{year_era.name}{_year_of_era(year - year_era.before)}" if year_era else ""


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
    year_era = era_of_year(year)
    return f"{year_era.letter}{year - year_era.before}" if year_era else ""


def interval(start: str | None, end: str | None) -> str:
    """Return ISO days as ``start..end``, or as one day; an open side is empty.

    Without any known day it is ``?``.
    """
    if start is None and end is None:
        return "?"
    return start if start is not None and start == end else f"{start or ''}..{end or ''}"


def days(
    start: str | None,
    end: str | None,
    basis: DateBasis | None,
    language: Language,
    calendar: Calendar = Calendar.BOTH,
) -> str:
    """Return the shortest name of an interval of days: ``2025-03-31 R7.3.31``, ``FY2025 R7``.

    Without any known day it is said to be unknown.

    Args:
        start: first day (ISO); None for an open beginning or an unknown one.
        end: last day (ISO); None for an open end or an unknown one.
        basis: what an open date was printed as; None if unknown.
        language: of the words for years.
        calendar: which calendar to use.

    """
    if start is None and end is None:
        return UNKNOWN_DAYS.say(language)
    western = _span(start, end, basis, _Western(language))
    japanese = _span(start, end, basis, _Era(language))
    if calendar is Calendar.WESTERN or not japanese:
        return western
    if calendar is Calendar.ERA:
        return japanese
    return f"{western} {japanese.replace('FY ', '')}"


class _Western:
    """Names of days, months and years in the western calendar."""

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
    """The same in the Japanese calendar; numbers are empty for days before 明治 (1868)."""

    def number(self, day: date) -> str:
        day_era = era_of(day)
        return f"{day_era.letter}{day.year - day_era.before}" if day_era else ""

    def fiscal(self, year: int) -> str:
        return f"FY {era_letter(year)}" if self.english else f"{era_letter(year)}年度"

    def year(self, day: date) -> str:
        # A whole year has the era of its last day: 2019 is 令和元年.
        return super().year(day.replace(month=12, day=31))

    def month(self, day: date) -> str:
        return f"{self.number(_last_of_month(day))}.{day.month}"

    def month_alone(self, day: date) -> str:
        return str(day.month)

    def day(self, day: date) -> str:
        return f"{self.number(day)}.{day.month}.{day.day}"


def _span(start: str | None, end: str | None, basis: DateBasis | None, names: _Western) -> str:
    from datetime import date

    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else None
    known = [day for day in (first, last) if day]
    if not known or not all(names.number(_last_of_month(day)) for day in known):
        return ""
    if first and last:
        return _closed(first, last, names)
    if first:
        return f"{_edge(first, basis, names)}{_WAVE_DASH}"
    assert last is not None
    return f"{_WAVE_DASH}{_edge(last, basis, names)}"


def _closed(first: date, last: date, names: _Western) -> str:
    """Return the name of an interval with both ends, in the largest unit that it fills."""
    if first == last:
        return names.day(first)
    if (first.month, first.day, last.month, last.day) == (4, 1, 3, 31):
        ends = names.fiscal(first.year), names.fiscal(last.year - 1)
    elif (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        ends = names.year(first), names.year(last)
    elif first.day == 1 and last == _last_of_month(last):
        ends = names.month(first), names.month(last)
        if first.month != last.month and names.number(first) == names.number(last):
            return f"{ends[0]}{_WAVE_DASH}{names.month_alone(last)}"
    else:
        ends = names.day(first), names.day(last)
    return ends[0] if ends[0] == ends[1] else _WAVE_DASH.join(ends)


def _edge(day: date, basis: DateBasis | None, names: _Western) -> str:
    """Return the name of an open interval's only end, in the unit that it was printed in."""
    if basis is DateBasis.FISCAL_YEAR and (day.month, day.day) in ((4, 1), (3, 31)):
        return names.fiscal(day.year - (day.month < 4))
    if basis is DateBasis.YEAR:
        return names.year(day)
    whole = day.day == 1 or day == _last_of_month(day)
    return names.month(day) if whole and basis is not DateBasis.DAY else names.day(day)


def _last_of_month(day: date) -> date:
    return day.replace(day=last_day(day.year, day.month))
