"""Where a body line stands among the others: its left edge, and the room behind it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from plan_tui.parse.common.geometry import (
    PrintedLine,
    estimate_measure,
    printed_line,
    printed_width,
    unbreakable_start,
)
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.text.traced import Traced

_EDGE_SHARE = 0.08
"""The part of all lines that end at a right edge of the text, at least."""
_FEWEST = 3
"""Lines that end at an edge, at least."""
_LONG = 0.35
"""The part of the widest line that a line fills which may be a column's full line."""
_BIN = 2.0
"""Points within which ends of lines count as one edge."""
_BEYOND = 0.8
"""Ems by which a line may exceed its right edge: punctuation hangs, justified lines vary."""
_HANGING = 1.7
"""The same, if it ends in a sign that may hang beyond the edge whole, with a mark before it."""
_HANGS = ("、", "。", "，", "．")
_FALLBACK = 40.0
"""Ems of a full line, where no line is wide enough to tell."""
_LEAST = 15.0
"""Ems of a line that may be full, where blanks and widths alone tell."""
_SAME, _SAME_BLANKS = 0.6, 0.4
"""Ems by which left edges differ that are the same: by positions, an adjusted first character; by
blanks, less than one blank."""
_FEW_LINES = 4
"""Lines of a page of which the widest may be short."""
_SET_IN = 0.05
"""The part of the lines that begin with blanks, where those set lines in at all."""
_DEEPEST_INDENT = 5.0
"""Ems by which text below deep headings may be set in."""
_COMMAS = ("、", "，")
_BROKEN_OFF = 3.0
"""Ems that a line lacks at least which breaks off before the right edge."""
_RAGGED = 0.5
"""The part of lines with a comma at their end that break off, where all lines may."""
_SLACK = 0.6
"""Ems that a line may lack beside the next word, and be full: lines are adjusted to their edge."""


class LinePlaces:
    """The places of the lines of a whole body, by positions, else by blanks and widths."""

    def __init__(self, lines: Sequence[BodyLine], depths: Mapping[int, int]) -> None:
        """Learn the places of ``lines``; ``depths`` has the depth of each line's section."""
        self.lines = lines
        self.same = _SAME if any(line.positioned for line in lines) else _SAME_BLANKS
        """Ems by which left edges differ that are the same."""
        self._edges = _right_edges(lines)
        self._heights: dict[tuple[int | None, int], list[float]] = defaultdict(list)
        for line in lines:
            if line.line.left is not None:
                self._heights[_height(line)].append(line.line.left)
        blank = [line for line in lines if not line.positioned]
        measure = estimate_measure((printed_line(line.text, ()) for line in blank), _LEAST)
        self._measure = measure or _FALLBACK
        self._depths = depths
        self._by_depth = self._measures(blank)
        self._widest = _widest_of_pages(blank)
        self.indented = any(line.positioned for line in lines) or _uses_blanks(lines)
        """Whether left edges tell anything."""
        self.ragged = self._is_ragged(blank)
        """Whether lines break off anywhere, as where a text is extracted in the order in which
        it is drawn: only the end of a sentence may end a paragraph then."""

    def _is_ragged(self, lines: Iterable[BodyLine]) -> bool:
        """Return whether many lines end in a comma, which ends no paragraph, before the edge."""
        rooms = [self.room(line) for line in lines if line.solid.endswith(_COMMAS)]
        return sum(room >= _BROKEN_OFF for room in rooms) > _RAGGED * max(len(rooms), _FEWEST)

    def room(self, line: BodyLine) -> float:
        """Return the ems between a line's end and the right edge of its text."""
        right, size = line.line.right, line.line.size
        if right is None or not size:
            measure = min(self._text_measure(line), self._widest[line.line.page])
            return measure - printed_line(line.text, ()).set_width
        beyond = _HANGING if line.solid.endswith(_HANGS) else _BEYOND
        edges = [edge for edge in self._edges if edge >= right - beyond * size]
        beside = [left for left in self._beside(line) if left > right]
        return (min([*edges, *beside], default=right) - right) / size

    def _beside(self, line: BodyLine) -> Sequence[float]:
        """Return the left edges of all lines at a line's height: what stands in other columns."""
        return self._heights.get(_height(line), ())

    def _measures(self, lines: Iterable[BodyLine]) -> dict[int, float]:
        """Return the width of a full line of sections by depth, as text below them is set in."""
        by_depth: dict[int, list[PrintedLine]] = defaultdict(list)
        for line in lines:
            by_depth[self._depths.get(line.line.number, 0)].append(printed_line(line.text, ()))
        least = self._measure - _DEEPEST_INDENT
        return {
            depth: estimate_measure(there, least) or self._measure
            for depth, there in by_depth.items()
        }

    def _text_measure(self, line: BodyLine) -> float:
        """Return the ems that a line without boxes may fill from its first character on."""
        if self.indented:
            return self._measure - line.left
        return self._by_depth[self._depths.get(line.line.number, 0)]

    def is_full(self, line: BodyLine, following: BodyLine) -> bool:
        """Return whether the start of the next line would hardly have fitted on ``line``."""
        return self.room(line) < _start_width(following) + _SLACK

    def fits(self, line: BodyLine, following: BodyLine) -> bool:
        """Return whether the start of the next line would surely have fitted on ``line``."""
        return _start_width(following) <= self.room(line)

    def left(self, line: BodyLine) -> float:
        """Return the ems from the body's left edge to a line's first character, marks included."""
        whole, size = line.line.left, line.line.size
        if whole is None or not size:
            return line.left
        first = next((i for i, c in enumerate(line.text.text) if not c.isspace()), None)
        place = line.text.places[first] if first is not None else None
        box = line.line.boxes[place[1]] if place and place[0] == line.line.number else None
        return line.left - (box.left - whole) / size if box else line.left

    def text_left(self, line: BodyLine, start: int) -> float | None:
        """Return the ems from the body's left edge to a character; None if unknown."""
        place = line.text.places[start] if start < len(line.text) else None
        size, whole = line.line.size, line.line.left
        if not line.positioned or place is None or not size or whole is None:
            return None
        box = line.line.boxes[place[1]] if place[0] == line.line.number else None
        return self.left(line) + (box.left - whole) / size if box else None


def _height(line: BodyLine) -> tuple[int | None, int]:
    """Return the page of a line, and its baseline in whole points."""
    return line.line.page, round(line.line.baseline or 0.0)


def _start_width(line: BodyLine) -> float:
    """Return the ems of a line's first word or character, with what may not be parted from it."""
    return printed_width(Traced.supplied(unbreakable_start(line.text.text.lstrip())))


def _widest_of_pages(lines: Iterable[BodyLine]) -> dict[int | None, float]:
    """Return the width of each page's widest line; of a page with few lines it says nothing."""
    widths: dict[int | None, list[float]] = defaultdict(list)
    for line in lines:
        widths[line.line.page].append(printed_line(line.text, ()).width)
    return {
        page: max(there) if len(there) >= _FEW_LINES else math.inf for page, there in widths.items()
    }


def _right_edges(lines: Iterable[BodyLine]) -> list[float]:
    """Return where many long lines end, in points: the right edges of the text and its columns."""
    spans = [
        (line.line.left, line.line.right)
        for line in lines
        if line.line.left is not None and line.line.right is not None
    ]
    widest = max((right - left for left, right in spans), default=0.0)
    rights = [right for left, right in spans if right - left >= _LONG * widest]
    bins = Counter(round(right / _BIN) for right in rights)
    enough = max(_FEWEST, _EDGE_SHARE * len(rights))
    edges = [
        bin_ * _BIN
        for bin_ in bins
        if bins[bin_ - 1] + bins[bin_] + bins[bin_ + 1] >= enough
        and bins[bin_] >= max(bins[bin_ - 1], bins[bin_ + 1])
    ]
    return sorted(edges) or ([max(rights)] if rights else [])


def _uses_blanks(lines: Sequence[BodyLine]) -> bool:
    """Return whether blanks before the lines set them in, as ``pdftotext -layout`` gives them."""
    return sum(line.left > 0 for line in lines) > _SET_IN * len(lines)
