"""The parser of a full text in the layout of the 2025 edition (``FULL_TEXT_2025``).

A cover (title and date), a preface, contents with dot leaders, then the text: numbered headings
of up to eight levels, footnotes at each page's foot above the page number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from plan_tui.model.enums import (
    FurnitureKind,
    SectionKind,
)
from plan_tui.model.parsed import (
    ParsedDocument,
    ParsedFurniture,
    ParsedRuby,
    ParsedSection,
)
from plan_tui.parse.common.geometry import (
    PrintedLine,
    estimate_measure,
    printed_line,
    split_fused_lines,
)
from plan_tui.parse.common.numbering import LEVELS_2025, labels
from plan_tui.parse.common.ruby_readings import ruby, word_before
from plan_tui.parse.full_text_2025.blocks import read_blocks
from plan_tui.parse.full_text_2025.contents import (
    ContentsEntry,
    PageContents,
    contents_end,
    contents_furniture,
    contents_start,
    read_contents,
)
from plan_tui.parse.full_text_2025.enumerations import holds_items
from plan_tui.parse.full_text_2025.footnote_bodies import Marks
from plan_tui.parse.full_text_2025.glued_marks import extract_marks
from plan_tui.parse.full_text_2025.outline import Heading, OutlineReader
from plan_tui.parse.full_text_2025.pages import read_pages
from plan_tui.parse.full_text_2025.ruby_lines import extract_ruby
from plan_tui.text.record import record
from plan_tui.text.traced import Traced

_DATE = re.compile(
    r"[0-9０-９]{4}年(?:[（(].{2}[0-9０-９元]{1,2}年[）)])?[0-9０-９]+月[0-9０-９]+日"
)
_FALLBACK_MEASURE = 45.0
"""Ems. Used for a text without any line of `estimate_measure`'s least width; that of the source."""
_DEEPEST_INDENT = 5.0
"""Ems by which the measure may narrow below deep headings, whose text is indented. In the source
it narrows by up to 3; with less than 2 the width of such text is not found."""
_PREFACE_TITLE = "前文"


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
    text = _text(body.lines, contents, body.marks)
    readings = [ruby(r, word_before(title, r.text)) for r, title in contents.ruby] + text.ruby
    missing = contents.missing()
    return ParsedDocument(
        sections=(
            *_preface(preface, text, body.marks),
            *_sections(text, body.marks),
            *(_contents_only(entry) for entry in missing),
        ),
        footnotes=tuple(body.footnotes),
        ruby=tuple(readings),
        furniture=(*cover, *contents_furniture(contents_lines, missing, readings), *body.furniture),
    )


def _body_start(lines: Sequence[Traced]) -> int:
    """Return the index of the first chapter heading, for a text without contents."""
    for index, line in enumerate(lines):
        if any(label.depth == 1 for label in labels(line.text, LEVELS_2025)):
            return index
    return len(lines)


def _front(lines: Sequence[Traced]) -> tuple[list[ParsedFurniture], list[Traced]]:
    """Split the lines above the contents into the cover, which ends in a date, and the preface."""
    for index, line in enumerate(lines):
        if _DATE.fullmatch("".join(line.text.split())):
            cover = [ParsedFurniture(FurnitureKind.COVER, part) for part in lines[: index + 1]]
            return cover, list(lines[index + 1 :])
    return [], list(lines)


@record
class _Text:
    """The text after the contents, divided at its headings."""

    measure: float
    """The width of its full lines in ems."""
    before: list[PrintedLine]
    """Lines above the first heading."""
    headings: list[Heading]
    ruby: list[ParsedRuby]


def _text(lines: Sequence[Traced], contents: PageContents, marks: Marks) -> _Text:
    measure = estimate_measure(printed_line(line, marks) for line in lines) or _FALLBACK_MEASURE
    joined, readings = extract_ruby(lines, measure, marks)
    stream = [part for line in joined for part in _printed_lines(line, measure, marks)]
    before, headings = OutlineReader(contents, measure, marks).read(stream)
    return _Text(measure, before, headings, readings)


def _printed_lines(line: Traced, measure: float, marks: Marks) -> list[PrintedLine]:
    if holds_items(line.text):
        return [printed_line(line, marks)]
    return split_fused_lines(line, measure, marks)


def _preface(lines: Sequence[Traced], text: _Text, marks: Marks) -> list[ParsedSection]:
    """Return the preface: what stands before the contents and above the first heading."""
    stream = [printed_line(line, marks) for line in lines]
    measure = estimate_measure(stream) or text.measure
    blocks = read_blocks(stream, measure, marks) + read_blocks(text.before, text.measure, marks)
    title = Traced.supplied(_PREFACE_TITLE)
    return [ParsedSection(1, SectionKind.PREFACE, title=title, blocks=blocks)] if blocks else []


def _sections(text: _Text, marks: Marks) -> list[ParsedSection]:
    sections: list[ParsedSection] = []
    for heading, measure in zip(text.headings, _measures(text), strict=True):
        title, title_marks = extract_marks([heading.title], marks)
        blocks = read_blocks(heading.lines, measure, marks)
        sections.append(
            ParsedSection(heading.depth, heading.kind, heading.label, title, title_marks, blocks)
        )
    return sections


def _contents_only(entry: ContentsEntry) -> ParsedSection:
    depth = entry.label.depth
    kind = SectionKind.PART if depth == 1 else entry.label.level.kind
    return ParsedSection(depth, kind, entry.label_text, entry.title, toc_only=True)


def _measures(text: _Text) -> list[float]:
    """Return the measure of the text below each heading, which narrows as its indent grows."""
    by_depth: dict[int, list[PrintedLine]] = defaultdict(list)
    for heading in text.headings:
        by_depth[heading.depth] += heading.lines
    least = text.measure - _DEEPEST_INDENT
    usual = {
        depth: estimate_measure(lines, least) or text.measure for depth, lines in by_depth.items()
    }
    return [usual[heading.depth] for heading in text.headings]
