"""What made-up PDFs are typed of: fonts, and the parts of a line."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

MINCHO = "HeiseiMin-W3"
GOTHIC = "HeiseiKakuGo-W5"
DOWNWARDS = "HeiseiMin-W3-V"
LATIN = "Times-Roman"
LATIN_BOLD = "Times-Bold"


for _font in (MINCHO, GOTHIC):
    pdfmetrics.registerFont(UnicodeCIDFont(_font))


def _register_downwards() -> None:
    """Give the font that runs downwards a name beside the one that runs to the right."""
    font = UnicodeCIDFont(MINCHO, isVertical=True)
    font.name = font.fontName = DOWNWARDS
    pdfmetrics.registerFont(font)


_register_downwards()


@dataclass(frozen=True, slots=True)
class Raised:
    """A small mark above the line, as of a footnote."""

    text: str
    size: float = 0.5
    """In sizes of the line."""
    rise: float = 0.4


@dataclass(frozen=True, slots=True)
class Lowered:
    """A small mark below the line, as in a formula."""

    text: str
    size: float = 0.6
    rise: float = -0.2


@dataclass(frozen=True, slots=True)
class Ruby:
    """A word with its reading in small kana above it."""

    word: str
    reading: str
    size: float = 0.5
    rise: float = 0.95


@dataclass(frozen=True, slots=True)
class In:
    """A part of a line in another font or size (in points)."""

    text: str
    font: str
    size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty place in a line, as a tab stop leaves it, in sizes of the type."""

    width: float


Part = str | Raised | Lowered | Ruby | In | Gap


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell that spans several columns or rows; those that it covers are not given."""

    text: str
    columns: int = 1
    rows: int = 1
