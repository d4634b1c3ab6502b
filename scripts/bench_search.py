"""Measure the search on the real plan: what it finds, how high, and how fast.

Usage: ``python -m scripts.bench_search [DATABASE]`` (default: the program's own database).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tests.search_quality import FIRST, SPELLINGS, not_first, read_queries, score

from plan_tui.errors import UsageError
from plan_tui.query.completion import completions
from plan_tui.search.search_index import SearchIndex
from plan_tui.store.locate import default_database
from plan_tui.store.plan import Plan

SHOWN, SEEN = 120, 24
"""Hits that the search screen lists, and those that a tall window shows at once."""
FRAME = 16
"""Milliseconds that a key press may take."""
KANA = "".join(map(chr, (*range(ord("ぁ"), ord("ん") + 1), *range(ord("ァ"), ord("ヶ") + 1))))
LATIN = "abcdefghijklmnopqrstuvwxyzｅｉ0２"
COMMON = (
    "デジタル",
    "データ",
    "行政",
    "システム",
    "地方公共団体",
    "について",
    "digital",
    "gyousei",
)
FILTERS = ("edition:2025", "kpi:unset", "-kind:measure", "due:<=2025", "under:2021:2", "-行政")


def typed(queries: Iterable[str]) -> Iterator[str]:
    """Yield what stands in the box after each key press while queries are typed and taken back."""
    for query in queries:
        yield from (query[:end] for end in range(1, len(query) + 1))
        yield from (query[:end] for end in range(len(query) - 1, len(query) // 2, -1))


def hard() -> Iterator[str]:
    """Yield queries that match nearly everything: one letter, alone or after a common word."""
    letters = KANA + LATIN
    yield from letters
    yield from (f"{word} {letter}" for word in COMMON for letter in letters)
    yield from (f"{one}{other}" for one in KANA for other in "のんシ")
    yield from typed(f"{word} {one}" for word in COMMON for one in FILTERS)


def keystrokes(index: SearchIndex, texts: Iterable[str], rounds: int = 3) -> dict[str, float]:
    """Return the CPU milliseconds of each key press: completing, finding, what is first seen.

    The best of several rounds counts, since other programs slow some of them down; between two
    rounds so much is asked that the caches have forgotten the first.
    """
    texts = tuple(texts)
    times: dict[str, float] = {}
    for _ in range(rounds):
        for text in texts:
            start = time.process_time()
            completions(text, index.filter_facts, index.sections)
            with suppress(UsageError):
                index.search(text, SHOWN).hits[:SEEN]
            spent = (time.process_time() - start) * 1000
            times[text] = min(spent, times.get(text, spent))
    return times


def print_times(name: str, times: dict[str, float]) -> None:
    """Print the middle and the worst of some key presses."""
    ordered = sorted(times, key=times.__getitem__)
    middle, high = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    print(
        f"{len(times)} key presses, {name}: median {times[middle]:.1f} ms, "
        f"99 % {times[high]:.1f} ms, above {FRAME} ms {sum(t > FRAME for t in times.values())}; "
        f"slowest " + ", ".join(f"{text!r} {times[text]:.1f} ms" for text in ordered[:-4:-1])
    )


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
        print_times("typing the queries", keystrokes(index, typed(plain)))
        print_times("matching nearly all", keystrokes(index, hard()))


if __name__ == "__main__":
    main()
