"""Parses a full text in the layout of the 2025 edition (``FULL_TEXT_2025``).

A cover (title and date), a preface, contents with leader dots, then the text: numbered
headings down to eight ranks, footnotes at each page's foot above the page number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from plan_tui.model.kinds import SectionKind
from plan_tui.model.parsed import (
    ParsedDocument,
    ParsedFurniture,
    ParsedRuby,
    ParsedSection,
)
from plan_tui.parse.fulltext_2025_blocks import read_blocks
from plan_tui.parse.fulltext_2025_contents import (
    Contents,
    Entry,
    contents_end,
    contents_start,
    leftovers,
    read_contents,
)
from plan_tui.parse.fulltext_2025_footnotes import Marks
from plan_tui.parse.fulltext_2025_geometry import INDENT, Printed, measure, printed, unwrap
from plan_tui.parse.fulltext_2025_lists import holds_items
from plan_tui.parse.fulltext_2025_marks import lift_marks
from plan_tui.parse.fulltext_2025_outline import Heading, OutlineReader
from plan_tui.parse.fulltext_2025_pages import read_pages
from plan_tui.parse.fulltext_2025_ruby import mend_ruby, word_read
from plan_tui.parse.numbering import LEVELS_2025, labels
from plan_tui.parse.ruby import ruby
from plan_tui.text.traced import Traced

_DATE = re.compile(
    r"[0-9０-９]{4}年(?:[（(].{2}[0-9０-９元]{1,2}年[）)])?[0-9０-９]+月[0-9０-９]+日"
)
_FALLBACK_WIDTH = 45.0
PREFACE_TITLE = "前文"


def parse(lines: Sequence[str]) -> ParsedDocument:
    """Parse a source's ``lines`` (line n is ``lines[n - 1]``)."""
    solid = [Traced.of_line(n, text).strip() for n, text in enumerate(lines, 1) if text.strip()]
    start = contents_start(solid)
    contents_from = _body_start(solid) if start is None else start
    contents_to = contents_from if start is None else contents_end(solid, start)
    contents_lines = solid[contents_from:contents_to]
    contents = read_contents(contents_lines)
    cover, preface = _front(solid[:contents_from])
    body = read_pages(solid[contents_to:])
    headings, readings = _text(body.lines, contents, body.marks)
    readings = [ruby(r, word_read(r.text, title)) for r, title in contents.ruby] + readings
    missing = contents.missing()
    return ParsedDocument(
        sections=tuple(_sections(preface, headings, missing, body.marks)),
        footnotes=tuple(body.footnotes),
        ruby=tuple(readings),
        furniture=(*cover, *leftovers(contents_lines, missing, readings), *body.furniture),
    )


def _body_start(lines: Sequence[Traced]) -> int:
    """Return the index of the first heading of the first rank, for a text without contents."""
    for index, line in enumerate(lines):
        if any(label.depth == 1 for label in labels(line.text, LEVELS_2025)):
            return index
    return len(lines)


def _front(lines: Sequence[Traced]) -> tuple[list[ParsedFurniture], list[Traced]]:
    """Part the cover, which ends with the date, from the preface."""
    for index, line in enumerate(lines):
        if _DATE.fullmatch("".join(line.text.split())):
            cover = [ParsedFurniture("cover", part) for part in lines[: index + 1]]
            return cover, list(lines[index + 1 :])
    return [], list(lines)


def _text(
    lines: Sequence[Traced], contents: Contents, marks: Marks
) -> tuple[list[Heading], list[ParsedRuby]]:
    full = measure(printed(line, marks) for line in lines) or _FALLBACK_WIDTH
    mended, readings = mend_ruby(lines, full, marks)
    stream = [piece for line in mended for piece in _printed_lines(line, full, marks)]
    before, headings = OutlineReader(contents, full).read(stream)
    if before and headings:
        headings[0].lines[:0] = before
    return headings, readings


def _printed_lines(line: Traced, full: float, marks: Marks) -> list[Printed]:
    if holds_items(line.text):
        return [printed(line, marks)]
    return unwrap(line, full, marks)


def _sections(
    preface: Sequence[Traced], headings: Sequence[Heading], missing: Sequence[Entry], marks: Marks
) -> list[ParsedSection]:
    sections: list[ParsedSection] = []
    if preface:
        stream = [printed(line, ()) for line in preface]
        full = measure(stream) or _FALLBACK_WIDTH
        title = Traced.supplied(PREFACE_TITLE)
        blocks = read_blocks(stream, full, marks)
        sections.append(ParsedSection(1, SectionKind.PREFACE, title=title, blocks=blocks))
    widths = _full_widths(headings)
    for heading, full in zip(headings, widths, strict=True):
        title, found = lift_marks([heading.title], marks)
        blocks = read_blocks(heading.lines, full, marks)
        sections.append(
            ParsedSection(heading.depth, heading.kind, heading.label, title, found, blocks)
        )
    for entry in missing:
        depth = entry.label.depth
        kind = SectionKind.PART if depth == 1 else entry.label.level.kind
        sections.append(ParsedSection(depth, kind, entry.label_text, entry.title, toc_only=True))
    return sections


def _full_widths(headings: Sequence[Heading]) -> list[float]:
    """Return the width of a full line below each heading: deeper text is indented further."""
    by_depth: dict[int, list[Printed]] = defaultdict(list)
    for heading in headings:
        by_depth[heading.depth] += heading.lines
    usual = {depth: measure(lines) or _FALLBACK_WIDTH for depth, lines in by_depth.items()}
    return [_own_width(heading.lines, usual[heading.depth]) for heading in headings]


def _own_width(lines: Sequence[Printed], usual: float) -> float:
    """Return ``usual``, or less if all of the lines stay below it by the same character."""
    plain = measure(lines, usual - INDENT - 0.5)
    widest = max((line.most for line in lines), default=usual)
    return usual - INDENT if plain == usual - INDENT and widest < usual else usual
