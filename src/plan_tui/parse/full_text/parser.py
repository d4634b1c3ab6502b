"""The parser of a full text of any edition (``FULL_TEXT``).

What is no running text is taken out first: line and page numbers, running heads, readings,
footnotes, their marks, tables. The lines that are left are the body; its headings divide it,
and the lines below each become paragraphs, bullets and items.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan_tui.model.edits import LineEdits
from plan_tui.model.enums import FurnitureKind, SectionKind
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import (
    ParsedContentsEntry,
    ParsedDocument,
    ParsedFurniture,
    ParsedSection,
)
from plan_tui.parse.full_text.body_lines import BodyLine, body_lines
from plan_tui.parse.full_text.furniture.page_numbers import take_page_numbers
from plan_tui.parse.full_text.furniture.raised_lines import attach_raised_numbers
from plan_tui.parse.full_text.furniture.ruby_above import take_ruby
from plan_tui.parse.full_text.furniture.ruled_tables import take_tables
from plan_tui.parse.full_text.furniture.running_heads import take_line_numbers, take_running_heads
from plan_tui.parse.full_text.furniture.split_lines import mend_split_lines
from plan_tui.parse.full_text.headings.outline import Outline, PlacedEntry, read_outline
from plan_tui.parse.full_text.notes.note_bodies import parsed_note
from plan_tui.parse.full_text.notes.note_marks import MarksByPlace, place_note_marks, take_marks
from plan_tui.parse.full_text.notes.page_notes import take_notes
from plan_tui.parse.full_text.passages.line_places import LinePlaces
from plan_tui.parse.full_text.passages.section_blocks import SectionBlocks
from plan_tui.parse.full_text.printed_blanks import printed_blanks
from plan_tui.parse.full_text.unplaced import UnplacedText
from plan_tui.text.traced import Traced

_PREFACE_TITLE = "前文"


def parse(text: PagedText, edits: LineEdits) -> ParsedDocument:
    """Parse a source, with the corrections of a reader (often none)."""
    unplaced = UnplacedText.of(text, edits)
    take_line_numbers(unplaced)
    take_page_numbers(unplaced)
    take_running_heads(unplaced)
    blanks = printed_blanks(unplaced)
    ruby = take_ruby(unplaced)
    attach_raised_numbers(unplaced)
    notes = take_notes(unplaced)
    marks = take_marks(unplaced, notes)
    tables = take_tables(unplaced)
    mend_split_lines(unplaced)
    rest = ((line.line, line.text) for page in unplaced.pages for line in page.lines)
    body = body_lines(rest, blanks)
    outline = read_outline(body, edits, text.bookmarks)
    places = LinePlaces(body, _depths(body, outline))
    blocks = SectionBlocks(places, tables, marks, edits)
    sections = _Sections(body, outline, blocks, marks)
    sections.read()
    for mark in _left_marks(marks, sections.sections):
        unplaced.put(FurnitureKind.FOOTNOTE_SIGN, mark)
    return ParsedDocument(
        sections=tuple(sections.sections),
        footnotes=tuple(parsed_note(note, blanks) for note in notes),
        ruby=tuple(ruby),
        furniture=(*unplaced.furniture, *blocks.furniture, *_front_furniture(body, outline)),
        contents=tuple(sections.contents()),
    )


class _Sections:
    """Makes sections of the outline: the preface, the headings, and entries without one."""

    def __init__(
        self,
        body: Sequence[BodyLine],
        outline: Outline,
        blocks: SectionBlocks,
        marks: MarksByPlace,
    ) -> None:
        self._body = body
        self._outline = outline
        self._blocks = blocks
        self._marks = marks
        self._of_heading: dict[int, int] = {}  # index of a heading → of its section
        self.sections: list[ParsedSection] = []

    def read(self) -> None:
        """Make all sections, in the order of the text."""
        self.sections += self._preface()
        entries = self._outline.entries
        for index in range(len(self._outline.headings) + 1):
            self.sections += [
                _missing(e) for e in entries if e.heading is None and e.before == index
            ]
            if index < len(self._outline.headings):
                self._of_heading[index] = len(self.sections)
                self.sections.append(self._section(index))

    def contents(self) -> Iterator[ParsedContentsEntry]:
        """Yield the entries of the contents pages, each with the section that answers it."""
        for placed in self._outline.entries:
            entry = placed.entry
            section = None if placed.heading is None else self._of_heading[placed.heading]
            yield ParsedContentsEntry(
                entry.label.text, entry.title.text, entry.printed_page, entry.line, section
            )

    def _preface(self) -> list[ParsedSection]:
        lines = [self._body[index] for index in self._outline.preface]
        blocks = self._blocks.blocks(lines, self._first_line(0))
        title = Traced.supplied(_PREFACE_TITLE)
        return [ParsedSection(1, SectionKind.PREFACE, title=title, blocks=blocks)] if blocks else []

    def _section(self, index: int) -> ParsedSection:
        headings = self._outline.headings
        heading = headings[index]
        end = headings[index + 1].first if index + 1 < len(headings) else len(self._body)
        lines = self._body[heading.last + 1 : end]
        until = self._first_line(index + 1)
        is_measure = heading.kind is SectionKind.MEASURE
        blocks, kpis = (
            self._blocks.measure(lines, until)
            if is_measure
            else (self._blocks.blocks(lines, until), ())
        )
        return ParsedSection(
            heading.depth,
            heading.kind,
            heading.label,
            heading.title,
            place_note_marks(heading.title, self._marks),
            blocks,
            kpis,
        )

    def _first_line(self, index: int) -> int | None:
        """Return the first source line of a heading; None after the last."""
        headings = self._outline.headings
        return self._body[headings[index].first].line.number if index < len(headings) else None


def _depths(body: Sequence[BodyLine], outline: Outline) -> dict[int, int]:
    """Return the depth of the section that each source line stands in."""
    headings = outline.headings
    ends = [*(heading.first for heading in headings[1:]), len(body)]
    return {
        line.line.number: heading.depth
        for heading, end in zip(headings, ends, strict=False)
        for line in body[heading.last + 1 : end]
    }


def _left_marks(marks: MarksByPlace, sections: Sequence[ParsedSection]) -> Iterator[Traced]:
    """Yield the marks that stand in no text, such as those on a contents page."""
    placed = {
        place
        for section in sections
        for marked in (
            section.title_marks,
            *(block.marks for block in section.blocks),
            *(kpi.marks for kpi in section.kpis),
        )
        for mark in marked
        for place in mark.mark.places
    }
    for there in marks.values():
        yield from (mark.text for mark in there if not placed.issuperset(mark.text.places))


def _missing(entry: PlacedEntry) -> ParsedSection:
    """Return a section that the contents pages alone name."""
    printed = entry.entry
    return ParsedSection(printed.depth, entry.kind, printed.label, printed.title, toc_only=True)


def _front_furniture(body: Sequence[BodyLine], outline: Outline) -> Iterator[ParsedFurniture]:
    """Yield the cover, and the contents pages but for the entries that stand for sections."""
    for index in outline.cover:
        yield ParsedFurniture(FurnitureKind.COVER, body[index].text.strip())
    used = {
        place
        for entry in outline.entries
        if entry.heading is None
        for text in (entry.entry.label, entry.entry.title)
        for place in text.places
    }
    for index in outline.contents:
        text = body[index].text
        rest = text.keep(i for i, place in enumerate(text.places) if place not in used).strip()
        if rest:
            yield ParsedFurniture(FurnitureKind.CONTENTS, rest)
