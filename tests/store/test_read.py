"""Reading the database: whole sections, places, and errors that say what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from plan_tui.errors import DataError, UsageError
from plan_tui.store.locate import SCHEMA_VERSION
from plan_tui.store.plan import Plan
from plan_tui.store.printed_text_queries import texts


def test_a_section_comes_whole(made_up: Plan) -> None:
    text = made_up.section_text("2021:1.1")
    assert [above.key for above in text.path] == ["2021:1"]
    assert [below.key for below in text.children] == ["2021:1.1.1"]
    assert [block.kind for block in text.blocks] == ["paragraph", "paragraph", "bullet", "bullet"]
    assert [(ref.number, ref.offset) for ref in text.refs] == [("1", 5)]
    assert text.refs[0].block_id == text.blocks[0].id
    assert [note.number for note in text.footnotes] == ["1"]
    assert (text.measure, text.chapter) == (None, None)


def test_a_measure_has_its_number_and_kpis(made_up: Plan) -> None:
    text = made_up.section_text("2021:M2-1")
    assert (text.measure, text.chapter) == ("2-1", "II")
    assert [(kpi.kind, kpi.ordinal) for kpi in text.kpis] == [
        ("progress", 1),
        ("progress", 2),
        ("outcome", 1),
    ]


def test_measures_stand_in_printed_order(made_up: Plan) -> None:
    assert [card.number for card in made_up.measures()] == ["1-1", "1-2", "2-1", "2-2"]
    assert made_up.measures()[3].kpis == ()


def test_children_and_paths(made_up: Plan) -> None:
    tops = made_up.children("plan-2025")
    assert [section.key for section in tops] == ["2025:1", "2025:2"]
    deepest = made_up.section("2025:1.1.1.1.a.a.A.a")
    assert [above.depth for above in made_up.path(deepest)] == [1, 2, 3, 4, 5, 6, 7]


def test_a_table_comes_as_cells(made_up: Plan) -> None:
    (block,) = made_up.section_text("2022:1.2").blocks
    assert block.table is not None
    assert block.table.columns == ("棚", "冊数")
    assert block.table.rows == (("東", "1,200"), ("西", "980"))


def test_searchable_texts_hold_everything_once_a_section(made_up: Plan) -> None:
    found = texts(made_up)
    assert len({(t.section_id, t.place, t.row_id) for t in found}) == len(found)
    assert {t.place for t in found} == {"text", "kpi", "footnote"}


def test_an_unknown_key_is_a_usage_error(made_up: Plan) -> None:
    with pytest.raises(UsageError, match=r"no section has the key 'nowhere'.*plan-tui search"):
        made_up.section_text("nowhere")


def make(path: Path, version: int) -> Path:
    connection = sqlite3.connect(path)
    connection.execute("create table other (id)")
    connection.execute(f"pragma user_version = {version}")
    connection.commit()
    connection.close()
    return path


def test_files_that_cannot_be_used(tmp_path: Path, made_up_database: Path) -> None:
    text = tmp_path / "text.db"
    text.write_text("これはデータベースではない" * 100, encoding="utf-8")
    broken = tmp_path / "broken.db"
    broken.write_bytes(made_up_database.read_bytes()[:9000])
    empty = tmp_path / "empty.db"
    empty.touch()
    for path, message in (
        (tmp_path / "none.db", "no such database"),
        (tmp_path / ("x" * 300), "File name too long"),
        (tmp_path, "no such database"),
        (tmp_path / "none.db" / "below", "no such database"),
        (text, "not a usable database"),
        (empty, "schema version 0"),
        (make(tmp_path / "later.db", SCHEMA_VERSION + 1), "schema version"),
        (make(tmp_path / "other.db", SCHEMA_VERSION), "cannot be read"),
        (broken, "cannot be read|not a usable database"),
    ):
        with pytest.raises(DataError, match=message), Plan(path) as plan:
            plan.sections()


def test_the_connection_never_writes(made_up: Plan) -> None:
    with pytest.raises(DataError, match="readonly"):
        made_up.database.rows("update meta set value = ''")
