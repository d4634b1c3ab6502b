"""Which sections and editions a comparing query is about."""

from __future__ import annotations

from collections.abc import Callable

from plan_tui.errors import UsageError
from plan_tui.model.records import Edition, Section
from plan_tui.query.grammar import Query
from plan_tui.query.selector import Selector
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.text.tokens import fold_notation

_NO_EDITION = Phrase(
    "{name}という版はない。あるのは{known}", "no edition {name}; there are {known}"
)
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
    raise UsageError(_NO_EDITION.of(name=name, known=names))


def keeper(plan: Plan, query: Query | None) -> Keep:
    """Return what tells whether a section meets a query: its words in the title, its filters.

    Raises:
        UsageError: a filter names something that does not exist.

    """
    if query is None:
        return lambda section: True
    passes = Selector(plan).passes(query)
    words = [fold_notation(word).lower() for word in query.words]
    without = [fold_notation(word).lower() for word in query.without]

    def keep(section: Section) -> bool:
        title = fold_notation(section.heading).lower() if words or without else ""
        return (
            all(word in title for word in words)
            and not any(word in title for word in without)
            and passes(section)
        )

    return keep
