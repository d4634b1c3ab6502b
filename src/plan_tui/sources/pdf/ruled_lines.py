"""The straight lines of a page: strokes, frames, and surfaces as thin as a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from plan_tui.sources.pdf.drawn_shapes import DrawnShape, DrawnWith
from plan_tui.sources.pdf.page_frame import PageFrame
from plan_tui.text.record import record

THICKEST = 3.0
"""A surface that is thicker (in points) is no line."""
NEAR = 2.0
"""What lies nearer (in points) meets; dots of a dotted line do."""
SHORTEST = 6.0
"""What is shorter (in points) rules nothing: a tick, a glyph drawn as a path."""

Area = tuple[float, float, float, float]
"""Left, bottom, right and top on the page as seen."""


@record
class RuledLine:
    """A straight line along one axis of the page as seen."""

    at: float
    """Its height, if it is level; else how far to the right it stands."""
    start: float
    end: float


@record
class RuledLines:
    """The lines of a page."""

    level: tuple[RuledLine, ...]
    upright: tuple[RuledLine, ...]


def ruled_lines(shapes: Iterable[DrawnShape], frame: PageFrame) -> RuledLines:
    """Return the lines of a page; pieces that continue each other are one line.

    White lines rule as far as they lie on coloured surfaces, as in the heads of tables.
    """
    surfaces: list[Area] = []
    level: list[RuledLine] = []
    upright: list[RuledLine] = []
    for shape in shapes:
        for ink, area in _areas(shape, frame):
            left, bottom, right, top = area
            if right - left > THICKEST and top - bottom > THICKEST:
                if ink is DrawnWith.COLOURED:
                    surfaces.append(area)
                continue
            for left, bottom, right, top in _seen(ink, area, surfaces):
                if top - bottom <= THICKEST:
                    level.append(RuledLine((top + bottom) / 2, left, right))
                if right - left <= THICKEST:
                    upright.append(RuledLine((left + right) / 2, bottom, top))
    return RuledLines(_joined(level), _joined(upright))


def _areas(shape: DrawnShape, frame: PageFrame) -> Iterator[tuple[DrawnWith, Area]]:
    """Yield the surface of a shape and each of its edges with what it is drawn with."""
    if shape.surface is not DrawnWith.NONE:
        xs, ys = [x for x, _ in shape.corners], [y for _, y in shape.corners]
        yield shape.surface, frame.bounds(min(xs), min(ys), max(xs), max(ys))
    if shape.outline is not DrawnWith.NONE:
        for (x1, y1), (x2, y2) in pairwise(shape.corners):
            area = frame.bounds(x1, y1, x2, y2)
            if area[2] - area[0] <= THICKEST or area[3] - area[1] <= THICKEST:
                yield shape.outline, area


def _seen(ink: DrawnWith, line: Area, surfaces: Iterable[Area]) -> Iterator[Area]:
    """Yield the parts of a line that are seen."""
    if ink is DrawnWith.COLOURED:
        yield line
        return
    for surface in surfaces:
        left, bottom = max(line[0], surface[0] - NEAR), max(line[1], surface[1] - NEAR)
        right, top = min(line[2], surface[2] + NEAR), min(line[3], surface[3] + NEAR)
        if left <= right and bottom <= top:
            yield left, bottom, right, top


def _joined(lines: Iterable[RuledLine]) -> tuple[RuledLine, ...]:
    """Join what continues each other, and drop what is too short to rule anything."""
    joined: list[RuledLine] = []
    for group in _of_one_place(sorted(lines, key=lambda line: line.at)):
        at = sum(line.at for line in group) / len(group)
        group.sort(key=lambda line: line.start)
        start, end = group[0].start, group[0].end
        for line in group[1:]:
            if line.start - end > NEAR:
                joined.append(RuledLine(at, start, end))
                start, end = line.start, line.end
            end = max(end, line.end)
        joined.append(RuledLine(at, start, end))
    return tuple(line for line in joined if line.end - line.start >= SHORTEST)


def _of_one_place(lines: Iterable[RuledLine]) -> Iterator[list[RuledLine]]:
    group: list[RuledLine] = []
    for line in lines:
        if group and line.at - group[0].at > NEAR:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
