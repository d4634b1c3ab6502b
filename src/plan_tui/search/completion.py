"""What can follow what is typed: filter names, and their values with the hits they would leave."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plan_tui.errors import UsageError
from plan_tui.model.enums import KpiStatus, SectionKind, SectionTrait
from plan_tui.model.records import Section
from plan_tui.model.section_facts import SectionFacts
from plan_tui.query.grammar import Filter, parse_query
from plan_tui.search.search_index import SearchIndex

NAMES = ("edition", "document", "kind", "chapter", "kpi", "due", "has", "under")
_MOST = 12
_LAST_WORD = re.compile(r"\S*\Z")
_FILTER = re.compile(r"(?P<minus>-?)(?P<name>[A-Za-z]*)(?P<colon>:?)(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on."""

    text: str
    """The whole query, completed."""
    word: str
    """The completed last word alone (``edition:2025``)."""
    count: int | None
    """Hits that the query would have; None if they are not counted."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing need follow the word: it is no filter's name without a value."""
        return not self.word.endswith(":")


Counter = Callable[[str], int | None]
"""Gives the rows that a query lets through in some list; None if they are not counted."""


def completions(
    index: SearchIndex, text: str, counter: Counter | None = None
) -> tuple[Completion, ...]:
    """Return the completions of a query's last word; empty if it is no filter in the making.

    Values that would leave no section, or no row by ``counter``, are left out.
    """
    before = _LAST_WORD.sub("", text)
    # An input method types what a filter is made of in full width.
    found = _FILTER.fullmatch(unicodedata.normalize("NFKC", text[len(before) :]))
    if found is None or not (found["name"] or found["minus"]):
        return ()
    if found["value"] and not found["colon"]:
        return ()
    head, name = before + found["minus"], found["name"].lower()
    if not found["colon"]:
        words = [f"{known}:" for known in NAMES if known.startswith(name)]
        return tuple(Completion(head + word, word, None) for word in words)
    if name not in NAMES:
        return ()
    return _values(index, before, found, counter)


def _values(
    index: SearchIndex, before: str, found: re.Match[str], counter: Counter | None
) -> tuple[Completion, ...]:
    name, typed, negated = found["name"].lower(), found["value"].lower(), bool(found["minus"])
    try:
        query = parse_query(before)
        counted = query.raw.strip() and counter is None
        left = index.sections(before) if counted else index.corpus.sections
    except UsageError:
        return ()
    head = before + found["minus"]
    result = []
    for value in _candidates(index, name, left):
        if not value.lower().startswith(typed):
            continue
        passes = index.selector.passes_one(Filter(name, (value,), negated))
        word = f"{name}:{value}"
        count: int | None = sum(map(passes, left))
        if count and counter is not None:
            count = counter(head + word)
        if count != 0:
            result.append(Completion(head + word, word, count))
        if len(result) == _MOST:
            break
    return tuple(result)


def _candidates(index: SearchIndex, name: str, left: Iterable[Section]) -> Iterable[str]:
    """Return a filter's possible values, in the order in which they are offered."""
    facts = index.selector.facts
    sources: dict[str, Callable[[], Iterable[str]]] = {
        "edition": lambda: dict.fromkeys(s.edition_id for s in reversed(index.corpus.sections)),
        "document": lambda: dict.fromkeys(s.document_id for s in index.corpus.sections),
        "kind": lambda: map(str, SectionKind),
        "chapter": lambda: dict.fromkeys(facts.chapters.values()),
        "kpi": lambda: map(str, KpiStatus),
        "due": lambda: _due_years(facts),
        "has": lambda: map(str, SectionTrait),
        "under": lambda: (section.key for section in left if section.children),
    }
    return sources[name]()


def _due_years(facts: SectionFacts) -> list[str]:
    """Return the years in which targets may fall due, fiscal years by the year they begin in."""
    ends = {int(date.end[:4]) for date in facts.due if date.end}
    return [str(year) for year in sorted(ends | {year - 1 for year in ends})]
