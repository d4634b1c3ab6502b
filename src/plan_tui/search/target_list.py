"""Dated targets that a query lets through, by time."""

from __future__ import annotations

from functools import cached_property

from plan_tui.store import target_queries
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.dated_targets import Target
    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.query.filter_spec import LeftOut, TargetTest
    from plan_tui.query.grammar import Filter, Query
    from plan_tui.query.word_matcher import SpelledText
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Phrase


class TargetList:
    """All dated targets of a plan, read once, to be asked again and again."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    @cached_property
    def _facts(self) -> FilterFacts:
        from plan_tui.query.filter_facts import FilterFacts

        return FilterFacts(self._plan)

    @cached_property
    def all(self) -> tuple[Target, ...]:
        """All targets, by time."""
        return target_queries.targets(self._plan)

    @cached_property
    def _texts(self) -> tuple[SpelledText, ...]:
        """What free words are looked for in, for each target."""
        from plan_tui.query.word_matcher import SpelledText

        return tuple(SpelledText.of(target.section.title, target.passage) for target in self.all)

    def find(self, query: Query) -> tuple[Target, ...]:
        """Return the targets that pass a query, by time.

        ``due:`` asks about the target's own date, all other filters about its section; a free
        word must stand in the passage or the section's title, in any spelling.

        Raises:
            UsageError: a filter names something that does not exist.

        """
        if not query.restricts:
            return self.all
        from plan_tui.query.selector import target_test
        from plan_tui.query.word_matcher import WordMatcher

        passes, matcher = target_test(query, self._facts), WordMatcher(query)
        if not matcher.asks:
            return tuple(filter(passes, self.all))
        rows = zip(self.all, self._texts, strict=True)
        return tuple(target for target, text in rows if matcher.accepts(text) and passes(target))

    def left_out(self, query: Query) -> tuple[Phrase, ...]:
        """Return what to say of targets that a filter of dates leaves out for being open.

        They pass all the rest of the query: "ほかに2025年度から始まるもの 5件". Nothing is said
        of a negated filter, which lets them through.

        Raises:
            UsageError: a filter names something that does not exist.

        """
        asked = [c for c in query.filters if _left_out_by(c)]
        others = tuple(c for c in query.filters if c not in asked)
        rest = self.find(replaced(query, filters=others))
        phrases: list[Phrase] = []
        for condition in asked:
            tests = [self._meets_or_is_left_out(c, query) for c in asked if c is not condition]
            passing = [target for target in rest if all(test(target) for test in tests)]
            counts = ((kind, sum(map(kind.test, passing))) for kind in _left_out_by(condition))
            phrases += [kind.words.of(when=kind.when, count=n) for kind, n in counts if n]
        return tuple(dict.fromkeys(phrases))

    def _meets_or_is_left_out(self, condition: Filter, query: Query) -> TargetTest:
        from plan_tui.query.selector import target_test

        passes = target_test(replaced(query, filters=(condition,)), self._facts)
        kinds = _left_out_by(condition)
        return lambda target: passes(target) or any(kind.test(target) for kind in kinds)


def _left_out_by(condition: Filter) -> tuple[LeftOut, ...]:
    """Return what a filter leaves out for being open; a negated one lets it through."""
    from plan_tui.query.filters import filter_named

    spec = filter_named(condition.name)
    return () if condition.negated else spec.left_out(condition.values)
