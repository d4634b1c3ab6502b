"""What of a section is compared."""

from __future__ import annotations

from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.enums import SectionKind
from plan_tui.model.records import Section
from plan_tui.store.crosswalk_queries import below
from plan_tui.store.plan import Plan


def own_pieces(plan: Plan, section: Section) -> tuple[ComparedPassage, ...]:
    """Return a section's own blocks and KPIs, in reading order."""
    blocks = plan.blocks(section.id)
    kpis = plan.kpis(section.id) if section.kind is SectionKind.MEASURE else ()
    return (
        *(ComparedPassage(section, block.id, None, block.marker, block.text) for block in blocks),
        *(ComparedPassage(section, None, kpi.id, "", kpi.text) for kpi in kpis),
    )


def pieces(
    plan: Plan, section: Section, block_id: int | None = None
) -> tuple[ComparedPassage, ...]:
    """Return what stands for a section in a comparison.

    That is the block ``block_id`` if one is named, else the section's own text, else (a
    heading that only holds others) the text of all sections below it.
    """
    own = own_pieces(plan, section)
    if block_id is not None:
        return tuple(piece for piece in own if piece.block_id == block_id)
    if own:
        return own
    return tuple(piece for child in below(plan, section) for piece in own_pieces(plan, child))
