"""Lines that are set when they are seen: before, only how many there are and where `n` stops.

A long comparison has thousands of lines, of which a reader sees a screenful at a time.
"""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, repeat
from typing import overload

from plan_tui.text.record import record, replaced
from plan_tui.tui.render.comparison_state import row_beside
from plan_tui.tui.render.line import EMPTY, Anchor, Line, Paragraph


@record
class LineBlock:
    """Lines that are set together, of one text."""

    count: int
    """How many lines."""
    draw: Callable[[], Sequence[Line]]
    """Sets them."""
    stop: int = -1
    """Number of the line at which `n` stops; -1 for none."""
    signs: frozenset[str] = frozenset()
    """Those that stand before its lines, but for that of phrases in common."""
    shares: Callable[[], bool] = bool
    """Whether that one does, which is asked until one says so: for it phrases are cut."""
    anchor: Anchor | None = None
    """That of all its lines; None if each has one of its own, or none."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> LineBlock:
        """Return lines that are set already, without a stop."""
        return cls(len(lines), lambda: lines)

    @classmethod
    def blank(cls, count: int) -> LineBlock:
        """Return empty lines."""
        return cls(count, lambda: [EMPTY] * count)

    @classmethod
    def of_paragraph(cls, paragraph: Paragraph, columns: int) -> LineBlock:
        """Return a paragraph without stops in lines of at most ``columns``."""
        ranges = paragraph.ranges(columns)
        return cls(len(ranges), lambda: paragraph.drawn(ranges))

    def lines(self) -> list[Line]:
        """Set the lines."""
        lines = list(self.draw())
        if self.stop >= 0:
            lines[self.stop] = replaced(lines[self.stop], hit=True)
        if self.anchor is not None:
            lines = [replaced(line, anchor=self.anchor) for line in lines]
        return lines


class UnsetLines(Sequence[Line]):
    """Lines of which each is set when it is asked for."""

    hits: Sequence[int]
    """The numbers of those at which `n` stops, in order."""
    anchors: Sequence[Anchor | None]
    """Those of all lines."""

    @overload
    def __getitem__(self, number: int) -> Line: ...
    @overload
    def __getitem__(self, number: slice) -> list[Line]: ...
    def __getitem__(self, number: int | slice) -> Line | list[Line]:
        """Return a line, or some."""
        if isinstance(number, slice):
            return [self.line(n) for n in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        return self.line(number % len(self))

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self.anchors)

    @abstractmethod
    def line(self, number: int) -> Line:
        """Set a line, and those that are set with it."""


class BlockLines(UnsetLines):
    """The lines of blocks, one below the other."""

    def __init__(self, blocks: Sequence[LineBlock]) -> None:
        self._blocks = blocks
        self._firsts = list(accumulate((block.count for block in blocks), initial=0))
        self._set: dict[int, list[Line]] = {}
        stops = zip(self._firsts, blocks, strict=False)
        self.hits = [first + block.stop for first, block in stops if block.stop >= 0]
        self.anchors = [anchor for block in blocks for anchor in repeat(block.anchor, block.count)]

    def line(self, number: int) -> Line:
        """Set the block in which a line stands."""
        index = bisect_right(self._firsts, number) - 1
        lines = self._set.get(index)
        if lines is None:
            lines = self._set[index] = self._blocks[index].lines()
        return lines[number - self._firsts[index]]


class BesideLines(UnsetLines):
    """Columns of lines side by side; see `comparison_state.beside`."""

    def __init__(self, columns: Sequence[UnsetLines], size: int, base_at: int) -> None:
        self._columns, self._size, self._base_at = columns, size, base_at
        self._set: dict[int, Line] = {}
        height = max(map(len, columns))
        self.hits = sorted({hit for column in columns for hit in column.hits})
        self.anchors = [*columns[0].anchors, *repeat(None, height - len(columns[0]))]

    def line(self, number: int) -> Line:
        """Set a line of each column."""
        line = self._set.get(number)
        if line is None:
            cells = [c.line(number) if number < len(c) else EMPTY for c in self._columns]
            line = self._set[number] = row_beside(cells, self._size, self._base_at)
        return line


class JoinedLines(UnsetLines):
    """Lines below each other, of which some may be set already."""

    def __init__(self, parts: Iterable[Sequence[Line]]) -> None:
        self._parts = [part for part in parts if part]
        self._firsts = list(accumulate(map(len, self._parts), initial=0))
        of_parts = list(zip(self._firsts, self._parts, strict=False))
        self.hits = [first + hit for first, part in of_parts for hit in hits_of(part)]
        self.anchors = [anchor for part in self._parts for anchor in anchors_of(part)]

    def line(self, number: int) -> Line:
        """Set a line of the part in which it stands."""
        index = bisect_right(self._firsts, number) - 1
        return self._parts[index][number - self._firsts[index]]


def hits_of(lines: Sequence[Line]) -> Sequence[int]:
    """Return the numbers of lines at which `n` stops; none is set for it."""
    if isinstance(lines, UnsetLines):
        return lines.hits
    return [number for number, line in enumerate(lines) if line.hit]


def anchors_of(lines: Sequence[Line]) -> Sequence[Anchor | None]:
    """Return the anchors of lines, of which none is set for it."""
    return lines.anchors if isinstance(lines, UnsetLines) else [line.anchor for line in lines]
