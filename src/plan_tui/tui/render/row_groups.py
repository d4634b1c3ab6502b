"""Aligns the rows of several comparisons of one base text, so that they can stand in one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plan_tui.model.comparison import DiffRow


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A stretch of the base text and, for each column, the rows that stand beside it."""

    start: int
    """Offset of the stretch in the base text."""
    rows: dict[int, tuple[DiffRow, ...]]
    """Column number → its rows; columns that are not aligned are missing."""


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    row: DiffRow


def _placed(rows: Sequence[DiffRow]) -> list[_Placed]:
    """Return the rows with the base characters that they stand for."""
    placed, at = [], 0
    for row in rows:
        size = sum(len(run.text) for run in row.left)
        placed.append(_Placed(at, at + size, row))
        at += size
    return placed


def _base(rows: Sequence[DiffRow]) -> str:
    return "".join(run.text for row in rows for run in row.left)


def groups(columns: Mapping[int, Sequence[DiffRow]], active: int) -> list[RowGroup]:
    """Cut the base text where every aligned column may be cut, and share the rows out.

    Aligned are the active column and those that compare the same base text. A row that stands
    for no base text (a sentence only the other edition has) makes a group of its own.
    """
    if active not in columns:
        return []
    base = _base(columns[active])
    aligned = {n: _placed(rows) for n, rows in columns.items() if _base(rows) == base}
    cuts = set.intersection(*({0, *(p.end for p in placed)} for placed in aligned.values()))
    made: list[RowGroup] = []
    before = -1
    for cut in sorted(cuts):
        inside = {
            n: [p for p in placed if _within(p, before, cut)] for n, placed in aligned.items()
        }
        _add(made, max(before, 0), inside)
        _add(
            made,
            cut,
            {n: [p for p in placed if p.start == p.end == cut] for n, placed in aligned.items()},
        )
        before = cut
    return made


def _within(placed: _Placed, before: int, cut: int) -> bool:
    """Return whether a row lies between two cuts: some base text, or an insertion inside."""
    if placed.start == placed.end:
        return before < placed.start < cut
    return max(before, 0) <= placed.start and placed.end <= cut


def _add(made: list[RowGroup], start: int, inside: Mapping[int, Sequence[_Placed]]) -> None:
    if any(inside.values()):
        made.append(
            RowGroup(start, {n: tuple(p.row for p in found) for n, found in inside.items()})
        )
