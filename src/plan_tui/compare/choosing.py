"""Which sections and editions a comparing query is about."""

from __future__ import annotations

from collections.abc import Callable

from plan_tui.errors import UsageError
from plan_tui.model.due import parse_due
from plan_tui.model.filters import Filter, Query
from plan_tui.model.records import Edition, Section
from plan_tui.store.read import Plan
from plan_tui.store.read_compare import below
from plan_tui.store.read_search import Facts, facts
from plan_tui.text.tokens import fold

Keep = Callable[[Section], bool]


def edition_named(plan: Plan, name: str) -> Edition:
    """Return the edition with this id.

    Raises:
        UsageError: there is none.

    """
    known = plan.editions()
    for edition in known:
        if edition.id == name:
            return edition
    names = ", ".join(edition.id for edition in known)
    raise UsageError(f"no edition {name}; there are {names}")


def keeper(plan: Plan, query: Query | None) -> Keep:
    """Return what tells whether a section meets a query: its words in the title, its filters.

    Raises:
        UsageError: ``under:`` names no section.

    """
    if query is None or not (query.words or query.without or query.filters):
        return lambda section: True
    stored = facts(plan)
    tests = [_negatable(one, _test(plan, one, stored)) for one in query.filters]
    words = [fold(word).lower() for word in query.words]
    without = [fold(word).lower() for word in query.without]

    def keep(section: Section) -> bool:
        title = fold(section.heading).lower()
        return (
            all(word in title for word in words)
            and not any(word in title for word in without)
            and all(test(section) for test in tests)
        )

    return keep


def _negatable(one: Filter, test: Keep) -> Keep:
    return (lambda section: not test(section)) if one.negated else test


def _test(plan: Plan, one: Filter, stored: Facts) -> Keep:
    values = frozenset(one.values)
    if one.name == "under":
        inside = {
            section.id
            for key in one.values
            for top in [plan.section(key)]
            for section in (top, *below(plan, top))
        }
        return lambda section: section.id in inside
    if one.name == "due":
        wanted = [parse_due(value) for value in one.values]
        meeting = {
            date.section_id
            for date in stored.dates
            if date.is_target and any(d.holds(date.start, date.end, date.basis) for d in wanted)
        }
        return lambda section: section.id in meeting
    if one.name == "has":
        having = {section_id for value in values for section_id in stored.has.get(value, ())}
        return lambda section: section.id in having
    simple: dict[str, Keep] = {
        "edition": lambda section: section.edition_id in values,
        "document": lambda section: section.document_id in values,
        "kind": lambda section: section.kind in values,
        "chapter": lambda section: stored.chapters.get(section.id) in values,
        "kpi": lambda section: bool(stored.kpi_status.get(section.id, frozenset()) & values),
    }
    return simple[one.name]
