"""The shortest edit of two lists, against that of a library, ties included."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from plan_tui.compare.text.shortest_edit import shortest_edit

ITEMS = st.lists(st.sampled_from(["梟", "の", "森", "を", "、"]), max_size=30)


@given(ITEMS, ITEMS)
def test_the_edit_is_that_of_the_library(left: list[str], right: list[str]) -> None:
    edits = [
        (edit.is_kept, edit.left.start, edit.left.stop, edit.right.start, edit.right.stop)
        for edit in shortest_edit(left, right)
    ]
    assert edits == [
        (code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Levenshtein.opcodes(left, right)
    ]
