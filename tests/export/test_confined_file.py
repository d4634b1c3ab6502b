"""What is written into one folder goes nowhere else, whatever its name says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.export.confined_file import is_plain_name, write_within
from tests.full_disk import fill_disk

DATABASE = Path("/nowhere/plan.db")
"""A database that is elsewhere."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "exports").mkdir()
    (tmp_path / "outside").write_text("kept")
    return tmp_path / "exports"


PLAIN = ["a.md", "比較 2021.docx", "a b.csv", "x" * 200, "a..md", "~a", "console.md"]


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_name_is_written(folder: Path, name: str) -> None:
    assert is_plain_name(name)
    assert write_within(b"new", folder, name, DATABASE, over_existing=False) == folder / name
    assert (folder / name).read_bytes() == b"new"
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        ".bashrc",
        "../outside",
        "a/../../outside",
        "/etc/passwd",
        "~/.bashrc",
        "below/a.md",
        "a.md/",
        "..\\outside",
        "C:\\outside",
        "C:outside",
        "a.md:stream",
        "\\\\server\\share",
        "nul",
        "CON.md",
        "com1.csv",
        "lpt9 .txt",
        "a.md.",
        "a.md ",
        "a\0b",
        "a\nb",
        "a\x1b[2Jb",
        "a\u202eb",
        "a\ud800b",
    ],
)
def test_other_names_are_not(folder: Path, name: str) -> None:
    assert not is_plain_name(name)
    with pytest.raises(DataError):
        write_within(b"new", folder, name, DATABASE, over_existing=True)
    assert list(folder.iterdir()) == []
    assert (folder.parent / "outside").read_text() == "kept"


@pytest.mark.parametrize("kind", ["link", "dangling link", "loop", "folder", "pipe"])
def test_what_is_no_file_is_neither_followed_nor_replaced(folder: Path, kind: str) -> None:
    path, outside = folder / "a.md", folder.parent / "outside"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        targets = {"link": outside, "dangling link": folder.parent / "new", "loop": path}
        path.symlink_to(targets[kind])
    before = path.lstat()
    with pytest.raises(DataError):
        write_within(b"new", folder, "a.md", DATABASE, over_existing=True)
    assert path.lstat().st_ino == before.st_ino
    assert outside.read_text() == "kept"
    assert sorted(p.name for p in folder.parent.iterdir()) == ["exports", "outside"]


def test_a_file_of_two_names_is_changed_in_the_folder_alone(folder: Path) -> None:
    outside = folder.parent / "outside"
    (folder / "a.md").hardlink_to(outside)
    write_within(b"new", folder, "a.md", DATABASE, over_existing=True)
    assert (folder / "a.md").read_bytes() == b"new"
    assert outside.read_text() == "kept"


def test_a_file_that_is_there_is_written_over_only_if_that_is_meant(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"old")
    with pytest.raises(DataError):
        write_within(b"new", folder, "a.md", DATABASE, over_existing=False)
    assert (folder / "a.md").read_bytes() == b"old"
    write_within(b"new", folder, "a.md", DATABASE, over_existing=True)
    assert (folder / "a.md").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["x" * 256, "あ" * 100])
def test_a_name_too_long_is_told(folder: Path, name: str) -> None:
    with pytest.raises(DataError):
        write_within(b"new", folder, name, DATABASE, over_existing=False)
    assert list(folder.iterdir()) == []


def test_on_a_full_disk_the_old_file_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").write_bytes(b"old")
    fill_disk(monkeypatch)
    with pytest.raises(DataError):
        write_within(b"new and longer", folder, "a.md", DATABASE, over_existing=True)
    monkeypatch.undo()
    assert [(p.name, p.read_bytes()) for p in folder.iterdir()] == [("a.md", b"old")]


@pytest.mark.parametrize(
    "name",
    [
        "plan.db",
        "plan.db-wal",
        "plan.db-shm",
        "plan.db-journal",
        "crosswalk.toml",
        "other.db",
        "other.db-wal",
        "other.db.crosswalk.toml",
    ],
)
@pytest.mark.parametrize("is_there", [True, False])
def test_the_database_in_use_and_what_belongs_to_it_stay(
    folder: Path, name: str, is_there: bool
) -> None:
    database = folder / ("other.db" if name.startswith("other") else "plan.db")
    database.write_bytes(b"in use")
    if is_there:
        (folder / name).write_bytes(b"kept")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    if is_there or name != database.name:
        with pytest.raises(DataError):
            write_within(b"new", folder, name, database, over_existing=True)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_beside_the_database_in_use_other_files_are_written(folder: Path) -> None:
    (folder / "plan.db").write_bytes(b"in use")
    write_within(b"new", folder, "a.md", folder / "plan.db", over_existing=True)
    assert (folder / "a.md").read_bytes() == b"new"
