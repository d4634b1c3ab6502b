"""Rows of figures, each of which leads to its list, set in columns of which none is cut."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, overload

from plan_tui.text.record import record
from plan_tui.text.width import CUT, pad, width
from plan_tui.tui.destinations import Destination
from plan_tui.tui.render.bars import BarPart, cell, stacked
from plan_tui.tui.render.line import Line, Piece, columns_of, fit

_GAP = 2
"""Columns before a note."""
_MORE_NOTES = f"{' ' * _GAP}{CUT}"
"""Behind the notes of a row that has others."""
_FIGURE_PADDING = 2
"""Blanks around a figure: it is a button, which the cursor fills."""
_NAME_PERCENT, _NAME_FROM, _NAME_TO = 36, 22, 72
"""Share of a name in the width, its least and its most columns.

Chosen by eye: 26 wide characters hold the headings of the present documents' parts, 11 still tell
them apart. A larger share takes columns from the bars.
"""
_BAR_PERCENT, _BAR_FROM, _BAR_TO = 22, 6, 80
"""Share of a bar in the width; below the least, notes and names give way. The most is for a bar
that has the columns that would stay empty otherwise."""
_BROAD = 160
"""Columns from which bars fill what is left of a line."""
_LEAST_NAME = 14
"""Columns that a name keeps before the bar beside it goes: seven wide characters."""


@record
class Cell:
    """A number behind its name, in a column of the rows below one heading."""

    column: int
    """From 0; a column need not stand in every row."""
    name: str
    number: str

    @property
    def text(self) -> str:
        """What it says, uncut."""
        return f"{self.name}{self.number}"


@record
class Figure(Cell):
    """A number, and the list behind it."""

    destination: Destination
    role: str = "link"


@record
class OverviewRow:
    """What a line of the overview says, before its columns are settled."""

    name: tuple[Piece, ...]
    figures: tuple[Figure, ...] = ()
    bars: tuple[BarPart, ...] = ()
    """The stretches of its bar; none for a row without a bar."""
    most: int = 0
    """What the longest bar of the rows counts."""
    notes: tuple[Cell, ...] = ()
    """Words that lead nowhere, at the end; where there is no room the last go first, and a sign
    stands in their place."""
    head: bool = False
    """True for a heading, whose columns are those of no other row."""


@record
class FigureRow:
    """A row, or a part of one that has no room on one line, with all its columns settled."""

    lead: tuple[Piece, ...]
    """Name and bar."""
    figures: tuple[Figure, ...] = ()
    words: tuple[str, ...] = ()
    """What each figure says, as wide as its column."""
    starts: tuple[int, ...] = ()
    """In which column of the terminal each figure begins."""
    notes: tuple[Piece, ...] = ()
    head: bool = False


def arrange(rows: Sequence[OverviewRow], columns: int) -> Sequence[FigureRow]:
    """Set rows in ``columns``: the figures below one heading stand in columns of their own, whole.

    Where there is no room, notes go first, then bars get shorter, names are cut, bars go, and
    figures stand on lines below. Rows of one line each are set when they are asked for.
    """
    heads = accumulate(row.head for row in rows)
    groups = [
        _GroupLayout([row for _, row in group], columns)
        for _, group in groupby(zip(heads, rows, strict=True), key=lambda pair: pair[0])
    ]
    bar = min((group.most_bar for group in groups if group.has_bars), default=0)
    return _ArrangedRows([group.rows(bar) for group in groups])


class _FigureRows(Sequence[FigureRow], ABC):
    """Rows each of which is set when it is asked for."""

    @abstractmethod
    def row(self, place: int) -> FigureRow:
        """Return a row by its place, from 0."""

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: int) -> FigureRow: ...
        @overload
        def __getitem__(self, place: slice) -> list[FigureRow]: ...

    def __getitem__(self, place: int | slice) -> FigureRow | list[FigureRow]:
        """Return a row, or several."""
        chosen = range(len(self))[place]
        return self.row(chosen) if isinstance(chosen, int) else [*map(self.row, chosen)]


class _ArrangedRows(_FigureRows):
    """The rows of all groups."""

    def __init__(self, groups: Sequence[Sequence[FigureRow]]) -> None:
        self._groups = groups
        self._starts = [*accumulate(map(len, groups), initial=0)]

    def __len__(self) -> int:
        return self._starts[-1]

    def row(self, place: int) -> FigureRow:
        """Return a row by its place, from 0."""
        group = bisect_right(self._starts, place) - 1
        return self._groups[group][place - self._starts[group]]


class _LateRows(_FigureRows):
    """The rows of a group."""

    def __init__(
        self, rows: Sequence[OverviewRow], set_row: Callable[[OverviewRow], FigureRow]
    ) -> None:
        self._rows = rows
        self._set_row = set_row

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, place: int) -> FigureRow:
        """Return a row by its place, from 0."""
        return self._set_row(self._rows[place])


class _GroupLayout:
    """Shares the columns of the terminal among the rows below one heading."""

    def __init__(self, rows: Sequence[OverviewRow], columns: int) -> None:
        self._rows = rows
        self._columns = columns
        self._name = max(_NAME_FROM, min(_NAME_TO, columns * _NAME_PERCENT // 100))
        figures = [figure for row in rows for figure in row.figures]
        self._figures = _sizes(figures)
        self._figure_sizes = {n: sum(size) + _FIGURE_PADDING for n, size in self._figures.items()}
        self._notes = _sizes([note for row in rows if not row.head for note in row.notes])
        self.has_bars = any(row.bars for row in rows)

    @property
    def most_bar(self) -> int:
        """The columns that a bar can have beside whole figures and notes; `_BAR_FROM` at least."""
        room = self._columns - self._name - 2 - self._figures_size
        fitting = self._fitting_notes(room - _BAR_FROM)
        noted = sum(size for _, size in fitting)
        noted += width(_MORE_NOTES) if len(fitting) < len(self._notes) else 0
        share = self._columns * _BAR_PERCENT // 100
        if self._columns >= _BROAD:
            share = _BAR_TO
        return max(_BAR_FROM, min(share, room - noted))

    @property
    def _figures_size(self) -> int:
        """The columns that all figures take on one line."""
        return sum(self._figure_sizes.values())

    def _fitting_notes(self, room: int) -> list[tuple[int, int]]:
        """Return the columns of notes that fit whole, and their sizes with the gap before them."""
        # A figure has a blank at its end, so that the first gap is the shorter by one.
        sizes = [
            (n, sum(size) + (_GAP if index else _GAP - 1))
            for index, (n, size) in enumerate(sorted(self._notes.items()))
        ]
        ends = [*accumulate(size for _, size in sizes)]
        if ends and ends[-1] > room:
            room -= width(_MORE_NOTES)
        return [sized for sized, end in zip(sizes, ends, strict=True) if end <= room]

    def rows(self, bar: int) -> Sequence[FigureRow]:
        """Return the rows with bars of at most ``bar`` columns."""
        room = self._columns - self._figures_size - bar - 2
        if not self.has_bars or (room < _LEAST_NAME and room < self._longest):
            bar = 0
        sign = width(_MORE_NOTES) if self._notes else 0
        beside_bar = min(self._name, room, max(min(self._longest, _LEAST_NAME), room - sign))
        name = beside_bar if bar else min(self._longest, self._name)

        def lines(row: OverviewRow) -> Iterator[FigureRow]:
            yield from [_head_row(row, self._columns)] if row.head else self._row(row, name, bar)

        each = all(row.head or row.figures for row in self._rows)
        if each and len(self._figure_starts(name + bar + 2)) == 1:
            return _LateRows(self._rows, lambda row: next(lines(row)))
        return [line for row in self._rows for line in lines(row)]

    @cached_property
    def _longest(self) -> int:
        """The columns of the longest name."""
        return max((columns_of(row.name) for row in self._rows if not row.head), default=0)

    def _row(self, row: OverviewRow, name: int, bar: int) -> Iterator[FigureRow]:
        """Yield a row in as many lines as its figures need, name, bar and notes on the first."""
        lead = list(cell(row.name, name))
        lead += cell(stacked(row.bars, row.most, bar), bar) if bar else [Piece(" ")]
        start = columns_of(lead)
        notes = self._row_notes(row, self._columns - start - self._figures_size)
        for starts in self._figure_starts(start):
            figures = tuple(figure for figure in row.figures if figure.column in starts)
            if figures:
                words = tuple(_padded(figure, self._figures[figure.column]) for figure in figures)
                row_starts = tuple(starts[figure.column] for figure in figures)
                yield FigureRow(tuple(lead), figures, words, row_starts, tuple(notes))
                lead, notes = [], []

    def _figure_starts(self, start: int) -> list[dict[int, int]]:
        """Return for each line of a row where its columns of figures begin."""
        sizes = dict(sorted(self._figure_sizes.items()))
        if start + self._figures_size <= self._columns:
            ends = accumulate(sizes.values(), initial=start)
            return [dict(zip(sizes, ends, strict=False))]
        # Columns on several lines are of one size, so that those below stand in line too.
        size = max(sizes.values())
        per_line = max(1, (self._columns - start) // size)
        starts = [(n, start + index % per_line * size) for index, n in enumerate(sizes)]
        return [dict(starts[first : first + per_line]) for first in range(0, len(starts), per_line)]

    def _row_notes(self, row: OverviewRow, room: int) -> list[Piece]:
        """Return a row's notes in the columns that fit whole, blanks where it has none.

        A sign behind them says that the row has others.
        """
        words = {note.column: _padded(note, self._notes[note.column]) for note in row.notes}
        fitting = self._fitting_notes(room)
        notes = [(size, words.pop(column, "")) for column, size in fitting]
        more = [Piece(_MORE_NOTES, "muted")] if any(map(str.strip, words.values())) else []
        return [*(Piece(" " * (size - width(note)) + note, "muted") for size, note in notes), *more]


def _padded(entry: Cell, size: tuple[int, int]) -> str:
    """Return a cell's name filled at its right, its number at its left."""
    name, number = size
    return f"{pad(entry.name, name)}{' ' * (number - width(entry.number))}{entry.number}"


def _sizes(cells: Sequence[Cell]) -> dict[int, tuple[int, int]]:
    """Return for each column the sizes of its longest name and number."""
    sizes: dict[int, tuple[int, int]] = {}
    for column, name, number in {(each.column, each.name, each.number) for each in cells}:
        names, numbers = sizes.get(column, (0, 0))
        sizes[column] = max(names, width(name)), max(numbers, width(number))
    return dict(sorted(sizes.items()))


def _head_row(row: OverviewRow, columns: int) -> FigureRow:
    """Return a heading with its notes, if all of them fit."""
    notes = [Piece(f"{' ' * _GAP}{note.text}", "muted") for note in row.notes]
    fits = columns_of(row.name) + _GAP + columns_of(notes) <= columns
    return FigureRow((*row.name, Piece(" ")), notes=tuple(notes) if fits else (), head=True)


def figure_row_line(row: FigureRow, columns: int, active: int = -1) -> Line:
    """Draw a row; the figure with index ``active`` is the one with the cursor."""
    pieces = list(row.lead)
    for number, (figure, words) in enumerate(zip(row.figures, row.words, strict=True)):
        pieces.append(Piece(" " * (row.starts[number] - columns_of(pieces))))
        pieces.append(Piece(f" {words} ", "cursor" if number == active else figure.role))
    return Line.of(*fit([*pieces, *row.notes], columns))
