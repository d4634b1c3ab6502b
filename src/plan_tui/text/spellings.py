"""Ways of writing that mean the same: old and variant kanji, words written in several ways.

`plan_tui.text.fold` puts the standard in the place of the others.
"""

from __future__ import annotations

from functools import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable

Spelled = tuple[int, int, str]
"""Where something stands in a text (offset of its first character, and that after the last), and
what is to stand there."""
SHORT = 2000
"""Characters of a text up to which looking for each word is quicker than compiling all."""
_OLD_AND_USUAL = """
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
VARIANT_KANJI: dict[str, str] = {pair[0]: pair[1] for pair in _OLD_AND_USUAL.split()}
"""Old or variant kanji → the usual one."""

SPELLINGS = {
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
"""The usual spelling → the others, parted by blanks."""


class SpellingTable:
    """Words written in several ways, each in the place of its usual spelling."""

    def __init__(self, table: Callable[[], dict[str, str]]) -> None:
        self._table = table

    @cached_property
    def _usual(self) -> dict[str, str]:
        """Another spelling → the usual one, the longest first."""
        table = self._table()
        return {old: table[old] for old in sorted(table, key=len, reverse=True)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        import re

        return re.compile("|".join(map(re.escape, self._usual)))

    def places(self, text: str) -> list[Spelled]:
        """Return where other spellings stand in a text, in order, each with the usual one."""
        if len(text) > SHORT:
            return [(*match.span(), self(match)) for match in self._pattern.finditer(text)]
        return self._places_of(self._held_by(text), text)

    def put_into(self, text: str) -> str:
        """Return a text with the usual spellings."""
        if len(text) > SHORT:
            return self._pattern.sub(self, text)
        there = self._held_by(text)
        if len(there) <= 1:
            return text.replace(there[0], self._usual[there[0]]) if there else text
        parts, place = list[str](), 0
        for start, end, usual in self._places_of(there, text):
            parts += [text[place:start], usual]
            place = end
        return "".join([*parts, text[place:]])

    def _places_of(self, there: list[str], text: str) -> list[Spelled]:
        """Return where some spellings stand, as a pattern of them in order would find them."""
        spelled = list[Spelled]()
        place = 0
        while nearest := [
            (at, n) for n, old in enumerate(there) if (at := text.find(old, place)) >= 0
        ]:
            at, n = min(nearest)
            place = at + len(there[n])
            spelled.append((at, place, self._usual[there[n]]))
        return spelled

    def _held_by(self, text: str) -> list[str]:
        return [old for old in self._usual if old in text]

    def touches(self, word: str) -> bool:
        """Tell whether a spelling may stand over a part of a word, whatever is around the word."""
        return any(_overlap(old, word) for old in self._usual)

    def __call__(self, match: re.Match[str]) -> str:
        """Return the usual spelling of one that the pattern of all finds."""
        return self._usual[match.group()]


def _overlap(one: str, other: str) -> bool:
    """Tell whether two words can share characters of a text."""
    if one in other or other in one:
        return True
    sizes = range(1, min(len(one), len(other)))
    return any(one.endswith(other[:size]) or other.endswith(one[:size]) for size in sizes)
