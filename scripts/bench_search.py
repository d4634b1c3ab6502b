"""Measure the search on the real plan: what it finds, how high, and how fast.

Usage: ``python scripts/bench_search.py [DATABASE]`` (default: the program's own database).
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plan_tui.model.records import Section
from plan_tui.search.index import SearchIndex
from plan_tui.store.locate import default_database
from plan_tui.store.read import Plan
from plan_tui.text.fold import fold
from plan_tui.text.romaji import spell

QUERIES = Path(__file__).parents[1] / "tests" / "queries.toml"
FIRST = 5
SPELLINGS: dict[str, Callable[[Section], str]] = {
    "title": lambda section: section.title,
    "kana reading": lambda section: section.reading,
    "hepburn": lambda section: spell(section.reading, "hepburn"),
    "kunrei": lambda section: spell(section.reading, "kunrei"),
    "wapuro": lambda section: spell(section.reading, "wapuro"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """How a set of queries fared."""

    asked: int
    complete: int
    """Queries with all their expected sections among the first five."""
    reciprocal: float
    """Mean reciprocal rank of the first expected section."""
    missed: tuple[str, ...]
    """The queries that are not complete."""


def read_queries(path: Path = QUERIES) -> dict[str, list[tuple[str, list[str]]]]:
    """Return kind → (query, expected keys); queries that expect nothing are left out."""
    kinds = tomllib.loads(path.read_text(encoding="utf-8"))
    return {kind: [(q, keys) for q, keys in rows if keys] for kind, rows in kinds.items()}


def score(index: SearchIndex, queries: Iterable[tuple[str, list[str]]]) -> Score:
    """Ask ``queries`` and see where the expected sections come."""
    asked, complete, reciprocal, missed = 0, 0, 0.0, []
    for query, expected in queries:
        keys = [hit.section.key for hit in index.search(query, 50).hits]
        ranks = [keys.index(key) + 1 for key in expected if key in keys]
        asked += 1
        reciprocal += 1 / min(ranks) if ranks else 0.0
        if len(ranks) == len(expected) and max(ranks) <= FIRST:
            complete += 1
        else:
            missed.append(query)
    return Score(asked, complete, reciprocal / max(1, asked), tuple(missed))


def not_first(index: SearchIndex, sections: Iterable[Section], spelling: str) -> list[str]:
    """Return the keys of sections that do not come first by ``spelling`` of their own title.

    Sections whose titles are the same share the first places.
    """
    sections = tuple(sections)
    same = Counter(fold(section.title) for section in sections)
    found = []
    for section in sections:
        hits = index.search(SPELLINGS[spelling](section), 50).hits
        keys = [hit.section.key for hit in hits[: same[fold(section.title)]]]
        if section.key not in keys:
            found.append(section.key)
    return found


def keystrokes(index: SearchIndex, queries: Iterable[str], limit: int = 100) -> list[float]:
    """Return the CPU milliseconds of each key press while ``queries`` are typed, in order."""
    times = []
    for query in queries:
        for end in range(1, len(query) + 1):
            start = time.process_time()
            index.search(query[:end].strip('-"'), limit)
            times.append((time.process_time() - start) * 1000)
    return times


def main() -> None:
    """Print everything."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default_database()
    with Plan(path) as plan:
        start = time.process_time()
        index = SearchIndex(plan)
        index.search("めんきょしょう qqzz")
        print(f"load and first search: {(time.process_time() - start) * 1000:.0f} ms")
        kinds = read_queries()
        every = [row for rows in kinds.values() for row in rows]
        for kind, rows in (*kinds.items(), ("all", every)):
            result = score(index, rows)
            print(
                f"{kind}: {result.complete}/{result.asked} complete in the first {FIRST}, "
                f"MRR {result.reciprocal:.3f} {' | '.join(result.missed)}"
            )
        for spelling in SPELLINGS:
            missed = not_first(index, plan.sections(), spelling)
            print(f"first by own {spelling}: all but {len(missed)} {' '.join(missed)}")
        plain = [query for query, _ in every if ":" not in query]
        times = sorted(keystrokes(index, plain))
        middle, high = times[len(times) // 2], times[len(times) * 99 // 100]
        print(
            f"{len(times)} key presses: median {middle:.1f} ms, 99 % {high:.1f} ms, "
            f"slowest {times[-1]:.1f} ms, above 16 ms {sum(t > 16 for t in times)}"
        )


if __name__ == "__main__":
    main()
