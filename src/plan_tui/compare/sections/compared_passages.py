"""What of a section is compared."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.records import Section
from plan_tui.store.passage_queries import own_passages
from plan_tui.store.plan import Plan


def compared_passages(
    plan: Plan, sections: Sequence[Section]
) -> dict[int, tuple[ComparedPassage, ...]]:
    """Return the passages that stand for sections in a comparison, by section id.

    They are a section's own, else (a heading that only holds others) those of all sections
    below it. Asks as many queries for many sections as for one.
    """
    passages = own_passages(plan, sections)
    headings = [section for section in sections if not passages[section.id]]
    if headings:
        below = plan.below(headings)
        inside = own_passages(plan, (section for line in below.values() for section in line))
        for section_id, line in below.items():
            passages[section_id] = tuple(p for section in line for p in inside[section.id])
    return passages
