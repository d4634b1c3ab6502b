"""What all views as objects have in common: lists for JSON and for the columns of a table."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from plan_tui.model.records import Kpi, Section
from plan_tui.text.controls import visible_in_json

Record = dict[str, Any]


def dump(records: Iterable[Record]) -> str:
    """Return the records as a JSON list, one record a line, with Japanese as it is.

    Of other characters, those that a terminal would obey are escaped.
    """
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    body = ",\n ".join(lines)
    return visible_in_json(f"[{body}]\n")


def name(section: Section) -> Record:
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


def short(section: Section) -> Record:
    """Return the least that names a section."""
    return {"key": section.key, "label": section.label, "title": section.title}


def kpi_record(kpi: Kpi) -> Record:
    """Return a KPI as an object."""
    status = kpi.status or ""
    return {"kind": kpi.kind, "ordinal": kpi.ordinal, "text": kpi.text, "status": status}
