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

_NAME = re.compile(
    r"の?(?:[^\d、。()]{0,12}(?:法律|政令|省令|府令|告示|条例|規則|訓令)?第?\d+号|法律|政令|省令|法?改正法"
    r"|版(?!の?[公策])|度?[^、。]{0,6}(?:白書|年報)|(?:国勢|統計|実態)?調査(?:結果|では|によ|に基)"
    r"|(?:第\d次)?(?:当初|補正)?予算|決算|推計|実績|[^、。]{0,6}(?:地震|豪雨|台風|震災)"
    r"|前?比|度比|(?:決定|採択|確定)分"
    r"|[(]?[^、。()]{0,14}(?:決定|公布|制定|策定|成立|改[定訂正]|採択|答申|一部改)[)、」])"
)
"""What follows a date that is part of a name or of a count."""
_DECIDED = re.compile(
    r"決定|公布|制定|策定|成立|改[定訂正]|採択|答申|とりまとめ|取りまとめ|施行|法律|発表|公開"
)
_AIM = re.compile(r"目標|期限|予定|年度|時期|めど|目途")
_BACKGROUND = re.compile(
    r"[^、。()]{0,16}になると|[^、。()]{0,30}(?:期限が到来|に満了)"
    r"|[^。]{0,80}(?:見込まれ|予測され|推計され|想定され|ざるを得)|に?(?:開催される|開かれる)"
)
"""What follows a date that is forecast or looked at, not promised."""
_VIEW = re.compile(r"[^、。()]{0,16}を見据え")
"""An event in view; a day to aim for only where the sentence says so (目指す)."""
_DONE = re.compile(
    r"(?:[しれっいんえけげせてねべめ]|き)た(?![めりちくうらだ上後])|こと(?:となっ|になっ|とされ)た"
    r"|て(?:いる|おり|いた|き)|済(?:み|。|$)|より抜粋|によると|によれば"
)
_AHEAD = re.compile(
    r"[すう行図得せめげれけ進]る?(?=[。、)\n]|こと(?!と(?:な|さ)|にな)|ととも|よう|ほか|など|予定|$)"
    r"|目指|予定|見込み|目標|(?:実施|開始|策定|構築|整備|完了|導入|提出|作成|公表)(?=[。)】\n]|$)"
)
_SENTENCE_END = re.compile(r"[。\n\t]")
_FIRM = frozenset(("まで", "目途", "目標", "期限", "予定"))
_BOUND = _FIRM | {"中", "頃"}
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
    if _is_name(place) or (place.first == place.last == dated and not place.modality):
        return False
    if _BACKGROUND.match(place.text, place.after):
        return False
    if _VIEW.match(place.text, place.after) and "目指" not in _rest(place):
        return False
    if {"時点", "現在"}.intersection(place.modality):
        return kind is TextKind.KPI and place.last >= dated
    if place.first > dated:
        return True
    if place.last >= dated:
        return kind is TextKind.KPI or _running(place)
    return kind is not TextKind.KPI and _still_ahead(place, dated)


def _running(place: Place) -> bool:
    """Decide for a period that the document's day lies in."""
    if not _BOUND.intersection(place.modality) and _alone_in_brackets(place):
        return False
    clause = _clause(place)
    if _BOUND.intersection(place.modality):
        # 2025年度中に…を活用した実証を行う: a finished verb further on is of another thing.
        clause = clause[:12]
    return not _before(_DONE, _AHEAD, clause)


def _still_ahead(place: Place, dated: date) -> bool:
    """Decide for days before the document's: only words that look ahead make them a target."""
    bound = _FIRM.intersection(place.modality) or dated - place.last <= _NEAR
    return bool(bound) and _before(_AHEAD, _DONE, _rest(place))


def _is_name(place: Place) -> bool:
    """Tell whether the date belongs to the name of a law, a title or a statistic."""
    if not _FIRM.intersection(place.modality) and _NAME.match(place.text, place.after):
        return True
    opened = _opened(place)
    if opened is None:
        return False
    sign, begin = opened
    close = {"(": ")", "「": "」", "『": "』", "[": "]", "【": "】"}[sign]
    end = place.text.find(close, place.after)
    inside = place.text[begin + 1 : end if end >= 0 else len(place.text)]
    if sign in "「『":
        return len(inside) <= 60 and not _FIRM.intersection(place.modality)
    return bool(_DECIDED.search(inside)) and not _FIRM.intersection(place.modality)


def _opened(place: Place) -> tuple[str, int] | None:
    """Return (sign, offset) of the innermost bracket around the date, if it stands in one."""
    depth = 0
    for offset in range(place.start - 1, max(-1, place.start - 80), -1):
        character = place.text[offset]
        if character in ")」』]】":
            depth += 1
        elif character in "(「『[【":
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
