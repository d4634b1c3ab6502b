"""The shortest edit is that of the library, whichever of the two is asked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from plan_tui.compare.text import token_edits

WORDS = st.lists(st.sampled_from(["梟", "森", "を", "貸出券", "17"]), max_size=90)


def of_library(left: list[str], right: list[str]) -> list[token_edits.Edit]:
    return [
        (code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Levenshtein.opcodes(left, right)
    ]


@given(WORDS, WORDS)
@settings(max_examples=300)
def test_it_is_the_edit_of_the_library(left: list[str], right: list[str]) -> None:
    assert list(token_edits.edits(left, right)) == of_library(left, right)


def test_who_compares_much_has_it_from_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = ["森", "の", "梟"], ["森", "を", "梟", "は"]
    here = list(token_edits.edits(left, right))
    monkeypatch.setattr(token_edits, "_MOST_HERE", 0)
    assert list(token_edits.edits(left, right)) == here == of_library(left, right)
