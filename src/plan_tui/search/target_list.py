"""Dated targets that a query lets through, by time."""

from __future__ import annotations

from functools import cached_property

from plan_tui.model.dated_targets import Target
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.grammar import Query
from plan_tui.query.selector import target_test
from plan_tui.query.word_matcher import SpelledText, WordMatcher
from plan_tui.store import target_queries
from plan_tui.store.plan import Plan


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
        self._facts = FilterFacts(plan)

    @cached_property
    def all(self) -> tuple[Target, ...]:
        """All targets, by time."""
        return target_queries.targets(self._plan)

    @cached_property
    def _texts(self) -> tuple[SpelledText, ...]:
        """What free words are looked for in, for each target."""
        return tuple(SpelledText.of(target.section.title, target.passage) for target in self.all)

    def find(self, query: Query) -> tuple[Target, ...]:
        """Return the targets that pass a query, by time.

        ``due:`` asks about the target's own date, all other filters about its section; a free
        word must stand in the passage or the section's title, in any spelling.

        Raises:
            UsageError: a filter names something that does not exist.

        """
        passes, matcher = target_test(query, self._facts), WordMatcher(query)
        if not matcher.asks:
            return tuple(filter(passes, self.all))
        rows = zip(self.all, self._texts, strict=True)
        return tuple(target for target, text in rows if matcher.accepts(text) and passes(target))
