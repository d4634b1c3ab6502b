"""Which edition each section is of."""

from __future__ import annotations

from plan_tui.store.database_rows import DatabaseRows


def edition_of_section(rows: DatabaseRows) -> dict[int, str]:
    """Return section id → the id of its edition."""
    of_document = {document.id: document.edition_id for document in rows.documents}
    return {section.id: of_document[section.document_id] for section in rows.sections}
