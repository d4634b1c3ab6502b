"""A made-up plan with what later steps of the build add: links, statuses, English titles."""

from __future__ import annotations

import gc
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plan_tui.importer.fact_rows import add_facts
from plan_tui.store.write import write_database
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from tests.crosswalked import linked_rows
from tests.madeup import HOSTILE
from tests.tui.helpers import ExplorerFirst

LINKS = (
    # from, to, relation, score, origin, accepted, reason
    ("2021:1.1.1", "2022:1.1", "renamed", 1.0, "curated", 1, "同じ貸出券の話"),
    ("2021:1.1.1", "2025:1.1.1", "continued", 0.71, "auto", 0, "共通の語が多い"),
    ("2021:1.1.1", "2025:1.1", "continued", 0.42, "auto", 0, "共通の語がある"),
    ("2021:M1-2", "2022:1.1.1", "continued", 0.9, "curated", 1, "夜間開館"),
)

DATES = (
    # key, table, printed words, start, end, basis, modality, target
    ("2021:M1-1", "blocks", "令和３年度（2021年度）", "2021-04-01", "2022-03-31", None, 1),
    ("2021:1.1", "blocks", "令和５年度（2023年度）末", "2024-03-31", "2024-03-31", "まで", 1),
    ("2021:1.1", "blocks", "令和２年（2020年）", "2020-01-01", "2020-12-31", None, 0),
    ("2021:1.1.1", "blocks", "令和６年度（2024年度）末", "2025-03-31", "2025-03-31", "まで", 1),
    ("2021:M2-1", "kpis", "令和７年度（2025年度）", "2025-04-01", "2026-03-31", "まで", 1),
    ("2025:1.1.1", "blocks", "2026年度末", "2027-03-31", "2027-03-31", "まで", 1),
    ("2022:1.2", "blocks", "1,200", "2025-04-01", None, "以降", 1),
)
NUMBERS = (
    # key, printed words, value, unit, comparator
    ("2021:M1-1", "３割", 30.0, "%", None),
    ("2021:M2-1", "100か所", 100.0, "か所", None),
)


def _add_facts(connection: sqlite3.Connection, ids: dict[str, int]) -> None:
    """Add dates and numbers where their printed words stand; one date stands in a table."""
    for key, table, printed, start, end, modality, target in DATES:
        owner, offset = connection.execute(
            f"select id, instr(text, ?) - 1 from {table} where section_id = ? and instr(text, ?)",
            (printed, ids[key], printed),
        ).fetchone()
        column = {"blocks": "block_id", "kpis": "kpi_id"}[table]
        connection.execute(
            f"""insert into dates (section_id, {column}, text, offset, start, "end", basis,
                modality, is_target) values (?, ?, ?, ?, ?, ?, 'fiscal_year', ?, ?)""",
            (ids[key], owner, printed, offset, start, end, modality, target),
        )
    for key, printed, value, unit, comparator in NUMBERS:
        connection.execute(
            """insert into quantities (section_id, kpi_id, text, offset, value, unit, comparator)
               select section_id, id, ?, instr(text, ?) - 1, ?, ?, ? from kpis
               where section_id = ? and instr(text, ?)""",
            (printed, printed, value, unit, comparator, ids[key], printed),
        )


def _enrich(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        ids = dict(connection.execute("select key, id from sections"))
        connection.execute("delete from links")
        connection.executemany(
            """insert into links (from_section_id, to_section_id, relation, score, origin,
               accepted, reason) values (?, ?, ?, ?, ?, ?, ?)""",
            [(ids[a], ids[b], *rest) for a, b, *rest in LINKS],
        )
        connection.execute(
            "insert or replace into verdicts values (?, '2025', 'dropped', 'curated', ?)",
            (ids["2021:M2-1"], "移動図書館は書かれていない"),
        )
        _add_facts(connection, ids)
        connection.execute("update kpis set status = 'quantitative'")
        connection.execute("update kpis set status = 'unset' where text like '未設定%'")
        connection.execute(
            "update sections set title_en = 'The library so far' where key = '2021:1.1'"
        )
        connection.commit()


def _hostile(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for table, column in (
            ("sections", "title"),
            ("sections", "citation"),
            ("blocks", "text"),
            ("kpis", "text"),
            ("footnotes", "text"),
            ("documents", "title"),
            ("documents", "publisher"),
            ("editions", "label"),
            ("editions", "note"),
            ("links", "reason"),
            ("verdicts", "reason"),
            ("source_lines", "text"),
        ):
            connection.execute(f"update {table} set {column} = ?", (HOSTILE,))
        connection.execute("update meta set value = ? where key like 'attribution%'", (HOSTILE,))
        connection.commit()


@pytest.fixture(autouse=True)
def with_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def uncollected() -> Iterator[None]:
    """Collect garbage between the tests: each application leaves a lot, and drops it at once."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def database(made_up_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tui") / "plan.db"
    shutil.copy(made_up_database, path)
    _enrich(path)
    return path


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan as a whole build leaves it: crosswalk, links, dates, statuses."""
    folder = tmp_path_factory.mktemp("whole")
    rows = linked_rows(folder)
    add_facts(rows)
    [titled] = [row for row in rows["sections"] if row["key"] == "2021:1.1"]
    titled["title_en"] = "The library so far"
    write_database(folder / "plan.db", rows)
    return folder / "plan.db"


@pytest.fixture(scope="session")
def hostile_database(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "plan.db"
    shutil.copy(database, path)
    _hostile(path)
    return path


@pytest.fixture
def app(database: Path) -> PlanApp:
    return ExplorerFirst(database, language=Language.JA)


@pytest.fixture
def hostile_app(hostile_database: Path) -> PlanApp:
    return ExplorerFirst(hostile_database, language=Language.JA)
