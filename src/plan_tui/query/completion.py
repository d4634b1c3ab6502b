"""What can follow what is typed: filter names, and their values with the rows they would leave."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plan_tui.errors import UsageError
from plan_tui.model.records import Section
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.filters import FILTERS
from plan_tui.query.grammar import Filter, Query, parse_query
from plan_tui.query.selector import filter_test

_MOST = 12
"""Values that are offered: more than the line below the box has room for; set by hand."""
_LAST_WORD = re.compile(r"\S*\Z")
_FILTER = re.compile(r"(?P<minus>-?)(?P<name>[A-Za-z]*)(?P<colon>:?)(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Completion:
    """One completion of the last word of a query."""

    text: str
    """The whole query, completed."""
    word: str
    """The completed last word alone (``edition:2025``)."""
    count: int | None
    """Rows that the query would leave; None if they are not counted."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing need follow the word: it is no filter's name without a value."""
        return not self.word.endswith(":")


Counter = Callable[[str], int | None]
"""Gives the rows that a query lets through in some list; None if they are not counted."""
Search = Callable[[Query], Sequence[Section]]
"""Gives the sections that a query finds."""


def completions(
    text: str, facts: FilterFacts, search: Search, counter: Counter | None = None
) -> tuple[Completion, ...]:
    """Return the completions of a query's last word; empty if it is no filter in the making.

    Values that would leave nothing are left out: no section of those that ``search`` finds by
    the words before, or no row of the list that ``counter`` counts.
    """
    before = _LAST_WORD.sub("", text)
    # An input method types what a filter is made of in full width.
    match = _FILTER.fullmatch(unicodedata.normalize("NFKC", text[len(before) :]))
    if match is None or not (match["name"] or match["minus"]):
        return ()
    if match["value"] and not match["colon"]:
        return ()
    if match["colon"]:
        return _values(before, match, facts, search, counter)
    head, name = before + match["minus"], match["name"].lower()
    words = [f"{spec.name}:" for spec in FILTERS if spec.name.startswith(name)]
    return tuple(Completion(head + word, word, None) for word in words)


def _values(
    before: str, match: re.Match[str], facts: FilterFacts, search: Search, counter: Counter | None
) -> tuple[Completion, ...]:
    name, typed, negated = match["name"].lower(), match["value"].lower(), bool(match["minus"])
    spec = next((spec for spec in FILTERS if spec.name == name), None)
    if spec is None:
        return ()
    try:
        query = parse_query(before)
        is_searched = query.raw.strip() and counter is None
        left = search(query) if is_searched else facts.sections
    except UsageError:
        return ()
    head = before + match["minus"]
    offered: list[Completion] = []
    for value in spec.candidates(facts, left):
        if not value.lower().startswith(typed):
            continue
        word = f"{name}:{value}"
        count: int | None = sum(map(filter_test(Filter(name, (value,), negated), facts), left))
        if count and counter is not None:
            count = counter(head + word)
        if count != 0:
            offered.append(Completion(head + word, word, count))
        if len(offered) == _MOST:
            break
    return tuple(offered)
