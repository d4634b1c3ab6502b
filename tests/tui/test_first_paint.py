"""What is done before the first picture: only what it shows, however much the database holds."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from unittest.mock import Mock

import pytest
from textual.css.parse import parse

from plan_tui.store.connect import OpenDatabase
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.main_screens import MainScreens
from plan_tui.tui.screens.overview import OverviewScreen
from tests.tui.helpers import settled

PAINTED = """
import asyncio, sys
from pathlib import Path
from unittest.mock import Mock
from plan_tui.tui.app import PlanApp

async def drive():
    app = PlanApp(Path(sys.argv[1]))
    app.once_painted = lambda: (print(*sorted(sys.modules)), app.exit())
    await app.run_async(headless=True, size=(100, 30))

asyncio.run(drive())
"""
NOT_YET = (
    "plan_tui.search",
    "plan_tui.compare",
    "plan_tui.query",
    "plan_tui.export",
    "plan_tui.sources",
    "plan_tui.tui.noting",
    "plan_tui.tui.copy_export",
    "plan_tui.tui.screens.explorer",
    "plan_tui.tui.screens.menu",
    "plan_tui.tui.screens.palette",
    "tomllib",
)
"""What the first picture needs nothing of."""


@pytest.fixture
def loaded(whole: Path) -> set[str]:
    """The modules that are loaded when the first picture stands."""
    process = subprocess.run(
        [sys.executable, "-c", PAINTED, str(whole)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PLAN_TUI_DB": ""},
        timeout=60,
    )
    return set(process.stdout.split())


def test_only_what_it_shows_is_loaded(loaded: set[str]) -> None:
    assert "plan_tui.tui.screens.overview" in loaded
    early = [name for name in loaded if name in NOT_YET or name.startswith(NOT_YET)]
    assert not early


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the thread of the screens asks of the database."""
    queries: list[str] = []
    rows = OpenDatabase.rows

    def noted(self: OpenDatabase, sql: str, *values: str | int | None) -> list[tuple[object, ...]]:
        if threading.current_thread() is threading.main_thread():
            queries.append(sql)
        return rows(self, sql, *values)

    monkeypatch.setattr(OpenDatabase, "rows", noted)
    return queries


async def asked_before_the_first_picture(path: Path, asked: list[str]) -> int:
    asked.clear()
    app = PlanApp(path, language=Language.JA)
    count = []
    app.once_painted = lambda: count.append(len(asked))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(app, pilot)
    return count[0]


async def test_as_much_is_asked_of_two_editions_as_of_eight(
    whole: Path, grown: Path, asked: list[str]
) -> None:
    few = await asked_before_the_first_picture(whole, asked)
    assert few <= 8
    assert await asked_before_the_first_picture(grown, asked) == few


async def test_the_figures_that_are_not_seen_are_read_beside_it(
    whole: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OverviewScreen, "first_documents", 1)
    app = PlanApp(whole, language=Language.JA)
    async with app.run_test(size=(100, 30)) as pilot:
        assert "収録テキスト" in await settled(app, pilot)
        assert app.main[OverviewScreen].overview
    read = [sql for sql in asked if "overview_counts" in sql]
    assert all("group by kind" in sql or "limit 1" in sql for sql in read)


async def test_screens_are_made_when_they_are_first_shown(whole: Path) -> None:
    app = PlanApp(whole, language=Language.JA)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(app, pilot)
        assert isinstance(app.main, MainScreens)
        assert [type(screen).__name__ for screen in app.main] == ["OverviewScreen"]
        for key, name in (
            ("3", "Measures"),
            ("1", "Explorer"),
            ("5", "Changes"),
            ("3", "Measures"),
        ):
            await pilot.press(key)
            assert type(app.screen).__name__ == f"{name}Screen"
        assert len(list(app.main)) == 4


async def test_what_the_first_key_needs_is_there_by_then(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sheets and the search are loaded in a thread."""
    app = PlanApp(whole, language=Language.JA)
    async with app.run_test(size=(100, 30)) as pilot:
        app.warm_up()
        await settled(app, pilot)
        parsing = Mock(wraps=parse)
        monkeypatch.setattr("textual.css.stylesheet.parse", parsing)
        await app.open_section("2021:1.1.1")
        for key in ("1", "j", "s", "森", "escape", "1"):
            await pilot.press(key)
            await settled(app, pilot)
        assert not parsing.called
