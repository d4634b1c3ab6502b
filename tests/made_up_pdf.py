"""Makes PDFs for tests: pages of typed lines, with all that editions of a plan have on a page.

    book = MadeUpPdf()
    page = book.page()
    page.line("第１　暮らし", font=GOTHIC, size=14)
    page.line("　窓口で待つ時間を", Raised("1"), "短くする。")
    page.notes("1 待つ時間は受付から数える。")
    page.page_number("1")
    text = read_book(book, tmp_path)

The fonts are named, not embedded, so a file is small and the same on every machine. Lines are
put below each other from the top; all measures are in points, ``down`` and blanks in sizes of
the type.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from plan_tui.model.paged_text import PagedText
from plan_tui.sources.pdf.pdf_reader import read_pdf
from tests.pdf_parts import DOWNWARDS, MINCHO, Gap, In, Part, Ruby, TableCell

WIDTH, HEIGHT = 595.0, 842.0
"""A4 upright."""
MARGIN = 57.0


@dataclass(slots=True)
class MadeUpPage:
    """A page that is being typed."""

    canvas: Canvas
    width: float
    height: float
    size: float = 12.0
    """Of the running text."""
    y: float = 0.0
    """The baseline of the last line."""
    bottom: float = 0.0
    """The lowest place that a note has taken."""
    spacing: float = 0.0
    """Blank after each character, in points."""

    def __post_init__(self) -> None:
        self.y = self.height - MARGIN
        self.bottom = MARGIN

    def line(
        self,
        *parts: Part,
        left: float = MARGIN,
        size: float | None = None,
        font: str = MINCHO,
        bold: bool = False,
        down: float = 1.6,
        at: float | None = None,
    ) -> float:
        """Type a line below the last one, or at a baseline; return where it ends."""
        size = size or self.size
        if at is None:
            self.y -= down * size
            at = self.y
        x = left
        for part in parts:
            x = self._part(part, x, at, size, font, bold)
        return x

    def lines(self, *texts: str, left: float = MARGIN, size: float | None = None) -> None:
        """Type several lines of running text."""
        for text in texts:
            self.line(text, left=left, size=size)

    def centred(
        self, text: str, *, size: float, at: float | None = None, font: str = MINCHO
    ) -> None:
        """Type a line in the middle of the page."""
        width = pdfmetrics.stringWidth(text, font, size)
        self.line(text, left=(self.width - width) / 2, size=size, at=at, font=font)

    def page_number(self, text: str) -> None:
        """Type a page's number in the middle of its foot."""
        self.centred(text, size=10, at=MARGIN / 2)

    def running_head(self, text: str) -> None:
        """Type a line above the text that all pages have."""
        self.line(text, size=9, at=self.height - MARGIN / 2)

    def contents_entry(self, title: str, page: str, *, left: float = MARGIN) -> None:
        """Type an entry of a contents page: title, a row of dots, page."""
        end = self.line(title, left=left)
        right = self.width - MARGIN - pdfmetrics.stringWidth(page, MINCHO, self.size)
        dot = pdfmetrics.stringWidth("…", MINCHO, self.size)
        dots = "…" * max(int((right - end) / dot), 2)
        end = self.line(dots, left=end, at=self.y)
        self.line(page, left=max(end, right), at=self.y)

    def notes(self, *notes: Part | Sequence[Part], size: float = 9.0, rule: bool = True) -> None:
        """Type footnotes at the foot of the page, below a short rule, each a line."""
        baseline = self.bottom + len(notes) * 1.5 * size
        if rule:
            self.rule(MARGIN, baseline + 0.8 * size, MARGIN + self.width / 4)
        for note in notes:
            baseline -= 1.5 * size
            parts = (note,) if isinstance(note, Part) else tuple(note)
            self.line(*parts, size=size, at=baseline + 0.5 * size)

    def columns(self, *columns: Sequence[str], gutter: float = 24.0) -> None:
        """Type columns beside each other, from the last line on, line by line."""
        top = self.y
        width = (self.width - 2 * MARGIN + gutter) / len(columns)
        lowest = top
        for number, texts in enumerate(columns):
            self.y = top
            self.lines(*texts, left=MARGIN + number * width)
            lowest = min(lowest, self.y)
        self.y = lowest

    def rule(self, left: float, y: float, right: float, *, thickness: float = 0.5) -> None:
        """Draw a level line."""
        self.canvas.setLineWidth(thickness)
        self.canvas.line(left, y, right, y)

    def box(self, *texts: str, left: float = MARGIN, width: float | None = None) -> None:
        """Type lines inside a frame."""
        top = self.y - 0.6 * self.size
        self.y = top
        self.lines(*texts, left=left + self.size)
        self.y -= self.size
        wide = width or self.width - 2 * left
        self.canvas.rect(left, self.y, wide, top - self.y, stroke=1, fill=0)

    def table(
        self,
        rows: Sequence[Sequence[str | TableCell]],
        widths: Sequence[float],
        *,
        left: float = MARGIN,
        size: float = 10.0,
        thin: bool = False,
        open_sides: bool = False,
    ) -> None:
        """Type a ruled table; a line break in a cell begins a new line.

        Args:
            rows: the cells; those that a spanning one covers are left out.
            widths: of the columns.
            left: the left edge.
            size: of the type.
            thin: draw the lines as thin filled rectangles, as office programs do.
            open_sides: leave out the outermost upright lines.

        """
        self.y -= size
        grid = _Grid(self, rows, widths, left, size)
        grid.draw(thin, open_sides)
        self.y = grid.bottom

    def downwards(self, text: str, x: float, y: float, size: float = 12.0) -> None:
        """Type a line that runs down the page."""
        self.canvas.setFont(DOWNWARDS, size)
        self.canvas.drawString(x, y, text)

    def turned(self, text: str, x: float, y: float, degrees: float, size: float = 12.0) -> None:
        """Type a line that runs in another direction."""
        self.canvas.saveState()
        self.canvas.translate(x, y)
        self.canvas.rotate(degrees)
        self.canvas.setFont(MINCHO, size)
        self.canvas.drawString(0, 0, text)
        self.canvas.restoreState()

    def _part(self, part: Part, x: float, y: float, size: float, font: str, bold: bool) -> float:
        if isinstance(part, str):
            return self._text(part, x, y, size, font, bold)
        if isinstance(part, Gap):
            return x + part.width * size
        if isinstance(part, In):
            return self._text(part.text, x, y, part.size or size, part.font, part.bold)
        if isinstance(part, Ruby):
            end = self._text(part.word, x, y, size, font, bold)
            small = part.size * size
            width = pdfmetrics.stringWidth(part.reading, font, small)
            middle = (x + end - width) / 2
            self._text(part.reading, middle, y + part.rise * size, small, font, bold)
            return end
        return self._text(part.text, x, y + part.rise * size, part.size * size, font, bold)

    def _text(self, text: str, x: float, y: float, size: float, font: str, bold: bool) -> float:
        self.canvas.setFont(font, size)
        mode = 2 if bold else 0
        self.canvas.drawString(x, y, text, mode=mode, charSpace=self.spacing)
        return x + float(pdfmetrics.stringWidth(text, font, size)) + self.spacing * len(text)


@dataclass(slots=True)
class _Grid:
    """A ruled table on a page."""

    page: MadeUpPage
    rows: Sequence[Sequence[str | TableCell]]
    widths: Sequence[float]
    left: float
    size: float
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.xs = [self.left + sum(self.widths[:n]) for n in range(len(self.widths) + 1)]
        self.ys = [self.page.y]
        for row in self.rows:
            heights = [cell.count("\n") + 1 for cell in row if isinstance(cell, str)]
            self.ys.append(self.ys[-1] - (max(heights, default=1) * 1.4 + 0.6) * self.size)

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def draw(self, thin: bool, open_sides: bool) -> None:
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while (number, column) in taken:
                    column += 1
                spanning = cell if isinstance(cell, TableCell) else TableCell(cell)
                self._cell(spanning, number, column, thin, open_sides)
                taken |= {
                    (number + down, column + right)
                    for down in range(spanning.rows)
                    for right in range(spanning.columns)
                }

    def _cell(self, cell: TableCell, row: int, column: int, thin: bool, open_sides: bool) -> None:
        left, right = self.xs[column], self.xs[column + cell.columns]
        top, bottom = self.ys[row], self.ys[row + cell.rows]
        for number, text in enumerate(cell.text.split("\n")):
            baseline = top - (1.1 + 1.4 * number) * self.size
            self.page.line(text, left=left + 0.4 * self.size, size=self.size, at=baseline)
        edges = [(left, top, right, top), (left, bottom, right, bottom)]
        if not (open_sides and column == 0):
            edges.append((left, bottom, left, top))
        if not (open_sides and column + cell.columns == len(self.widths)):
            edges.append((right, bottom, right, top))
        for x1, y1, x2, y2 in edges:
            self._edge(x1, y1, x2, y2, thin)

    def _edge(self, x1: float, y1: float, x2: float, y2: float, thin: bool) -> None:
        canvas = self.page.canvas
        if thin:
            canvas.rect(x1, y1, max(x2 - x1, 0.48), max(y2 - y1, 0.48), stroke=0, fill=1)
        else:
            canvas.setLineWidth(0.5)
            canvas.line(x1, y1, x2, y2)


class MadeUpPdf:
    """A PDF that is being typed, page by page."""

    def __init__(
        self,
        *,
        width: float = WIDTH,
        height: float = HEIGHT,
        password: str | None = None,
        size: float = 12.0,
    ) -> None:
        """Begin a file.

        Args:
            width: of its pages.
            height: of its pages.
            password: that opens it; the empty one encrypts it, but opens without asking.
            size: of the running text.

        """
        lock = None
        if password is not None:
            lock = StandardEncryption(password, ownerPassword="owner", strength=128)
        self._buffer = io.BytesIO()
        self._canvas = Canvas(
            self._buffer, pagesize=(width, height), encrypt=lock, invariant=1, pageCompression=1
        )
        self._width, self._height, self._size = width, height, size
        self._pages = 0

    def page(self, *, rotation: int = 0) -> MadeUpPage:
        """Begin the next page; what is drawn on it is shown turned clockwise.

        The sizes of the file are those of the page as it is shown.
        """
        if self._pages:
            self._canvas.showPage()
        self._pages += 1
        self._canvas.setPageRotation(rotation)
        return MadeUpPage(self._canvas, self._width, self._height, self._size)

    def bookmark(self, title: str, depth: int = 1) -> None:
        """Add an entry of the outline that leads to the page begun last."""
        key = f"{self._pages} {title}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level=depth - 1)

    def content(self) -> bytes:
        """End the file and return it."""
        self._canvas.save()
        return self._buffer.getvalue()

    def save(self, path: Path) -> Path:
        """End the file, write it and return where it is."""
        path.write_bytes(self.content())
        return path


def read_book(book: MadeUpPdf, folder: Path) -> PagedText:
    """End the file and return what is read from it."""
    return read_pdf(book.save(folder / "made-up.pdf"))
