"""The database's file is replaced, removed or written over while it is open."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_tui.errors import DataError
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import reopening
from plan_tui.tui.app import PlanApp
from plan_tui.tui.destinations import OpenDestination, SearchFor
from plan_tui.tui.screens.dialogs import LinesDialog
from plan_tui.tui.screens.menu import Menu
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.widgets.key_bar import KeyBar
from tests.tui.helpers import ExplorerFirst, key_of, settled
from tests.worlds.altered import altered

OTHER = "update sections set title = '新しい題' where key = '2021:1.1.1'"


@pytest.fixture
def file(database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(database, tmp_path / "plan.db"))


@pytest.fixture
def app(file: Path) -> PlanApp:
    return ExplorerFirst(file, language=Language.JA)


def replace(file: Path, *statements: str) -> None:
    altered(file, file.with_name("new.db"), *(statements or (OTHER,))).replace(file)


async def look(app: PlanApp, pilot: Pilot[None]) -> None:
    """Let the application look at its file now, as it does from time to time."""
    app.call_later(app.look_at_file)
    await settled(app, pilot)


async def test_a_new_database_is_offered_at_the_same_place(app: PlanApp, file: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1.1")
        await look(app, pilot)
        assert len(app.screen_stack) == 1
        replace(file)
        await look(app, pilot)
        assert "データベースが新しくなりました" in await settled(app, pilot)
        await pilot.press("1")
        assert "新しい題" in await settled(app, pilot)
        assert key_of(app) == "2021:1.1.1"
        await look(app, pilot)
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize(
    ("section", "keys", "damaged"),
    [
        ("2021:1.1.1", "", "blocks"),
        ("2021:1.1.1", "3", "kpis"),
        ("", "3", "kpis"),
    ],
)
async def test_a_damaged_database_in_its_place_is_told_and_can_be_replaced(
    app: PlanApp, file: Path, database: Path, section: str, keys: str, damaged: str
) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        if section:
            await app.open_section(section)
        await pilot.press(*keys)
        await settled(app, pilot)
        opened = app.session
        replace(file, f"alter table {damaged} rename to gone")
        await look(app, pilot)
        await pilot.press("1")
        await settled(app, pilot)
        assert app.session is not opened
        assert isinstance(app.screen, LinesDialog)
        with pytest.raises(DataError), opened.shared.lent():
            pass
        await pilot.press("escape", "q")
        await settled(app, pilot)
        assert app.here is not None
        altered(database, file.with_name("new.db"), OTHER).replace(file)
        await look(app, pilot)
        await pilot.press("1")
        await settled(app, pilot)
        assert isinstance(app.screen, PlanScreen)
        await app.open_section("2021:1.1.1")
        assert "新しい題" in await settled(app, pilot)


async def test_an_error_before_anything_is_shown_leaves_a_screen(
    app: PlanApp, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise DataError(Phrase("読めません", "cannot be read"))

    async with app.run_test(size=(100, 30)) as pilot:
        monkeypatch.setattr(reopening, "_show", fail)
        app.run_worker(app.reopen(file))
        await settled(app, pilot)
        assert isinstance(app.screen, LinesDialog)
        await pilot.press("escape")
        assert app.current_mode == app.DEFAULT_MODE
        assert "目次" in await settled(app, pilot)


async def test_what_is_asked_of_screens_that_go_ends_nothing(app: PlanApp, file: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1.1")
        for turns in range(12):
            reopening_it = app.run_worker(app.reopen(file))
            for _ in range(turns):
                await asyncio.sleep(0)
            app.post_message(OpenDestination(SearchFor("森")))
            app.post_message(KeyBar.Pressed("measures"))
            await reopening_it.wait()
            await pilot.pause()
            assert app.return_code is None
            assert isinstance(app.screen, PlanScreen)


async def test_who_goes_on_reads_what_was_opened(app: PlanApp, file: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1.1")
        replace(file)
        await look(app, pilot)
        await pilot.press("escape")
        for _ in range(2):  # told once
            await look(app, pilot)
        assert len(app.screen_stack) == 1
        for keys in ("d", "K", "R", "t", "3", "0"):  # some of them read in threads
            await pilot.press(keys)
            assert "新しい題" not in await settled(app, pilot)
        replace(file)
        await look(app, pilot)
        assert isinstance(app.screen, Menu)


async def test_nobody_is_asked_while_they_type(app: PlanApp, file: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s", "森")
        replace(file)
        await look(app, pilot)
        assert len(app.screen_stack) == 1
        await pilot.press("enter")
        await look(app, pilot)
        assert isinstance(app.screen, Menu)


async def test_a_window_is_not_covered(app: PlanApp, file: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("?")
        replace(file)
        await look(app, pilot)
        assert len(app.screen_stack) == 2
        await pilot.press("escape")
        await look(app, pilot)
        assert isinstance(app.screen, Menu)


@pytest.mark.parametrize("remove", [Path.unlink, lambda file: file.rename(file.with_suffix(".o"))])
async def test_a_removed_database_goes_on_being_read(
    app: PlanApp, file: Path, remove: Callable[[Path], None]
) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        remove(file)
        await look(app, pilot)
        assert "なくなりました" in (await settled(app, pilot)).replace("\n", "")
        await app.open_section("2021:1.1.1")
        await pilot.press("d")
        await pilot.press("R")
        assert app.return_code is None
        assert "検証済み" in await settled(app, pilot)


async def test_each_removal_is_told(app: PlanApp, file: Path) -> None:
    away = file.with_suffix(".away")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        for _ in range(2):
            file.rename(away)
            await look(app, pilot)
            assert "なくなりました" in (await settled(app, pilot)).replace("\n", "")
            app.clear_notifications()
            away.rename(file)
            await look(app, pilot)
            assert "なくなりました" not in (await settled(app, pilot)).replace("\n", "")


async def test_a_broken_file_in_its_place_changes_nothing(app: PlanApp, file: Path) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await app.open_section("2021:1.1.1")
        file.unlink()
        file.write_text("not a database")
        await look(app, pilot)
        await pilot.press("1")
        assert "plan.db" in (await settled(app, pilot)).replace("\n", "")
        await pilot.press("d")
        assert app.return_code is None
        assert app.current is not None


@pytest.mark.parametrize(
    "content",
    [b"", b"x" * 4096, b"SQLite format 3\0" + b"\xff" * 9000],
    ids=["empty", "no database", "a head alone"],
)
async def test_a_file_written_over_ends_nothing(app: PlanApp, file: Path, content: bytes) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section("2021:1.1.1")
        file.write_bytes(content)
        for _ in range(3):  # what was read meanwhile is told first
            await look(app, pilot)
            if isinstance(app.screen, LinesDialog):
                await pilot.press("escape")
        assert "書き換えられました" in await settled(app, pilot)
        await pilot.press("2")
        for key in ("d", "escape", "escape", "t", "escape", "0", "3", "escape"):
            await pilot.press(key)
        assert app.return_code is None
