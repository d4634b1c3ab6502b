"""The reader's notes and named searches that a query lets through."""

from __future__ import annotations

from collections.abc import Callable

from plan_tui.model.place_notes import NamedSearch, NotedPlace, NoteEntry, OwnNotes
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.grammar import Filter, Query
from plan_tui.query.note_tests import NOTE_TESTS
from plan_tui.query.selector import filter_test
from plan_tui.query.word_matcher import SpelledText, WordMatcher
from plan_tui.store.noted_places import noted_places
from plan_tui.store.plan import Plan

PlaceTest = Callable[[NotedPlace], bool]
"""Tells whether a note is kept."""


def note_entries(
    plan: Plan, notes: OwnNotes, query: Query, facts: FilterFacts
) -> tuple[NoteEntry, ...]:
    """Return the notes that a query lets through, then the named searches.

    Words are looked for in the note, its tags, the heading and the key, or in the name and the
    command. Filters ask about the section: none lets a note through whose section is not there,
    but for those that ask about the note itself; and none lets a named search through.

    Raises:
        UsageError: a filter is wrong.

    """
    return chosen_entries((*noted_places(plan, notes), *by_name(notes)), query, facts)


def by_name(notes: OwnNotes) -> tuple[NamedSearch, ...]:
    """Return the named searches in the order of their names."""
    return tuple(sorted(notes.searches, key=lambda search: search.name))


def chosen_entries(
    entries: tuple[NoteEntry, ...], query: Query, facts: FilterFacts
) -> tuple[NoteEntry, ...]:
    """Return those of some entries that a query lets through, as `note_entries` says.

    Raises:
        UsageError: a filter is wrong.

    """
    tests = [_place_test(condition, facts) for condition in query.filters]
    matcher = WordMatcher(query)

    def passes(entry: NoteEntry) -> bool:
        if matcher.asks and not matcher.accepts(_spelled(entry)):
            return False
        if isinstance(entry, NamedSearch):
            return not tests
        return all(test(entry) for test in tests)

    return tuple(filter(passes, entries))


def _place_test(condition: Filter, facts: FilterFacts) -> PlaceTest:
    if make := NOTE_TESTS.get(condition.name):
        of_note = make(condition.values)
        return lambda place: of_note(place.note) != condition.negated
    of_section = filter_test(condition, facts)
    return lambda place: place.section is not None and of_section(place.section)


def _spelled(entry: NoteEntry) -> SpelledText:
    if isinstance(entry, NamedSearch):
        return SpelledText.of(entry.name, entry.command)
    note, section = entry.note, entry.section
    texts = [note.note, *note.tags, note.heading, note.key]
    if section is not None:
        texts += [section.heading, section.title_en or "", section.key]
    return SpelledText.of(*texts)
