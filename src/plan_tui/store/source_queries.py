"""Queries about where the text comes from: source lines, and what became of their characters."""

from __future__ import annotations

from plan_tui.model.doubts import Doubt, DoubtKind, Severity, Understanding
from plan_tui.model.enums import (
    CharacterRole,
    FurnitureKind,
)
from plan_tui.model.records import Provenance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from plan_tui.store.plan import Plan

_ROLES = {str(role): role for role in CharacterRole}
"""Quicker than the call of the enum: a document has thousands of runs."""


def source_lines(plan: Plan, document_id: str) -> tuple[tuple[int, str], ...]:
    """Return a document's source as (1-based line number, line as extracted)."""
    sql = "select line, text from source_lines where document_id = ? order by line"
    return tuple(plan.database.rows(sql, document_id))


def provenance(plan: Plan, document_id: str) -> tuple[Provenance, ...]:
    """Return where each run of a document's source characters went, in source order."""
    sql = """select line, column_start, column_end, role, owner_id, offset from provenance
             where document_id = ? order by line, column_start"""
    return plan.database.objects(_provenance, sql, document_id)


def _provenance(row: tuple[Any, ...]) -> Provenance:
    line, start, end, role, owner_id, offset = row
    return Provenance(line, start, end, _ROLES[role], owner_id, offset)


def owned_texts(plan: Plan, document_id: str) -> dict[tuple[CharacterRole, int], str]:
    """Return a document's texts by (role in ``provenance``, row id)."""
    inside = "section_id in (select id from sections where document_id in chosen)"
    sql = f"""
        with chosen(id) as (values (?))
        select 'label', id, label from sections where document_id in chosen
        union all select 'title', id, title from sections where document_id in chosen
        union all select 'marker', id, marker from blocks where {inside}
        union all select 'text', id, text from blocks where {inside}
        union all select 'kpi', id, text from kpis where {inside}
        union all select 'footnote_number', id, number from footnotes
            where document_id in chosen
        union all select 'footnote', id, text from footnotes where document_id in chosen
        union all select 'furniture', id, text from furniture where document_id in chosen"""
    return {
        (_ROLES[role], row_id): text for role, row_id, text in plan.database.rows(sql, document_id)
    }


def furniture_kinds(plan: Plan, document_id: str) -> dict[int, FurnitureKind]:
    """Return the kind of each piece of a document's page furniture, by row id."""
    sql = "select id, kind from furniture where document_id = ?"
    return dict(
        plan.database.objects(lambda row: (row[0], FurnitureKind(row[1])), sql, document_id)
    )


def understanding_of(plan: Plan, document_id: str) -> Understanding:
    """Return what the proof of understanding stored of a document."""
    doubts = stored_doubts(plan, document_id)
    counts = """select (select count(distinct page) from source_lines where document_id = d.id),
                (select count(*) from sections where document_id = d.id and not toc_only)
                from documents d where id = ?"""
    ((pages, headings),) = plan.database.rows(counts, document_id)
    return Understanding(doubts, pages or None, headings)


def stored_doubts(plan: Plan, document_id: str) -> tuple[Doubt, ...]:
    """Return what is in doubt of a document, figures included."""
    sql = """select kind, severity, page, line, expected, found from doubts
             where document_id = ? order by id"""
    return plan.database.objects(_doubt, sql, document_id)


def _doubt(row: tuple[Any, ...]) -> Doubt:
    kind, severity, *rest = row
    return Doubt(DoubtKind(kind), Severity(severity), *rest)


def first_line_of_page(plan: Plan, document_id: str, page: int) -> int | None:
    """Return the first line of a page of a document's file; None if it has no lines."""
    sql = "select min(line) from source_lines where document_id = ? and page = ?"
    ((line,),) = plan.database.rows(sql, document_id, page)
    return line if isinstance(line, int) else None


def section_pages(plan: Plan, document_id: str) -> dict[int, int]:
    """Return on which page of a document's file each section begins, by the section's id.

    Sections that stand on no page, as in a source without pages, are left out.
    """
    sql = """select s.id, l.page from sections s
             join source_lines l on l.document_id = s.document_id and l.line = s.line_start
             where s.document_id = ? and l.page is not null"""
    return dict(plan.database.rows(sql, document_id))


def section_key_at(plan: Plan, document_id: str, line: int) -> str | None:
    """Return the key of the last section that begins at or before a source line.

    Before the first section, and where no section has lines, it is the first one's; None for a
    document without sections.
    """
    sql = """select key from sections where document_id = ?
             order by coalesce(line_start, 0) > ?, line_start is null,
                      case when line_start <= ? then -line_start else ordinal end, -ordinal
             limit 1"""
    keys = plan.database.rows(sql, document_id, line, line)
    return keys[0][0] if keys else None
