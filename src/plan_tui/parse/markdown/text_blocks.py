"""From the blocks of Markdown to the blocks of a section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import BlockKind, FurnitureKind
from plan_tui.model.parsed import ParsedBlock
from plan_tui.parse.markdown.block_reader import BlockForm, ContentLine, MarkdownBlock
from plan_tui.parse.markdown.html_tables import html_table, is_html_table
from plan_tui.parse.markdown.table_cells import cell_text, table_block
from plan_tui.parse.markdown.written_passages import (
    PRINTED_BULLET,
    PRINTED_NUMBER,
    PRINTED_REMARK,
    MarkedPlace,
    SignCollector,
    WrittenPassage,
    place_marks,
)
from plan_tui.text.traced import Traced

_TASK = re.compile(r"\[[ xX]\](?=\s)")
_CELL_END = re.compile(r"(?<!\\)(?:\\\\)*\|")
_RULE_CELL = re.compile(r":?-+:?|")


def text_blocks(block: MarkdownBlock, signs: SignCollector) -> list[ParsedBlock]:
    """Return the blocks that a block of Markdown holds; none if it holds no text."""
    if block.form is BlockForm.TABLE:
        return _table(block.lines, signs)
    if block.form is BlockForm.HTML and is_html_table(block.lines):
        return html_table(block.lines, signs)
    if block.form is BlockForm.CODE:
        return [ParsedBlock(BlockKind.PARAGRAPH, line.text) for line in block.lines]
    passages = signs.passages(_without_task(block, signs))
    return [
        _text_block(passage, block, is_first=not index, signs=signs)
        for index, passage in enumerate(passages)
    ]


def _without_task(block: MarkdownBlock, signs: SignCollector) -> tuple[ContentLine, ...]:
    """Take the box of a task out of a list item."""
    first = block.lines[0] if block.lines else None
    match = _TASK.match(first.text.text) if first and block.marker else None
    if not first or not match:
        return block.lines
    signs.furniture.put(FurnitureKind.MARKDOWN_SIGN, first.text[: match.end()])
    rest = ContentLine(first.text[match.end() :].strip(), first.breaks)
    return (rest, *block.lines[1:])


def _text_block(
    passage: WrittenPassage, block: MarkdownBlock, *, is_first: bool, signs: SignCollector
) -> ParsedBlock:
    """Return a passage as a block, by the sign that is printed before it, or by Markdown's."""
    kind, length = _printed_sign(passage.written.text)
    marker = passage.written[:length].strip()
    listed = block.marker if is_first else Traced()
    if marker and listed:
        signs.furniture.put(FurnitureKind.LIST_DASH, listed)
    elif listed:
        kind, marker = BlockKind.LIST_ITEM if block.ordered else BlockKind.BULLET, listed
    elif block.quoted and kind is BlockKind.PARAGRAPH:
        kind = BlockKind.NOTE
    text = passage.cut(length).text
    level = block.level if marker else 0
    return ParsedBlock(kind, text, marker, level, place_marks(text, passage.marks))


def _printed_sign(text: str) -> tuple[BlockKind, int]:
    """Return what a printed sign makes of a text, and the sign's length; a sign alone is text."""
    for kind, pattern in (
        (BlockKind.BULLET, PRINTED_BULLET),
        (BlockKind.LIST_ITEM, PRINTED_NUMBER),
        (BlockKind.NOTE, PRINTED_REMARK),
    ):
        match = pattern.match(text)
        if match and text[match.end() :].strip():
            has_marker = "sign" not in match.groupdict() or match["sign"]
            return kind, match.end() if has_marker else 0
    return BlockKind.PARAGRAPH, 0


def _table(lines: Sequence[ContentLine], signs: SignCollector) -> list[ParsedBlock]:
    """Return a table; its first line holds the names of the columns, its second is a rule."""
    marks: list[MarkedPlace] = []
    rows = []
    for index, line in enumerate(lines):
        cells = _cells(line.text)
        if index == 1 and all(_RULE_CELL.fullmatch(cell.text) for cell in cells):
            continue
        rows.append([cell_text([ContentLine(cell)], marks, signs) for cell in cells])
    width = max(map(len, rows), default=0)
    filled = [[cell.text for cell in row] + [""] * (width - len(row)) for row in rows]
    return table_block(rows, filled, marks)


def _cells(line: Traced) -> list[Traced]:
    """Split a line at its bars; a backslash before one makes it text."""
    text = line.strip()
    start = 1 if text.text.startswith("|") else 0
    cells = []
    for match in _CELL_END.finditer(text.text, start):
        cells.append(text[start : match.end() - 1].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*cells, rest] if rest or not cells else cells
