"""The database itself refuses rows that break a rule; one written without constraints is read."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.store.row_rules import all_rules
from tests.worlds.altered import seal_anew


def test_every_rule_of_a_row_is_a_constraint(packaged: Path) -> None:
    with closing(sqlite3.connect(packaged)) as connection:
        shapes = dict(
            connection.execute("select name, sql from sqlite_master where type = 'table'")
        )
    for table, rules in all_rules().items():
        for rule in rules:
            assert f"check ({rule})" in shapes[table], (table, rule)


@pytest.mark.parametrize(
    "change",
    [
        "update kpis set status = 'grand'",
        "update links set relation = 'love'",
        "update links set from_extent = 'half'",
        "update links set accepted = 2",
        "update links set score = 1.5",
        "update links set to_section_id = from_section_id",
        "update sections set ordinal = -1",
        "update sections set depth = 0",
        "update sections set key = ''",
        "update editions set decided_on = '2030-02-30'",
        "update documents set dated = 'yesterday'",
        "update dates set start = '2030-1-1'",
        "update dates set is_target = 'yes'",
        "update dates set offset = -1",
        "update blocks set kind = 'castle'",
        "update blocks set data = '{bad'",
        "update sections set title = null",
    ],
)
def test_a_row_that_breaks_a_rule_is_refused(packaged: Path, tmp_path: Path, change: str) -> None:
    path = Path(shutil.copy(packaged, tmp_path))
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(change)


def test_a_database_without_constraints_is_read(
    packaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(shutil.copy(packaged, tmp_path))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma writable_schema = on")
        shapes = connection.execute("select name, sql from sqlite_master where type = 'table'")
        for name, sql in shapes.fetchall():
            plain = re.sub(r",\n\s*check \(.*\)(?=,\n|\n)", "", sql)
            connection.execute("update sqlite_master set sql = ? where name = ?", (plain, name))
        connection.commit()
    seal_anew(path)
    with closing(sqlite3.connect(path)) as connection:
        assert "check (" not in str(connection.execute("select sql from sqlite_master").fetchall())
        connection.execute("update kpis set ordinal = ordinal")
    for words in (["check"], ["show", "2021:1.1"], ["measures"]):
        assert main([*words, "--db", str(path), "--lang", "en"]) == 0, capsys.readouterr().err
