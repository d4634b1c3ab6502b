"""The counts of the overview, from the rows themselves: stored when a database is built."""

from __future__ import annotations

from plan_tui.model.enums import CharacterRole
from plan_tui.model.statistics import ChapterCount, DocumentCount, TopHeading
from plan_tui.store.source_queries import owned_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import Document, Section
    from plan_tui.store.plan import Plan

_WRITTEN = frozenset(
    (CharacterRole.TITLE, CharacterRole.TEXT, CharacterRole.KPI, CharacterRole.FOOTNOTE)
)


def documents(plan: Plan) -> tuple[DocumentCount, ...]:
    """Return how much each document holds."""
    sections = plan.sections()
    tables = """select s.document_id, count(*) from blocks b join sections s on s.id = b.section_id
                where b.kind = 'table' group by 1"""
    footnotes = "select document_id, count(*) from footnotes group by 1"
    with_tables = dict(plan.database.rows(tables))
    with_notes = dict(plan.database.rows(footnotes))
    return tuple(
        _document(
            plan,
            document,
            [section for section in sections if section.document_id == document.id],
            with_notes.get(document.id, 0),
            with_tables.get(document.id, 0),
        )
        for document in plan.documents()
    )


def _document(
    plan: Plan, document: Document, sections: list[Section], footnotes: int, tables: int
) -> DocumentCount:
    held = [section for section in sections if not section.toc_only]
    unread = {(CharacterRole.TITLE, section.id) for section in sections if section.toc_only}
    texts = owned_texts(plan, document.id).items()
    written = (
        "".join(text.split()) for of, text in texts if of[0] in _WRITTEN and of not in unread
    )
    return DocumentCount(
        document=document,
        sections=len(held),
        contents_only=len(sections) - len(held),
        characters=sum(map(len, written)),
        footnotes=footnotes,
        tables=tables,
        parts=tuple(_parts(held)),
    )


def _parts(sections: list[Section]) -> list[TopHeading]:
    """Count each top heading and what stands below it; ``sections`` in reading order."""
    parts: list[TopHeading] = []
    for section in sections:
        if section.parent_id is None:
            parts.append(TopHeading(section, 1))
        elif parts:
            parts[-1] = TopHeading(parts[-1].section, parts[-1].sections + 1)
    return parts


def chapters(plan: Plan) -> tuple[ChapterCount, ...]:
    """Return the measures of each edition's chapters with their KPIs, in printed order."""
    sql = """
        select d.edition_id, m.chapter, min(s.parent_id), count(*),
               sum(exists (select 1 from kpis k where k.section_id = s.id
                           and k.status = 'unset')),
               sum((select count(*) from kpis k where k.section_id = s.id)),
               sum((select count(*) from kpis k where k.section_id = s.id
                    and k.status = 'unset'))
        from measures m join sections s on s.id = m.section_id
        join documents d on d.id = s.document_id
        group by d.edition_id, m.chapter order by min(d.ordinal), min(s.ordinal)"""
    rows = plan.database.rows(sql)
    headings = plan.sections_by_id(parent for _, _, parent, *_ in rows if parent)
    return tuple(
        ChapterCount(edition, chapter, headings.get(parent), *counts)
        for edition, chapter, parent, *counts in rows
    )
