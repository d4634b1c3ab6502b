"""The dates of a text: single dates and ranges, in either calendar, with how they bind.

A mention is always words of the text: ``text[m.offset:][:len(m.text)]`` is ``m.text``. No dates
are law and article numbers, counts and durations (4年間, 365日, 24時間), a yearly 9月 and a
number without a unit such as 2025.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from plan_tui.model.enums import TextPlace
from plan_tui.model.printed_facts import DateMention
from plan_tui.parse.facts.date_numerals import readable
from plan_tui.parse.facts.date_reader import DateMatch, DateReader
from plan_tui.parse.facts.dates_relative import Anchor
from plan_tui.parse.facts.target_rule import DateInText, is_target
from plan_tui.text.calendar import DateBasis, fiscal_year_of
from plan_tui.text.compact import Compact


@dataclass(frozen=True, slots=True)
class DateContext:
    """What the year of a relative date, and whether a date is a target, depends on."""

    dated: str
    """The document's date, ISO: it decides 本年, 今年度, 来年, 今春, 次期通常国会."""
    kind: TextPlace = TextPlace.TEXT
    """What the text is."""
    earlier: Anchor | None = None
    """The last date of earlier text of the same paragraph, for 同年 and the like."""

    def after(self, mentions: Iterable[DateMention]) -> DateContext:
        """Return the context for text that goes on after ``mentions``."""
        anchors = [anchor for mention in mentions if (anchor := _anchor(mention))]
        return replace(self, earlier=anchors[-1]) if anchors else self


def find_dates(text: str, context: DateContext) -> tuple[DateMention, ...]:
    """Return the dates of ``text`` (clean text), in printed order.

    A range, and a date printed in both calendars, is one mention; `ParsedDate.days` says which
    days a part of a year or a month covers.

    Raises:
        ValueError: ``context.dated`` is not an ISO date.

    """
    compact = readable(text)
    dated = date.fromisoformat(context.dated)
    return tuple(
        _mention(compact, match, dated, context.kind)
        for match in DateReader(compact.text, dated, context.earlier)
    )


def _mention(compact: Compact, match: DateMatch, dated: date, kind: TextPlace) -> DateMention:
    offset, words = compact.span(match.start, match.end)
    start, end = (day.isoformat() if day else None for day in match.days)
    in_text = DateInText(
        compact.text, match.start, match.end, match.after, *match.span, match.modality
    )
    return DateMention(
        words,
        offset,
        start,
        end,
        match.basis,
        " ".join(match.modality) or None,
        is_target(in_text, dated, kind),
        match.conflict,
    )


def _anchor(mention: DateMention) -> Anchor | None:
    """Return the anchor that a mention is for later dates; None if both of its sides are open."""
    iso_day = mention.end or mention.start
    if iso_day is None:
        return None
    day = date.fromisoformat(iso_day)
    if mention.basis is DateBasis.FISCAL_YEAR:
        return Anchor(fiscal_year_of(day), True)
    if mention.basis in (DateBasis.MONTH, DateBasis.DAY):
        return Anchor(
            day.year, False, day.month, day.day if mention.basis is DateBasis.DAY else None
        )
    return Anchor(day.year, False)
