"""Queries as they are typed, and those that the reader asked before, of this run or an earlier."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from plan_tui.errors import UsageError

Result = TypeVar("Result")
_LAST_WORD = re.compile(r"\S*\Z")

MOST = 30
"""Queries that are kept."""


def find_typed(find: Callable[[str], Result], text: str, *, unfinished: bool) -> tuple[str, Result]:
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

    def __init__(self, queries: Iterable[str] = ()) -> None:
        self._queries = list(dict.fromkeys(queries))[:MOST]

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)

    @property
    def latest(self) -> str:
        """The last query; empty if there is none."""
        return self._queries[0] if self._queries else ""

    def remember(self, query: str) -> None:
        """Put a query first; blanks around it do not count."""
        query = query.strip()
        if query:
            self._queries = [query, *(other for other in self._queries if other != query)][:MOST]
