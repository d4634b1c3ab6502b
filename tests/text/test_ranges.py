"""Ranges of characters: joined, they cover the same characters, each once."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text.ranges import merge_ranges

_RANGES = st.lists(st.tuples(st.integers(-3, 15), st.integers(-3, 15)), max_size=6)


@given(_RANGES, st.integers(0, 12))
def test_joined_ranges_cover_the_same_characters_once(
    ranges: list[tuple[int, int]], length: int
) -> None:
    covered = {at for low, high in ranges for at in range(low, high) if 0 <= at < length}
    found = merge_ranges(ranges, length)
    assert [at for low, high in found for at in range(low, high)] == sorted(covered)
    assert all(low < high for low, high in found)
    assert all(high < low for (_, high), (low, _) in pairwise(found))
