"""Made-up sources with what was read in them, line by line, for the proof of understanding."""

from __future__ import annotations

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import BlockKind, FurnitureKind, Layout, SectionKind
from plan_tui.model.paged_text import PagedText, PageLine, SourcePage
from plan_tui.model.parsed import (
    ParsedBlock,
    ParsedContentsEntry,
    ParsedDocument,
    ParsedFootnote,
    ParsedFurniture,
    ParsedMark,
    ParsedSection,
)
from plan_tui.parse.understanding.understanding import understanding
from plan_tui.text.traced import Traced

SENTENCE = "町の図書館は、本を読む人のために、朝から夜まで開いている。"
LONG = SENTENCE * 5


class ReadDraft:
    """A source that grows line by line; each call adds a line and what was read in it."""

    def __init__(self, *, paged: bool = True, layout: Layout = Layout.FULL_TEXT) -> None:
        self.layout = layout
        self._paged = paged
        self._pages: list[list[PageLine]] = [[]]
        self._count = 0
        self._sections: list[tuple[int, SectionKind, Traced, Traced]] = []
        self._blocks: list[list[ParsedBlock]] = []
        self._notes: list[ParsedFootnote] = []
        self._furniture: list[ParsedFurniture] = []
        self._contents: list[ParsedContentsEntry] = []

    def line(self, text: str) -> Traced:
        """Add a line."""
        self._count += 1
        page = len(self._pages) if self._paged else None
        self._pages[-1].append(PageLine(self._count, text, page))
        return Traced.of_line(self._count, text)

    def turn(self, printed: str = "") -> None:
        """End the page, with its printed number if there is one."""
        if printed:
            self.furniture(printed)
        self._pages.append([])

    def furniture(self, text: str, kind: FurnitureKind = FurnitureKind.PAGE_NUMBER) -> None:
        """Add a line that is no text."""
        self._furniture.append(ParsedFurniture(kind, self.line(text)))

    def head(
        self, depth: int, label: str, title: str, kind: SectionKind = SectionKind.SECTION
    ) -> int:
        """Begin a section; return its index."""
        line = self.line(label + title)
        self._sections.append((depth, kind, line[: len(label)], line[len(label) :]))
        self._blocks.append([])
        return len(self._sections) - 1

    def text(
        self,
        words: str = LONG,
        marks: tuple[int, ...] = (),
        kind: BlockKind = BlockKind.PARAGRAPH,
    ) -> None:
        """Add a block, with marks of footnotes at its end."""
        signs = "".join(map(str, marks))
        line = self.line(words + signs)
        places = [len(words) + len("".join(map(str, marks[:n]))) for n in range(len(marks))]
        printed = tuple(
            ParsedMark(str(mark), len(words), line[start : start + len(str(mark))])
            for mark, start in zip(marks, places, strict=True)
        )
        self._blocks[-1].append(ParsedBlock(kind, line[: len(words)], marks=printed))

    def text_on_line(self, words: str) -> None:
        """Add a block whose text goes on on the last line."""
        last = self._pages[-1].pop()
        line = Traced.of_line(last.number, last.text + words)
        self._pages[-1].append(PageLine(last.number, line.text, last.page))
        self._blocks[-1].append(ParsedBlock(BlockKind.PARAGRAPH, line[len(last.text) :]))

    def lines(self, *words: str) -> None:
        """Add a paragraph that was read from several lines."""
        text = Traced.join([self.line(each) for each in words])
        self._blocks[-1].append(ParsedBlock(BlockKind.PARAGRAPH, text))

    def note(self, number: int, words: str = "注の文である。") -> None:
        """Add a footnote's body."""
        digits = str(number)
        line = self.line(digits + words)
        self._notes.append(ParsedFootnote(line[: len(digits)], line[len(digits) :]))

    def entry(self, title: str, page: str, section: int | None) -> None:
        """Add an entry of the contents page."""
        self.furniture(f"{title}……{page}", FurnitureKind.CONTENTS)
        self._contents.append(ParsedContentsEntry("", title, page, self._count, section))

    @property
    def paged_text(self) -> PagedText:
        """The source."""
        return PagedText(
            tuple(
                SourcePage(number, None, None, tuple(lines))
                for number, lines in enumerate(self._pages, 1)
            )
        )

    @property
    def document(self) -> ParsedDocument:
        """What was read."""
        sections = tuple(
            ParsedSection(depth, kind, label, title, blocks=tuple(blocks))
            for (depth, kind, label, title), blocks in zip(
                self._sections, self._blocks, strict=True
            )
        )
        return ParsedDocument(
            sections,
            tuple(self._notes),
            furniture=tuple(self._furniture),
            contents=tuple(self._contents),
        )

    def doubts(self, *kinds: DoubtKind) -> list[Doubt]:
        """Return the doubts of some kinds, or all that are no mere facts."""
        doubts = understanding(self.paged_text, self.document, self.layout)
        if kinds:
            return [doubt for doubt in doubts if doubt.kind in kinds]
        return [doubt for doubt in doubts if doubt.severity is not Severity.NOTE]
