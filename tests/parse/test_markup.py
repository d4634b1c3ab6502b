"""Markdown and HTML signs are taken out of the text and kept as furniture."""

import pytest

from plan_tui.model.enums import FurnitureKind
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.common.markup import strip_markup
from plan_tui.text.traced import Traced


def stripped(text: str) -> tuple[str, list[tuple[str, str]]]:
    furniture = FurnitureCollector()
    kept = strip_markup(Traced.of_line(1, text), furniture)
    return kept.text, [(piece.kind, piece.text.text) for piece in furniture.in_order()]


@pytest.mark.parametrize(
    ("text", "kept", "furniture"),
    [
        ("本を**無料**で貸す。", "本を無料で貸す。", [("emphasis", "**")] * 2),
        ("原則として貸す。**", "原則として貸す。", [("emphasis", "**")]),
        ("<p>本棚</p>", " 本棚 ", [("html_tag", "<p>"), ("html_tag", "</p>")]),
        ("本<b>棚</b>", "本棚", [("html_tag", "<b>"), ("html_tag", "</b>")]),
        (
            '棚 <ul style="list-style-type: none">椅子',
            "棚  椅子",
            [("html_tag", '<ul style="list-style-type: none">')],
        ),
        ("案内は<https://example.org/a/index.html>へ", None, []),
        ("a<b かつ c>d", None, []),
        ("3 < 5 であり 7 > 2", None, []),
        ("層 { 上 下", "層  上 下", [("figure_sign", "{")]),
        ("* 星印", None, []),
    ],
)
def test_signs(text: str, kept: str | None, furniture: list[tuple[str, str]]) -> None:
    assert stripped(text) == (text if kept is None else kept, furniture)


def test_a_reading_stands_after_its_kanji() -> None:
    furniture = FurnitureCollector()
    kept = strip_markup(Traced.of_line(7, "書架の堅牢 ^{ろう} 化"), furniture)
    assert kept.text == "書架の堅牢  化"
    [ruby] = furniture.ruby
    assert (ruby.reading.text, ruby.word, ruby.reading.first_line) == ("ろう", "牢", 7)
    assert [piece.text.text for piece in furniture.pieces] == ["^{", "}"]


def test_a_reading_without_kanji_before_it_reads_no_word() -> None:
    furniture = FurnitureCollector()
    strip_markup(Traced.of_line(1, "あ^{い}"), furniture)
    assert furniture.ruby[0].word == ""


def test_characters_keep_their_places() -> None:
    furniture = FurnitureCollector()
    kept = strip_markup(Traced.of_line(3, "a**b**"), furniture)
    assert kept.places == ((3, 0), (3, 3))


def test_furniture_is_given_in_the_order_of_the_source() -> None:
    furniture = FurnitureCollector()
    furniture.put(FurnitureKind.CAPTION, Traced.of_line(9, "後"))
    furniture.put(FurnitureKind.COVER, Traced.of_line(2, "  "))
    furniture.put(FurnitureKind.CONTENTS, Traced.of_line(1, " 先 "))
    assert [(piece.kind, piece.text.text) for piece in furniture.in_order()] == [
        (FurnitureKind.CONTENTS, "先"),
        (FurnitureKind.CAPTION, "後"),
    ]
