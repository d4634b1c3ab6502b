"""Where a named search leads in the application."""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.model.comparison_enums import ChangeKind
from plan_tui.model.place_notes import NamedSearch
from plan_tui.query.grammar import quoted
from plan_tui.store.plan import Plan
from plan_tui.tui.destinations import (
    ChangesBetween,
    ComparisonOf,
    Destination,
    MeasuresWith,
    NotesWith,
    SearchFor,
    SectionAt,
    TargetsWith,
    TracksWith,
    WordsOf,
)
from plan_tui.views.changes import changes_asked

_ONLY = "--only"


def destination_named(search: NamedSearch, plan: Plan) -> Destination | None:
    """Return the screen that shows what a named search gives; None if no screen does."""
    query = search.query
    match search.view:
        case "search":
            return SearchFor(query)
        case "measures":
            return MeasuresWith(query)
        case "targets":
            return TargetsWith(query)
        case "words":
            return WordsOf(" ".join(map(quoted, search.query_words)))
        case "track":
            return TracksWith(query)
        case "notes":
            return NotesWith(query)
        case "changes":
            return _changes(search, plan)
        case "show" if query:
            return SectionAt(query)
        case "compare" if query:
            return ComparisonOf(query)
    return None


def _changes(search: NamedSearch, plan: Plan) -> ChangesBetween | None:
    try:
        older, newer, filters = changes_asked(plan, search.query_words)
    except UsageError:
        return None
    words = list(search.words)
    only = words[words.index(_ONLY) + 1] if _ONLY in words[:-1] else ""
    relation = next((kind for kind in ChangeKind if kind == only), None)
    return ChangesBetween(older, newer, relation, filters)
