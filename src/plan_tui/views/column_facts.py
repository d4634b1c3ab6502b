"""The facts of an edition's column, as exports tell them."""

from __future__ import annotations

from plan_tui.compare.sections.counterpart_differences import fact_rows_of
from plan_tui.model.comparison_enums import FactGroup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.comparison import Counterpart, EditionColumn, FactRow

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
