"""Whether a date is a target: the day by which something is to be done.

Decided from the words of the clause that the date stands in and from when the document was
written. A day to come is a target unless the words make it a name, a forecast or the
background of something else; a day that has passed is none unless the words look ahead; a day
of the running period goes by the tense of the first verb after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plan_tui.text.calendar import SEASONS

_LAW = re.compile(r"(?:施行|公布|成立|制定)(?:の?日)?[(]$")
"""What stands before a date in brackets that is a law's."""
_NAME = re.compile(
    r"の?(?:[^\d、。()]{0,12}(?:法律|政令|省令|府令|告示|条例|規則|訓令)?第?\d+号|法律|政令|省令|法?改正法"
    r"|版(?!の?[公策])|度?[^、。]{0,6}(?:白書|年報)|(?:国勢|統計|実態)?調査(?:結果|では|によ|に基)"
    r"|(?:の[^、。()]{0,12})?(?:第\d次)?(?:当初|補正)?予算|決算|推計|実績|[^、。]{0,6}(?:地震|豪雨|台風|震災)"
    r"|前?比|度比|(?:決定|採択|確定)分|施行[)])"
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
    r"[^、。()]{0,16}(?:になると|目を迎え)|[^、。()]{0,30}(?:期限が到来|に満了)"
    r"|に?(?:開催される|開かれる)|[^。]{0,40}ざるを得"
)
"""What follows a date that is of an event or a constraint, not promised."""
_FORECAST = re.compile(
    r"[^。]{0,80}(?:(?:見込まれ|予測され|推計され|想定され)(?!る[一-龥])|見通し(?=[でとが、]))"
)
_VIEW = re.compile(r"[^、。()]{0,24}[をも]見据え|[^。、]{0,60}ことを踏まえ")
"""An event in view; a day to aim for only where the sentence says so (目指す)."""
_DONE = re.compile(
    r"(?:[しれっいんえけげせてねべめじき]"
    r"(?<!踏まえ)(?<!応じ)(?<!通じ)(?<!向け)(?<!含め)(?<!用い)(?<!用し)(?<!備え)(?<!加え)(?<!とし)"
    r"(?<!交え)(?<!見据え)(?<!沿っ)(?<!基づい)(?<!即し)"
    r"た(?![めりちくうらだ上後]))|こと(?:となっ|になっ|とされ)た"
    r"|て(?:いる|おり|いた|き)|済(?:み|。|$)|より抜粋|によると|によれば"
    r"|国会(?:において|で)[^、。]*(?:成立|改正)"
)
_AHEAD = re.compile(
    r"[すう行図得せめげれけ進]る?(?=[。、)\n]|こと(?!と(?:な|さ)|にな)|ととも|よう|ほか|など|予定|$)"
    r"|目指|予定|見込み|目標|(?:実施|開始|策定|構築|整備|完了|導入|提出|作成|公表)(?=[。)】\n]|$)"
)
_FINISHED = re.compile(
    r"^(?!.*よう[^、。]{0,12}ている[)」]?$).*(?:(?<!こととし)(?<!こととされ)た|ている|済み?|中)[)」]?$"
)
"""How a sentence about what is past or running ends, not one that prepares for a day to come."""
_TOPIC = re.compile(r"(?:においては?も?|に)?[はも]?(?<=[はも])[、,]?")
_PAUSE = re.compile("に?[、,]")
_SENTENCE_END = re.compile(r"[。\n\t]")
_CLOSING = {"(": ")", "「": "」", "『": "』", "[": "]", "【": "】"}
_FIRM = frozenset(("まで", "目途", "目標", "期限", "予定"))
_BOUND = _FIRM | {"中", "頃", "以降"}
_NEAR = timedelta(days=31)


class TextKind(StrEnum):
    """What a text is, as far as it bears on its dates."""

    TEXT = "text"
    KPI = "kpi"
    FOOTNOTE = "footnote"


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


def is_target(place: Place, dated: date, kind: TextKind) -> bool:
    """Tell whether the date is a target in a text written on the day ``dated``."""
    if place.first == place.last == dated and not place.modality:
        return False
    if _is_name(place) or _is_decision(place, dated, kind) or _is_background(place):
        return False
    if {"時点", "現在"}.intersection(place.modality):
        return kind is TextKind.KPI and place.last >= dated
    if place.first > dated:
        return True
    if kind is not TextKind.KPI and _lasting_name(place):
        return False
    if place.last >= dated:
        return kind is TextKind.KPI or _running(place)
    if kind is TextKind.KPI:
        return "まで" in place.modality
    return _still_ahead(place, dated)


def _is_background(place: Place) -> bool:
    """Tell whether the date is of an event or forecast that the measure looks at."""
    if _BACKGROUND.match(place.text, place.after):
        return True
    if _FIRM.intersection(place.modality):
        return False
    if _VIEW.match(place.text, place.after) and "目指" not in _rest(place):
        return True
    return _FORECAST.match(place.text, place.after) is not None


def _running(place: Place) -> bool:
    """Decide for a period that the document's day lies in."""
    rest, clause = _rest(place), _clause(place)
    if _BOUND.intersection(place.modality):
        # 2025年度中に、…を活用した実証を行う: a finished verb further on is of another thing.
        if _topic(rest) or _PAUSE.match(rest):
            return not _FINISHED.search(rest)
        return not _before(_DONE, _AHEAD, clause[:12])
    if place.last - place.first <= _NEAR and _alone_in_brackets(place):
        return False
    if _topic(rest) or not (_DONE.search(clause) or _AHEAD.search(clause)):
        return not _FINISHED.search(rest)
    return not _before(_DONE, _AHEAD, clause)


def _still_ahead(place: Place, dated: date) -> bool:
    """Decide for days before the document's: only words that look ahead make them a target."""
    rest, clause = _rest(place), _clause(place)
    if _FIRM.intersection(place.modality) and rest[:1] in "にを":
        return _before(_AHEAD, _DONE, rest) and not _FINISHED.search(rest)
    season = place.text[place.end - 1] in SEASONS
    just_passed = season and dated - place.last <= _NEAR and _opened(place) is None
    return just_passed and _before(_AHEAD, _DONE, clause) and not _FINISHED.search(rest)


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


def _is_decision(place: Place, dated: date, kind: TextKind) -> bool:
    """Tell whether the date is of a decision, which no day to come is."""
    if place.first > dated or _FIRM.intersection(place.modality):
        return False
    if place.last >= dated and kind is TextKind.KPI:
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
    return behind == ")" and before.endswith(("」(", "期(")) and ("から" in words or "~" in words)


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
