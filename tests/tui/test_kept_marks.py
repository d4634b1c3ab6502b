"""Marks of before become notes, and follow their headings when the database is built anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from plan_tui.labels.note_names import standing_words
from plan_tui.model.place_notes import OwnNotes, PlaceNote
from plan_tui.store.noted_places import noted_on, noted_places
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.kept_marks import taken_over
from plan_tui.tui.note_keeper import NoteKeeper
from tests.worlds.altered import altered


@pytest.fixture
def moved(made_up_database: Path, tmp_path: Path) -> Path:
    """The made-up plan with two headings of 2021 that changed places."""
    return altered(
        made_up_database,
        tmp_path / "moved.db",
        "update sections set key = 'x' where key = '2021:M1-1'",
        "update sections set key = '2021:M1-1' where key = '2021:M1-2'",
        "update sections set key = '2021:M1-2' where key = 'x'",
        "update sections set title = '別の見出し' where key = '2021:1.1'",
        "delete from sections where key = '2025:2.1'",
    )


def titles_of(plan: Plan, marks: Mapping[str, str]) -> dict[str, str]:
    """Return what a state of before kept beside the marks."""
    return {letter: plan.section(key).title for letter, key in marks.items()}


def marks_in(plan: Plan, notes: OwnNotes) -> dict[str, str]:
    keeper = NoteKeeper(plan, lambda: "2026-04-01")
    keeper.may_write = False
    keeper.change(lambda kept: notes)
    return {letter: place.section.key for letter, place in keeper.marks.items() if place.section}


def test_marks_follow_their_headings(made_up_database: Path, moved: Path) -> None:
    marks = {"a": "2021:M1-1", "b": "2021:M1-2", "c": "2021:1", "d": "2025:2.1"}
    with Plan(made_up_database) as plan:
        notes = taken_over(OwnNotes(), marks, titles_of(plan, marks))
        assert marks_in(plan, notes) == marks
    with Plan(moved) as plan:
        assert marks_in(plan, notes) == {"a": "2021:M1-2", "b": "2021:M1-1", "c": "2021:1"}
    assert {place.mark: place.key for place in notes.places} == marks


def test_one_whose_key_names_another_heading_is_told(made_up_database: Path, moved: Path) -> None:
    marks = {"e": "2021:1.1"}
    with Plan(made_up_database) as plan:
        titles = titles_of(plan, marks)
    notes = taken_over(OwnNotes(), marks, titles)
    with Plan(moved) as plan:
        assert marks_in(plan, notes) == {}
        (place,) = noted_places(plan, notes)
    assert "別の見出し" in standing_words(place, Language.EN)
    assert place.note.heading == titles["e"]


def test_marks_of_which_no_title_was_kept_go_by_their_keys(moved: Path) -> None:
    notes = taken_over(OwnNotes(), {"a": "2021:M1-1", "b": "2099:1"}, {})
    with Plan(moved) as plan:
        assert marks_in(plan, notes) == {"a": "2021:M1-1"}
    assert len(notes.places) == 2


def test_a_mark_of_before_is_added_to_what_is_noted_there() -> None:
    notes = OwnNotes((PlaceNote("2021:1", note="x"), PlaceNote("2021:2", mark="a")))
    before = {"b": "2021:1", "a": "2021:3", "c": "2021:2"}
    marks = {place.key: place.mark for place in taken_over(notes, before, {}).places}
    assert (marks["2021:1"], marks["2021:2"]) == ("b", "a")
    assert marks["2021:3"] not in ("", "a", "b")


def test_taking_over_twice_changes_nothing(made_up: Plan) -> None:
    marks = {"a": "2021:1", "b": "2021:M1-1"}
    notes = taken_over(OwnNotes((noted_on(made_up, made_up.section("2021:1"), ""),)), marks, {})
    assert taken_over(notes, marks, {}) == notes


@pytest.mark.parametrize("letter", ["あ", "é", "٣", "棚", "ß"])
def test_a_mark_of_before_that_may_be_none_now_gets_a_free_letter(letter: str) -> None:
    notes = taken_over(OwnNotes((PlaceNote("2021:1", mark="a"),)), {letter: "2021:2"}, {})
    assert {place.key: place.mark for place in notes.places} == {"2021:1": "a", "2021:2": "b"}
