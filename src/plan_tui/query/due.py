"""The values of ``due:`` and ``starts:``: dates, bounds and ranges that a stored date must meet.

A date that names a fiscal year (or its end) belongs to that fiscal year; any other date belongs
to its calendar year. So ``due:2025`` finds 2025年度, 2025年度末 and 2025年12月, and not 2025年3月
of the fiscal year before when ``due:2025年度`` is asked.
"""

from __future__ import annotations

import re

from plan_tui.errors import UsageError
from plan_tui.query.day_values import TypedDate, read_date
from plan_tui.query.typed_values import plain_value
from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Phrase
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_DATE = Phrase(
    "{name}:{date}は日付ではありません。例：{name}:2025、{name}:2025年度、{name}"
    ":<=2025-03、{name}:2024..2026",
    "{name}:{date} is not a date; e.g. {name}:2025, {name}:2025年度, {name}:<=2025-03, "
    "{name}:2024..2026",
)
_NO_DAY = Phrase("{name}:{date}は暦にない日付です", "{name}:{date} is not a day in the calendar")
_REVERSED = Phrase(
    "{name}:{date}は終わりが始まりより前です", "{name}:{date}: ends before it begins"
)
_BARE_YEAR = Phrase(
    "due:{date}：{year}年の期日と「{year}年度」と書かれた期日",
    "due:{date}: dates in {year}, or printed as FY{year}",
)
_WHOLE_YEAR = Phrase(
    "due:FY{year}：{year}年4月～{next}年3月", "due:FY{year}: April {year} to March {next}"
)
_BARE_START = Phrase(
    "starts:{date}：{year}年からの期日と「{year}年度」からと書かれた期日",
    "starts:{date}: from a day in {year} on, or printed as from FY{year} on",
)
_WHOLE_START = Phrase(
    "starts:FY{year}：{year}年4月～{next}年3月のいずれかの日から",
    "starts:FY{year}: from a day of April {year} to March {next} on",
)
_WHEN = {
    "": Phrase("{last}に", "in {last}"),
    "..": Phrase("{first}～{last}に", "in {first} to {last}"),
    "<=": Phrase("{last}までに", "by {last}"),
    "<": Phrase("{last}より前に", "before {last}"),
    ">=": Phrase("{last}以降に", "from {last} on"),
    ">": Phrase("{last}より後に", "after {last}"),
}
_FROM = Phrase("{last}から", "in {last}")
_FIRST, _LAST = "0001-01-01", "9999-12-31"
_EVER = TypedDate(_FIRST, _LAST, _FIRST, _LAST, Phrase("", ""))

_SIGNS = str.maketrans("。〈〉", ".<>", " ")
_SIGNED = late_pattern(r"(<=|=<|>=|=>|<|>|=|)(.*)")
_SPAN = late_pattern(r"(.*?)(?:\.{2,}|~|から)(.*?)(?:まで)?")
_BOUND = late_pattern(r"(.+?)(までに|まで|以前|以降|以後|より前|より後)")
_BOUND_SIGNS = {"以降": ">=", "以後": ">=", "より前": "<", "より後": ">"}


@record
class Due:
    """An interval in which a date must fall due, or start."""

    first: str
    """ISO day, inclusive."""
    last: str
    """ISO day, inclusive."""
    fiscal_first: str
    """The same for dates that name a fiscal year: first day of the first one that fits."""
    fiscal_last: str
    """Last day of the last fiscal year that fits."""

    def holds(self, start: str | None, end: str | None, basis: DateBasis) -> bool:
        """Tell whether a stored date falls due in the interval.

        Args:
            start: ISO day or None (open).
            end: ISO day or None (open: it never falls due, but goes on past any lower bound).
            basis: the unit that it was printed in.

        """
        if end is None:
            return start is not None and self.last == _LAST and start >= self.first
        return self._has(end, start, end, basis)

    def begins(self, start: str | None, end: str | None, basis: DateBasis) -> bool:
        """Tell whether a stored date starts in the interval.

        Args:
            start: ISO day or None (open: it never starts, but lies before any upper bound).
            end: ISO day or None (open).
            basis: the unit that it was printed in.

        """
        if start is None:
            return end is not None and self.first == _FIRST and end <= self.last
        return self._has(start, start, end, basis)

    def _has(self, day: str, start: str | None, end: str | None, basis: DateBasis) -> bool:
        fiscal = basis is DateBasis.FISCAL_YEAR or (
            (start or "")[5:] == "04-01" and (end or "")[5:] == "03-31"
        )
        if fiscal:
            return self.fiscal_first <= day <= self.fiscal_last
        return self.first <= day <= self.last


@record
class _Bounds:
    """A typed value taken apart."""

    sign: str
    """A key of `_WHEN`."""
    first: TypedDate
    """The first date of a range; else the same as ``last``."""
    last: TypedDate


def parse_due(text: str, name: str = "due") -> Due:
    """Read ``2025``, ``2025-03``, ``2025年度``, ``R7``, ``<=2025-03``, ``2024..2026``, ``R8まで``.

    Raises:
        UsageError: it is none of these; the message says so of the filter called ``name``.

    """
    bounds = _bounds(text, name)
    sign, first, last = bounds.sign, bounds.first, bounds.last
    if sign == "<=":
        return Due(_FIRST, last.last, _FIRST, last.fiscal_last)
    if sign == "<":
        return Due(_FIRST, _before(last.first), _FIRST, _before(last.fiscal_first))
    if sign == ">=":
        return Due(last.first, _LAST, last.fiscal_first, _LAST)
    if sign == ">":
        return Due(_after(last.last), _LAST, _after(last.fiscal_last), _LAST)
    return Due(first.first, last.last, first.fiscal_first, last.fiscal_last)


def due_explained(text: str) -> tuple[Phrase, ...]:
    """Return what a year alone finds as a ``due:`` value, and what the fiscal year would.

    Nothing for all other values, which are plain.

    Raises:
        UsageError: it is no date.

    """
    return _explained(text, _BARE_YEAR, _WHOLE_YEAR)


def start_explained(text: str) -> tuple[Phrase, ...]:
    """Return the same of a ``starts:`` value.

    Raises:
        UsageError: it is no date.

    """
    return _explained(text, _BARE_START, _WHOLE_START)


def _explained(text: str, bare: Phrase, whole: Phrase) -> tuple[Phrase, ...]:
    bounds = _bounds(text)
    date = bounds.last
    year = int(date.first[:4])
    if bounds.sign or (date.first, date.last) != (f"{year}-01-01", f"{year}-12-31"):
        return ()
    return bare.of(date=text, year=year), whole.of(year=year, next=year + 1)


def in_which(values: Iterable[str], *, starting: bool = False) -> Phrase:
    """Return values as words before a verb: ``2025年度に``; ``2025年度から`` of what is starting.

    Raises:
        UsageError: one of them is no date.

    """
    phrases = []
    for value in values:
        bounds = _bounds(value)
        phrase = _FROM if starting and not bounds.sign else _WHEN[bounds.sign]
        phrases.append(phrase.of(first=bounds.first.name, last=bounds.last.name))
    return Phrase("、".join(p.ja for p in phrases), " or ".join(p.en for p in phrases))


def _bounds(text: str, name: str = "due") -> _Bounds:
    plain = re.sub(r"\s", "", plain_value(text)).translate(_SIGNS)
    if (span := _span(plain, name)) is not None:
        return span
    sign, value = _SIGNED.fullmatch(plain).groups()  # type: ignore[union-attr]
    sign = {"=<": "<=", "=>": ">=", "=": ""}.get(sign, sign)
    if not sign and (bound := _BOUND.fullmatch(value)):
        value, sign = bound[1], _BOUND_SIGNS.get(bound[2], "<=")
    date = _date(value, text, name)
    return _Bounds(sign, date, date)


def _span(plain: str, name: str) -> _Bounds | None:
    """Read a range; None if it is none. A hyphen parts two dates where it can do nothing else."""
    if span := _SPAN.fullmatch(plain):
        low, high = span.groups()
        first, last = (_date(day, plain, name) if day else _EVER for day in (low, high))
        if low and high:
            return _between(first, last, plain, name)
        return _Bounds(">=", first, first) if low else _Bounds("<=", last, last)
    if _whole(plain):
        return None
    for hyphen in re.finditer("-", plain):
        before, after = _whole(plain[: hyphen.start()]), _whole(plain[hyphen.end() :])
        if before and after:
            return _between(before, after, plain, name)
    return None


def _between(first: TypedDate, last: TypedDate, whole: str, name: str) -> _Bounds:
    if last.last < first.first:
        raise UsageError(_REVERSED.of(name=name, date=whole))
    return _Bounds("..", first, last)


def _whole(value: str) -> TypedDate | None:
    try:
        return read_date(value)
    except ValueError:
        return None


def _date(value: str, whole: str, name: str) -> TypedDate:
    try:
        date = read_date(value)
    except ValueError:
        raise UsageError(_NO_DAY.of(name=name, date=whole)) from None
    if date is None:
        raise UsageError(_NO_DATE.of(name=name, date=whole))
    return date


def _before(day: str) -> str:
    """Return a string that sorts just before an ISO day and after all earlier ones."""
    return day[:-1] + chr(ord(day[-1]) - 1) + "~"


def _after(day: str) -> str:
    """Return a string that sorts just after an ISO day and before all later ones."""
    return day + "~"
