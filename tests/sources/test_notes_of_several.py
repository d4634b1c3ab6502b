"""A reader's own notes where several programs change them at once."""

from __future__ import annotations

import multiprocessing
import re
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.model.place_notes import (
    OwnNotes,
    PlaceNote,
    merged,
)
from plan_tui.sources.note_edits import change_notes
from plan_tui.sources.notes_file import notes_in
from plan_tui.store import own_notes
from plan_tui.text import file_lock
from tests.kept_notes import OWL, WRITTEN, keeping
from tests.stopped_clock import StoppedClock


def _write_many(path: Path, name: str) -> None:
    for number in range(10):
        change_notes(path, keeping(PlaceNote(f"{name}:{number}", note=name)))


def test_two_programs_keep_each_other_s_notes(tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(path, name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {each.key for each in notes_in(path).places} == {
        f"{name}:{number}" for name in "ab" for number in range(10)
    }


def test_one_note_that_two_change_has_the_lines_of_both() -> None:
    before = replace(OWL, note="一", tags=("a",))
    typed, now = replace(before, note="一\n私", tags=("b",)), replace(before, note="一\n他")
    assert merged(before, typed, before) == typed
    assert merged(None, typed, None) == typed
    both = merged(before, typed, now)
    assert (both.note, both.tags) == ("一\n他\n私", ("b",))


Entry = tuple[str, tuple[str, ...], str]
CHANGED_BY_TWO: dict[str, tuple[Entry, Entry, Entry, Entry]] = {
    "a mark elsewhere": (("一", (), ""), ("二", (), ""), ("一", (), "b"), ("二", (), "b")),
    "tags elsewhere": (
        ("一", ("x",), ""),
        ("二", ("x",), ""),
        ("一", ("y",), ""),
        ("二", ("y",), ""),
    ),
    "a tag of each": (
        ("", ("x",), ""),
        ("", ("x", "y"), ""),
        ("", ("x", "z"), ""),
        ("", ("x", "z", "y"), ""),
    ),
    "a tag taken out by each": (
        ("一", ("x", "y", "z"), ""),
        ("一", ("y", "z"), ""),
        ("一", ("x", "z"), ""),
        ("一", ("z",), ""),
    ),
    "text elsewhere": (("一", (), ""), ("一", ("x",), ""), ("二", (), ""), ("二", ("x",), "")),
    "one line of both": (
        ("一\n二", (), ""),
        ("甲\n二", (), ""),
        ("一\n乙", (), ""),
        ("乙\n甲", (), ""),
    ),
    "the same line of both": (("一", (), ""), ("甲", (), ""), ("乙", (), ""), ("乙\n甲", (), "")),
    "emptied here, added there": (("一", (), ""), ("", (), ""), ("一\n二", (), ""), ("二", (), "")),
    "two marks": (("一", (), "a"), ("一", (), "b"), ("一", (), "c"), ("一", (), "b")),
    "a mark taken away elsewhere": (
        ("一", (), "a"),
        ("二", (), "a"),
        ("一", (), ""),
        ("二", (), ""),
    ),
}


@pytest.mark.parametrize(
    ("before", "typed", "now", "kept"), CHANGED_BY_TWO.values(), ids=CHANGED_BY_TWO
)
def test_what_only_one_changed_is_as_that_one_left_it(
    before: Entry, typed: Entry, now: Entry, kept: Entry
) -> None:
    seen, mine, theirs = (
        replace(OWL, note=note, tags=tags, mark=mark) for note, tags, mark in (before, typed, now)
    )
    entry = merged(seen, mine, theirs)
    assert (entry.note, entry.tags, entry.mark) == kept


SAVED_MEANWHILE = {
    "another encoding": "# 棚".encode("cp932"),
    "another note": b'[[place]]\nkey = "x"\n',
    "nothing": b"",
}


@pytest.mark.parametrize("content", SAVED_MEANWHILE.values(), ids=SAVED_MEANWHILE)
def test_a_change_reads_the_file_once(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    path.write_text(WRITTEN, encoding="utf-8")

    def change(notes: OwnNotes) -> OwnNotes:
        path.write_bytes(content)  # by an editor, which knows of no lock
        return notes.with_place(replace(OWL, mark=""))

    change_notes(path, change)
    assert [each.key for each in notes_in(path).places] == ["2021:1.1", "2021:2"]


def test_a_change_waits_as_long_as_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = StoppedClock()
    monkeypatch.setattr(file_lock, "time", clock)
    path, waits = tmp_path / "notes.toml", []
    with file_lock.alone_in(tmp_path):
        for patience in (file_lock.SCREEN_PATIENCE, file_lock.PATIENCE):
            start = clock.now
            with pytest.raises(DataError, match="another plan-tui is writing"):
                change_notes(path, keeping(OWL), patience)
            waits.append(clock.now - start)
    assert waits == pytest.approx([0.5, 5.0], abs=0.1)
    assert change_notes(path, keeping(OWL)).places == (OWL,)


BROKEN = (
    "[[place]\n",
    '[[place]]\nkey = ""\n',
    "note = 1\n",
    "[[pair]]\n",
    '[[search]]\nname = "x"\n',
)


@pytest.mark.parametrize("text", BROKEN)
def test_a_faulty_file_is_read_once_until_it_changes(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own_notes.notes_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    readings: list[Path] = []

    def read(file: Path) -> OwnNotes:
        readings.append(file)
        return notes_in(file)

    monkeypatch.setattr(own_notes, "notes_in", read)
    for _ in range(3):
        with pytest.raises(DataError, match=re.escape(str(path))):
            own_notes.kept_notes()
    assert readings == [path]
    path.write_text('[[place]]\nkey = "mended"\n', encoding="utf-8")
    assert own_notes.kept_notes().at("mended")
