"""What a comparison tells beside its sentences: a column's facts, and what its rows come to.

A row comes to a section below the compared one, or to its indicators.
"""

from __future__ import annotations

from plan_tui.compare.sections.counterpart_differences import difference_of, fact_rows_of
from plan_tui.model.comparison_enums import FactGroup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.comparison import (
        ComparedPassage,
        Counterpart,
        EditionColumn,
        FactRow,
    )
    from plan_tui.model.enums import KpiKind
    from plan_tui.model.records import Section

_GROUPS = tuple(FactGroup)


def facts_of_column(column: EditionColumn) -> list[FactRow]:
    """Return what became of the base section's facts in an edition, group by group."""
    if not column.counterparts:
        return []
    rows = fact_rows_of(column.counterparts[0], column.counterparts[1:])
    return sorted(rows, key=lambda row: _GROUPS.index(row.group))


def facts_told_with(column: EditionColumn, counterpart: Counterpart) -> list[FactRow]:
    """Return the rows of a column that one of its counterparts has.

    What none names is told with the first, so that each row is told once.
    """
    is_first = counterpart is column.counterparts[0]
    return [
        row
        for row in facts_of_column(column)
        if row.section == counterpart.section or (row.section is None and is_first)
    ]


def is_turned(column: EditionColumn) -> bool:
    """Tell whether the base, at the left, is the later text."""
    return any(not counterpart.base_is_older for counterpart in column.counterparts)


EnteredPart = tuple["Section | None", "KpiKind | None"]
"""What one side of a row comes to: another section than before, and indicators of another kind.
None where it stays in what it was in."""
_STAYS: EnteredPart = (None, None)


def sections_of(other: Counterpart) -> list[tuple[Section | None, Section | None]]:
    """Return for each row the section that its left and its right sentence stand in."""
    return [
        (left.section if left else None, right.section if right else None)
        for left, right in _passages_of(other)
    ]


def newly_entered(other: Counterpart, base: Section) -> list[tuple[EnteredPart, EnteredPart]]:
    """Return for each row what a side comes to there.

    The compared sections themselves need no naming at the start, so a side that never leaves
    their text gives nothing throughout.
    """
    left, right = _Side(base), _Side(other.section)
    return [(left.come_to(ours), right.come_to(theirs)) for ours, theirs in _passages_of(other)]


class _Side:
    """What one side of a comparison is in, row by row."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._indicators: KpiKind | None = None

    def come_to(self, passage: ComparedPassage | None) -> EnteredPart:
        if passage is None:
            return _STAYS
        section, kind = passage.section, passage.kpi_kind
        is_other = section.id != self._section.id
        is_new = kind if is_other or kind is not self._indicators else None
        self._section, self._indicators = section, kind
        return section if is_other else None, is_new


_Passages = tuple["ComparedPassage | None", "ComparedPassage | None"]


def _passages_of(other: Counterpart) -> list[_Passages]:
    return [
        (_at(other.left, row.left_passage), _at(other.right, row.right_passage))
        for row in difference_of(other).rows
    ]


def _at(passages: Sequence[ComparedPassage], index: int) -> ComparedPassage | None:
    return passages[index] if 0 <= index < len(passages) else None
