"""An export is there whole or not at all, and the database in use is never written."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import DataError
from plan_tui.export.atomic_file import write_whole
from plan_tui.export.formats import WRITERS
from plan_tui.text.language import Language
from tests.command_line import assert_one_line_error, run
from tests.full_disk import fill_disk


@pytest.fixture
def database(made_up_database: Path, tmp_path: Path) -> Path:
    """A database of the test's own, which it may put at risk."""
    path = tmp_path / "data" / "plan.db"
    path.parent.mkdir()
    shutil.copy(made_up_database, path)
    return path


@pytest.fixture(params=["itself", "through a folder", "symbolic link", "hard link"])
def name(request: pytest.FixtureRequest, database: Path, tmp_path: Path) -> Path:
    """Another name of the database."""
    if request.param == "itself":
        return database
    if request.param == "through a folder":
        return tmp_path / "data" / ".." / "data" / "plan.db"
    link = tmp_path / "link.md"
    if request.param == "symbolic link":
        link.symlink_to(database)
    else:
        link.hardlink_to(database)
    return link


def test_a_full_disk_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch,
    database: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / "out.md"
    target.write_bytes(b"old")
    fill_disk(monkeypatch)
    words = ["export", "tree", "--lang", "en", "--db", str(database), "-o"]
    assert main([*words, str(target)]) == 3
    assert main([*words, str(tmp_path / "new.md")]) == 3
    assert capsys.readouterr().err.count(os.strerror(errno.ENOSPC)) == 2
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.md"]


def test_the_database_in_use_is_never_written(name: Path, database: Path) -> None:
    before = database.read_bytes()
    with pytest.raises(DataError) as caught:
        write_whole(b"# x\n", name, database)
    assert "使用中のデータベース" in caught.value.say(Language.JA)
    result = run("export", "tree", "-o", str(name), db=database)
    assert_one_line_error(result, 3, "is the database in use")
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir()] == ["plan.db"]


def test_a_database_that_is_not_in_use_is_a_file_like_others(
    database: Path, made_up_database: Path
) -> None:
    write_whole("森\n".encode(), database, made_up_database)
    assert database.read_bytes() == "森\n".encode()


def test_a_database_may_be_gone(tmp_path: Path) -> None:
    for text in ("森\n", "梟\n"):
        write_whole(text.encode(), tmp_path / "out.md", tmp_path / "gone.db")
        assert (tmp_path / "out.md").read_bytes() == text.encode()


def test_a_format_of_bytes_is_written_as_it_is(
    made_up_database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    content = b"PK\x03\x1b\r\n\xff"
    writer = ModuleType("plan_tui.export.made_up")
    monkeypatch.setattr(writer, "write", lambda *_: content, raising=False)
    monkeypatch.setitem(sys.modules, writer.__name__, writer)
    monkeypatch.setitem(WRITERS, "bytes", "made_up")
    words = ["tree", "--format", "bytes", "--db", str(made_up_database)]
    assert main(words) == 0
    assert capfdbinary.readouterr().out == content
    file = tmp_path / "out"
    assert main(["export", *words, "-o", str(file)]) == 0
    assert file.read_bytes() == content
