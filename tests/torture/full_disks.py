"""Files that cannot be written to their end: the disk is full after any number of bytes."""

from __future__ import annotations

import os
import resource
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from plan_tui.cli.commands import VIEWS
from plan_tui.export.formats import FORMATS
from tests.conftest import ADDED_TEXT
from tests.torture.cases import Case, Ground
from tests.torture.program import ARGUMENTS, how_it_ended, run_line

BYTES = (0, 1, 100, 4096, 8192, 20_000, 100_000)
"""After how many bytes a file is full."""
OLD = b"what was there"


def cases(ground: Ground) -> Sequence[Case]:
    """Return every command that writes, over a disk that is full after any number of bytes."""
    ground.database()
    exports = [
        Case(f"{view} as {form} after {limit}", partial(_export, ground, view, form, limit))
        for view in VIEWS
        for form in FORMATS
        for limit in BYTES[:4]
    ]
    others = [
        Case(f"{name} after {limit}", partial(act, ground, limit))
        for name, act in OTHERS.items()
        for limit in BYTES
    ]
    devices = [
        Case(f"{view} as {form} to /dev/full", partial(_device, ground, view, form))
        for view in VIEWS
        for form in FORMATS
    ]
    return [*exports, *others, *devices]


@contextmanager
def full_after(limit: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _export(ground: Ground, view: str, form: str, limit: int) -> str:
    folder = _folder(ground)
    target = folder / f"out.{form}"
    target.write_bytes(OLD)
    line = ["export", view, *ARGUMENTS.get(view, []), "--format", form, "--force"]
    with full_after(limit):
        done = run_line([*line, "-o", str(target)], ground.database())
    end = how_it_ended(done, 0, 1, 3)
    _nothing_else(folder, {target.name})
    if done.returncode:
        assert target.read_bytes() == OLD, "the old file is lost"
    return f"{end}, the file whole"


def _device(ground: Ground, view: str, form: str) -> str:
    line = ["export", view, *ARGUMENTS.get(view, []), "--format", form, "-o", "/dev/full"]
    return how_it_ended(run_line(line, ground.database()), 1, 3)


_NOTES = (["note", "2021:1.1", "一つ目"], ["note", "2021:1.1", "二つ" * 99])


def _note(ground: Ground, limit: int) -> str:
    return _own_file(
        ground, limit, ["note", "2021:1.1", "一つ目"], ["note", "2021:1.1", "二つ" * 99]
    )


def _name(ground: Ground, limit: int) -> str:
    return _own_file(ground, limit, ["name", "甲", "measures"], ["name", "乙", "search", "本" * 99])


def _own_file(ground: Ground, limit: int, first: list[str], second: list[str]) -> str:
    """Write something of the reader's twice, the second time to a full disk."""
    home = _folder(ground)
    assert run_line(first, ground.database(), XDG_DATA_HOME=str(home)).returncode == 0
    before = _content(home)
    with full_after(limit):
        done = run_line(second, ground.database(), XDG_DATA_HOME=str(home))
    end = how_it_ended(done, 0, 3)
    assert (done.returncode == 0) == (_content(home) != before), "half of it is written"
    return end


def _add(ground: Ground, limit: int) -> str:
    home = _folder(ground)
    text, database = home / "森.txt", home / "plan.db"
    text.write_text(ADDED_TEXT, encoding="utf-8")
    shutil.copy(ground.database(), database)
    before = database.read_bytes()
    line = ["add", str(text), "--date", "2023-06-09", "--db", str(database)]
    with full_after(limit):
        done = run_line(line, database, XDG_DATA_HOME=str(home))
    end = how_it_ended(done, 0, 3)
    if done.returncode:
        assert database.read_bytes() == before, "the database is another"
        assert run_line(["check"], database).returncode == 0
    return end


OTHERS: dict[str, Callable[[Ground, int], str]] = {"note": _note, "name": _name, "add": _add}


def _folder(ground: Ground) -> Path:
    """Return an empty folder of this process, the same for all of its cases."""
    folder = ground.folder / f"disk-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.stat().st_size
    }


def _nothing_else(folder: Path, names: set[str]) -> None:
    left = {path.name for path in folder.iterdir()} - names
    assert not left, f"left behind: {left}"
