"""Dated targets that a query lets through, by time."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from plan_tui.model.dated_targets import Target
from plan_tui.query.due import parse_due
from plan_tui.query.grammar import Filter, Query
from plan_tui.query.selector import Selector
from plan_tui.store import target_queries
from plan_tui.store.plan import Plan
from plan_tui.text.fold import fold_spelling


def targets(plan: Plan, query: Query) -> tuple[Target, ...]:
    """Return the dated targets that pass a query, by time; see `TargetList.find`.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    return TargetList(plan).find(query)


class TargetList:
    """All dated targets of a plan, read once, to be asked again and again."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._selector = Selector(plan)

    @cached_property
    def all(self) -> tuple[Target, ...]:
        """All targets, by time."""
        return target_queries.targets(self._plan)

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        """What free words are looked for in, for each target."""
        return tuple(
            fold_spelling(f"{target.section.title}\0{target.passage}") for target in self.all
        )

    def find(self, query: Query) -> tuple[Target, ...]:
        """Return the targets that pass a query, by time.

        ``due:`` asks about the target's own date, all other filters about its section; a free
        word must stand in the passage or the section's title, in any spelling that folds alike.

        Raises:
            UsageError: a filter names something that does not exist.

        """
        others = replace(query, filters=tuple(f for f in query.filters if f.name != "due"))
        passes = self._selector.passes(others)
        says = self._says(query)
        return tuple(
            target
            for number, target in enumerate(self.all)
            if passes(target.section)
            and all(_falls_due(target, one) for one in query.named("due"))
            and (says is None or number in says)
        )

    def _says(self, query: Query) -> frozenset[int] | None:
        """Return the numbers of the targets that the free words let through; None for all."""
        if not (query.words or query.without):
            return None
        wanted = [fold_spelling(word) for word in query.words]
        unwanted = [fold_spelling(word) for word in query.without]
        return frozenset(
            number
            for number, text in enumerate(self._folded)
            if all(w in text for w in wanted) and not any(w in text for w in unwanted)
        )


def _falls_due(target: Target, one: Filter) -> bool:
    dues = [parse_due(value) for value in one.values]
    meets = any(due.holds(target.start, target.end, target.basis) for due in dues)
    return meets != one.negated
