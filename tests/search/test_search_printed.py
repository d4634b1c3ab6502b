"""What the search is sure of: words as printed, in a spelling that counts, or by a named way."""

from __future__ import annotations

import pytest

from plan_tui.search.matches import Match, MatchTier
from plan_tui.search.word_patterns import loose_keys, loose_pattern
from tests.made_up_layer import matcher_of


def match(word: str, text: str) -> Match | None:
    return next(iter(matcher_of(text).match(word).values()), None)


def tier(word: str, text: str) -> MatchTier | None:
    held = match(word, text)
    return held.tier if held else None


def printed(word: str, text: str) -> str:
    held = match(word, text)
    assert held is not None
    ((start, end),) = held.marks()
    return text[start:end]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("メール", "棚の整理を進める"),
        ("メール", "鳥の数を始めるまでに"),
        ("カラー", "明日から歩く"),
        ("コード", "梟の声ど"),
        ("モノ", "ものを運ぶ"),
        ("カラ", "森から来る"),
        ("キー", "大きな木"),
        ("キー", "キを書く"),
        ("ナド", "鳥などを見る"),
        ("タメ", "棚のために"),
        ("シート", "歩きながら話した後に、しと"),
    ],
)
def test_katakana_is_no_hiragana(word: str, text: str) -> None:
    assert tier(word, text) is None


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("保育", "場の確保・育成"),
        ("保育", "場の確保し育成する"),
        ("保育", "場の確保と育成"),
        ("法令", "方法、令和の書式"),
        ("鳥魚", "白鳥・魚類"),
        ("書館員", "図書館・員数"),
        ("内林道", "案内「林道」"),
        ("道具箱", "水道（具箱）"),
        ("森林鳥", "森林・鳥類"),
    ],
)
def test_no_word_reaches_over_a_mark(word: str, text: str) -> None:
    assert tier(word, text) is None
    assert not matcher_of(text).doubtful(word)


@pytest.mark.parametrize(
    ("word", "text", "marked"),
    [
        ("サーバー", "移動式サーバの棚", "サーバ"),
        ("サーバー", "サーバの棚", "サーバ"),
        ("コンピューター", "コンピュータで数える", "コンピュータ"),
        ("ﾒｰﾙ", "メールで知らせる", "メール"),
        ("egov", "e-Govで知らせる", "e-Gov"),
        ("eGov", "ｅ‐Ｇｏｖで知らせる", "ｅ‐Ｇｏｖ"),
        ("e-gov", "eGovで知らせる", "eGov"),
        ("etax", "e-Taxで払う", "e-Tax"),
        ("wifi", "Wi-Fiの棚", "Wi-Fi"),
        ("Covid19", "COVID-19の年", "COVID-19"),
        ("ヶ所", "20か所の棚", "か所"),
        ("か所", "２０箇所の棚", "箇所"),
        ("5ヶ年", "５か年の計画", "５か年"),
        ("5カ年", "５ヵ年の計画", "５ヵ年"),
        ("3ケ月", "３箇月で", "３箇月"),
        ("十カ国", "十か国の鳥", "十か国"),
        ("数ヵ所", "数か所の棚", "数か所"),
        ("箇所", "何ヶ所の棚", "ヶ所"),
        ("霞ヶ関", "霞が関の森", "霞が関"),
        ("⻑期", "長期の貸出", "長期"),
        ("長期", "⻑期の貸出", "⻑期"),
        ("民間", "⺠間の棚", "⺠間"),
        ("食堂", "⻝堂の棚", "⻝堂"),
        ("見学", "⾒学の棚", "⾒学"),
        ("標\ufeff準化", "棚の標準化", "標準化"),
        ("標準化", "棚の標\u2060準\ufe00化を", "標\u2060準\ufe00化"),
        ("標準化", "棚の標\u00ad準\U000e0100化を", "標\u00ad準\U000e0100化"),
        ("標\u200b準\u200d化", "棚の標準\u200c化を", "標準\u200c化"),
        ("貸出", "本の貸し出しをする", "貸し出し"),
    ],
)
def test_spellings_of_one_word_are_found_and_marked(word: str, text: str, marked: str) -> None:
    assert tier(word, text) is MatchTier.FOLDED
    assert printed(word, text) == marked


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("ヶ所", "見るか所定の棚に置く"),
        ("箇所", "棚か所蔵庫か"),
        ("ヶ国", "何か国に求める"),
        ("ヶ所", "人数か所得を書く"),
        ("ヶ年", "いつか年の暮れに"),
        ("ヶ月", "統一か月末か"),
        ("か所", "読むか所内で待つか"),
    ],
)
def test_the_particle_is_no_counter(word: str, text: str) -> None:
    assert tier(word, text) is None


@pytest.mark.parametrize(
    ("word", "text", "way"),
    [
        ("でーた", "データの棚", MatchTier.READING),
        ("でーた連携", "データ連携の棚", MatchTier.READING),
        ("めーる", "メールの棚", MatchTier.READING),
        ("ネットワク", "ネットワークの棚", MatchTier.READING),
        ("ウェブ", "Webの棚", MatchTier.READING),
        ("コンピューター", "スーパーコンピュータの棚", MatchTier.READING),
        ("書込欄", "書き込み欄の棚", MatchTier.LOOSE),
        ("死亡相続", "死亡・相続の棚", MatchTier.LOOSE),
        ("移動図書館", "移動「図書館」", MatchTier.LOOSE),
        ("行政手続", "行政の手続", MatchTier.LOOSE),
    ],
)
def test_other_ways_say_which_they_are(word: str, text: str, way: MatchTier) -> None:
    assert tier(word, text) is way


@pytest.mark.parametrize("word", ["メール", "カラー", "ネットワク", "める", "でーた"])
def test_what_only_sounds_alike_is_still_given_apart(word: str) -> None:
    texts = ("棚の整理を進める", "明日から歩く", "ネットワークカメラ", "メール", "棚でたき火")
    held = matcher_of(*texts)
    sure, doubtful = held.match(word), held.doubtful(word)
    assert sure or doubtful
    assert not set(sure) & set(doubtful)


@pytest.mark.parametrize("word", ["한국", "가나", "ꀀꀁ", "ꓐꓑ", "\ue000\ue001", "漢한"])
def test_kana_stand_between_kanji_alone(word: str) -> None:
    assert loose_pattern(word) is None
    assert loose_keys(word) == ([word[0]] if word[0] == "漢" else [])
