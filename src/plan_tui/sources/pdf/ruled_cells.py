"""Tables that are drawn with lines: where their cells are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plan_tui.sources.pdf.ruled_lines import NEAR, RuledLine, RuledLines
from plan_tui.text.record import record

NARROWEST = 5.0
"""What is narrower or lower (in points) is between two lines that are drawn as one."""
MOST_LINES, MOST_CELLS = 1500, 2500
"""A page or figure with more is a drawing; it would take long to look for cells in it."""
RULED = 0.8
"""The share of an edge from which it counts as ruled; lines end a little early at corners."""


@record
class RuledCell:
    """A cell of a table on the page as seen, in points."""

    row: int
    """The row of its upper left corner."""
    column: int
    left: float
    bottom: float
    right: float
    top: float
    rows: int
    """How many rows it spans."""
    columns: int


@record
class TableGrid:
    """A table: how many rows and columns it has, and its cells, row by row."""

    rows: int
    columns: int
    cells: tuple[RuledCell, ...]

    @property
    def left(self) -> float:
        """The left edge."""
        return min(cell.left for cell in self.cells)

    @property
    def right(self) -> float:
        """The right edge."""
        return max(cell.right for cell in self.cells)

    @property
    def top(self) -> float:
        """The upper edge."""
        return max(cell.top for cell in self.cells)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return min(cell.bottom for cell in self.cells)


def table_grids(lines: RuledLines) -> list[TableGrid]:
    """Return the tables: lines that meet and enclose cells in at least two columns."""
    if len(lines.level) + len(lines.upright) > MOST_LINES:
        return []
    grids = [_grid(level, upright) for level, upright in _meeting(lines)]
    return [grid for grid in grids if grid]


Figure = tuple[list[RuledLine], list[RuledLine]]
"""Level and upright lines that hang together."""


def _meeting(lines: RuledLines) -> list[Figure]:
    """Return the lines in groups that hang together."""
    figures: list[Figure] = [([line], []) for line in lines.level]
    for line in lines.upright:
        touched = [f for f in figures if any(_meet(level, line) for level in f[0])]
        merged: Figure = ([], [line])
        for figure in touched:
            merged[0].extend(figure[0])
            merged[1].extend(figure[1])
        figures = [figure for figure in figures if figure not in touched] + [merged]
    return figures


def _meet(level: RuledLine, upright: RuledLine) -> bool:
    return (
        level.start - NEAR <= upright.at <= level.end + NEAR
        and upright.start - NEAR <= level.at <= upright.end + NEAR
    )


def _grid(level: Sequence[RuledLine], upright: Sequence[RuledLine]) -> TableGrid | None:
    if len(level) < 2 or not upright:
        return None
    # A table that is open at its sides ends where its level lines do.
    xs = _places([*(line.at for line in upright), *_ends(level)])
    ys = _places([*(line.at for line in level), *_ends(upright)])[::-1]
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MOST_CELLS:
        return None
    # A table is ruled along its whole top and bottom, or open there; boxes that are connected
    # by lines in a drawing are neither.
    if any(0.1 < _ruled_share(level, y, xs[0], xs[-1]) < RULED for y in (ys[0], ys[-1])):
        return None
    cells = _cells(xs, ys, level, upright)
    if cells is None or len({cell.column for cell in cells}) < 2:
        return None
    return TableGrid(len(ys) - 1, len(xs) - 1, tuple(cells))


def _ends(lines: Sequence[RuledLine]) -> tuple[float, float]:
    return min(line.start for line in lines), max(line.end for line in lines)


def _places(values: Sequence[float]) -> list[float]:
    """Return the values from small to large; those too near to hold a cell are one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > NARROWEST:
            places.append(value)
    return places


def _cells(
    xs: Sequence[float], ys: Sequence[float],
    level: Sequence[RuledLine], upright: Sequence[RuledLine],
) -> list[RuledCell] | None:  # fmt: skip
    """Return the cells row by row; None if they are no rectangles, as in a drawing."""
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            if column and not _rules(upright, left, bottom, top):
                _merge(owner, (row, column - 1), (row, column))
            if row and not _rules(level, top, left, right):
                _merge(owner, (row - 1, column), (row, column))
    areas: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in owner:
        areas.setdefault(owner[place], []).append(place)
    cells = []
    for area in areas.values():
        first, last = min(area), max(area)
        spans = (last[0] - first[0] + 1, last[1] - first[1] + 1)
        if len(area) != spans[0] * spans[1]:
            return None
        edges = (xs[first[1]], ys[last[0] + 1], xs[last[1] + 1], ys[first[0]])
        cells.append(RuledCell(*first, *edges, *spans))
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _merge(
    owner: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]
) -> None:
    first, second = owner[one], owner[other]
    for place, area in owner.items():
        if area == second:
            owner[place] = first


def _rules(lines: Sequence[RuledLine], at: float, start: float, end: float) -> bool:
    """Whether a line is drawn along the whole edge of a cell, as good as."""
    return _ruled_share(lines, at, start, end) >= RULED


def _ruled_share(lines: Sequence[RuledLine], at: float, start: float, end: float) -> float:
    covered = sum(
        max(min(line.end, end) - max(line.start, start), 0)
        for line in lines
        if abs(line.at - at) <= NARROWEST
    )
    return covered / (end - start)
