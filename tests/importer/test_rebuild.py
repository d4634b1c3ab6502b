"""The sources and the code give the committed database, row by row, and it is proved."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.importer.build_database import build_database
from plan_tui.store import health
from plan_tui.store.plan import Plan
from plan_tui.store.proof import prove
from plan_tui.store.schema import TABLES, VIEWS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("rebuilt") / "plan.db"
    build_database(ROOT / "data", path)
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def committed() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{(ROOT / 'data' / 'plan.db').as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("name", [*(shape.name for shape in TABLES), *VIEWS])
def test_the_committed_rows_are_those_of_the_sources(
    name: str, rebuilt: sqlite3.Connection, committed: sqlite3.Connection
) -> None:
    old, new = (
        connection.execute(f"select * from {name}").fetchall()
        for connection in (committed, rebuilt)
    )
    for number, (before, after) in enumerate(zip(old, new, strict=False), 1):
        assert before == after, f"row {number} of {name}: run `make db` and commit data/plan.db"
    assert len(old) == len(new)


def test_the_committed_shape_is_that_of_the_code(
    rebuilt: sqlite3.Connection, committed: sqlite3.Connection
) -> None:
    sql = "select type, name, sql from sqlite_master order by type, name"
    assert committed.execute(sql).fetchall() == rebuilt.execute(sql).fetchall()


def test_the_committed_database_is_whole(real: Plan) -> None:
    assert list(health.faults(real)) == []
    assert len(real.documents()) == 5
    assert len(real.measures()) == 149


def test_every_source_is_conserved(real: Plan) -> None:
    for document in real.documents():
        assert prove(real, document.id).findings == ()


def test_an_independent_count_of_the_sources_agrees(real: Plan) -> None:
    """Characters are counted in the files themselves, not in what the importer stored."""
    for document in real.documents():
        content = (ROOT / "data" / "sources" / document.source_file).read_bytes()
        assert hashlib.sha256(content).hexdigest() == document.sha256
        solid = "".join(content.decode("utf-8").split())
        proof = prove(real, document.id)
        assert sum(proof.by_role.values()) == proof.characters == len(solid)


def test_every_real_date_and_number_stands_at_its_offset(committed: sqlite3.Connection) -> None:
    """No date or number is stored whose words are not in its text at its place."""
    sql = """
        select t.text, t.offset, coalesce(b.text, k.text, f.text, s.title) from dates t
        join sections s on s.id = t.section_id
        left join blocks b on b.id = t.block_id left join kpis k on k.id = t.kpi_id
        left join footnotes f on f.id = t.footnote_id
        union all
        select q.text, q.offset, coalesce(b.text, k.text) from quantities q
        left join blocks b on b.id = q.block_id left join kpis k on k.id = q.kpi_id"""
    rows = committed.execute(sql).fetchall()
    assert len(rows) > 900
    assert [row for row in rows if row[2] is None or not row[2].startswith(row[0], row[1])] == []
