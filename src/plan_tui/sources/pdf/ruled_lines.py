"""The straight lines that a PDF page draws: strokes, frames, and rectangles as thin as a line."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from plan_tui.sources.pdf.page_frame import PageFrame

THICKEST = 3.0
"""A filled rectangle that is thicker (in points) is a surface."""
NEAR = 2.0
"""What lies nearer (in points) meets; dots of a dotted line do."""
SHORTEST = 6.0
"""What is shorter (in points) rules nothing: a tick, a glyph drawn as a path."""
MOST_SEGMENTS = 30_000
"""A page with more is a drawing; its further lines are left out to end in good time."""
DEEPEST_FORM = 5
"""Forms inside forms beyond this depth are left out."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class RuledLine:
    """A straight line along one axis of the page as seen."""

    at: float
    """Its height, if it is level; else how far to the right it stands."""
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class RuledLines:
    """The lines of a page."""

    level: tuple[RuledLine, ...]
    upright: tuple[RuledLine, ...]


def ruled_lines(page: pypdfium2.PdfPage, frame: PageFrame) -> RuledLines:
    """Return the lines of a page; pieces that continue each other are one line."""
    level: list[RuledLine] = []
    upright: list[RuledLine] = []
    for (x1, y1), (x2, y2) in _strokes(page):
        left, bottom, right, top = frame.bounds(x1, y1, x2, y2)
        if top - bottom <= THICKEST:
            level.append(RuledLine((top + bottom) / 2, left, right))
        if right - left <= THICKEST:
            upright.append(RuledLine((left + right) / 2, bottom, top))
    return RuledLines(_joined(level), _joined(upright))


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


def _strokes(page: pypdfium2.PdfPage) -> Iterator[tuple[Point, Point]]:
    """Yield the ends of each straight line, or two corners of each thin surface."""
    left = MOST_SEGMENTS
    for path, matrix in _paths(page.raw, (1, 0, 0, 1, 0, 0), 0):
        left -= max(pdfium.FPDFPath_CountSegments(path), 0)
        if left < 0:
            return
        filled, stroked = _draw_mode(path)
        for points in _outlines(path, matrix):
            if stroked:
                yield from pairwise(points)
            elif filled:
                xs, ys = [x for x, _ in points], [y for _, y in points]
                yield (min(xs), min(ys)), (max(xs), max(ys))


def _paths(
    holder: pdfium.FPDF_PAGE | pdfium.FPDF_PAGEOBJECT, matrix: Matrix, depth: int
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix]]:
    """Yield the drawn paths of a page or form, each with the way to the page's coordinates."""
    if depth:
        count = pdfium.FPDFFormObj_CountObjects(holder)
    else:
        count = pdfium.FPDFPage_CountObjects(holder)
    for index in range(max(count, 0)):
        get = pdfium.FPDFFormObj_GetObject if depth else pdfium.FPDFPage_GetObject
        page_object = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(page_object)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield page_object, _times(_matrix(page_object), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            yield from _paths(page_object, _times(_matrix(page_object), matrix), depth + 1)


def _matrix(page_object: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(page_object, ctypes.byref(m))
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    """Return the way of two ways after each other."""
    a, b, c, d, e, f = first
    a2, b2, c2, d2, e2, f2 = then
    return (
        a * a2 + b * c2, a * b2 + b * d2, c * a2 + d * c2, c * b2 + d * d2,
        e * a2 + f * c2 + e2, e * b2 + f * d2 + f2,
    )  # fmt: skip


def _draw_mode(path: pdfium.FPDF_PAGEOBJECT) -> tuple[bool, bool]:
    """Return whether the path is filled and whether it is stroked."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    filled = bool(fill.value) and not _is_white(path)
    return filled, bool(stroke.value)


def _is_white(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether the path is filled with white, as what covers something is."""
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *(ctypes.byref(part) for part in parts))
    red, green, blue, alpha = (part.value for part in parts)
    return alpha == 0 or min(red, green, blue) == 255


def _outlines(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[list[Point]]:
    """Yield the corners of each part of a path; a part with curves is none of ours."""
    points: list[Point] = []
    curved = False
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(_corner(segment, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _corner(segment: pdfium.FPDF_PATHSEGMENT, matrix: Matrix) -> Point:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
    a, b, c, d, e, f = matrix
    return a * x.value + c * y.value + e, b * x.value + d * y.value + f
