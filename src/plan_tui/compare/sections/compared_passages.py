"""What of a section is compared."""

from __future__ import annotations

from plan_tui.compare.sections.linked_sections import link_end
from plan_tui.model.comparison_enums import Extent
from plan_tui.store.passage_queries import own_passages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plan_tui.model.comparison import ComparedPassage
    from plan_tui.model.records import Link, Section
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


def linked_passages(
    passages: Sequence[ComparedPassage], section: Section, links: Iterable[Link]
) -> tuple[ComparedPassage, ...]:
    """Return the passages of a section that its links mean; all if one means it whole.

    A part that is no block is the section's indicators; all, if it has none.
    """
    ends = [link_end(link, section) for link in links]
    if any(end.extent is Extent.WHOLE for end in ends):
        return tuple(passages)
    named = {end.block_id for end in ends}
    return tuple(passage for passage in passages if passage.block_id in named) or tuple(passages)
