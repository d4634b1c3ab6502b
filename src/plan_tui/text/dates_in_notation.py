"""Dates as they are printed, read as values: two notations of one date have one value.

Years stand in both calendars, in digits or kanji, by themselves, in both calendars at once or as a
range; months and days after them or alone.
"""

from __future__ import annotations

import re
import unicodedata

from plan_tui.text.calendar import ERA_NAMES, western_year
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.numerals import ZEROS, kanji_number

_D = "0-9０-９"
_KD = f"一二三四五六七八九{ZEROS}"
"""Kanji that are digits."""
_N = rf"(?:[{_D}]{{1,2}}|[{_KD}十]{{1,3}})"
"""A number of an era's year, a month or a day."""
_ERA = rf"(?:{ERA_NAMES}|[㋿㍻㍼㍽㍾]|[RHＲＨ])"
_KANJI_YEAR = rf"(?:[一二][{_KD}]{{3}}|二千[一二三四五六七八九十]{{0,3}})"
_Y = rf"(?:{_ERA}[ 　]?(?:元|{_N})|[{_D}]{{4}}|{_KANJI_YEAR})"
_U = "(?:年度|年)"
_MONTH = rf"(?:({_N})月(?:({_N})日)?)?"
_ERA_BEFORE = late_pattern(rf"{_ERA}[ 　]?")
_DASH = "[～〜~－−‐–—-]"
_BOTH = late_pattern(rf"({_Y})({_U})?[（(]({_Y})({_U})?[）)]({_U})?{_MONTH}")
_SPAN = late_pattern(rf"({_Y})({_U})?{_DASH}(?:({_Y})|({_N}))({_U})")
_YEAR = late_pattern(rf"({_Y})({_U}){_MONTH}")
_DOTTED = late_pattern(
    rf"([RHＲＨ][{_D}]{{1,2}})[.．]([{_D}]{{1,2}})(?:[.．]([{_D}]{{1,2}}))?(?![{_D}])"
)
_MONTH_DAY = late_pattern(rf"({_N})月(?:({_N})日)?")
DATE_STARTS = frozenset(
    f"0123456789０１２３４５６７８９{_KD}十㋿㍻㍼㍽㍾RHＲＨ{ERA_NAMES.replace('|', '')}"
)
"""What a date can begin with."""
DATE_SIGN = late_pattern(rf"[{_D}{_KD}十元)）][年月]|[RHＲＨ][{_D}]")
"""What every date has somewhere."""
_GOES_ON = rf"(?:年|[（(]|{_DASH})"
KANJI_DATE = (
    rf"(?:{ERA_NAMES})[ 　]?(?:元|{_N}){_GOES_ON}|{_KANJI_YEAR}{_GOES_ON}|[{_KD}十]{{1,3}}月"
)
"""Pattern of what a date begins with that ends the kanji before it."""


def date_at(text: str, position: int) -> tuple[str, str] | None:
    """Return the date that begins at ``position`` and its value, if one does."""
    near = text[position : position + _NEAR]
    for signs, pattern, value_of in _FORMS:
        if signs.isdisjoint(near):
            continue
        match = pattern.match(text, position)
        try:
            value = value_of(match) if match else None
        except ValueError:  # kanji that are no number: 十十年
            continue
        if match and value:
            return match.group(), f"@{value}"
    return None


def _both(match: re.Match[str]) -> str | None:
    """Read a year in both calendars; they must agree, and so must 年 and 年度."""
    units = {unit for unit in match.group(2, 4, 5) if unit}
    year = _year(match.group(1))
    if year != _year(match.group(3)) or len(units) != 1:
        return None
    if match.group(5) and match.group(2):
        return None
    return _day(f"{year}{units.pop()}", match.group(6), match.group(7))


def _span(match: re.Match[str]) -> str | None:
    """Read a range of years; the last may be shortened, the first may lack its unit."""
    first, first_unit, whole, short, unit = match.groups()
    start = _year(first)
    if whole:
        end = _year(whole)
    else:
        printed = _number_of(first)
        end = _number(short) + (start - printed if printed < 100 else start // 100 * 100)
    if end <= start or first_unit not in (None, unit):
        return None
    return f"{start}~{end}{unit}"


def _single(match: re.Match[str]) -> str | None:
    year, unit, month, day = match.groups()
    return _day(f"{_year(year)}{unit}", month, day)


def _dotted(match: re.Match[str]) -> str | None:
    return _day(f"{_year(match.group(1))}年", match.group(2), match.group(3))


def _month_day(match: re.Match[str]) -> str | None:
    return _day("", match.group(1), match.group(2))


_NEAR = 12
"""Characters of a date in which its first sign behind a year or month stands: a year has at most
six, and its unit two."""
_FORMS = (
    (frozenset("（("), _BOTH, _both),
    (frozenset("～〜~－−‐–—-"), _SPAN, _span),
    (frozenset("年"), _YEAR, _single),
    (frozenset(".．"), _DOTTED, _dotted),
    (frozenset("月"), _MONTH_DAY, _month_day),
)
"""Signs of which a form has one near its beginning, its pattern, and what reads its value. Patterns
take long to compile, and most dates are of one form."""


def _day(year: str, month: str | None, day: str | None) -> str | None:
    """Return year, month and day as one value; None if there is no such month or day."""
    if month is None:
        return year or None
    of_year, of_month = _number(month), _number(day) if day else 1
    if year.endswith("年度") or not 1 <= of_year <= 12 or not 1 <= of_month <= 31:
        return None
    return f"{year}{of_year}月" + (f"{of_month}日" if day else "")


def _number(printed: str) -> int:
    """Return the value of digits or kanji; 元 is 1."""
    if printed == "元":
        return 1
    return int(printed) if printed.isdigit() else kanji_number(printed)


def _number_of(year: str) -> int:
    """Return the number that a year is printed with: 7 for ``令和七``, 2025 for ``2025``."""
    return _number(_ERA_BEFORE.sub("", year))


def _year(printed: str) -> int:
    """Return the western year of ``令和７``, ``R7``, ``平成元``, ``二〇二五`` or ``2025``."""
    era = re.match(_ERA, printed)
    number = _number_of(printed)
    if era is None:
        return number
    return western_year(unicodedata.normalize("NFKC", era.group()), number)
