"""The query for dated targets."""

from __future__ import annotations

from plan_tui.model.dated_targets import Target
from plan_tui.model.enums import TextPlace
from plan_tui.store.outline_queries import sections_where
from plan_tui.text.calendar import BASES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from plan_tui.store.plan import Plan

_PLACES = {str(place): place for place in TextPlace}


def targets(plan: Plan) -> tuple[Target, ...]:
    """Return all dated targets by time: last day, first day, document, place in the text.

    A target without a last day stands after all that have one, and one without known days last.
    """
    held = sections_where(
        plan.database, "s.id in (select section_id from dates where is_target = 1)"
    )
    sections = {section.id: section for section in held}
    sql = """
        select t.section_id,
               case when t.block_id is not null then 'text'
                    when t.kpi_id is not null then 'kpi'
                    when t.footnote_id is not null then 'footnote' else 'title' end,
               t.text, t.offset,
               coalesce(b.text, k.text, f.text, s.title), t.start, t."end", t.basis,
               coalesce(t.modality, '')
        from dates t join sections s on s.id = t.section_id
        join documents d on d.id = s.document_id
        left join blocks b on b.id = t.block_id
        left join kpis k on k.id = t.kpi_id
        left join footnotes f on f.id = t.footnote_id
        where t.is_target = 1
        order by t.end_known desc, t."end" is null, t."end", t.start, d.ordinal, s.ordinal, t.id"""

    def target(row: tuple[Any, ...]) -> Target:
        section_id, place, text, offset, passage, start, end, basis, modality = row
        return Target(
            section=sections[section_id],
            place=_PLACES[place],
            text=text,
            offset=offset,
            passage=passage,
            start=start,
            end=end,
            basis=BASES[basis],
            modality=modality,
        )

    return plan.database.objects(target, sql)
