"""Which sections a query's filters let through."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from plan_tui.errors import UsageError
from plan_tui.model.enums import SectionTrait
from plan_tui.model.records import Section
from plan_tui.model.section_facts import SectionFacts
from plan_tui.query.due import parse_due
from plan_tui.query.grammar import Filter, Query
from plan_tui.store.plan import Plan
from plan_tui.store.search_queries import facts
from plan_tui.text.language import Phrase

_ABSENT = Phrase(
    "{name}:{value}は存在しない。あるのは{known}",
    "{name}:{value} does not exist; there are {known}",
)


class Selector:
    """Applies filters to sections; asks the database once, when first needed."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    @cached_property
    def facts(self) -> SectionFacts:
        """What filters ask about sections."""
        return facts(self._plan)

    @cached_property
    def _below(self) -> dict[str, frozenset[int]]:
        """Section key → ids of the section and all below it."""
        sections = self._plan.sections()
        above: dict[int, tuple[int, ...]] = {}
        inside: dict[int, set[int]] = {section.id: set() for section in sections}
        for section in sections:
            line = above.get(section.parent_id or 0, ())
            above[section.id] = (*line, section.id)
            for ancestor in above[section.id]:
                inside[ancestor].add(section.id)
        return {section.key: frozenset(inside[section.id]) for section in sections}

    def passes(self, query: Query) -> Callable[[Section], bool]:
        """Return a test of sections against all of a query's filters.

        Raises:
            UsageError: a filter names an edition, document or section that does not exist.

        """
        tests = [self.passes_one(one) for one in query.filters]
        return lambda section: all(test(section) for test in tests)

    def passes_one(self, one: Filter) -> Callable[[Section], bool]:
        """Return a test of sections against one filter.

        Raises:
            UsageError: it names an edition, document or section that does not exist.

        """
        test = self._test(one)
        return (lambda section: not test(section)) if one.negated else test

    def _test(self, one: Filter) -> Callable[[Section], bool]:
        values = frozenset(one.values)
        match one.name:
            case "edition":
                self._known("edition", values, {e.id for e in self._plan.editions()})
                return lambda section: section.edition_id in values
            case "document":
                self._known("document", values, {d.id for d in self._plan.documents()})
                return lambda section: section.document_id in values
            case "kind":
                return lambda section: section.kind in values
            case "chapter":
                return lambda section: self.facts.chapters.get(section.id) in values
            case "kpi":
                nothing: frozenset[str] = frozenset()
                return lambda section: bool(self.facts.kpi_status.get(section.id, nothing) & values)
            case "has":
                having = frozenset().union(
                    *(self.facts.has[SectionTrait(value)] for value in values)
                )
                return lambda section: section.id in having
            case "under":
                return self._under(one)
            case _:
                return self._due(one)

    def _under(self, one: Filter) -> Callable[[Section], bool]:
        for key in one.values:
            self._plan.section(key)
        inside = frozenset().union(*(self._below[key] for key in one.values))
        return lambda section: section.id in inside

    def _due(self, one: Filter) -> Callable[[Section], bool]:
        dues = [parse_due(value) for value in one.values]
        meeting = {
            date.section_id
            for date in self.facts.due
            if any(due.holds(date.start, date.end, date.basis) for due in dues)
        }
        return lambda section: section.id in meeting

    @staticmethod
    def _known(name: str, values: frozenset[str], known: set[str]) -> None:
        for value in sorted(values - known):
            raise UsageError(_ABSENT.of(name=name, value=value, known=", ".join(sorted(known))))
