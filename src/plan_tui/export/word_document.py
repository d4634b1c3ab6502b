"""Puts a document together as a Word file, with python-docx.

The file carries no clock time, so that the same document gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document

from plan_tui.export.document_ending import ending
from plan_tui.export.word_footnotes import WordFootnotes
from plan_tui.export.word_styles import is_wide, lay_out, number_pages, with_fonts_instead
from plan_tui.export.word_table import append_table
from plan_tui.export.word_text import append_content, element
from plan_tui.model.rich_document import (
    BulletList,
    Content,
    DataTable,
    DocumentBlock,
    DocumentHeading,
    DocumentParagraph,
    ParagraphKind,
    RichDocument,
)
from plan_tui.text.controls import visible_in_xml

_DEEPEST = 9
"""Word has no deeper heading."""
_DEEPEST_LIST = 3
"""The template has bullets of so many levels."""
_LONGEST_TITLE = 255
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP file can tell."""


def word_file(document: RichDocument) -> bytes:
    """Return a document as a Word file."""
    file = docx.Document()
    lay_out(file, document)
    number_pages(file)
    properties = file.core_properties
    properties.title = visible_in_xml(document.title)[:_LONGEST_TITLE]
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(*_EPOCH[:3])
    footnotes = WordFootnotes(document.notes)
    for block in (*document.blocks, *ending(document)):
        _append(file, block, footnotes)
    footnotes.attach(file.part)
    written = io.BytesIO()
    file.save(written)
    return _finished(written)


def _append(file: Document, block: DocumentBlock, footnotes: WordFootnotes) -> None:
    match block:
        case DocumentHeading(depth, content):
            # The title of a table as wide as the page stands over its middle, others at the left.
            side = "center" if depth == 1 and is_wide(file) else ""
            _append_paragraph(
                file, content, footnotes, f"Heading {min(depth, _DEEPEST)}", side=side
            )
        case DocumentParagraph(content, kind):
            style = "Quote" if kind is ParagraphKind.QUOTATION else "Normal"
            strong = kind is ParagraphKind.SUBHEADING
            side = "right" if kind is ParagraphKind.ASIDE else ""
            _append_paragraph(file, content, footnotes, style, strong=strong, side=side)
        case BulletList(items):
            for item in items:
                level = min(item.level + 1, _DEEPEST_LIST)
                style = "List Bullet" if level == 1 else f"List Bullet {level}"
                _append_paragraph(file, item.content, footnotes, style)
        case DataTable():
            append_table(file.element.body, block, footnotes, _width(file))


def _append_paragraph(
    file: Document,
    content: Content,
    footnotes: WordFootnotes,
    style: str,
    *,
    strong: bool = False,
    side: str = "",
) -> None:
    """Append a paragraph before the properties of the pages, with which a body ends.

    ``side`` is where it stands between the margins, if not as its style says: ``right``.
    """
    paragraph, properties = element("w:p"), element("w:pPr")
    properties.append(element("w:pStyle", val=file.styles[style].style_id))
    if side:
        properties.append(element("w:jc", val=side))
    paragraph.append(properties)
    append_content(paragraph, content, footnotes.mark, strong=strong)
    body = file.element.body
    body.insert(len(body) - 1, paragraph)


def _width(file: Document) -> int:
    """Return how wide a page's text is, in twentieths of a point."""
    section = file.sections[-1]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return int((section.page_width or 0) - margins) // 635


def _finished(written: io.BytesIO) -> bytes:
    """Return the file without clock time, its table of fonts complete."""
    timeless = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(timeless, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            content = old.read(name)
            if name == "word/fontTable.xml":
                content = with_fonts_instead(content)
            new.writestr(part, content, zipfile.ZIP_DEFLATED)
    return timeless.getvalue()
