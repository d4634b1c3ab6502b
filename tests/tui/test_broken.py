"""A missing or broken database ends in one line, never in a traceback."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.tui.app import PlanApp
from tests.tui.helpers import ExplorerFirst, assert_told_unreadable, press_the_last
from tests.worlds.altered import altered


def test_missing_and_wrong_files(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such database"):
        PlanApp(tmp_path / "none.db")
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(b"no database at all, but long enough to be read as one" * 40)
    with pytest.raises(DataError, match=r"wrong\.db"):
        PlanApp(wrong)


def without(table: str, database: Path, folder: Path) -> Path:
    """Return a copy of the database that lacks a table."""
    return altered(database, folder / "broken.db", f"alter table {table} rename to gone_{table}")


@pytest.mark.parametrize("table", ["editions", "documents", "sections"])
def test_what_the_first_picture_needs(database: Path, tmp_path: Path, table: str) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        PlanApp(without(table, database, tmp_path))


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("blocks", "jlj"),
        ("kpis", "3"),
        ("footnotes", "jlj"),
        ("links", "jljd"),
        ("provenance", "jlji"),
    ],
)
async def test_what_is_read_later(
    database: Path, tmp_path: Path, table: str, keys: str, capfd: pytest.CaptureFixture[str]
) -> None:
    app = ExplorerFirst(without(table, database, tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        for key in keys[:-1]:
            await pilot.press(key)
        await press_the_last(app, pilot, keys[-1])
    assert_told_unreadable(app, capfd)


async def test_what_the_report_finds_unreadable(
    database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The report reads in a thread; the file ends it with one line all the same."""
    path = tmp_path / "damaged.db"
    with closing(sqlite3.connect(database)) as connection:
        [size] = connection.execute("pragma page_size").fetchone()
        page = "select rootpage from sqlite_master where name = 'provenance'"
        [number] = connection.execute(page).fetchone()
    content = bytearray(database.read_bytes())
    content[(number - 1) * size : number * size] = b"\xff" * size
    path.write_bytes(content)
    app = ExplorerFirst(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await press_the_last(app, pilot, "R")
    assert_told_unreadable(app, capfd)


async def test_what_the_overview_shows(
    database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    app = PlanApp(without("overview_counts", database, tmp_path))
    async with asyncio.timeout(10):
        await app.run_async(headless=True, size=(100, 30))
    assert_told_unreadable(app, capfd)


async def test_nothing_is_read_after_the_end(app: PlanApp) -> None:
    """Who leaves at once is not told that the database cannot be read."""
    async with app.run_test(size=(100, 30)):
        pass
    app.warm_up()
    assert app.return_code is None
