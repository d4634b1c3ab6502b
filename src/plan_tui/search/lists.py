"""Filtered lists: measures and the outline, in printed order."""

from __future__ import annotations

from plan_tui.model.filters import Query
from plan_tui.model.records import MeasureCard, Section
from plan_tui.search.select import Selector
from plan_tui.store.read import Plan


def measures(plan: Plan, query: Query) -> tuple[MeasureCard, ...]:
    """Return the measures that a query lets through, in printed order.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    passes = _passing(plan, query)
    return tuple(card for card in plan.measures() if card.section.id in passes)


def outline(
    plan: Plan, query: Query, depth: int | None = None, *, contents: bool = False
) -> tuple[Section, ...]:
    """Return the sections that a query lets through, in reading order.

    Args:
        plan: the stored plan.
        query: filters and, if any, words that a section must hold.
        depth: the deepest sections to return; None for all.
        contents: also return entries of a contents page whose text is not held.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    passes = _passing(plan, query)
    return tuple(
        section
        for section in plan.sections()
        if section.id in passes
        and (depth is None or section.depth <= depth)
        and (contents or not section.toc_only)
    )


def _passing(plan: Plan, query: Query) -> frozenset[int]:
    if query.words or query.without:
        # Filters alone need no index, and commands that list start without it.
        from plan_tui.search.index import SearchIndex

        return frozenset(hit.section.id for hit in SearchIndex(plan).search(query.raw).hits)
    passes = Selector(plan).passes(query)
    return frozenset(section.id for section in plan.sections() if passes(section))
