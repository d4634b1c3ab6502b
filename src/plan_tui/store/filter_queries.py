"""What filters ask about all sections, beyond the sections themselves."""

from __future__ import annotations

from plan_tui.model.enums import KpiKind, KpiStatus, SectionTrait
from plan_tui.model.section_facts import DueDate, SectionFacts
from plan_tui.text.calendar import DateBasis

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from plan_tui.store.plan import Plan


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
