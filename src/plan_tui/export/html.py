"""Writes a document as one HTML file that needs nothing else, for screens and for paper."""

from __future__ import annotations

from html import escape

from plan_tui.export.column_shares import column_shares, has_wide_pages
from plan_tui.export.document_ending import ending
from plan_tui.export.svg_chart import drawn
from plan_tui.model.outline_records import Attributed
from plan_tui.model.rich_document import (
    BulletList,
    Content,
    DataTable,
    DocumentBlock,
    DocumentHeading,
    DocumentNote,
    DocumentParagraph,
    LineBreak,
    Markup,
    NoteMark,
    ParagraphKind,
    RichDocument,
    TextRun,
)
from plan_tui.text.controls import visible_in_xml
from plan_tui.text.language import Phrase
from plan_tui.views.view import Paint, View

_NOTES = Phrase("脚注", "Footnotes")
_DEEPEST = 6
"""HTML has no deeper heading."""
_TAGS: dict[Markup, tuple[str, ...]] = {
    Markup.CODE: ("code",),
    Markup.EMPHASIS: ("em",),
    Markup.MATCH: ("mark", "b"),
    Markup.GONE: ("del",),
    Markup.NEW: ("ins",),
    Markup.MOVED: ("i",),
    Markup.SHARED: ("b",),
    Markup.CHANGED: ("u",),
    Markup.STRONG: ("strong",),
}
"""Tags around a run, the outermost first; other programs keep no `mark`, but what is bold."""
_PARAGRAPHS = {
    ParagraphKind.BODY: ("<p>", "</p>"),
    ParagraphKind.QUOTATION: ("<blockquote><p>", "</p></blockquote>"),
    ParagraphKind.SUBHEADING: ('<p class="subheading"><strong>', "</strong></p>"),
    ParagraphKind.ASIDE: ('<p class="aside">', "</p>"),
}
_TABLE = '<table border="1" width="100%">'
"""Office programs, which paste pages into papers, read these attributes and not the style."""
_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; line-height: 1.7;
  font-family: "Hiragino Sans", "Yu Gothic", YuGothic, Meiryo, "Noto Sans CJK JP", sans-serif;
  background: Canvas; color: CanvasText; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; } h3, h4, h5, h6 { font-size: 1.1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 1rem 0; }
th, td { border: 1px solid GrayText; padding: .4rem .6rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; } thead th { text-align: center; }
u, ins { text-decoration: underline; text-underline-offset: .2em; }
del { text-decoration: line-through; }
blockquote { margin: 0 0 0 1rem; padding-left: 1rem; border-left: 3px solid GrayText; }
code { font-family: ui-monospace, Consolas, monospace; font-size: .9em; }
.aside { text-align: right; }
figure { margin: 1rem 0; } figure svg { max-width: 100%; height: auto; }
hr { border: 0; border-top: 1px solid GrayText; }
@media print {
  :root { color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.5; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
"""


def write(view: View, attributed: Attributed, paint: Paint) -> str:
    """Return a view as HTML, its figure below the title; nothing where nothing matched."""
    if view.nothing:
        return ""
    chart = view.figure()
    return page(view.document(attributed()), f"<figure>{drawn(chart)}</figure>" if chart else "")


def page(document: RichDocument, figure: str = "") -> str:
    """Return a document as a page of HTML, a figure below its title."""
    paper = "A4 landscape" if has_wide_pages(document) else "A4"
    numbers = {note.name: number for number, note in enumerate(document.notes, 1)}
    writer = _Writer(numbers)
    parts = [writer.block(block) for block in document.blocks]
    if figure:
        parts.insert(1, figure)
    if document.notes:
        notes = "\n".join(
            f'<li id="note-{numbers[note.name]}">{writer.content(note.content)} {_called(note)} '
            f'<a href="#mark-{numbers[note.name]}">↩</a></li>'
            for note in document.notes
        )
        title = _NOTES.say(document.language)
        parts.append(f'<section class="footnotes">\n<h2>{title}</h2>\n<ol>\n{notes}\n</ol>\n'
                     "</section>")  # fmt: skip
    end = [writer.block(block) for block in ending(document)]
    parts += ["<footer>\n<hr>", *end, "</footer>"] if end else []
    body = "\n".join(parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(document.title)}</title>\n"
        f"<style>{_STYLE}@page {{ size: {paper}; margin: 15mm; }}\n</style>\n"
        f"</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


class _Writer:
    """Writes blocks, and remembers which marks of footnotes it has written."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers
        self._marked: set[str] = set()

    def block(self, block: DocumentBlock) -> str:
        match block:
            case DocumentHeading(depth, content):
                tag = f"h{min(depth, _DEEPEST)}"
                return f"<{tag}>{self.content(content)}</{tag}>"
            case DocumentParagraph(content, kind):
                before, after = _PARAGRAPHS[kind]
                return f"{before}{self.content(content)}{after}"
            case BulletList():
                return self._list(block)
            case DataTable():
                return self._table(block)

    def content(self, content: Content) -> str:
        return "".join(self._inline(part) for part in content)

    def _inline(self, part: TextRun | NoteMark | LineBreak) -> str:
        match part:
            case LineBreak():
                return "<br>"
            case NoteMark(name):
                return self._mark(name)
            case TextRun(text, markup):
                tags = _TAGS.get(markup, ())
                before = "".join(f"<{tag}>" for tag in tags)
                after = "".join(f"</{tag}>" for tag in reversed(tags))
                return f"{before}{_text(text)}{after}"

    def _mark(self, name: str) -> str:
        """Return a footnote's mark; the note leads back to its first."""
        number = self._numbers[name]
        ident = "" if name in self._marked else f' id="mark-{number}"'
        self._marked.add(name)
        return f'<sup><a{ident} href="#note-{number}">{number}</a></sup>'

    def _list(self, block: BulletList) -> str:
        """Return a list; an item of a deeper level stands in a list inside the item before."""
        lines, level = ["<ul>"], 0
        for number, item in enumerate(block.items):
            deeper = min(item.level, level + 1) if number else 0
            if deeper > level:
                lines.append("<ul>")
            elif number:
                lines.append("</li>" + "</ul></li>" * (level - deeper))
            level = deeper
            lines.append(f"<li>{self.content(item.content)}")
        return "\n".join([*lines, "</li>" + "</ul></li>" * level + "</ul>"])

    def _table(self, block: DataTable) -> str:
        shares = column_shares(block)
        whole = sum(shares)
        percents = [f"{100 * share / whole:.1f}%" for share in shares]
        widths = "".join(f'<col width="{each}" style="width: {each}">' for each in percents)
        heads = "".join(f'<th scope="col">{self.content(cell)}</th>' for cell in block.columns)
        rows = "\n".join(
            '<tr valign="top">'
            + "".join(f"<td>{self.content(cell)}</td>" for cell in row)
            + "</tr>"
            for row in block.rows
        )
        return (
            f"{_TABLE}\n<colgroup>{widths}</colgroup>\n<thead>\n<tr>{heads}</tr>\n</thead>\n"
            f"<tbody>\n{rows}\n</tbody>\n</table>"
        )


def _called(note: DocumentNote) -> str:
    return f"({_text(note.label)})" if note.label else f"<code>{_text(note.name)}</code>"


def _text(text: str) -> str:
    return escape(visible_in_xml(text)).replace("\n", "<br>")
