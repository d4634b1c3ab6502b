"""The 2025 layout: paragraph ends by geometry, and lists, on made-up lines."""

from __future__ import annotations

import pytest

from plan_tui.model.enums import BlockKind
from plan_tui.parse.common.geometry import (
    estimate_measure,
    printed_line,
    printed_width,
    split_fused_lines,
)
from plan_tui.parse.full_text_2025.blocks import read_blocks
from plan_tui.parse.full_text_2025.enumerations import holds_items, item_numbers
from plan_tui.text.traced import Traced
from tests.layout_2025 import FULL, blocks, traced


def test_width_counts_blanks_between_latin_words_only() -> None:
    assert printed_width(Traced.supplied("森と川")) == 3
    assert printed_width(Traced.supplied("Sea Side")) == 4
    assert (
        printed_width(Traced.supplied("森 AI を")) == printed_width(Traced.supplied("森AIを")) == 3
    )


def test_the_commonest_plain_line_is_full() -> None:
    lines = ["森" * 22, "川" * 22, "海" * 9, "、山" * 12, "AI" * 25]
    assert estimate_measure(printed_line(line, ()) for line in traced(*lines)) == 22


def test_fused_printed_lines_part_at_the_blank_that_fills_a_line() -> None:
    line = Traced.of_line(1, "森の道と川の道とを直し、毎年 ２本の橋を架 け、海の道も作る。")
    assert [piece.text.text for piece in split_fused_lines(line, 20.0, ())] == [
        "森の道と川の道とを直し、毎年 ２本の橋を架",
        "け、海の道も作る。",
    ]


def test_a_short_line_ends_its_paragraph() -> None:
    assert blocks(
        "森の道を直すときには、村の人の声を聞く",
        "こととする。",
        "川の道は、毎年ひとつずつ直す。",
    ) == [
        ("paragraph", "", "森の道を直すときには、村の人の声を聞くこととする。"),
        ("paragraph", "", "川の道は、毎年ひとつずつ直す。"),
    ]


def test_a_full_line_ends_its_paragraph_when_the_next_line_lacks_an_indent() -> None:
    first = "森の道を直すときには村の人の声を聞く"
    assert blocks(
        first + "と",
        "もに山の人や海の人の声も聞いて道を作る。",
        "川の道は毎年ひとつずつ直して海まで伸ば",
        "してゆくこととして村の人の声を聞き道の",
        "名を定める。",
    ) == [
        ("paragraph", "", first + "ともに山の人や海の人の声も聞いて道を作る。"),
        (
            "paragraph",
            "",
            "川の道は毎年ひとつずつ直して海まで伸ばしてゆくこととして村の人の声を聞き道の"
            "名を定める。",
        ),
    ]


def test_a_full_line_that_ends_a_sentence_goes_on_when_the_next_is_full_too() -> None:
    assert blocks(
        "森の道を直すときには村の人の声を聞くと",
        "もに山の人や海の人の声も聞いて道を作る。",
        "川の道は毎年ひとつずつ直して海まで伸ばし",
        "てゆく。",
    ) == [
        (
            "paragraph",
            "",
            "森の道を直すときには村の人の声を聞くともに山の人や海の人の声も聞いて道を作る。"
            "川の道は毎年ひとつずつ直して海まで伸ばしてゆく。",
        )
    ]


@pytest.mark.parametrize(
    ("second", "paragraphs"),
    [
        ("川の道はAIを使い村の人とAIで直してゆく", 2),
        ("川の道は AI を使い村の人と AI で直してゆく", 1),
    ],
)
def test_open_gaps_around_latin_show_that_a_line_is_full(second: str, paragraphs: int) -> None:
    found = blocks(
        "森の道を直すときには村の人の声を聞くと",
        "もに山の人や海の人の声も聞いて道を作る。",
        second,
        "ものとして、村の人の声を聞いて道の名を定",
        "める。",
    )
    assert len(found) == paragraphs


def test_a_paragraph_does_not_end_inside_a_source_line() -> None:
    fused = "川の道は毎年ひとつずつ直して海まで伸ばす。 また、山の道も直して谷まで伸ばす。"
    stream = [
        piece
        for line in traced("森の道を直すときには村の人の声を聞くと", "ともに直す。", fused)
        for piece in split_fused_lines(line, FULL, ())
    ]
    assert len(stream) == 4
    found = [block.text.text for block in read_blocks(stream, FULL, {})]
    assert found == [
        "森の道を直すときには村の人の声を聞くとともに直す。",
        "川の道は毎年ひとつずつ直して海まで伸ばす。また、山の道も直して谷まで伸ばす。",
    ]


def test_a_line_is_not_short_when_the_next_word_could_not_break() -> None:
    assert blocks(
        "森の見守りには、村の人が作った新しい",
        "Forest-Watch-2040を使う。",
    ) == [("paragraph", "", "森の見守りには、村の人が作った新しいForest-Watch-2040を使う。")]


def test_items_in_rows_and_items_in_a_sentence() -> None:
    assert [m.group().strip() for m in item_numbers("①森 ②川 ③海")] == ["①", "②", "③"]
    assert [m.group().strip() for m in item_numbers("④山 ⑤谷", "③")] == ["④", "⑤"]
    assert item_numbers("④山 ⑤谷", "①") == []
    assert not holds_items("①森の道、②川の道を直す")
    assert holds_items("第７条 森を見る 第８ 条 川を見る")


def test_a_sentence_that_wraps_before_a_circled_number_is_no_list() -> None:
    assert blocks(
        "村では道を直すための柱を立て、それらを",
        "①森の道、②川の道として毎年直す。",
    ) == [
        ("paragraph", "", "村では道を直すための柱を立て、それらを①森の道、②川の道として毎年直す。")
    ]


def test_the_tail_of_a_column_returns_to_the_widest_earlier_item() -> None:
    found = blocks(
        "①森の道を歩く ②川の橋を渡るときは、前",
        "③海を見る ④山の小屋で静かに休むときを",
        "をよく見る",
        "村の人が決めた。",
    )
    assert [text for _, _, text in found] == [
        "森の道を歩く",
        "川の橋を渡るときは、前をよく見る",
        "海を見る",
        "山の小屋で静かに休むときを",
        "村の人が決めた。",
    ]


def test_bullets_that_lost_their_marks_in_an_open_sentence() -> None:
    found = blocks(
        "村では、",
        "道の係：森の道と川の道を毎年歩いて見",
        "て回り、直すこと",
        "橋の係：橋を渡る人を数えること",
        "に取り組む。",
    )
    assert [(kind, text) for kind, _, text in found] == [
        ("paragraph", "村では、"),
        ("bullet", "道の係：森の道と川の道を毎年歩いて見て回り、直すこと"),
        ("bullet", "橋の係：橋を渡る人を数えること"),
        ("paragraph", "に取り組む。"),
    ]


def test_bullets_that_lost_their_marks_hang_below_an_announcement() -> None:
    found = blocks(
        "村では、以下の仕事を進める。",
        "森の道を村の人と毎年歩いて見回りなが",
        "ら道の石を除いて草を刈り橋の板を取り",
        "かえる。",
        "川の橋を数える。",
        "また、海の道を村の人と毎年歩いて見回る",
        "とともに道の石を除いて草を刈り橋の板を取",
        "りかえる。",
    )
    assert [kind for kind, _, _ in found] == ["paragraph", "bullet", "bullet", "paragraph"]


def test_a_caption_above_a_list_is_a_note() -> None:
    found = blocks("今年の道", "① 森の道", "② 川の道")
    assert [kind for kind, _, _ in found] == ["note", "list_item", "list_item"]
    assert blocks("村では、", "① 森の道")[0][0] == BlockKind.PARAGRAPH
