"""Writes a document as Markdown: CommonMark with GitHub's tables and footnotes."""

from __future__ import annotations

from plan_tui.export.formats import Attributed
from plan_tui.export.markdown_escape import code, escape, inline, line, table
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
from plan_tui.text.language import Phrase
from plan_tui.views.view import Paint, View

_COMMAND = Phrase("同じ結果を得るコマンド", "Command that gives the same")
_CITED = Phrase("引用した文書", "Documents cited")
_DEEPEST = 6
"""Markdown has no deeper heading."""
_TAGS = {
    Markup.GONE: "del",
    Markup.NEW: "ins",
    Markup.MOVED: "i",
    Markup.SHARED: "b",
    Markup.MATCH: "b",
}
"""HTML tags, which hold at any neighbouring character, where asterisks do not."""


def write(view: View, attributed: Attributed, paint: Paint) -> str:
    """Return a view as Markdown; nothing where nothing matched."""
    return "" if view.nothing else markdown(view.document(attributed()))


def markdown(document: RichDocument) -> str:
    """Return a document as Markdown, its parts set apart by blank lines."""
    parts = [_block(block) for block in document.blocks]
    parts.append("\n".join(f"[^{note.name}]: {_content(note.content)}" for note in document.notes))
    parts += _ending(document)
    return "\n\n".join(part for part in parts if part) + "\n"


def _ending(document: RichDocument) -> list[str]:
    """Return the rule, the sources, the command and the attribution; nothing without any."""
    parts = []
    if document.sources:
        sources = "\n".join(f"- {escape(source)}" for source in document.sources)
        parts.append(f"{_CITED.say(document.language)}:\n\n{sources}")
    if document.command:
        parts.append(f"{_COMMAND.say(document.language)}: {code(document.command)}")
    parts += [escape(sentence) for sentence in document.attribution]
    return ["---", *parts] if parts else []


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
        case LineBreak():
            return "<br>"
        case NoteMark(name):
            return f"[^{name}]"
        case TextRun(text, Markup.CODE):
            return code(text)
        case TextRun(text, Markup.EMPHASIS):
            return f"*{inline(text)}*"
        case TextRun(text, markup):
            tag = _TAGS.get(markup)
            return f"<{tag}>{inline(text)}</{tag}>" if tag else inline(text)
