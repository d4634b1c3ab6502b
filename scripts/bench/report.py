"""Writes what was measured into ``docs/performance.md``."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from importlib.metadata import version
from pathlib import Path

from scripts.bench.measured import Measured
from scripts.bench.processes import ROUNDS, run

TARGET = Path(__file__).parents[2] / "docs" / "performance.md"
_HEAD = """\
# Performance

Written by `make bench` on {day}. Every ratio is the median of {rounds} rounds in which the
cases take turns on one processor, after a round that does not count; a goal that is missed is
printed in bold. Times of commands are from the start of the process to its end; times in the
terminal are from the key to the last change of the screen, as a model of a terminal sees it.
Larger databases repeat all rows under other names, with a quarter of the kanji exchanged.

A frame of the terminal is 16.7 ms. What no program can be faster than on this machine stands
below as a limit: a Python that ends at once, a file that is read whole, and a word that is looked
for once in all texts of the largest database by the fastest means that Python has.

| | |
|---|---|
"""
_TABLE = "| what | reference | goal | measured |\n|---|---|---|---|\n"


def report(groups: Mapping[str, Sequence[Measured]], sizes: Mapping[int, Path], rounds: int) -> str:
    """Return the document.

    Args:
        groups: heading → figures.
        sizes: how many times the packaged database → a database.
        rounds: how often each case ran.

    """
    text = _HEAD.format(day=date.today().isoformat(), rounds=rounds)
    text += "".join(f"| {name} | {value} |\n" for name, value in _surroundings(sizes))
    for heading, figures in groups.items():
        text += f"\n## {heading}\n\n{_TABLE}{''.join(map(_line, figures))}"
    return text


def _line(figure: Measured) -> str:
    value = f"{figure.value:.2f}"
    goal = "" if figure.goal is None else f"{figure.goal:g}"
    what = re.sub(r"(^|[^`])(--?[a-z]+)", r"\1`\2`", figure.what)
    return f"| {what} | {figure.reference} | {goal} | {value if figure.met else f'**{value}**'} |\n"


def _surroundings(sizes: Mapping[int, Path]) -> Iterable[tuple[str, str]]:
    """Yield what the figures depend on."""
    yield "machine", f"{_processor()}, {os.cpu_count()} processors, {_memory()}"
    yield "system", f"{platform.system()} {platform.release()}"
    yield "Python", platform.python_version()
    packages = ("textual", "rich", "rapidfuzz")
    yield "packages", ", ".join(f"{name} {version(name)}" for name in packages)
    if shutil.which("fzf"):
        answer = subprocess.run(("fzf", "--version"), capture_output=True, text=True, check=True)
        yield "fzf", answer.stdout.split()[0]
    if sizes:
        yield from _limits(sizes[max(sizes)])
    for times, path in sorted(sizes.items()):
        yield f"database {times}×", f"{path.stat().st_size / 2**20:.0f} MiB"


def _limits(largest: Path) -> Iterable[tuple[str, str]]:
    """Yield how long the least takes that has to be done."""
    bare = statistics.median(run((sys.executable, "-c", "pass")).wall for _ in range(ROUNDS))
    yield "limit: a Python that ends at once", f"{bare * 1000:.1f} ms"
    start = time.perf_counter()
    with largest.open("rb", buffering=0) as file:
        while file.read(1 << 20):
            pass
    yield f"limit: reading {largest.stem}× whole", f"{time.perf_counter() - start:.2f} s"
    with closing(sqlite3.connect(f"{largest.as_uri()}?mode=ro&immutable=1", uri=True)) as plan:
        texts = "\0".join(text for (text,) in plan.execute("select text from blocks"))
    start = time.perf_counter()
    texts.find("\x01\x01")
    took = (time.perf_counter() - start) * 1000
    yield f"limit: one look through {len(texts):,} characters", f"{took:.1f} ms"


def _processor() -> str:
    named = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return named[1] if named else platform.machine()


def _memory() -> str:
    held = re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())
    return f"{int(held[1]) / 2**20:.0f} GiB" if held else ""
