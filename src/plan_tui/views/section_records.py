"""What records about sections have in common."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import Kpi, Section
    from plan_tui.views.view import Record

SECTION_COLUMNS = ("key", "document", "edition", "kind", "label", "title", "citation")
"""The fields of `section_record` that a table shows."""


def section_record(section: Section) -> Record:
    """Return what tells which section it is; every record about a section begins so."""
    return {
        "key": section.key,
        "document": section.document_id,
        "edition": section.edition_id,
        "kind": section.kind,
        "label": section.label,
        "title": section.title,
        "title_en": section.title_en,
        "citation": section.citation,
    }


def short_record(section: Section) -> Record:
    """Return the least that names a section."""
    return {
        "key": section.key,
        "label": section.label,
        "title": section.title,
        "title_en": section.title_en,
    }


def kpi_record(kpi: Kpi) -> Record:
    """Return a KPI as an object."""
    status = kpi.status or ""
    return {"kind": kpi.kind, "ordinal": kpi.ordinal, "text": kpi.text, "status": status}
