"""Dated targets: by when a plan says that something is to be done."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from plan_tui.model.enums import (
    Firmness,
)
from plan_tui.text.calendar import DateBasis
from plan_tui.text.record import record
from plan_tui.text.sentences import sentence_range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plan_tui.model.enums import (
        TextPlace,
    )
    from plan_tui.model.records import Section

_ABOUT = frozenset(("頃", "目途", "前後"))
"""Words of modality, as they are stored, that bind a date loosely."""

COMMITTING = frozenset(("まで", "目途", "目標", "期限", "予定"))
"""Words of modality, as they are stored, that commit."""


def is_about(modality: str) -> bool:
    """Tell whether a date's words of modality say that it may also be another day."""
    return not _ABOUT.isdisjoint(modality.split())


@record
class Target:
    """One printed date by which something is to be done."""

    section: Section
    place: TextPlace
    """Where it is printed: the section's title, a block, KPI or footnote."""
    text: str
    """The date as printed."""
    offset: int
    """Characters before it in ``passage``."""
    passage: str
    """The title, block, KPI or footnote, whole."""
    start: str | None
    """First day, ISO; None for an open beginning or an unknown one."""
    end: str | None
    """Last day, ISO; None for an open end or an unknown one."""
    basis: DateBasis
    modality: str
    """Words that say how the date binds (まで, 頃, 目途 …); empty if none."""

    @property
    def fiscal_year(self) -> int | None:
        """The fiscal year (April to March) in which it falls due, or from which it is open.

        What is open from a calendar year on stands with what falls due in that year.
        """
        day = self.end or self.start
        if day is None:
            return None
        is_of_year = self.end is None and self.basis is DateBasis.YEAR
        return int(day[:4]) - (day[5:7] < "04" and not is_of_year)

    @property
    def is_open(self) -> bool:
        """Whether it has a beginning alone (以降), so that it never falls due."""
        return self.end is None and self.end_known

    @property
    def end_known(self) -> bool:
        """Whether it can be told which days are meant: not of 早期に, or a month of no year."""
        return self.basis is not DateBasis.UNRESOLVED

    @property
    def firmness(self) -> Firmness:
        """How firm it is: by what loosens it, else by the date's own basis."""
        if not self.end_known:
            return Firmness.UNRESOLVED
        if self.end is None:
            return Firmness.OPEN
        return Firmness.ABOUT if is_about(self.modality) else Firmness(self.basis)

    @property
    def sentence_range(self) -> tuple[int, int]:
        """Where in the passage the sentence of the date stands, blanks at its ends left out.

        In a table it is a sentence of the date's cell.
        """
        before, after = self.passage[: self.offset], self.passage[self.offset :]
        first = max(before.rfind("\t"), before.rfind("\n")) + 1
        cell = self.passage[first : self.offset] + after.partition("\n")[0].partition("\t")[0]
        start, end = sentence_range(cell, self.offset - first)
        return first + start, first + end

    @property
    def sentence(self) -> str:
        """The sentence in which the date stands."""
        start, end = self.sentence_range
        return self.passage[start:end]

    def is_past(self, today: str) -> bool:
        """Tell whether its last day is before ``today`` (ISO)."""
        return self.end is not None and self.end < today


@record
class TargetYear:
    """The targets of one fiscal year, or those open from one fiscal year on."""

    year: int | None
    """None for all open ones together, and for those without known days."""
    is_open: bool
    """True for those that have a beginning alone."""
    targets: tuple[Target, ...]

    @property
    def editions(self) -> dict[str, int]:
        """Edition → how many of them are its targets."""
        return count_editions(self.targets)


def by_year(targets: Sequence[Target]) -> tuple[TargetYear, ...]:
    """Return targets, given by time, in groups of one fiscal year.

    Open ones stand behind them, and those without known days last.
    """
    groups = groupby(sorted(targets, key=_place_of_year), key=_year)
    return tuple(TargetYear(year, is_open, tuple(group)) for (year, is_open), group in groups)


def _year(target: Target) -> tuple[int | None, bool]:
    return target.fiscal_year, target.is_open


def _place_of_year(target: Target) -> tuple[bool, bool, int]:
    return not target.end_known, target.is_open, target.fiscal_year or 0


def histogram(targets: Sequence[Target]) -> tuple[TargetYear, ...]:
    """Return targets, given by time, by fiscal year, years without any among them.

    All open ones stand together behind them, and those without known days are the last group.
    """
    groups = by_year(targets)
    opened = tuple(target for group in groups if group.is_open for target in group.targets)
    unknown = tuple(group for group in groups if not group.is_open and group.year is None)
    closed = {g.year: g for g in groups if not g.is_open and g.year is not None}
    years = range(min(closed, default=0), max(closed, default=-1) + 1)
    whole = tuple(closed.get(year) or TargetYear(year, False, ()) for year in years)
    return (*whole, *([TargetYear(None, True, opened)] if opened else []), *unknown)


def count_editions(targets: Iterable[Target]) -> dict[str, int]:
    """Return edition → number of its targets, editions in the order of their names."""
    counts = Counter(target.section.edition_id for target in targets)
    return dict(sorted(counts.items()))
