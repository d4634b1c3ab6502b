"""Printed numbers with their unit and comparator: 約7,800万人, 1,741市区町村, 少なくとも３割.

A number is a quantity if a known unit or a comparator stands with it, or if what it counts stands
before it at the end of a remark (…数100). No quantities are dates, ordinals and references
(第５回, 第146号, 第35条), heading numbers and parts of names (5G, Web3.0, 3D, １人１台).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plan_tui.model.enums import Comparator
from plan_tui.model.printed_facts import Quantity
from plan_tui.parse.facts.date_numerals import readable
from plan_tui.parse.facts.date_reader import DateReader
from plan_tui.text.compact import Compact
from plan_tui.text.numerals import NUMBER, ZEROS, kanji_number, number


def _after(*words: str) -> str:
    """Return a pattern that matches, without width, just after one of ``words``."""
    return "(?:" + "|".join(f"(?<={word})" for word in words) + ")"


_ABOUT_AFTER = (
    *(
        "程度",
        "前後",
        "ほど",
        "弱",
        "強",
        "余り",
        "あまり",
        "余",
        "内外",
        "くらい",
        "ぐらい",
        "近く",
    ),
)
_COMPARATORS_BEFORE = {
    **dict.fromkeys(["約", "およそ", "おおよそ", "概ね", "おおむね", "ほぼ"], Comparator.ABOUT),
    **dict.fromkeys(["少なくとも", "最低でも", "最低", "最小", "下限"], Comparator.AT_LEAST),
    **dict.fromkeys(["最大で", "最大", "最長", "最高", "上限", "多くとも"], Comparator.AT_MOST),
}
_NOT = {
    verb: (f"{stem}な", f"{stem}ず", f"{so}ていな", "ることな", "ることのな")
    for verb, stem, so in (("上回", "ら", "っ"), ("下回", "ら", "っ"), ("超え", "", ""))
}
"""Verbs of a bound and how they are denied, which turns it round: １件を下回らない is >= 1."""
_COMPARATORS_AFTER = {
    "以上": Comparator.AT_LEAST,
    **dict.fromkeys(["以下", "以内"], Comparator.AT_MOST),
    **dict.fromkeys(
        [f"を{verb}{no}" for verb in ("上回", "超え") for no in _NOT[verb]], Comparator.AT_MOST
    ),
    **dict.fromkeys([f"を下回{no}" for no in _NOT["下回"]], Comparator.AT_LEAST),
    **dict.fromkeys(["未満", "を下回", "に満たな"], Comparator.BELOW),
    **dict.fromkeys(["超", "を超え", "を上回"], Comparator.ABOVE),
    **dict.fromkeys(_ABOUT_AFTER, Comparator.ABOUT),
}
_COUNTERS = r"""
市区町村 市町村 都道府県 地方公共団体 府省庁 府省 省庁 自治体 町村 特別区 か国 カ国 ヵ国 ヶ国
道県 県 区(?![分域間画切]) 市(?![場民区町]) 町(?![内民]) 村(?![民落]) 団体 機関 法人 企業 組織
事業者 事業所 事業 社(?!会) 者 人(?![材口工間権]) 名(?![称義]) 世帯 戸 歳(?!代) 大学 校(?![務舎])
学校 施設 店舗 拠点 都市 地域 河川 路線 駅 港 空港 病院 箇所 か所 カ所 ヵ所 ヶ所 ケ所 局(?!面)
台(?!帳) 基(?![本盤幹準]) 機(?![能関器構会種密械材]) 隻 棟 枚 冊 票 件(?!名) 業務 手続 種類
種(?!別) 分野 項目 類型 条項 法令 法案 原則 点(?![検在]) 段階 言語 単位 議席 位(?!置)
回(?![線路答復避収]) 倍 円 %ポイント % km cm mm m(?![A-Za-z]) ha TB GB MB Gbps Mbps kbps
GHz MHz kWh MW GW kW ℃ 営業日 時間 秒 週間 か月 カ月 ヵ月 ヶ月 ケ月 箇月 ドル ユーロ ポイント トン
(?<!19\d\d)(?<!20\d\d)[ァ-ヴー]{2,}
"""
"""Patterns of units, a longer one before the shorter that begins it; last, any loanword that does
not make a name with a year."""
_UNIT = (
    "(?:"
    + "|".join(_COUNTERS.split())
    + r"|年(?=[間弱強超未程以])|日(?=[間以未程])|分(?=[間以未程])|割)"
)
_DIGITS = rf"(?:(?:{NUMBER})(?:[十百千][万億兆]?|[万億兆]))*(?:{NUMBER})?"
_NO_SUFFIX = {
    "強": "[化靱靭力制調固国い]", "弱": "[点者体視い]", "超": "[高過音電え]",
    "余": "[剰地裕暇震力談]", "ほど": "[こ近遠良よ]",
}  # fmt: skip
"""What follows signs of a bound where they begin another word: ５団体強化."""
_SUFFIX = "|".join(
    f"{word}(?!{_NO_SUFFIX[word]})" if word in _NO_SUFFIX else word
    for word in sorted(_COMPARATORS_AFTER, key=len, reverse=True)
)
_ENDING = "(?:[るりて]|(?<=な)[いく])?"
_PREFIX = "|".join(sorted(_COMPARATORS_BEFORE, key=len, reverse=True))
_GRADES = _after("レベル", "ステージ", "フェーズ", "ランク", "クラス", "バージョン", "第")
_NOUNS = [unit for unit in _COUNTERS.split() if re.fullmatch("[一-龥]{2,}", unit)]
_COUNTED = _after("数", *_NOUNS)
"""What is counted, printed just before a number that ends a remark: （参加団体数100）."""
_MINUS = r"(?<![\dA-Za-z%)§~-])-"
"""A dash is a minus where no number, word in Latin or date stands before it."""
_SIGN = "[▲△]|マイナス"
_NO_ORDINAL = "(?:(?<=種)|(?!目(?![標的指途処安])))"
"""The third is no number of things: ３回目, ２人目."""
_TIMED = re.compile("(?:時間|日数|期間|所要|平均|最短)[をがはのでも]?$")
"""What is measured in minutes or days, printed before their number."""
_LONGEST_TIMED = 3
"""Characters of `_TIMED`."""
_OF_TIME = "(?:分(?![野析担類別布散配岐解離割量子業科の]|する)|日(?![本付曜程常目替]))"
_SHORTENED = re.compile(r"(?:から約?\d+[分日])?(?:に|へ|まで)?(?:短縮|圧縮|縮減|削減)")
"""What is told of minutes or days, printed behind them."""
_QUANTITY = re.compile(
    rf"(?:(?P<negated>{_SIGN})?(?P<before>{_PREFIX})の?)?(?!{_GRADES})(?<![\d.,A-Za-z_-])(?<![\dA-Za-z]/)"
    r"(?<![A-Za-z] )"
    rf"(?P<counted>{_COUNTED}(?=\d\d))?(?P<minus>{_SIGN}|±|{_MINUS})?(?=\d)(?P<n>{_DIGITS})"
    rf"(?:(?:割(?P<bu>\d)分(?:(?P<rin>\d)厘)?|(?P<over>分の)(?P<part>\d+))(?:(?P<rest>{_SUFFIX}){_ENDING})?"
    rf"|(?P<between>[余超])(?P<unit_after>{_UNIT}){_NO_ORDINAL}"
    rf"|(?P<unit>{_UNIT})間?+{_NO_ORDINAL}(?:(?P<after>{_SUFFIX}){_ENDING})?"
    rf"|(?P<other>[一-龥ァ-ヶー]{{0,6}}?)(?P<rule>{_SUFFIX}){_ENDING}|(?P<time>{_OF_TIME})"
    r"|(?(before)(?=[のにをがへ][^\d])|(?!))|(?(counted)(?=[)。]|$)|(?!)))"
)
_KANJI_DIGITS = "[一二三四五六七八九十百千][〇○◯一二三四五六七八九十百千]{0,23}"
"""No number has more, and none is read anew from each of its characters."""
_DIGIT = "[〇一二三四五六七八九]"
_THOUSANDS = f"(?!〇){_DIGIT}{{1,3}}(?:[、,]{_DIGIT}{{3}}){{1,5}}"
"""Digit by digit with signs between the thousands: 一、七四一."""
_KANJI = f"{_KANJI_DIGITS}(?:[万億兆]{_KANJI_DIGITS}){{0,9}}[万億兆]?"
_COUNTED_IN_KANJI = (
    r"割|業務|手続|種類|団体|機関|法人|企業|社(?!会)|人(?![材口工間権三])|名(?![称義])|世帯|歳|件(?!名)|回(?![線路答復避収])|倍|円"
    r"|都道府県|市区町村|市町村?|町村|府省庁?|省庁|自治体|事業者?|施設|拠点|大学|学校|冊|枚|票|分野|項目|類型|法令|言語"
    r"|段階|単位|都市|地域|病院|店舗|路線|河川|棟|台(?!帳)|サービス|システム"
    r"|[かカヵヶケ箇]?(?:国(?=で|の|が|に|を|と)|所|月)(?<=[かカヵヶケ箇].)|年(?=[間弱強超未程以余])|日(?=[間以未程])"
    r"|分(?=[間未程]|以[内下])|秒|週間|時間|営業日|%|ポイント"
)
_DECIMAL = re.compile(
    rf"(?<![第数何・])([一二三四五六七八九十百{ZEROS}]{{1,24}})・([一二三四五六七八九{ZEROS}]{{1,24}})(?=%|倍|ポイント)"
)
"""A decimal in kanji: 三・五％."""
_GROUPED = re.compile(
    rf"(?<![第数何幾〇一二三四五六七八九十百千万億兆\d]){_THOUSANDS}(?={_COUNTED_IN_KANJI}|[万億兆])"
)
_BOUND_IN_KANJI = "以上|以下|以内|未満|を超え|を上回|を下回|に満たな|余(?!剰|地|裕|暇|震)|程度"
"""What is counted in kanji: less than with digits, since much makes words (十分, 四国)."""
_IN_KANJI = re.compile(
    rf"(?<![第数何幾〇一二三四五六七八九十百千万億兆\d])(?P<n>{_KANJI})(?={_COUNTED_IN_KANJI})"
    rf"|(?<![第数何\d])(?P<whole>{_KANJI})(?=分の{_KANJI})|(?<=[〇一二三四五六七八九十百]分の)(?P<part>{_KANJI})"
    rf"|(?<=\d[万億兆])(?P<rest>{_KANJI})(?={_COUNTED_IN_KANJI})"
    rf"|(?<![第数何幾唯〇一二三四五六七八九十百千万億兆\d])(?P<bare>{_KANJI})(?={_BOUND_IN_KANJI})"
    rf"|{_after(*_COMPARATORS_BEFORE)}(?P<about>{_KANJI})(?=[のにをが][^\d]|{_UNIT})"
    r"|(?<=[\d一二三四五六七八九]割)(?P<bu>[一二三四五六七八九])(?=分)"
    r"|(?<=[\d一二三四五六七八九]分)(?P<rin>[一二三四五六七八九])(?=厘)"
)
"""A number in kanji where something is counted, and the parts of a fraction."""
_ONE = "一"
"""Not counted by itself: 一人一人, 一部, 一体, 一元的 are words."""
_ONE_COUNTED = re.compile(
    rf"割|(?:{_COUNTED_IN_KANJI})(?:{_BOUND_IN_KANJI}|超)|(?<=[年月週日]一)回|(?<=[年月週日]に一)回"
)
"""What follows a one that is counted all the same: 一割, 一人以上, 年に一回."""
_SET_PHRASE = re.compile(
    "三位一体|二十四時間|三百六十五日|二人三脚|四捨五入|一人一人|一人ひとり|千差万別|[二三四]者|十人十色"
    "|百人百様|一[人社件校]一[人社件校]|三社祭|二台持ち"
)
_BARE = re.compile(rf"(?<![\d.,/A-Za-z第_-])(?P<n>{_DIGITS})[~-](?=\d)")
_LONGEST_NUMBER = 24
"""Characters before a range's second number in which its first may stand: more than a printed
number with its magnitudes has."""
_RANGE_SIGN = re.compile(r"[~-]\d")
_NAMES = re.compile(
    r"[1一][一-龥][1一][一-龥]|1[一-龥](?:でも|当たり|につき)|地方6団体|24時間365日|\d[GKD](?![A-Za-z])"
    r"|(?<![\d,.])[\d,.]+(?P<of>人|名|世帯|戸|社|校|団体|件)に1(?P=of)"
)
"""Words with a number, which are not counted: １人１台, 24時間365日, 5G, ８人に１人."""
_REFERENCE = re.compile(r"[号条項章節款版期次層数]|か条|箇条|年度|[回人名件番日年月週台枚]目$")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers with unit or comparator of ``text`` (clean text), in printed order.

    A ratio comes as a value without unit (３分の１ is 1/3), 割 as percent (３割 is 30 ``%``).
    In a range (10～20％) the first number is ``>=`` and the second ``<=``.
    """
    compact = _with_digits(readable(text))
    # Which day the document has does not matter: only the words of the dates are left out.
    matches = DateReader(compact.text, date(2000, 1, 1), None)
    dates = [(match.start, match.end) for match in matches]
    return tuple(_quantities(compact, _masked(compact.text, dates)))


def _with_digits(compact: Compact) -> Compact:
    """Return the same with the numbers in kanji that count something as digits."""
    compact = compact.replaced(
        (*match.span(), ".".join(str(kanji_number(part)) for part in match.groups()))
        for match in _DECIMAL.finditer(compact.text)
    )
    compact = compact.replaced(
        (*match.span(), str(kanji_number(re.sub("[、,]", "", match.group()))))
        for match in _GROUPED.finditer(compact.text)
    )
    phrases = [match.span() for match in _SET_PHRASE.finditer(compact.text)]
    return compact.replaced(
        (*match.span(), str(kanji_number(match.group())))
        for match in _IN_KANJI.finditer(compact.text)
        if _ONE not in (match["n"], match["bare"]) or _ONE_COUNTED.match(compact.text, match.end())
        if not any(start <= match.start() < end for start, end in phrases)
    )


def _masked(text: str, dates: list[tuple[int, int]]) -> str:
    """Return ``text`` with ``§`` in place of each character of dates and names."""
    parts, position = list[str](), 0
    for start, end in dates:
        parts += text[position:start], "§" * (end - start)
        position = end
    masked = "".join((*parts, text[position:]))
    return _NAMES.sub(lambda match: "§" * len(match.group()), masked)


def _quantities(compact: Compact, text: str) -> Iterator[Quantity]:
    lower: re.Match[str] | None = None
    for match in _QUANTITY.finditer(text):
        if _REFERENCE.match(match["other"] or "") or (match["over"] and not number(match["n"])):
            continue
        if match["time"] and not _is_measured(text, match):
            continue
        bare = _bare_before(text, match.start())
        if bare is not None:
            yield _read_bare(compact, bare, match)
        dashed = match["minus"] == "-" and lower is not None and lower.end() == match.start()
        upper = bare is not None or dashed
        upper = upper or (lower is not None and lower.end() + 1 == match.start())
        lower = match if _RANGE_SIGN.match(text, match.end()) else None
        yield _read(
            compact,
            match,
            Comparator.AT_MOST if upper else Comparator.AT_LEAST if lower else None,
            dashed=dashed,
        )


def _is_measured(text: str, match: re.Match[str]) -> bool:
    """Tell whether minutes or days alone are counted: words before or behind them say so."""
    start, end = match.span()
    if match["before"] or _TIMED.search(text, max(0, start - _LONGEST_TIMED), start):
        return True
    of_date = text.endswith("から", 0, start) and text.endswith("§", 0, start - 2)
    return not of_date and _SHORTENED.match(text, end) is not None


def _bare_before(text: str, end: int) -> re.Match[str] | None:
    """Return the first number of a range (10～20％), whose second number begins at ``end``."""
    for match in _BARE.finditer(text, max(0, end - _LONGEST_NUMBER), end + 1):
        if match.end() == end and match["n"]:
            return match
    return None


def _read_bare(compact: Compact, bare: re.Match[str], second: re.Match[str]) -> Quantity:
    offset, words = compact.span(bare.start(), bare.end() - 1)
    return Quantity(words, offset, *_value(bare["n"], second["unit"]), Comparator.AT_LEAST)


def _read(
    compact: Compact, match: re.Match[str], comparator: Comparator | None, *, dashed: bool
) -> Quantity:
    """Return a match as a quantity; a ``dashed`` one begins with the dash of its range."""
    offset, words = compact.span(match.start() + dashed, match.end())
    rule = match["after"] or match["rule"] or match["rest"] or match["between"]
    if rule and not (comparator and _COMPARATORS_AFTER[rule] is Comparator.ABOUT):
        comparator = _COMPARATORS_AFTER[rule]
    elif match["before"] and comparator is None:
        comparator = _COMPARATORS_BEFORE[match["before"]]
    if match["over"]:
        return Quantity(words, offset, number(match["part"]) / number(match["n"]), None, comparator)
    if match["bu"]:
        percent = number(match["n"]) * 10 + int(match["bu"]) + int(match["rin"] or 0) / 10
        return Quantity(words, offset, percent, "%", comparator)
    value, unit = _value(match["n"], _unit(match))
    negative = (match["negated"] or match["minus"] not in (None, "±")) and not dashed
    return Quantity(words, offset, -value if negative else value, unit, comparator)


def _unit(match: re.Match[str]) -> str | None:
    return match["unit"] or match["unit_after"] or match["time"] or match["other"]


def _value(printed: str, unit: str | None) -> tuple[float, str | None]:
    """Return (value, unit), 割 turned to percent."""
    value = number(printed)
    return (value * 10, "%") if unit == "割" else (value, unit or None)
