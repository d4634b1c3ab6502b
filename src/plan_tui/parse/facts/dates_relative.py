"""Dates whose year stands elsewhere: 同年10月, 今年度, 次期通常国会, a month or day alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from plan_tui.parse.facts.dates_absolute import (
    DAY_TAIL,
    MONTH_TAIL,
    day_parts,
    month_parts,
    read_rest,
    read_tail,
)
from plan_tui.parse.facts.printed_date import ERA, IMPLIED, WESTERN, PrintedDate
from plan_tui.text.calendar import fiscal_year_of, month_of

_NO_KANJI = r"(?<![\u4e00-\u9fff])"
_BY_DOCUMENT = re.compile(
    _NO_KANJI + r"(?:(?P<word>再来|一昨|[今本来昨])(?P<unit>年度|年)"
    r"|(?P<near>[今来昨])(?P<season>[春夏秋冬])(?![\u4e00-\u9fff])"
    r"|(?P<month>[今本来])月(?!額)"
    r"|(?P<diet>今|本|次期|次の)(?:通常|(?P<extra>臨時))国会)"
)
_WITHIN = re.compile(
    r"(?<![\u4e00-\u9fffァ-ヶ\dかの)%])(?P<unit>年度|年)(?=内(?![閣外部容訳側])|末(?:まで|迄|を?目途))"
)
_SHIFT = {"一昨": -2, "昨": -1, "今": 0, "本": 0, "来": 1, "再来": 2, "次期": 1, "次の": 1}
_AUTUMN_OVER = 10
"""From this month on, the next extraordinary session is that of the next year."""
_BY_TEXT = re.compile(
    _NO_KANJI
    + r"(?:(?P<word>同|翌々?|前)(?P<unit>年度|年)(?![齢代輩比同次])|同(?P<month>月)|同(?P<day>日))"
)
_STEP = {"前": -1, "同": 0, "翌": 1, "翌々": 2}
_MONTH_ALONE = re.compile(r"(?<![\d./,第])(?<![毎各例]年)(?<!毎年度)")
_YEARLY = re.compile(r"(?:毎年|各年|例年|年ごと)[^。]*$")
"""A month after it comes every year and is no date."""
_NUMBER = re.compile(r"(?P<n>\d{1,2})(?P<unit>年度|年(?![間以代目]))")
_DAY = re.compile(r"(?P<d>\d{1,2})日(?!間)")
STARTS = re.compile(
    r"[今本来昨同翌前次再一][年月日春夏秋冬来昨期の通臨々]|\d{1,2}[年月日]|年度?[内末]"
)
"""Where a date without its year may begin."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that a later 同年 or a month alone refers to."""

    year: int
    fiscal: bool
    """True if ``year`` is a fiscal year and no month is known."""
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, piece: PrintedDate) -> Anchor:
        """Return what ``piece`` fixes for the dates after it."""
        if piece.month:
            year, month = month_of(piece.year, piece.month, fiscal=piece.fiscal)
            return cls(year, False, month, piece.day)
        return cls(piece.year, piece.fiscal)

    def year_in(self, *, fiscal: bool) -> int:
        """Return the year as a calendar or a fiscal year."""
        if fiscal and self.month:
            return fiscal_year_of(date(self.year, self.month, 1))
        return self.year


def by_document(text: str, position: int, dated: date) -> PrintedDate | None:
    """Read 今年度, 本年, 来年, 昨年, 今春, 今月, 次期通常国会 by the document's date.

    An ordinary session of the Diet (通常国会) is convened in January, an extraordinary one
    (臨時国会) as a rule in autumn: each stands for its year.
    """
    match = _BY_DOCUMENT.match(text, position)
    if match is None:
        return None
    piece = PrintedDate(position, match.end(), dated.year, calendar=IMPLIED)
    if match["diet"]:
        still_to_come = match["extra"] and dated.month < _AUTUMN_OVER
        return replace(piece, year=dated.year + (0 if still_to_come else _SHIFT[match["diet"]]))
    if match["season"]:
        return replace(piece, year=dated.year + _SHIFT[match["near"]], part=match["season"])
    if match["month"]:
        ahead = dated.month - 1 + _SHIFT[match["month"]]
        month = replace(piece, year=dated.year + ahead // 12, month=ahead % 12 + 1)
        return _with_day(text, month)
    fiscal = match["unit"] == "年度"
    year = (fiscal_year_of(dated) if fiscal else dated.year) + _SHIFT[match["word"]]
    return read_rest(text, replace(piece, year=year, fiscal=fiscal), match["unit"])


def within(
    text: str, position: int, dated: date, earlier: PrintedDate | None
) -> PrintedDate | None:
    """Read 年度内 or 年末まで alone: of the document's year, or a later one of the sentence."""
    match = _WITHIN.match(text, position)
    if match is None or _YEARLY.search(text, max(0, position - 30), position):
        return None
    fiscal = match["unit"] == "年度"
    year = fiscal_year_of(dated) if fiscal else dated.year
    if earlier and "。" not in text[earlier.end : position]:
        year = max(year, Anchor.of(earlier).year_in(fiscal=fiscal))
    piece = PrintedDate(position, match.end(), year, fiscal, calendar=IMPLIED)
    return read_tail(text, piece)


def by_text(text: str, position: int, anchor: Anchor) -> PrintedDate | None:
    """Read 同年, 翌年度, 前年度, 同月, 同日 by the date before it."""
    match = _BY_TEXT.match(text, position)
    if match is None or text[:position].endswith("対"):
        return None
    piece = PrintedDate(position, match.end(), anchor.year, calendar=IMPLIED)
    if match["unit"]:
        fiscal = match["unit"] == "年度"
        year = anchor.year_in(fiscal=fiscal) + _STEP[match["word"]]
        return read_rest(text, replace(piece, year=year, fiscal=fiscal), match["unit"])
    if anchor.month is None or (match["day"] and anchor.day is None):
        return None
    if match["day"]:
        return replace(piece, month=anchor.month, day=anchor.day)
    return _with_day(text, replace(piece, month=anchor.month))


def _with_day(text: str, piece: PrintedDate) -> PrintedDate:
    """Return ``piece``, a month such as 同月, with the day or the part of it after it."""
    match = DAY_TAIL.match(text, piece.end)
    if match is None or match.end() == piece.end:
        return piece
    day, part = day_parts(match)
    return replace(piece, end=match.end(), day=day, part=part)


def month_alone(text: str, position: int, anchor: Anchor) -> PrintedDate | None:
    """Read 10月, 10月1日, 10月末 in the year of the date before it."""
    match = MONTH_TAIL.match(text, position)
    if match is None or match.group().startswith("の") or not _MONTH_ALONE.match(text, position):
        return None
    if _YEARLY.search(text, max(0, position - 30), position):
        return None
    year = PrintedDate(position, match.end(), anchor.year, anchor.fiscal, calendar=IMPLIED)
    return replace(year, **month_parts(match))


def continuation(text: str, position: int, before: PrintedDate) -> PrintedDate | None:
    """Read what goes on from ``before``: the 7年度 of 令和5~7年度, the 30日 of 4月1日~30日."""
    match = _DAY.match(text, position)
    if match and before.day:
        return replace(before, start=position, end=match.end(), day=int(match["d"]), conflict=None)
    match = _NUMBER.match(text, position)
    if match is None:
        return None
    number = int(match["n"])
    if before.calendar == ERA and before.short is not None:
        year = before.year - before.short + number
    elif before.calendar == WESTERN and len(match["n"]) == 2:
        year = before.year // 100 * 100 + number
    else:
        return None
    fiscal = match["unit"] == "年度"
    short = number if before.calendar == ERA else None
    piece = PrintedDate(position, match.end(), year, fiscal, calendar=before.calendar, short=short)
    return read_tail(text, piece)
