"""Moved sentences: what stands elsewhere on the other side is neither gone nor new."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.compare.sections.counterpart_differences import difference_of
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.compare.text.diff import difference
from plan_tui.model.comparison import Difference, text_of
from plan_tui.model.comparison_enums import TextChange
from plan_tui.store.plan import Plan
from plan_tui.text.tokens import fold_notation
from tests.lone_sentences import lone_sentences

SENTENCES = [
    "梟の巣箱を17基置く。",
    "梟の巣箱を20基置く。",
    "森の図書館は夜も開く。",
    "森の図書館は昼も開く。",
    "貸出券を携帯端末に載せる。",
    "令和六年度末に橋を架ける。",
    "2025年度末に橋を架ける。",
    "町の人々が川を渡る。",
    "鐘を鳴らす",
    "鐘を鳴らし、灯をともす",
    "子どもたちが「森の歌」を歌う。",
    "蔵書を数え、目録を作り、町の広場で公開する。",
    "月が出る。",
    "調査・整備を行う。",
]
NOISE = {
    "17": "１７",
    "令和六年度": "2024年度",
    "が": "か\u3099",
    "森": "森\u200b",
    "、": "",
    "「": "",
    "月": "⽉",
}
"""Notation → another of the same."""


def ops(result: Difference) -> set[TextChange]:
    return {run.op for row in result.rows for run in (*row.left, *row.right)}


def moved(result: Difference) -> list[tuple[str, str]]:
    return [
        (text_of(row.left), text_of(result.rows[row.moved_to].right))
        for row in result.rows
        if row.is_moved and row.left
    ]


def longest_rising(numbers: list[int]) -> int:
    """The length of the longest rising subsequence, by trying all ends."""
    best: list[int] = []
    for place, number in enumerate(numbers):
        before = [best[n] for n in range(place) if numbers[n] < number]
        best.append(1 + max(before, default=0))
    return max(best, default=0)


ORDER = st.permutations(range(len(SENTENCES))).map(list)


@given(ORDER, st.integers(1, len(SENTENCES)), st.booleans(), st.booleans())
@settings(max_examples=200, deadline=None)
def test_an_order_alone_is_neither_gone_nor_new(
    order: list[int], count: int, forward: bool, in_notation: bool
) -> None:
    order = [number for number in order if number < count]
    left, right = SENTENCES[:count], [SENTENCES[number] for number in order]
    if in_notation:
        for usual, other in NOISE.items():
            right = [sentence.replace(usual, other) for sentence in right]
    result = difference(left, right, left_is_older=forward)
    assert ops(result) <= {TextChange.SAME, TextChange.MOVED, TextChange.NOTATION}
    assert result.similarity == 1.0
    assert result.moved_sentences == count - longest_rising(order)
    for one, other in moved(result):
        assert left.index(one) == order[right.index(other)]


LINES = st.lists(st.sampled_from(SENTENCES), max_size=9)


@given(LINES, LINES)
@settings(max_examples=300, deadline=None)
def test_no_sentence_is_both_gone_and_new(left: list[str], right: list[str]) -> None:
    result = difference(left, right)
    only_left, only_right = lone_sentences(result)
    assert not only_left & only_right
    # No more copies of a sentence are gone than there are fewer of it.
    assert only_left <= Counter(map(fold_notation, left)) - Counter(map(fold_notation, right))
    for row in result.rows:
        if row.is_moved:
            other = result.rows[row.moved_to]
            assert bool(row.left) != bool(row.right)
            assert bool(other.left) == bool(row.right)
            assert result.rows[other.moved_to] is row


@pytest.mark.parametrize("forward", [True, False])
def test_changes_within_a_moved_sentence_are_shown_at_both_places(forward: bool) -> None:
    first = "梟の観察のために、町の公園に巣箱を{}基置く。"
    rest = ["森の図書館は夜も開く。", "貸出券を携帯端末に載せる。"]
    result = difference(
        [first.format("17"), *rest], [*rest, first.format("20")], left_is_older=forward
    )
    before, *same, after = result.rows
    gone, new = ("gone", "new") if forward else ("new", "gone")
    assert [run.op for run in before.left] == ["moved", gone, "moved"]
    assert [run.op for run in after.right] == ["moved", new, "moved"]
    assert (before.right, after.left) == ((), ())
    assert (before.moved_to, after.moved_to) == (3, 0)
    assert (before.left_passage, before.right_passage) == (0, -1)
    assert (after.left_passage, after.right_passage) == (-1, 2)
    assert all(text_of(row.left) == text_of(row.right) for row in same)
    assert result.moved_sentences == 1


def test_notation_within_a_moved_sentence_is_counted_once() -> None:
    rest = ["森の図書館は夜も開く。", "貸出券を携帯端末に載せる。"]
    result = difference(["令和六年度に橋を架ける。", *rest], [*rest, "2024年度に橋を架ける。"])
    assert result.notation_changes == 1
    assert [run.op for run in result.rows[0].left] == ["notation", "moved"]


@pytest.mark.parametrize(
    ("left", "right", "gone", "new"),
    [
        ("aba", "ab", "a", ""),
        ("aba", "ba", "a", ""),
        ("ab", "aba", "", "a"),
        ("aaab", "baa", "a", ""),
        ("aab", "baaa", "", "a"),
        ("aa", "aa", "", ""),
        ("abab", "baba", "", ""),
    ],
)
def test_a_copy_less_is_gone_once(left: str, right: str, gone: str, new: str) -> None:
    name = {"a": "鐘を鳴らして夜を告げる。", "b": "森の図書館は昼も開く。"}
    result = difference([name[letter] for letter in left], [name[letter] for letter in right])
    only_left, only_right = lone_sentences(result)
    assert only_left == Counter(name[letter] for letter in gone)
    assert only_right == Counter(name[letter] for letter in new)


def test_a_sentence_is_not_taken_by_one_that_is_only_like_it() -> None:
    same, alike = "梟の巣箱を町の公園に置く。", "梟の巣箱を町の広場に置く。"
    other = "貸出券を携帯端末に載せる。"
    result = difference([same, other], [alike, other, same])
    assert moved(result) == [(same, same)]
    assert lone_sentences(result) == (Counter(), Counter([alike]))


def test_strangers_and_blanks_are_not_moved() -> None:
    result = difference(
        ["梟が鳴く。\n", "\n", "町の人々が川を渡る。"],
        ["町の人々が川を渡る。", "\n", "森の図書館は夜も開く。"],
    )
    assert result.moved_sentences == 0


def test_moved_sentences_show_where_the_texts_share_little() -> None:
    same, kept = "鐘を鳴らす", "町の人々が川を渡る。"
    left = [
        same,
        kept,
        *(f"梟の{word}を夜ごとに確かめて台帳に書き入れる。" for word in "巣卵羽声餌"),
    ]
    right = [
        *(f"町役場では{word}から橋と道とを直していく予定とした。" for word in "春夏秋冬暮"),
        *(kept, same),
    ]
    result = difference(left, right)
    assert result.similarity < 0.25
    assert result.moved_sentences == 1


def test_list_items_are_moved_within_one_passage_too() -> None:
    lines = ["鐘を鳴らす\n", "灯をともす\n", "橋を架ける\n"]
    result = difference(["".join(lines)], ["".join((lines[2], lines[0], lines[1]))])
    assert moved(result) == [(lines[2], lines[2])]
    assert ops(result) == {TextChange.SAME, TextChange.MOVED}


def test_no_sentence_of_the_real_plan_is_both_gone_and_new(real: Plan) -> None:
    """Every section of the decks, whose lists the summary of 2022 tells in another order."""
    decks = {document.id for document in real.documents() if document.kind == "deck"}
    seen = 0
    for section in (section for section in real.sections() if section.document_id in decks):
        for column in compare(real, section.key, ["2022"]).columns:
            for counterpart in column.counterparts:
                result = difference_of(counterpart)
                only_left, only_right = lone_sentences(result)
                assert not only_left & only_right, (section.key, counterpart.section.key)
                seen += result.moved_sentences
    assert seen
