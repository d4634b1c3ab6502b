"""Whatever is changed in a database after it was written is found when it is proved."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import DataError
from plan_tui.store.plan import Plan
from plan_tui.store.proof_report import examine
from plan_tui.store.read_rows import read_rows
from plan_tui.store.schema import TABLES, TableShape
from plan_tui.store.write import write_database
from tests.worlds.altered import altered, seal_anew


def faults(path: Path) -> list[str]:
    """Return what a proof finds of the whole; what it says if the file cannot be read."""
    try:
        with Plan(path) as plan:
            return [fault.en for fault in examine(plan).faults]
    except DataError as error:
        return [str(error)]


def rows(path: Path, table: str) -> list[object]:
    """Return the rows of a table."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"select rowid, * from {table}").fetchall()


def held(path: Path) -> object:
    """Return all that a database holds: rows, shape and version."""
    with closing(sqlite3.connect(path)) as connection:
        shape = connection.execute("select * from sqlite_master order by name").fetchall()
        names = [row[1] for row in shape if row[0] == "table"]
        version = connection.execute("pragma user_version").fetchone()
        return (
            shape,
            version,
            [connection.execute(f'select * from "{n}"').fetchall() for n in names],
        )


@pytest.fixture(scope="module")
def written(packaged: Path) -> object:
    """All that the database holds as it was written."""
    return held(packaged)


def test_nothing_is_found_of_what_was_written(packaged: Path) -> None:
    assert faults(packaged) == []


@pytest.mark.parametrize("shape", TABLES, ids=lambda shape: shape.name)
def test_a_value_of_any_column_counts(packaged: Path, tmp_path: Path, shape: TableShape) -> None:
    written = rows(packaged, shape.name)
    for number, (column, kind) in enumerate(shape.columns.items()):
        word = f"\"{column}\" || 'x'" if kind is str else f'coalesce("{column}", 0) + 1000'
        first = f"(select rowid from {shape.name} limit 1)"
        change = f'update {shape.name} set "{column}" = coalesce({word}, 1) where rowid = {first}'
        path = altered(packaged, tmp_path / f"{number}.db", change, sealed=False)
        changed = rows(path, shape.name) != written
        assert bool(faults(path)) == changed, change


@pytest.mark.parametrize("shape", TABLES, ids=lambda shape: shape.name)
def test_a_table_that_is_emptied_is_named(
    packaged: Path, written: object, tmp_path: Path, shape: TableShape
) -> None:
    path = altered(packaged, tmp_path / "plan.db", f"delete from {shape.name}", sealed=False)
    if held(path) != written:
        assert faults(path) != []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("create table further (id integer)", "are not as they were written"),
        ("drop view v_targets", "view v_targets is missing"),
        ("create view v_more as select 1", "are not as they were written"),
        ("create index more on sections (title)", "are not as they were written"),
        ("update blocks set ordinal = 1000 - ordinal", "table blocks is not as it was written"),
        ("update sections set title_en = 'x' where id = 1", "table sections is not"),
        ("update kpis set status = 'unset' where id = 1", "table kpis is not as it was written"),
        ("update meta set value = 'x' where key = 'sha256:dates'", "table dates is not"),
        ("delete from meta where key like 'sha256:%'", "table blocks is not as it was written"),
        (
            "update meta set value = 'x' where key = 'attribution_1'",
            "table meta is not as it was written",
        ),
    ],
)
def test_a_change_by_hand_is_told(packaged: Path, tmp_path: Path, change: str, told: str) -> None:
    path = altered(packaged, tmp_path / "plan.db", change, sealed=False)
    assert any(told in fault for fault in faults(path)), faults(path)


def test_check_and_doctor_say_so(
    packaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change = "update links set reason = reason || 'x' where id = 1"
    path = altered(packaged, tmp_path / "plan.db", change, sealed=False)
    for command in ("check", "doctor"):
        assert main([command, "--db", str(path), "--lang", "en"]) == 3
        printed = capsys.readouterr()
        assert "table links is not as it was written" in printed.out + printed.err


def test_a_byte_that_is_turned_is_found_or_changes_nothing(
    packaged: Path, written: object, tmp_path: Path
) -> None:
    whole = packaged.read_bytes()
    chance = random.Random(8)
    path = tmp_path / "plan.db"
    turned = 0
    for _ in range(300):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        damaged = bytearray(whole)
        damaged[place] ^= bit
        path.write_bytes(damaged)
        try:
            same = held(path) == written
        except (sqlite3.Error, UnicodeError):
            same = False
        turned += not same
        assert same or faults(path), (place, bit)
    assert turned > 20


def test_what_is_written_anew_is_sealed_anew(packaged: Path, tmp_path: Path) -> None:
    path = altered(packaged, tmp_path / "a.db", "update topics set title = 'x'", sealed=False)
    write_database(tmp_path / "b.db", read_rows(path))
    assert faults(path) != []
    assert faults(tmp_path / "b.db") == []
    seal_anew(path)
    assert faults(path) == []
