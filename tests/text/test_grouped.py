"""Things that are numbered group by group."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text import number_lists
from plan_tui.text.number_lists import Grouped

COUNTS = st.lists(st.integers(0, 3), max_size=6)


def of_counts(counts: list[int], *, leads: bool) -> tuple[Grouped, list[int]]:
    """Return groups of so many things each, and the group of each thing written down."""
    leading = len(counts) if leads else 0
    firsts = [*accumulate(counts, initial=leading)]
    groups = [group for group, count in enumerate(counts) for _ in range(count)]
    return Grouped(firsts[:-1], firsts[-1], leading), [*range(leading), *groups]


@pytest.mark.parametrize("few", [0.0, 1.0])
@given(COUNTS, st.booleans())
def test_each_thing_is_of_the_group_that_has_it(few: float, counts: list[int], leads: bool) -> None:
    groups, written = of_counts(counts, leads=leads)
    assert [*groups] == written
    assert len(groups) == len(written)
    assert groups[1:] == written[1:]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(number_lists, "_FEW", few)
        assert [*groups.of_each(range(len(written)))] == written
    for group in range(len(counts)):
        has = [number for number, of in enumerate(written) if of == group]
        assert [*groups.things(group)] == has


@pytest.mark.parametrize("few", [0.0, 1.0])
@given(st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=6), st.integers(0, 9))
def test_of_torn_numbers_no_group_or_thing_is_told_that_there_is_not(
    few: float, firsts: list[int], size: int
) -> None:
    for leading in (0, len(firsts)) if size >= len(firsts) else (0,):
        groups = Grouped(firsts, size, leading)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(number_lists, "_FEW", few)
            told = [*groups.of_each(range(size))]
        assert len(told) == size
        assert set(told) <= set(range(len(firsts)))
        assert told == [*groups]
        for group in range(len(firsts)):
            assert set(groups.things(group)) <= set(range(size))


@pytest.mark.parametrize("number", [-1, 3])
def test_what_is_not_there_has_no_group(number: int) -> None:
    with pytest.raises(IndexError):
        Grouped([0, 2], 3)[number]
