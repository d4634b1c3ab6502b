"""Pages made up for tests of the full text's parser: with positions, or as a text of a PDF."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass, field

from plan_tui.model.edits import LineEdits
from plan_tui.model.paged_text import CharacterBox, PagedText, PageLine, RuledTable, SourcePage
from plan_tui.model.parsed import ParsedBlock, ParsedDocument
from plan_tui.parse.full_text.parser import parse
from tests.conservation import true_to_source, unaccounted

WIDTH, HEIGHT = 595.0, 842.0
EDGE = 72.0
SIZE = 11.0
PITCH = 18.0
MEASURE = 40
"""Ems of a full line of the body."""
HEAD = "１．みずうみの調べ"
"""A heading, which opens the made-up documents."""
_PHRASES = (
    "水位は季節ごとに変わり",
    "雪どけの水が山から流れこむため",
    "岸辺の小屋では毎朝その高さを測り",
    "帳面に書き留めることとし",
    "測った値は町の図書館に送られ",
    "誰でも見ることができるよう整えられ",
    "夏の終わりには小さな冊子に刷られ",
    "船着き場の灯りは日の入りの前に点され",
    "霧の深い晩には鐘も鳴らすこととし",
    "当番の者は交替の時刻を板に記して",
    "次の者に必ず口頭で伝えるものとし",
    "渡り鳥の数は十月から三月まで数えられ",
    "橋のたもとの柳は毎年剪定され",
    "学校の子どもたちが水草の種類を調べ",
    "夜の見回りは二人一組で行われ",
    "古い地図は木箱に納めて保管され",
)


def passage(seed: int, phrases: int = 5) -> str:
    """Return a paragraph, another for each ``seed``; five phrases make two to three lines."""
    chosen = random.Random(seed).sample(_PHRASES, phrases)
    return "、".join(chosen) + "ている。"


@dataclass(slots=True)
class Printed:
    """One printed line: its characters, of which those in braces are raised."""

    text: str
    left: float
    size: float
    font: str
    y: float


@dataclass(slots=True)
class MadeUpPage:
    """A page that is written from the top down; lengths in ems of the body."""

    lines: list[Printed] = field(default_factory=list)
    y: float = HEIGHT - 80
    tables: list[list[list[int]]] = field(default_factory=list)
    """Each table's rows of cells, as indices of `lines` or -1."""
    cells: list[list[list[list[int]]]] = field(default_factory=list)
    """Each table's rows of cells of several lines, as indices of `lines`."""

    def put(
        self,
        text: str,
        left: float = 0,
        *,
        size: float = SIZE,
        font: str = "Mincho",
        y: float | None = None,
        space: float = 1,
    ) -> MadeUpPage:
        """Add a line below the last, or at the height ``y``."""
        if y is None:
            self.y -= PITCH * space
        self.lines.append(Printed(text, EDGE + left * SIZE, size, font, self.y if y is None else y))
        return self

    def head(self, text: str) -> MadeUpPage:
        """Add a heading."""
        return self.put(text, font="Gothic-Bold", space=1.6)

    def flow(
        self,
        text: str,
        left: float = 0,
        *,
        first: float = 1,
        measure: float = MEASURE,
        size: float = SIZE,
        space: float = 1,
    ) -> MadeUpPage:
        """Add a paragraph, whose first line stands ``first`` ems right of the others."""
        for index, line in enumerate(wrapped(text, measure - left, first)):
            self.put(line, left + (0 if index else first), size=size, space=1 if index else space)
        return self

    def notes(self, *texts: str, size: float = 8.5) -> MadeUpPage:
        """Add small lines at the page's foot."""
        for index, text in enumerate(texts):
            self.put(text, size=size, y=100 + 12.0 * (len(texts) - index))
        return self

    def foot(self, text: str, left: float = 19) -> MadeUpPage:
        """Add a line below everything."""
        return self.put(text, left, y=50)


def wrapped(text: str, measure: float, first: float = 0) -> list[str]:
    """Break a text to lines of ``measure`` ems; the first is shorter by ``first``."""
    lines, line, room = [], "", measure - first
    for part in re.findall(r"\{[^}]*\}|[!-~]+|.", text):
        needed = sum(map(_advance, part.strip("{}"))) * (0.6 if part[0] == "{" else 1)
        if needed > room + 0.01 and part not in "、。」）":
            lines.append(line)
            line, room = "", measure
        line, room = line + part, room - needed
    return [*lines, line]


def _advance(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def positioned(*pages: MadeUpPage) -> PagedText:
    """Return pages as a PDF gives them."""
    number = 0
    made: list[SourcePage] = []
    for index, page in enumerate(pages, 1):
        first = number + 1
        lines = []
        for printed in page.lines:
            number += 1
            text, boxes = _boxes(printed)
            lines.append(PageLine(number, text, index, boxes))
        tables = tuple(
            RuledTable(tuple(tuple((first + c,) if c >= 0 else () for c in row) for row in table))
            for table in page.tables
        ) + tuple(
            RuledTable(
                tuple(tuple(tuple(first + c for c in cell) for cell in row) for row in table)
            )
            for table in page.cells
        )
        made.append(SourcePage(index, WIDTH, HEIGHT, tuple(lines), tables))
    return PagedText(tuple(made))


def _boxes(printed: Printed) -> tuple[str, tuple[CharacterBox | None, ...]]:
    text, boxes, x, raised = "", [], printed.left, False
    for character in printed.text:
        if character in "{}":
            raised = character == "{"
            continue
        size = printed.size * (0.6 if raised else 1)
        y = printed.y + (printed.size * 0.35 if raised else 0)
        end = x + _advance(character) * size
        text += character
        boxes.append(CharacterBox(x, end, y, size, printed.font))
        x = end
    return text, tuple(boxes)


def extracted(*pages: MadeUpPage, layout: bool = False, feeds: bool = True) -> PagedText:
    """Return pages as ``pdftotext`` gives them: with blanks for indents if ``layout``.

    Without ``feeds`` nothing tells where pages end.
    """
    number = 0
    made: list[SourcePage] = []
    for index, page in enumerate(pages, 1):
        lines = []
        above: float | None = None
        for printed in page.lines:
            gap = above is not None and above - printed.y > 1.5 * PITCH
            for text in ([""] if gap else []) + [_plain(printed, layout)]:
                number += 1
                lines.append(PageLine(number, text, index if feeds else None))
            above = printed.y
        made.append(SourcePage(index, None, None, tuple(lines)))
    if feeds:
        return PagedText(tuple(made))
    return PagedText(
        (SourcePage(1, None, None, tuple(line for page in made for line in page.lines)),)
    )


def typed(text: str) -> PagedText:
    """Return a text as somebody typed it: nothing tells its pages or its type."""
    lines = (PageLine(number, line) for number, line in enumerate(text.splitlines(), 1))
    return PagedText((SourcePage(1, None, None, tuple(lines)),))


def _plain(printed: Printed, layout: bool) -> str:
    blanks = " " * round((printed.left - EDGE) / SIZE * 2) if layout else ""
    return blanks + printed.text.replace("{", "").replace("}", "")


def read(text: PagedText, edits: LineEdits | None = None) -> ParsedDocument:
    """Parse a text, and prove that each character has its place."""
    document = parse(text, edits or {})
    assert unaccounted(text.texts, document) == {}
    assert true_to_source(text.texts, document)
    return document


def blocks(document: ParsedDocument) -> list[ParsedBlock]:
    """Return all blocks of a document."""
    return [block for section in document.sections for block in section.blocks]


def texts(document: ParsedDocument) -> list[str]:
    """Return the markers and texts of all blocks."""
    return [block.marker.text + block.text.text for block in blocks(document)]


def furniture(document: ParsedDocument, kind: str) -> list[str]:
    """Return the texts of one kind of furniture."""
    return [piece.text.text for piece in document.furniture if piece.kind == kind]
