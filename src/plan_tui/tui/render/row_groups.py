"""Aligns the diff rows of several texts with one base text, so that all stand in one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plan_tui.model.comparison import DiffRow, text_of
from plan_tui.text.record import record


@record
class RowGroup:
    """A stretch of the base text and, for each column, the rows that stand beside it."""

    start: int
    """Offset of the stretch in the base text, in characters."""
    rows: dict[int, tuple[DiffRow, ...]]
    """Column number → its rows; columns that are not aligned are missing."""


@record
class _RowRange:
    """A row, and the range of the base text that it stands for; empty for an insertion."""

    start: int
    end: int
    row: DiffRow

    def is_between(self, before: int, cut: int) -> bool:
        """Return whether it lies between two cuts: base text, or an insertion inside."""
        if self.start == self.end:
            return before < self.start < cut
        return max(before, 0) <= self.start and self.end <= cut


def _ranges(rows: Sequence[DiffRow]) -> list[_RowRange]:
    ranges, at = [], 0
    for row in rows:
        size = len(text_of(row.left))
        ranges.append(_RowRange(at, at + size, row))
        at += size
    return ranges


def _base(rows: Sequence[DiffRow]) -> str:
    return "".join([text_of(row.left) for row in rows])


def groups(columns: Mapping[int, Sequence[DiffRow]], active: int) -> list[RowGroup]:
    """Cut the base text where every aligned column may be cut, and share the rows out.

    Aligned are the active column and those that compare the same base text. A row that stands
    for no base text (a sentence only the other edition has) makes a group of its own.
    """
    if active not in columns:
        return []
    base = _base(columns[active])
    aligned = {n: _ranges(rows) for n, rows in columns.items() if _base(rows) == base}
    cuts = set.intersection(*({0, *(r.end for r in ranges)} for ranges in aligned.values()))
    row_groups: list[RowGroup] = []
    before = -1
    for cut in sorted(cuts):
        between = {
            n: [r for r in ranges if r.is_between(before, cut)] for n, ranges in aligned.items()
        }
        inserted = {
            n: [r for r in ranges if r.start == r.end == cut] for n, ranges in aligned.items()
        }
        row_groups += [*_group(max(before, 0), between), *_group(cut, inserted)]
        before = cut
    return row_groups


def _group(start: int, columns: Mapping[int, Sequence[_RowRange]]) -> list[RowGroup]:
    """Return the group of some rows; none if no column has a row."""
    if not any(columns.values()):
        return []
    return [RowGroup(start, {n: tuple(r.row for r in ranges) for n, ranges in columns.items()})]
