"""What can follow what is typed: filter names, and their values with the rows they would leave."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from plan_tui.errors import UsageError
from plan_tui.model.records import Section
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.filter_spec import FilterSpec
from plan_tui.query.filters import FILTERS
from plan_tui.query.grammar import DASHES, Filter, Query, parse_query, plain_query
from plan_tui.query.selector import filter_test
from plan_tui.text.fold import fold_spelling
from plan_tui.text.language import Language
from plan_tui.text.record import record

_MOST = 12
"""Values that are offered: more than the line below the box has room for; set by hand."""
_LAST_WORD = re.compile(r"\S*\Z")
_FILTER = re.compile(rf"(?P<minus>[-{DASHES}]?)(?P<name>[^\s:\"]*)(?P<colon>:?)(?P<value>.*)")


@record
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
    text: str,
    facts: FilterFacts,
    search: Search,
    counter: Counter | None = None,
    language: Language = Language.EN,
    *,
    most: int = _MOST,
) -> tuple[Completion, ...]:
    """Return the completions of a query's last word; empty if it is no filter in the making.

    At most ``most`` values are offered. Those that would leave nothing are left out: no section
    of those that ``search`` finds by the words before, or no row of the list that ``counter``
    counts. Where nothing says in which
    script to go on, names and values are those of ``language``.
    """
    before = _LAST_WORD.sub("", text)
    # An input method types what a filter is made of in full width.
    match = _FILTER.fullmatch(unicodedata.normalize("NFKC", plain_query(text[len(before) :])))
    if match is None or not (match["name"] or match["minus"]):
        return ()
    if match["colon"]:
        values = _values(before, match, facts, search, counter, language)
        return tuple(islice(values, most))
    head = before + _minus(match)
    words = (_name(spec, match["name"].lower(), language) for spec in FILTERS)
    return tuple(Completion(f"{head}{word}:", f"{word}:", None) for word in words if word)


def _minus(match: re.Match[str]) -> str:
    return "-" if match["minus"] else ""


def _name(spec: FilterSpec, typed: str, language: Language) -> str | None:
    """Return the name of a filter that goes on what is typed; None if none does."""
    names = (spec.name, *spec.japanese)
    if language is Language.JA:
        names = (*spec.japanese, spec.name)
    return next((name for name in names if name.startswith(typed)), None)


def _values(
    before: str,
    match: re.Match[str],
    facts: FilterFacts,
    search: Search,
    counter: Counter | None,
    language: Language,
) -> Iterator[Completion]:
    name, typed, negated = match["name"].lower(), match["value"].lower(), bool(match["minus"])
    spec = next((spec for spec in FILTERS if name in (spec.name, *spec.japanese)), None)
    if spec is None:
        return
    try:
        query = parse_query(before)
        is_searched = query.raw.strip() and counter is None
        left = search(query) if is_searched else facts.sections
    except UsageError:
        return
    head = before + _minus(match)
    names = spec.value_names(facts)
    for value in (*spec.candidates(facts, left), *(spec.narrower(facts) if typed else ())):
        shown = _shown(value, names.get(value, ()), typed, language)
        if shown is None:
            continue
        word = f"{name}:{shown}"
        test = filter_test(Filter(spec.name, (value,), negated), facts)
        count: int | None = sum(map(test, left))
        if count and counter is not None:
            count = counter(head + word)
        if count != 0:
            yield Completion(head + word, word, count)


def _shown(value: str, names: Sequence[str], typed: str, language: Language) -> str | None:
    """Return the form of a value that goes on what is typed; None if none does."""
    forms = (value, *names) if language is Language.EN else (*names, value)
    if not typed:
        return forms[0]
    folded = fold_spelling(typed)
    return next((form for form in forms if _goes_on(form, typed, folded)), None)


def _goes_on(form: str, typed: str, folded: str) -> bool:
    return form.lower().startswith(typed) or bool(folded and fold_spelling(form).startswith(folded))
