"""The application tells of a database that is not as it was written."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from textual import events

from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import seal_check
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.overview import OverviewScreen
from tests.tui.helpers import ExplorerFirst, shown
from tests.worlds.altered import altered

SCROLLED = events.MouseScrollDown(None, 5, 5, 0, 0, 0, shift=False, meta=False, ctrl=False)
CHANGE = "update sections set title = title || '改' where id = 1"


async def told(path: Path, kind: type[PlanApp]) -> str:
    app = kind(path, Language.JA)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        app.look_at_seal()
        await app.workers.wait_for_complete()
        await pilot.pause()
        return shown(app)


@pytest.mark.parametrize("kind", [PlanApp, ExplorerFirst])
async def test_a_changed_table_is_told(database: Path, tmp_path: Path, kind: type[PlanApp]) -> None:
    words = "表sectionsの内容が書かれたときと違います"
    assert words in await told(altered(database, tmp_path / "a.db", CHANGE, sealed=False), kind)
    assert words not in await told(altered(database, tmp_path / "b.db", CHANGE), kind)


async def test_what_cannot_be_read_is_told_and_the_reader_goes_on(
    database: Path, tmp_path: Path
) -> None:
    damage = """insert into aliases (id, group_id, form, sound, printed, folded, short_sound)
                values (99999, 1, cast(x'ff' as text), 'x', 'x', 'x', 'x')"""
    path = altered(database, tmp_path / "plan.db", damage, sealed=False)
    assert "読めません" in await told(path, PlanApp)


async def test_no_key_waits_for_the_seal(
    made_up_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = Event()

    def look(*_: object) -> Iterator[Phrase]:
        looked_at.wait(30)  # a key that waits for it has no effect before
        yield from ()

    monkeypatch.setattr(seal_check, "changes_since_written", look)
    app = PlanApp(made_up_database, Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        app.look_at_seal()
        assert isinstance(app.screen, OverviewScreen)
        cursor = app.screen.figures.cursor
        try:
            await pilot.press("j")
            await pilot.pause()
            assert app.screen.figures.cursor > cursor
        finally:
            looked_at.set()


async def test_a_look_at_the_seal_ends_with_the_application(
    made_up_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, ended = Event(), Event()

    def look(_: Plan, rest: Callable[[], None]) -> Iterator[Phrase]:
        began.set()
        try:
            while True:
                rest()
        finally:
            ended.set()
        yield

    monkeypatch.setattr(seal_check, "changes_since_written", look)
    app = PlanApp(made_up_database, Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.look_at_seal()
        while not began.is_set():
            await pilot.pause(0.01)
    assert ended.wait(30)


@pytest.mark.parametrize("keys", [(), (0.0,), (0.0, 0.3, 0.7, 1.0)])
async def test_a_look_at_the_seal_waits_as_long_as_keys_come(
    keys: tuple[float, ...], made_up_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = PlanApp(made_up_database, Language.JA)
    now, coming = 0.0, list(keys)

    def pass_by(seconds: float) -> None:
        nonlocal now
        now += seconds
        while coming and coming[0] <= now:
            app.last_input = coming.pop(0)

    def look(_: Plan, rest: Callable[[], None]) -> Iterator[Phrase]:
        rest()
        yield from ()

    monkeypatch.setattr(seal_check, "changes_since_written", look)
    monkeypatch.setattr(seal_check, "monotonic", lambda: now)
    monkeypatch.setattr(seal_check, "sleep", pass_by)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.look_at_seal()
        await app.workers.wait_for_complete()
    assert not coming
    last = keys[-1] if keys else -1.0
    assert last + 0.5 <= now < max(0.01, last + 0.6)


@pytest.mark.parametrize("event", [events.Key("j", "j"), events.Paste("森"), SCROLLED])
async def test_whatever_the_reader_does_tells_when_it_was(
    event: events.Event, made_up_database: Path
) -> None:
    app = PlanApp(made_up_database, Language.JA)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert app.last_input == -math.inf
        began = monotonic()
        app.post_message(event)
        await pilot.pause()
        assert began <= app.last_input <= monotonic()
