"""A row that names one which is not there stops whoever writes a database, with a word on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import DataError
from plan_tui.store.database_rows import RESULTS
from plan_tui.store.index_anew import index_anew
from plan_tui.store.read_rows import read_rows
from plan_tui.store.schema import TABLES
from plan_tui.store.write import write_database
from plan_tui.text.record import replaced
from tests.conftest import ADDED_TEXT
from tests.worlds.altered import altered

WITHOUT_ROWS = ("added_documents", "ruby")
REFERENCES = [
    (shape.name, column)
    for shape in TABLES
    for column in shape.foreign_keys
    if shape.name not in (*RESULTS, *WITHOUT_ROWS)
]
NAMED = ("editions", "documents", "sections", "blocks", "footnotes")


@pytest.mark.parametrize(("table", "column"), REFERENCES)
def test_a_reference_to_nothing_is_refused_and_nothing_is_written(
    crosswalked_database: Path, tmp_path: Path, table: str, column: str
) -> None:
    (shape,) = [shape for shape in TABLES if shape.name == table]
    rows = read_rows(crosswalked_database)
    held = getattr(rows, table)
    lost = 999_999 if shape.columns[column] is int else "no such row"
    held[-1] = replaced(held[-1], **{column: lost})
    target = tmp_path / "plan.db"
    target.write_bytes(b"as it was")
    with pytest.raises(DataError, match=rf"1 foreign key, first {table}\.{column} {lost}$"):
        write_database(target, rows)
    assert target.read_bytes() == b"as it was"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("table", NAMED)
def test_an_index_is_not_made_of_rows_that_lack_others(
    crosswalked_database: Path, tmp_path: Path, table: str
) -> None:
    lacking = altered(crosswalked_database, tmp_path / "plan.db", f"delete from {table}")
    with pytest.raises(DataError, match=r"cannot be read \(.* foreign keys?, first"):
        index_anew(lacking)


@pytest.mark.parametrize("table", NAMED)
def test_nothing_is_added_to_a_database_that_lacks_rows(
    reader_home: Path,
    crosswalked_database: Path,
    tmp_path: Path,
    table: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lacking = altered(crosswalked_database, tmp_path / "plan.db", f"delete from {table}")
    before = lacking.read_bytes()
    text = tmp_path / "湖.txt"
    text.write_text(ADDED_TEXT, encoding="utf-8")
    words = ("add", str(text), "--date", "2023-06-09", "--db", str(lacking), "--lang", "en")
    assert main(words) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"{lacking}: cannot be read" in said
    assert "foreign key" in said
    assert lacking.read_bytes() == before
