"""Measure how long a section takes to stand beside its counterparts, the first time.

Usage: ``python -m scripts.bench_compare [DATABASE]`` (default: the program's own database).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from plan_tui.compare.text.sentence_pairs import compared_sentences
from plan_tui.store.locate import default_database
from plan_tui.store.plan import Plan
from plan_tui.tui.render.compare import body_lines
from plan_tui.tui.render.comparison_heads import head_lines
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.session import Session

COLUMNS = 160
QUICK = 100
"""Milliseconds after which a reader notices the wait."""
SLOWEST = 8


def opening(session: Session, key: str) -> float:
    """Return the CPU milliseconds of comparing a section and setting all its lines."""
    compared_sentences.cache_clear()
    start = time.process_time()
    table = CompareScreen(session, key).table
    head_lines(table, COLUMNS)
    body_lines(table, COLUMNS)
    return (time.process_time() - start) * 1000


def main() -> None:
    """Print the middle and the slowest."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default_database()
    with Plan(path) as plan:
        session = Session(plan)
        keys = [section.key for section in plan.sections()]
        opening(session, keys[0])
        times = {key: min(opening(session, key) for _ in range(2)) for key in keys}
    ordered = sorted(keys, key=times.__getitem__)
    middle, slow = times[ordered[len(keys) // 2]], sum(t > QUICK for t in times.values())
    slowest = ", ".join(f"{key} {times[key]:.0f} ms" for key in ordered[: -SLOWEST - 1 : -1])
    print(f"{len(keys)} sections: median {middle:.1f} ms, above {QUICK} ms {slow}; {slowest}")


if __name__ == "__main__":
    main()
