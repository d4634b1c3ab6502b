"""Romaji and kana: every usual spelling of a reading has one sound, and finds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text.kana import hiragana, is_kana, sound
from plan_tui.text.romaji import romaji_sound, short, sound_of, sound_pattern
from tests.typed_romaji import RomajiSystem, spell

READINGS = {
    "めんきょしょう": "menkyosho menkyoshou menkyosyou menkyosyo menkyoshō menkyo-sho menkyo_sho",
    "とうきょう": "tokyo toukyou tohkyoh tōkyō tôkyô tookyoo toukyo",
    "しんぶん": "shimbun shinbun sinbun sinnbunn shin'bun",
    "さんまい": "sammai sanmai sannmai",
    "まっちゃ": "matcha maccha mattya mattcha",
    "いっち": "itchi icchi itti",
    "ざっし": "zasshi zassi",
    "みっつ": "mittsu mittu",
    "けっか": "kekka",
    "たんい": "tan'i tanni",
    "ほんや": "hon'ya honnya",
    "おんな": "onna onnna",
    "せきゅりてぃ": "sekyuriti sekyurithi sekyuritexi sekyuriteli",
    "でぃすく": "dexisuku delisuku dhisuku",
    "でゅあるに": "dexyuaruni dhuaruni",
    "てゅーば": "texyuuba thuuba",
    "とぅるー": "toxuruu twuruu toluruu",
    "どぅーらに": "doxuurani dwuurani",
    "ふぃると": "fuxiruto huxiruto firuto",
    "しぇると": "sixeruto sheruto shileruto",
    "うぉーくに": "uxookuni wuxookuni",
    "げんいんに": "gen'inni gen’inni gen`inni genninni",
    "でーたせんたー": "de-tasenta- deetasentaa detasenta dētasentā",
    "つづく": "tsuzuku tuduku tsuduku tsudzuku tuzuku",
    "じゅうしょ": "juusho jusho zyuusyo jyuusho jūsho zyusyo",
    "ちゃわん": "chawan tyawan cyawan",
    "ふくろう": "fukurou hukurou fukuro",
    "ふぁいる": "fairu hwairu",
    "ゔぁいおりん": "vaiorin baiorin",
    "うぃんどう": "windou windo whindou",
    "じぇっと": "jetto zyetto jyetto",
    "ちぇっく": "chekku tyekku",
    "じょうほううんよう": "johounyo jouhouunyou zyouhouunyou jōhōun'yō",
    "うんよう": "unyou un'you unyo unnyou",
    "ひらがなを": "hiraganawo hiraganao",
    "よるは": "yoruha yoruwa",
    "らーめん": "ra-men raamen ramen rāmen",
    "けいかく": "keikaku kekaku kēkaku",
}


@pytest.mark.parametrize(
    ("kana", "romaji"),
    [(kana, word) for kana, words in READINGS.items() for word in words.split()],
)
def test_each_spelling_finds_the_reading(kana: str, romaji: str) -> None:
    heard = romaji_sound(romaji.replace("_", " "))
    assert heard is not None
    assert sound_pattern(heard).fullmatch(sound(kana))


@pytest.mark.parametrize(
    ("kana", "romaji"),
    [
        ("ふくろう", "fukurai"),
        ("めんきょ", "menko"),
        ("もり", "mori no"),
        ("かき", "kagi"),
        ("さか", "saka n"),
    ],
)
def test_other_words_are_not_found(kana: str, romaji: str) -> None:
    heard = romaji_sound(romaji)
    assert heard is not None
    assert not sound_pattern(heard).fullmatch(sound(kana))


@pytest.mark.parametrize(
    "text", ["driver", "xyz", "strategy", "森", "a1", "", "gbizid", "dx", "e-tax"]
)
def test_what_is_no_romaji_has_no_sound(text: str) -> None:
    assert romaji_sound(text, typing=False) is None


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("menk", "menk"),
        ("menky", "menky"),
        ("mensh", "mens"),
        ("ments", "mentu"),
        ("menj", "menz"),
        ("kats", "katu"),
    ],
)
def test_a_syllable_may_be_half_typed(typed: str, heard: str) -> None:
    assert romaji_sound(typed) == heard
    assert romaji_sound(typed, typing=False) is None


def test_kana_and_romaji_queries_have_sounds_and_others_none() -> None:
    assert sound_of("フクロウ") == "hukurou"
    assert sound_of("ﾌｸﾛｳ") == "hukurou"
    assert sound_of("fukurou") == "hukurou"
    assert sound_of("梟") is None
    assert sound_of("・") is None


def test_kana_is_told_from_other_text() -> None:
    assert is_kana("モリ・の ほん")
    assert not is_kana("森のほん")
    assert not is_kana("ー")
    assert hiragana("ﾊﾟｿｺﾝ") == "ぱそこん"


def test_a_word_may_end_after_any_syllable_and_not_further() -> None:
    pattern = sound_pattern("morinohon")
    assert pattern.search(" mori no hon da")
    found = sound_pattern("mori").search(" mori i")
    assert found is not None
    assert found.group() == "mori"


@pytest.mark.parametrize(
    ("kana", "hepburn", "kunrei", "wapuro"),
    [
        ("しゅうしょく", "shushoku", "syuusyoku", "shuushoku"),
        ("しんぶん", "shimbun", "sinbun", "shinbun"),
        ("まっちゃ", "matcha", "mattya", "matcha"),
        ("じっし", "jisshi", "zissi", "jisshi"),
        ("ふくろう", "fukuro", "hukurou", "fukurou"),
        ("ちゅうしん", "chushin", "tyuusin", "chuushin"),
    ],
)
def test_readings_are_spelled(kana: str, hepburn: str, kunrei: str, wapuro: str) -> None:
    assert spell(kana, RomajiSystem.HEPBURN) == hepburn
    assert spell(kana, RomajiSystem.KUNREI) == kunrei
    assert spell(kana, RomajiSystem.WAPURO) == wapuro


MORAE = (
    "あいうえおかきくけこがぎぐさしすせそざじずたちつてとだづでどなにぬねのは"
    "ひふへほばぶぺぽまみむめもやゆよらりるれろわん"
)
SYLLABLES = [
    *MORAE,
    "きゃ",
    "しゅ",
    "ちょ",
    "じゃ",
    "にゅ",
    "ひょ",
    "りゅ",
    "ふぁ",
    "てぃ",
    "っか",
    "っと",
    "っしゃ",
]


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=12).map("".join))
def test_every_reading_is_found_by_every_system(kana: str) -> None:
    for system in RomajiSystem:
        heard = romaji_sound(spell(kana, system))
        assert heard is not None, (kana, system)
        assert sound_pattern(heard).fullmatch(sound(kana)), (kana, system, heard)


@given(st.text(alphabet="aeioukstnhmyrw", max_size=20))
def test_shortening_twice_changes_nothing(heard: str) -> None:
    assert short(short(heard)) == short(heard)


@pytest.mark.parametrize("typed", ["a", "aa", "ou", "ii"])
def test_a_lone_vowel_finds_whole_words_only(typed: str) -> None:
    pattern = sound_pattern(typed)
    assert pattern.search("kakaku taisaku houkoku") is None
    assert pattern.search(f"kakaku {typed[0]} taisaku") is not None


@pytest.mark.parametrize(
    ("typed", "word"), [("u", "ううう"), ("o", "おう"), ("e", "えい"), ("a", "ああ")]
)
def test_a_lone_vowel_finds_words_in_which_it_is_long(typed: str, word: str) -> None:
    assert sound_pattern(typed).search(f"kakaku {sound(word)} taisaku") is not None
