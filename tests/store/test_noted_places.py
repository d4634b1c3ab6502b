"""What became of the places of a reader's own notes after an upgrade."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.model.place_notes import (
    NotedPlace,
    NoteStanding,
    OwnNotes,
    PlaceNote,
)
from plan_tui.store.noted_places import noted_on, noted_places
from plan_tui.store.plan import Plan
from tests.kept_notes import later_build
from tests.worlds.altered import altered


@pytest.fixture
def later(made_up_database: Path, tmp_path: Path) -> Path:
    return later_build(made_up_database, tmp_path / "later.db")


def standings(plan: Plan, notes: OwnNotes) -> dict[str, NoteStanding]:
    return {each.note.key: each.standing for each in noted_places(plan, notes)}


KEYS = ("2021:M1-2", "2021:1.1", "2021:1", "2025:2.1", "2022:1")


@pytest.fixture
def noted(made_up_database: Path) -> OwnNotes:
    with Plan(made_up_database) as plan:
        places = [noted_on(plan, plan.section(key), "2026-04-01") for key in KEYS]
    there = [replace(place, note="メモ") for place in places]
    return OwnNotes((*there, PlaceNote("2099:1", "先の版", "2099", note="メモ")))


def test_a_note_says_what_became_of_its_place(
    made_up_database: Path, later: Path, noted: OwnNotes
) -> None:
    with Plan(made_up_database) as plan:
        same = standings(plan, noted)
    assert same.pop("2099:1") is NoteStanding.NOT_HELD
    assert set(same.values()) == {NoteStanding.SAME}
    with Plan(later) as plan:
        now = {each.note.key: each for each in noted_places(plan, noted)}
    assert {key: each.standing for key, each in now.items()} == {
        "2021:M1-2": NoteStanding.CHANGED,
        "2021:1.1": NoteStanding.MOVED,
        "2021:1": NoteStanding.SAME,
        "2025:2.1": NoteStanding.GONE,
        "2022:1": NoteStanding.GONE,
        "2099:1": NoteStanding.NOT_HELD,
    }
    moved, other = now["2021:1.1"].section, now["2022:1"]
    assert moved is not None
    assert moved.key == "2021:9"
    assert (other.section, other.named_now) == (None, "別の見出し")


def test_what_is_read_differently_from_the_same_source_says_so(
    made_up_database: Path, noted: OwnNotes, tmp_path: Path
) -> None:
    reread = altered(
        made_up_database,
        tmp_path / "reread.db",
        "update blocks set text = text || '。' where section_id = "
        "(select id from sections where key = '2021:M1-2')",
    )
    with Plan(reread) as plan:
        assert standings(plan, noted)["2021:M1-2"] is NoteStanding.REREAD


def test_a_heading_that_was_only_mended_keeps_its_note(
    made_up_database: Path, noted: OwnNotes, tmp_path: Path
) -> None:
    mended = altered(
        made_up_database,
        tmp_path / "mended.db",
        "update sections set title = title || '等' where key = '2021:M1-2'",
    )
    with Plan(mended) as plan:
        (place,) = [each for each in noted_places(plan, noted) if each.note.key == "2021:M1-2"]
    assert isinstance(place, NotedPlace)
    assert place.section is not None
    assert place.standing is NoteStanding.REREAD


def test_a_note_of_which_only_the_key_is_kept_goes_by_it(later: Path) -> None:
    notes = OwnNotes((PlaceNote("2021:M1-1", note="x"), PlaceNote("2099:1", note="x")))
    with Plan(later) as plan:
        assert standings(plan, notes) == {
            "2021:M1-1": NoteStanding.SAME,
            "2099:1": NoteStanding.GONE,
        }
