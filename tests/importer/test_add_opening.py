"""The reader's own database is opened when it is there, and renewed after an upgrade."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.store import locate
from plan_tui.store.locate import SCHEMA_VERSION
from plan_tui.store.plan import Plan
from plan_tui.tui.app import PlanApp
from tests.conftest import ADDED_TEXT
from tests.worlds import named
from tests.worlds.altered import altered

OUTDATED = "`plan-tui add --rebuild` renews it"


@pytest.fixture
def own(begun_home: Path) -> Path:
    """The reader's own database, with one edition."""
    return begun_home / "plan.db"


def run(*words: str) -> int:
    return main([*words, "--lang", "en"])


@pytest.fixture
def upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: Path) -> Path:
    """A packaged database of a later version of the program."""
    world = named.crosswalked().with_readings("", "").with_english_title("2021:1", "Renewed")
    path = world.write(tmp_path / "upgraded.db")
    monkeypatch.setattr(locate, "packaged_database", lambda: str(path))
    return path


def test_without_an_own_one_the_packaged_one_is_read(reader_home: Path, packaged: Path) -> None:
    assert locate.default_database() == packaged
    assert not reader_home.exists()


def test_the_own_one_is_read_and_says_so(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert locate.default_database() == own
    for command in ("overview", "doctor"):
        assert run(command) == 0
        printed = capsys.readouterr()
        assert "your own database (plan-2023 added)" in printed.out
        assert printed.err == ""
    assert run("overview", "--format", "md") == 0
    assert "your own database (plan-2023 added)" in capsys.readouterr().out
    with PlanApp().plan as plan:
        assert [edition.id for edition in plan.editions()] == ["2021", "2022", "2023", "2025"]


def test_what_is_named_is_read_instead(
    own: Path, packaged: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("tree", "edition:2023", "--db", str(packaged)) == 2
    monkeypatch.setenv("PLAN_TUI_DB", str(packaged))
    assert run("tree", "edition:2023") == 2
    assert locate.default_database() == packaged


def test_the_environment_names_what_is_added_to(
    reader_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "森.txt"
    text.write_text(ADDED_TEXT, encoding="utf-8")
    monkeypatch.setenv("PLAN_TUI_DB", str(tmp_path / "other.db"))
    assert run("add", str(text), "--date", "2023-06-09") == 0
    assert not reader_home.exists()
    assert (tmp_path / "other.db.originals").is_dir()
    assert run("add", "--list") == 0


def test_a_database_that_is_named_is_what_is_begun_from(
    reader_home: Path, tmp_path: Path, packaged: Path
) -> None:
    begun_from = altered(packaged, tmp_path / "a.db", "update sections set title_en = 'Mine'")
    before = begun_from.read_bytes()
    text = tmp_path / "森.txt"
    text.write_text(ADDED_TEXT, encoding="utf-8")
    words = ("--db", str(begun_from))
    assert run("add", str(text), "--date", "2023-06-09", "--dry-run", *words) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.db", text.name]
    assert run("add", str(text), "--date", "2023-06-09", *words) == 0
    assert (tmp_path / "a.db.originals" / "begun-from.db").read_bytes() == before
    assert run("add", "--remove", "2023", *words) == 0
    with Plan(begun_from) as plan:
        assert {section.title_en for section in plan.sections()} == {"Mine"}


def test_after_an_upgrade_it_is_read_and_one_line_says_how_to_renew_it(
    own: Path, upgraded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("tree", "edition:2023", "--json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)
    assert OUTDATED in printed.err
    assert printed.err.count("\n") == 1
    assert run("add", "--rebuild") == 0
    capsys.readouterr()
    assert run("show", "2021:1", "--json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)[0]["title_en"] == "Renewed"
    assert printed.err == ""
    assert run("show", "2023:1") == 0


def test_the_next_add_renews_it_as_well(
    own: Path, upgraded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "海.txt"
    text.write_text(ADDED_TEXT.replace("森", "海"), encoding="utf-8")
    assert run("add", str(text), "--date", "2024-06-21") == 0
    capsys.readouterr()
    for key in ("2023:1", "2024:1", "2021:1"):
        assert run("show", key) == 0
    assert capsys.readouterr().err == ""


def of_version(path: Path, version: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"pragma user_version = {version}")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("version", [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1])
def test_one_that_cannot_be_opened_is_built_anew_at_once(
    version: int, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = own.read_bytes()
    of_version(own, version)
    assert run("show", "2023:1") == 0
    assert "rebuilding it" in capsys.readouterr().err
    assert own.read_bytes() == before
    assert run("show", "2023:1") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("fault", ["lost", "changed", "cut", "text", "no list"])
def test_where_that_fails_the_packaged_one_is_read_and_nothing_is_lost(
    fault: str, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (original,) = (own.parent / "originals").iterdir()
    if fault == "lost":
        original.unlink()
    elif fault == "changed":
        original.write_text("別の文", encoding="utf-8")
    of_version(own, SCHEMA_VERSION + 1)
    if fault == "cut":
        own.write_bytes(own.read_bytes()[:3000])
    elif fault == "text":
        own.write_text("text")
    elif fault == "no list":
        connection = sqlite3.connect(own)
        connection.execute("drop table added_documents")
        connection.commit()
        connection.close()
    before = own.read_bytes(), sorted(own.parent.rglob("*"))
    assert run("show", "2021:1", "--json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)
    if fault in ("lost", "changed"):
        assert "the packaged one is opened; the originals are in" in printed.err
    else:
        assert printed.err.count("\n") == printed.err.count("is damaged") == 1
        assert "until then the packaged one is opened" in printed.err
    assert (own.read_bytes(), sorted(own.parent.rglob("*"))) == before
    assert PlanApp().plan.file == Path(locate.packaged_database())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_damaged_one_is_said_to_be_so_and_its_originals_are_listed_and_added_again(
    language: str, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (original,) = (own.parent / "originals").iterdir()
    (original.parent / f"{original.name}.edits.toml").write_text("", encoding="utf-8")
    own.write_text("junk\n")
    words = {
        "ja": ("壊れていて", "別の版で", "追加した文書はありません", "残っている原本"),
        "en": (
            "is damaged",
            "another version",
            "nothing has been added",
            "originals that are left",
        ),
    }
    damaged, renewed, nothing, left = words[language]
    for command in (["tree", "--limit", "1"], ["add", "--list"]):
        assert main([*command, "--lang", language]) == 0
        printed = capsys.readouterr()
        assert printed.err.count(damaged) == printed.err.count("\n") == 1
        assert renewed not in printed.err
        assert nothing not in printed.err
    assert str(original) in printed.out
    assert ".edits.toml" not in printed.out
    assert main(["add", "--rebuild", "--lang", language]) == 3
    assert damaged in capsys.readouterr().err
    assert main(["doctor", "--lang", language]) in (0, 1, 3)
    assert (
        f"{own.name}{'：壊れ' if language == 'ja' else ': is damaged'}" in capsys.readouterr().out
    )
    own.rename(own.with_suffix(".bad"))
    assert main(["add", "--list", "--json", "--lang", language]) == 0
    printed = capsys.readouterr()
    (listed,) = json.loads(printed.out)
    assert listed["original"] == str(original)
    assert hashlib.sha256(original.read_bytes()).hexdigest() == listed["sha256"]
    assert listed["document"] is None
    assert left in printed.err
    assert run("add", str(original), "--date", "2023-06-09") == 0
    assert {path.name for path in original.parent.iterdir()} == {
        original.name,
        f"{original.name}.edits.toml",
    }
    capsys.readouterr()
    assert run("add", "--list", "--json") == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed["document"] == "plan-2023"
    assert listed["original"] == str(original)


def test_a_damaged_one_without_originals_is_only_to_be_moved_away(
    reader_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader_home.mkdir(parents=True)
    (reader_home / "plan.db").write_text("junk\n")
    assert run("add", "--list") == 1
    printed = capsys.readouterr()
    assert "is damaged; move it away; until then the packaged one is opened" in printed.err
    assert "nothing has been added" in printed.err
    assert "originals" not in printed.err


def test_a_lost_original_can_be_put_back_or_let_go(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (original,) = (own.parent / "originals").iterdir()
    shutil.move(original, tmp_path / "elsewhere")
    before = own.read_bytes()
    assert run("add", "--rebuild") == 3
    assert "put it back" in capsys.readouterr().err
    assert own.read_bytes() == before
    shutil.move(tmp_path / "elsewhere", original)
    assert run("add", "--rebuild") == 0
    original.unlink()
    assert run("add", "--remove", "plan-2023") == 0
