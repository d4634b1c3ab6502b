"""Differences: both sides come back to the character, values are never hidden, no chaff."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.compare.text.diff import difference
from plan_tui.compare.text.edit_runs import Op, raw_stretches, stretches
from plan_tui.compare.text.sentence_pairs import compared_sentences
from plan_tui.model.comparison import Difference, Run
from plan_tui.model.comparison_enums import TextChange
from plan_tui.text.tokens import tokens

WORDS = [
    "梟",
    "森の図書館",
    "貸出券",
    "を",
    "に",
    "は",
    "について",
    "、",
    "。",
    "・",
    "（",
    "）",
    "17館",
    "20館",
    "１７館",
    "1,200冊",
    "1200冊",
    "8.5％",
    "令和６年度",
    "2024年度",
    "令和６年度（2024年度）",
    "R6年度",
    "2025年度末",
    "R6.11.3",
    "11月３日",
    "ネットワーク",
    "システム",
    "システムズ",
    "DX",
    "ＤＸ",
    "進める",
    "行う",
    "整備",
    "整備計画",
    "－",
    "3",
    ".",
    "5",
    "35",
]
TEXT = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)
PIECES = st.lists(TEXT, max_size=4)


def rebuilt(found: Difference, side: str, count: int) -> list[str]:
    pieces = [""] * count
    for row in found.rows:
        runs = row.left if side == "left" else row.right
        piece = row.left_passage if side == "left" else row.right_passage
        for run in runs:
            pieces[piece] += run.text
    return pieces


@given(PIECES, PIECES, st.booleans())
@settings(max_examples=300)
def test_both_sides_can_be_rebuilt(left: list[str], right: list[str], forward: bool) -> None:
    found = difference(left, right, left_is_older=forward)
    assert rebuilt(found, "left", len(left)) == left
    assert rebuilt(found, "right", len(right)) == right
    assert 0.0 <= found.similarity <= 1.0


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_rebuilt(left: str, right: str) -> None:
    found = difference([left], [right])
    assert rebuilt(found, "left", 1) == [left]
    assert rebuilt(found, "right", 1) == [right]


@given(TEXT, TEXT)
@settings(max_examples=300)
def test_stretches_are_both_sentences(left: str, right: str) -> None:
    ours, theirs = tokens(left), tokens(right)
    for found in (raw_stretches(ours, theirs), stretches(ours, theirs)):
        assert "".join(t.text for s in found for t in s.left) == left
        assert "".join(t.text for s in found for t in s.right) == right
    assert all(a.op is not b.op for a, b in pairwise(stretches(ours, theirs)))


def values(text: str) -> list[str]:
    """The numbers and dates of a text, read apart from the code under test.

    Era years become western ones, a second notation in brackets goes, commas in numbers go.
    """
    plain = text.translate(str.maketrans("０１２３４５６７８９，．（）", "0123456789,.()"))
    plain = re.sub(r"(\d),(?=\d{3})", r"\1", plain)
    plain = re.sub(r"(?:令和|R)(\d+)(?=年|\.)", lambda m: str(2018 + int(m[1])), plain)
    plain = re.sub(r"(\d{4})年度\(\1年度\)", r"\1年度", plain)
    plain = re.sub(r"(\d{4})\.(\d+)\.(\d+)", r"\1年\2月\3日", plain)
    return re.findall(r"\d+(?:\.\d+)?(?:年度|年|月|日)?", plain)


@given(TEXT, TEXT)
@settings(max_examples=400)
def test_notation_never_hides_a_value(left: str, right: str) -> None:
    for stretch in stretches(tokens(left), tokens(right)):
        if stretch.op is not Op.CHANGED:
            ours = "".join(t.text for t in stretch.left)
            theirs = "".join(t.text for t in stretch.right)
            assert values(ours) == values(theirs)


@given(
    st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(["館", "％", "年度", "月末", "，"])
)
def test_a_changed_number_always_shows(one: int, other: int, unit: str) -> None:
    left, right = f"梟の巣箱を{one}{unit}まで置く。", f"梟の巣箱を{other}{unit}まで置く。"
    found = difference([left], [right])
    shown = {run.op for row in found.rows for run in (*row.left, *row.right)}
    assert (shown == {"same"}) == (one == other)
    assert found.notation_changes == 0


def sides(left: str, right: str, *, forward: bool = True) -> tuple[list[Run], list[Run]]:
    found = difference([left], [right], left_is_older=forward)
    return (
        [run for row in found.rows for run in row.left],
        [run for row in found.rows for run in row.right],
    )


def test_a_changed_number_keeps_its_unit() -> None:
    left, right = sides("巣箱を17館に置き、町へ運ぶ。", "巣箱を20館に置き、町へ運ぶ。")
    assert [run.text for run in left if run.op == "gone"] == ["17"]
    assert [run.text for run in right if run.op == "new"] == ["20"]


def test_a_newer_base_turns_the_signs_round() -> None:
    left, right = sides("巣箱を17館に置く。", "巣箱を20館に置く。", forward=False)
    assert [run.op for run in left] == ["same", "new", "same"]
    assert [run.op for run in right] == ["same", "gone", "same"]


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("令和６年度（2024年度）末に開く。", "2024年度末に開く。", 1),
        ("貸出券を１７館で使う。", "貸出券を17館で使う。", 1),
        ("梟が鳴くと、森が静まる。", "梟が鳴くと森が静まる。", 1),
        ("「森の計画」を、R6.11.3に出す。", "森の計画を令和６年11月３日に出す。", 3),
        ("梟が鳴く。", "梟が鳴く。", 0),
        ("令和六年度末に開く。", "2024年度末に開く。", 1),
        ("二〇二四年十一月三日に開く。", "令和６年11月３日に開く。", 1),
        ("令和五～七年度に開く。", "2023～2025年度に開く。", 1),
        ("森か\u3099開く。", "森が開く。", 1),
        ("⺠の⻘い森が開く。", "民の青い森が開く。", 2),
        ("葛\U000e0100の森が開く。", "葛の森が開く。", 1),
        ("森が開く。\ufeff", "森が開く。", 1),
        ("森\u200bの図書\ufeff館が開く\u2060。", "森の図書館が開く。", 3),
    ],
)
def test_notation_is_counted_and_nothing_else_shows(left: str, right: str, count: int) -> None:
    found = difference([left], [right])
    shown = {run.op for row in found.rows for run in (*row.left, *row.right)}
    assert shown <= {"same", "notation"}
    assert found.notation_changes == count
    assert found.similarity == 1.0


def test_a_rewritten_passage_is_not_cut_to_shreds() -> None:
    left, right = sides(
        "森の図書館の手引によれば、夜の貸出を窓口で受け付けている。",
        "森の図書館の手引によれば、昼の返却を機械に任せている。",
    )
    assert len([run for run in left if run.op == "gone"]) == 1
    assert len([run for run in right if run.op == "new"]) == 1


def test_a_shared_stem_is_kept() -> None:
    left, right = sides("巣箱管理台帳を作る。", "巣箱管理を続けて作る。")
    assert left[0] == Run(TextChange.SAME, "巣箱管理")
    assert right[0] == Run(TextChange.SAME, "巣箱管理")


def test_a_word_within_a_compound_is_found() -> None:
    left, right = sides(
        "森の利便性の向上に資する貸出手続を町で行う。", "森の利便性向上に資する手続を町で行う。"
    )
    assert "".join(run.text for run in left if run.op == "gone") == "の貸出"
    assert not [run for run in right if run.op == "new"]


def test_a_lone_loanword_is_no_shared_phrase() -> None:
    left, right = sides(
        "森のデジタル記録を残すため、夜の観察会を開く。",
        "梟の貸出券はデジタルに限らず、町役場の窓口で配られる。",
    )
    assert {run.op for run in (*left, *right)} == {"other"}


def test_a_short_sentence_within_a_long_one_is_no_stranger() -> None:
    left, right = sides(
        "梟の巣箱を町の公園に置く。",
        "夜の森の静けさを守り、子どもたちが親しめるようにするため、梟の巣箱を町の公園に置くこととし、"
        "その数を毎年増やしながら、観察の記録を町の図書館で公開する。",
    )
    assert not [run for run in left if run.op == "other"]
    assert "梟の巣箱を町の公園に置" in "".join(run.text for run in right if run.op == "same")


def test_texts_that_share_little_show_what_they_share() -> None:
    left, right = sides(
        "森の図書館を誰もが使えるように、夜間の開館を進める。",
        "貸出券の発行は、町役場の窓口において夜間の開館時間に行われる。",
    )
    assert {run.op for run in (*left, *right)} == {"shared", "other"}
    assert Run(TextChange.SHARED, "夜間の開館") in left
    assert Run(TextChange.SHARED, "夜間の開館") in right


def test_a_shared_phrase_does_not_end_within_a_number() -> None:
    left, _ = sides(
        "梟は森林巣箱17基に住み、夜ごとに鳴く。", "町の人々は、森林巣箱170基を作ろうと話した。"
    )
    assert Run(TextChange.SHARED, "森林巣箱") in left


def test_sentences_keep_their_partners() -> None:
    found = difference(["梟が夜に鳴く。", "森の道を直す。"], ["森の道を早く直す。", "橋を架ける。"])
    pairs = [(row.left_passage, row.right_passage) for row in found.rows]
    assert pairs == [(0, -1), (1, 0), (-1, 1)]


def test_sentences_without_a_partner_are_never_cut_into_tokens() -> None:
    left = [f"第{number}の森の図書館では梟の巣箱を{number}基置く。" for number in range(2, 60)]
    right = [
        "町役場の窓口において貸出券を配り、観察会を催すこととする。",
        "森の図書館では梟が鳴く。",
    ]
    compared_sentences.cache_clear()
    found = difference(left, right)
    lone = {row.left_passage for row in found.rows if row.left and not row.right}
    cut = {n for n, text in enumerate(left) if "tokens" in vars(compared_sentences(text)[0])}
    assert len(lone) > 30
    assert not lone & cut


def test_a_passage_that_nobody_sees_moves_no_phrase() -> None:
    left = ["\u200b", "森の図書館は令和７年度に梟の巣箱を置く。"]
    right = ["\u200b", "町は橋を架け、令和７年度に祭りを催し、夜ごとに太鼓を打ち鳴らす。"]
    shared = [
        run.text
        for row in difference(left, right).rows
        for run in (*row.left, *row.right)
        if run.op is TextChange.SHARED
    ]
    assert shared == ["令和７年度", "令和７年度"]
