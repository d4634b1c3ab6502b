"""One day, month, year or fiscal year as it is typed in a filter, in any calendar."""

from __future__ import annotations

import re
import unicodedata

from plan_tui.text.calendar import ERA_NAMES, DateBasis, last_day, month_of, western_year
from plan_tui.text.language import Phrase
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.numerals import ZEROS, kanji_number
from plan_tui.text.record import record

_NAMES = {
    DateBasis.FISCAL_YEAR: Phrase("{year}年度", "FY{year}"),
    DateBasis.YEAR: Phrase("{year}年", "{year}"),
    DateBasis.MONTH: Phrase("{year}年{month}月", "{year}-{month:02}"),
    DateBasis.DAY: Phrase("{year}年{month}月{day}日", "{year}-{month:02}-{day:02}"),
}
_KANJI = late_pattern(f"[{ZEROS}一二三四五六七八九十百千]+")
_ERA = f"{ERA_NAMES}|[rhstm]"
_FIRST_OF_ERA = late_pattern(rf"({_ERA})元", re.IGNORECASE)
_WITHIN = "[末中内]?"
_DATE = late_pattern(
    rf"(?P<fy>fy)?(?P<era>{_ERA})?\.?(?P<year>\d{{1,4}})(?P<unit>年度|年)?{_WITHIN}"
    rf"(?:[-/.]?(?P<month>\d{{1,2}})月?{_WITHIN}(?:[-/.]?(?P<day>\d{{1,2}})日?)?)?",
    re.IGNORECASE,
)


@record
class TypedDate:
    """The days that a typed date means."""

    first: str
    """ISO day, inclusive."""
    last: str
    """ISO day, inclusive."""
    fiscal_first: str
    """The same for dates that name a fiscal year; of a year alone, those of the fiscal year with
    its number."""
    fiscal_last: str
    name: Phrase
    """How it is called: ``2025年度``, ``FY2025``."""


def read_date(typed: str) -> TypedDate | None:
    """Read ``2025``, ``2025-03``, ``2025年度``, ``R7``, ``令和元年``, ``令和七年三月``.

    Args:
        typed: a date in NFKC with ASCII signs and without blanks.

    Returns:
        None: it is no date.

    Raises:
        ValueError: it is written as a date, and the calendar does not have it.

    """
    date = _DATE.fullmatch(_in_digits(typed))
    if not date or not (date["era"] or len(date["year"]) == 4):
        return None
    number, era = int(date["year"]), date["era"]
    year = western_year(era.upper(), number) if era else number
    if date["month"]:
        fiscal = date["unit"] == "年度"
        return _month_or_day(year, int(date["month"]), int(date["day"] or 0), fiscal=fiscal)
    fiscal_year = (f"{year}-04-01", f"{year + 1}-03-31")
    if date["fy"] or date["unit"] == "年度":
        return TypedDate(*fiscal_year, *fiscal_year, _named(DateBasis.FISCAL_YEAR, year))
    whole = (f"{year}-01-01", f"{year}-12-31")
    return TypedDate(*whole, *fiscal_year, _named(DateBasis.YEAR, year))


def read_day(text: str) -> str | None:
    """Return the ISO day that a text is, in any writing that `read_date` takes; None if none."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    try:
        typed = read_date(plain)
    except ValueError:
        return None
    return typed.first if typed and typed.first == typed.last else None


def _month_or_day(year: int, month: int, day: int, *, fiscal: bool) -> TypedDate:
    year, month = month_of(year, month, fiscal=fiscal)
    if not 1 <= month <= 12 or day > last_day(year, month):
        raise ValueError(f"no such day: {year}-{month}-{day}")
    last = day or last_day(year, month)
    days = (f"{year}-{month:02}-{day or 1:02}", f"{year}-{month:02}-{last:02}")
    basis = DateBasis.DAY if day else DateBasis.MONTH
    return TypedDate(*days, *days, _named(basis, year, month, day))


def _named(basis: DateBasis, year: int, month: int = 0, day: int = 0) -> Phrase:
    return _NAMES[basis].of(year=year, month=month, day=day)


def _in_digits(typed: str) -> str:
    """Return a date with digits for its kanji: ``令和元年`` is ``令和1年``."""
    digits = _KANJI.sub(_as_digits, _FIRST_OF_ERA.sub(r"\g<1>1", typed))
    return re.sub(r"(?<=\d)・(?=\d)", "/", digits)


def _as_digits(kanji: re.Match[str]) -> str:
    try:
        return str(kanji_number(kanji.group()))
    except ValueError:
        return kanji.group()
