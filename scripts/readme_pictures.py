"""Draw the pictures of the READMEs from the real application, each character as wide as it is.

Usage: ``python -m scripts.readme_pictures``; it needs Noto Sans Mono CJK JP and DejaVu Sans Mono
(Debian: ``fonts-noto-cjk``, ``fonts-dejavu-core``) and ``fc-match``, and writes
``docs/pictures/*.png``.

An SVG leaves the fonts to whoever shows it: where the one that it asks for is missing, Japanese is
drawn with gaps. Here each cell has a fixed number of pixels, and a wide character two cells.

A picture holds a digest of the screen that it shows: a test, which needs no font, tells by it when
the screen has changed.
"""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from plan_tui.text.language import Language
from plan_tui.text.record import record
from plan_tui.tui.app import PlanApp

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
CELL = (11, 25)
"""Pixels of a cell; a wide character takes two of them."""
DAY = "2026-01-05"
"""The day on which the pictures are taken: what lies before it is past its planned date."""
_WIDE = "Noto Sans Mono CJK JP"
_NARROW = "DejaVu Sans Mono"
_SIZES = {_WIDE: 22, _NARROW: 18}
"""At which a character of each font is as wide as its cells."""
_BASELINE = 20
"""Pixels from the top of a cell down to the line that characters stand on."""
_COLOURS = 128
"""Of a picture: the application uses fewer, and the edges of characters mix them."""
_SETTLED = 0.5
"""Seconds after a key until everything is drawn."""
_SCREEN = "Screen"
"""The word under which a picture holds the digest of its screen."""


@record
class ReadmePicture:
    """A picture: what is opened, which keys are pressed, and how large the terminal is."""

    name: str
    key: str
    keys: tuple[str, ...]
    size: tuple[int, int]
    """Columns and lines."""

    @property
    def file(self) -> Path:
        """The file that holds it."""
        return FOLDER / f"{self.name}.png"

    @property
    def screen_digest(self) -> str:
        """The digest of the screen that the file shows; empty where none is said."""
        with Image.open(self.file) as image:
            return str(image.info.get(_SCREEN, ""))


PICTURES = (
    ReadmePicture("compare", "2021:M1-8", ("d",), (120, 34)),
    ReadmePicture("report", "2021:M1-8", ("R",), (120, 30)),
)


async def drawn_lines(picture: ReadmePicture) -> list[list[Segment]]:
    """Return the lines of the screen, as the terminal would be sent them."""
    app = PlanApp(language=Language.JA)
    app.theme = "plan-dark"
    app.session.today = DAY
    async with app.run_test(size=picture.size) as pilot:
        await app.open_section(picture.key)
        await pilot.pause(_SETTLED)
        await pilot.press(*picture.keys)
        await app.workers.wait_for_complete()
        await pilot.pause(_SETTLED)
        await pilot.pause()  # on a busy machine it takes longer
        return [list(strip) for strip in app.screen._compositor.render_strips()]


def digest_of(lines: Iterable[Iterable[Segment]]) -> str:
    """Return the SHA-256 of each character of some lines with its style, in hexadecimal."""
    cells = [
        [(character, str(segment.style)) for segment in line for character in segment.text]
        for line in lines
    ]
    return hashlib.sha256(repr(cells).encode()).hexdigest()


def draw(lines: Iterable[Iterable[Segment]], size: tuple[int, int]) -> Image.Image:
    """Return the picture of lines in a terminal of so many columns and lines."""
    width, height = CELL
    image = Image.new("RGB", (size[0] * width, size[1] * height))
    pen = ImageDraw.Draw(image)
    for row, line in enumerate(lines):
        column = 0
        for segment in line:
            for character in segment.text:
                _draw_cell(pen, character, segment.style or Style(), column * width, row * height)
                column += cell_len(character)
    return image.quantize(_COLOURS, dither=Image.Dither.NONE)


def _draw_cell(pen: ImageDraw.ImageDraw, character: str, style: Style, left: int, top: int) -> None:
    cells = cell_len(character)
    width, height = CELL[0] * cells, CELL[1]
    ink, paper = _colour(style, "color"), _colour(style, "bgcolor")
    if style.reverse:
        ink, paper = paper, ink
    if style.dim:
        ink = tuple((a + b) // 2 for a, b in zip(ink, paper, strict=True))
    pen.rectangle((left, top, left + width - 1, top + height - 1), fill=paper)
    if not cells:
        return
    font = _font(cells == 2, bool(style.bold))
    pen.text((left + width / 2, top + _BASELINE), character, font=font, fill=ink, anchor="ms")
    if style.underline:
        pen.line((left, top + height - 2, left + width - 1, top + height - 2), fill=ink)
    if style.strike:
        pen.line((left, top + height // 2, left + width - 1, top + height // 2), fill=ink)


def _colour(style: Style, name: str) -> tuple[int, ...]:
    colour = getattr(style, name)
    if colour is None:
        return (230, 230, 230) if name == "color" else (0, 0, 0)
    return tuple(colour.get_truecolor(foreground=name == "color"))


@cache
def _font(wide: bool, bold: bool) -> ImageFont.FreeTypeFont:
    name = _WIDE if wide else _NARROW
    pattern = f"{name}:bold" if bold else name
    command = ["fc-match", "-f", "%{family}|%{file}|%{index}", pattern]
    font = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    family, file, index = font.split("|")
    if name not in family:
        sys.exit(f"the font {name} is not installed; {family} would be drawn in its place")
    return ImageFont.truetype(file, _SIZES[name], index=int(index))


def main() -> None:
    """Draw all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        lines = asyncio.run(drawn_lines(picture))
        told = PngInfo()
        told.add_text(_SCREEN, digest_of(lines))
        draw(lines, picture.size).save(picture.file, optimize=True, pnginfo=told)
        print(picture.file)


if __name__ == "__main__":
    main()
