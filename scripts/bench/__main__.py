"""Measures everything, or what is named, and prints it; everything goes to the documentation.

Usage: ``python -m scripts.bench [--rounds N] [commands start keys peers differences
search suggestions build]``. Linux only: it reads the memory of processes and opens
pseudo-terminals.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from scripts.bench.builds import measure_builds
from scripts.bench.commands import measure_commands
from scripts.bench.differences import measure_differences
from scripts.bench.larger import enlarge
from scripts.bench.measured import Measured
from scripts.bench.processes import ROUNDS
from scripts.bench.report import TARGET, report
from scripts.bench.screens import measure_keys, measure_peers, measure_start
from scripts.bench.searches import measure_searches
from scripts.bench.suggestions import measure_suggestions

_PACKAGED = Path(__file__).parents[2] / "data" / "plan.db"
_SIZES = (1, 10, 100)
_HEADINGS = {
    "commands": "Commands",
    "start": "Start of the application",
    "keys": "Keys in the application",
    "peers": "Start of other programs",
    "differences": "Differences and comparisons",
    "search": "Search",
    "suggestions": "Suggestions",
    "build": "Building the database",
}


def main() -> None:
    """Measure, print, and write the report if everything was measured."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("parts", nargs="*", choices=[*_HEADINGS, []])
    asked = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        databases = {times: folder / f"{times}.db" for times in _SIZES}
        for times, path in databases.items():
            enlarge(_PACKAGED, path, times)
        work = _work(databases, folder, asked.rounds)
        groups = {}
        for part in asked.parts or work:
            print(f"== {_HEADINGS[part]}", flush=True)
            groups[_HEADINGS[part]] = [*map(_told, work[part]())]
        if not asked.parts:
            TARGET.write_text(report(groups, databases, asked.rounds), encoding="utf-8")


def _told(figure: Measured) -> Measured:
    """Print a figure, and return it."""
    goal = (
        "" if figure.goal is None else f" (goal {figure.goal:g}{'' if figure.met else ': missed'})"
    )
    print(f"{figure.what}: {figure.value:.2f} × {figure.reference}{goal}", flush=True)
    return figure


def _work(
    databases: Mapping[int, Path], folder: Path, rounds: int
) -> dict[str, Callable[[], Iterator[Measured]]]:
    """Return part → what measures it."""
    small, large = databases[1], databases[max(databases)]
    return {
        "commands": lambda: measure_commands(small, large, rounds),
        "start": lambda: measure_start(databases, rounds),
        "keys": lambda: measure_keys(databases, folder, rounds),
        "peers": lambda: measure_peers(databases, folder, rounds),
        "differences": lambda: measure_differences(small, rounds),
        "search": lambda: measure_searches(small),
        "suggestions": measure_suggestions,
        "build": lambda: measure_builds(folder),
    }


if __name__ == "__main__":
    main()
