"""A made-up plan with what later steps of the build add: links, statuses, English titles."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from tests.madeup import HOSTILE
from tests.tui.helpers import ExplorerFirst

LINKS = (
    # from, to, relation, score, origin, accepted, reason
    ("2021:1.1.1", "2022:1.1", "renamed", 1.0, "curated", 1, "同じ貸出券の話"),
    ("2021:1.1.1", "2025:1.1.1", "continued", 0.71, "auto", 0, "共通の語が多い"),
    ("2021:1.1.1", "2025:1.1", "continued", 0.42, "auto", 0, "共通の語がある"),
    ("2021:M1-2", "2022:1.1.1", "continued", 0.9, "curated", 1, "夜間開館"),
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


@pytest.fixture(scope="session")
def database(made_up_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tui") / "plan.db"
    shutil.copy(made_up_database, path)
    _enrich(path)
    return path


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
