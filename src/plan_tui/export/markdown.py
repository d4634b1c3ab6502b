"""Writes a document as Markdown: CommonMark with GitHub's tables and footnotes."""

from __future__ import annotations

from itertools import zip_longest

from plan_tui.export.document_ending import ending
from plan_tui.export.markdown_escape import code, inline, line, table
from plan_tui.export.markdown_marks import MarkdownMark, marked
from plan_tui.export.yaml_front_matter import front_matter
from plan_tui.model.rich_document import (
    BulletList,
    DataTable,
    DocumentHeading,
    DocumentParagraph,
    LineBreak,
    Markup,
    NoteMark,
    ParagraphKind,
    TextRun,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plan_tui.model.outline_records import Attributed
    from plan_tui.model.rich_document import (
        Content,
        DocumentBlock,
        Inline,
        ListItem,
        RichDocument,
    )
    from plan_tui.views.view import View

_DEEPEST = 6
"""Markdown has no deeper heading."""
_BREAK = " ／ <br>"
"""A new line, with a sign that still parts both lines where a reader shows no new line."""
_MOST_DIGITS = 9
"""Digits of a number that CommonMark takes for an item's mark."""
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


def write(view: View, attributed: Attributed, *, with_front_matter: bool = True) -> str:
    """Return a view as Markdown; nothing where nothing matched."""
    if view.nothing:
        return ""
    document = view.document(attributed())
    head = front_matter(view, document) if with_front_matter else ""
    return head + markdown(document)


def markdown(
    document: RichDocument, links: Mapping[str, str] | None = None, *, anchors: bool = False
) -> str:
    """Return a document as Markdown, its parts set apart by blank lines.

    Args:
        document: the document.
        links: files to which keys in the document lead.
        anchors: whether places are named as Obsidian names them (``^b1``).

    """
    writer = _MarkdownWriter(links or {}, anchors=anchors)
    parts = [writer.block(block) for block in document.blocks]
    notes = (f"[^{note.name}]: {line(writer.content(note.content))}" for note in document.notes)
    parts.append("\n".join(notes))
    end = [writer.block(block) for block in ending(document)]
    parts += ["---", *end] if end else []
    return "\n\n".join(part for part in parts if part) + "\n"


class _MarkdownWriter:
    """Writes the parts of one document."""

    def __init__(self, links: Mapping[str, str], *, anchors: bool) -> None:
        self._links = links
        self._anchors = anchors

    def block(self, block: DocumentBlock) -> str:
        match block:
            case DocumentHeading(depth, content):
                return f"{'#' * min(depth, _DEEPEST)} {line(self.content(content))}"
            case DocumentParagraph(content, ParagraphKind.SUBHEADING, anchor):
                words = self.content(content).strip()
                return marked(words, _STRONG) + self._anchor(anchor) if words else ""
            case DocumentParagraph(content, kind, anchor):
                quotation = "> " if kind is ParagraphKind.QUOTATION else ""
                return f"{quotation}{line(self.content(content))}{self._anchor(anchor)}"
            case BulletList(items):
                return "\n".join(self._items(items))
            case DataTable(columns, rows, _, anchor):
                cells = [[self.content(cell) for cell in row] for row in rows]
                written = table([self.content(column) for column in columns], cells)
                return written + self._anchor(anchor, "\n\n")

    def _items(self, items: Sequence[ListItem]) -> Iterator[str]:
        counted = _counted_items(items)
        for index, item in enumerate(items):
            mark = counted.get(index, "-")
            content = item.content[1:] if index in counted else item.content
            words = line(self.content(content))
            yield f"{'  ' * item.level}{mark} {words}{self._anchor(item.anchor)}"

    def _anchor(self, name: str, before: str = " ") -> str:
        return f"{before}^{name}" if name and self._anchors else ""

    def content(self, content: Content) -> str:
        parts = [part for part in content if not isinstance(part, TextRun) or part.text]
        written = ""
        for part, following in zip_longest(parts, parts[1:]):
            written += self._inline(part, written, following)
        return written

    def _inline(self, part: Inline, before: str, following: Inline | None) -> str:
        """Return a part of a line; ``before`` is written already, ``following`` comes next."""
        match part:
            case LineBreak():
                return _BREAK
            case NoteMark(name):
                return f"[^{name}]"
            case TextRun(text, Markup.CODE):
                target = self._links.get(text)
                return f"[{code(text)}](<{target}>)" if target else code(text)
            case TextRun(text, markup):
                source, mark = inline(text), _MARKS.get(markup)
                return (
                    marked(source, mark, before, _start(following)) if mark and source else source
                )


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


def _counted_items(items: Sequence[ListItem]) -> dict[int, str]:
    """Return the items, by index, whose printed number is their mark in Markdown.

    Readers count by themselves from the first number of a list, so that only numbers that follow
    each other are marks; other items have a bullet, and their number as text. Items with a list
    inside them have one as well, and those that could be taken for a part of the item above.
    """
    counted: dict[int, str] = {}
    index = 0
    while index < len(items):
        end = _end_of_run(items, index)
        has_inner = end < len(items) and items[end].level > 0
        begins = index == 0 or (_number(items[index]) or (0,))[0] == 1
        if begins and not has_inner and index - 1 not in counted:
            for place in range(index, end):
                number, sign = _number(items[place]) or (0, "")
                counted[place] = f"{number}{sign}"
        index = max(end, index + 1)
    return counted


def _end_of_run(items: Sequence[ListItem], start: int) -> int:
    """Return the index behind the items from ``start`` on that count by one; ``start`` if none."""
    first = _number(items[start])
    end = start
    while first and end < len(items):
        if _number(items[end]) != (first[0] + end - start, first[1]):
            break
        end += 1
    return end


def _number(item: ListItem) -> tuple[int, str] | None:
    """Return the number and the sign behind it of an item of the outermost list."""
    head = item.content[0] if item.content else None
    if item.level or not isinstance(head, TextRun) or head.markup is not Markup.PLAIN:
        return None
    number, sign = head.text[:-2], head.text[-2:]
    counts = number.isascii() and number.isdecimal() and not number.startswith("0")
    is_mark = counts and len(number) <= _MOST_DIGITS and sign in (". ", ") ")
    return (int(number), sign[0]) if is_mark else None
