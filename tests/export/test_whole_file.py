"""An export is there whole or not at all, and the database in use is never written."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import DataError
from plan_tui.export.atomic_file import write_whole
from plan_tui.export.formats import WRITERS
from plan_tui.text.language import Language
from tests.command_line import PROGRAM, assert_one_line_error, run, run_process
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
    words = ["export", "tree", "--force", "--lang", "en", "--db", str(database), "-o"]
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
    for force in ([], ["--force"]):
        result = run("export", "tree", *force, "-o", str(name), db=database)
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


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("content", [b"", b"old\n", b"\xff\x00"])
def test_a_file_that_is_there_is_overwritten_by_force_alone(
    form: str, content: bytes, made_up_database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    target.write_bytes(content)
    words = ["export", "tree", "--format", form, "-o", str(target)]
    result = run(*words, db=made_up_database)
    assert_one_line_error(result, 3, "exists already; add `--force`")
    assert target.read_bytes() == content
    assert run(*words, "--force", db=made_up_database).returncode == 0
    assert len(target.read_bytes()) > len(content)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_link_leads_to_is_there_as_well(made_up_database: Path, tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("old.md")
    (tmp_path / "twice.md").symlink_to("link.md")
    (tmp_path / "new.md").symlink_to("none.md")
    for name in ("link.md", "twice.md"):
        result = run("export", "tree", "-o", str(tmp_path / name), db=made_up_database)
        assert_one_line_error(result, 3, "exists already")
    assert (tmp_path / "old.md").read_bytes() == b"old"
    assert run("export", "tree", "-o", str(tmp_path / "new.md"), db=made_up_database).stderr == ""
    assert (tmp_path / "none.md").is_file()
    assert (tmp_path / "new.md").is_symlink()


@pytest.mark.parametrize(
    "name", ["", ".", "out/", "none/", "x" * 256, "森" * 90, "file/x.md", "folder", "folder/.."]
)
def test_a_name_that_cannot_be_written_is_one_line(
    name: str, made_up_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    result = run("export", "tree", "--force", f"--output={name}", db=made_up_database)
    assert_one_line_error(result, 3, "file")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.parametrize("language", list(Language))
def test_no_name_is_told_as_one(language: Language, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        write_whole(b"new", "", tmp_path / "gone.db")
    message = caught.value.say(language)
    assert ("名前がありません" if language is Language.JA else "no name") in message


@pytest.mark.parametrize("name", ["森" * 84, "𠮷" * 63, "x" * 255, "-x.md", " ", "a\nb", "x.db"])
def test_names_that_a_file_system_takes_are_written(name: str, tmp_path: Path) -> None:
    for text in (b"new", b"newer"):
        write_whole(text, tmp_path / name, tmp_path / "gone.db")
        assert (tmp_path / name).read_bytes() == text
    assert len([*tmp_path.iterdir()]) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for the superuser")
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_read_only_folder_leaves_the_old_file(
    mode: int, made_up_database: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.md").write_bytes(b"old")
    folder.chmod(mode)
    try:
        result = run("export", "tree", "--force", "-o", f"{folder}/a.md", db=made_up_database)
    finally:
        folder.chmod(0o700)
    assert_one_line_error(result, 3, "choose another file")
    assert (folder / "a.md").read_bytes() == b"old"
    assert [path.name for path in folder.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    "wrong", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO, errno.EDQUOT]
)
@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_whatever_fails_the_old_file_is_whole(
    step: str, wrong: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.md"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(wrong, os.strerror(wrong))

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(DataError) as caught:
        write_whole(b"new", target, tmp_path / "gone.db")
    assert os.strerror(wrong) in caught.value.say(Language.EN)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_devices_and_pipes_need_no_force(made_up_database: Path, tmp_path: Path) -> None:
    printed = run("export", "tree", "-o", "-", db=made_up_database).stdout
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for name in (pipe, link):
        with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
            assert run("export", "tree", "-o", str(name), db=made_up_database).stderr == ""
            assert reader.communicate()[0].decode() == printed
    for device in ("/dev/null", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        result = run_process("export", "tree", "-o", device, db=made_up_database)
        assert (result.returncode, result.stderr) == (0, "")
        assert result.stdout == ("" if device == "/dev/null" else printed)
    assert pipe.is_fifo()


def test_standard_output_by_name_goes_behind_what_a_file_holds(
    made_up_database: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"old\n")
    words = [*PROGRAM, "export", "tree", "--db", str(made_up_database), "-o", "/dev/stdout"]
    with log.open("ab") as file:
        subprocess.run(words, stdout=file, check=True)
    assert log.read_bytes().startswith(b"old\n---\n")


def test_a_pipe_that_nobody_reads_is_quiet(made_up_database: Path) -> None:
    command = " ".join([*PROGRAM, "export", "tree", "--db", str(made_up_database)])
    result = subprocess.run(
        ["bash", "-c", f"{command} -o /dev/fd/5 5> >(true)"], capture_output=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, b"")


def test_a_file_of_shared_memory_is_a_file_like_others(tmp_path: Path) -> None:
    memory = Path("/dev/shm")
    if not memory.is_dir():
        pytest.skip("there is none")
    with tempfile.NamedTemporaryFile(dir=memory) as file:
        with pytest.raises(DataError):
            write_whole(b"new", Path(file.name), tmp_path / "gone.db", over_existing=False)
        write_whole(b"newer", Path(file.name), tmp_path / "gone.db")
        assert Path(file.name).read_bytes() == b"newer"
