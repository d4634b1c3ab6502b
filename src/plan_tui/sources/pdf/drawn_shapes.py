"""The shapes with straight edges that a PDF page draws, as pdfium tells them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from enum import Enum

import pypdfium2
import pypdfium2.raw as pdfium

from plan_tui.text.record import record

MOST_SEGMENTS = 30_000
"""A page with more is a drawing; its further lines are left out to end in good time."""
DEEPEST_FORM = 5
"""Forms inside forms beyond this depth are left out."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


class DrawnWith(Enum):
    """What something is drawn with."""

    NONE = "none"
    WHITE = "white"
    """Seen on a coloured surface alone."""
    COLOURED = "coloured"


@record
class DrawnShape:
    """A line or polygon in the coordinates of the PDF."""

    corners: tuple[Point, ...]
    surface: DrawnWith
    outline: DrawnWith


def drawn_shapes(page: pypdfium2.PdfPage) -> Iterator[DrawnShape]:
    """Yield the shapes in the order in which they are drawn; those with curves are left out."""
    left = MOST_SEGMENTS
    for path, matrix in _paths(page.raw, (1, 0, 0, 1, 0, 0), 0):
        left -= max(pdfium.FPDFPath_CountSegments(path), 0)
        if left < 0:
            return
        surface, outline = _inks(path)
        for corners in _outlines(path, matrix):
            yield DrawnShape(tuple(corners), surface, outline)


def _inks(path: pdfium.FPDF_PAGEOBJECT) -> tuple[DrawnWith, DrawnWith]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    surface = _colour(path, pdfium.FPDFPageObj_GetFillColor) if fill.value else DrawnWith.NONE
    outline = _colour(path, pdfium.FPDFPageObj_GetStrokeColor) if stroke.value else DrawnWith.NONE
    return surface, outline


def _colour(path: pdfium.FPDF_PAGEOBJECT, read: Callable[..., int]) -> DrawnWith:
    parts = [ctypes.c_uint() for _ in range(4)]
    read(path, *(ctypes.byref(part) for part in parts))
    red, green, blue, alpha = (part.value for part in parts)
    if alpha == 0:
        return DrawnWith.NONE
    return DrawnWith.WHITE if min(red, green, blue) == 255 else DrawnWith.COLOURED


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
