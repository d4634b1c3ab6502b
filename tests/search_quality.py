"""How well the search answers: the set of queries, and each section by its own title."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plan_tui.model.records import Section
from plan_tui.search.search_index import SearchIndex
from plan_tui.text.fold import fold_spelling
from tests.typed_romaji import RomajiSystem, spell

QUERIES = Path(__file__).with_name("queries.toml")
FIRST = 5
"""Places among which an expected section must be."""
SPELLINGS: dict[str, Callable[[Section], str]] = {
    "title": lambda section: section.title,
    "kana reading": lambda section: section.reading,
    "hepburn": lambda section: spell(section.reading, RomajiSystem.HEPBURN),
    "kunrei": lambda section: spell(section.reading, RomajiSystem.KUNREI),
    "wapuro": lambda section: spell(section.reading, RomajiSystem.WAPURO),
}


@dataclass(frozen=True, slots=True)
class Score:
    """How a set of queries fared."""

    asked: int
    complete: int
    """Queries with all their expected sections among the first `FIRST`."""
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
    same = Counter(fold_spelling(section.title) for section in sections)
    missed = []
    for section in sections:
        hits = index.search(SPELLINGS[spelling](section), 50).hits
        keys = [hit.section.key for hit in hits[: same[fold_spelling(section.title)]]]
        if section.key not in keys:
            missed.append(section.key)
    return missed
