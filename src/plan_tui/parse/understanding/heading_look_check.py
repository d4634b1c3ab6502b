"""Whether items and lines in brackets look like headings: short, set apart, with text below them.

What a numbering was not seen to hold leaves no gap in it: where it begins anew below each heading,
all of it becomes items of lists.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import BlockKind, Layout, SectionKind
from plan_tui.model.paged_text import PageLine
from plan_tui.model.parsed import ParsedBlock
from plan_tui.parse.understanding.heading_number import heading_numbers
from plan_tui.parse.understanding.read_source import ReadSource, solid

_BRACKETED = re.compile(r"\s*【[^【】]+】\s*")
"""A whole line in the brackets that set off headings; others set off groups and remarks too."""
_BARE = re.compile(
    r"[\s　]*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[ 　]+[ぁ-ヿ一-鿿A-Za-z]"
)
"""A line that begins with a number and a blank."""
_LONGEST_BARE = 30
"""Characters of a heading that begins with a bare number, at most."""
_LONGER = 2
"""A passage begins with a line so many times as long as its heading: no item breaks off so."""
_FEWEST_BRACKETED = 3
"""Such lines with text below them that are headings of the text; one or two head a list."""
_FEWEST_ITEMS = 2
"""Items of one style that look like headings, from which on it is one of headings."""
_BODY_SHARE = 0.1
"""The part of the paragraphs from which on their font is the body's."""
_LONGEST = 60
"""Characters of a heading at most, as a rule: the longest held has 59."""
_ENDS = "。、，,：:；;"
"""How no heading ends."""


def heading_looks(source: ReadSource, told: Collection[int | None]) -> Iterator[Doubt]:
    """Yield the items and lines that look like headings, but those ``told`` already.

    Sub-headings within the card of a measure are left out.
    """
    above_text = [
        block
        for section in source.document.sections
        if section.kind is not SectionKind.MEASURE
        for block, below in pairwise(section.blocks)
        if below.kind is BlockKind.PARAGRAPH and _is_title(block)
    ]
    bracketed = [block for block in above_text if _BRACKETED.fullmatch(block.text.text)]
    alike = bracketed if len(bracketed) >= _FEWEST_BRACKETED else []
    if source.text.has_positions:
        alike += _numbered_items(source, above_text)
    for block in alike:
        line = block.text.first_line
        if line not in told:
            words = block.marker.text + block.text.text
            yield source.at(DoubtKind.HEADING_IN_TEXT, Severity.WARNING, line, seen=words)
    if source.layout is Layout.FULL_TEXT and not source.text.has_positions:
        yield from _bare_numbered(source, told)


def _is_title(block: ParsedBlock) -> bool:
    words = block.text.text.strip()
    return bool(words) and solid(words) <= _LONGEST and words[-1] not in _ENDS


def _numbered_items(source: ReadSource, above_text: list[ParsedBlock]) -> Iterator[ParsedBlock]:
    """Yield the items ``above_text`` in another font than the body's, of styles that mostly are."""
    lines = source.text.lines
    fonts = _body_fonts(source, lines)
    alike: list[ParsedBlock] = []
    for block in above_text:
        numbers = {place[0] for place in block.text.places if place}
        if _styles(block) and not any(lines[number - 1].font in fonts for number in numbers):
            alike.append(block)
    every = Counter(s for block in source.blocks(BlockKind.LIST_ITEM) for s in _styles(block))
    counts = Counter(style for block in alike for style in _styles(block))
    heads = {s for s, count in counts.items() if count >= max(_FEWEST_ITEMS, every[s] / 2)}
    yield from (block for block in alike if not heads.isdisjoint(_styles(block)))


def _bare_numbered(source: ReadSource, told: Collection[int | None]) -> Iterator[Doubt]:
    """Yield the lines of text that begin with a bare number, above a passage: no items of a list.

    They may have been run together with the passage above.
    """
    lines = [line for line in source.text.lines if line.text.strip()]
    numbers = {
        place[0]
        for section in source.document.sections
        if section.kind is not SectionKind.MEASURE
        for block in section.blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        for place in (*block.marker.places, *block.text.places)
        if place
    }
    around = zip(lines, lines[1:], lines[2:], strict=False)
    for above, line, below in around:
        words = line.text.strip()
        if not numbers.issuperset((line.number, below.number)) or line.number in told:
            continue
        is_bare = bool(_BARE.match(words)) and not _BARE.match(above.text.strip())
        apart = line.number - 1 != above.number or above.text.rstrip().endswith("。")
        if is_bare and apart and _heads(line.text, below.text):
            yield source.at(DoubtKind.HEADING_IN_TEXT, Severity.WARNING, line.number, seen=words)


def _heads(text: str, below: str) -> bool:
    """Return whether a line is short and no sentence, and a sentence begins on that below."""
    words, size = text.strip(), solid(text)
    indented = below[:1].isspace() and not text[:1].isspace()
    parted = indented or solid(below) >= _LONGER * size
    return size <= _LONGEST_BARE and words[-1] not in _ENDS and parted and "。" in below


def _styles(block: ParsedBlock) -> list[str]:
    """Return the styles that an item's number may be of; empty if it has none."""
    is_item = block.kind is BlockKind.LIST_ITEM
    return [way.style for way in heading_numbers(block.marker.text)] if is_item else []


def _body_fonts(source: ReadSource, lines: tuple[PageLine, ...]) -> Collection[str]:
    """Return the fonts of a fair share of the paragraphs' lines."""
    counts = Counter(
        lines[number - 1].font
        for block in source.blocks(BlockKind.PARAGRAPH)
        for number in {place[0] for place in block.text.places if place}
    )
    return {font for font, count in counts.items() if count >= _BODY_SHARE * counts.total()}
