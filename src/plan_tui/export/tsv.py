"""Views as tab-separated tables for spreadsheets: one line a record, a header line first.

Tabs and line breaks inside a value become blanks, lists are joined with `` / ``, and a KPI
stands for its text, so that every record stays on one line with a fixed number of fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.export.as_json import Record
from plan_tui.model.records import SectionText

NAME = ("key", "document", "edition", "kind", "label", "title", "citation")
OUTLINE = (*NAME, "depth", "toc_only")
SEARCH = (*NAME, "score", "matched", "why", "snippet", "similar", "without")
SECTION = ("key", "part", "marker", "text")
COMPARISON = (
    *("base", "edition", "key", "label", "title", "citation", "relation", "asserted", "origin"),
    *("score", "similarity", "verdict", "reason"),
)


def table(records: Iterable[Record], columns: Sequence[str]) -> str:
    """Return the records' ``columns`` with a header line."""
    lines = ["\t".join(columns)]
    lines += ["\t".join(cell(record.get(name)) for name in columns) for record in records]
    return "\n".join(lines) + "\n"


def cell(value: object) -> str:
    """Return a value as one field: no tab, no line break; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, dict):
        return cell(value.get("text"))
    if isinstance(value, list | tuple):
        return " / ".join(cell(item) for item in value)
    return " ".join(str(value).splitlines()).replace("\t", " ")


def section(text: SectionText) -> list[Record]:
    """Return a section's parts as records: title, blocks, KPIs, footnotes."""
    key = text.section.key
    parts = [("title", text.section.label, text.section.title)]
    parts += [(block.kind, block.marker, block.text) for block in text.blocks]
    parts += [(f"kpi_{kpi.kind}", str(kpi.ordinal), kpi.text) for kpi in text.kpis]
    parts += [("footnote", note.number, note.text) for note in text.footnotes]
    return [
        {"key": key, "part": part, "marker": marker, "text": words} for part, marker, words in parts
    ]
