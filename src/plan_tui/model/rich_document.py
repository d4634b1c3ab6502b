"""The document model between views and writers: what a view says, before any format.

A view makes a `RichDocument`; a writer (Markdown, Word, HTML …) turns it into a file. Text here is
printed text, never markup: each writer escapes it in its own way.
"""

from __future__ import annotations

from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.records import Document
    from plan_tui.text.language import Language


class Markup(StrEnum):
    """How a run of text differs from the text around it."""

    PLAIN = "plain"
    CODE = "code"
    """A key or a command line."""
    EMPHASIS = "emphasis"
    """A remark of the program among the plan's words."""
    MATCH = "match"
    """Words that the view is about: those asked for, or a date or number that is followed."""
    GONE = "gone"
    """Only in the earlier text."""
    NEW = "new"
    """Only in the later text."""
    MOVED = "moved"
    """In both texts, at another place."""
    SHARED = "shared"
    """A phrase in common of two texts that otherwise share little."""
    NOTATION = "notation"
    """Differs in width, calendar or punctuation alone."""
    CHANGED = "changed"
    """Differs from the text beside it, in either of the two."""
    STRONG = "strong"
    """A heading inside a cell."""


class ParagraphKind(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    QUOTATION = "quotation"
    """A quotation that is set apart."""
    SUBHEADING = "subheading"
    """A heading that the plan prints inside a text, without a place in its outline."""
    ASIDE = "aside"
    """A line that says how to read what follows; at the right edge where there are pages."""


@record
class TextRun:
    """Text of one markup, on one line."""

    text: str
    markup: Markup = Markup.PLAIN


@record
class NoteMark:
    """Where a footnote is referred to."""

    name: str
    """The name of a `DocumentNote` of the same document."""


@record
class LineBreak:
    """A new line inside a paragraph or a cell."""


Inline = TextRun | NoteMark | LineBreak
Content = tuple[Inline, ...]
"""What stands inside a paragraph, a heading, a list item or a cell."""


@record
class DocumentHeading:
    """A heading of the document."""

    depth: int
    """1 for the document's title."""
    content: Content


@record
class DocumentParagraph:
    """A paragraph."""

    content: Content
    kind: ParagraphKind = ParagraphKind.BODY
    anchor: str = ""
    """A name of the place inside its section, for links; empty without one."""


@record
class ListItem:
    """An item of a list."""

    content: Content
    level: int = 0
    """0 for an item of the list itself, 1 for one of a list inside it …"""
    anchor: str = ""
    """As of a paragraph."""


@record
class BulletList:
    """A list without numbers."""

    items: tuple[ListItem, ...]


@record
class DataTable:
    """A table; each row has as many cells as there are columns."""

    columns: tuple[Content, ...]
    """The header row, which is repeated on each page."""
    rows: tuple[tuple[Content, ...], ...]
    shares: tuple[int, ...] = ()
    """How wide the columns are beside each other, where there are pages; empty for the same."""
    anchor: str = ""
    """As of a paragraph."""
    heading_rows: frozenset[int] = frozenset()
    """Numbers of the rows, from 0, that head those below; a page does not end with one."""


DocumentBlock = DocumentHeading | DocumentParagraph | BulletList | DataTable


@record
class DocumentNote:
    """A footnote of the document."""

    name: str
    content: Content
    label: str = ""
    """What a reader calls it, where the name is not to be shown: ``2021年版 脚注10``."""


@record
class RichDocument:
    """A document, whole."""

    language: Language
    """The language of the words around the plan's text."""
    blocks: tuple[DocumentBlock, ...]
    notes: tuple[DocumentNote, ...] = ()
    """In the order in which the text first refers to them."""
    sources: tuple[str, ...] = ()
    """The documents cited, each as a line that can stand in a paper."""
    command: str = ""
    """The command line that gives the same; empty if it is not to be named."""
    attribution: tuple[str, ...] = ()
    """Sentences to give word for word."""
    documents: tuple[Document, ...] = ()
    """The documents of the plan that the text is from."""
    as_of: str = ""
    """The day (ISO) from which it is seen; empty where it says the same on all days."""
    landscape: bool = False
    """Whether its pages, where there are any, are wider than high."""

    @property
    def title(self) -> str:
        """The words of its first heading; empty without any."""
        for block in self.blocks:
            if isinstance(block, DocumentHeading):
                return "".join(part.text for part in block.content if isinstance(part, TextRun))
        return ""


def run(text: str, markup: Markup = Markup.PLAIN) -> Content:
    """Return text as content; nothing for an empty text."""
    return (TextRun(text, markup),) if text else ()


def below_each_other(parts: Iterable[Content]) -> Content:
    """Return contents below each other, with a line break between them."""
    return joined(parts, (LineBreak(),))


def joined(parts: Iterable[Content], between: Content) -> Content:
    """Return contents after each other, with ``between`` between them."""
    return tuple(
        inline
        for number, part in enumerate(parts)
        for inline in ((*between, *part) if number else part)
    )
