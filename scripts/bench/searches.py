"""The search on the real plan: what it finds, how high, and how fast."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from scripts.bench.measured import Measured
from tests.search_quality import FIRST, read_queries, score

from plan_tui.errors import UsageError
from plan_tui.query.completion import completions
from plan_tui.search.search_index import SearchIndex
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


def measure_searches(database: Path) -> Iterator[Measured]:
    """Yield what a search takes in the application, in CPU time, and what it finds how high."""
    with Plan(database) as plan:
        start = time.process_time()
        index = SearchIndex(plan)
        index.search("めんきょしょう qqzz")
        yield Measured("load and first search", "CPU ms", (time.process_time() - start) * 1000)
        kinds = read_queries()
        every = [row for rows in kinds.values() for row in rows]
        for kind, rows in (*kinds.items(), ("all queries", every)):
            result = score(index, rows)
            share = 100 * result.complete / result.asked
            yield Measured(f"{kind}: complete in the first {FIRST}", "% of the queries", share)
            yield Measured(f"{kind}: rank of the first hit", "mean reciprocal", result.reciprocal)
        plain = [query for query, _ in every if ":" not in query]
        for name, texts in (
            ("typed queries", typed(plain)),
            ("queries matching nearly all", hard()),
        ):
            times = sorted(keystrokes(index, texts).values())
            yield Measured(f"{name}: median key", "CPU ms", times[len(times) // 2])
            yield Measured(
                f"{name}: 99th key of 100", "CPU ms", times[len(times) * 99 // 100], FRAME
            )
