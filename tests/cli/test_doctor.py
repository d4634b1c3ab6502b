"""``doctor`` tells what the application will do on this terminal."""

from __future__ import annotations

import hashlib
import io
import json
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest

from plan_tui import __version__
from plan_tui.cli import installation_checks
from plan_tui.cli.main import main
from plan_tui.store.locate import SCHEMA_VERSION


@pytest.mark.parametrize(
    ("term", "encoding", "shown", "words"),
    [
        ("xterm-256color", "utf-8", True, "as they are"),
        ("linux", "utf-8", False, "TERM=linux, sent utf-8"),
        ("xterm", "euc_jp", False, "TERM=xterm, sent euc_jp"),
        ("", "ascii", False, "TERM=-, sent ascii"),
    ],
)
def test_whether_signs_are_drawn_in_ascii(
    term: str,
    encoding: str,
    shown: bool,
    words: str,
    made_up_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "__stderr__", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert main(["doctor", "--db", str(made_up_database), "--json", "--lang", "en"]) == 0
    found = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["signs"]["ok"] is shown
    assert words in found["signs"]["detail"]


def findings(made_up_database: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["doctor", "--db", str(made_up_database), "--json", "--lang", "en"]) == 0
    return {each["name"]: each for each in json.loads(capsys.readouterr().out)}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which nothing of ours stands yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


def test_versions_are_named(made_up_database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(made_up_database, capsys)
    assert __version__ in found["program"]["detail"]
    for name in ("SQLite", "textual", "rich", "sqlite-utils", "rapidfuzz"):
        assert re.search(rf"{name} \d+\.", found["libraries"]["detail"])
    digest = hashlib.sha256(made_up_database.read_bytes()).hexdigest()
    assert f"sha256:{digest}" in found["database"]["detail"]


def test_a_missing_extra_is_told(
    made_up_database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def installed(name: str) -> str:
        if name in ("textual-serve", "openpyxl"):
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(installation_checks, "version", installed)
    extras = findings(made_up_database, capsys)["extras"]
    assert extras["ok"] is None
    assert "web is not installed" in extras["detail"]
    assert "office is not installed" in extras["detail"]
    assert "add (pypdfium2" in extras["detail"]


def test_files_that_are_not_there_yet_are_named(
    made_up_database: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = findings(made_up_database, capsys)
    for name, file in (
        ("configuration", "~/config/plan-tui/keys.toml"),
        ("state", "~/state/plan-tui/state.json"),
        ("own", "~/data/plan-tui/plan.db"),
        ("notes", "~/data/plan-tui/notes.toml"),
    ):
        assert found[name]["ok"] is True
        assert found[name]["detail"].startswith(f"{file}: none yet")
    assert found["decisions"]["detail"].endswith("crosswalk.toml: none yet")


def test_files_that_are_there_are_read(
    made_up_database: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (
        ("config/plan-tui/keys.toml", 'compare = "ctrl+b"'),
        ("state/plan-tui/state.json", "{}"),
    ):
        (home / name).parent.mkdir(parents=True)
        (home / name).write_text(text)
    (home / "data/plan-tui").mkdir(parents=True)
    (home / "data/plan-tui/plan.db").write_bytes(made_up_database.read_bytes())
    found = findings(made_up_database, capsys)
    assert found["configuration"]["detail"].endswith("other keys for 1 command")
    assert found["state"]["detail"].endswith("can be written")
    assert f"schema {SCHEMA_VERSION}" in found["own"]["detail"]
    assert {found[name]["ok"] for name in ("configuration", "state", "own")} == {True}


@pytest.mark.parametrize(
    ("file", "text", "name", "ok"),
    [
        ("config/plan-tui/keys.toml", "nonsense", "configuration", False),
        ("config/plan-tui/keys.toml", 'nothing = "x"', "configuration", False),
        ("state/plan-tui/state.json", "{", "state", None),
        ("state/plan-tui/state.json", "\udcff", "state", None),
        ("state/plan-tui", "a file in the folder's place", "state", False),
        ("data/plan-tui/plan.db", "no database", "own", False),
        ("data/plan-tui/notes.toml", "nonsense", "notes", False),
    ],
)
def test_files_that_cannot_be_used_are_told(
    file: str,
    text: str,
    name: str,
    ok: bool | None,
    made_up_database: Path,
    home: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (home / file).parent.mkdir(parents=True)
    (home / file).write_text(text, encoding="utf-8", errors="surrogateescape")
    assert findings(made_up_database, capsys)[name]["ok"] is ok


def test_decisions_are_counted_or_their_fault_told(
    made_up_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "mine.db"
    database.write_bytes(made_up_database.read_bytes())
    decisions = tmp_path / "mine.db.crosswalk.toml"
    decisions.write_text('[[pair]]\nplaces = ["2021:1.1", "2025:1.1"]\n', encoding="utf-8")
    assert findings(database, capsys)["decisions"]["detail"].endswith("1 decision on suggestions")
    decisions.write_text("nonsense", encoding="utf-8")
    assert findings(database, capsys)["decisions"]["ok"] is False


def test_notes_are_counted(
    made_up_database: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = ["--db", str(made_up_database)]
    assert main(["note", "2021:1.1", "words", *db]) == 0
    assert main(["name", "unset", "measures", "kpi:unset", *db]) == 0
    capsys.readouterr()
    notes = findings(made_up_database, capsys)["notes"]
    assert notes["detail"].endswith("notes.toml: 1 note, 1 named search")
