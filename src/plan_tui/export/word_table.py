"""Tables of a Word file, as their XML: python-docx's own cells are slow in long tables."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from plan_tui.export.column_shares import column_shares
from plan_tui.export.word_footnotes import WordFootnotes
from plan_tui.export.word_text import append_content, element
from plan_tui.model.rich_document import Content, DataTable, LineBreak


def append_table(
    body: BaseOxmlElement, table: DataTable, footnotes: WordFootnotes, width: int
) -> None:
    """Append a table before the last element of a body, and an empty paragraph after it.

    Args:
        body: the document's element, which ends with the properties of its pages.
        table: the table; its header row is repeated on each page, and rows that head others stay
            with the next one.
        footnotes: the document's.
        width: of the text on a page, in twentieths of a point.

    """
    shares = column_shares(table)
    widths = [width * share // sum(shares) for share in shares]
    written = element("w:tbl")
    properties = element("w:tblPr")
    properties.append(element("w:tblStyle", val="TableGrid"))
    properties.append(element("w:tblW", w=str(sum(widths)), type="dxa"))
    properties.append(element("w:tblLayout", type="fixed"))
    properties.append(_margins())
    written.append(properties)
    grid = element("w:tblGrid")
    for column in widths:
        grid.append(element("w:gridCol", w=str(column)))
    written.append(grid)
    written.append(_row(table.columns, widths, footnotes, head=True))
    for number, row in enumerate(table.rows):
        written.append(_row(row, widths, footnotes, heads_rows=number in table.heading_rows))
    body.insert(len(body) - 1, written)
    body.insert(len(body) - 1, element("w:p"))


def _row(
    cells: tuple[Content, ...],
    widths: list[int],
    footnotes: WordFootnotes,
    *,
    head: bool = False,
    heads_rows: bool = False,
) -> BaseOxmlElement:
    row = element("w:tr")
    if head or heads_rows:
        properties = element("w:trPr")
        properties.append(element("w:cantSplit"))
        if head:
            properties.append(element("w:tblHeader"))
        row.append(properties)
    for content, width in zip(cells, widths, strict=True):
        cell = element("w:tc")
        properties = element("w:tcPr")
        properties.append(element("w:tcW", w=str(width), type="dxa"))
        cell.append(properties)
        for line in _lines(content):
            paragraph = element("w:p")
            if head:
                paragraph.append(_paragraph_properties(element("w:jc", val="center")))
            elif heads_rows:
                paragraph.append(_paragraph_properties(element("w:keepNext")))
            append_content(paragraph, line, footnotes.mark, strong=head)
            cell.append(paragraph)
        row.append(cell)
    return row


def _margins() -> BaseOxmlElement:
    """Return the space between text and lines; the template has none above and below."""
    margins = element("w:tblCellMar")
    for side, width in (("top", 40), ("left", 100), ("bottom", 40), ("right", 100)):
        margins.append(element(f"w:{side}", w=str(width), type="dxa"))
    return margins


def _paragraph_properties(only: BaseOxmlElement) -> BaseOxmlElement:
    properties = element("w:pPr")
    properties.append(only)
    return properties


def _lines(content: Content) -> Iterator[Content]:
    """Return what stands between line breaks, each a paragraph of its own."""
    start = 0
    for number, inline in enumerate(content):
        if isinstance(inline, LineBreak):
            yield content[start:number]
            start = number + 1
    yield content[start:]
