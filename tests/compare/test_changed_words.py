"""Which words of two sentences are marked as different: never half a word, number or date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.compare.text.changed_words import changed_words, words_of
from plan_tui.text.tokens import tokens

PAIRS = [
    ("進捗を毎年度公表する。", "進捗を四半期ごとに公表する。"),
    ("窓口の手続を進める。", "窓口の手続を進めた。"),
    ("棚を12台置く。", "棚を120台置く。"),
    ("令和６年度（2024年度）末までに終える。", "令和７年度（2025年度）末までに終える。"),
    ("１，２００人が使う。", "１，３００人が使う。"),
    ("図書館利用者を調べる。", "図書館利用団体を調べる。"),
    ("データベースを作る。", "データセンターを作る。"),
    ("取り組みを続ける。", "取り組みを広げる。"),
    ("特に重い本を運ぶ。", "更に重い本を運ぶ。"),
    ("費用を少なくする。", "費用を少なめにする。"),
    ("Webサイトを開く。", "Webアプリを開く。"),
]


@pytest.mark.parametrize(("older", "newer"), PAIRS)
def test_no_mark_begins_or_ends_inside_a_word_a_number_or_a_date(older: str, newer: str) -> None:
    sides = changed_words(older, newer)
    assert any(sides)
    for sentence, marks in zip((older, newer), sides, strict=True):
        edges = {edge for mark in marks for edge in mark}
        assert edges <= {edge for word in words_of(sentence) for edge in word}
        position = 0
        for token in tokens(sentence):
            inside = range(position + 1, position + len(token.text))
            assert not token.whole or not edges & set(inside)
            position += len(token.text)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("窓口を進める", ["窓口", "を", "進める"]),
        ("取り組みを広げた", ["取り組み", "を", "広げ", "た"]),
        ("明らかに新たな棚", ["明らか", "に", "新た", "な", "棚"]),
        ("更に図書を動かす", ["更に", "図書", "を", "動かす"]),
        ("整理する", ["整理", "する"]),
        ("速やかに行う", ["速やか", "に", "行う"]),
        ("国から県まで", ["国", "から", "県", "まで"]),
    ],
)
def test_a_word_is_kanji_with_the_kana_of_its_ending(sentence: str, words: list[str]) -> None:
    assert [sentence[start:end] for start, end in words_of(sentence)] == words


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ("費用を３割削減する。", "費用を３割削減目標とする。", ["３割削減目標とする"]),
        ("棚を12台置く。", "棚を120台置く。", ["120"]),
        ("5％の人が使う。", "5％超の人が使う。", ["超"]),
        ("20業務を移す。", "20業務等を移す。", ["20業務等"]),
        ("100ポイントを配る。", "100ポイント券を配る。", ["券"]),
        ("全12か所に置く。", "全12か所以上に置く。", ["12か所以上"]),
    ],
)
def test_a_number_is_not_parted_from_a_marked_unit(
    older: str, newer: str, expected: list[str]
) -> None:
    _, marks = changed_words(older, newer)
    assert [newer[start:end] for start, end in marks] == expected


@given(st.text("進める取り組みを12月令和６年度、。ABカタ", max_size=30))
def test_words_are_the_text(sentence: str) -> None:
    assert "".join(sentence[start:end] for start, end in words_of(sentence)) == sentence
