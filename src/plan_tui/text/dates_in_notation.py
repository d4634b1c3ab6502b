"""Dates as they are printed, read as values: two notations of one date have one value.

Years stand in both calendars, in digits or kanji, by themselves, in both calendars at once or as a
range; months and days after them or alone.
"""

from __future__ import annotations

import unicodedata

from plan_tui.text.calendar import ERA_NAMES, western_year
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.shapes import KANJI_DIGITS, SHAPES, in_shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Groups = Sequence["str | None"]
    """What the groups of a pattern found."""

_KD = KANJI_DIGITS
_N = rf"(?:0{{1,2}}|[{_KD}十]{{1,3}})"
"""A number of an era's year, a month or a day."""
_ERA = f"(?:{ERA_NAMES}|E|R)"
_KANJI_YEAR = rf"(?:[一二][{_KD}]{{3}}|二千[abe十]{{0,3}})"
_Y = rf"(?:{_ERA} ?(?:元|{_N})|0{{4}}|{_KANJI_YEAR})"
_U = "(?:年度|年)"
_MONTH = rf"(?:({_N})月(?:({_N})日)?)?"
_ERA_SIGNS = (*ERA_NAMES.split("|"), *"㋿㍻㍼㍽㍾RHＲＨ")
_DASH = "[~-]"
_BOTH = late_pattern(lambda: in_shapes(rf"({_Y})({_U})?\(({_Y})({_U})?\)({_U})?{_MONTH}"))
_SPAN = late_pattern(lambda: in_shapes(rf"({_Y})({_U})?{_DASH}(?:({_Y})|({_N}))({_U})"))
_YEAR = late_pattern(lambda: in_shapes(rf"({_Y})({_U}){_MONTH}"))
_DOTTED = late_pattern(r"(R0{1,2})\.(0{1,2})(?:\.(0{1,2}))?(?!0)")
_MONTH_DAY = late_pattern(lambda: in_shapes(rf"({_N})月(?:({_N})日)?"))
DATE_STARTS = frozenset(
    "".join(("0123456789０１２３４５６７８９一二三四五六七八九十〇零○◯", *_ERA_SIGNS))
)
"""What a date can begin with."""
DATE_SIGN = late_pattern(lambda: in_shapes(rf"[0{_KD}十千元)][年月]|R0"))
"""What the shapes of every date have somewhere."""
_GOES_ON = rf"(?:年|\(|{_DASH})"
_ERA_FIRSTS, _ERA_SECONDS = map("".join, zip(*ERA_NAMES.split("|"), strict=True))
DATE_REST = (
    rf"(?<=0)(?:0?月|000{_GOES_ON})|(?<=[{_KD}十])(?:[{_KD}十]{{0,2}}月|[{_KD}]{{3}}{_GOES_ON}|千)"
    rf"|(?:(?<=[ER])|(?<=[{_ERA_FIRSTS}])[{_ERA_SECONDS}]) ?[元0{_KD}十]"
)
"""What the shapes of a date have behind the first one, and more, for such a pattern."""
KANJI_DATE = rf"(?:{ERA_NAMES}) ?(?:元|{_N}){_GOES_ON}|{_KANJI_YEAR}{_GOES_ON}|[{_KD}十]{{1,3}}月"
"""What a date begins with that ends the kanji before it, for a pattern that is put `in_shapes`."""


def date_at(text: str, position: int) -> tuple[str, str] | None:
    """Return the date that begins at ``position`` and its value, if one does."""
    printed = text[position : position + LONGEST]
    return date_in(printed, printed.translate(SHAPES))


def date_in(printed: str, shapes: str) -> tuple[str, str] | None:
    """Return the date that a text of `LONGEST` characters, or all, begins with; see `date_at`."""
    near = shapes[:_NEAR]
    for signs, pattern, value_of in _FORMS:
        match = None if signs.isdisjoint(near) else pattern.match(shapes)
        if match is None:
            continue
        spans = map(match.span, range(1, pattern.groups + 1))
        try:
            value = value_of([printed[i:j] if i >= 0 else None for i, j in spans])
        except ValueError:  # kanji that are no number: 十十年
            continue
        if value:
            return printed[: match.end()], f"@{value}"
    return None


def _both(groups: Groups) -> str | None:
    """Read a year in both calendars; they must agree, and so must 年 and 年度."""
    first, first_unit, second, second_unit, unit, month, day = groups
    units = {each for each in (first_unit, second_unit, unit) if each}
    year = _year(first)
    if year != _year(second) or len(units) != 1:
        return None
    if unit and first_unit:
        return None
    return _day(f"{year}{units.pop()}", month, day)


def _span(groups: Groups) -> str | None:
    """Read a range of years; the last may be shortened, the first may lack its unit."""
    first, first_unit, whole, short, unit = groups
    start = _year(first)
    if whole:
        end = _year(whole)
    else:
        printed = _number_of(first)
        end = _number(short) + (start - printed if printed < 100 else start // 100 * 100)
    if end <= start or first_unit not in (None, unit):
        return None
    return f"{start}~{end}{unit}"


def _single(groups: Groups) -> str | None:
    year, unit, month, day = groups
    return _day(f"{_year(year)}{unit}", month, day)


def _dotted(groups: Groups) -> str | None:
    year, month, day = groups
    return _day(f"{_year(year)}年", month, day)


def _month_day(groups: Groups) -> str | None:
    return _day("", *groups)


_NEAR = 12
"""Characters of a date in which its first sign behind a year or month stands: a year has at most
six, and its unit two."""
LONGEST = 32
"""More characters than a date has, with the one behind it."""
_FORMS = (
    (frozenset("("), _BOTH, _both),
    (frozenset("~-"), _SPAN, _span),
    (frozenset(in_shapes("年")), _YEAR, _single),
    (frozenset("."), _DOTTED, _dotted),
    (frozenset(in_shapes("月")), _MONTH_DAY, _month_day),
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


def _number(printed: str | None) -> int:
    """Return the value of digits or kanji; 元 is 1."""
    assert printed is not None
    if printed == "元":
        return 1
    if printed.isdigit():
        return int(printed)
    from plan_tui.text.numerals import kanji_number

    return kanji_number(printed)


def _era_of(year: str | None) -> tuple[str, str]:
    """Return what a year's era is printed as, or nothing, and the rest of the year."""
    assert year is not None
    era = next((sign for sign in _ERA_SIGNS if year.startswith(sign)), "")
    return era, year[len(era) :].lstrip(" \u3000")


def _number_of(year: str | None) -> int:
    """Return the number that a year is printed with: 7 for ``令和七``, 2025 for ``2025``."""
    return _number(_era_of(year)[1])


def _year(printed: str | None) -> int:
    """Return the western year of ``令和７``, ``R7``, ``平成元``, ``二〇二五`` or ``2025``."""
    era, number = _era_of(printed)
    if not era:
        return _number(number)
    return western_year(unicodedata.normalize("NFKC", era), _number(number))
