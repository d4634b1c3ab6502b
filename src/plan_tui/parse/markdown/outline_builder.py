"""The sections of a Markdown text, from its blocks in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import BlockKind, FurnitureKind, SectionKind
from plan_tui.model.parsed import ParsedBlock, ParsedSection
from plan_tui.parse.common.spacing import concatenate_lines, join_lines
from plan_tui.parse.full_text.label_styles import StyledLabel
from plan_tui.parse.markdown.block_reader import BlockForm, ContentLine, MarkdownBlock
from plan_tui.parse.markdown.contents_list import (
    ContentsEntries,
    is_contents_heading,
    is_entry,
    is_placeholder,
    linked_entries,
)
from plan_tui.parse.markdown.note_definitions import NoteBodies
from plan_tui.parse.markdown.printed_labels import (
    first_label,
    inner_label_start,
    label_end,
    section_kind,
)
from plan_tui.parse.markdown.text_blocks import text_blocks
from plan_tui.parse.markdown.written_passages import SignCollector, WrittenPassage, place_marks
from plan_tui.text.record import field, record, replaced
from plan_tui.text.traced import Place, Traced

_PREFACE = Traced.supplied("前文")
_INNER = 0.5
"""Hashes that a label behind another one stands below it."""
_ATTRIBUTES = re.compile(r"\s*\{[#.:][^{}]*\}$")


@record(frozen=False)
class MarkdownSection:
    """A section while its blocks are being read."""

    depth: int
    passage: WrittenPassage
    """The heading as written."""
    first_line: int = 0
    """The heading's line; 0 for a preface."""
    blocks: list[ParsedBlock] = field(default_factory=list)

    def section(self) -> ParsedSection:
        """Return the finished section."""
        written = self.passage.written
        if not written:
            return ParsedSection(1, SectionKind.PREFACE, title=_PREFACE, blocks=tuple(self.blocks))
        end = label_end(written.text)
        label, title = (
            written[:end].without_spaces(),
            join_lines([written[end:]], keep_japanese=True),
        )
        return ParsedSection(
            depth=self.depth,
            kind=section_kind(label.text, self.depth),
            label=label,
            title=title,
            title_marks=place_marks(title, self.passage.marks),
            blocks=tuple(self.blocks),
        )


class OutlineBuilder:
    """Puts blocks below their headings and footnotes into their own list.

    Attributes:
        drafts: the sections so far.
        notes: the footnotes' bodies.
        contents: the entries of the contents list.

    """

    def __init__(self, signs: SignCollector, notes: NoteBodies) -> None:
        self.drafts: list[MarkdownSection] = []
        self.notes = notes
        self.contents = ContentsEntries(signs.furniture)
        self._in_contents = False
        self._repeated: set[tuple[Place | None, ...]] = set()
        self._signs = signs
        self._open: list[float] = []  # hashes of the headings above the next block
        self._inner: StyledLabel | None = None  # the last one that stood behind another, or goes on

    def add_all(self, blocks: Sequence[MarkdownBlock]) -> None:
        """Add all blocks of the text."""
        links = linked_entries(blocks)
        for index, block in enumerate(blocks):
            if block.note is not None and self.notes.takes(block.note):
                self._add_note(block, block.note)
            elif block.note is not None:
                self._add_repeated(block, block.note)
            elif block.form is BlockForm.HEADING:
                self._open_section(block)
            elif is_placeholder(block):
                for line in block.lines:
                    self._signs.furniture.put(FurnitureKind.CONTENTS, line.text)
            elif index in links or self._in_contents:
                self._add_entry(block, is_link=index in links)
            else:
                self.add_blocks(text_blocks(block, self._signs))

    def _add_repeated(self, block: MarkdownBlock, label: Traced) -> None:
        """Add a second definition of a footnote's number: a remark where it stands.

        Its number is furniture, as it would seem to belong to the words.
        """
        if label.places not in self._repeated:
            self._repeated.add(label.places)
            self._signs.furniture.put(FurnitureKind.FOOTNOTE_SIGN, label)
        remarks = text_blocks(block, self._signs)
        self.add_blocks(
            [
                replaced(remark, kind=BlockKind.NOTE)
                if remark.kind is BlockKind.PARAGRAPH
                else remark
                for remark in remarks
            ]
        )

    def _add_note(self, block: MarkdownBlock, label: Traced) -> None:
        passages = self._signs.passages(block.lines, marked=False)
        self._signs.furniture.put(FurnitureKind.LIST_DASH, block.marker)
        self.notes.add(label, [passage.text for passage in passages])

    def _add_entry(self, block: MarkdownBlock, *, is_link: bool) -> None:
        """Add a block of the contents; the first that is no entry ends them."""
        trial = SignCollector(self._signs.numbers, self._signs.references)
        if not (is_link or is_entry(block, trial.passages(block.lines))):
            self._in_contents = False
            self.add_blocks(text_blocks(block, self._signs))
            return
        marker = block.marker
        for passage in self._signs.passages(block.lines):
            self.contents.add(passage, marker)
            marker = Traced()

    def add_blocks(self, blocks: Sequence[ParsedBlock]) -> None:
        """Add blocks to the last section; before the first heading to a preface."""
        if blocks and not self.drafts:
            self.drafts.append(MarkdownSection(1, WrittenPassage()))
        if blocks:
            self.drafts[-1].blocks.extend(blocks)

    def _open_section(self, block: MarkdownBlock) -> None:
        passages = self._signs.passages(self._without_attributes(block))
        if not passages:
            return
        self._in_contents = is_contents_heading(" ".join(p.written.text for p in passages))
        if self._in_contents:
            for line in (line for passage in passages for line in passage.lines):
                self._signs.furniture.put(FurnitureKind.CONTENTS, line)
            return
        heading = WrittenPassage(
            [concatenate_lines(passage.written for passage in passages)],
            [mark for passage in passages for mark in passage.marks],
        )
        inner = inner_label_start(heading.written.text)
        if inner:
            self._enter(WrittenPassage([heading.written[:inner]]), block.depth)
            heading = heading.cut(inner)
            self._inner = first_label(heading.written.text)
            self._enter(heading, block.depth + _INNER)
        else:
            self._enter(heading, self._level(heading, block.depth))

    def _level(self, heading: WrittenPassage, hashes: int) -> float:
        """Return the level of a heading: below its hashes' where it goes on from an inner label."""
        label, inner = first_label(heading.written.text), self._inner
        levels = {hashes + _INNER, hashes - 1 + _INNER}.intersection(self._open)
        if not (label and inner and levels) or label.style is not inner.style:
            return hashes
        if label.value != inner.value + 1:
            return hashes
        self._inner = label
        return max(levels)

    def _enter(self, heading: WrittenPassage, level: float) -> None:
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        first = heading.written.first_line or 0
        self.drafts.append(MarkdownSection(len(self._open), heading, first))

    def _without_attributes(self, block: MarkdownBlock) -> tuple[ContentLine, ...]:
        """Take what some converters write behind a heading (``{#name}``) out of it."""
        *others, last = block.lines or (ContentLine(Traced()),)
        match = _ATTRIBUTES.search(last.text.text)
        if not match:
            return block.lines
        self._signs.furniture.put(FurnitureKind.LINK_TARGET, last.text[match.start() :])
        return (*others, ContentLine(last.text[: match.start()]))
