"""`build` replaces the database only by one that is proved; `check` says what does not hold."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from scripts import build_db

from plan_tui.cli.main import main
from plan_tui.store.schema import VIEWS
from tests.sources.test_manifest import write
from tests.worlds.altered import altered

TEXT = """前文の一つ目の段落である。
第１ 森の図書館の姿
森の図書館は夜も開く。
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one made-up source in the layout of 2025."""
    sources = tmp_path / "data" / "sources"
    sources.mkdir(parents=True)
    write(sources)
    return sources.parent


def run(*words: str) -> int:
    return main([*words, "--lang", "en"])


def test_build_writes_a_proved_database(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--data", str(data)) == 0
    assert "every character stands in one place" in capsys.readouterr().out
    assert sorted(path.name for path in data.iterdir()) == ["plan.db", "sources"]
    assert run("check", "--db", str(data / "plan.db"), "--json") == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert record["document"] == "plan-2030"
    assert record["holds"]
    assert record["characters"] == sum(record["by_role"].values())


def test_build_leaves_the_old_database_if_a_source_was_changed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = data / "plan.db"
    target.write_text("old")
    (data / "sources" / "plan-2030.txt").write_text("changed")
    assert run("build", "--data", str(data)) == 3
    assert "SHA-256" in capsys.readouterr().err
    assert target.read_text() == "old"
    assert sorted(path.name for path in data.iterdir()) == ["plan.db", "sources"]


def test_build_leaves_the_old_database_if_the_new_one_is_not_proved(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from plan_tui.model.enums import Layout
    from plan_tui.model.parsed import ParsedDocument
    from plan_tui.parse import registry

    monkeypatch.setitem(
        registry.PARSERS, Layout.FULL_TEXT_2025, lambda text, edits: ParsedDocument(())
    )
    target = data / "plan.db"
    target.write_text("old")
    assert run("build", "--data", str(data)) == 3
    printed = capsys.readouterr()
    assert "does not hold" in printed.out
    assert "in no place" in printed.out
    assert printed.err.count("\n") == 1
    assert target.read_text() == "old"


@pytest.mark.parametrize(
    ("options", "is_written"),
    [
        ("--data {data}", False),
        ("--data={data}", False),
        ("--data {data} --db {data}/other.db", False),
        ("--db={data}/other.db --data={data}", False),
        ("--help", False),
        ("-h", False),
        ("", True),
        ("--lang en", True),
    ],
)
def test_the_script_writes_the_metadata_of_the_packaged_database_alone(
    options: str, is_written: bool, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    shutil.copytree(data, project / "data")
    monkeypatch.setattr(build_db, "DATA", project / "data")
    monkeypatch.chdir(project)
    assert build_db.build(options.format(data=data).split()) == 0
    assert (project / "data" / "metadata.yaml").exists() == is_written


@pytest.mark.parametrize("place", ["", "sources"])
def test_build_needs_sources(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sources").mkdir()
    assert run("build", "--data", str(tmp_path / place)) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_build_refuses_places_it_cannot_write(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for target in (data, data / "none" / "plan.db"):
        assert run("build", "--data", str(data), "--db", str(target)) == 3
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("drop table ruby", "table ruby is missing"),
        ("drop view v_targets", "view v_targets is missing"),
        ("alter table kpis rename column status to state", "column kpis.status is missing"),
        ("update kpis set section_id = 9999 where id = 1", "names a row of sections"),
        ("update blocks set text = '別の文' where id = 1", "text 1 is not its source"),
    ],
)
def test_check_names_every_fault(
    sql: str,
    message: str,
    linked_database: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    # A view that reads the table keeps SQLite from renaming its column.
    views = [f"drop view {name}" for name in VIEWS] if "rename column" in sql else []
    path = altered(linked_database, tmp_path / "plan.db", *views, sql)
    for form in ("text", "json", "md", "tsv"):
        assert run("check", "--db", str(path), "--format", form) == 3
        printed = capsys.readouterr()
        assert form == "tsv" or message in printed.out.replace("\\", "")
        assert printed.err.count("\n") == 1
        assert "rebuild it with `plan-tui build`" in printed.err


def test_check_of_a_copy_elsewhere(
    linked_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "フォルダ #?%41"
    folder.mkdir()
    copy = folder / "a?b#c.db"
    shutil.copy(linked_database, copy)
    assert run("check", "--db", str(copy)) == 0
    assert "plan-2021" in capsys.readouterr().out


def test_doctor_reports_without_a_terminal(
    linked_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("doctor", "--db", str(linked_database), "--json") == 0
    found = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["database"]["ok"]
    assert found["terminal"] == {
        "name": "terminal",
        "ok": False,
        "detail": "no terminal; the application cannot open",
    }
    assert run("doctor", "--db", str(tmp_path / "none.db")) == 3
    printed = capsys.readouterr()
    assert "no  database" in printed.out
    assert printed.err.count("\n") == 1
