"""Lists of numbers as bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text.number_lists import (
    all_below,
    packed,
    packed_codes,
    ranges,
    unpacked,
    unpacked_codes,
)

NUMBERS = st.lists(st.one_of(st.integers(0, 5), st.integers(0, 2**32 - 1)), max_size=6)


@given(NUMBERS)
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(unpacked(packed(numbers))) == numbers


@given(NUMBERS, st.sampled_from([1, 3, 5, 255, 256, 257, 70_000]))
def test_all_below_is_told_as_the_highest_tells_it(numbers: list[int], limit: int) -> None:
    assert all_below(packed(numbers), limit) == (max(numbers, default=0) < limit)


@given(
    st.sampled_from([1, 2, 255, 256, 257, 1000]).flatmap(
        lambda kinds: st.tuples(st.just(kinds), st.lists(st.integers(0, kinds - 1), max_size=6))
    )
)
def test_codes_come_back_unless_one_is_too_high(case: tuple[int, list[int]]) -> None:
    kinds, codes = case
    held = packed_codes(codes, kinds)
    assert list(unpacked_codes(held, kinds)) == codes
    assert len(held) == len(codes) * (1 if kinds <= 256 else 4)
    highest = max(codes, default=0)
    if highest and (kinds <= 256) == (highest <= 256):
        with pytest.raises(ValueError, match=f"from {highest} on"):
            unpacked_codes(held, highest)


@pytest.mark.parametrize("torn", [b"\0", b"\0\0\0\0\0", "text", None])
def test_what_is_no_list_is_refused(torn: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        unpacked(torn)  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError)):
        unpacked_codes(torn, 300)  # type: ignore[arg-type]


def test_each_group_has_its_range() -> None:
    firsts, afters = ranges([2, 2, 0, 3])
    assert [(firsts[group], afters[group]) for group in range(4)] == [
        (2, 3),
        (0, 0),
        (0, 2),
        (3, 4),
    ]
    assert [len(numbers) for numbers in ranges([])] == [0, 0]
