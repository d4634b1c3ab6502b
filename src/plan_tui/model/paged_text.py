"""A source as its pages show it: numbered lines, and where each character stands, if known.

Whatever a source is (a PDF, the text of one, Markdown), its lines are numbered through from 1;
places in the text, proofs and citations name these lines. A PDF gives a box for each character
as well; the text of a PDF gives pages at best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import compress
from operator import not_

from plan_tui.text.record import record
from plan_tui.text.traced import Traced


@record
class CharacterBox:
    """Where a character stands on its page, in points from the page's lower left corner."""

    left: float
    right: float
    baseline: float
    size: float
    """The font's size as printed, in points."""
    font: str
    """The font's name without the prefix of a subset; a bold one's ends in ``Bold``."""


@record
class PageLine:
    """One line of a source, in reading order."""

    number: int
    """1-based, through the whole source."""
    text: str
    page: int | None = None
    """The 1-based page of the file; None where the source has no pages."""
    boxes: tuple[CharacterBox | None, ...] = ()
    """One for each character of ``text``, None for a blank that was not printed; empty where
    the source has no positions."""

    @property
    def traced(self) -> Traced:
        """The text with the place of each character."""
        return Traced.of_line(self.number, self.text)

    @property
    def printed_boxes(self) -> tuple[CharacterBox, ...]:
        """The boxes of the characters that are no blanks."""
        printed = map(not_, map(str.isspace, self.text))
        return tuple(filter(None, compress(self.boxes, printed)))

    @property
    def left(self) -> float | None:
        """The left edge of the first printed character, in points; None without positions."""
        return min((box.left for box in self.printed_boxes), default=None)

    @property
    def right(self) -> float | None:
        """The right edge of the last printed character, in points; None without positions."""
        return max((box.right for box in self.printed_boxes), default=None)

    @property
    def size(self) -> float | None:
        """The size of most characters, in points; None without positions."""
        sizes = Counter(box.size for box in self.printed_boxes)
        return sizes.most_common(1)[0][0] if sizes else None

    @property
    def font(self) -> str:
        """The font of most characters; empty without positions."""
        fonts = Counter(box.font for box in self.printed_boxes)
        return fonts.most_common(1)[0][0] if fonts else ""

    @property
    def baseline(self) -> float | None:
        """The baseline of most characters of the line's size; None without positions."""
        size = self.size
        bases = Counter(box.baseline for box in self.printed_boxes if box.size == size)
        return bases.most_common(1)[0][0] if bases else None


@record
class MergedCell:
    """A cell of a table that spans several rows or columns."""

    row: int
    """That of its upper left corner, from 0."""
    column: int
    rows: int
    """How many rows it spans."""
    columns: int


@record
class RuledTable:
    """A table that its page draws with lines; its text lines stand together, cell by cell."""

    rows: tuple[tuple[tuple[int, ...], ...], ...]
    """Row by row, from left to right, each cell's line numbers; a cell that spans several
    rows or columns stands in the first and is empty in the others."""
    merged: tuple[MergedCell, ...] | None = None
    """Its cells that span several; None where the source does not tell them from empty ones."""


@record
class SourcePage:
    """One page of a source."""

    number: int
    """1-based, in the file."""
    width: float | None
    """In points; None where unknown."""
    height: float | None
    lines: tuple[PageLine, ...]
    tables: tuple[RuledTable, ...] = ()


@record
class Bookmark:
    """An entry of a PDF's outline, by which a reader jumps to a heading."""

    depth: int
    """1 for the top."""
    title: str
    page: int | None
    """The 1-based page it leads to."""


@record
class PagedText:
    """A whole source in reading order."""

    pages: tuple[SourcePage, ...]
    bookmarks: tuple[Bookmark, ...] = ()

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> PagedText:
        """Return a source of which the lines alone are known, as one page without number."""
        numbered = tuple(PageLine(number, line) for number, line in enumerate(lines, 1))
        return cls((SourcePage(1, None, None, numbered),))

    @property
    def lines(self) -> tuple[PageLine, ...]:
        """All lines; line n is ``lines[n - 1]``."""
        return tuple(line for page in self.pages for line in page.lines)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each line."""
        return tuple(line.text for line in self.lines)

    @property
    def has_positions(self) -> bool:
        """Whether characters have boxes."""
        return any(line.boxes for page in self.pages for line in page.lines)
