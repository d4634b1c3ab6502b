"""What the printing commands take, beside a Python that has only opened SQLite's module."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.bench.measured import Measured
from scripts.bench.processes import ProcessUse, in_turn, ratio

_BARE = "import sqlite3"
_SEARCH, _VERSION, _TRACK = "search 運転免許証 --json", "--version", "track 2021:M1-8"
_GOALS = {
    _VERSION: 1.7,
    "--help": 1.7,
    _SEARCH: 2.0,
    "search 運転免訴証": 3.5,
    "compare 2021:M1-8": 2.8,
    "export show 2021:M1-8 -o -": 2.8,
    "show 2021:M1-8": 3.0,
    "tree": 3.0,
    "measures": 3.0,
    "targets": 3.0,
    "changes": 3.0,
    "words デジタル": 3.0,
    _TRACK: 4.0,
    "track 防災": 4.0,
    "overview": 4.0,
    "words": 4.0,
}
"""Command → how many times the bare process's time it may take."""
_PEAKS = {_SEARCH: 1.5, _VERSION: 1.3}
_GROWTH = {_TRACK: 2.0, _SEARCH: 2.5}
"""Command → how many times as long it may take with a hundred times the data."""


def _time(use: ProcessUse) -> float:
    return use.wall


def _peak(use: ProcessUse) -> float:
    return use.peak


def measure_commands(database: Path, largest: Path, rounds: int) -> Iterator[Measured]:
    """Yield the figures of the commands.

    Args:
        database: the packaged one.
        largest: the same, a hundred times.
        rounds: how often each command runs.

    """
    cases: dict[str, Sequence[str]] = {_BARE: (sys.executable, "-c", _BARE)}
    cases |= {line: _command(line, database) for line in _GOALS}
    runs = in_turn(cases, rounds)
    for line, goal in _GOALS.items():
        yield Measured(line, _BARE, ratio(runs[line], runs[_BARE], _time), goal)
    for line, goal in _PEAKS.items():
        times = ratio(runs[line], runs[_BARE], _peak)
        yield Measured(f"{line}: peak memory", _BARE, times, goal)
    for line, goal in _GROWTH.items():
        pair = {"": _command(line, database), "100×": _command(line, largest)}
        grown = in_turn(pair, rounds)
        yield Measured(f"{line}, 100×", "1×", ratio(grown["100×"], grown[""], _time), goal)


def _command(line: str, database: Path) -> Sequence[str]:
    program = str(Path(sys.executable).with_name("plan-tui"))
    return (program, *line.split(), *(() if line.startswith("--") else ("--db", str(database))))
