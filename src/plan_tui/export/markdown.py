"""Writes a document as Markdown: CommonMark with GitHub's tables and footnotes."""

from __future__ import annotations

from plan_tui.export.document_ending import ending
from plan_tui.export.formats import Attributed
from plan_tui.export.markdown_escape import code, inline, line, table
from plan_tui.model.rich_document import (
    BulletList,
    Content,
    DataTable,
    DocumentBlock,
    DocumentHeading,
    DocumentParagraph,
    Inline,
    LineBreak,
    Markup,
    NoteMark,
    ParagraphKind,
    RichDocument,
    TextRun,
)
from plan_tui.views.view import Paint, View

_DEEPEST = 6
"""Markdown has no deeper heading."""
_APART = " ／ "
"""Stands before a line break where the parts must not run together without it."""
_TAGS = {
    Markup.GONE: "del",
    Markup.NEW: "ins",
    Markup.MOVED: "i",
    Markup.SHARED: "b",
    Markup.MATCH: "b",
    Markup.CHANGED: "u",
    Markup.STRONG: "b",
}
"""HTML tags, which hold at any neighbouring character, where asterisks do not."""


def write(view: View, attributed: Attributed, paint: Paint) -> str:
    """Return a view as Markdown; nothing where nothing matched."""
    return "" if view.nothing else markdown(view.document(attributed()))


def markdown(document: RichDocument) -> str:
    """Return a document as Markdown, its parts set apart by blank lines."""
    parts = [_block(block) for block in document.blocks]
    notes = [f"[^{note.name}]: {line(_content(note.content))}" for note in document.notes]
    parts.append("\n".join(notes))
    end = [_block(block) for block in ending(document)]
    parts += ["---", *end] if end else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: DocumentBlock) -> str:
    match block:
        case DocumentHeading(depth, content):
            return f"{'#' * min(depth, _DEEPEST)} {line(_content(content))}"
        case DocumentParagraph(content, ParagraphKind.SUBHEADING):
            return f"**{_content(content).strip()}**"
        case DocumentParagraph(content, kind):
            quotation = "> " if kind is ParagraphKind.QUOTATION else ""
            return f"{quotation}{line(_content(content))}"
        case BulletList(items):
            return "\n".join(
                f"{'  ' * item.level}- {line(_content(item.content))}" for item in items
            )
        case DataTable(columns, rows):
            cells = [[_content(cell) for cell in row] for row in rows]
            return table([_content(column) for column in columns], cells)


def _content(content: Content) -> str:
    return "".join(map(_inline, content))


def _inline(part: Inline) -> str:
    match part:
        case LineBreak(apart):
            return f"{_APART}<br>" if apart else "<br>"
        case NoteMark(name):
            return f"[^{name}]"
        case TextRun(text, Markup.CODE):
            return code(text)
        case TextRun(text, Markup.EMPHASIS):
            return f"*{inline(text)}*"
        case TextRun(text, markup):
            tag = _TAGS.get(markup)
            return f"<{tag}>{inline(text)}</{tag}>" if tag else inline(text)
