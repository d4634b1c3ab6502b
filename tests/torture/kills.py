"""Builds and additions that are killed at any step: the old database stays, or the new is whole."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from plan_tui.store.health import damage
from plan_tui.store.plan import Plan
from tests.conftest import ADDED_TEXT
from tests.sources.test_manifest import write
from tests.torture.cases import Case, Ground
from tests.torture.program import how_it_ended, run_line

KILLS = 50
"""Of a build, of an `add`, and of an `add --rebuild`."""
_COMMANDS = ("build", "add", "rebuild")
_TOUCHING = ("open", "os.", "shutil.", "sqlite3.", "tempfile.", "fcntl.")
"""How the events begin at which a run touches files."""


def cases(ground: Ground) -> Sequence[Case]:
    """Return kills at steps that are spread over the run, from the first to behind the last."""
    ground.database()
    return [
        Case(f"{command} killed at {number} of {KILLS}", partial(_kill, ground, command, number))
        for command in _COMMANDS
        for number in range(KILLS)
    ]


def _kill(ground: Ground, command: str, number: int) -> str:
    home = ground.folder / f"kill-{os.getpid()}"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    words, database = _prepared(command, home, ground)
    before = database.read_bytes()
    events = _events_of(words, database, home, stop_at=0)
    shutil.rmtree(home)
    home.mkdir()
    words, database = _prepared(command, home, ground)
    before = database.read_bytes()
    stop_at = 1 + events * number // (KILLS - 1)
    _events_of(words, database, home, stop_at=stop_at)
    _assert_whole(database)
    is_old = database.read_bytes() == before
    again = run_line(words, database, XDG_DATA_HOME=str(home))
    how_it_ended(again, 0, 2, 3)
    assert again.returncode == 0 or not is_old, again.stderr.decode()
    _assert_whole(database)
    left = [p.name for p in home.rglob("*") if p.name.endswith((".tmp", ".new"))]
    assert not left, f"left behind after the next run: {left}"
    return "the old one whole" if is_old else "the new one whole"


def _prepared(command: str, home: Path, ground: Ground) -> tuple[list[str], Path]:
    """Lay out what a command works on; return the command line and the database."""
    if command == "build":
        (home / "data" / "sources").mkdir(parents=True)
        write(home / "data" / "sources")
        words = ["build", "--data", str(home / "data"), "--db", str(home / "data" / "plan.db")]
        assert run_line(words, ground.database()).returncode == 0
        return words, home / "data" / "plan.db"
    text = home / "森.txt"
    text.write_text(ADDED_TEXT, encoding="utf-8")
    database = Path(shutil.copy(ground.database(), home / "plan.db"))
    words = ["add", str(text), "--date", "2023-06-09", "--db", str(database)]
    if command == "rebuild":
        done = run_line(words, database, XDG_DATA_HOME=str(home))
        assert done.returncode == 0, done.stderr.decode()
        words = ["add", "--rebuild", "--db", str(database)]
    return words, database


def _events_of(words: list[str], database: Path, home: Path, *, stop_at: int) -> int:
    """Run a command in a process that kills itself at a step; return how many steps it took."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        steps = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal steps
            if event.startswith(_TOUCHING):
                steps += 1
                if steps == stop_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            run_line(words, database, XDG_DATA_HOME=str(home))
        finally:
            os.write(writing, str(steps).encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as stream:
        told = stream.read()
    os.waitpid(process, 0)
    return int(told or 0)


def _assert_whole(database: Path) -> None:
    with Plan(database) as plan:
        assert damage(plan) is None, str(damage(plan))
