"""The parser of Markdown: headings by their signs, and each character of the source once."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.edits import EditKind, LineEdits
from plan_tui.model.enums import BlockKind
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedBlock, ParsedDocument
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.markdown.block_reader import (
    BlockForm,
    MarkdownBlock,
    MarkdownBlocks,
    read_blocks,
)
from plan_tui.parse.markdown.edited_lines import edited_lines
from plan_tui.parse.markdown.front_matter import front_matter_end
from plan_tui.parse.markdown.leftovers import SpecialLines, leftovers
from plan_tui.parse.markdown.note_definitions import NoteBodies, note_numbers, with_raised_notes
from plan_tui.parse.markdown.outline_builder import MarkdownSection, OutlineBuilder
from plan_tui.parse.markdown.written_passages import SignCollector
from plan_tui.text.traced import Place, Traced


def parse(text: PagedText, edits: LineEdits) -> ParsedDocument:
    """Parse a Markdown text, with the corrections of a reader (often none)."""
    head_end = front_matter_end(text.texts)
    lines = edited_lines(text, edits, head_end)
    read = read_blocks(lines)
    furniture = FurnitureCollector()
    blocks = with_raised_notes(read.blocks, furniture)
    numbers = note_numbers(blocks)
    signs = SignCollector(numbers, frozenset(read.references), furniture)
    builder = OutlineBuilder(signs, NoteBodies(numbers))
    builder.add_all(blocks)
    footnotes = builder.notes.footnotes(furniture)
    document = ParsedDocument(
        tuple(draft.section() for draft in builder.drafts),
        footnotes,
        tuple(furniture.ruby),
        furniture.in_order(),
    )
    special = SpecialLines(
        frozenset(range(1, head_end + 1)),
        frozenset(line for line, kinds in edits.items() if EditKind.FURNITURE in kinds),
        _target_lines(lines, read),
        _table_lines(blocks),
    )
    return _with_leftovers(document, builder, text, special, signs)


def _with_leftovers(
    document: ParsedDocument,
    builder: OutlineBuilder,
    text: PagedText,
    special: SpecialLines,
    signs: SignCollector,
) -> ParsedDocument:
    """Add what no text has taken up: as furniture, or as a paragraph where it is text."""
    for kind, piece in leftovers(text.lines, _taken(document), special):
        if kind is not None:
            signs.furniture.put(kind, piece)
            continue
        if not builder.drafts:
            builder.add_blocks([ParsedBlock(BlockKind.PARAGRAPH, piece)])
            continue
        _draft_at(builder.drafts, piece).blocks.append(ParsedBlock(BlockKind.PARAGRAPH, piece))
    sections = tuple(draft.section() for draft in builder.drafts)
    return ParsedDocument(
        sections,
        document.footnotes,
        document.ruby,
        signs.furniture.in_order(),
        builder.contents.entries(sections),
    )


def _draft_at(drafts: Sequence[MarkdownSection], piece: Traced) -> MarkdownSection:
    """Return the section whose heading stands last before ``piece``."""
    line = piece.first_line or 0
    before = [draft for draft in drafts if draft.first_line <= line]
    return before[-1] if before else drafts[0]


def _taken(document: ParsedDocument) -> set[Place]:
    """Return the places of all characters that stand somewhere in the document."""
    texts: list[Traced] = [piece.text for piece in document.furniture]
    texts += [ruby.reading for ruby in document.ruby]
    for section in document.sections:
        texts += [section.label, section.title, *(mark.mark for mark in section.title_marks)]
        for block in section.blocks:
            texts += [block.marker, block.text, *(mark.mark for mark in block.marks)]
    for note in document.footnotes:
        texts += [note.number, note.text]
    return {place for text in texts for place in text.places if place}


def _target_lines(lines: Sequence[Traced], read: MarkdownBlocks) -> frozenset[int]:
    rows = [row for start, end in read.references.values() for row in range(start, end)]
    return frozenset(line for row in rows if (line := lines[row].first_line) is not None)


def _table_lines(blocks: Sequence[MarkdownBlock]) -> frozenset[int]:
    tables = [block for block in blocks if block.form is BlockForm.TABLE]
    lines = [line.text.first_line for block in tables for line in block.lines]
    return frozenset(line for line in lines if line is not None)
