"""Queries that only the comparing room asks."""

from __future__ import annotations

from dataclasses import dataclass

from plan_tui.model.records import Section
from plan_tui.store.read import Plan


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a section has no counterpart in the text held of an edition, said on purpose."""

    section_id: int
    edition_id: str
    verdict: str
    """``new`` or ``dropped``."""
    origin: str
    reason: str


def verdicts(plan: Plan, section_id: int | None = None) -> tuple[Verdict, ...]:
    """Return the verdicts on one section, or all of them."""
    where = "" if section_id is None else "where section_id = ?"
    values = () if section_id is None else (section_id,)
    sql = f"""select section_id, edition_id, verdict, origin, reason from verdicts {where}
              order by section_id, edition_id"""
    return tuple(Verdict(*row) for row in plan._rows(sql, *values))


def below(plan: Plan, section: Section) -> tuple[Section, ...]:
    """Return all sections below one, in reading order."""
    sections = plan.sections(section.document_id)
    inside = {section.id}
    found = []
    for other in sections:
        if other.parent_id in inside:
            inside.add(other.id)
            found.append(other)
    return tuple(found)
