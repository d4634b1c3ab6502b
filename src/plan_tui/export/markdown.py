"""Writes a document as Markdown: CommonMark with GitHub's tables and footnotes."""

from __future__ import annotations

from itertools import zip_longest

from plan_tui.export.document_ending import ending
from plan_tui.export.formats import Attributed
from plan_tui.export.markdown_escape import code, inline, line, table
from plan_tui.export.markdown_marks import MarkdownMark, marked
from plan_tui.export.yaml_front_matter import front_matter
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
from plan_tui.views.view import Paint, View, no_paint

_DEEPEST = 6
"""Markdown has no deeper heading."""
_BREAK = " ／ <br>"
"""A new line, with a sign that still parts both lines where a reader shows no new line."""
_STRONG = MarkdownMark("**", ("strong",))
_MARKS = {
    Markup.EMPHASIS: MarkdownMark("*", ("em",)),
    Markup.GONE: MarkdownMark("~~", ("del",)),
    Markup.NEW: _STRONG,
    Markup.MOVED: MarkdownMark("*", ("em",)),
    Markup.SHARED: MarkdownMark("***", ("em", "strong")),
    Markup.MATCH: _STRONG,
    Markup.CHANGED: MarkdownMark("", ("u",)),
    Markup.STRONG: _STRONG,
}


def write(
    view: View, attributed: Attributed, paint: Paint = no_paint, *, with_front_matter: bool = True
) -> str:
    """Return a view as Markdown; nothing where nothing matched."""
    if view.nothing:
        return ""
    document = view.document(attributed())
    head = front_matter(view, document) if with_front_matter else ""
    return head + markdown(document)


def markdown(document: RichDocument) -> str:
    """Return a document as Markdown, its parts set apart by blank lines."""
    parts = [_block(block) for block in document.blocks]
    parts.append("\n".join(f"[^{note.name}]: {_content(note.content)}" for note in document.notes))
    end = [_block(block) for block in ending(document)]
    parts += ["---", *end] if end else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: DocumentBlock) -> str:
    match block:
        case DocumentHeading(depth, content):
            return f"{'#' * min(depth, _DEEPEST)} {line(_content(content))}"
        case DocumentParagraph(content, ParagraphKind.SUBHEADING):
            words = _content(content).strip()
            return marked(words, _STRONG) if words else ""
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
    parts = [part for part in content if not isinstance(part, TextRun) or part.text]
    written = ""
    for part, following in zip_longest(parts, parts[1:]):
        written += _inline(part, written, following)
    return written


def _inline(part: Inline, before: str, following: Inline | None) -> str:
    """Return a part of a line; ``before`` is written already, ``following`` comes next."""
    match part:
        case LineBreak():
            return _BREAK
        case NoteMark(name):
            return f"[^{name}]"
        case TextRun(text, Markup.CODE):
            return code(text)
        case TextRun(text, markup):
            source, mark = inline(text), _MARKS.get(markup)
            return marked(source, mark, before, _start(following)) if mark and source else source


def _start(part: Inline | None) -> str:
    """Return how the Markdown of a part begins, as far as the mark before it has to know."""
    match part:
        case None:
            return ""
        case LineBreak():
            return _BREAK
        case TextRun(text, Markup.PLAIN | Markup.NOTATION):
            return inline(text)
        case _:
            return "<"  # a sign or a tag; all of them are punctuation
