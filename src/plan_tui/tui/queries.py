"""The queries that the reader asked before, of this run and of those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
