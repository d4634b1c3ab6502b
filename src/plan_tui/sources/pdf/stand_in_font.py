"""A font of boxes, which stands in for the fonts that a PDF names but does not contain.

Only the places of characters are read, and a PDF holds their widths. But pdfium leaves out
text that takes no room, and a character of a missing font takes none where no font of the
machine has it: a label that stands alone would be lost, on some machines and not on others.
So each character is given the same box on all of them.
"""

from __future__ import annotations

import ctypes
import struct

import pypdfium2.raw as pdfium

EM = 1000
"""Units of the font to a size of the type."""
BOX = (0, 0, 100, 100)
"""Left, bottom, right and top of the box in these units: within the width of any character,
for what a glyph covers beyond its width counts as its place."""

_BUILT_IN = ("Helvetica", "Times", "Courier", "Symbol", "ZapfDingbats")
"""How the names begin of the fonts that every reader has, with widths that no PDF repeats."""


def font_of_boxes() -> bytes:
    """Return a TrueType font in which each character of Unicode is the same box."""
    left, bottom, right, top = BOX
    corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    steps = [
        (x - x0, y - y0) for (x, y), (x0, y0) in zip(corners, [(0, 0), *corners], strict=False)
    ]
    box = struct.pack(">hhhhhHH4B", 1, *BOX, 3, 0, 1, 1, 1, 1)
    box += struct.pack(">8h", *(x for x, _ in steps), *(y for _, y in steps))
    box += bytes(-len(box) % 4)
    characters = struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1)
    version, ends = 0x10000, (left, bottom, right, top)
    return _file({
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + characters,
        b"glyf": box * 2,
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", version, version, 0, 0x5F0F3CF5, 0, EM, 0, 0, *ends, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH", version, top, bottom, 0, EM, 0, 0, right, 1, *[0] * 7, 2
        ),
        b"hmtx": struct.pack(">HhHh", EM, left, EM, left),
        b"loca": struct.pack(">III", 0, len(box), 2 * len(box)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", version, 2, 4, 1, 0, 0, 1, *[0] * 8),
        b"post": struct.pack(">IIhhIIIII", 0x30000, *[0] * 8),
    })  # fmt: skip


def _file(tables: dict[bytes, bytes]) -> bytes:
    """Return the tables as a font file, with their directory before them."""
    power = len(tables).bit_length() - 1
    span = 16 << power
    directory = struct.pack(">IHHHH", 0x10000, len(tables), span, power, 16 * len(tables) - span)
    place = len(directory) + 16 * len(tables)
    body = b""
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag, total, place + len(body), len(table))
        body += padded
    return directory + body


class _Fonts:
    """What pdfium asks for fonts instead of asking the machine."""

    def __init__(self) -> None:
        self._font = font_of_boxes()
        self._info = pdfium.FPDF_SYSFONTINFO()
        self._info.version = 1
        answers = {
            "MapFont": self._choose,
            "GetFontData": self._copy,
            "GetFaceName": lambda *_: 0,
            "GetFontCharset": lambda *_: pdfium.FXFONT_DEFAULT_CHARSET,
            "GetFont": lambda *_: None,
            "EnumFonts": lambda *_: None,
            "DeleteFont": lambda *_: None,
            "Release": lambda *_: None,
        }
        for name, answer in answers.items():
            kind = type(getattr(self._info, name))
            setattr(self._info, name, kind(answer))

    def install(self) -> None:
        """Let pdfium ask here from now on."""
        pdfium.FPDF_SetSystemFontInfo(ctypes.byref(self._info))

    def _choose(self, *asked: int) -> int:
        """Return the number of the font to take, 0 for one of pdfium's own."""
        _, _, _, charset, _, name, _ = asked
        family = ctypes.cast(name, ctypes.c_char_p).value or b""
        built_in = family.decode("latin-1").startswith(_BUILT_IN)
        return 0 if built_in and charset == pdfium.FXFONT_ANSI_CHARSET else 1

    def _copy(self, *asked: int) -> int:
        """Copy the font to where pdfium wants it, and return its length; it has no tables apart."""
        _, _, table, buffer, size = asked
        if table:
            return 0
        if buffer and size >= len(self._font):
            ctypes.memmove(buffer, self._font, len(self._font))
        return len(self._font)


_FONTS = _Fonts()
"""Kept as long as the program, for pdfium asks at any time."""


def use_stand_in_font() -> None:
    """Let pdfium take the font of boxes for each font that a PDF does not contain."""
    _FONTS.install()
