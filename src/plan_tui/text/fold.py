"""Folds printed Japanese so that spellings which mean the same compare equal.

Folded away: width and compatibility forms (NFKC), case, katakana against hiragana, long-vowel
marks, middle dots, blanks, quotation marks, brackets and commas, old and variant kanji, and a
table of words that are written in several ways. `fold_spelling_map` keeps, for each folded
character, the printed characters it comes from, since folding changes lengths (``㈱`` → ``株``).

This is what searches and lists compare. What a comparison of editions takes for the same is less:
see `plan_tui.text.tokens.fold_notation`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress, repeat

# Old or variant form, then the usual one.
_VARIANT_KANJI = """
    靭靱 摶摂 攝摂 廳庁 國国 學学 體体 會会 應応 實実 變変 關関 發発 傳伝 辯弁 證証 讀読 圖図
    號号 當当 數数 權権 與与 總総 經経 濟済 續続 觸触 辭辞 醫医 齡齢 榮栄 營営 擴拡 據拠 擧挙
    嚴厳 廣広 險険 檢検 驗験 劍剣 縣県 顯顕 嶋島 邊辺 邉辺 澤沢 濱浜 齋斎 齊斉 斎斉 髙高 﨑崎
    德徳 槇槙 祕秘 稻稲 藝芸 豫予 餘余 龍竜 瀧滝 眞真 收収 從従 縱縦 處処 條条 狀状 將将 燒焼
    乘乗 淨浄 剩剰 疊畳 讓譲 壤壌 孃嬢 釀醸 壽寿 獸獣 澁渋 敍叙 雙双 搜捜 莊荘 裝装 藏蔵 臟臓
    屬属 對対 帶帯 臺台 單単 團団 斷断 晝昼 鑄鋳 聽聴 遞逓 鐵鉄 轉転 點点 黨党 獨独 惱悩 腦脳
    廢廃 賣売 拜拝 麥麦 拔抜 佛仏 竝並 寶宝 豐豊 萬万 滿満 默黙 藥薬 譯訳 來来 亂乱 覽覧 兩両
    壘塁 勵励 禮礼 靈霊 戀恋 爐炉 勞労 樓楼 灣湾 籠篭 曾曽 噓嘘 塡填 頰頬 剝剥 吞呑 繫繋 麵麺
    蟬蝉 鷗鴎 祇祗
"""

_SPELLINGS = {
    "こども": "子供 子ども こども",
    "取組": "取り組み 取組み 取りくみ とりくみ",
    "取組む": "取り組む 取りくむ とりくむ",
    "手続": "手続き 手つづき",
    "仕組": "仕組み しくみ",
    "枠組": "枠組み 枠ぐみ",
    "問合せ": "問い合わせ 問合わせ 問い合せ",
    "申込": "申し込み 申込み",
    "引越": "引っ越し 引越し ひっこし",
    "届出": "届け出",
    "受付": "受け付け 受付け",
    "貸出": "貸し出し 貸出し",
    "割当": "割り当て 割当て",
    "組合せ": "組み合わせ 組合わせ",
    "支払": "支払い",
    "切替": "切り替え 切替え 切りかえ",
    "書換": "書き換え 書換え",
    "乗換": "乗り換え 乗換え",
    "読取": "読み取り 読取り",
    "受取": "受け取り 受取り",
    "売上": "売り上げ 売上げ",
    "積立": "積み立て 積立て",
    "打合せ": "打ち合わせ 打合わせ",
    "立上げ": "立ち上げ",
    "洗出し": "洗い出し",
    "見通し": "見とおし",
    "位置づけ": "位置付け",
    "ひもづけ": "紐付け 紐づけ ひも付け ヒモ付け",
    "すべて": "全て 総て",
    "さまざま": "様々 様様",
    "および": "及び",
    "または": "又は",
    "さらに": "更に",
    "できる": "出来る",
    "わが国": "我が国 我国",
    "障害者": "障がい者 障碍者 しょうがい者",
    "障害の": "障がいの 障碍の",
    "一人一人": "一人ひとり ひとりひとり 1人1人 1人ひとり",
    "つなが": "繋が",
    "つなぐ": "繋ぐ",
    "くらし": "暮らし 暮し",
    "あり方": "在り方 ありかた",
    "見える化": "みえる化",
    "web": "ウェブ ウエブ",
}

_DASHES = "-‐‑‒–—―−﹣－"
_WAVES = "~〜～∼˜"
_DROPPED = " \t\r\n\u3000\u00a0\u200b・･·•‧,、，'’‘\"“”「」『』【】〔〕［］[]〈〉《》()（）{}｛｝ー"


def _character_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {code: chr(code - 0x60) for code in range(0x30A1, 0x30F7)}
    table |= {ord("ヽ"): "ゝ", ord("ヾ"): "ゞ", ord("ヵ"): "か", ord("ヶ"): "け"}
    table |= {ord(pair[0]): pair[1] for pair in _VARIANT_KANJI.split()}
    table |= {ord(dash): "-" for dash in _DASHES} | {ord(wave): "~" for wave in _WAVES}
    table |= {ord(mark): None for mark in _DROPPED}
    return table


class _Folding(dict[int, str]):
    """Code point → folded text, computed at the first use of a character: few of all occur."""

    def __init__(self) -> None:
        super().__init__()
        self._after = _character_table()

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).lower().translate(self._after)
        self[code] = folded
        return folded


_FOLDING = _Folding()
# A base character and the voicing or accent marks that NFKC composes with it.
_COMBINED = re.compile("[^\0](?:[ﾞﾟ]|[\u0300-\u036f\u3099\u309a])+")
# A dash after kana stands for a long-vowel mark, by typing or by the extraction.
_LONG_DASH = re.compile(r"(?<=[ぁ-ゖ])-+")


def _compose(combined: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", combined.group())


def _plain(text: str) -> str:
    return _COMBINED.sub(_compose, text).translate(_FOLDING)


def _spelling_table() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {
        _LONG_DASH.sub("", _plain(variant)): _plain(standard)
        for standard, variants in _SPELLINGS.items()
        for variant in variants.split()
    }
    table = {variant: standard for variant, standard in table.items() if variant != standard}
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), table


_SPELLING, _STANDARD = _spelling_table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the printed range of each of its characters."""

    text: str
    starts: tuple[int, ...]
    """For each folded character, the offset of the first printed character it stands for."""
    ends: tuple[int, ...]
    """For each folded character, the offset after the last printed character it stands for."""

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """Return the printed range of the folded range ``start`` to ``end`` (not empty)."""
        return self.starts[start], self.ends[end - 1]


def fold_spelling(text: str) -> str:
    """Return the folded text. NUL characters stay, so that joined texts can be folded at once."""
    plain = _LONG_DASH.sub("", _plain(text))
    return _SPELLING.sub(lambda variant: _STANDARD[variant.group()], plain)


@lru_cache(maxsize=512)
def fold_spelling_map(text: str) -> Folded:
    """Fold ``text`` and keep the printed place of each folded character.

    The folded text is the same as `fold_spelling` gives.
    """
    plain, starts, ends = _clusters(text)
    sizes = list(map(len, plain))
    folded = Folded("".join(plain), _each(starts, sizes), _each(ends, sizes))
    return _replaced(_replaced(folded, _LONG_DASH, None), _SPELLING, _STANDARD)


def _clusters(text: str) -> tuple[list[str], Sequence[int], Sequence[int]]:
    """Return the folded clusters, and the printed start and end offset of each.

    A cluster is a character, or a base character with its combining marks.
    """
    every = range(len(text) + 1)
    plain = list(map(_FOLDING.__getitem__, map(ord, text)))
    combined = list(_COMBINED.finditer(text))
    if not combined:
        return plain, every[:-1], every[1:]
    starts, ends = list(every[:-1]), list(every[1:])
    for cluster in reversed(combined):
        start, end = cluster.span()
        plain[start:end] = [_plain(cluster.group())]
        starts[start:end], ends[start:end] = [start], [end]
    return plain, starts, ends


def _each(values: Sequence[int], times: Sequence[int]) -> tuple[int, ...]:
    """Return each value repeated as often as ``times`` says for it."""
    if max(times, default=0) > 1:
        return tuple(chain.from_iterable(map(repeat, values, times)))
    return tuple(compress(values, times))


def _replaced(folded: Folded, pattern: re.Pattern[str], standard: dict[str, str] | None) -> Folded:
    """Replace each match by its standard spelling, or by nothing without ``standard``.

    Every character of the replacement has the whole match's printed range.
    """
    matches = list(pattern.finditer(folded.text))
    if not matches:
        return folded
    text, starts, ends = folded.text, folded.starts, folded.ends
    for match in reversed(matches):
        first, after = match.span()
        spelling = standard[match.group()] if standard is not None else ""
        text = text[:first] + spelling + text[after:]
        starts = starts[:first] + (starts[first],) * len(spelling) + starts[after:]
        ends = ends[:first] + (ends[after - 1],) * len(spelling) + ends[after:]
    return Folded(text, starts, ends)
