"""The lines of a source's pages while its parts are taken out of them: what is not yet placed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.model.edits import EditKind, LineEdits
from plan_tui.model.enums import FurnitureKind
from plan_tui.model.paged_text import CharacterBox, PagedText, PageLine, RuledTable
from plan_tui.model.parsed import ParsedFurniture
from plan_tui.text.record import field, record
from plan_tui.text.traced import Traced


@record
class UnplacedLine:
    """A line, and what of it is not yet known to be something else than text."""

    line: PageLine
    text: Traced
    """The rest of the line, blanks as printed."""
    others: tuple[PageLine, ...] = ()
    """Lines of the file that are parts of the same printed line."""

    @property
    def number(self) -> int:
        """The 1-based line of the source."""
        return self.line.number

    @property
    def solid(self) -> str:
        """The rest without blanks."""
        return "".join(self.text.text.split())

    def box(self, index: int) -> CharacterBox | None:
        """Return the box of the rest's character ``index``, if it has one."""
        place = self.text.places[index]
        if place is None:
            return None
        for line in (self.line, *self.others):
            if line.boxes and line.number == place[0]:
                return line.boxes[place[1]]
        return None


@record(frozen=False)
class UnplacedPage:
    """A page, from which furniture, tables and footnotes are taken out step by step."""

    number: int
    """1-based, in the file."""
    lines: list[UnplacedLine]
    """In reading order; no line is blank."""
    tables: tuple[RuledTable, ...] = ()
    height: float | None = None
    """In points; None where unknown."""


@record(frozen=False)
class UnplacedText:
    """A whole source, with what was taken out of it so far."""

    pages: list[UnplacedPage]
    furniture: list[ParsedFurniture] = field(default_factory=list)
    edits: LineEdits = field(default_factory=dict)
    positioned: bool = False
    """Whether its characters have boxes."""
    gaps: frozenset[int] = frozenset()
    """The numbers of the lines above which stand blank lines."""
    numbered: set[int] = field(default_factory=set)
    """The pages whose printed number was taken out."""

    @classmethod
    def of(cls, text: PagedText, edits: LineEdits) -> UnplacedText:
        """Return a source of which nothing is placed yet."""
        pages = [
            UnplacedPage(
                page.number,
                [UnplacedLine(line, line.traced) for line in page.lines if line.text.strip()],
                page.tables,
                page.height,
            )
            for page in text.pages
        ]
        return cls(pages, [], edits, text.has_positions, frozenset(_below_blanks(text)))

    def edited(self, line: UnplacedLine, kind: EditKind) -> bool:
        """Return whether a reader said ``kind`` of a line."""
        return kind in self.edits.get(line.number, ())

    def put(self, kind: FurnitureKind, text: Traced) -> None:
        """Add ``text``, without blanks at its ends, as furniture; blank text is dropped."""
        stripped = text.strip()
        if stripped:
            self.furniture.append(ParsedFurniture(kind, stripped))

    def take(self, page: UnplacedPage, kind: FurnitureKind, lines: Iterable[UnplacedLine]) -> None:
        """Move whole lines of a page to the furniture."""
        taken = {line.number: line for line in lines}
        for line in taken.values():
            self.put(kind, line.text)
        page.lines = [line for line in page.lines if line.number not in taken]


def by_height(lines: Sequence[UnplacedLine]) -> list[UnplacedLine]:
    """Return a page's lines from the top down; without positions in reading order."""
    heights = [next((box.baseline for box in line.line.boxes if box), None) for line in lines]
    if None in heights:
        return list(lines)
    order = sorted(range(len(lines)), key=lambda index: -(heights[index] or 0.0))
    return [lines[index] for index in order]


def _below_blanks(text: PagedText) -> Iterable[int]:
    """Yield the numbers of the lines that have a blank line of the source above them."""
    for page in text.pages:
        blank = False
        for line in page.lines:
            if not line.text.strip():
                blank = True
                continue
            if blank:
                yield line.number
            blank = False
