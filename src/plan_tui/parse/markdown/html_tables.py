"""Tables in HTML, as converters write those that Markdown cannot: with merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import ParsedBlock
from plan_tui.parse.markdown.block_reader import ContentLine
from plan_tui.parse.markdown.table_cells import cell_text, table_block
from plan_tui.parse.markdown.written_passages import MarkedPlace, SignCollector, place_marks
from plan_tui.text.traced import Traced

_CELL = re.compile(
    r"(?P<row><tr\b[^<>]*>)|<t[dh]\b(?P<attributes>[^<>]*)>(?P<content>.*?)"
    r"(?=</t[dh]\s*>|<t[dhr]\b|</tr\s*>|</table\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?([0-9]{1,3})", re.IGNORECASE)
_MOST_SPANNED = 100

Cell = tuple[Traced, int, int]
"""Text, and how many rows and columns it spans."""


def is_html_table(lines: Sequence[ContentLine]) -> bool:
    """Return whether a block of HTML holds cells of a table."""
    cells = _CELL.finditer("\n".join(line.text.text for line in lines))
    return any(cell["content"] is not None for cell in cells)


def html_table(lines: Sequence[ContentLine], signs: SignCollector) -> list[ParsedBlock]:
    """Return the cells as a table, and what stands around them as paragraphs before it."""
    written = Traced.join((line.text for line in lines), "\n")
    marks: list[MarkedPlace] = []
    rows: list[list[Cell]] = []
    around: list[ContentLine] = []
    start = 0
    for match in _CELL.finditer(written.text):
        if match["row"]:
            rows.append([])
            continue
        content_start, content_end = match.span("content")
        around += _lines(written[start:content_start])
        start = content_end
        text = cell_text(list(_lines(written[content_start:content_end])), marks, signs)
        spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(match["attributes"])}
        rows = rows or [[]]
        rows[-1].append((text, _span(spans, "row"), _span(spans, "col")))
    around += _lines(written[start:])
    rows = [row for row in rows if row]
    texts = [[text for text, _, _ in row] for row in rows]
    return [*_paragraphs(around, signs), *table_block(texts, _filled(rows), marks)]


def _span(spans: dict[str, int], kind: str) -> int:
    return min(max(spans.get(kind, 1), 1), _MOST_SPANNED)


def _lines(text: Traced) -> Iterator[ContentLine]:
    """Part a text at the line ends that were supplied to join its lines."""
    start = 0
    for offset, place in enumerate([*text.places, None]):
        if place is None:
            yield ContentLine(text[start:offset])
            start = offset + 1


def _paragraphs(lines: Sequence[ContentLine], signs: SignCollector) -> list[ParsedBlock]:
    blocks = []
    for passage in signs.passages(lines):
        text = passage.text
        marks = place_marks(text, passage.marks)
        blocks.append(ParsedBlock(BlockKind.PARAGRAPH, text, marks=marks))
    return blocks


def _filled(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Return the table's cells with each merged one in all of its places."""
    grid: dict[tuple[int, int], str] = {}
    for y, row in enumerate(rows):
        x = 0
        for text, height, width in row:
            while (y, x) in grid:
                x += 1
            for down in range(min(height, len(rows) - y)):
                grid |= {(y + down, x + right): text.text for right in range(width)}
            x += width
    columns = max((x for _, x in grid), default=-1) + 1
    return [[grid.get((y, x), "") for x in range(columns)] for y in range(len(rows))]
