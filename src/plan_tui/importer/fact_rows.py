"""Reads the dates and quantities out of the assembled text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plan_tui.compare.promises.goal_numbers import targets_of_kpi
from plan_tui.model.enums import TextPlace
from plan_tui.parse.facts.dates import DateContext, find_dates
from plan_tui.parse.facts.quantities import find_quantities
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import DateRow, QuantityRow
from plan_tui.text.record import record, replaced


@record
class _OwnedText:
    """A text of a section in which facts may stand, and the row that it belongs to."""

    section_id: int
    text: str
    kind: TextPlace
    block_id: int | None = None
    kpi_id: int | None = None
    footnote_id: int | None = None


def add_facts(rows: DatabaseRows) -> None:
    """Fill ``dates`` and ``quantities`` from the assembled rows.

    A date that leans on an earlier one (同年) is read with the last date before it in the same
    section, whose title comes first, but not with that of another KPI. A footnote's dates stand
    under the first section that refers to it; its quantities are not read, nor are those of titles.
    """
    rows.dates += _dates(rows)
    rows.quantities += _quantities(rows)


def _dates(rows: DatabaseRows) -> Iterator[DateRow]:
    date_of_document = {document.id: document.dated for document in rows.documents}
    texts_of_section: dict[int, list[_OwnedText]] = defaultdict(list)
    for owned in (*_titles(rows), *_blocks(rows), *_kpis(rows), *_footnotes(rows)):
        texts_of_section[owned.section_id].append(owned)
    date_id = 0
    for section in rows.sections:
        context = DateContext(date_of_document[section.document_id])
        for owned in texts_of_section[section.id]:
            mentions = find_dates(owned.text, replaced(context, kind=owned.kind))
            if owned.kind is not TextPlace.KPI:  # each of them stands for itself
                context = context.after(mentions)
            for mention in mentions:
                date_id += 1
                yield DateRow(
                    id=date_id,
                    section_id=section.id,
                    block_id=owned.block_id,
                    kpi_id=owned.kpi_id,
                    footnote_id=owned.footnote_id,
                    text=mention.text,
                    offset=mention.offset,
                    start=mention.start,
                    end=mention.end,
                    basis=mention.basis,
                    modality=mention.modality,
                    is_target=mention.is_target,
                    disagreement=mention.disagreement,
                    end_known=mention.end_known,
                    inferred=mention.inferred,
                )


def _quantities(rows: DatabaseRows) -> Iterator[QuantityRow]:
    dates: dict[int | None, list[DateRow]] = defaultdict(list)
    for date in rows.dates:
        dates[date.kpi_id].append(date)
    quantity_id = 0
    for owned in (*_blocks(rows), *_kpis(rows)):
        quantities = find_quantities(owned.text)
        are_targets = [False] * len(quantities)
        if owned.kpi_id is not None:
            are_targets = targets_of_kpi(owned.text, quantities, dates[owned.kpi_id])
        for quantity, is_target in zip(quantities, are_targets, strict=True):
            quantity_id += 1
            yield QuantityRow(
                id=quantity_id,
                section_id=owned.section_id,
                block_id=owned.block_id,
                kpi_id=owned.kpi_id,
                text=quantity.text,
                offset=quantity.offset,
                value=quantity.value,
                unit=quantity.unit,
                comparator=quantity.comparator,
                is_target=is_target,
            )


def _titles(rows: DatabaseRows) -> Iterator[_OwnedText]:
    for section in rows.sections:
        yield _OwnedText(section.id, section.title, TextPlace.TITLE)


def _blocks(rows: DatabaseRows) -> Iterator[_OwnedText]:
    for block in rows.blocks:
        yield _OwnedText(block.section_id, block.text, TextPlace.TEXT, block_id=block.id)


def _kpis(rows: DatabaseRows) -> Iterator[_OwnedText]:
    for kpi in rows.kpis:
        yield _OwnedText(kpi.section_id, kpi.text, TextPlace.KPI, kpi_id=kpi.id)


def _footnotes(rows: DatabaseRows) -> Iterator[_OwnedText]:
    """Yield each footnote once, under the first section that refers to it."""
    unclaimed = {note.id: note for note in rows.footnotes}
    for ref in rows.footnote_refs:
        if note := unclaimed.pop(ref.footnote_id, None):
            yield _OwnedText(ref.section_id, note.text, TextPlace.FOOTNOTE, footnote_id=note.id)
