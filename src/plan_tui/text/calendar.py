"""Eras and western years, fiscal years, and the days of years, halves, quarters and months.

A fiscal year (年度) runs from 1 April to 31 March and has the number of the year it begins in.
"""

from __future__ import annotations

from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    # Loaded where days are made: lists of stored days, which are text, do without.
    from datetime import date

SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
"""The first month of a season of three months."""
_FEBRUARY, _MONTHS, _SHORT_MONTHS = 2, 12, (4, 6, 9, 11)


class DateBasis(StrEnum):
    """The unit in which a date was printed."""

    FISCAL_YEAR = "fiscal_year"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    """A half of a year or of a fiscal year (上期, 後半)."""
    PART = "part"
    """Another part of a year or of a month (半ば, 初頭, 上旬)."""
    RANGE = "range"
    """Several of them together, or a decade."""
    UNRESOLVED = "unresolved"
    """No unit: which days are meant cannot be told from the text (早期に, a month of no year)."""


BASES = {str(basis): basis for basis in DateBasis}
"""Quicker than the call of the vocabulary: hundreds of dates are read for a list."""


@record
class Days:
    """An interval of days, both ends included."""

    start: date
    end: date


@record
class Era:
    """An era of the Japanese calendar; its first year lasts to 31 December."""

    name: str
    letter: str
    first: tuple[int, int, int]
    """Year, month and day of its first day."""

    @property
    def before(self) -> int:
        """The western year before its first year."""
        return self.first[0] - 1


ERAS = (
    Era("令和", "R", (2019, 5, 1)),
    Era("平成", "H", (1989, 1, 8)),
    Era("昭和", "S", (1926, 12, 25)),
    Era("大正", "T", (1912, 7, 30)),
    Era("明治", "M", (1868, 1, 25)),
)
"""The latest first."""
ERA_NAMES = "|".join(era.name for era in ERAS)
"""Pattern of an era's name."""
_KANJI_DIGITS = "〇一二三四五六七八九"
_OPENINGS = ("以前から", "以前", "以降", "以後", "以来", "から", "より", "～", "~", "〜")
"""What leaves a date before it open; where one begins another, the longer one comes first."""
_OPENING_REACH = 10
"""Characters after a date in which such a word stands, with what the date is of (年度貸出分から).
Set by hand; the parser knows that there is one."""
_NARROW_ERAS = {ord(era.letter) + 0xFEE0: era.letter for era in ERAS}
"""The full-width letters of the eras, as `str.translate` takes them."""
_ERA_SIGNS = frozenset("㋿㍻㍼㍽㍾")
_BY_NAME = {name: era for era in ERAS for name in (era.name, era.letter)}


def western_year(era: str, number: int) -> int:
    """Return the western year of year ``number`` of an era (``令和`` or ``R``).

    Raises:
        KeyError: there is no such era.
        ValueError: the era has no such year: its first is 1.

    """
    if number < 1:
        raise ValueError(f"no such year: {era}{number}")
    return _BY_NAME[era].before + number


def era_of(day: date) -> Era | None:
    """Return the era that a day lies in; None before 明治."""
    printed = day.year, day.month, day.day
    return next((era for era in ERAS if printed >= era.first), None)


def era_of_year(year: int) -> Era | None:
    """Return the era of a year's last day, by which the whole year is named."""
    return next((era for era in ERAS if year > era.before), None)


def names_year(printed: str) -> bool:
    """Tell whether a printed date names its year in either calendar: 同年10月 does not."""
    solid = "".join(printed.split()).translate(_NARROW_ERAS)
    marks = "".join("9" if x.isdecimal() or x in _KANJI_DIGITS else x for x in solid)
    if "9999" in marks or not _ERA_SIGNS.isdisjoint(marks):
        return True
    return any(
        era.name in marks or f"{era.letter}9" in marks or f"{era.letter}元" in marks for era in ERAS
    )


def with_opening(printed: str, text: str, offset: int) -> str:
    """Return a date that is open to a side with the word of a text that leaves it open (から).

    Args:
        printed: the date.
        text: what it is printed in.
        offset: characters before it there.
    """
    end = offset + len(printed)
    after = text[end : end + _OPENING_REACH].replace("。", "、").partition("、")[0]
    openings = [(after.find(word), len(word)) for word in _OPENINGS if word in after]
    place, size = min(openings, key=lambda each: each[0], default=(0, 0))
    return f"{printed}{after[: place + size]}"


def fiscal_year_of(day: date) -> int:
    """Return the fiscal year that a day lies in."""
    return day.year if day.month >= 4 else day.year - 1


def month_of(year: int, month: int, *, fiscal: bool) -> tuple[int, int]:
    """Return (year, month) of a month named in a calendar or fiscal year."""
    return (year + 1 if fiscal and month < 4 else year), month


def last_day(year: int, month: int) -> int:
    """Return the last day of a month, without `calendar`, which loads names of days for it.

    Raises:
        ValueError: there is no such month.

    """
    if month == _FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    if not 1 <= month <= _MONTHS:
        raise ValueError(month)
    return 30 if month in _SHORT_MONTHS else 31


def months(year: int, month: int, count: int) -> Days:
    """Return the days of ``count`` months from the first of ``month`` on.

    Raises:
        ValueError: there is no such month.

    """
    from datetime import date

    last = year * 12 + month - 1 + count - 1
    end_year, end_month = last // 12, last % 12 + 1
    return Days(date(year, month, 1), date(end_year, end_month, last_day(end_year, end_month)))


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
    from datetime import date

    last = months(year, month, 1).end
    ends = (date(year, month, 10), date(year, month, 20), last)
    return Days(date(year, month, 10 * third - 9), ends[third - 1])


def half_month(year: int, month: int, half: int) -> Days:
    """Return the days 1–15 or 16–end of a month (``half`` is 1 or 2)."""
    from datetime import date

    if half == 1:
        return Days(date(year, month, 1), date(year, month, 15))
    return Days(date(year, month, 16), months(year, month, 1).end)
