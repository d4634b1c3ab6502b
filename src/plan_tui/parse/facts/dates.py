"""The dates of a text: single dates and ranges, in either calendar, with how they bind.

A mention is always words of the text: ``text[m.offset:][:len(m.text)]`` is ``m.text``. No dates
are law and article numbers, counts and durations (4年間, 365日, 24時間), a yearly 9月 and a
number without a unit such as 2025.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from plan_tui.model.enums import TextPlace
from plan_tui.model.printed_facts import DateMention
from plan_tui.parse.facts.clause_modality import PlacedDate, aims_after, is_list
from plan_tui.parse.facts.date_numerals import readable
from plan_tui.parse.facts.date_reader import DateMatch, DateReader
from plan_tui.parse.facts.dates_modality import modality_before
from plan_tui.parse.facts.dates_relative import Anchor
from plan_tui.parse.facts.target_rule import DateInText, is_target, is_unresolved_target
from plan_tui.text.calendar import DateBasis, fiscal_year_of
from plan_tui.text.compact import Compact
from plan_tui.text.numerals import fold_in_place
from plan_tui.text.record import record, replaced


@record
class DateContext:
    """What the year of a relative date, and whether a date is a target, depends on."""

    dated: str
    """The document's date, ISO: it decides 本年, 今年度, 来年, 今春."""
    kind: TextPlace = TextPlace.TEXT
    """What the text is."""
    earlier: Anchor | None = None
    """The last date of earlier text of the same paragraph, for 同年 and the like."""

    def after(self, mentions: Iterable[DateMention]) -> DateContext:
        """Return the context for text that goes on after ``mentions``."""
        anchors = [anchor for mention in mentions if (anchor := _anchor(mention))]
        return replaced(self, earlier=anchors[-1]) if anchors else self


def find_dates(text: str, context: DateContext) -> tuple[DateMention, ...]:
    """Return the dates of ``text`` (clean text), in printed order.

    A range, and a date printed in both calendars, is one mention; `ParsedDate.days` says which
    days a part of a year or a month covers. A statement of time whose days cannot be told (早期に,
    次期通常国会, a month of no year) is a mention without days, of the basis ``unresolved``.

    Raises:
        ValueError: ``context.dated`` is not an ISO date.

    """
    compact = readable(text)
    dated = date.fromisoformat(context.dated)
    matches = list(DateReader(compact.text, dated, context.earlier))
    targets = _targets(compact.text, matches, dated, context.kind)
    aims = aims_after(compact.text, [_place(match, dated) for match in matches])
    return tuple(
        _mention(compact, match, promised, words)
        for match, promised, words in zip(matches, targets, aims, strict=True)
    )


def _place(match: DateMatch, dated: date) -> PlacedDate:
    ahead = match.span is None or match.span.start > dated
    return PlacedDate(match.start, match.end, match.after, match.modality, ahead)


def _mention(
    compact: Compact, match: DateMatch, promised: bool, aims: tuple[str, ...]
) -> DateMention:
    """Return a mention; ``aims`` are the words after its verb that say how it binds."""
    offset, words = compact.span(match.start, match.end)
    before = modality_before(compact.text, match.start)
    start, end = (day.isoformat() if day else None for day in match.days)
    return DateMention(
        text=words,
        offset=offset,
        start=start,
        end=end,
        basis=match.basis,
        modality=" ".join(dict.fromkeys((*before, *match.modality, *aims))) or None,
        is_target=promised,
        disagreement=match.conflict,
        inferred=match.inferred,
    )


def _targets(
    text: str, matches: Sequence[DateMatch], dated: date, kind: TextPlace
) -> Iterator[bool]:
    """Yield of each date whether it is a target; those of a list are alike.

    The words after the last date of a list (4・5月に始める) are those of all.
    """
    listed: list[DateMatch] = []
    for match, following in zip_longest(matches, matches[1:]):
        listed.append(match)
        if following and _goes_on(text, match, following):
            continue
        shared = [replaced(one, after=match.after, modality=match.modality) for one in listed]
        promised = any(_is_target(text, one, dated, kind) for one in shared)
        yield from (promised for _ in listed)
        listed.clear()


def _goes_on(text: str, match: DateMatch, following: DateMatch) -> bool:
    """Return whether a list of dates of one unit goes on with the next."""
    alike = (match.basis, match.bearing) == (following.basis, following.bearing)
    free = match.after == match.end  # with words of its own it tells another time
    return alike and free and is_list(text, match.end, following.start)


def _is_target(text: str, match: DateMatch, dated: date, kind: TextPlace) -> bool:
    # Without known days no rule of `is_target` that compares days is asked.
    first, last = (match.span.start, match.span.end) if match.span else (dated, dated)
    in_text = DateInText(text, match.start, match.end, match.after, first, last, match.modality)
    if match.bearing:
        return is_unresolved_target(in_text, match.bearing)
    return is_target(in_text, dated, kind)


def _anchor(mention: DateMention) -> Anchor | None:
    """Return the anchor that a mention is for later dates; None if both of its sides are open."""
    iso_day = mention.end or mention.start
    if iso_day is None:
        return None
    day = date.fromisoformat(iso_day)
    in_month = mention.basis is DateBasis.PART and "月" in mention.text
    if mention.basis in (DateBasis.MONTH, DateBasis.DAY) or in_month:
        return Anchor(
            day.year, False, day.month, day.day if mention.basis is DateBasis.DAY else None
        )
    parts = (DateBasis.QUARTER, DateBasis.HALF, DateBasis.PART)
    fiscal = mention.basis in parts and "年度" in fold_in_place(mention.text)
    if mention.basis is DateBasis.FISCAL_YEAR or fiscal:
        return Anchor(fiscal_year_of(day), True)
    return Anchor(day.year, False)
