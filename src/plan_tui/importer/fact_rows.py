"""Reads the dates and quantities out of the assembled text, and says what each KPI promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from plan_tui.model.enums import TextPlace
from plan_tui.model.printed_facts import DateMention
from plan_tui.parse.facts.dates import DateContext, find_dates
from plan_tui.parse.facts.kpi_status import kpi_status
from plan_tui.parse.facts.quantities import find_quantities

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]


def add_facts(rows: Rows) -> None:
    """Fill ``dates``, ``quantities`` and each KPI's ``status`` from the assembled rows.

    A date that leans on an earlier one (同年) is read with the last date before it in the same
    section. A footnote's dates stand under the first section that refers to it.
    """
    for kpi in rows["kpis"]:
        kpi["status"] = str(kpi_status(kpi["text"]))
    _add_dates(rows)
    _add_quantities(rows)


def _add_dates(rows: Rows) -> None:
    dated = {row["id"]: row["dated"] for row in rows["documents"]}
    by_section = _texts_by_section(rows)
    for section in rows["sections"]:
        context = DateContext(dated[section["document_id"]])
        for column, row, kind in by_section[section["id"]]:
            mentions = find_dates(row["text"], replace(context, kind=kind))
            context = context.after(mentions)
            for mention in mentions:
                rows["dates"].append(_date_row(rows, section["id"], column, row["id"], mention))


def _texts_by_section(rows: Rows) -> dict[int, list[tuple[str, Row, TextPlace]]]:
    """Return each section's texts as (owner's column, row, kind): blocks, KPIs, footnotes."""
    found: dict[int, list[tuple[str, Row, TextPlace]]] = defaultdict(list)
    for block in rows["blocks"]:
        found[block["section_id"]].append(("block_id", block, TextPlace.TEXT))
    for kpi in rows["kpis"]:
        found[kpi["section_id"]].append(("kpi_id", kpi, TextPlace.KPI))
    for section_id, note in _footnotes(rows):
        found[section_id].append(("footnote_id", note, TextPlace.FOOTNOTE))
    return found


def _footnotes(rows: Rows) -> Iterator[tuple[int, Row]]:
    by_id = {row["id"]: row for row in rows["footnotes"]}
    for ref in rows["footnote_refs"]:
        note = by_id.pop(ref["footnote_id"], None)
        if note is not None:
            yield ref["section_id"], note


def _date_row(rows: Rows, section_id: int, column: str, owner: int, mention: DateMention) -> Row:
    owners = {"block_id": None, "kpi_id": None, "footnote_id": None}
    return {
        "id": len(rows["dates"]) + 1,
        "section_id": section_id,
        **owners,
        column: owner,
        "text": mention.text,
        "offset": mention.offset,
        "start": mention.start,
        "end": mention.end,
        "basis": str(mention.basis),
        "modality": mention.modality,
        "is_target": int(mention.is_target),
        "disagreement": mention.disagreement,
    }


def _add_quantities(rows: Rows) -> None:
    owners = [("block_id", row) for row in rows["blocks"]]
    owners += [("kpi_id", row) for row in rows["kpis"]]
    for column, row in owners:
        for quantity in find_quantities(row["text"]):
            rows["quantities"].append(
                {
                    "id": len(rows["quantities"]) + 1,
                    "section_id": row["section_id"],
                    "block_id": None,
                    "kpi_id": None,
                    column: row["id"],
                    "text": quantity.text,
                    "offset": quantity.offset,
                    "value": quantity.value,
                    "unit": quantity.unit,
                    "comparator": str(quantity.comparator) if quantity.comparator else None,
                }
            )
