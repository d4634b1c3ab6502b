"""Dated targets that a query lets through, by time."""

from __future__ import annotations

from dataclasses import replace

from plan_tui.model.due import parse_due
from plan_tui.model.filters import Filter, Query
from plan_tui.model.targets import Target
from plan_tui.search.select import Selector
from plan_tui.store import read_targets
from plan_tui.store.read import Plan
from plan_tui.text.fold import fold


def targets(plan: Plan, query: Query) -> tuple[Target, ...]:
    """Return the dated targets that pass a query, by time.

    ``due:`` asks about the target's own date, all other filters about its section; a free word
    must stand in the passage or the section's title, in any spelling that folds alike.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    others = replace(query, filters=tuple(f for f in query.filters if f.name != "due"))
    passes = Selector(plan).passes(others)
    wanted = [fold(word) for word in query.words]
    unwanted = [fold(word) for word in query.without]

    def says(target: Target) -> bool:
        text = fold(f"{target.section.title}\0{target.passage}")
        return all(w in text for w in wanted) and not any(w in text for w in unwanted)

    return tuple(
        target
        for target in read_targets.targets(plan)
        if passes(target.section)
        and all(_falls_due(target, one) for one in query.named("due"))
        and says(target)
    )


def _falls_due(target: Target, one: Filter) -> bool:
    dues = [parse_due(value) for value in one.values]
    meets = any(due.holds(target.start, target.end, target.basis) for due in dues)
    return meets != one.negated
