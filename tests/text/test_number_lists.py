"""Lists of numbers as bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text import number_lists
from plan_tui.text.number_lists import (
    in_all,
    packed,
    packed_codes,
    unpacked,
    unpacked_codes,
)

NUMBERS = st.lists(st.one_of(st.integers(0, 5), st.integers(0, 2**32 - 1)), max_size=6)


@given(NUMBERS)
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(unpacked(packed(numbers))) == numbers


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


@pytest.mark.parametrize("less", [0, 1000])
@given(st.lists(st.sets(st.integers(0, 9)).map(sorted), min_size=1, max_size=4))
def test_what_is_in_all_lists_comes_in_order(less: int, lists: list[list[int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(number_lists, "_MUCH_LESS", less)
        assert [*in_all(lists)] == sorted(set(lists[0]).intersection(*lists))
