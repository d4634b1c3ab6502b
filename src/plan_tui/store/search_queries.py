"""What searching and filtering look at: texts, readings, aliases, facts about sections."""

from __future__ import annotations

from plan_tui.model.enums import (
    KpiKind,
    KpiStatus,
    SectionTrait,
    TextPlace,
)
from plan_tui.model.searchable_text import SearchText
from plan_tui.model.section_facts import DueDate, SectionFacts
from plan_tui.text.calendar import DateBasis

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from plan_tui.store.plan import Plan

_PLACES = {str(place): place for place in TextPlace}
"""Quicker than the call of the enum: thousands of texts are read at the start."""


def texts(plan: Plan) -> tuple[SearchText, ...]:
    """Return every searchable string below the titles, section by section in reading order.

    A footnote belongs to each section that refers to it.
    """
    sql = """
        select * from (
            select section_id, 'text' as place, id, text, 1 as part, ordinal from blocks
            union all select section_id, 'kpi', id, text, 2, id from kpis
            union all select distinct r.section_id, 'footnote', f.id, f.text, 3, f.id
                from footnote_refs r join footnotes f on f.id = r.footnote_id)
        order by section_id, part, ordinal"""
    return plan.database.objects(_search_text, sql)


def _search_text(row: tuple[Any, ...]) -> SearchText:
    section_id, place, row_id, text, *_ = row
    return SearchText(section_id, _PLACES[place], row_id, text)


def printed_texts(plan: Plan) -> list[str]:
    """Return the texts of all blocks and KPIs, in a fixed order."""
    sql = """select text from (select 0 as place, id, text from blocks
             union all select 1, id, text from kpis) order by place, id"""
    return [str(text) for (text,) in plan.database.rows(sql)]


def facts(plan: Plan) -> SectionFacts:
    """Return what filters ask about sections."""
    measures = plan.database.rows("select section_id, chapter from measures")
    status: dict[int, set[str]] = {}
    named = plan.database.objects(
        lambda row: (row[0], KpiKind(row[1]), KpiStatus(row[2])),
        "select distinct section_id, kind, status from kpis where status <> ''",
    )
    for section_id, kind, value in named:
        status.setdefault(section_id, set()).update((value, f"{kind}={value}"))
    due = plan.database.objects(
        _due_date,
        """select section_id, start, "end", basis from dates
                        where section_id is not null and is_target = 1""",
    )
    has = {
        SectionTrait.FOOTNOTE: "select section_id from footnote_refs",
        SectionTrait.TABLE: "select section_id from blocks where kind = 'table'",
        SectionTrait.KPI: "select section_id from kpis",
        SectionTrait.TARGET: "select section_id from dates where is_target = 1",
        SectionTrait.TEXT: "select section_id from blocks where text <> ''",
    }
    return SectionFacts(
        dict(measures),
        {section_id: frozenset(values) for section_id, values in status.items()},
        {trait: frozenset(row[0] for row in plan.database.rows(sql)) for trait, sql in has.items()},
        due,
    )


def _due_date(row: tuple[Any, ...]) -> DueDate:
    section_id, start, end, basis = row
    return DueDate(section_id, start, end, DateBasis(basis))
