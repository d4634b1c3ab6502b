"""Rows of figures, each with the list that it leads to, set in columns of which none is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from plan_tui.text.width import pad, width
from plan_tui.tui.destinations import Destination
from plan_tui.tui.render.bars import BarPart, cell, stacked
from plan_tui.tui.render.line import Line, Piece, fit

_GAP = 2
_LEAST_BAR = 6
"""Columns that a bar keeps before notes and names give way to it."""
_LEAST_NAME = 14
"""Columns that a name keeps before the bar beside it goes."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Figure(Cell):
    """A number, and the list behind it."""

    destination: Destination
    role: str = "link"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the overview."""

    name: tuple[Piece, ...]
    figures: tuple[Figure, ...] = ()
    bars: tuple[BarPart, ...] = ()
    most: int = 0
    """What the longest bar of the rows counts."""
    notes: tuple[Cell, ...] = ()
    """Words that lead nowhere, at the end; where there is no room the last go first."""
    head: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row, or a part of one that has no room on one line, with all its columns settled."""

    lead: tuple[Piece, ...]
    """Name and bar."""
    figures: tuple[Figure, ...] = ()
    words: tuple[str, ...] = ()
    """What each figure says, as wide as its column."""
    starts: tuple[int, ...] = ()
    """Where each figure begins."""
    notes: tuple[Piece, ...] = ()
    head: bool = False


def arranged(rows: Sequence[Row], columns: int) -> list[FigureRow]:
    """Set rows in ``columns``: the figures below one heading stand in columns of their own, whole.

    Where there is no room, notes go first, then bars get shorter, names are cut, bars go, and
    figures stand on lines below.
    """
    heads = accumulate(row.head for row in rows)
    groups = [
        Columns([row for _, row in group], columns)
        for _, group in groupby(zip(heads, rows, strict=True), key=lambda pair: pair[0])
    ]
    bar = min((group.most_bar for group in groups if group.has_bars), default=0)
    return [drawn for group in groups for drawn in group.lines(bar)]


class Columns:
    """Shares the columns of the screen among the rows below one heading."""

    def __init__(self, rows: Sequence[Row], columns: int) -> None:
        self._rows = rows
        self._columns = columns
        self._name = max(22, min(52, columns * 36 // 100))
        self._figures = _sizes([figure for row in rows for figure in row.figures])
        self._notes = _sizes([note for row in rows if not row.head for note in row.notes])
        self.has_bars = any(row.bars for row in rows)

    @property
    def most_bar(self) -> int:
        """The columns that a bar can have."""
        room = self._columns - self._name - 2 - self._needed
        noted = sum(size for _, size in self._kept(room - _LEAST_BAR))
        return max(_LEAST_BAR, min(44, self._columns * 22 // 100, room - noted))

    @property
    def _needed(self) -> int:
        return sum(sum(size) + 2 for size in self._figures.values())

    def _kept(self, room: int) -> list[tuple[int, int]]:
        """Return the columns of notes that fit whole, and their sizes with the gap before them."""
        # A figure has a blank at its end, so that the first gap is the shorter by one.
        sizes = [
            (n, sum(size) + (_GAP if place else 1))
            for place, (n, size) in enumerate(sorted(self._notes.items()))
        ]
        ends = accumulate(size for _, size in sizes)
        return [one for one, end in zip(sizes, ends, strict=True) if end <= room]

    def lines(self, bar: int) -> Iterator[FigureRow]:
        """Draw the rows with bars of at most ``bar`` columns."""
        longest = max((_size(row.name) for row in self._rows if not row.head), default=0)
        room = self._columns - self._needed - bar - 2
        if not self.has_bars or room < min(longest, _LEAST_NAME):
            bar = 0
        name = min(self._name, room) if bar else min(longest, self._name)
        for row in self._rows:
            yield from [_head_line(row, self._columns)] if row.head else self._row(row, name, bar)

    def _row(self, row: Row, name: int, bar: int) -> Iterator[FigureRow]:
        lead = list(cell(row.name, name))
        lead += cell(stacked(row.bars, row.most, bar), bar) if bar else [Piece(" ")]
        start = _size(lead)
        notes = self._noted(row, self._columns - start - self._needed)
        for starts in self._placed(start):
            own = tuple(figure for figure in row.figures if figure.column in starts)
            if own:
                words = tuple(_padded(one, self._figures[one.column]) for one in own)
                places = tuple(starts[one.column] for one in own)
                yield FigureRow(tuple(lead), own, words, places, tuple(notes))
                lead, notes = [], []

    def _placed(self, start: int) -> list[dict[int, int]]:
        """Return for each line of a row where its columns of figures begin."""
        sizes = {n: sum(size) + 2 for n, size in sorted(self._figures.items())}
        if start + self._needed <= self._columns:
            ends = accumulate(sizes.values(), initial=start)
            return [dict(zip(sizes, ends, strict=False))]
        # Columns on several lines are of one size, so that those below stand in line too.
        size = max(sizes.values())
        each = max(1, (self._columns - start) // size)
        places = [(n, start + index % each * size) for index, n in enumerate(sizes)]
        return [dict(places[first : first + each]) for first in range(0, len(places), each)]

    def _noted(self, row: Row, room: int) -> list[Piece]:
        """Return a row's notes in the columns that fit whole, the first before the others."""
        own = {note.column: _padded(note, self._notes[note.column]) for note in row.notes}
        return [
            Piece(pad("", size - width(said)) + said, "muted")
            for number, size in self._kept(room)
            for said in [own.get(number, "")]
        ]


def _padded(one: Cell, size: tuple[int, int]) -> str:
    """Return a cell's name filled at its right, its number at its left."""
    name, number = size
    return f"{pad(one.name, name)}{' ' * (number - width(one.number))}{one.number}"


def _sizes(cells: Sequence[Cell]) -> dict[int, tuple[int, int]]:
    """Return for each column the columns of its longest name and number."""
    made: dict[int, tuple[int, int]] = {}
    for one in cells:
        name, number = made.get(one.column, (0, 0))
        made[one.column] = max(name, width(one.name)), max(number, width(one.number))
    return made


def _size(pieces: Sequence[Piece]) -> int:
    return sum(width(piece.text) for piece in pieces)


def _head_line(row: Row, columns: int) -> FigureRow:
    notes = [Piece(f"{' ' * _GAP}{note.text}", "muted") for note in row.notes]
    fits = _size(row.name) + _GAP + _size(notes) <= columns
    return FigureRow((*row.name, Piece(" ")), notes=tuple(notes) if fits else (), head=True)


def row_line(drawn: FigureRow, columns: int, active: int = -1) -> Line:
    """Draw a row; the figure number ``active`` is the one with the cursor."""
    pieces = list(drawn.lead)
    for number, (figure, words) in enumerate(zip(drawn.figures, drawn.words, strict=True)):
        pieces.append(Piece(" " * (drawn.starts[number] - _size(pieces))))
        pieces.append(Piece(f" {words} ", "cursor" if number == active else figure.role))
    return Line.of(*fit([*pieces, *drawn.notes], columns))
