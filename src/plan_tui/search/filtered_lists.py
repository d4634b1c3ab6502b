"""Filtered lists: measures and the outline, in printed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_tui.model.measure_cards import Order, in_order
from plan_tui.model.records import MeasureCard, Section
from plan_tui.query.grammar import Query
from plan_tui.query.selector import Selector
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language

if TYPE_CHECKING:
    from plan_tui.search.search_index import SearchIndex


def measures(
    plan: Plan,
    query: Query,
    order: Order = Order.NUMBER,
    language: Language = Language.JA,
    *,
    reverse: bool = False,
) -> tuple[MeasureCard, ...]:
    """Return the measures that a query lets through, sorted as they are shown in ``language``.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    return select_measures(plan, plan.measures(), query, order, language, reverse=reverse)


def select_measures(
    plan: Plan,
    cards: tuple[MeasureCard, ...],
    query: Query,
    order: Order = Order.NUMBER,
    language: Language = Language.JA,
    *,
    reverse: bool = False,
    index: SearchIndex | None = None,
) -> tuple[MeasureCard, ...]:
    """Return those of ``cards``, given in printed order, that a query lets through, sorted.

    ``index`` spares making one for free words, and is the faster for filters.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    passes = _passing(plan, query, index)
    found = tuple(card for card in cards if card.section.id in passes)
    return in_order(found, order, language, reverse=reverse)


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


def _passing(plan: Plan, query: Query, index: SearchIndex | None = None) -> frozenset[int]:
    if index is not None or query.words or query.without:
        # Filters alone need no index, and commands that list start without it.
        from plan_tui.search.search_index import SearchIndex

        index = index or SearchIndex(plan)
        return frozenset(section.id for section in index.sections(query.raw))
    passes = Selector(plan).passes(query)
    return frozenset(section.id for section in plan.sections() if passes(section))
