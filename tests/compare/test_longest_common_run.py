"""The longest common run of two passages, against trying all of them."""

from __future__ import annotations

import random

from plan_tui.compare.text.common_substrings import recut
from plan_tui.text.tokens import tokens

SIGNS = "行政手続標準化支援推進"


def longest(left: str, right: str) -> int:
    """Return the characters of the longest run that both have."""
    runs = {left[start:end] for end in range(len(left) + 1) for start in range(end)}
    return max((len(run) for run in runs if run in right), default=0)


def test_what_is_cut_out_is_the_longest_run_and_nothing_is_lost() -> None:
    chance = random.Random(4)
    cut = 0
    for _ in range(2000):
        left, right = ("".join(chance.choices(SIGNS, k=chance.randint(1, 30))) for _ in "ab")
        parts = recut(tokens(left), tokens(right))
        assert "".join(token.text for ours, _, _ in parts for token in ours) == left
        assert "".join(token.text for _, theirs, _ in parts for token in theirs) == right
        same = [ours for ours, _, is_same in parts if is_same]
        if same:
            cut += 1
            assert max(map(len, same)) == longest(left, right)
    assert cut > 100
