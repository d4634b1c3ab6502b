"""A parsed date: its year, month, day or part of them, and the days that it covers."""

from __future__ import annotations

from datetime import date

from plan_tui.text import calendar
from plan_tui.text.calendar import ERAS, DateBasis, Days
from plan_tui.text.record import record, replaced
from plan_tui.text.vocabulary import StrEnum

_DECADE = {"decade": (0, 9), "decade1": (0, 4), "decade2": (5, 9), "decade3": (3, 6)}
"""Part → its first and last year in the decade: the whole, its halves, its four middle years."""

_THIRDS = {"third1": 1, "opening": 1, "third2": 2, "middle": 2, "third3": 3}
"""Part of a month → which third of the month it is."""


class YearNotation(StrEnum):
    """How a date's year was printed."""

    ERA = "era"
    WESTERN = "western"
    IMPLIED = "implied"
    """Not at all."""


@record
class ParsedDate:
    """A date and where it stands in the folded text."""

    start: int
    """0-based offset of its first character."""
    end: int
    """0-based offset after its last character."""
    year: int
    fiscal: bool = False
    """True if ``year`` is a fiscal year."""
    month: int | None = None
    day: int | None = None
    part: str = ""
    """Which part of the year or month: ``end``, ``begin``, ``opening``, ``early``, ``half1``,
    ``middle``, ``quarter3``, ``quarter3-end`` (its last day), ``third2``, ``春`` …, or ``decade``,
    ``decade1`` (its first half), ``decade2``, ``decade3`` (its middle)."""
    calendar: YearNotation = YearNotation.ERA
    """How the year was printed."""
    era_year: int | None = None
    """The printed number of an era year (7 for 令和７年), to which a second year refers that is
    printed without an era (令和５～７年度)."""
    conflict: str | None = None
    """The two notations, if it was printed in both calendars and they disagree."""

    @property
    def basis(self) -> DateBasis:
        """The unit it was printed in, as in `plan_tui.model.printed_facts.DateMention`."""
        if self.part.startswith("decade"):
            return DateBasis.RANGE
        if self.part in calendar.SEASONS:
            return DateBasis.SEASON
        if self.part.startswith("quarter"):
            return DateBasis.QUARTER
        if self.part not in ("", "begin", "end"):
            is_half = self.part.startswith("half") and not self.month
            return DateBasis.HALF if is_half else DateBasis.PART
        if self.month:
            return DateBasis.DAY if self.day else DateBasis.MONTH
        return DateBasis.FISCAL_YEAR if self.fiscal else DateBasis.YEAR

    @property
    def plain(self) -> bool:
        """Whether it is a year alone."""
        return not self.month and not self.part

    @property
    def days(self) -> Days:
        """The days it covers.

        A half year is six months (上期, 前半 and 早期 the first, 下期 and 後半 the second), counted
        from April in a fiscal year and from January in a calendar year; 半ば and 年央 are its two
        middle quarters, 初頭 and 初め its first quarter. A third of a month (上旬, 中旬, 下旬) is
        the days 1-10, 11-20, 21-end; 初頭 and 半ば are the first and the second third, 前半 and
        後半 the days 1-15 and 16-end. The beginning (当初) is the first day and the end (末) the
        last. Early in a decade is its first five years.

        Raises:
            ValueError: there is no such month or day.

        """
        if self.month:
            return self._in_month(self.month)
        if self.part in _DECADE:
            first, last = _DECADE[self.part]
            return Days(date(self.year + first, 1, 1), date(self.year + last, 12, 31))
        if self.part.endswith("-end"):
            whole = replaced(self, part=self.part.removesuffix("-end")).days
            return Days(whole.end, whole.end)
        if self.part in calendar.SEASONS:
            return calendar.season(self.year, self.part)
        if self.part.startswith("half"):
            return calendar.half_year(self.year, int(self.part[-1]), fiscal=self.fiscal)
        if self.part.startswith("quarter"):
            return calendar.quarter(self.year, int(self.part[-1]), fiscal=self.fiscal)
        if self.part == "opening":
            return calendar.quarter(self.year, 1, fiscal=self.fiscal)
        if self.part == "early":
            return calendar.half_year(self.year, 1, fiscal=self.fiscal)
        if self.part == "middle":
            second, third = (calendar.quarter(self.year, n, fiscal=self.fiscal) for n in (2, 3))
            return Days(second.start, third.end)
        return self._edge(calendar.whole_year(self.year, fiscal=self.fiscal))

    @property
    def real(self) -> bool:
        """Whether there are such days, from the first modern era on."""
        try:
            return self.days.start.year >= ERAS[-1].first[0]
        except ValueError:
            return False

    def _in_month(self, number: int) -> Days:
        year, month = calendar.month_of(self.year, number, fiscal=self.fiscal)
        if self.day:
            return Days(date(year, month, self.day), date(year, month, self.day))
        if self.part in _THIRDS:
            return calendar.third_of_month(year, month, _THIRDS[self.part])
        if self.part.startswith("half"):
            return calendar.half_month(year, month, int(self.part[-1]))
        return self._edge(calendar.months(year, month, 1))

    def _edge(self, days: Days) -> Days:
        if self.part == "end":
            return Days(days.end, days.end)
        return Days(days.start, days.start) if self.part == "begin" else days
