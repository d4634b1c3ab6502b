"""Whether a date is a target: the day by which something is to be done.

Decided from the words of the clause that the date stands in and from when the document was
written. A day to come is a target unless the words make it a name, a forecast or the
background of something else; a day that has passed is none unless the words look ahead; a day
of the running period goes by the tense of the first verb after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from plan_tui.model.enums import TextPlace

_LAW = re.compile(r"(?:施行|公布|成立|制定)(?:の?日)?[(]$")
"""What stands before a date in brackets that is a law's."""
_NAME = re.compile(
    r"の?(?:[^\d、。()ぁ-ん]{0,20}第?\d+号|法律|政令|省令|改正法|版|度?[^、。]{0,6}(?:白書|年報)"
    r"|[一-龥ァ-ヶー]{0,6}調査(?:結果|では|によ|に基)|[一-龥]{2}分(?!から|より|以降)"
    r"|(?:の[^、。()]{0,12})?(?:第\d次)?(?:当初|補正)?予算|決算|推計|実績"
    r"|[^、。]{0,6}(?:地震|豪雨|台風|震災)|比(?![較率重べ])|施行[)])"
)
"""What follows a date that is part of a name or of a count."""
_ACT = r"決定|公布|制定|策定|成立|改[定訂正]|採択|答申|施行|一部変更"
_ACT_OF_DAY = re.compile(rf"[^、。()ぁ-ん]{{0,24}}(?:{_ACT})(?:[)、。」]|$)")
"""What follows the date of a decision (…本部決定) outside brackets."""
_DECIDED = re.compile(rf"{_ACT}|とりまとめ|取りまとめ|法律|発表|公開")
_TITLE_IS_NONE = re.compile(r"する|目指す|行う|図る")
"""Words that stand in quoted sentences, not in quoted titles."""
_AIM = re.compile(r"目標|期限|予定|年度|時期|めど|目途")
_BACKGROUND = re.compile(
    r"[^、。()]{0,30}(?:を迎え|が?到来|満了|失効|になると|開催され|開かれ)|[^。]{0,40}ざるを得"
)
"""What follows a date that is of an event or a constraint, not promised."""
_FORECAST = re.compile(
    r"[^。]{0,80}(?:(?:見込まれ|予測され|推計され|想定され)(?!る[一-龥])|見通し(?=[でとが、]))"
)
_VIEW = re.compile(
    r"[^、。()]{0,24}[をも]見据え(?![^。]*目指)|(?:の[^、。]{0,60}|[^、。]{0,60}こと)を(?:踏まえ|前提と)"
)
"""What follows a date of what a measure looks at or builds on, and does not itself aim at."""
_RELATION = (
    "踏まえ", "見据え", "応じ", "通じ", "向け", "含め", "備え", "加え", "交え", "用い", "用し",
    "とし", "即し", "関し", "対し", "生かし", "活かし", "沿っ", "伴っ", "基づい",
)  # fmt: skip
"""Verbs whose past tense before a noun tells of no deed: …に向けた検討, …を踏まえた計画."""
_DONE = re.compile(
    r"(?:[しれっいんえけげせてねべめじき]"
    + "".join(f"(?<!{verb})" for verb in _RELATION)
    + r"た(?![めりちくうらだ上後]))|こと(?:となっ|になっ|とされ)た"
    r"|て(?:いる|おり|いた|き)|済(?:み|。|$)|によると|によれば"
    r"|国会(?:において|で)[^、。]*(?:成立|改正)"
)
"""What tells of something done; that the Diet passes a law a plan can only report."""
_AHEAD = re.compile(
    r"(?:[うくぐすつぬぶむる]|[えけげせてねべめれ])(?=[。、)\n]|こと(?!と(?:な|さ)|にな)|ととも|よう|ほか|など|予定|$)"
    r"|目指|予定|見込み|目標"
)
"""What looks ahead: a verb in its plain form or pausing on its stem (定め、), or a word of aim."""
_FINISHED = re.compile(
    r"^(?!.*よう[^、。]{0,12}ている[)」]?$).*(?:(?<!こととし)(?<!こととされ)た|ている|済み?|中)[)」]?$"
)
"""How a sentence about what is past or running ends, not one that prepares for a day to come."""
_PROMISE = re.compile("[うくぐすつぬぶむる]$")
"""The plain form of a verb that ends a sentence."""
_TOPIC = re.compile(r"(?:においては?も?|に)?[はも]?(?<=[はも])[、,]?")
_PAUSE = re.compile("に?[、,]")
_SENTENCE_END = re.compile(r"[。\n\t]")
_CLOSING = {"(": ")", "「": "」", "『": "』", "[": "]", "【": "】"}
_FIRM = frozenset(("まで", "目途", "目標", "期限", "予定"))
_BOUND = _FIRM | {"中", "頃", "以降"}


@dataclass(frozen=True, slots=True)
class Place:
    """A date in folded text, with what the decision needs of it."""

    text: str
    start: int
    end: int
    """After the date's words."""
    after: int
    """After the words of modality."""
    first: date
    last: date
    modality: tuple[str, ...]


def is_target(place: Place, dated: date, kind: TextPlace) -> bool:
    """Tell whether the date is a target in a text written on the day ``dated``."""
    if place.first == place.last == dated and not place.modality:
        return False
    if _is_name(place) or _is_decision(place, dated, kind) or _is_background(place):
        return False
    if {"時点", "現在"}.intersection(place.modality):
        return kind is TextPlace.KPI and place.last >= dated
    if place.first > dated:
        return True
    if kind is not TextPlace.KPI and _lasting_name(place):
        return False
    if place.last >= dated:
        return kind is TextPlace.KPI or _running(place)
    if kind is TextPlace.KPI:
        return "まで" in place.modality
    return _still_ahead(place)


def _is_background(place: Place) -> bool:
    """Tell whether the date is of an event or forecast that the measure looks at."""
    if _BACKGROUND.match(place.text, place.after):
        return True
    if _FIRM.intersection(place.modality):
        return False
    return any(words.match(place.text, place.after) for words in (_VIEW, _FORECAST))


def _running(place: Place) -> bool:
    """Decide for a period that the document's day lies in."""
    rest, clause = _rest(place), _clause(place)
    if _BOUND.intersection(place.modality):
        # 2025年度中に、…を活用した実証を行う: a finished verb further on is of another thing.
        if _topic(rest) or _PAUSE.match(rest):
            return not _FINISHED.search(rest)
        return not _before(_DONE, _AHEAD, clause[:12])
    if _alone_in_brackets(place):
        return False
    if _topic(rest) or not (_DONE.search(clause) or _AHEAD.search(clause)):
        return not _FINISHED.search(rest)
    return not _before(_DONE, _AHEAD, clause)


def _still_ahead(place: Place) -> bool:
    """Decide for days before the document's: only words that look ahead make them a target."""
    rest, clause = _rest(place), _clause(place)
    if _FIRM.intersection(place.modality) and rest[:1] in "にを":
        return _before(_AHEAD, _DONE, rest) and not _FINISHED.search(rest)
    # …を今春に実現する: what the whole rest of the sentence promises in the plain form stands.
    alone = clause == rest and rest.startswith("に") and _opened(place) is None
    return alone and _before(_PROMISE, _DONE, rest)


def _topic(rest: str) -> bool:
    """Tell whether the date is what the whole sentence is about (令和3年度は、…)."""
    match = _TOPIC.match(rest)
    return match is not None and match.end() > 0


def _is_name(place: Place) -> bool:
    """Tell whether the date belongs to the name of a law, a title or a statistic."""
    if _LAW.search(place.text, max(0, place.start - 8), place.start):
        return True
    if _FIRM.intersection(place.modality):
        return False
    if _NAME.match(place.text, place.after):
        return True
    sign, inside = _brackets(place)
    return sign in ("「", "『") and len(inside) <= 60 and not _TITLE_IS_NONE.search(inside)


def _is_decision(place: Place, dated: date, kind: TextPlace) -> bool:
    """Tell whether the date is of a decision, which no day to come is."""
    if place.first > dated or _FIRM.intersection(place.modality):
        return False
    if place.last >= dated and kind is TextPlace.KPI:
        return False
    sign, inside = _brackets(place)
    if sign in ("(", "[", "【"):
        return "予定" not in inside and _DECIDED.search(inside) is not None
    return _ACT_OF_DAY.match(place.text, place.after) is not None


def _brackets(place: Place) -> tuple[str, str]:
    """Return the innermost opening bracket before the date and what stands in it, or blanks."""
    opened = _opened(place)
    if opened is None:
        return "", ""
    sign, begin = opened
    end = place.text.find(_CLOSING[sign], place.after)
    return sign, place.text[begin + 1 : end if end >= 0 else len(place.text)]


def _opened(place: Place) -> tuple[str, int] | None:
    """Return (sign, offset) of the innermost bracket around the date, if it stands in one."""
    depth = 0
    for offset in range(place.start - 1, max(-1, place.start - 80), -1):
        character = place.text[offset]
        if character in _CLOSING.values():
            depth += 1
        elif character in _CLOSING:
            if depth == 0:
                return character, offset
            depth -= 1
        elif character in "。\n\t":
            return None
    return None


def _alone_in_brackets(place: Place) -> bool:
    """Tell whether the date is a note in brackets to words that do not name an aim."""
    before, behind = place.text[: place.start], place.text[place.after : place.after + 1]
    return before.endswith("(") and behind == ")" and not _AIM.search(before[-8:-1])


def _lasting_name(place: Place) -> bool:
    """Tell whether the date is the running time of what stands before its brackets."""
    words = place.text[place.start : place.end]
    before, behind = place.text[: place.start], place.text[place.after : place.after + 1]
    return behind == ")" and before.endswith("(") and ("から" in words or "~" in words)


def _rest(place: Place) -> str:
    """Return the rest of the date's sentence."""
    end = _SENTENCE_END.search(place.text, place.after)
    return place.text[place.after : end.start() if end else len(place.text)]


def _clause(place: Place) -> str:
    """Return the rest of the date's clause; a comma just after the date does not end it."""
    rest = _rest(place)
    skipped = re.match(r"(?:[にはもの]|には|では)?[、,]", rest)
    begin = skipped.end() if skipped else 0
    comma = rest.find("、", begin)
    return rest[begin : comma if comma >= 0 else len(rest)]


def _before(sought: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    """Tell whether ``sought`` stands in ``text``, and before ``other``."""
    first, second = sought.search(text), other.search(text)
    return first is not None and (second is None or first.start() < second.start())
