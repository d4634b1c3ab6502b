"""Notes, marks and named searches from one run of the application to the next."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_tui.store import locate, own_notes
from plan_tui.tui.app import PlanApp
from plan_tui.tui.start import start
from plan_tui.tui.state import State, read_state, state_file, write_state
from tests.tui.helpers import (
    key_of,
    marks_of,
    settled,
)
from tests.tui.typed_notes import PLACE, Driver, kept, note, told


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    return tmp_path


def run(
    monkeypatch: pytest.MonkeyPatch, database: Path, driver: Driver, *, may_write: bool = True
) -> None:
    """Run the application as a person does, driven by a test."""

    async def drive(app: PlanApp) -> None:
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            await pilot.pause()
            await driver(app, pilot)

    monkeypatch.setattr(PlanApp, "run", lambda app: asyncio.run(drive(app)))
    assert start(database, may_write=may_write) == 0


BEFORE = State(
    section="2021:1",
    marks={"a": PLACE, "b": "2021:M1-2", "c": "2099:1"},
    titles={"a": "これまでの歩み", "c": "先の版"},
)


def test_marks_of_an_old_state_are_taken_over_without_loss(
    home: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_state(state_file(), BEFORE)

    async def look(app: PlanApp, pilot: Pilot[None]) -> None:
        assert marks_of(app) == {"a": PLACE, "b": "2021:M1-2"}
        await pilot.press("'", "b")
        await settled(app, pilot)
        assert key_of(app) == "2021:M1-2"

    for _ in range(2):
        run(monkeypatch, database, look)
        assert {each.mark: each.key for each in kept().places} == BEFORE.marks
        assert kept().places[2].heading == "先の版"
        assert read_state(state_file()).marks == {}


def test_marks_that_cannot_be_taken_over_stay_where_they_are(
    home: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_state(state_file(), BEFORE)
    locate.own_database().parent.parent.mkdir()
    locate.own_database().parent.write_text("")

    async def look(app: PlanApp, pilot: Pilot[None]) -> None:
        assert "notes.toml" in told(app)

    run(monkeypatch, database, look)
    kept_state = read_state(state_file())
    assert (kept_state.marks, kept_state.titles) == (BEFORE.marks, BEFORE.titles)


def test_where_no_file_may_be_written_notes_last_as_long_as_the_page(
    home: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def look(app: PlanApp, pilot: Pilot[None]) -> None:
        await note(app, pilot, PLACE, "見る")
        drawn = await settled(app, pilot)
        assert "ブラウザーではファイルに書かない" in drawn
        assert "✎ 見る" in drawn

    run(monkeypatch, database, look, may_write=False)
    assert not own_notes.notes_path().exists()
