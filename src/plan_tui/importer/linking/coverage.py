"""Which sections the crosswalk does not speak of."""

from __future__ import annotations

from plan_tui.model.enums import DocumentKind
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.source_rows import SectionRow

COVERED = (DocumentKind.FULL_TEXT, DocumentKind.OVERVIEW)
"""Kinds of document of which every leaf must be in a topic or carry a verdict."""


def leaves(rows: DatabaseRows) -> list[SectionRow]:
    """Return the sections to be covered: those with text held and no section below them.

    Contents-only entries are neither leaves nor below anything.
    """
    covered = {document.id for document in rows.documents if document.kind in COVERED}
    held = [section for section in rows.sections if not section.toc_only]
    parents = {section.parent_id for section in held}
    return [
        section for section in held if section.id not in parents and section.document_id in covered
    ]


def uncovered(rows: DatabaseRows) -> list[SectionRow]:
    """Return the leaves that are in no topic and carry no verdict, in reading order."""
    named = {row.section_id for row in rows.topic_sections}
    named |= {verdict.section_id for verdict in rows.verdicts if verdict.accepted}
    return [section for section in leaves(rows) if section.id not in named]
