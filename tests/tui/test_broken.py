"""A missing database ends in one line; of a broken one all that can be read stays in reach."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual._xterm_parser import XTermParser

from plan_tui.errors import DataError, PlanError
from plan_tui.store.health import blamed
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.tui.app import PlanApp
from tests.tui.helpers import ExplorerFirst, assert_told_unreadable, settled, shown
from tests.worlds.altered import altered

BROKEN = Phrase("壊れています", "is broken")


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
async def test_what_is_read_later(database: Path, tmp_path: Path, table: str, keys: str) -> None:
    app = ExplorerFirst(without(table, database, tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*keys)
        await assert_told_unreadable(app, pilot)
        await pilot.press("escape", "1", "g", "g")
        assert "目次" in await settled(app, pilot)


async def test_a_screen_that_cannot_be_filled_keeps_its_keys(
    database: Path, tmp_path: Path
) -> None:
    app = ExplorerFirst(without("kpis", database, tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3")
        await assert_told_unreadable(app, pilot)
        await pilot.press("escape")
        assert "ヘルプ" in (await settled(app, pilot)).splitlines()[-1]
        await pilot.press("f2")
        assert "Help" in (await settled(app, pilot)).splitlines()[-1]


async def test_each_key_tells_once(database: Path, tmp_path: Path) -> None:
    """What draws itself again and again tells no more than what the reader asked for."""
    app = ExplorerFirst(without("blocks", database, tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "l", "j")
        await assert_told_unreadable(app, pilot)
        assert len(app.screen_stack) == 2
        await pilot.press("escape", "j")
        await assert_told_unreadable(app, pilot)
        assert len(app.screen_stack) == 2


async def test_keys_typed_ahead_are_not_lost(database: Path, tmp_path: Path) -> None:
    app = ExplorerFirst(without("footnotes", database, tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        driver = app._driver
        assert driver is not None
        for message in XTermParser().feed("jlj"):
            message.set_sender(app)
            driver.send_message(message)
        await assert_told_unreadable(app, pilot)
        await pilot.press("escape")
        await pilot.press("0")
        assert app.current_mode == "overview"


async def test_what_the_report_finds_unreadable(database: Path, tmp_path: Path) -> None:
    """The report reads in a thread; it is told all the same."""
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
        await pilot.press("R")
        await assert_told_unreadable(app, pilot)


async def test_what_the_overview_shows(database: Path, tmp_path: Path) -> None:
    app = PlanApp(without("overview_counts", database, tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        await assert_told_unreadable(app, pilot)
        await pilot.press("escape", "1")
        assert "目次" in shown(app)


@pytest.mark.parametrize(
    ("damage", "keys"),
    [
        ("update dates set start = '9999-99-99', end = 'hello'", "0"),
        ("update dates set start = 5, end = 2.5", "0"),
        ("update blocks set text = x'ff00fe'", "w"),
        ("update blocks set text = x'ff00fe'", "jlj"),
        ("update kpis set section_id = section_id + 99999", "3"),
        ("update blocks set kind = 'table', data = '[[1]]'", "jlj"),
    ],
)
async def test_what_damage_leads_to_is_told_as_damage(
    database: Path, tmp_path: Path, damage: str, keys: str
) -> None:
    """Whatever kind of error comes of it: the reader is told what is wrong, and goes on."""
    app = ExplorerFirst(altered(database, tmp_path / "plan.db", damage))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("escape", "1")
        await pilot.pause()
        assert app.return_code is None
        assert app._exception is None


async def test_nothing_is_read_after_the_end(app: PlanApp) -> None:
    """Who leaves at once is not told that the database cannot be read."""
    async with app.run_test(size=(100, 30)):
        pass
    app.warm_up()
    assert app.return_code is None


def test_a_database_is_looked_through_once_for_each_key(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That takes seconds with a large one, and three places ask about one error."""
    app = PlanApp(without("footnotes", database, tmp_path))
    looks: list[Exception] = []

    def look(plan: Plan, error: Exception) -> PlanError | None:
        looks.append(error)
        return blamed(plan, error)

    monkeypatch.setattr("plan_tui.store.health.blamed", look)
    errors = [KeyError("a"), ValueError("b"), KeyError("a")]
    answers = {id(app._told_as(error)) for error in (*errors, *errors)}
    assert len(looks) == len(answers) == 1
    app.inputs += 1
    assert "footnotes" in str(app._told_as(errors[0]))
    assert len(looks) == 2
    told = DataError(BROKEN.of())
    assert app._told_as(told) is told
    assert len(looks) == 2
    app.session.shared.close()


@pytest.mark.parametrize("kind", [KeyError, ZeroDivisionError, AssertionError])
async def test_an_error_of_our_own_asks_once_and_ends(
    database: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    looks: list[Exception] = []
    monkeypatch.setattr("plan_tui.store.health.blamed", lambda _, error: looks.append(error))
    app = ExplorerFirst(database)

    def fail() -> None:
        raise kind("of our own")

    async def run() -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            app.call_later(fail)
            await pilot.pause()

    with pytest.raises(kind):
        await run()
    assert len(looks) == 1
