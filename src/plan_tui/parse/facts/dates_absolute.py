"""Dates that name their year, read from folded text (`plan_tui.text.numerals.Compact`)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypedDict

from plan_tui.parse.facts.printed_date import ERA, WESTERN, PrintedDate
from plan_tui.text.calendar import ERA_NAMES, western_year

_ERA = rf"(?P<era>{ERA_NAMES}|(?<![A-Za-z0-9])[RHS] ?)(?P<n>元|\d{{1,2}})"
_UNIT = r"(?P<unit>年度|年(?!代))"
_YEAR = re.compile(rf"(?:{_ERA}|(?<![\d.,第])(?P<w>(?:1[89]|20)\d\d))(?![\d,]){_UNIT}?")
_SECOND_UNIT = re.compile(_UNIT)
_DECADE = re.compile(r"(?<!\d)(?P<w>(?:19|20)\d0)年代(?:の?(?P<part>早期|初頭|前半|半ば|後半))?")
_DECADE_PARTS = {"早期": "1", "初頭": "1", "前半": "1", "半ば": "3", "後半": "2"}
_MONTH = r"(?P<m>\d{1,2})月(?![間刊額])"
_DAY = r"(?P<d>\d{1,2})日(?!間)"
_END = r"末日?(?![端尾])"
_IN_MONTH = rf"(?:{_DAY}|の?(?P<part>{_END}|[上初中下]旬|初め|初頭|当初))?"
DAY_TAIL = re.compile(_IN_MONTH)
"""A day or a part of a month, or nothing."""
MONTH_TAIL = re.compile(rf"の?{_MONTH}{_IN_MONTH}")
"""A month, with its day or a part of it."""
_YEAR_TAIL = re.compile(
    rf"の?(?P<part>{_END}|当初(?!予算)|初頭|初め|半ば|[上下]半?期|[前後]半(?!期)|春(?!日)|夏|秋(?!田)|冬)"
    r"|の?第(?P<q>[1-4])四半期|(?P<part2>早期)(?=[にのかまで、,。)]|$|実[施装]|運用|開始)"
)
_PARTS = {
    "末": "end", "末日": "end", "当初": "begin", "初頭": "begin", "初め": "begin",
    "上期": "half1", "上半期": "half1", "前半": "half1", "早期": "half1",
    "半ば": "middle", "下期": "half2", "下半期": "half2", "後半": "half2",
    "上旬": "third1", "初旬": "third1", "中旬": "third2", "下旬": "third3",
}  # fmt: skip
_DOTTED = re.compile(
    _ERA + r"(?:[./](?P<m>\d{1,2})(?:[./](?P<d>\d{1,2})|月?(?P<part>末日?|[上初中下]旬)|月)?"
    r"(?![\d%])|[./](?P<season>[春夏秋冬]))"
)
_DIGITS = re.compile(
    r"(?<![\d./-])(?P<w>(?:19|20)\d\d)(?P<sep>[./-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d./-])"
)
_FY = re.compile(r"(?<![A-Za-z])FY ?(?P<w>20\d\d)(?!\d)")
_BARE = re.compile(
    r"(?<![A-Za-z0-9.\-/])(?:(?P<r>R) ?(?P<n>\d{1,2})|(?P<h>H)(?P<hn>\d\d))(?![A-Za-z0-9.\-/,])"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_NAMED = rf"(?:(?P<d>\d{{1,2}}) )?(?P<m>{'|'.join(_MONTHS)}) (?:(?P<d2>\d{{1,2}}),)?"
_ENGLISH = re.compile(rf"(?<![A-Za-z0-9.]){_NAMED}(?P<w>(?:19|20)\d\d)(?![\dA-Za-z])")
STARTS = re.compile(
    rf"FY|{ERA_NAMES}|[RHS] ?\d|(?:1[89]|20)\d\d(?!\d)"
    rf"|(?:\d{{1,2}} )?(?:{'|'.join(_MONTHS)}) \d"
)
"""Where a date that names its year may begin."""


class _MonthParts(TypedDict):
    month: int
    day: int | None
    part: str


def read_date(text: str, position: int) -> PrintedDate | None:
    """Return the date that begins at ``position`` of folded text and names its year, or None.

    A year printed in both calendars is one date. Where the two disagree, ``conflict`` says so
    and the first printed counts.
    """
    for read in (_decade, _dotted, _digits, _in_words, _bare, _fy, _english):
        piece = read(text, position)
        if piece is not None and piece.real:
            return piece
    return None


def _in_words(text: str, position: int) -> PrintedDate | None:
    """Read 令和7年度末, 2025年4月1日, 令和4年度(2022年度), 令和4(2022)年度 and their like."""
    first = read_year(text, position)
    return None if first is None else read_rest(text, *first)


def read_rest(text: str, piece: PrintedDate, unit: str) -> PrintedDate | None:
    """Return ``piece``, a year, with its tail and its second notation; None without a unit."""
    if unit:
        piece = read_tail(text, piece)
    twin = _twin(text, piece.end)
    if twin is None:
        return piece if unit else None
    return _merge(text, piece, unit, *twin)


def read_year(text: str, position: int) -> tuple[PrintedDate, str] | None:
    """Read a year and its unit, which may be empty."""
    match = _YEAR.match(text, position)
    if match is None:
        return None
    unit = match["unit"] or ""
    fiscal = unit == "年度"
    if match["w"]:
        year, short, calendar = int(match["w"]), None, WESTERN
    else:
        short = 1 if match["n"] == "元" else int(match["n"])
        year, calendar = western_year(match["era"].strip(), short), ERA
    return PrintedDate(position, match.end(), year, fiscal, calendar=calendar, short=short), unit


def read_tail(text: str, piece: PrintedDate) -> PrintedDate:
    """Return ``piece``, a year, with the month, day or part of the year printed after it."""
    match = MONTH_TAIL.match(text, piece.end)
    if match:
        return replace(piece, end=match.end(), **month_parts(match))
    match = _YEAR_TAIL.match(text, piece.end)
    if match is None:
        return piece
    name = match["part"] or match["part2"]
    part = f"quarter{match['q']}" if match["q"] else _PARTS.get(name, name)
    return replace(piece, end=match.end(), part=part)


def month_parts(match: re.Match[str]) -> _MonthParts:
    """Return month, day and part of a match of `MONTH_TAIL` as fields of a `PrintedDate`."""
    day, part = day_parts(match)
    return _MonthParts(month=int(match["m"]), day=day, part=part)


def day_parts(match: re.Match[str]) -> tuple[int | None, str]:
    """Return (day, part of the month) of a match of `DAY_TAIL` or `MONTH_TAIL`."""
    return int(match["d"]) if match["d"] else None, _PARTS.get(match["part"] or "", "")


def _twin(text: str, position: int) -> tuple[PrintedDate, str] | None:
    """Read the same date once more, in brackets; the piece ends after the bracket."""
    if text[position : position + 1] != "(":
        return None
    inner = read_year(text, position + 1)
    if inner is None:
        return None
    piece, unit = inner
    piece = read_tail(text, piece) if unit else piece
    if text[piece.end : piece.end + 1] != ")":
        return None
    return replace(piece, end=piece.end + 1), unit


def _merge(
    text: str, first: PrintedDate, unit: str, second: PrintedDate, second_unit: str
) -> PrintedDate | None:
    """Make one date of ``first`` and its ``second`` notation, if they are two notations."""
    if first.calendar == second.calendar or not second.real:
        return first if unit else None
    if not unit:
        after = _SECOND_UNIT.match(text, second.end)
        unit = after["unit"] if after else second_unit
        if not unit:
            return None
        first = replace(first, fiscal=unit == "年度")
        second = replace(second, end=after.end() if after else second.end)
    whole = replace(first, end=second.end)
    if first.plain and second.plain:
        units = {unit, second_unit or unit}
        agree = first.year == second.year and len(units) == 1
        whole = read_tail(text, whole)
    elif first.plain:
        whole = replace(whole, month=second.month, day=second.day, part=second.part)
        agree = whole.days == second.days
    elif second.plain:
        agree = (first.days.start.year, first.fiscal) == (second.year, second.fiscal)
    else:
        agree = first.days == second.days
    if agree:
        return whole
    return replace(whole, conflict=f"{text[first.start : first.end]} ≠ {_bare_words(text, second)}")


def _bare_words(text: str, second: PrintedDate) -> str:
    return text[second.start : second.end].strip("()").replace(")", "")


def _dotted(text: str, position: int) -> PrintedDate | None:
    """Read R4.12.24, H29.7, R3.9月末, R3.12月下旬, R4.春."""
    match = _DOTTED.match(text, position)
    if match is None:
        return None
    short = 1 if match["n"] == "元" else int(match["n"])
    year = western_year(match["era"].strip(), short)
    if match["season"]:
        return PrintedDate(position, match.end(), year, part=match["season"], short=short)
    return PrintedDate(position, match.end(), year, short=short, **month_parts(match))


def _digits(text: str, position: int) -> PrintedDate | None:
    """Read 2022.12.24, 2022/12/24, 2022-12-24."""
    match = _DIGITS.match(text, position)
    if match is None:
        return None
    year, month, day = int(match["w"]), int(match["m"]), int(match["d"])
    return PrintedDate(position, match.end(), year, month=month, day=day, calendar=WESTERN)


def _decade(text: str, position: int) -> PrintedDate | None:
    """Read 2020年代, 2020年代早期."""
    match = _DECADE.match(text, position)
    if match is None:
        return None
    part = "decade" + _DECADE_PARTS.get(match["part"] or "", "")
    return PrintedDate(position, match.end(), int(match["w"]), part=part, calendar=WESTERN)


def _bare(text: str, position: int) -> PrintedDate | None:
    """Read R7 or H30 alone."""
    match = _BARE.match(text, position)
    if match is None:
        return None
    short = int(match["n"] or match["hn"])
    return PrintedDate(
        position, match.end(), western_year(match["r"] or match["h"], short), short=short
    )


def _fy(text: str, position: int) -> PrintedDate | None:
    """Read FY2025."""
    match = _FY.match(text, position)
    if match is None:
        return None
    return PrintedDate(position, match.end(), int(match["w"]), fiscal=True, calendar=WESTERN)


def _english(text: str, position: int) -> PrintedDate | None:
    """Read 05 October 2023, October 5, 2023, October 2023."""
    match = _ENGLISH.match(text, position)
    if match is None:
        return None
    month, day = _MONTHS.index(match["m"]) + 1, match["d"] or match["d2"]
    piece = PrintedDate(position, match.end(), int(match["w"]), month=month, calendar=WESTERN)
    return replace(piece, day=int(day)) if day else piece
