"""What must hold of a search whatever is asked: a filter takes hits away and does nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from plan_tui.search.search_index import SearchIndex


def assert_filters_narrow(index: SearchIndex, query: str, filters: Iterable[str]) -> None:
    """Check that each filter leaves hits of ``query``, in their order and found as before."""
    hits = [(hit.section.key, hit.why, hit.score) for hit in index.search(query).hits]
    for one in filters:
        left = [
            (hit.section.key, hit.why, hit.score) for hit in index.search(f"{query} {one}").hits
        ]
        assert left == [hit for hit in hits if hit in set(left)], f"{query} {one}"
