"""Filtered lists: measures and the outline, in printed order.

Free words are looked for through the search index and not in one text of each row
(`plan_tui.query.word_matcher`): a measure is also meant by its reading, by an alias (DX), by the
titles above it or by its KPIs, and rows that only these find would be lost. `SearchIndex.holding`
folds the words by the same rule, so that equal spellings give equal rows here too.
"""

from __future__ import annotations

from plan_tui.text.language import Language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.measure_cards import Order
    from plan_tui.model.records import MeasureCard, Section
    from plan_tui.query.grammar import Query
    from plan_tui.search.search_index import SearchIndex
    from plan_tui.store.plan import Plan


def measures(
    plan: Plan,
    query: Query,
    order: Order | None = None,
    language: Language = Language.JA,
    *,
    reverse: bool = False,
) -> tuple[MeasureCard, ...]:
    """Return the measures that a query lets through, sorted as they are shown in ``language``.

    Without an ``order`` they stand as printed.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    return select_measures(plan, plan.measures(), query, order, language, reverse=reverse)


def select_measures(
    plan: Plan,
    cards: tuple[MeasureCard, ...],
    query: Query,
    order: Order | None = None,
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
    if query.restricts:
        passing = _passing(plan, query, index)
        cards = tuple(card for card in cards if card.section.id in passing)
    from plan_tui.model.measure_cards import Order, in_order

    return in_order(cards, order or Order.NUMBER, language, reverse=reverse)


def outline(
    plan: Plan,
    query: Query,
    depth: int | None = None,
    *,
    contents: bool = False,
    index: SearchIndex | None = None,
) -> tuple[Section, ...]:
    """Return the sections that a query lets through, in reading order.

    Args:
        plan: the stored plan.
        query: filters and, if any, words that a section must hold.
        depth: the deepest sections to return; None for all.
        contents: also return entries of a contents page whose text is not held.
        index: spares making one for free words.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    sections = plan.sections()
    if query.restricts:
        passing = _passing(plan, query, index)
        sections = tuple(section for section in sections if section.id in passing)
    return tuple(
        section
        for section in sections
        if (depth is None or section.depth <= depth) and (contents or not section.toc_only)
    )


def _passing(plan: Plan, query: Query, index: SearchIndex | None = None) -> frozenset[int]:
    if query.words or query.without:
        # Filters alone need no index, and commands that list start without it.
        from plan_tui.search.search_index import SearchIndex

        return frozenset(section.id for section in (index or SearchIndex(plan)).holding(query))
    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.query.selector import section_test

    facts = index.filter_facts if index else FilterFacts(plan)
    passes = section_test(query, facts)
    return frozenset(section.id for section in facts.sections if passes(section))
