"""The printed texts of the whole plan: those in which words are counted, and tracks are found."""

from __future__ import annotations

from plan_tui.model.enums import TextPlace
from plan_tui.model.word_frequency import SearchText

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
