"""No export is written over what the program needs or keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import DataError
from plan_tui.export.atomic_file import write_whole
from plan_tui.export.atomic_folder import write_folder
from plan_tui.store.locate import own_database, packaged_database
from plan_tui.store.own_decisions import decisions_path
from plan_tui.store.own_notes import notes_path
from plan_tui.text.language import Language
from plan_tui.tui.rebinding import keys_file
from plan_tui.tui.state import state_file


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    return tmp_path / "home"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "plan.db"
    path.write_bytes(b"in use")
    return path


FILES: dict[str, Callable[[], Path]] = {
    "own database": own_database,
    "notes": notes_path,
    "decisions": lambda: decisions_path(own_database()),
    "keys": keys_file,
    "state": state_file,
    "originals": lambda: own_database().parent / "originals" / "a.pdf",
}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("way", ["itself", "not there", "link", "linked folder", "dots"])
def test_own_files_are_refused(kind: str, way: str, database: Path, tmp_path: Path) -> None:
    file = FILES[kind]()
    file.parent.mkdir(parents=True)
    name: Path | str = file
    if way != "not there":
        file.write_bytes(b"kept")
    if way == "link":
        name = tmp_path / "link.md"
        name.symlink_to(file)
    elif way == "linked folder":
        (tmp_path / "folder").symlink_to(file.parent)
        name = tmp_path / "folder" / file.name
    elif way == "dots":
        name = f"{file.parent}/../{file.parent.name}/./{file.name}"
    with pytest.raises(DataError) as told:
        write_whole(b"new", name, database)
    assert "own" in told.value.say(Language.EN)
    if way == "not there":
        assert not file.exists()
    else:
        assert file.read_bytes() == b"kept"


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("way", ["itself", "link", "database by a link"])
def test_the_database_and_what_is_beside_it(
    ending: str, way: str, database: Path, tmp_path: Path
) -> None:
    target, used = tmp_path / f"plan.db{ending}", database
    if ending:
        target.write_bytes(b"kept")
    before = target.read_bytes()
    name = target
    if way == "link":
        name = tmp_path / "link.md"
        name.symlink_to(target)
    elif way == "database by a link":
        used = tmp_path / "other.db"
        used.symlink_to(database)
    with pytest.raises(DataError):
        write_whole(b"new", name, used)
    assert target.read_bytes() == before


BESIDE = {
    "plan.db": ("crosswalk.toml", "originals/a.pdf", "originals/a.pdf.edits.toml"),
    "mine.db": ("mine.db.crosswalk.toml", "mine.db.originals/a.pdf", "mine.db.originals"),
    "mine": ("mine.crosswalk.toml", "mine.originals/begun-from.db"),
}
"""What the reader keeps beside a database of any name."""


@pytest.mark.parametrize(
    ("used", "name"), [(used, name) for used, names in BESIDE.items() for name in names]
)
@pytest.mark.parametrize("is_there", [True, False])
def test_what_belongs_to_a_database_elsewhere_is_refused(
    tmp_path: Path, used: str, name: str, is_there: bool
) -> None:
    database, target = tmp_path / used, tmp_path / name
    database.write_bytes(b"in use")
    target.parent.mkdir(exist_ok=True)
    if is_there and not name.endswith("originals"):
        target.write_bytes(b"kept")
    with pytest.raises(DataError, match="own"):
        write_whole(b"new", target, database)
    with pytest.raises(DataError, match="own"):
        write_folder({"a.md": b"new"}, target, database, over_existing=True)
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path != database]
    assert all(path.read_bytes() == b"kept" for path in left)


def test_what_belongs_to_another_database_is_anybodys(tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_bytes(b"in use")
    for name in ("crosswalk.toml", "other.db.crosswalk.toml", "originals"):
        write_whole(b"new", tmp_path / name, tmp_path / "mine.db")
        assert (tmp_path / name).read_bytes() == b"new"


def test_no_folder_is_made_among_own_files(database: Path, home: Path) -> None:
    (home / "data" / "plan-tui").mkdir(parents=True)
    with pytest.raises(DataError):
        write_folder({"a.md": b"new"}, home / "data" / "plan-tui" / "new", database)
    assert list((home / "data" / "plan-tui").iterdir()) == []


def test_the_packaged_database_is_refused_while_another_is_used(database: Path) -> None:
    before = Path(packaged_database()).stat().st_mtime_ns
    with pytest.raises(DataError):
        write_whole(b"new", str(packaged_database()), database)
    assert Path(packaged_database()).stat().st_mtime_ns == before


def test_files_beside_them_are_written(database: Path, home: Path) -> None:
    for folder in (home / "data" / "plan-tui-exports", database.parent, home):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(b"new", folder / "plan.md", database)
        assert (folder / "plan.md").read_bytes() == b"new"


def test_the_command_tells_it(made_up_database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes_path().parent.mkdir(parents=True)
    notes_path().write_text("")
    words = ["export", "tree", "--force", "--lang", "en", "--db", str(made_up_database), "-o"]
    assert main([*words, str(notes_path())]) == 3
    assert "is a file of this program's own" in capsys.readouterr().err
    assert notes_path().read_text() == ""
