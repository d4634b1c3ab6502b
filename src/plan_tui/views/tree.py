"""The outline: headings in reading order, of all documents or of one."""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.labels.not_held import CONTENTS_ONLY
from plan_tui.labels.punctuation import in_brackets
from plan_tui.model import headings
from plan_tui.query.grammar import parse_query
from plan_tui.search.filtered_lists import outline
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import field, record
from plan_tui.text.width import pad, width
from plan_tui.views.section_records import SECTION_COLUMNS, section_record
from plan_tui.views.text_lines import joined_lines
from plan_tui.views.view import View, limit_words, no_paint, query_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plan_tui.model.records import Attribution, Document, Section
    from plan_tui.model.rich_document import Content, ListItem, RichDocument
    from plan_tui.store.plan import Plan
    from plan_tui.views.view import Paint, Record

_TITLE = Phrase("見出し一覧", "Outline")
_NO_OUTLINE = Phrase("該当する見出しなし", "no heading is left")
_PAGE = Phrase("{page}ページ", "p. {page}")
_NO_DOCUMENT = Phrase(
    "{name!r}という文書はありません。あるもの：{known}", "no document {name!r}; there are {known}"
)


@record
class TreeView(View):
    """Headings, each under its document."""

    sections: Sequence[Section]
    """In reading order."""
    documents: Sequence[Document]
    """All documents that sections may belong to."""
    filters: str = ""
    document_id: str | None = None
    depth: int | None = None
    contents: bool = False
    limit: int | None = None
    pages: Mapping[int, int] = field(default_factory=dict)
    """Section id → page of the file, for the text; empty where pages are not asked for."""

    columns = (*SECTION_COLUMNS, "depth", "toc_only", "title_en")

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        document = ("--document", self.document_id) if self.document_id else ()
        contents = ("--contents",) if self.contents else ()
        depth = ("--depth", str(self.depth)) if self.depth else ()
        options = (*document, *contents, *depth, *limit_words(self.limit))
        return ("tree", *query_words(self.filters, *options))

    @property
    def nothing(self) -> str:
        """What to say where no heading is left."""
        return "" if self.sections else _NO_OUTLINE.say(self.language)

    def records(self) -> list[Record]:
        """Return one record a heading, in reading order."""
        return [
            section_record(section)
            | {
                "depth": section.depth,
                "children": section.children,
                "toc_only": section.toc_only,
                "line_start": section.line_start,
                "line_end": section.line_end,
            }
            for section in self.sections
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return one heading a line after its key, documents as lines of their own.

        What stands at the beginning of a line is a key, as ``show`` takes it, or a title.
        """
        names = {each.id: _document_name(each, self.language) for each in self.documents}
        columns = max((width(section.key) for section in self.sections), default=0)
        lines, current = [], ""
        for section in self.sections:
            if section.document_id != current:
                current = section.document_id
                lines.append(paint("head", f"{names[current]}  (document:{current})"))
            indent = "  " * (section.depth - 1)
            heading = headings.heading(section, self.language)
            mark = "" if not section.toc_only else "  " + paint("dim", "…")
            if section.id in self.pages:
                page = _PAGE.say(self.language, page=self.pages[section.id])
                mark += "  " + paint("dim", page)
            lines.append(f"{paint('key', pad(section.key, columns + 2))}{indent}{heading}{mark}")
        return joined_lines(lines)

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the outline as nested lists, one for each document."""
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language))
        for document in self.documents:
            sections = [s for s in self.sections if s.document_id == document.id]
            if sections:
                builder.heading(2, _document_name(document, self.language))
                builder.cite_document(document.id)
                builder.bullets(self._items(sections))
        return builder.finish(attribution, self.command)

    def _items(self, sections: Sequence[Section]) -> list[ListItem]:
        """Return headings as a list; one without its parent stands where the parent would."""
        from plan_tui.model.rich_document import ListItem

        items, top = [], sections[0].depth
        for section in sections:
            top = min(top, section.depth)
            items.append(ListItem(self._item(section), section.depth - top))
        return items

    def _item(self, section: Section) -> Content:
        from plan_tui.model.rich_document import Markup, run

        content = (
            *run(f"{headings.heading(section, self.language)} "),
            *run(section.key, Markup.CODE),
        )
        if not section.toc_only:
            return content
        remark = in_brackets(CONTENTS_ONLY.say(self.language), self.language).strip()
        return (*content, *run(" "), *run(remark, Markup.EMPHASIS))


def _document_name(document: Document, language: Language) -> str:
    """Return a document's title, in English its English name, if it has one."""
    if language is Language.JA:
        return document.title
    from plan_tui.labels.document_names import document_heading

    return document_heading(document, language)


def tree_view(
    plan: Plan,
    language: Language,
    filters: str = "",
    document_id: str | None = None,
    *,
    depth: int | None = None,
    contents: bool = False,
    limit: int | None = None,
) -> TreeView:
    """Return the outline of all documents or of one.

    Args:
        plan: the stored plan.
        language: of the words around the plan's text.
        filters: filters and words, as typed.
        document_id: the document to show alone.
        depth: the deepest headings to show.
        contents: also show headings known from a contents page alone.
        limit: headings at most.

    Raises:
        UsageError: there is no such document, or a filter is wrong.

    """
    documents = plan.documents()
    known = [document.id for document in documents]
    if document_id is not None and document_id not in known:
        raise UsageError(_NO_DOCUMENT.of(name=document_id, known=", ".join(known)))
    sections = [
        section
        for section in outline(plan, parse_query(filters), depth, contents=contents)
        if document_id in (None, section.document_id)
    ]
    return TreeView(
        language, sections[:limit], documents, filters, document_id, depth, contents, limit
    )
