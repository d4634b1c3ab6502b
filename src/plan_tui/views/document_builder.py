"""Builds a view's document: blocks, footnotes at its end, and what it cites."""

from __future__ import annotations

from itertools import chain

from plan_tui.labels.attributions import attribution_lines
from plan_tui.labels.citations import source
from plan_tui.labels.edition_names import edition_name
from plan_tui.model.inserted_marks import with_notes
from plan_tui.model.rich_document import (
    BulletList,
    DataTable,
    DocumentHeading,
    DocumentNote,
    DocumentParagraph,
    Markup,
    NoteMark,
    ParagraphKind,
    RichDocument,
    run,
)
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plan_tui.model.records import Attribution, FootnoteRef, Section, SectionText
    from plan_tui.model.rich_document import (
        Content,
        DocumentBlock,
        ListItem,
    )
    from plan_tui.text.language import Language

_NOTE = Phrase("{edition} 脚注{number}", "{edition}, footnote {number}")
"""What a reader calls a footnote of the plan."""


class DocumentBuilder:
    """A document while it is built; empty parts are left out.

    Attributes:
        language: of the words around the plan's text.

    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._blocks: list[DocumentBlock] = []
        self._notes: dict[str, DocumentNote] = {}
        self._cited: set[str] = set()

    def heading(self, depth: int, content: Content | str) -> None:
        """Add a heading; depth 1 is the document's title."""
        self._blocks.append(DocumentHeading(depth, _content(content)))

    def paragraph(
        self,
        content: Content | str,
        kind: ParagraphKind = ParagraphKind.BODY,
        anchor: str = "",
    ) -> None:
        """Add a paragraph; an ``anchor`` names its place in its section."""
        if content:
            self._blocks.append(DocumentParagraph(_content(content), kind, anchor))

    def remark(self, words: str) -> None:
        """Add a paragraph that says something of the program's own among the plan's words."""
        self.paragraph(run(words, Markup.EMPHASIS))

    def bullets(self, items: Sequence[ListItem]) -> None:
        """Add a list."""
        if items:
            self._blocks.append(BulletList(tuple(items)))

    def table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Content | str]],
        shares: Sequence[int] = (),
        anchor: str = "",
        heading_rows: Iterable[int] = (),
    ) -> None:
        """Add a table; ``shares`` are the widths of its columns beside each other."""
        cells = tuple(tuple(_content(cell) for cell in row) for row in rows)
        heads = tuple(run(column) for column in columns)
        self._blocks.append(DataTable(heads, cells, tuple(shares), anchor, frozenset(heading_rows)))

    def cite_document(self, document_id: str) -> None:
        """Let the end of the document name a document of the plan."""
        self._cited.add(document_id)

    def cite(self, section: Section) -> Content:
        """Return a section's citation and key; its document is named at the end."""
        self._cited.add(section.document_id)
        return (*run(f"{section.citation} "), *run(section.key, Markup.CODE))

    def noted(self, text: str, refs: Sequence[FootnoteRef], of: SectionText) -> Content:
        """Return text with its footnote marks; the footnotes then stand at the end."""
        bodies = {note.number: note.text for note in of.footnotes}

        def mark(number: str) -> Content:
            name = f"{of.document.id}-{number}"
            edition = edition_name(of.section.edition_id, self.language)
            label = _NOTE.say(self.language, edition=edition, number=number)
            self._notes.setdefault(name, DocumentNote(name, run(bodies.get(number, "")), label))
            return (NoteMark(name),)

        return tuple(chain.from_iterable(with_notes(text, refs, run, mark)))

    def finish(
        self, attribution: Attribution | None, command: str = "", as_of: str = ""
    ) -> RichDocument:
        """Return the document.

        Args:
            attribution: where the text comes from; None for a document without the plan's text.
            command: the command line that gives the same.
            as_of: the day (ISO) from which it is seen, if it says something else on other days.

        """
        blocks, notes = tuple(self._blocks), tuple(self._notes.values())
        if attribution is None:
            return RichDocument(self.language, blocks, notes)
        cited = tuple(each for each in attribution.documents if each.id in self._cited)
        documents = cited or attribution.documents
        return RichDocument(
            self.language,
            blocks,
            notes,
            sources=tuple(source(document, self.language) for document in cited),
            command=command,
            attribution=attribution_lines(attribution, documents, self.language),
            documents=documents,
            as_of=as_of,
        )


def _content(content: Content | str) -> Content:
    return run(content) if isinstance(content, str) else content
