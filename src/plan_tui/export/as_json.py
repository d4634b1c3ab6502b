"""Views as lists of plain objects, for JSON and for the columns of a TSV table."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from plan_tui.export.entered import sections_of
from plan_tui.model.comparing import FactRow
from plan_tui.model.records import Block, Kpi, Section, SectionText
from plan_tui.model.views import Column, Comparison, Counterpart, SearchResult

Record = dict[str, Any]


def dump(records: Iterable[Record]) -> str:
    """Return the records as a JSON list, one record a line, with Japanese as it is."""
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    body = ",\n ".join(lines)
    return f"[{body}]\n"


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


def outline(sections: Iterable[Section]) -> list[Record]:
    """Return one record a heading, in reading order."""
    return [
        name(section)
        | {
            "depth": section.depth,
            "children": section.children,
            "toc_only": section.toc_only,
            "line_start": section.line_start,
            "line_end": section.line_end,
        }
        for section in sections
    ]


def search(result: SearchResult) -> list[Record]:
    """Return one record a hit, best first; marks are character ranges."""
    return [
        name(hit.section)
        | {
            "score": round(hit.score, 4),
            "matched": hit.matched,
            "why": hit.why,
            "similar": hit.similar,
            "without": list(hit.without),
            "snippet": hit.snippet,
            "marks": [list(mark) for mark in hit.marks],
            "title_marks": [list(mark) for mark in hit.title_marks],
        }
        for hit in result.hits
    ]


def section(text: SectionText) -> list[Record]:
    """Return one section, whole, as a list of one record."""
    return [
        name(text.section)
        | {
            "depth": text.section.depth,
            "toc_only": text.section.toc_only,
            "path": [short(above) for above in text.path],
            "children": [short(below) for below in text.children],
            "measure": text.measure,
            "chapter": text.chapter,
            "blocks": [_block(block) for block in text.blocks],
            "kpis": [kpi_record(kpi) for kpi in text.kpis],
            "footnotes": [
                {"number": note.number, "text": note.text} | _lines(note.line_start, note.line_end)
                for note in text.footnotes
            ],
            "footnote_refs": [_ref(text, index) for index in range(len(text.refs))],
            "source_file": text.document.source_file,
            "line_start": text.section.line_start,
            "line_end": text.section.line_end,
        }
    ]


def _lines(start: int | None, end: int | None) -> Record:
    return {"line_start": start, "line_end": end}


def _block(block: Block) -> Record:
    record: Record = {
        "kind": block.kind,
        "marker": block.marker,
        "level": block.level,
        "text": block.text,
    }
    if block.table:
        record["columns"] = list(block.table.columns)
        record["rows"] = [list(row) for row in block.table.rows]
    return record | _lines(block.line_start, block.line_end)


def kpi_record(kpi: Kpi) -> Record:
    """Return a KPI as an object."""
    return {"kind": kpi.kind, "ordinal": kpi.ordinal, "text": kpi.text, "status": kpi.status}


def _ref(text: SectionText, index: int) -> Record:
    """Return where a footnote's mark stood: in the title, or in the n-th block or KPI (from 1)."""
    ref = text.refs[index]
    place, number = "title", None
    if ref.block_id is not None:
        place = "block"
        number = [block.id for block in text.blocks].index(ref.block_id) + 1
    elif ref.kpi_id is not None:
        place = "kpi"
        number = [kpi.id for kpi in text.kpis].index(ref.kpi_id) + 1
    return {"number": ref.number, "place": place, "nth": number, "offset": ref.offset}


def comparison(view: Comparison) -> list[Record]:
    """Return one record a counterpart, or one an edition that has none (``key`` is null)."""
    records = []
    for column in view.columns:
        records += [_counterpart(view, column, other) for other in column.counterparts]
        if not column.counterparts:
            records.append(_nothing(view, column))
    return records


def _base(view: Comparison) -> Record:
    base = view.base.section
    return {
        "base": base.key,
        "base_edition": base.edition_id,
        "base_citation": base.citation,
    }


def _counterpart(view: Comparison, column: Column, other: Counterpart) -> Record:
    link = other.link
    return (
        _base(view)
        | name(other.text.section)
        | {
            "relation": link.relation,
            "asserted": link.accepted,
            "origin": link.origin,
            "score": round(link.score, 4),
            "reason": link.reason,
            "similarity": round(other.similarity, 4),
            "notation_changes": other.notation_changes,
            "verdict": column.verdict,
            "facts": [_fact(fact) for fact in other.facts],
            "differences": _rows(other),
        }
    )


def _fact(row: FactRow) -> Record:
    return {
        "kind": row.kind,
        "op": row.op,
        "left": row.left.text if row.left else None,
        "right": row.right.text if row.right else None,
    }


def _nothing(view: Comparison, column: Column) -> Record:
    return _base(view) | {
        "key": None,
        "edition": column.edition.id,
        "verdict": column.verdict,
        "reason": column.reason,
        "facts": [],
        "differences": [],
    }


def _rows(other: Counterpart) -> list[Record]:
    return [
        {
            "left_key": before.key if before else None,
            "right_key": after.key if after else None,
            "left": [[run.op, run.text] for run in row.left],
            "right": [[run.op, run.text] for run in row.right],
        }
        for row, (before, after) in zip(other.rows, sections_of(other), strict=True)
    ]
