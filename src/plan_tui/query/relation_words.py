"""The filter by relation in a query that a person types and a menu changes."""

from __future__ import annotations

import re

from plan_tui.errors import UsageError
from plan_tui.model.comparison_enums import ChangeKind
from plan_tui.query.filters import filter_named
from plan_tui.query.grammar import Filter, parse_query
from plan_tui.query.value_names import RELATION_NAMES
from plan_tui.text.language import Language

_NAME = "relation"
_TOKEN = re.compile(r'(?:"[^"]*"?|[^\s"])+')


def relations_in(text: str) -> tuple[ChangeKind, ...]:
    """Return the relations that a query asks for; empty for all."""
    conditions = filter(None, map(_condition, _tokens(text)))
    return tuple(ChangeKind(value) for condition in conditions for value in condition.values)


def without_relation(text: str) -> str:
    """Return a query without the filters that ask for relations; itself if it has none."""
    tokens = _tokens(text)
    kept = [token for token in tokens if _condition(token) is None]
    return text if len(kept) == len(tokens) else " ".join(kept)


def with_relation(text: str, relation: ChangeKind | None, language: Language) -> str:
    """Return a query that asks for one relation, or for all, and else for what it asks for."""
    rest = without_relation(text).strip()
    if relation is None:
        return rest
    name, value = _NAME, str(relation)
    if language is Language.JA:
        name, value = filter_named(_NAME).japanese[0], RELATION_NAMES[relation][0]
    return f"{rest} {name}:{value}".lstrip()


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _condition(token: str) -> Filter | None:
    """Return the filter that a word of a query is, if it asks for relations and not against."""
    try:
        filters = parse_query(token).named(_NAME)
    except UsageError:
        return None
    return filters[0] if filters and not filters[0].negated else None
