"""Whatever ends an `add`, the database and the originals are as they were, or as they are to be."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import IO, Any

import pytest

from plan_tui.cli.main import main
from plan_tui.importer.own import own_database
from plan_tui.importer.own.lock import locked
from plan_tui.store.health import damage
from plan_tui.store.plan import Plan
from tests.conftest import ADDED_TEXT
from tests.full_disk import fill_disk


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    """Two files to add."""
    paths = [tmp_path / "森.txt", tmp_path / "海.txt"]
    for path in paths:
        path.write_text(ADDED_TEXT.replace("森", path.stem), encoding="utf-8")
    return paths


def run(*words: str) -> int:
    return main([*words, "--lang", "en"])


def add_second(texts: list[Path]) -> int:
    return run("add", str(texts[1]), "--date", "2024-06-21")


def content(home: Path) -> dict[str, bytes]:
    """Return all that stands in the folder, but for the lock, which is empty."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.stat().st_size
    }


@pytest.mark.parametrize("step", range(1, 10))
def test_ctrl_c_at_any_step_is_quiet_and_changes_nothing(
    step: int,
    begun_home: Path,
    texts: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = content(begun_home)
    capsys.readouterr()
    calls = iter(range(1, 100))

    def interrupt(*_: object, **__: object) -> None:
        if next(calls) == step:
            raise KeyboardInterrupt

    monkeypatch.setattr("plan_tui.cli.progress.Progress.tell", interrupt)
    code = add_second(texts)
    printed = capsys.readouterr()
    if next(calls) <= step:
        assert code == 0
    else:
        assert code == 130
        assert (printed.out, printed.err) == ("", "")
        assert content(begun_home) == before


def test_a_full_disk_leaves_all_as_it_was(
    begun_home: Path,
    texts: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = content(begun_home)
    capsys.readouterr()
    fill_disk(monkeypatch)
    assert add_second(texts) == 3
    printed = capsys.readouterr()
    assert "cannot be written" in printed.err
    assert printed.err.count("\n") == 1
    assert content(begun_home) == before


def test_a_database_that_cannot_be_written_stays(
    begun_home: Path,
    texts: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = content(begun_home)
    capsys.readouterr()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("plan_tui.store.write._write", full)
    assert add_second(texts) == 3
    assert "No space left on device" in capsys.readouterr().err
    assert content(begun_home) == before


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
        OSError(errno.EDQUOT, os.strerror(errno.EDQUOT)),
        "SQLITE_FULL",
    ],
)
@pytest.mark.parametrize("words", [("--rebuild",), ("--remove", "2023"), ()])
def test_a_full_disk_is_called_so_and_names_no_passing_file(
    words: tuple[str, ...],
    error: OSError | str,
    begun_home: Path,
    texts: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert add_second(texts) == 0
    before = content(begun_home)
    capsys.readouterr()

    def full(path: Path, *_: object) -> None:
        if isinstance(error, OSError):
            raise error
        with closing(sqlite3.connect(path)) as small:
            small.execute("pragma max_page_count = 2")
            small.execute("create table t (x)")
            small.execute("insert into t values (zeroblob(100000))")

    monkeypatch.setattr("plan_tui.store.write._write", full)
    third = texts[0].with_name("川.txt")
    third.write_text(ADDED_TEXT.replace("森", "川"), encoding="utf-8")
    assert run("add", *(words or (str(third), "--date", "2025-01-01"))) == 3
    printed = capsys.readouterr()
    assert printed.err == (
        f"plan-tui: {begun_home}: cannot be written (No space left on device); "
        "make room and try again\n"
    )
    assert content(begun_home) == before


def test_a_folder_that_may_not_be_written(
    begun_home: Path,
    texts: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = content(begun_home)
    capsys.readouterr()
    usual = Path.open

    def refuse(path: Path, mode: str = "r", encoding: str | None = None) -> IO[Any]:
        if set(mode) & set("wax"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return usual(path, mode, encoding=encoding)

    monkeypatch.setattr(Path, "open", refuse)
    assert add_second(texts) == 3
    printed = capsys.readouterr()
    assert "cannot be written (Permission denied)" in printed.err
    assert printed.err.count("\n") == 1
    assert content(begun_home) == before


@pytest.mark.parametrize("words", [("--rebuild",), ("--remove", "2023"), ()])
def test_a_folder_with_a_lock_that_may_no_longer_be_written(
    words: tuple[str, ...],
    begun_home: Path,
    texts: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = content(begun_home)
    capsys.readouterr()

    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "touch", refuse)
    assert run("add", *(words or (str(texts[1]), "--date", "2024-06-21"))) == 3
    printed = capsys.readouterr()
    assert printed.err == (
        f"plan-tui: {begun_home / 'plan.db'}: cannot be written (Permission denied); "
        "name another place with --db\n"
    )
    assert content(begun_home) == before


def test_a_data_folder_that_cannot_be_made(
    reader_home: Path, texts: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    reader_home.parent.write_text("a file in the way")
    assert add_second(texts) == 3
    printed = capsys.readouterr()
    assert "cannot be written" in printed.err
    assert printed.err.count("\n") == 1


def test_the_second_of_two_at_once_says_so(
    begun_home: Path, texts: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(begun_home)
    capsys.readouterr()
    with locked(begun_home / "plan.db"):
        for words in (
            (str(texts[1]), "--date", "2024-06-21"),
            ("--rebuild",),
            ("--remove", "2023"),
        ):
            assert run("add", *words) == 3
            printed = capsys.readouterr()
            assert "another `plan-tui add` is at work" in printed.err
            assert printed.err.count("\n") == 1
    assert content(begun_home) == before
    assert add_second(texts) == 0


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_copy_that_was_on_its_way_gets_its_name_or_goes(
    place: str, begun_home: Path, texts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the program had been killed just before or after the database was replaced."""

    def killed(*_: object) -> None:
        raise SystemExit(137)

    (name,) = [each.name for each in (begun_home / "originals").iterdir()]
    with monkeypatch.context() as patch:
        patch.setattr(own_database.OwnDatabase, "_settle", lambda self: None)
        if place == "before":
            patch.setattr(own_database.OwnDatabase, "_put_in_place", killed)
        assert add_second(texts) == (137 if place == "before" else 0)
    names = [each.name for each in (begun_home / "originals").iterdir()]
    assert len(names) == 2
    assert sum(each.endswith(".new") for each in names) == 1
    assert run("add", "--rebuild") == 0
    names = [each.name for each in (begun_home / "originals").iterdir()]
    assert not any(each.endswith(".new") for each in names)
    assert (len(names) == 1 and names == [name]) == (place == "before")


KILLS = int(os.environ.get("PLAN_TUI_KILLS", "4"))
"""Moments, spread over the time that an `add` takes; more can be asked for by hand."""


def test_killed_at_any_moment_the_database_is_the_old_or_the_new_one(
    packaged: Path, texts: list[Path], tmp_path: Path
) -> None:
    database = tmp_path / "a.db"
    database.write_bytes(packaged.read_bytes())
    words = [sys.executable, "-m", "plan_tui", "add", str(texts[1]), "--date", "2024-06-21"]
    words += ["--db", str(database)]
    start = time.monotonic()
    subprocess.run(words, capture_output=True, check=True)
    whole = time.monotonic() - start
    new = database.read_bytes()
    for kill in range(KILLS):
        database.write_bytes(packaged.read_bytes())
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(whole * (kill + 0.5) / KILLS)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert database.read_bytes() in (packaged.read_bytes(), new)
        with Plan(database) as plan:
            assert damage(plan) is None
