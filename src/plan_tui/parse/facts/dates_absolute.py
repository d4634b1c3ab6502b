"""Dates that name their year, read from folded text (`plan_tui.text.compact.Compact`)."""

from __future__ import annotations

import re
from typing import TypedDict

from plan_tui.parse.facts.parsed_date import ParsedDate, YearNotation
from plan_tui.text.calendar import ERA_NAMES, western_year
from plan_tui.text.record import replaced

NOT_IN_NUMBER = r"(?:(?<!\d)(?<!\d[.,])|(?<=\d{4},))"
"""Before a number with which no longer one ends (1,2027, 3.2027); a comma may end a clause, or
stand between years."""
_ERA = rf"(?P<era>{ERA_NAMES}|(?<![A-Za-z0-9])[RHS] ?)(?P<n>元|(?!00?(?!\d))\d{{1,2}})"
"""An era and a number of its years, of which none is 0."""
_UNIT = r"(?P<unit>年度|年(?!代))"
_YEAR = re.compile(
    rf"(?:{_ERA}|{NOT_IN_NUMBER}(?<!第)(?P<w>(?:1[89]|20)\d\d))(?!\d|,\d{{3}}(?!\d))(?:両?{_UNIT})?"
)
_SECOND_UNIT = re.compile(_UNIT)
_FISCAL_ALL_THE_SAME = re.compile(r"年?度(?![重々])")
"""After a year in both calendars whose 年 stands before or in brackets: 2024年（令和６年）度."""
_BOTH_NAMES = re.compile("[/・]")
"""Between the two names of the year in which the era changes."""
_DECADE = re.compile(r"(?<!\d)(?P<w>(?:19|20)\d0)年代(?:の?(?P<part>早期|初頭|前半|半ば|後半))?")
_DECADE_PARTS = {"早期": "1", "初頭": "1", "前半": "1", "半ば": "3", "後半": "2"}
_MONTH = r"(?P<m>\d{1,2})月(?![間刊額])"
_DAY = r"(?P<d>\d{1,2})日(?!間)"
_END = r"末日?(?![端尾])"
_MONTH_PARTS = rf"{_END}|[上初中下]旬|初め|初頭|当初|半ば|中(?:頃|ごろ)|[前後]半(?!期)"
_IN_MONTH = rf"(?:{_DAY}|の?(?P<part>{_MONTH_PARTS}))?"
_LAST_DAY = re.compile(f"の?{_END}")
DAY_TAIL = re.compile(_IN_MONTH)
"""A day or a part of a month, or nothing."""
MONTH_TAIL = re.compile(rf"の?{_MONTH}{_IN_MONTH}")
"""A month, with its day or a part of it."""
_YEAR_TAIL = re.compile(
    rf"の?(?P<part>{_END}|当初(?!予算)|初頭|初め|半ば|中(?:頃|ごろ)|年?央(?![区町通])|[上下]半?期"
    r"|[前後]半(?!期)|[前後]期(?=[にのかまで~\-、,。.)]|$)|春(?!日)|夏|秋(?!田)|冬)"
    r"|の?第(?P<q>[1-4])・?四半期| ?Q(?P<q2>[1-4])(?![\dA-Za-z])|(?P<q3>[1-4])Q(?![A-Za-z&])"
    r"|(?P<part2>早期)(?=[にのかまで、,。.)]|$|実[施装]|運用|開始)"
)
PARTS = {
    "末": "end", "末日": "end", "当初": "begin", "初頭": "opening", "初め": "opening",
    "上期": "half1", "上半期": "half1", "前半": "half1", "前期": "half1", "早期": "early",
    "半ば": "middle", "中頃": "middle", "中ごろ": "middle", "央": "middle", "年央": "middle",
    "下期": "half2", "下半期": "half2", "後半": "half2", "後期": "half2",
    "上旬": "third1", "初旬": "third1", "中旬": "third2", "下旬": "third3",
}  # fmt: skip
"""Part of a year or month as printed → `ParsedDate.part`; a season's is its name."""
_DOTTED = re.compile(
    _ERA + r"(?:[./](?P<m>\d{1,2})(?:[./](?P<d>\d{1,2})|月?(?P<part>末日?|[上初中下]旬)|月)?"
    r"(?![\d%])|[./](?P<season>[春夏秋冬]))"
)
_DIGITS = re.compile(
    r"(?<![\d/-])(?<!\d\.)(?P<w>(?:19|20)\d\d)(?P<sep>[./-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})"
    r"(?![\d/-]|\.\d)"
)
_FY = re.compile(r"(?<![A-Za-z])FY ?(?P<w>20\d\d)(?!\d)")
_ERA_LETTER = re.compile(
    r"(?<![A-Za-z0-9\-/])(?<![A-Za-z0-9]\.)(?!R ?00?(?!\d)|H00)"
    r"(?:(?P<r>R) ?(?P<n>元|\d{1,2})|(?P<h>H)(?P<hn>元|\d\d))"
    r"(?![A-Za-z0-9\-/]|\.[A-Za-z0-9]|,(?![RHS] ?[\d元])[A-Za-z0-9])(?<!元(?=[一-龥]))"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_NAMED = rf"(?:(?P<d>\d{{1,2}}) )?(?P<m>{'|'.join(_MONTHS)}) (?:(?P<d2>\d{{1,2}}),)?"
_ENGLISH = re.compile(rf"(?<![A-Za-z0-9.]){_NAMED}(?P<w>(?:19|20)\d\d)(?![\dA-Za-z])")
STARTS = re.compile(
    rf"FY|{ERA_NAMES}|[RHS] ?[\d元]|(?:1[89]|20)\d\d(?!\d)"
    rf"|(?:\d{{1,2}} )?(?:{'|'.join(_MONTHS)}) \d"
)
"""Where a date that names its year may begin."""


class _MonthParts(TypedDict):
    month: int
    day: int | None
    part: str


def read_date(text: str, position: int) -> ParsedDate | None:
    """Return the date that begins at ``position`` of folded text and names its year, or None.

    A date printed in both calendars is one date. Where the two disagree the one printed first
    counts, and ``conflict`` holds both.
    """
    for read in (_decade, _dotted, _digits, _in_words, _era_letter, _fy, _english):
        parsed = read(text, position)
        if parsed is not None and parsed.real:
            return parsed
    return None


def _in_words(text: str, position: int) -> ParsedDate | None:
    """Read 令和7年度末, 2025年4月1日, 令和4年度(2022年度), 令和4(2022)年度 and their like."""
    first = read_year(text, position)
    return None if first is None else read_rest(text, *first)


def read_rest(text: str, parsed: ParsedDate, unit: str) -> ParsedDate | None:
    """Return ``parsed``, a year, with what follows it: month or part, and the other calendar.

    ``unit`` is 年, 年度 or empty; a year without a unit in either notation is no date.
    """
    parsed, unit = _renamed_year(text, parsed, unit)
    if unit:
        parsed = read_tail(text, parsed)
    second = _in_brackets(text, parsed.end)
    if second is None:
        return parsed if unit else None
    return _merge(text, parsed, unit, *second)


def read_year(text: str, position: int) -> tuple[ParsedDate, str] | None:
    """Return the year at ``position`` and its unit, which may be empty; None if there is none."""
    match = _YEAR.match(text, position)
    if match is None:
        return None
    unit = match["unit"] or ""
    fiscal = unit == "年度"
    if match["w"]:
        year, era_year, calendar = int(match["w"]), None, YearNotation.WESTERN
    else:
        era_year = 1 if match["n"] == "元" else int(match["n"])
        year, calendar = western_year(match["era"].strip(), era_year), YearNotation.ERA
    parsed = ParsedDate(position, match.end(), year, fiscal, calendar=calendar, era_year=era_year)
    return parsed, unit


def read_tail(text: str, parsed: ParsedDate) -> ParsedDate:
    """Return ``parsed``, a year, with the month, day or part of the year printed after it."""
    match = MONTH_TAIL.match(text, parsed.end)
    if match:
        return replaced(parsed, end=match.end(), **month_parts(match))
    match = _YEAR_TAIL.match(text, parsed.end)
    if match is None:
        return parsed
    name = match["part"] or match["part2"]
    quarter = match["q"] or match["q2"] or match["q3"]
    part = f"quarter{quarter}" if quarter else PARTS.get(name, name)
    return with_last_day(text, replaced(parsed, end=match.end(), part=part))


def with_last_day(text: str, parsed: ParsedDate) -> ParsedDate:
    """Return ``parsed``, a part of a year, or its last day (第３四半期末)."""
    last = (
        _LAST_DAY.match(text, parsed.end) if parsed.part.startswith(("half", "quarter")) else None
    )
    return replaced(parsed, end=last.end(), part=f"{parsed.part}-end") if last else parsed


def month_parts(match: re.Match[str]) -> _MonthParts:
    """Return month, day and part of a match of `MONTH_TAIL` as fields of a `ParsedDate`."""
    day, part = day_parts(match)
    return _MonthParts(month=int(match["m"]), day=day, part=part)


def day_parts(match: re.Match[str]) -> tuple[int | None, str]:
    """Return (day, part of the month) of a match of `DAY_TAIL` or `MONTH_TAIL`."""
    return int(match["d"]) if match["d"] else None, PARTS.get(match["part"] or "", "")


def _renamed_year(text: str, parsed: ParsedDate, unit: str) -> tuple[ParsedDate, str]:
    """Read the second name of a year in which an era begins: 平成31・令和元年度.

    Returns:
        the year, ending after its second name, and its unit.

    """
    sign = _BOTH_NAMES.match(text, parsed.end)
    second = read_year(text, sign.end()) if sign else None
    if second is None or not _two_names(parsed, second[0]) or unit not in ("", "年", second[1]):
        return parsed, unit
    named, unit = second
    return replaced(parsed, end=named.end, era_year=named.era_year, fiscal=named.fiscal), unit


def _two_names(first: ParsedDate, second: ParsedDate) -> bool:
    """Return whether two years are one year in two eras: the one in which the era changes."""
    eras = first.calendar == second.calendar is YearNotation.ERA
    return eras and first.year == second.year and first.era_year != second.era_year


def _in_brackets(text: str, position: int) -> tuple[ParsedDate, str] | None:
    """Return the date in brackets at ``position``, and its unit; it ends after the brackets."""
    if text[position : position + 1] != "(":
        return None
    inner = read_year(text, position + 1)
    if inner is None:
        return None
    parsed, unit = _renamed_year(text, *inner)
    parsed = read_tail(text, parsed) if unit else parsed
    if text[parsed.end : parsed.end + 1] != ")":
        return None
    return replaced(parsed, end=parsed.end + 1), unit


def _merge(
    text: str, first: ParsedDate, unit: str, second: ParsedDate, second_unit: str
) -> ParsedDate | None:
    """Return ``first`` with its ``second`` notation, if that is of the other calendar."""
    notations = first.calendar != second.calendar or _two_names(first, second)
    if not notations or not second.real:
        return first if unit else None
    if not unit:
        after = _SECOND_UNIT.match(text, second.end)
        unit = after["unit"] if after else second_unit
        if not unit:
            return None
        first = replaced(first, fiscal=unit == "年度")
        second = replaced(second, end=after.end() if after else second.end)
    if unit == "年" and second_unit != "年度" and first.plain and second.plain:
        fiscal = _FISCAL_ALL_THE_SAME.match(text, second.end)
        if fiscal:
            unit = second_unit = "年度"
            first = replaced(first, fiscal=True)
            second = replaced(second, end=fiscal.end(), fiscal=True)
    whole = replaced(first, end=second.end)
    if first.calendar is YearNotation.IMPLIED:
        whole = replaced(whole, calendar=second.calendar, era_year=second.era_year)
    if first.plain and second.plain:
        units = {unit, second_unit or unit}
        agree = first.year == second.year and len(units) == 1
        whole = read_tail(text, whole)
    elif first.plain:
        whole = replaced(whole, month=second.month, day=second.day, part=second.part)
        agree = whole.days == second.days
    elif second.plain:
        agree = (first.days.start.year, first.fiscal) == (second.year, second.fiscal)
    else:
        agree = first.days == second.days
    if agree:
        return whole
    return replaced(whole, conflict=f"{text[first.start : first.end]} ≠ {_words(text, second)}")


def _words(text: str, second: ParsedDate) -> str:
    """Return the words of a second notation without its brackets."""
    return text[second.start : second.end].strip("()").replace(")", "")


def _dotted(text: str, position: int) -> ParsedDate | None:
    """Read R4.12.24, H29.7, R3.9月末, R3.12月下旬, R4.春."""
    match = _DOTTED.match(text, position)
    if match is None:
        return None
    era_year = 1 if match["n"] == "元" else int(match["n"])
    year = western_year(match["era"].strip(), era_year)
    if match["season"]:
        return ParsedDate(position, match.end(), year, part=match["season"], era_year=era_year)
    return ParsedDate(position, match.end(), year, era_year=era_year, **month_parts(match))


def _digits(text: str, position: int) -> ParsedDate | None:
    """Read 2022.12.24, 2022/12/24, 2022-12-24."""
    match = _DIGITS.match(text, position)
    if match is None:
        return None
    year, month, day = int(match["w"]), int(match["m"]), int(match["d"])
    return ParsedDate(
        position, match.end(), year, month=month, day=day, calendar=YearNotation.WESTERN
    )


def _decade(text: str, position: int) -> ParsedDate | None:
    """Read 2020年代, 2020年代早期."""
    match = _DECADE.match(text, position)
    if match is None:
        return None
    part = "decade" + _DECADE_PARTS.get(match["part"] or "", "")
    return ParsedDate(
        position, match.end(), int(match["w"]), part=part, calendar=YearNotation.WESTERN
    )


def _era_letter(text: str, position: int) -> ParsedDate | None:
    """Read R7 or H30 alone."""
    match = _ERA_LETTER.match(text, position)
    if match is None:
        return None
    printed = match["n"] or match["hn"]
    era_year = 1 if printed == "元" else int(printed)
    return ParsedDate(
        position, match.end(), western_year(match["r"] or match["h"], era_year), era_year=era_year
    )


def _fy(text: str, position: int) -> ParsedDate | None:
    """Read FY2025."""
    match = _FY.match(text, position)
    if match is None:
        return None
    parsed = ParsedDate(
        position, match.end(), int(match["w"]), fiscal=True, calendar=YearNotation.WESTERN
    )
    return read_tail(text, parsed)


def _english(text: str, position: int) -> ParsedDate | None:
    """Read 05 October 2023, October 5, 2023, October 2023."""
    match = _ENGLISH.match(text, position)
    if match is None:
        return None
    month, day = _MONTHS.index(match["m"]) + 1, match["d"] or match["d2"]
    parsed = ParsedDate(
        position, match.end(), int(match["w"]), month=month, calendar=YearNotation.WESTERN
    )
    return replaced(parsed, day=int(day)) if day else parsed
