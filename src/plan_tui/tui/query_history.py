"""Queries as they are typed, and those that the reader asked before, of this run or an earlier."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from plan_tui.errors import UsageError

Found = TypeVar("Found")
_LAST_WORD = re.compile(r"\S*\Z")

MOST = 30
"""Queries that are kept."""


def find_typed(find: Callable[[str], Found], text: str, *, unfinished: bool) -> tuple[str, Found]:
    """Return the query that was asked, and what it finds.

    That is ``text``; or, where its last word is an ``unfinished`` filter, what stands before it.

    Raises:
        UsageError: a filter is wrong.

    """
    try:
        return text, find(text)
    except UsageError:
        if not unfinished:
            raise
    before = _LAST_WORD.sub("", text)
    return before, find(before)


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
