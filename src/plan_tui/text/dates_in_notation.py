"""Dates as they are printed, read as values: two notations of one date have one value.

Years stand in both calendars, in digits or kanji, by themselves, in both calendars at once or as a
range; months and days after them or alone.
"""

from __future__ import annotations

import unicodedata

from plan_tui.text.calendar import ERA_NAMES, western_year
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.shapes import KANJI_DIGITS, SHAPES, in_shapes

_Read = tuple[int, str]
"""Where what was read of a text ends, and its value; without one, no date was read."""
_NONE: _Read = (0, "")
_KD = KANJI_DIGITS
_N = rf"(?:0{{1,2}}|[{_KD}十]{{1,3}})"
"""A number of an era's year, a month or a day."""
_ERA = f"(?:{ERA_NAMES}|E|R)"
_KANJI_YEAR = rf"(?:[一二][{_KD}]{{3}}|二千[abe十]{{0,3}})"
_Y = rf"(?:{_ERA} ?(?:元|{_N})|0{{4}}|{_KANJI_YEAR})"
_UNITS = ("年度", "年")
_U = f"(?:{'|'.join(_UNITS)})"
_ERA_SIGNS = (*ERA_NAMES.split("|"), *"㋿㍻㍼㍽㍾RHＲＨ")
_UNIT_SHAPES = tuple((unit, in_shapes(unit)) for unit in _UNITS)
_DASHES = ("~", "-")
_DASH = "[~-]"
_YEAR = late_pattern(lambda: in_shapes(rf"({_Y})({_U})?"))
_LAST_YEAR = late_pattern(lambda: in_shapes(rf"({_N})({_U})"))
"""The last year of a range, shortened."""
_MONTH = late_pattern(lambda: in_shapes(rf"({_N})月(?:({_N})日)?"))
_DOTTED = late_pattern(r"(R0{1,2})\.(0{1,2})(?:\.(0{1,2}))?(?!0)")
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
    for signs, read in _FORMS:
        if signs.isdisjoint(near):
            continue
        try:
            end, value = read(printed, shapes)
        except ValueError:  # kanji that are no number: 十十年
            continue
        if value:
            return printed[:end], f"@{value}"
    return None


def _both(printed: str, shapes: str) -> _Read:
    """Read a year in both calendars; they must agree, and so must 年 and 年度."""
    end, first, first_unit = _year_at(printed, shapes, 0)
    if shapes[end : end + 1] != "(":
        return _NONE
    end, second, second_unit = _year_at(printed, shapes, end + 1)
    if not (first and second) or shapes[end : end + 1] != ")":
        return _NONE
    end += 1
    unit = next((unit for unit, sign in _UNIT_SHAPES if shapes.startswith(sign, end)), "")
    units = {first_unit, second_unit, unit} - {""}
    year = _year(first)
    if year != _year(second) or len(units) != 1 or (unit and first_unit):
        return _NONE
    return _day(f"{year}{units.pop()}", *_month_at(printed, shapes, end + len(unit)))


def _span(printed: str, shapes: str) -> _Read:
    """Read a range of years; the last may be shortened, the first may lack its unit."""
    end, first, first_unit = _year_at(printed, shapes, 0)
    if not first or shapes[end : end + 1] not in _DASHES:
        return _NONE
    at = end + 1
    end, whole, unit = _year_at(printed, shapes, at)
    start = _year(first)
    if whole and unit:
        last = _year(whole)
    elif match := _LAST_YEAR.match(shapes, at):
        short, unit, end = printed[at : match.end(1)], printed[slice(*match.span(2))], match.end()
        number = _number_of(first)
        last = _number(short) + (start - number if number < 100 else start // 100 * 100)
    else:
        return _NONE
    if last <= start or first_unit not in ("", unit):
        return _NONE
    return end, f"{start}~{last}{unit}"


def _single(printed: str, shapes: str) -> _Read:
    end, year, unit = _year_at(printed, shapes, 0)
    if not unit:
        return _NONE
    return _day(f"{_year(year)}{unit}", *_month_at(printed, shapes, end))


def _dotted(printed: str, shapes: str) -> _Read:
    match = _DOTTED.match(shapes)
    if match is None:
        return _NONE
    year, month, day = (printed[slice(*match.span(group))] for group in (1, 2, 3))
    return _day(f"{_year(year)}年", match.end(), month, day)


def _month_day(printed: str, shapes: str) -> _Read:
    end, month, day = _month_at(printed, shapes, 0)
    return _day("", end, month, day) if month else _NONE


def _year_at(printed: str, shapes: str, at: int) -> tuple[int, str, str]:
    """Return where a year ends, and it and its unit as printed; empty what is not there."""
    match = _YEAR.match(shapes, at)
    if match is None:
        return at, "", ""
    return match.end(), printed[at : match.end(1)], printed[match.end(1) : match.end()]


def _month_at(printed: str, shapes: str, at: int) -> tuple[int, str, str]:
    """Return where a month, or a day of one, ends, and both as printed; empty what is not there."""
    match = _MONTH.match(shapes, at)
    if match is None:
        return at, "", ""
    return match.end(), printed[at : match.end(1)], printed[slice(*match.span(2))]


_NEAR = 12
"""Characters of a date in which its first sign behind a year or month stands: a year has at most
six, and its unit two."""
LONGEST = 32
"""More characters than a date has, with the one behind it."""
_FORMS = (
    (frozenset("("), _both),
    (frozenset(_DASHES), _span),
    (frozenset(in_shapes("年")), _single),
    (frozenset("."), _dotted),
    (frozenset(in_shapes("月")), _month_day),
)
"""Signs of which a form has one near its beginning, and what reads it. Patterns take long to
compile: what no date of a text needs is never made."""


def _day(year: str, end: int, month: str, day: str) -> _Read:
    """Return the end, and year, month and day as one value; none without such a month or day."""
    if not month:
        return end, year
    of_year, of_month = _number(month), _number(day) if day else 1
    if year.endswith("年度") or not 1 <= of_year <= 12 or not 1 <= of_month <= 31:
        return _NONE
    return end, f"{year}{of_year}月" + (f"{of_month}日" if day else "")


def _number(printed: str) -> int:
    """Return the value of digits or kanji; 元 is 1."""
    if printed == "元":
        return 1
    if printed.isdigit():
        return int(printed)
    from plan_tui.text.numerals import kanji_number

    return kanji_number(printed)


def _era_of(year: str) -> tuple[str, str]:
    """Return what a year's era is printed as, or nothing, and the rest of the year."""
    era = ""
    if year.startswith(_ERA_SIGNS):
        era = next(sign for sign in _ERA_SIGNS if year.startswith(sign))
    return era, year[len(era) :].lstrip(" \u3000")


def _number_of(year: str) -> int:
    """Return the number that a year is printed with: 7 for ``令和七``, 2025 for ``2025``."""
    return _number(_era_of(year)[1])


def _year(printed: str) -> int:
    """Return the western year of ``令和７``, ``R7``, ``平成元``, ``二〇二五`` or ``2025``."""
    era, number = _era_of(printed)
    if not era:
        return _number(number)
    return western_year(unicodedata.normalize("NFKC", era), _number(number))
