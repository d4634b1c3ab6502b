"""Readings on lines of their own."""

import pytest

from plan_tui.parse.common.ruby_readings import (
    ends_in_kanji,
    looks_like_reading,
    ruby,
    word_before,
)
from plan_tui.text.traced import Traced


@pytest.mark.parametrize("line", ["あん", " り さ い ", "きゅうそく"])
def test_hiragana_alone_may_be_a_reading(line: str) -> None:
    assert looks_like_reading(line)


@pytest.mark.parametrize("line", ["", "カタカナ", "する。", "施策", "あいうえおかきくけこさしす"])
def test_anything_else_is_none(line: str) -> None:
    assert not looks_like_reading(line)


def test_a_reading_follows_a_kanji() -> None:
    assert ends_in_kanji("古い煉瓦")
    assert not ends_in_kanji("古い家の")


@pytest.mark.parametrize(
    ("text", "reading", "word"),
    [
        ("古い煉", "れん", "煉"),
        ("赤い煉瓦", "れんが", "煉瓦"),
        ("赤い煉瓦", "りょ", "瓦"),
        ("の煉 瓦", "れ ん が", "煉瓦"),
        ("頑強靱", "じん", "靱"),
        ("赤い", "あか", ""),
    ],
)
def test_the_word_is_as_long_as_its_reading_allows(text: str, reading: str, word: str) -> None:
    assert word_before(text, reading) == word


def test_a_reading_is_kept_without_the_blanks_it_was_spread_with() -> None:
    found = ruby(Traced.of_line(3, " れ ん "), "煉")
    assert (found.reading.text, found.word) == ("れん", "煉")
    assert found.reading.places == ((3, 1), (3, 3))
