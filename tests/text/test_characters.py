"""Characters that say the same as others, or nothing, are read as what a reader sees."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text.characters import (
    _supplement,
    is_kanji,
    is_readable,
    kanji_of,
    readable,
    readable_map,
    shown_bullet,
)

UNSEEN = "\ufeff\u2060\u00ad\u200b\u200c\u200d\u200e\ufe00\ufe0f\U000e0100\u180b"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("か\u3099", "が"),
        ("ホ\u309aスト", "ポスト"),
        ("ウ\u3099ェブ", "ヴェブ"),
        ("て゛んき", "でんき"),
        ("ハﾟン", "パン"),
        ("cafe\u0301", "café"),
        ("葛\U000e0100の蔓", "葛の蔓"),
        ("⻑い⽉の⺠", "長い月の民"),
        ("⻄の⻘い⻭", "西の青い歯"),
        ("森\u200bの\ufeff図\u2060書\u00ad館", "森の図書館"),
        ("か\u200d\u3099", "が"),
        ("\ufeff", ""),
        ("ﾊﾟﾝ", "ﾊﾟﾝ"),
        ("森の図書館", "森の図書館"),
    ],
)
def test_a_text_is_read_as_it_is_seen(printed: str, read: str) -> None:
    assert readable(printed) == read
    assert is_readable(printed) == (printed == read)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("\uf0b2", "・"),
        ("\uf0d8", "・"),
        ("\uf06c", "・"),
        ("\uf09f", "・"),
        ("\uf0b7", "・"),
        ("\ue000", "・"),
        ("\uf8ff", "・"),
        ("■", "■"),
        ("➢", "➢"),
        ("（１）", "（１）"),
        ("", ""),
    ],
)
def test_a_bullet_that_only_its_font_gives_a_look_is_shown_as_another(
    printed: str, shown: str
) -> None:
    assert shown_bullet(printed) == shown


@given(st.text(alphabet="かがカパﾊﾟ゛\u3099\u309aあ⽉⻑葛e\u0301。" + UNSEEN, max_size=20))
def test_each_character_read_knows_where_it_was_printed(printed: str) -> None:
    plain, offsets = readable_map(printed)
    assert plain == readable(printed)
    assert len(offsets) == len(plain)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(printed) for offset in offsets)


@given(st.lists(st.sampled_from("森の図書館が開く。"), max_size=12), st.data())
def test_nothing_unseen_tells_texts_apart(parts: list[str], data: st.DataObject) -> None:
    noise = [data.draw(st.text(alphabet=UNSEEN, max_size=2)) for _ in parts]
    printed = "".join(a + b for a, b in zip(parts, noise, strict=True))
    assert readable(printed) == "".join(parts)
    apart = unicodedata.normalize("NFD", "".join(parts))
    assert readable(apart) == "".join(parts)


def test_every_radical_stands_for_one_kanji() -> None:
    every = map(chr, range(0x110000))
    radicals = {sign: kanji_of(sign) for sign in every if kanji_of(sign) != sign}
    assert all(0x2E80 <= ord(radical) <= 0x2FDF for radical in radicals)
    assert all(len(kanji) == 1 and kanji not in radicals for kanji in radicals.values())
    assert len([radical for radical in radicals if ord(radical) >= 0x2F00]) == 214
    assert len([radical for radical in radicals if ord(radical) < 0x2F00]) == len(_supplement())


@pytest.mark.parametrize("letter", [*"一龥鿿㐀䶿々", "\uf900", "\ufaff"])
def test_kanji_are_told_from_other_letters(letter: str) -> None:
    assert is_kanji(letter)


@pytest.mark.parametrize("letter", [*"한국ꀀꓐ가힣ㄱあァa1Ж䷀〆。", "\ue000", "\ufb00"])
def test_letters_between_the_blocks_of_kanji_are_none(letter: str) -> None:
    assert not is_kanji(letter)
