"""Whether a date is a target: the day by which something is to be done.

This module alone decides it; all others read the result. It is decided from the words of the
clause that the date stands in, and from the day on which the document was written:

- A date after that day is a target, unless its words make it part of a name, a forecast, or the
  background of something else.
- A date before that day is none, unless its words look ahead.
- For a period in which that day lies the tense of the first verb after the date decides.

Patterns match folded text without blanks (`plan_tui.text.compact.Compact`). The limits in braces
keep a match inside the clause or noun phrase at the date. They were chosen on the 812 dates of
the texts in ``data/sources``: twice as long they decide alike, half as long four dates change.
"""

from __future__ import annotations

import re
from datetime import date

from plan_tui.model.dated_targets import COMMITTING
from plan_tui.model.enums import TextPlace
from plan_tui.parse.facts.clause_modality import is_attributive
from plan_tui.parse.facts.dates_unresolved import Bearing
from plan_tui.parse.facts.sentence_reach import FARTHEST, sentence_end
from plan_tui.text.record import record

_LAW = re.compile(r"(?:施行|公布|成立|制定)(?:の?日)?[(]$")
"""What stands before a date in brackets that is the date of a law."""
_IN_FORCE = (
    "(?:一部|全面)?(?:施行|公布)(?:(?:さ?れる|さ?れた|する|した|予定の|の)[一-龥ァ-ヶー「」しいの]{0,20}"
    "|[一-龥ァ-ヶー「」]{0,12})(?:(?<![方手司作文])法(?![案人的])|[政省]令|条例|規則)"
)
"""What a law is told by that is in force from a date on: 施行される改正法."""
_MAKING = "(?:策定|改定|決定|見直し)"
_NAME = re.compile(
    rf"(?:[にの]|から)?{_IN_FORCE}|問題|アジェンダ|の[崖壁]|[一-龥ァ-ヶー]{{0,12}}大綱(?!の?{_MAKING})"
    r"|の?(?:[^\d、。()ぁ-ん]{0,20}第?\d+号|法律|政令|省令|改正法|版|度?[^、。]{0,6}(?:白書|年報)"
    r"|[一-龥ァ-ヶー]{0,6}調査(?:結果|では|によ|に基)|[一-龥]{2}分(?!から|より|以降)"
    r"|(?:の[^、。()]{0,12})?(?:第\d次)?(?:当初|補正)?予算(?!から|より)|決算|推計|実績"
    r"|[^、。]{0,6}(?:地震|豪雨|台風|震災)|比(?![較率重べ])|施行[)])"
)
"""What follows a date that is part of a name or of a count."""
_ACT = r"決定|公布|制定|策定|成立|改[定訂正]|採択|答申|施行|一部変更"
_ACT_OF_DAY = re.compile(rf"[^、。()ぁ-ん]{{0,24}}(?:{_ACT})(?:[)、。」]|$)")
"""What follows the date of a decision (…本部決定) outside brackets."""
_DECIDED = re.compile(rf"{_ACT}|とりまとめ|取りまとめ|法律|発表|公開")
_QUOTED_SENTENCE = re.compile(r"する|目指す|行う|図る")
"""Words that tell a quoted sentence from a quoted title."""
_AIM = re.compile(r"目標|期限|予定|年度|時期|めど|目途")
_BACKGROUND = re.compile(
    r"[^、。()]{0,30}(?:を迎え|が?到来|満了|失効|になると|開催され|開かれ)|[^。]{0,40}ざるを得"
    r"|の[^、。()ぁ-ん]{0,12}の?(?:終了|完了|閉会|閉幕)の?後"
)
"""What follows the date of an event or a constraint, which nobody promises."""
_FORECAST = re.compile(
    r"[^。]{0,80}(?:(?:見込まれ|予測され|推計され|想定され)(?!る[一-龥])|見通し(?=[でとが、]))"
)
_VIEW = re.compile(
    r"[^、。()]{0,24}[をも]見据え(?![^。]*目指)|(?:の[^、。]{0,60}|[^、。]{0,60}こと)を(?:踏まえ|前提と)"
)
"""What follows the date of something that a measure allows for or builds on."""
_RELATIONAL_VERBS = (
    "踏まえ", "見据え", "応じ", "通じ", "向け", "含め", "備え", "加え", "交え", "用い", "用し",
    "とし", "即し", "関し", "対し", "生かし", "活かし", "沿っ", "伴っ", "基づい",
)  # fmt: skip
"""Verbs whose past tense before a noun reports no deed: …に向けた検討, …を踏まえた計画."""
_DONE = re.compile(
    r"(?:[しれっいんえけげせてねべめじき]"
    + "".join(f"(?<!{verb})" for verb in _RELATIONAL_VERBS)
    + r"た(?![めりちくうらだ上後]))|こと(?:となっ|になっ|とされ)た"
    r"|て(?:いる|おり|いた|き)|済(?:み|。|$)|によると|によれば"
    r"|国会(?:において|で)[^、。]*(?:成立|改正)"
)
"""What reports something done; that the Diet passes a law a plan can only report."""
_AHEAD = re.compile(
    r"(?:[うくぐすつぬぶむる]|[えけげせねべめれ]|(?<!に[おつ]い)て)(?=[。、)\n]|こと(?!と(?:な|さ)|にな)|ととも|よう|ほか|など|予定|$)"
    r"|目指|予定|見込み|目標"
)
"""What looks ahead: a verb in its plain form or its conjunctive form before a comma (定め、), or
a word of aim."""
_FINISHED = re.compile(
    r"^(?!.*よう[^、。]{0,12}ている[)」]?$).*(?:(?<!こととし)(?<!こととされ)た|ている|済み?|中|たところ(?:である|だ|です))[)」]?$"
)
"""The end of a sentence about what is past or in progress, but not of one that prepares for a
day to come (…よう…している)."""
_CONTENT = re.compile(r"^.*とする(?=[一-龥ァ-ヶー「])")
"""Words that tell the content of a noun: 券を配ることを内容とする法案."""
_PROMISE = re.compile("[うくぐすつぬぶむる]$")
"""The plain form of a verb that ends a sentence."""
_IN_BRACKETS = re.compile(r"\([^()]*\)?")
_DENIED = re.compile(
    r"(?:予定|計画|見込み|見通し|想定|目標)(?:で?は|が|も)?な[いく]"
    r"|(?:予定|計画|想定)(?:は|を|と)?(?:して|されて)い?な[いく]|目指(?:さな[いく]|すもので?はな[いく])"
)
"""What says that nothing is to be done."""
_TOPIC = re.compile(r"(?:においては?も?|に)?[はも]?(?<=[はも])[、,]?")
_PAUSE = re.compile("に?[、,]")
_CLOSING = {"(": ")", "「": "」", "『": "』", "[": "]", "【": "】"}
_BRACKET_OR_END = re.compile(r"[()「」『』\[\]【】。\n\t]")
_BOUND = COMMITTING | {"中", "頃", "以降"}
"""Words of modality with which a date says when something happens, and is no mere name."""
_LONGEST_QUOTED_TITLE = 60
"""Characters of a quotation in 「」 that is a title; longer ones quote a sentence. On the sources
30 and more decide alike; with 20 the date of a title becomes a target."""
_BRACKET_REACH = 80
"""Characters before a date in which its bracket is looked for: a longer bracket is a text of its
own. On the sources 10 and more decide alike."""
_FIRST_VERB_REACH = 12
"""Characters after a date of the running period that hold the verb it belongs to. A verb in the
past tense further on belongs to a noun of the clause. On the sources 9 and more decide alike."""
_LAW_REACH = 8
"""Characters before a date in which the end of `_LAW` stands."""
_AIM_REACH = 7
"""Characters before a date's bracket in which a word of aim stands (目標年度（…）): a compound
noun. On the sources 2 and more decide alike."""


@record
class DateInText:
    """A date and the folded text that it stands in."""

    text: str
    start: int
    """Offset of the date's words."""
    end: int
    """Offset after the date's words."""
    after: int
    """Offset after the words of modality."""
    first: date
    """First day that the date's words cover."""
    last: date
    """Last day that the date's words cover."""
    modality: tuple[str, ...]
    """The words of modality, one spelling each."""


def is_target(mention: DateInText, dated: date, kind: TextPlace) -> bool:
    """Return whether the date is a target in a text written on the day ``dated``."""
    if mention.first == mention.last == dated and not mention.modality:
        return False
    if _DENIED.search(_rest_of_sentence(mention)):
        return False
    if _is_name(mention) or _is_decision(mention, dated, kind) or _is_background(mention):
        return False
    if {"時点", "現在"}.intersection(mention.modality):
        return kind is TextPlace.KPI and mention.last >= dated
    if mention.first > dated:
        return True
    if kind is not TextPlace.KPI and _is_running_time(mention):
        return False
    if mention.last >= dated:
        return kind is TextPlace.KPI or _is_target_of_running_period(mention)
    if kind is TextPlace.KPI:
        return "まで" in mention.modality
    return _looks_ahead(mention)


def is_unresolved_target(mention: DateInText, bearing: Bearing) -> bool:
    """Return whether a statement without known days says by when something is to be done.

    What holds for now (当面) does not. What is as soon as may be (早期に) does only as the time of
    a verb that promises.
    """
    if bearing is Bearing.MEANWHILE or _is_name(mention) or _is_background(mention):
        return False
    if _DENIED.search(_rest_of_sentence(mention)):
        return False
    clause = _IN_BRACKETS.sub("", _rest_of_clause(mention))
    if bearing is Bearing.SOON:
        promised = _AHEAD.search(clause)
        return (
            promised is not None
            and not clause.startswith("よう", promised.end())
            and not is_attributive(clause[: promised.start() + 2])
            and not _DONE.search(clause)
        )
    if {"時点", "現在", "以前"}.intersection(mention.modality):
        return False
    return bearing is Bearing.TO_COME or _is_target_of_running_period(mention)


def _is_background(mention: DateInText) -> bool:
    """Return whether the date is that of an event or a forecast which the measure refers to."""
    if _BACKGROUND.match(mention.text, mention.after):
        return True
    if COMMITTING.intersection(mention.modality):
        return False
    farthest = mention.after + FARTHEST
    return any(words.match(mention.text, mention.after, farthest) for words in (_VIEW, _FORECAST))


def _is_target_of_running_period(mention: DateInText) -> bool:
    """Return whether a period in which the document's day lies is a target."""
    rest, clause = _rest_of_sentence(mention), _rest_of_clause(mention)
    if _FINISHED.search(rest):  # the last verb decides of what is the content of a noun
        clause = _CONTENT.sub("", clause)
    if _BOUND.intersection(mention.modality):
        # 2025年度中に、…を活用した実証を行う: a finished verb further on is of another thing.
        if _is_topic(rest) or _PAUSE.match(rest):
            return not _FINISHED.search(rest)
        return not _comes_first(_DONE, _AHEAD, clause[:_FIRST_VERB_REACH])
    if _is_note_in_brackets(mention):
        return False
    if _is_topic(rest) or not (_DONE.search(clause) or _AHEAD.search(clause)):
        return not _FINISHED.search(rest)
    return not _comes_first(_DONE, _AHEAD, clause)


def _looks_ahead(mention: DateInText) -> bool:
    """Return whether the words after a day before the document's still look ahead."""
    rest, clause = _rest_of_sentence(mention), _rest_of_clause(mention)
    if COMMITTING.intersection(mention.modality) and rest[:1] in "にを":
        return _comes_first(_AHEAD, _DONE, rest) and not _FINISHED.search(rest)
    # …を今春に実現する: a sentence whose rest is one clause in the plain form promises.
    one_clause = clause == rest and rest.startswith("に") and _opening_bracket(mention) is None
    return one_clause and _comes_first(_PROMISE, _DONE, rest)


def _is_topic(rest: str) -> bool:
    """Return whether the date is the topic of its sentence (令和3年度は、…)."""
    match = _TOPIC.match(rest)
    return match is not None and match.end() > 0


def _is_name(mention: DateInText) -> bool:
    """Return whether the date belongs to the name of a law, a title or a statistic."""
    if _LAW.search(mention.text, max(0, mention.start - _LAW_REACH), mention.start):
        return True
    if COMMITTING.intersection(mention.modality):
        return False
    if _NAME.match(mention.text, mention.after):
        return True
    bracket, inside = _in_brackets(mention)
    short = len(inside) <= _LONGEST_QUOTED_TITLE
    return bracket in ("「", "『") and short and not _QUOTED_SENTENCE.search(inside)


def _is_decision(mention: DateInText, dated: date, kind: TextPlace) -> bool:
    """Return whether the date is that of a decision, which no day to come is."""
    if mention.first > dated or COMMITTING.intersection(mention.modality):
        return False
    if mention.last >= dated and kind is TextPlace.KPI:
        return False
    bracket, inside = _in_brackets(mention)
    if bracket in ("(", "[", "【"):
        return "予定" not in inside and _DECIDED.search(inside) is not None
    return _ACT_OF_DAY.match(mention.text, mention.after) is not None


def _in_brackets(mention: DateInText) -> tuple[str, str]:
    """Return the innermost opening bracket around the date and the text in it, else two blanks."""
    opening = _opening_bracket(mention)
    if opening is None:
        return "", ""
    bracket, start = opening
    farthest = mention.after + FARTHEST
    end = mention.text.find(_CLOSING[bracket], mention.after, farthest)
    return bracket, mention.text[start + 1 : end if end >= 0 else farthest]


def _opening_bracket(mention: DateInText) -> tuple[str, int] | None:
    """Return (bracket, offset) of the innermost bracket around the date, if it stands in one."""
    depth = 0
    first = max(0, mention.start - _BRACKET_REACH + 1)
    for sign in reversed([*_BRACKET_OR_END.finditer(mention.text, first, mention.start)]):
        character = sign.group()
        if character in "。\n\t":
            return None
        if character not in _CLOSING:
            depth += 1
        elif depth == 0:
            return character, sign.start()
        else:
            depth -= 1
    return None


def _is_note_in_brackets(mention: DateInText) -> bool:
    """Return whether the date is a note in brackets to words that name no aim."""
    before = mention.text[max(0, mention.start - 1 - _AIM_REACH) : mention.start]
    return before.endswith("(") and _closes(mention) and not _AIM.search(before[:-1])


def _closes(mention: DateInText) -> bool:
    """Return whether a bracket closes just after the date."""
    return mention.text.startswith(")", mention.after)


def _is_running_time(mention: DateInText) -> bool:
    """Return whether the date is a range in brackets: the running time of what stands before."""
    words = mention.text[mention.start : mention.end]
    opens = mention.text.endswith("(", 0, mention.start)
    return opens and _closes(mention) and ("から" in words or "~" in words)


def _rest_of_sentence(mention: DateInText) -> str:
    """Return the date's sentence from the words of modality on, without these."""
    return mention.text[mention.after : sentence_end(mention.text, mention.after)]


def _rest_of_clause(mention: DateInText) -> str:
    """Return the rest of the date's clause; a comma just after the date does not end it."""
    rest = _rest_of_sentence(mention)
    particle = re.match(r"(?:[にはもの]|には|では)?[、,]", rest)
    start = particle.end() if particle else 0
    comma = rest.find("、", start)
    return rest[start : comma if comma >= 0 else len(rest)]


def _comes_first(words: re.Pattern[str], other_words: re.Pattern[str], text: str) -> bool:
    """Return whether ``words`` stand in ``text``, and before ``other_words``."""
    first, other = words.search(text), other_words.search(text)
    return first is not None and (other is None or first.start() < other.start())
