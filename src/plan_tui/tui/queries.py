"""The queries that the reader asked before, of this run and of those before it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from plan_tui.tui.state import place_file

MOST = 30
"""Queries that are kept."""


class EarlierQueries:
    """Queries, the latest first, each once."""

    def __init__(self, kept: Iterable[str] = ()) -> None:
        self._kept = list(dict.fromkeys(kept))[:MOST]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def latest(self) -> str:
        """The last query; empty if there is none."""
        return self._kept[0] if self._kept else ""

    def remember(self, query: str) -> None:
        """Put a query first; blanks around it do not count."""
        query = query.strip()
        if query:
            self._kept = [query, *(other for other in self._kept if other != query)][:MOST]


def queries_file() -> Path:
    """Return the file that remembers the queries, beside the one that remembers the place."""
    return place_file().with_name("queries.json")


def read_queries(path: Path) -> tuple[str, ...]:
    """Return the queries of earlier runs; none if the file is missing or not ours."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    kept = found.get("queries") if isinstance(found, dict) else None
    return tuple(q for q in kept if isinstance(q, str)) if isinstance(kept, list) else ()


def write_queries(path: Path, queries: Iterable[str]) -> None:
    """Remember queries; where that cannot be written, the next run begins without them."""
    text = json.dumps({"queries": list(queries)}, ensure_ascii=False)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
