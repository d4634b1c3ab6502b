"""The contents list of a Markdown text: furniture, and entries that headings answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedContentsEntry, ParsedSection
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.common.spacing import join_lines
from plan_tui.parse.markdown.block_reader import BlockForm, MarkdownBlock
from plan_tui.parse.markdown.printed_labels import label_end
from plan_tui.parse.markdown.written_passages import WrittenPassage
from plan_tui.text.characters import readable
from plan_tui.text.record import field, record
from plan_tui.text.traced import Traced

_HEADING = re.compile(r"(?:目\s*次|もくじ|(?:table\s+of\s+)?contents|toc)", re.IGNORECASE)
_LINK_TO_HEADING = re.compile(r"\s*\[(?:[^\]\\]|\\.)*\]\(#[^)]*\)\s*")
_PLACEHOLDER = re.compile(r"\[{1,2}_?toc_?\]{1,2}", re.IGNORECASE)
_PAGE = re.compile(r"(?:\s*[.．…・‥·･]{2,}[\s.．…・‥·･]*|\s{2,}|\t)([0-9０-９]{1,4})\s*$")
_FEWEST_LINKS = 2
"""Links to headings that make a contents list without a heading of its own."""


def is_contents_heading(title: str) -> bool:
    """Return whether a heading is that of the contents."""
    return _HEADING.fullmatch(title.strip()) is not None


def linked_entries(blocks: Sequence[MarkdownBlock]) -> set[int]:
    """Return the indexes of blocks that are links to headings alone, where they make a list."""
    links = {
        index
        for index, block in enumerate(blocks)
        if block.marker and _LINK_TO_HEADING.fullmatch(_written(block))
    }
    return {
        index
        for index in links
        if sum(other in links for other in (index - 1, index, index + 1)) >= _FEWEST_LINKS
    }


def is_placeholder(block: MarkdownBlock) -> bool:
    """Return whether a block stands for the contents that a converter puts in ([TOC])."""
    return block.form is BlockForm.PARAGRAPH and bool(_PLACEHOLDER.fullmatch(_written(block)))


def is_entry(block: MarkdownBlock, passages: Sequence[WrittenPassage]) -> bool:
    """Return whether a block below the contents' heading belongs to the contents."""
    if block.form is not BlockForm.PARAGRAPH or not passages:
        return False
    texts = [passage.written.text for passage in passages]
    return bool(block.marker) or all(_PAGE.search(text) or label_end(text) for text in texts)


def _written(block: MarkdownBlock) -> str:
    return "\n".join(line.text.text for line in block.lines)


@record(frozen=False)
class ContentsEntries:
    """Collects the entries in their order."""

    furniture: FurnitureCollector
    _entries: list[tuple[str, str, str, int]] = field(default_factory=list)

    def add(self, passage: WrittenPassage, marker: Traced) -> None:
        """Take an entry out of the text; ``marker`` is the sign of its list item."""
        self.furniture.put(FurnitureKind.CONTENTS, marker)
        for line in passage.lines:
            self.furniture.put(FurnitureKind.CONTENTS, line)
        for mark in passage.marks:
            self.furniture.put(FurnitureKind.CONTENTS, mark.mark)
        written = passage.written
        page = _PAGE.search(written.text)
        entry = written[: page.start()] if page else written
        number = str(int(page[1])) if page else ""
        label = marker.text if marker.text[:1].isdecimal() else ""
        end = label_end(entry.text)
        if end:
            label = entry[:end].without_spaces().text
        title = join_lines([entry[end:]], keep_japanese=True).text
        self._entries.append((label, title, number, written.first_line or 0))

    def entries(self, sections: Sequence[ParsedSection]) -> tuple[ParsedContentsEntry, ...]:
        """Return the entries, each with the first section that answers it and no other."""
        open_sections: dict[str, list[int]] = {}
        for index, section in enumerate(sections):
            open_sections.setdefault(_name(section.label.text + section.title.text), []).append(
                index
            )
            if section.label:
                open_sections.setdefault(_name(section.title.text), []).append(index)
        answered: set[int] = set()
        answers = []
        for label, title, page, line in self._entries:
            candidates = [*open_sections.get(_name(label + title), ())]
            candidates += open_sections.get(_name(title), ())
            section_index = next((i for i in candidates if i not in answered), None)
            if section_index is not None:
                answered.add(section_index)
            answers.append(ParsedContentsEntry(label, title, page, line, section_index))
        return tuple(answers)


def _name(heading: str) -> str:
    """Return a heading as headings are compared: without blanks, widths and ligatures alike."""
    return "".join(unicodedata.normalize("NFKC", readable(heading)).casefold().split())
