"""Whether paragraphs and items are headings that were not seen.

The last heading of a numbering leaves no gap when it is lost; one that is lost before others
leaves them behind as items of a list that does not begin with 1.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import ParsedBlock
from plan_tui.parse.common.numbering import CIRCLED
from plan_tui.parse.understanding.heading_look_check import heading_looks
from plan_tui.parse.understanding.heading_number import HeadingNumber, heading_numbers
from plan_tui.parse.understanding.read_source import ReadSource
from plan_tui.parse.understanding.run_in_heading_check import run_in_headings

_LABEL = re.compile(
    r"\s*(第\s*[0-9０-９一二三四五六七八九十]+(?:\s*[－ー−‐-]\s*[0-9０-９]+|\s*[部章節編])?"
    r"|[0-9]+(?:\.[0-9]+)+(?=\s)|[0-9０-９]+[．.]|[（(][0-9０-９A-Za-zａ-ｚＡ-Ｚア-ン]{1,2}[）)]|\[No[^\]]{1,8}\]"
    rf"|{CIRCLED.pattern}|[Ⅰ-ⅿ][．.)）]?|[IVXＩＶＸ]{{1,5}}[．.]"
    r"|[ア-ンA-ZＡ-Ｚ](?=\s))"
)
"""What a heading may begin with, in any style."""
_LONGEST = 60
"""Characters of a heading at most, as a rule: the longest held has 59."""
_ENDS = "。、，：:；;"
"""How no heading ends."""


def check_lost_headings(source: ReadSource) -> Iterator[Doubt]:
    """Yield short paragraphs that have the next number of a numbering that is open there.

    And items with the label of a heading below which the item before them is missing, lines that
    were run together with the text around them, and what looks like a heading.
    """
    if not source.flows:
        return
    styles = {
        way.style
        for section in source.document.sections
        for way in heading_numbers(section.label.text)
    }
    last: dict[tuple[int, str], HeadingNumber] = {}
    told: set[int | None] = set()
    for section in source.document.sections:
        ways = heading_numbers(section.label.text)
        depth = section.depth
        last = {key: number for key, number in last.items() if key[0] < depth or ways}
        last = {key: number for key, number in last.items() if key[0] <= depth}
        last |= {(depth, way.style): way for way in ways}
        items: dict[str, HeadingNumber] = {}
        for block in section.blocks:
            ways = heading_numbers(block.marker.text)
            lone = block.kind is BlockKind.LIST_ITEM and _is_lone(ways, items, styles)
            items |= {way.style: way for way in ways}
            if lone or _goes_on(block, last):
                kind = DoubtKind.HEADING_IN_TEXT
                line, words = block.text.first_line, block.marker.text + block.text.text
                told.add(line)
                yield source.at(kind, Severity.WARNING, line, seen=words)
    for doubt in run_in_headings(source, told):
        told.add(doubt.line)
        yield doubt
    yield from heading_looks(source, told)


def _is_lone(
    ways: Sequence[HeadingNumber], items: Mapping[str, HeadingNumber], styles: Collection[str]
) -> bool:
    """Return whether an item has a heading's label, and the item before it is missing."""
    return bool(ways) and all(
        way.style in styles
        and not way.is_first
        and not (way.style in items and way.follows(items[way.style]))
        for way in ways
    )


def heading_label(text: str) -> str:
    """Return the label of a text that may be a heading by its label and end; empty if none."""
    text = text.strip()
    label = _LABEL.match(text)
    if not label or len(text) > _LONGEST or text[-1] in _ENDS:
        return ""
    return label[1] if text[label.end() :].strip() else ""


def _goes_on(block: ParsedBlock, last: dict[tuple[int, str], HeadingNumber]) -> bool:
    label = heading_label(block.text.text)
    if block.kind is not BlockKind.PARAGRAPH or not label:
        return False
    styles = {style: number for (_, style), number in last.items()}
    return any(
        way.style in styles and way.follows(styles[way.style]) for way in heading_numbers(label)
    )
