"""The passages of sections, as they are compared and followed from edition to edition."""

from __future__ import annotations

from plan_tui.model.comparison import ComparedPassage
from plan_tui.store import text_queries
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TypeVar

    from plan_tui.model.records import Block, Kpi, PrintedDate, PrintedNumber, Section
    from plan_tui.store.plan import Plan

    _Printed = TypeVar("_Printed", PrintedDate, PrintedNumber)

_Place = tuple[int | None, int | None]
"""Block id and KPI id, one of them None."""


def own_passages(plan: Plan, sections: Iterable[Section]) -> dict[int, tuple[ComparedPassage, ...]]:
    """Return the sections' own blocks and KPIs in reading order, with what is printed in each.

    By section id. Asks four queries for any number of sections.
    """
    by_id = {section.id: section for section in sections}
    blocks = text_queries.blocks_of(plan.database, by_id)
    kpis = text_queries.kpis_of(plan.database, by_id)
    dates = _by_place(text_queries.dates_of(plan.database, by_id))
    numbers = _by_place(text_queries.numbers_of(plan.database, by_id))

    def of_block(section: Section, block: Block) -> ComparedPassage:
        place = block.id, None
        printed = dates.get(place, ()), numbers.get(place, ())
        return ComparedPassage(section, *place, block.marker, block.text, *printed)

    def of_kpi(section: Section, kpi: Kpi) -> ComparedPassage:
        place = None, kpi.id
        printed = dates.get(place, ()), numbers.get(place, ())
        return ComparedPassage(section, *place, "", kpi.text, *printed, kpi_kind=kpi.kind)

    return {
        section.id: (
            *(of_block(section, block) for block in blocks.get(section.id, ())),
            *(of_kpi(section, kpi) for kpi in kpis.get(section.id, ())),
        )
        for section in by_id.values()
    }


def with_footnotes(
    plan: Plan, passages: Mapping[int, Sequence[ComparedPassage]]
) -> dict[int, tuple[ComparedPassage, ...]]:
    """Return passages with the footnotes whose marks stand in them; those of titles are left out.

    ``passages`` are given by the id of the section that they stand for; so are the results.
    """
    ids = {passage.section.id for group in passages.values() for passage in group}
    marked: dict[_Place, dict[int, tuple[str, str, list[PrintedDate]]]] = {}
    for *place, footnote_id, number, text, date in text_queries.marked_footnotes_of(
        plan.database, ids
    ):
        of_place = marked.setdefault((place[0], place[1]), {})
        dates = of_place.setdefault(footnote_id, (number, text, []))[2]
        dates += [date] if date else []

    def footnoted(passage: ComparedPassage) -> ComparedPassage:
        notes = marked.get((passage.block_id, passage.kpi_id), {}).values()
        footnotes = (
            ComparedPassage(passage.section, None, None, number, text, tuple(dates))
            for number, text, dates in notes
        )
        return replaced(passage, footnotes=tuple(footnotes)) if notes else passage

    return {section_id: tuple(map(footnoted, group)) for section_id, group in passages.items()}


def _by_place(
    printed: Mapping[int, tuple[_Printed, ...]],
) -> dict[_Place, tuple[_Printed, ...]]:
    """Return dates or numbers, given by section, by the block or KPI that they are printed in."""
    places: dict[_Place, list[_Printed]] = {}
    for of_section in printed.values():
        for fact in of_section:
            places.setdefault((fact.block_id, fact.kpi_id), []).append(fact)
    return {place: tuple(group) for place, group in places.items()}
