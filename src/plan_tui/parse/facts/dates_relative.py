"""Dates relative to another: to the document's (今年度, 来春) or the last (同年10月)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from plan_tui.parse.facts.dates_absolute import (
    DAY_TAIL,
    MONTH_TAIL,
    NOT_IN_NUMBER,
    PARTS,
    day_parts,
    month_parts,
    read_rest,
    read_tail,
    with_last_day,
)
from plan_tui.parse.facts.parsed_date import ParsedDate, YearNotation
from plan_tui.text.calendar import SEASONS, fiscal_year_of, month_of, months
from plan_tui.text.record import record, replaced
from plan_tui.text.tokens import CONJUNCTIONS

_NO_KANJI = r"(?<![\u4e00-\u9fff])"
_BY_DOCUMENT = re.compile(
    _NO_KANJI + r"(?:(?P<word>再来|一昨|[今本来昨])(?P<unit>年度|年)"
    r"|(?P<near>[今来昨])(?P<season>[春夏秋冬])(?![\u4e00-\u9fff])"
    r"|(?P<month>[今本来])月(?!額))"
)
_WITHIN = re.compile(
    r"(?<![\u4e00-\u9fffァ-ヶ\dA-Za-z〇○◯●×かの)%])(?P<unit>年度|年)"
    r"(?:内(?![閣外部容訳側])|(?=末(?:まで|迄|を?目途)))"
)
_UNITS_AHEAD = {"一昨": -2, "昨": -1, "今": 0, "本": 0, "来": 1, "再来": 2}
"""How many years (of 今月, 来月: months) a word lies ahead of the document's date."""
_BY_TEXT = re.compile(
    _NO_KANJI + r"(?:(?P<word>同|翌々?|前)(?P<unit>年度|年(?!度))(?![齢代輩比同次])"
    r"|同(?P<month>月)|同(?P<day>日)"
    r"|(?P<next>翌々?)(?:(?P<m>\d{1,2})?月|(?P<d>\d{1,2})?日(?!間))"
    r"|翌(?P<season>[春夏秋冬])(?![\u4e00-\u9fff]))"
)
_STEPS_FROM_ANCHOR = {"前": -1, "同": 0, "翌": 1, "翌々": 2}
_MONTH_ALONE = re.compile(NOT_IN_NUMBER + r"(?<![/第])(?<![毎各例]年)(?<!毎年度)")
_YEARLY = re.compile(r"(?:毎年|各年|例年|年ごと)[^。]*$")
"""What makes a later month of the sentence a yearly one, which is no date."""
_YEARLY_REACH = 30
"""Characters before a month in which 毎年 makes it a yearly one: about a clause. No month in the
sources stands after such a word."""
_NUMBER = re.compile(r"同?(?!00?(?!\d))(?P<n>\d{1,2})両?(?P<unit>年度|年(?![間以代目]))")
_DAY = re.compile(r"(?P<d>\d{1,2})日(?!間)")
_LATER_PART = re.compile(
    r"(?P<part>春(?!日)|夏|秋(?!田)|冬|[上下]半?期|[前後]半(?!期)|[前後]期|[上中下]旬)|第?(?P<q>[1-4])・?四半期"
)
"""A part of a year or month that goes on from one before it."""
_CONJUNCTION_ENDS = "".join({word[-1]: "" for word in CONJUNCTIONS.split("|")})
STARTS = re.compile(
    r"[今本来昨同翌前再一][年月日春夏秋冬来昨々]|\d{1,2}両?[年月日]|年度?[内末]|翌々?\d|第[1-4]・?四|同\d{1,2}年"
    rf"|(?<=[・、,と{_CONJUNCTION_ENDS}])(?:[上中下]旬|[上下]半?期(?![待間])|[前後]半|[春夏秋冬](?![一-龥]))"
)
"""Where a date without its year may begin."""


@record
class Anchor:
    """The date that a later 同年 or a month alone refers to."""

    year: int
    fiscal: bool
    """True if ``year`` is a fiscal year and no month is known."""
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, parsed: ParsedDate) -> Anchor:
        """Return the anchor that ``parsed`` is for the dates after it."""
        if parsed.month:
            year, month = month_of(parsed.year, parsed.month, fiscal=parsed.fiscal)
            return cls(year, False, month, parsed.day)
        return cls(parsed.year, parsed.fiscal)

    def year_in(self, *, fiscal: bool) -> int:
        """Return the year as a calendar or a fiscal year."""
        if fiscal and self.month:
            return fiscal_year_of(date(self.year, self.month, 1))
        return self.year


def by_document(text: str, position: int, dated: date) -> ParsedDate | None:
    """Read 今年度, 本年, 来年, 昨年, 今春, 今月 by the document's date."""
    match = _BY_DOCUMENT.match(text, position)
    if match is None:
        return None
    parsed = ParsedDate(position, match.end(), dated.year, calendar=YearNotation.IMPLIED)
    if match["season"]:
        return replaced(parsed, year=dated.year + _UNITS_AHEAD[match["near"]], part=match["season"])
    if match["month"]:
        months = dated.month - 1 + _UNITS_AHEAD[match["month"]]  # since January
        month = replaced(parsed, year=dated.year + months // 12, month=months % 12 + 1)
        return _with_day(text, month)
    fiscal = match["unit"] == "年度"
    year = (fiscal_year_of(dated) if fiscal else dated.year) + _UNITS_AHEAD[match["word"]]
    return read_rest(text, replaced(parsed, year=year, fiscal=fiscal), match["unit"])


def within(text: str, position: int, dated: date, earlier: ParsedDate | None) -> ParsedDate | None:
    """Read 年度内 or 年末まで alone: of the document's year, or of a later one in the sentence.

    Its 内 belongs to it: 年度 alone is no date. ``earlier`` is the last date of the text, which
    counts if it stands in the same sentence.
    """
    match = _WITHIN.match(text, position)
    if match is None or _YEARLY.search(text, max(0, position - _YEARLY_REACH), position):
        return None
    fiscal = match["unit"] == "年度"
    year = fiscal_year_of(dated) if fiscal else dated.year
    if earlier and text.find("。", earlier.end, position) < 0:
        year = max(year, Anchor.of(earlier).year_in(fiscal=fiscal))
    parsed = ParsedDate(position, match.end(), year, fiscal, calendar=YearNotation.IMPLIED)
    return read_tail(text, parsed)


def by_text(text: str, position: int, anchor: Anchor) -> ParsedDate | None:
    """Read 同年, 翌年度, 前年度, 同月, 同日, 翌春 by ``anchor``, the date before it."""
    match = _BY_TEXT.match(text, position)
    if match is None or text.endswith("対", 0, position):
        return None
    parsed = ParsedDate(position, match.end(), anchor.year, calendar=YearNotation.IMPLIED)
    if match["unit"]:
        fiscal = match["unit"] == "年度"
        year = anchor.year_in(fiscal=fiscal) + _STEPS_FROM_ANCHOR[match["word"]]
        return read_rest(text, replaced(parsed, year=year, fiscal=fiscal), match["unit"])
    if match["next"]:
        return _following(text, match, parsed, anchor)
    if match["season"]:
        later = anchor.month is not None and anchor.month < SEASONS[match["season"]]
        return replaced(parsed, year=anchor.year + (not later), part=match["season"])
    if anchor.month is None or (match["day"] and anchor.day is None):
        return None
    if match["day"]:
        return replaced(parsed, month=anchor.month, day=anchor.day)
    return _with_day(text, replaced(parsed, month=anchor.month))


def _following(
    text: str, match: re.Match[str], parsed: ParsedDate, anchor: Anchor
) -> ParsedDate | None:
    """Read 翌月, 翌１月, 翌日, 翌28日: the first such month or day after the date before."""
    if anchor.month is None:
        return None
    ahead = _STEPS_FROM_ANCHOR[match["next"]]
    if match.group().endswith("月"):
        month = int(match["m"]) if match["m"] else (anchor.month - 1 + ahead) % 12 + 1
        year = anchor.year + (month <= anchor.month)
        return _with_day(text, replaced(parsed, year=year, month=month))
    if anchor.day is None:
        return None
    before = date(anchor.year, anchor.month, anchor.day)
    after = before + timedelta(days=ahead)
    if match["d"]:
        day = int(match["d"])
        if day > before.day:
            return replaced(parsed, month=before.month, day=day)
        after = months(before.year, before.month, 2).end
        return replaced(parsed, year=after.year, month=after.month, day=day)
    return replaced(parsed, year=after.year, month=after.month, day=after.day)


def _with_day(text: str, parsed: ParsedDate) -> ParsedDate:
    """Return ``parsed``, a month such as 同月, with the day or the part of it after it."""
    match = DAY_TAIL.match(text, parsed.end)
    if match is None or match.end() == parsed.end:
        return parsed
    day, part = day_parts(match)
    return replaced(parsed, end=match.end(), day=day, part=part)


def is_yearly(text: str, position: int) -> bool:
    """Return whether a month at ``position`` is of every year (毎年９月), or part of a number."""
    if not _MONTH_ALONE.match(text, position):
        return True
    return _YEARLY.search(text, max(0, position - _YEARLY_REACH), position) is not None


def month_alone(text: str, position: int, anchor: Anchor) -> ParsedDate | None:
    """Read 10月, 10月1日, 10月末 in the year of ``anchor``, the date before it."""
    match = MONTH_TAIL.match(text, position)
    if match is None or match.group().startswith("の") or is_yearly(text, position):
        return None
    year = ParsedDate(
        position, match.end(), anchor.year, anchor.fiscal, calendar=YearNotation.IMPLIED
    )
    return replaced(year, **month_parts(match))


def continuation(text: str, position: int, before: ParsedDate) -> ParsedDate | None:
    """Read a date shortened after ``before``: the 7年度 of 令和5~7年度, the 30日 of 4月1日~30日."""
    part = _part_after(text, position, before)
    if part:
        return part
    match = _DAY.match(text, position)
    if match and before.day:
        return replaced(
            before,
            start=position,
            end=match.end(),
            day=int(match["d"]),
            calendar=YearNotation.IMPLIED,
            conflict=None,
        )
    match = _NUMBER.match(text, position)
    if match is None:
        return None
    number = int(match["n"])
    if before.calendar is YearNotation.ERA and before.era_year is not None:
        year = before.year - before.era_year + number
    elif before.calendar is YearNotation.WESTERN and len(match["n"]) == 2:
        year = before.year // 100 * 100 + number
    else:
        return None
    fiscal = match["unit"] == "年度"
    era_year = number if before.calendar is YearNotation.ERA else None
    parsed = ParsedDate(
        position, match.end(), year, fiscal, calendar=before.calendar, era_year=era_year
    )
    return read_tail(text, parsed)


def _part_after(text: str, position: int, before: ParsedDate) -> ParsedDate | None:
    """Read the part of a year or month that ends a range begun by one: the 冬 of 秋から冬."""
    match = _LATER_PART.match(text, position)
    if match is None:
        return None
    part = f"quarter{match['q']}" if match["q"] else PARTS.get(match["part"], match["part"])
    if _kind_of_part(part) != _kind_of_part(before.part):
        return None
    year = before.year
    if part in SEASONS and SEASONS[part] < SEASONS[before.part]:
        year += 1
    later = replaced(
        before,
        start=position,
        end=match.end(),
        year=year,
        part=part,
        calendar=YearNotation.IMPLIED,
        conflict=None,
    )
    return with_last_day(text, later)


def _kind_of_part(part: str) -> str:
    """Return ``season``, ``half``, ``quarter``, ``third`` … for a part of a year or month."""
    return "season" if part in SEASONS else part.removesuffix("-end").rstrip("1234")
