"""The words of the database that the completion of a shell offers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from plan_tui.model import headings
from plan_tui.query.completion import completions
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.filters import FILTERS, filter_named
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.text.record import record

_MOST_VALUES = 100
"""Values of a filter that are offered; only years could be more."""
_INSIDE = "under"
"""The filter whose values are keys."""
_FILTER = re.compile(r"(?P<head>-?(?P<name>\w+):)(?P<others>.*[,|])?(?P<value>.*)")
_SEPARATOR = "."
"""Parts the steps of a key."""


@record
class Offer:
    """One word that can be typed."""

    word: str
    meaning: str = ""
    """What it is, in the reader's language; may be empty."""


Offered = Callable[[Plan, str, Language], Iterator[Offer]]
"""Yields what of a plan goes on what is typed."""


def editions(plan: Plan, typed: str, language: Language) -> Iterator[Offer]:
    """Yield the editions, the newest first."""
    for edition in reversed(plan.editions()):
        if edition.id.startswith(typed):
            yield Offer(edition.id, edition.name(language))


def documents(plan: Plan, typed: str, language: Language) -> Iterator[Offer]:
    """Yield the documents."""
    for document in plan.documents():
        if document.id.startswith(typed):
            yield Offer(document.id, document.title)


def topics(plan: Plan, typed: str, language: Language) -> Iterator[Offer]:
    """Yield the topics of the crosswalk."""
    from plan_tui.store.crosswalk_queries import topics as all_topics

    for topic in all_topics(plan):
        if topic.id.startswith(typed):
            yield Offer(topic.id, headings.title(topic, language))


def searches(typed: str) -> Iterator[Offer]:
    """Yield the searches that the reader gave a name, with their words."""
    from plan_tui.store.own_notes import kept_notes

    for search in kept_notes().searches:
        if search.name.startswith(typed):
            yield Offer(search.name, " ".join(search.words))


def keys(plan: Plan, typed: str, language: Language) -> Iterator[Offer]:
    """Yield keys as a shell offers paths: those of the step that is typed, and of the next.

    Where a key skips steps, all that go on what is typed are offered.
    """
    matching = [section for section in plan.sections() if section.key.startswith(typed)]
    near = [s for s in matching if s.key[len(typed) :].count(_SEPARATOR) <= 1]
    for section in near or matching:
        yield Offer(section.key, headings.heading(section, language))


def filters(plan: Plan, typed: str, language: Language) -> Iterator[Offer]:
    """Yield the names of filters, or the values of the one that is typed, with their counts."""
    match = _FILTER.fullmatch(typed)
    if match is None:
        yield from _names(typed, language)
        return
    head, others, value = match["head"], match["others"] or "", match["value"]
    if match["name"] in (_INSIDE, *filter_named(_INSIDE).japanese):
        offered = keys(plan, value, language)
        yield from (Offer(f"{head}{others}{each.word}", each.meaning) for each in offered)
        return
    facts = FilterFacts(plan)
    for each in completions(
        head + value, facts, lambda query: facts.sections, language=Language.EN, most=_MOST_VALUES
    ):
        yield Offer(f"{head}{others}{each.word.partition(':')[2]}", str(each.count))


def _names(typed: str, language: Language) -> Iterator[Offer]:
    """Yield names in ASCII, or in Japanese where the word begins so."""
    minus, begun = ("-", typed[1:]) if typed.startswith("-") else ("", typed)
    for spec in FILTERS:
        known = (spec.name, *spec.japanese)
        name = next((each for each in known if each.startswith(begun)), None)
        if name is not None:
            yield Offer(f"{minus}{name}:", spec.meaning.say(language))
