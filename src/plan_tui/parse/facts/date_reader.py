"""Dates and ranges of folded text, one after the other, each with what it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plan_tui.parse.facts import dates_absolute, dates_relative
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
from plan_tui.parse.facts.printed_date import IMPLIED, PrintedDate
from plan_tui.text.calendar import DateBasis, Days, months

_STARTS = re.compile(rf"{dates_absolute.STARTS.pattern}|{dates_relative.STARTS.pattern}")
_LINK = re.compile(r"頃?(?:目途)?(?:から|より|[~\-ー])(?:の)?")
_WAVE = re.compile(r"[~\-ー]")
_UNTIL = re.compile(r"頃?(?:[)])?(?:まで|迄|にかけ|の間|に至る|に(?![はも]))")
_LASTING = re.compile(
    r"から(?:の|約|概ね|おおむね)*(?P<n>\d{1,2})(?P<unit>年|[かカヵヶケ箇]年|[かカヵヶケ箇]月)(?P<tail>間|程度|計画|で)?"
)
_LAW_NUMBER = re.compile(r"[^\d、。()]{0,12}第?\d+号")
"""After the year of a law, which gives no year to a month after it."""
_LIST = re.compile(r"(?:[・、,と]|及び|又は|並びに)$")


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date or range, and where it stands in the folded text."""

    start: int
    end: int
    after: int
    """After the words of modality."""
    days: tuple[date | None, date | None]
    """First and last day; None if open."""
    span: Days
    """The days of the words alone, never open."""
    basis: DateBasis
    modality: tuple[str, ...]
    last: PrintedDate
    """What a date after it refers to."""
    conflict: str | None


class DateReader:
    """Goes through one text and remembers the last date, to which 同年 or 10月 refers."""

    def __init__(self, text: str, dated: date, earlier: Anchor | None) -> None:
        self._text = text
        self._dated = dated
        self._anchor = earlier
        self._months_anchor: Anchor | None = None
        self._last: PrintedDate | None = None

    def __iter__(self) -> Iterator[DateMatch]:
        position = 0
        while start := _STARTS.search(self._text, position):
            found = self._found(start.start())
            position = found.end if found else start.start() + 1
            if found:
                yield found
                self._remember(found)

    def _remember(self, found: DateMatch) -> None:
        self._last, self._anchor = found.last, Anchor.of(found.last)
        if not _LAW_NUMBER.match(self._text, found.end):
            self._months_anchor = self._anchor

    def _found(self, position: int) -> DateMatch | None:
        piece = self._shortened(position) or self._one(position, None)
        if piece is None:
            return None
        last = self._second(piece) or piece
        span = Days(piece.days.start, last.days.end)
        basis = DateBasis.RANGE if last is not piece else piece.basis
        conflict, end = piece.conflict or last.conflict, last.end
        lasting = self._lasting(piece) if last is piece else None
        if lasting:
            end, span, basis = lasting[0], Days(piece.days.start, lasting[1]), DateBasis.RANGE
        elif last is not piece:
            end, conflict = self._second_notation(piece, end, span, conflict)
        words, after = modality_after(self._text, end)
        first, final = span
        before = open_start(words)
        return DateMatch(
            position,
            end,
            after,
            (
                None if before else first,
                None if open_end(words) and not before and basis is not DateBasis.RANGE else final,
            ),
            span,
            basis,
            words,
            replace(last, conflict=None),
            conflict,
        )

    def _one(self, position: int, before: PrintedDate | None) -> PrintedDate | None:
        """Read one date; ``before`` is the date that a shortened one goes on from."""
        text = self._text
        piece = read_date(text, position) or by_document(text, position, self._dated)
        anchor = Anchor.of(before) if before else self._anchor
        piece = piece or within(text, position, self._dated, before or self._last)
        if piece is None and anchor:
            piece = by_text(text, position, anchor)
        if piece is None:
            piece = self._month(position, before)
        if piece is None and before is None and self._last and self._listed(position):
            before = self._last
        if piece is None and before is not None:
            piece = continuation(text, position, before)
        return piece if piece and piece.real else None

    def _listed(self, position: int) -> bool:
        assert self._last is not None
        between = self._text[self._last.end : position]
        return bool(_LIST.fullmatch(between))

    def _month(self, position: int, before: PrintedDate | None) -> PrintedDate | None:
        """Read a month alone; without a year in the same text it stays unread."""
        anchor = Anchor.of(before) if before else self._months_anchor
        piece = month_alone(self._text, position, anchor) if anchor else None
        if piece is None or before is None or not before.month or piece.fiscal:
            return piece
        turned = (piece.month or 0) < (Anchor.of(before).month or 0)
        return replace(piece, year=piece.year + 1) if turned else piece

    def _shortened(self, position: int) -> PrintedDate | None:
        """Read the 令和5 of 令和5~7年度 or 令和4・5年度, whose unit comes with the second year."""
        year = read_year(self._text, position)
        if year is None or year[1]:
            return None
        link = re.compile(r"[~\-ー・]").match(self._text, year[0].end)
        if link is None:
            return None
        second = read_date(self._text, link.end()) or continuation(self._text, link.end(), year[0])
        if second is None or second.year <= year[0].year:
            return None
        return replace(year[0], fiscal=second.fiscal)

    def _second(self, piece: PrintedDate) -> PrintedDate | None:
        """Return the end of the range that begins with ``piece``, if it is one."""
        link = _LINK.match(self._text, piece.end)
        if link is None:
            return None
        last = self._one(link.end(), piece)
        if last is None or last.days.end <= piece.days.start:
            return None
        if not _WAVE.search(link.group()) and not _UNTIL.match(self._text, last.end):
            return None
        return last

    def _lasting(self, piece: PrintedDate) -> tuple[int, date] | None:
        """Return (end, last day) of 2026年度から4年間."""
        match = _LASTING.match(self._text, piece.end)
        if match is None or (match["unit"] == "年" and match["tail"] not in ("間", "程度", "計画")):
            return None
        end = match.end() - (len(match["tail"] or "") if match["tail"] != "間" else 0)
        count = int(match["n"]) * (1 if match["unit"].endswith("月") else 12)
        first = piece.days.start
        if first.day == 1:
            return end, months(first.year, first.month, count).end
        month = months(first.year, first.month, count + 1).end.replace(day=1)
        return end, month + timedelta(days=first.day - 2)

    def _second_notation(
        self, piece: PrintedDate, end: int, span: Days, conflict: str | None
    ) -> tuple[int, str | None]:
        """Take in a range in brackets that says the same in the other calendar."""
        text = self._text
        if text[end : end + 1] != "(" or not _STARTS.match(text, end + 1):
            return end, conflict
        first = self._shortened(end + 1) or self._one(end + 1, None)
        last = self._second(first) if first else None
        if first is None or last is None or text[last.end : last.end + 1] != ")":
            return end, conflict
        if IMPLIED in (first.calendar, piece.calendar) or first.calendar == piece.calendar:
            return end, conflict
        if Days(first.days.start, last.days.end) != span:
            conflict = f"{text[piece.start : end]} ≠ {text[end + 1 : last.end]}"
        return last.end + 1, conflict
