"""The dates and ranges of a folded text, one after the other, by what those before fix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from plan_tui.parse.facts import dates_absolute, dates_relative, dates_unresolved
from plan_tui.parse.facts.date_numerals import LIST
from plan_tui.parse.facts.dates_absolute import read_date, read_year
from plan_tui.parse.facts.dates_modality import modality_after, open_end, open_start
from plan_tui.parse.facts.dates_relative import (
    Anchor,
    by_document,
    by_text,
    continuation,
    month_alone,
    within,
)
from plan_tui.parse.facts.dates_unresolved import Bearing, read_unresolved
from plan_tui.parse.facts.parsed_date import ParsedDate, YearNotation
from plan_tui.text.calendar import DateBasis, Days, months
from plan_tui.text.record import record, replaced

_STARTS = re.compile(
    "|".join(kind.STARTS.pattern for kind in (dates_absolute, dates_relative, dates_unresolved))
)
_LINK = re.compile(r"頃?(?:目途)?(?:から|より|[~\-ー])(?:の)?")
_WAVE = re.compile(r"[~\-ー]")
_YEAR_LINK = re.compile(r"[~\-ー・]")
_UNTIL = re.compile(
    r"頃?(?:[)])?(?:まで|迄|にかけ|の間|に至る|に(?![はも])|[をの]?(?:目途|目処|めど)|を?(?:目標|期限))"
)
_DURATION = re.compile(
    r"から(?:の|約|概ね|おおむね)*(?P<n>\d{1,2})(?P<unit>年|[かカヵヶケ箇]年|[かカヵヶケ箇]月)(?P<tail>間|程度|計画|で)?"
)
_LAW_NUMBER = re.compile(r"[^\d、。()]{0,12}第?\d+号")
"""After the year of a law, which gives no year to a month after it."""
_HALF_A_YEAR = 6
_WITHIN_DATE = re.compile(r"(?:頃|まで|中|内)?の[^、。]{0,6}")
"""Between a date and the 早期 that tells when within it, and so has an end."""


@record
class DateMatch:
    """A date or range, and where it stands in the folded text."""

    start: int
    end: int
    """Offset after the date's words."""
    after: int
    """Offset after the words of modality."""
    days: tuple[date | None, date | None]
    """First and last day; None if the words of modality leave that side open, or nobody knows."""
    span: Days | None
    """The days of the date's words alone, never open; None if nobody knows them."""
    basis: DateBasis
    """The unit it was printed in, as in `plan_tui.model.printed_facts.DateMention`."""
    modality: tuple[str, ...]
    """The words after it that say how it binds, one spelling each."""
    last: ParsedDate | None
    """The single date, or the last of the range, to which a later 同年 refers; None if no days
    are known."""
    conflict: str | None
    """The two notations, if it was printed in both calendars and they disagree."""
    inferred: bool = False
    """True if its year or month is not printed with it."""
    bearing: Bearing | None = None
    """Which way it points, if no days are known."""


class DateReader:
    """Iterates over the dates of one text, and remembers the last, to which 同年 or 10月 refers."""

    def __init__(self, text: str, dated: date, earlier: Anchor | None) -> None:
        """Read folded ``text``.

        ``dated`` is the document's day, by which 今年度 is known; ``earlier`` the last date of
        the text before.
        """
        self._text = text
        self._dated = dated
        self._anchor = earlier
        self._month_anchor: Anchor | None = None  # for a month alone, only from this text
        self._last: ParsedDate | None = None

    def __iter__(self) -> Iterator[DateMatch]:
        position = 0
        while start := _STARTS.search(self._text, position):
            match = self._match(start.start()) or self._unresolved(start.start())
            position = match.end if match else start.start() + 1
            if match:
                yield match
                self._remember(match)

    def _remember(self, match: DateMatch) -> None:
        if match.last is None:
            return
        self._last, self._anchor = match.last, Anchor.of(match.last)
        if not _LAW_NUMBER.match(self._text, match.end):
            self._month_anchor = self._anchor

    def _match(self, position: int) -> DateMatch | None:
        """Return the date or range that begins at ``position``, if one does."""
        first = self._first_year(position) or self._date(position, None)
        if first is None:
            return None
        last = self._range_end(first) or first
        span = Days(first.days.start, last.days.end)
        basis = DateBasis.RANGE if last is not first else first.basis
        conflict, end = first.conflict or last.conflict, last.end
        duration = self._duration(first) if last is first else None
        if duration:
            end, span, basis = duration[0], Days(first.days.start, duration[1]), DateBasis.RANGE
        elif last is not first:
            end, conflict = self._second_notation(first, end, span, conflict)
        modality, after = modality_after(self._text, self._binding(end))
        return DateMatch(
            position,
            end,
            after,
            _bounds(span, modality, basis),
            span,
            basis,
            modality,
            replaced(last, conflict=None),
            conflict,
            inferred=first.calendar is YearNotation.IMPLIED,
        )

    def _unresolved(self, position: int) -> DateMatch | None:
        """Return the statement of time without known days at ``position``, if one begins there."""
        time = read_unresolved(self._text, position)
        if time is None or (self._last and self._tells_when_within(position, self._last)):
            return None
        words, after = modality_after(self._text, time.end)
        basis, unknown = DateBasis.UNRESOLVED, (None, None)
        return DateMatch(
            position, time.end, after, unknown, None, basis, words, None, None, bearing=time.bearing
        )

    def _tells_when_within(self, position: int, before: ParsedDate) -> bool:
        """Return whether the words at ``position`` tell when within the last date."""
        return _WITHIN_DATE.fullmatch(self._text, before.end, position) is not None

    def _date(self, position: int, before: ParsedDate | None) -> ParsedDate | None:
        """Read the single date at ``position``; ``before`` is the first date of its range."""
        text = self._text
        parsed = read_date(text, position) or by_document(text, position, self._dated)
        anchor = Anchor.of(before) if before else self._anchor
        parsed = parsed or within(text, position, self._dated, before or self._last)
        if parsed is None and anchor:
            parsed = by_text(text, position, anchor)
        if parsed is None:
            parsed = self._month(position, before)
        if parsed is None and before is None and self._last:
            listed = text.startswith("同", position) or self._is_listed(position)
            before = self._last if listed else None
        if parsed is None and before is not None:
            parsed = continuation(text, position, before)
        return parsed if parsed and parsed.real else None

    def _is_listed(self, position: int) -> bool:
        """Return whether only a conjunction stands between the last date and ``position``."""
        assert self._last is not None
        return LIST.fullmatch(self._text, self._last.end, position) is not None

    def _month(self, position: int, before: ParsedDate | None) -> ParsedDate | None:
        """Read a month alone; without a year in the same text it is no date."""
        anchor = Anchor.of(before) if before else self._month_anchor
        month = month_alone(self._text, position, anchor) if anchor else None
        farthest = 12
        if month and before is None and self._last and self._is_listed(position):
            before, farthest = self._last, _HALF_A_YEAR  # of a list, the nearer of the two ways
        if month is None or before is None or not before.month or month.fiscal:
            return month
        ahead = (month.month or 0) - (Anchor.of(before).month or 0)
        next_year = ahead < 0 and ahead + 12 < farthest
        return replaced(month, year=month.year + 1) if next_year else month

    def _first_year(self, position: int) -> ParsedDate | None:
        """Read the 令和5 of 令和5~7年度 or 令和4・5年度, whose unit follows the second year."""
        year = read_year(self._text, position)
        if year is None or year[1]:
            return None
        link = _YEAR_LINK.match(self._text, year[0].end)
        if link is None:
            return None
        second = read_date(self._text, link.end()) or continuation(self._text, link.end(), year[0])
        if second is None or second.year <= year[0].year:
            return None
        return replaced(year[0], fiscal=second.fiscal)

    def _range_end(self, first: ParsedDate) -> ParsedDate | None:
        """Return the last date of the range that begins with ``first``, if one does."""
        link = _LINK.match(self._text, first.end)
        if link is None:
            return None
        last = self._date(link.end(), first)
        if last is None or last.days.end <= first.days.start:
            return None
        if not _WAVE.search(link.group()) and not _UNTIL.match(self._text, self._binding(last.end)):
            return None
        return last

    def _binding(self, end: int) -> int:
        """Return where the words begin that bind a date which ends at ``end``: the 内 of 年度内."""
        return end - self._text.endswith("内", 0, end)

    def _duration(self, first: ParsedDate) -> tuple[int, date] | None:
        """Return (end offset, last day) of a date with a duration: 2026年度から4年間."""
        match = _DURATION.match(self._text, first.end)
        if match is None or (match["unit"] == "年" and match["tail"] not in ("間", "程度", "計画")):
            return None
        end = match.end() - (len(match["tail"] or "") if match["tail"] != "間" else 0)
        count = int(match["n"]) * (1 if match["unit"].endswith("月") else 12)
        start = first.days.start
        if start.day == 1:
            return end, months(start.year, start.month, count).end
        last_month = months(start.year, start.month, count + 1).end.replace(day=1)
        return end, last_month + timedelta(days=start.day - 2)

    def _second_notation(
        self, first: ParsedDate, end: int, span: Days, conflict: str | None
    ) -> tuple[int, str | None]:
        """Return (end offset, conflict) with the same range in the other calendar, in brackets.

        ``end`` is the offset after the range that begins with ``first`` and covers ``span``.
        """
        text = self._text
        if text[end : end + 1] != "(" or not _STARTS.match(text, end + 1):
            return end, conflict
        other_first = self._first_year(end + 1) or self._date(end + 1, None)
        other_last = self._range_end(other_first) if other_first else None
        if other_first is None or other_last is None:
            return end, conflict
        calendars = {first.calendar, other_first.calendar}
        closed = text[other_last.end : other_last.end + 1] == ")"
        if not closed or YearNotation.IMPLIED in calendars or len(calendars) == 1:
            return end, conflict
        if Days(other_first.days.start, other_last.days.end) != span:
            conflict = f"{text[first.start : end]} ≠ {text[end + 1 : other_last.end]}"
        return other_last.end + 1, conflict


def _bounds(
    span: Days, modality: tuple[str, ...], basis: DateBasis
) -> tuple[date | None, date | None]:
    """Return the first and the last day of ``span``, None where ``modality`` leaves it open."""
    if open_start(modality):
        return None, span.end
    return span.start, None if open_end(modality) and basis is not DateBasis.RANGE else span.end
