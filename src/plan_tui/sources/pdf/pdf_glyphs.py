"""The characters of a PDF page as pdfium tells them, before they are seen as text."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from plan_tui.text.record import record, replaced

UNMAPPED = "\ufffd"
"""Stands for a glyph of which the PDF does not say what character it is."""

HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
"""What pdfium or a font may call a hyphen that is printed at the end of a line."""

BOLD_WEIGHT = 700
"""The weight of a bold font by the OpenType scale; pdfium estimates it where no name tells."""

BOLD_NAMES = ("bold", "heavy", "black")
STRAIGHT = 0.1
"""How far from the page's axes a text runs at most, in quarter turns, by a page scanned askew."""
STROKED = 2
"""The way to draw text that fills and strokes it, by which a light font is made bold."""


@record
class TextStyle:
    """What all characters that are printed by one command share."""

    run: int
    size: float
    """As printed, in points."""
    font: str
    """Without the prefix of a subset; a bold one's ends in ``Bold``."""
    turns: int
    """Quarter turns counter-clockwise in which it runs: 0 to the right, 1 upwards."""
    slanted: bool
    """Whether it runs across the page, as a stamp does."""


@record
class PdfGlyph:
    """A printed character in the coordinates of the PDF."""

    text: str
    style: TextStyle
    x: float
    """Where its baseline begins."""
    y: float
    left: float
    bottom: float
    right: float
    top: float


def pdf_glyphs(text_page: pypdfium2.PdfTextPage) -> list[PdfGlyph]:
    """Return the printed characters of a page in the order in which they are drawn."""
    glyphs: list[PdfGlyph] = []
    for glyph in _characters(text_page.raw):
        last = glyphs[-1] if glyphs else None
        if last and last.style.run == glyph.style.run and _belongs_to_last(glyph.text):
            glyphs[-1] = replaced(
                last, text=last.text + glyph.text, right=max(last.right, glyph.right)
            )
        elif glyph.text:
            glyphs.append(glyph)
    return glyphs


def _belongs_to_last(text: str) -> bool:
    """Whether it changes the character before it (a combining sign, a variant's selector).

    So does what is not seen: the room that it takes is no gap.
    """
    return not text or unicodedata.category(text) in ("Mn", "Me")


def _characters(page: pdfium.FPDF_TEXTPAGE) -> Iterator[PdfGlyph]:
    """Yield what is printed; blanks and breaks that pdfium adds of its own stand in no object.

    What takes room, but is not seen, has an empty text.
    """
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    styles = _Styles(page)
    high = 0
    for index in range(pdfium.FPDFText_CountChars(page)):
        style = styles.of(index)
        if style is None:
            continue
        code = pdfium.FPDFText_GetUnicode(page, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        text = _text(code, high, bool(pdfium.FPDFText_HasUnicodeMapError(page, index) > 0))
        high = 0
        pdfium.FPDFText_GetLooseCharBox(page, index, box_at)
        pdfium.FPDFText_GetCharOrigin(page, index, x_at, y_at)
        yield PdfGlyph(text, style, x.value, y.value, box.left, box.bottom, box.right, box.top)


def _text(code: int, high: int, unmapped: bool) -> str:
    """Return the character as printed; empty for a control or a break that is not seen."""
    if code in HYPHENS:
        return "-"
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else UNMAPPED
    if unmapped or code > 0x10FFFF:
        return UNMAPPED
    character = chr(code)
    if character == "\t":
        return " "
    unseen = unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")
    return "" if unseen else character


class _Styles:
    """The styles of the objects of a page, each read once."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE) -> None:
        self._page = page
        self._by_object: dict[int, TextStyle] = {}

    def of(self, index: int) -> TextStyle | None:
        """Return the style of a character; None if no object of the page prints it."""
        text_object = pdfium.FPDFText_GetTextObject(self._page, index)
        address = ctypes.c_void_p.from_buffer(text_object).value
        if not address:
            return None
        if address not in self._by_object:
            self._by_object[address] = self._read(index, text_object, len(self._by_object))
        return self._by_object[address]

    def _read(self, index: int, text_object: pdfium.FPDF_PAGEOBJECT, run: int) -> TextStyle:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._page, index, ctypes.byref(matrix))
        size = pdfium.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d)
        quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        slanted = abs(quarters - round(quarters)) > STRAIGHT
        font = self._font(index, text_object)
        return TextStyle(run, round(abs(size), 1), font, round(quarters) % 4, slanted)

    def _font(self, index: int, text_object: pdfium.FPDF_PAGEOBJECT) -> str:
        buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._page, index, buffer, 256, ctypes.byref(flags))
        name = buffer.value.decode("utf-8", "replace")
        if len(name) > 7 and name[6] == "+":
            name = name[7:]
        bold = (
            any(word in name.casefold() for word in BOLD_NAMES)
            or pdfium.FPDFText_GetFontWeight(self._page, index) >= BOLD_WEIGHT
            or pdfium.FPDFTextObj_GetTextRenderMode(text_object) == STROKED
        )
        return f"{name}-Bold" if bold and not name.endswith("Bold") else name
