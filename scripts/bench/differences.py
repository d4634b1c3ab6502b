"""How long the texts of two sections take to stand beside each other, the first time."""

from __future__ import annotations

import difflib
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from scripts.bench.measured import Measured

from plan_tui.compare.sections.side_by_side import compare
from plan_tui.compare.text.diff import difference
from plan_tui.store.plan import Plan
from plan_tui.store.shared_plan import SharedPlan
from plan_tui.tui.render.compare import body_lines
from plan_tui.tui.render.comparison_heads import head_lines
from plan_tui.tui.render.line import Line
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.session import Session

_COLUMNS, _LINES = 160, 50
_QUICK = 100
"""Milliseconds after which a reader notices the wait."""
_PAIRS = 4
"""So many pairs of sections with the most characters."""


class Texts(NamedTuple):
    """The passages of a section, and of its counterpart."""

    left: list[str]
    right: list[str]

    @property
    def size(self) -> int:
        """How many pairs of characters they have."""
        return len("".join(self.left)) * len("".join(self.right))


def measure_differences(database: Path, rounds: int) -> Iterator[Measured]:
    """Yield the figures of differences and comparisons, in CPU time."""
    with Plan(database) as plan:
        keys = [section.key for section in plan.sections()]
        pairs = sorted(
            (pair for key in keys for pair in _texts(plan, key)),
            key=lambda pair: pair.size,
            reverse=True,
        )
        for number, pair in enumerate(pairs[:_PAIRS], 1):
            times = _milliseconds(partial(_whole, *pair), rounds) / _milliseconds(
                partial(_plain, *pair), 3
            )
            yield Measured(f"differences of the largest pair {number}", "difflib", times, 0.1)
        session = Session(SharedPlan(database))
        opened = {key: _milliseconds(partial(_open, session, key), 2) for key in keys}
        slowest = max(opened, key=opened.__getitem__)
        yield Measured(f"comparison, the slowest ({slowest})", "CPU ms", opened[slowest], _QUICK)
        slow = _milliseconds(partial(_set_all, session, slowest), 2)
        yield Measured("the same with all lines that can be scrolled to", "CPU ms", slow)
        yield Measured("comparison, median", "CPU ms", statistics.median(opened.values()))


def _texts(plan: Plan, key: str) -> Iterator[Texts]:
    for column in compare(plan, key).columns:
        for counterpart in column.counterparts:
            left = [passage.text for passage in counterpart.left]
            right = [passage.text for passage in counterpart.right]
            if key < counterpart.section.key:
                yield Texts(left, right)


def _whole(left: list[str], right: list[str]) -> None:
    """Compare two texts, and look at all that is said of them."""
    for row in difference(left, right).rows:
        list(row.left)
        list(row.right)


def _plain(left: list[str], right: list[str]) -> None:
    matcher = difflib.SequenceMatcher(None, "\n".join(left), "\n".join(right), autojunk=False)
    matcher.get_opcodes()


def _open(session: Session, key: str) -> None:
    """Compare a section, lay out all its lines, and set those that are seen first."""
    _ = _laid_out(session, key)[:_LINES]


def _set_all(session: Session, key: str) -> None:
    """Do the same, and set all its lines."""
    list(_laid_out(session, key))


def _laid_out(session: Session, key: str) -> Sequence[Line]:
    table = CompareScreen(session, key).table
    head_lines(table, _COLUMNS)
    return body_lines(table, _COLUMNS)


def _milliseconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median CPU time of some work that finds nothing remembered."""
    times = []
    for _ in range(rounds):
        _forget()
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def _forget() -> None:
    """Empty whatever the program remembers of earlier work."""
    modules = [module for name, module in sys.modules.items() if name.startswith("plan_tui.")]
    for module in modules:
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
