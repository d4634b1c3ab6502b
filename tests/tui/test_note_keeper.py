"""What the application keeps of notes while another program writes them too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.model.place_notes import OwnNotes, PlaceNote
from plan_tui.store import own_notes
from plan_tui.store.noted_places import noted_on
from plan_tui.store.plan import Plan
from plan_tui.text import file_lock
from plan_tui.tui.note_keeper import NoteKeeper
from tests.stopped_clock import StoppedClock
from tests.worlds.altered import altered

OLD, NEW = "2021:1.1", "2021:9"


@pytest.fixture
def moved(made_up_database: Path, tmp_path: Path) -> Path:
    """The made-up plan with a heading that has another key."""
    change = f"update sections set key = '{NEW}' where key = '{OLD}'"
    return altered(made_up_database, tmp_path / "moved.db", change)


@pytest.fixture
def noted(made_up_database: Path) -> PlaceNote:
    """A note, kept under the key of before."""
    with Plan(made_up_database) as plan:
        place = replace(noted_on(plan, plan.section(OLD), "2026-04-01"), note="一", mark="a")
    own_notes.change_notes(lambda notes: notes.with_place(place))
    return place


def keeper_of(plan: Plan) -> NoteKeeper:
    return NoteKeeper(plan, lambda: "2026-04-02")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("二", ()), ("他\n二", ("t",), "a")),
        (("一", ("x",)), ("他\n一", ("t", "x"), "a")),
        (("", ()), ("他", ("t",), "a")),
    ],
)
def test_a_note_that_moved_keeps_what_another_wrote_there(
    moved: Path,
    noted: PlaceNote,
    typed: tuple[str, tuple[str, ...]],
    kept: tuple[str, tuple[str, ...], str],
) -> None:
    with Plan(moved) as plan:
        keeper, section = keeper_of(plan), plan.section(NEW)
        (there,) = keeper.at(NEW)
        other = PlaceNote(NEW, note="他", tags=("t",), mark="b")
        own_notes.change_notes(lambda notes: notes.with_place(other))
        entry = replace(keeper.entry_on(section, there.note), note=typed[0], tags=typed[1])
        keeper.write(entry, there.note)
    (place,) = own_notes.kept_notes().places
    assert (place.key, (place.note, place.tags, place.mark)) == (NEW, kept)


CHANGES: dict[str, tuple[Callable[[OwnNotes], OwnNotes], str]] = {
    "taken out": (lambda notes: notes.without_place(OLD), ""),
    "changed": (lambda notes: notes.with_place(PlaceNote(OLD, note="二")), "二"),
    "taken out, others left": (
        lambda notes: notes.without_place(OLD).with_place(PlaceNote("2021:1", note="x")),
        "",
    ),
    "nothing": (lambda notes: notes, "一"),
    "the mark taken away": (lambda notes: notes.with_place(PlaceNote(OLD, note="一")), "一"),
}


@pytest.mark.parametrize(("meanwhile", "note"), CHANGES.values(), ids=CHANGES)
def test_a_mark_brings_no_note_back(
    made_up: Plan,
    noted: PlaceNote,
    meanwhile: Callable[[OwnNotes], OwnNotes],
    note: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeper = keeper_of(made_up)
    write = own_notes.change_notes

    def late(change: Callable[[OwnNotes], OwnNotes], *patience: float) -> OwnNotes:
        write(meanwhile)
        return write(change, *patience)

    monkeypatch.setattr(own_notes, "change_notes", late)
    keeper.mark(made_up.section(OLD), "c")
    place = own_notes.kept_notes().at(OLD)
    assert place is not None
    assert (place.note, place.mark) == (note, "c")


def test_the_application_does_not_wait_long_for_another_program(
    made_up: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = StoppedClock()
    monkeypatch.setattr(file_lock, "time", clock)
    with (
        file_lock.alone_in(own_notes.notes_path().parent),
        pytest.raises(DataError, match="another plan-tui is writing"),
    ):
        keeper_of(made_up).mark(made_up.section(OLD), "a")
    assert clock.now < 1
