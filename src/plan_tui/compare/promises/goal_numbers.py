"""Whether a printed number is to be reached, or defines, divides, measures or reports something."""

from __future__ import annotations

import re
from collections import Counter

from plan_tui.compare.promises.printed_places import COMPARED, innermost_bracket, places
from plan_tui.model.enums import KpiStatus
from plan_tui.parse.facts.kpi_status import kpi_status
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record
from plan_tui.text.sentences import sentence_range
from plan_tui.text.tokens import fold_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.compare.promises.printed_places import PrintedPlace
    from plan_tui.model.printed_facts import Quantity
    from plan_tui.model.records import PrintedDate
    from plan_tui.store.derived_rows import DateRow

_NOTE = late_pattern(r"[((「]?(?:※|＊|\*|注[)):：0-9]|備考)")
"""The beginning of a sentence that explains words of another."""
_KANJI = late_pattern("約?[一二三四五六七八九十百千]")
_FEW = late_pattern("[一二三四五六七八九](?![〇一二三四五六七八九十百千万億兆])")
"""A number below ten that is written in kanji belongs to a name (三者, 二本柱), and so does a
larger one that makes one word with a noun (百人委員会)."""
_HOW_OFTEN = late_pattern("[年月週日]間?に?$")
"""Before a number of times, which belongs to no name: 年二回."""

_BOUNDED = late_pattern("(?:以上|以下|未満|超|超える)$")
_UPPER = late_pattern("[0-9][^、。()]{0,6}(?:未満|以下)")
_LOWER = late_pattern("[0-9][^、。()]{0,6}(?:以上|超|を超え)の?$")
_CLASS = late_pattern(
    r"(?:人口|人員|従業員数?|職員数|定員|面積|出力|容量|売上高?|資本金|年齢|世帯数|乗降客数|平均[^、。()]{0,6})"
    r"[がはの]?$"
)
"""Before a bounded number: the quality that tells which things are meant (人口５万人以上の市)."""

_FRACTION = late_pattern(r"[0-9一二三四五六七八九十]+(?:分の|/)[0-9一二三四五六七八九十]+")
_SHARE = late_pattern(r"(?:国費|国庫|補助率?|負担率?|助成率?|交付率?|縮尺|率|割合)[^、。()]{0,3}$")
"""Before a fraction: what somebody pays, or a scale."""
_CHANGED = "削減|低減|縮減|減|増|短縮|圧縮|以上|以下|程度|未満|超|弱|強|達成"
_NAMED = late_pattern(rf"(?!{_CHANGED})[一-龥ァ-ヶA-Za-z]|[をの]?(?:補助|負担|助成|交付|国費)")
"""After a fraction: a noun that it is part of, or a payment."""
_WORD_GOES_ON = late_pattern(rf"(?!{_CHANGED})[一-龥ァ-ヶA-Za-z]")
_OF_A_TARGET = late_pattern(
    rf"(?:{_CHANGED})?(?:という|の)?(?:目標値?)?の?(?:進捗|達成状況|達成度|目標年|目標期)"
)
"""After a number: what is said of the target that it names, which is not promised by that."""
_PER = late_pattern(r"(?:当たり|あたり|につき|ごと|毎に|に対する|を分母|で除|で割)")
_DIVIDED = late_pattern("[/÷]$")

_LENGTHS = late_pattern(
    r"(?:[cmk]?m2?|メートル|キロ(?:メートル)?|㎡|㎞|ヘクタール|ha)$", re.IGNORECASE
)
_SIZE = late_pattern(
    r"(?:四方|角(?!度)|間隔|以内|圏|先|離れ|メッシュ|[のを](?:距離|範囲|高さ|幅|区間|間|超える|離れ)|ごと)"
)
_SIZED = late_pattern(r"(?:半径|直径|高さ|幅|深さ|標高|距離|から|周囲)[はがの]?$")

_PERIODS = late_pattern(r"[0-9](?:年|か月|ヶ月|カ月|箇月|週|日|時間)間?$")
_PERIOD = late_pattern(
    r"間?(?:延長|経過|後|前|計画|保存|保管|有効|ごと|に一|に1|に1|を経|の(?:計画|期間|延長|有効))"
)
_PERIOD_OF = late_pattern(
    r"(?:最初の|過去|直近の?|今後の?|向こう|年限[がはをの]?|期間[がはをの]?)$"
)

_MONEY = late_pattern(
    r"(?:国費|国庫|予算|補助金?|交付金|基金|補正|事業費|総額|措置|拠出|支援額|上限)[^、。]{0,10}$"
)
_SPENT = late_pattern(
    r"(?:程度|規模|余り)?[をの]?(?:計上|措置|予算|補助|交付|基金|支出|拠出|支援|財政|要求|上限)"
)
_SAVED = late_pattern(r"[^、。]{0,12}(?:削減|縮減|減ら|節減)")

_EXISTING = late_pattern(
    r"[^、。()]{0,30}?(?:(?:(?<!予定)(?<!計画)(?<!見込ま)(?:さ?れ|(?<!と)し|っ|ん))た(?![めりちくうらいだ])"
    r"|(?<!予定され)(?<!計画され)(?<!見込まれ)(?<!目指し)て(?:いる|おり|いた|きた)|が?存在する|に上る|にのぼる|済み)"
)
"""After a number: a verb that tells what is or was so."""
_ENDED = late_pattern("た[。)]?$")
"""The end of a sentence that reports. What is done by a target is to be done however it is told."""
_SO_FAR = late_pattern(
    r"(?:既に|すでに|これまでに?|現在|現状|現行|実績|従来|基準|時点)(?:値|の|で|は|で?[::])?[^、。()]{0,12}$"
)
_NO_NOUN = late_pattern("[^、。()の一-龥ァ-ヶ]{0,4}(?:達成|増加|減少|削減|実現|確保|維持|目指す)?")
"""Between a number and brackets that tell what it was before."""
_GLOSS = late_pattern(r"[0-9][^、。()0-9年月日]{0,8}\([^()]{0,15}$")
"""Before a number in brackets: another number, which it only explains."""


MOST = 99
"""Dates, and numbers, of a sentence: what has more is no sentence, and each of them would be held
against each of the others, with all its words."""


@record
class NumberInSentence:
    """A number and the sentence that it is printed in."""

    text: str
    """As printed."""
    unit: str
    """In half width; empty for a ratio."""
    sentence: str
    place: int
    """Characters of the sentence before it."""


@record
class _Number:
    """A number and the folded words on its two sides, of its sentence."""

    text: str
    before: str
    after: str


def is_to_be_reached(
    number: NumberInSentence, dates: Sequence[PrintedPlace], others: Sequence[int], *, kpi: bool
) -> bool:
    """Tell whether a number of a sentence is to be reached.

    Args:
        number: the number, with its sentence.
        dates: the dates of the same sentence, in its order.
        others: places in the sentence where its other numbers begin.
        kpi: True for a sentence of a KPI.

    """
    begin = number.place
    words = _Number(
        fold_width(number.text),
        fold_width(number.sentence[:begin]),
        fold_width(number.sentence[begin + len(number.text) :]),
    )
    return not (
        _NOTE.match(fold_width(number.sentence))
        or (number.unit != "%" and _belongs_to_name(words))
        or _defines(words)
        or _divides(words)
        or _OF_A_TARGET.match(words.after)
        or _measures(words)
        or (number.unit.endswith("円") and _is_spent(words))
        or _exists(words, kpi=kpi)
        or _SO_FAR.search(words.before)
        or _GLOSS.search(words.before)
        or _is_of_the_past(number, dates, others)
        or (kpi and _names_what_is_counted(number, others))
    )


def targets_of_kpi(
    text: str, numbers: Sequence[Quantity], dates: Sequence[PrintedDate] | Sequence[DateRow]
) -> list[bool]:
    """Tell of each number of a KPI's text whether it is to be reached.

    None is in a KPI that promises no number; ``dates`` are those of the text.
    """
    if kpi_status(text) is not KpiStatus.QUANTITATIVE:
        return [False] * len(numbers)
    ranges = [sentence_range(text, number.offset) for number in numbers]
    counts = Counter(ranges)
    told = []
    for number, (begin, end) in zip(numbers, ranges, strict=True):
        of_sentence = places(dates, begin, end) if counts[begin, end] <= MOST else []
        if max(counts[begin, end], len(of_sentence)) > MOST:
            told.append(False)
            continue
        others = [other.offset - begin for other in numbers if begin <= other.offset < end]
        place = number.offset - begin
        printed = NumberInSentence(number.text, number.unit or "", text[begin:end], place)
        told.append(is_to_be_reached(printed, of_sentence, others, kpi=True))
    return told


def _belongs_to_name(words: _Number) -> bool:
    """Tell whether a number in kanji is a part of a name."""
    if not _KANJI.match(words.text) or _BOUNDED.search(words.text):
        return False
    if words.text.endswith("回") and _HOW_OFTEN.search(words.before):
        return False
    return bool(_FEW.match(words.text) or _WORD_GOES_ON.match(words.after))


def _defines(words: _Number) -> bool:
    """Tell whether a number says which things are meant, or how long something lasts."""
    if _BOUNDED.search(words.text) and (
        _CLASS.search(words.before) or _UPPER.match(words.after) or _LOWER.search(words.before)
    ):
        return True
    period = _PERIODS.search(words.text)
    return bool(period and (_PERIOD.match(words.after) or _PERIOD_OF.search(words.before)))


def _divides(words: _Number) -> bool:
    if _PER.match(words.after) or _DIVIDED.search(words.before):
        return True
    fraction = _FRACTION.search(words.text)
    return bool(fraction and (_SHARE.search(words.before) or _NAMED.match(words.after)))


def _measures(words: _Number) -> bool:
    """Tell whether a number is a distance or a size."""
    bare = re.sub("(?:以内|以上|以下|未満|程度)$", "", words.text)
    if not _LENGTHS.search(bare):
        return False
    near = words.text.endswith("以内")
    return near or bool(_SIZE.match(words.after) or _SIZED.search(words.before))


def _is_spent(words: _Number) -> bool:
    """Tell whether an amount of money is that of a budget, which nobody saves."""
    if _SAVED.match(words.after):
        return False
    return bool(_MONEY.search(words.before) or _SPENT.match(words.after))


def _is_of_the_past(
    number: NumberInSentence, dates: Sequence[PrintedPlace], others: Sequence[int]
) -> bool:
    """Tell whether the date that a number belongs to is no target: a baseline, a result.

    That is the last date before it in the same brackets, else in the sentence; else the first
    one after it. A date that is only compared with (比) is none of these, nor is that of another
    number in brackets behind this one.
    """
    begin, sentence = number.place, number.sentence
    dated = [d for d in dates if not COMPARED.match(fold_width(sentence[d.end :]))]
    dated = [date for date in dated if not _is_of_another(number, date, others)]
    first, last = innermost_bracket(sentence, begin)
    inside = [date for date in dated if first <= date.begin < last]
    near = inside or dated
    before = [date for date in near if date.end <= begin]
    belongs = before[-1] if before else near[0] if near else None
    return belongs is not None and not belongs.is_target


def _is_of_another(number: NumberInSentence, date: PrintedPlace, others: Sequence[int]) -> bool:
    """Tell whether a date tells when another number was so: 80％以上（2022年度：72％）."""
    first, last = innermost_bracket(number.sentence, date.begin)
    between = number.sentence[number.place + len(number.text) : max(0, first - 1)]
    behind = first > number.place and _NO_NOUN.fullmatch(fold_width(between))
    return bool(behind) and any(first <= other < last for other in others)


def _exists(words: _Number, *, kpi: bool) -> bool:
    """Tell whether a number is said to be so, or to have been so."""
    verb = _EXISTING.match(words.after)
    ends = verb is not None and _ENDED.search(words.after[: verb.end() + 1])
    return verb is not None and (kpi or not ends)


def _names_what_is_counted(number: NumberInSentence, others: Sequence[int]) -> bool:
    """Tell whether a KPI's last brackets hold its number, and this one stands before them."""
    sentence = number.sentence.rstrip("。 　\n")
    if not sentence.endswith((")", "）")):
        return False
    first, _ = innermost_bracket(sentence, len(sentence) - 1)
    directly = _GLOSS.search(fold_width(sentence[:first]))
    return not directly and number.place < first and any(place >= first for place in others)
