"""Which sections and dated targets a query's filters let through."""

from __future__ import annotations

from plan_tui.query.grammar import spec_of
from plan_tui.query.word_matcher import SpelledText, WordMatcher
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.outline_changes import Change
    from plan_tui.model.records import Section
    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.query.filter_spec import ChangeTest, SectionTest, TargetTest
    from plan_tui.query.grammar import Filter, Query


def filter_test(condition: Filter, facts: FilterFacts) -> SectionTest:
    """Return a test of sections against one filter.

    Raises:
        UsageError: there is no such filter, or it names an edition, document or section that
            does not exist.

    """
    test = spec_of(condition.name).section_test(condition.values, facts)
    return (lambda section: not test(section)) if condition.negated else test


def section_test(query: Query, facts: FilterFacts) -> SectionTest:
    """Return a test of sections against all of a query's filters.

    Raises:
        UsageError: as `filter_test`.

    """
    tests = [filter_test(condition, facts) for condition in query.filters]
    return lambda section: all(test(section) for test in tests)


def heading_test(query: Query, facts: FilterFacts) -> SectionTest:
    """Return a test of sections against a query: its words in the heading, and its filters.

    Raises:
        UsageError: as `filter_test`.

    """
    passes, matcher = section_test(query, facts), WordMatcher(query)

    def test(section: Section) -> bool:
        return passes(section) and (
            not matcher.asks or matcher.accepts(SpelledText.of(section.heading))
        )

    return test


def change_test(query: Query, facts: FilterFacts) -> ChangeTest:
    """Return a test of rows of the changes against a query.

    A filter that asks about links asks about the row's own; for the others, and for the words in
    the heading, one of the row's sections must meet all of them.

    Raises:
        UsageError: as `filter_test`.

    """
    of_rows = [each for each in query.filters if spec_of(each.name).change_test]
    rest = replaced(query, filters=tuple(each for each in query.filters if each not in of_rows))
    tests = [_change_filter_test(condition) for condition in of_rows]
    keeps = heading_test(rest, facts)

    def test(change: Change) -> bool:
        sections = (change.older, *change.newer)
        return any(map(keeps, filter(None, sections))) and all(each(change) for each in tests)

    return test


def _change_filter_test(condition: Filter) -> ChangeTest:
    make = spec_of(condition.name).change_test
    assert make is not None
    test = make(condition.values)
    return lambda change: test(change) != condition.negated


def target_test(query: Query, facts: FilterFacts) -> TargetTest:
    """Return a test of dated targets against all of a query's filters.

    A filter that asks about dates (``due:``) asks about the target's own; all others ask about
    its section.

    Raises:
        UsageError: as `filter_test`.

    """
    tests = [_target_filter_test(condition, facts) for condition in query.filters]
    return lambda target: all(test(target) for test in tests)


def _target_filter_test(condition: Filter, facts: FilterFacts) -> TargetTest:
    make = spec_of(condition.name).target_test
    if make is None:
        passes = filter_test(condition, facts)
        return lambda target: passes(target.section)
    test = make(condition.values)
    return lambda target: test(target) != condition.negated
