"""Where a body line stands among the others: its left edge, and the room behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plan_tui.parse.common.geometry import (
    estimate_measure,
    printed_line,
    printed_width,
    unbreakable_start,
)
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.text.traced import Traced

_EDGE_SHARE = 0.08
"""The part of all lines that end at a right edge of the text, at least."""
_BIN = 2.0
"""Points within which ends of lines count as one edge."""
_BEYOND = 0.8
"""Ems by which a line may exceed its right edge: punctuation hangs, justified lines vary."""
_FALLBACK = 40.0
"""Ems of a full line, where no line is wide enough to tell."""
_LEAST = 15.0
"""Ems of a line that may be full, where blanks and widths alone tell."""
_SLACK = 0.6
"""Ems that a line may lack beside the next word, and be full: lines are adjusted to their edge."""


class LinePlaces:
    """The places of the lines of a whole body, by positions, else by blanks and widths."""

    def __init__(self, lines: Sequence[BodyLine]) -> None:
        self._edges = _right_edges(lines)
        widths = (printed_line(line.text, ()) for line in lines if not line.positioned)
        self._measure = estimate_measure(widths, _LEAST) or _FALLBACK
        self.indented = any(line.positioned for line in lines) or _uses_blanks(lines)
        """Whether left edges tell anything."""

    def room(self, line: BodyLine) -> float:
        """Return the ems between a line's end and the right edge of its text."""
        right, size = line.line.right, line.line.size
        if right is None or not size:
            indent = line.left if self.indented else 0.0
            return self._measure - indent - printed_line(line.text, ()).set_width
        edges = [edge for edge in self._edges if edge >= right - _BEYOND * size]
        return (min(edges, default=right) - right) / size

    def is_full(self, line: BodyLine, following: BodyLine) -> bool:
        """Return whether the start of the next line would not have fitted on ``line``."""
        start = unbreakable_start(following.text.text.lstrip())
        return self.room(line) < printed_width(Traced.supplied(start)) + _SLACK

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


def _right_edges(lines: Iterable[BodyLine]) -> list[float]:
    """Return where many lines end, in points: the right edges of the text and its columns."""
    rights = [line.line.right for line in lines if line.line.right is not None]
    bins = Counter(round(right / _BIN) for right in rights)
    enough = _EDGE_SHARE * len(rights)
    edges = [
        bin_ * _BIN
        for bin_ in bins
        if bins[bin_ - 1] + bins[bin_] + bins[bin_ + 1] >= enough
        and bins[bin_] >= max(bins[bin_ - 1], bins[bin_ + 1])
    ]
    return sorted(edges) or ([max(rights)] if rights else [])


def _uses_blanks(lines: Sequence[BodyLine]) -> bool:
    """Return whether blanks before the lines set them in, as ``pdftotext -layout`` gives them."""
    return sum(line.left > 0 for line in lines) > len(lines) / 3
