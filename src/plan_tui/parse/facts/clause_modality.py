"""The words of a date's clause that come after its verb and say how the date binds.

In 年度末までに開始する予定である the date belongs to 開始する, and 予定 says how. A date belongs to
the first verb after it, or, with a comma just behind it, to the last verb of its clause. A clause
ends with a verb before a comma (検討を行い、), with the sentence, its bracket or its cell, and
where another date begins one. What is denied (予定はない) or past (目指していた) binds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.parse.facts.date_numerals import LIST
from plan_tui.parse.facts.sentence_reach import sentence_end
from plan_tui.text.record import record

_END = r"(?=が?(?:[。、,;)」』】\]\n\t]|$))"
_IS = r"(?:で(?:ある|あり|す)?|だ)"
_DOES = r"(?:する|し(?:て(?:いる|おり|います|いく)?)?|します|しており)"
_IS_DONE = r"(?:さ?れ(?:る|て(?:いる|おり)|ており)?)"
_AS = rf"と(?:{_DOES}|さ{_IS_DONE}|な(?:る|り|って(?:いる|おり)))"
_AIMS = {
    "予定": rf"予定(?:(?:{_IS}|{_DOES}|{_AS}|さ{_IS_DONE})?{_END}|の(?=[一-龥ァ-ヶー]))",
    "目指す": (
        rf"目[指ざ](?:す(?:こと|もの)?(?:{_IS}|{_AS})?|{_DOES}|さ{_IS_DONE}){_END}"
        r"|目[指ざ](?:す(?=とともに|ほか|ため|など|等|[上う]え?で)|し(?:つつ|ながら|て(?![いお])))"
    ),
    "目標": (
        rf"(?:を|こと)?目標(?:(?:{_IS}|{_AS}|に(?:{_DOES}|掲げ(?:る|て(?:いる|おり))?|設定{_DOES}))"
        r"{end}|(?=[。)]|$))|を目標(?:に(?![しす掲設])|として(?![いお]))"
    ).replace("{end}", _END),
    "目途": (
        r"(?:目途|目処|めど)"
        rf"(?:に(?![しすさ])|として(?![いお])|(?:{_IS}|{_AS}|に{_DOES})?{_END})"
    ),
    "期限": rf"を期限(?:に|として(?![いお])|{_AS}{_END})",
    "見込み": (
        rf"見込(?:み(?:{_IS}|{_AS})?|む|んで(?:いる|おり)|ま{_IS_DONE}){_END}|見込みの(?=[一-龥ァ-ヶー])"
    ),
    "見通し": rf"見通し(?:{_IS}|{_AS})?{_END}",
    "想定": rf"想定(?:{_IS}|{_DOES}|{_AS}|さ{_IS_DONE})?{_END}",
    "計画": rf"(?:(?<=[うくぐすつぬぶむる])計画(?:{_IS}|{_AS})|を計画し(?:ている|ており)){_END}",
}
_AIM = re.compile(
    "|".join(f"(?P<a{number}>{pattern})" for number, pattern in enumerate(_AIMS.values()))
)
_WORDS = tuple(_AIMS)
_OF_SENTENCE = re.compile(
    "|".join(
        f"(?<=[うくぐすつぬぶむると])(?P<a{_WORDS.index(word)}>{_AIMS[word]})$"
        for word in ("予定", "見込み", "見通し", "想定")
    )
)
"""The end of a sentence that holds for all its verbs (定め、公表する予定)."""
_CONTRAST = re.compile("(?:ものの|一方で?|(?<=[たるいだう])が)[、,]")
"""Between two things of which a sentence says different things."""
_PAUSED = re.compile(
    r"(?:の間)?(?:まで)?"
    r"(?:(?:に(?:おいて|ついて)?|で|から|より)?[はも]?[、,]|(?:に(?:おいて|ついて)?)?は)"
)
"""Behind a date that belongs to the last verb of its clause."""
_BASELINE = re.compile("年?度?比")
"""Behind a date that something is measured against."""
_COUNTED = frozenset(("時点", "現在"))
"""Words of a date on which something was counted, whatever is expected of it."""
_CLAUSE_END = re.compile(
    r"(?:[いきしちひみりぎじびえけせてねめれげぜべっ]|とともに|ほか|ものの|一方で?|[んい]で"
    r"|(?<=[たるいだう])が|[ぁ-ん]ず)$"
)
"""The end of what a comma closes as a clause, and not as a part of one."""
_SUBORDINATE = re.compile(
    r"(?:つつ|ながら|[上うえ]で|ことで|ば|(?<=[たるいだう])から|ため(?:に(?:は|も)?)?|よう(?:に)?"
    r"|場合(?:に?は)?|際(?:に?[はも]|しても)?|後(?:に)?)$"
)
"""The end of a clause that serves the one after it; a date set off before it belongs to that."""
_RELATION = re.compile(
    r"(?:に(?:おい|つい|関し|対し|よっ|応じ|基づい|伴っ|向け|かけ|加え|即し|際し)|とし|を?通じ|踏まえ"
    r"|をもっ)て?$|に(?:よ|伴|基づ|応)[いりきじ]$|引き続き$"
)
"""The end of words that a comma sets off though their verb tells no deed (村において、)."""
_NO_VERB = "".join(
    f"(?<!{words})"
    for words in (
        *("あらゆる", "いわゆる", "さらなる", "更なる", "単なる", "主たる", "における", "に関する"),
        *("に対する", "による", "に係る", "に関わる", "に向けた", "に応じた", "に基づく", "に伴う"),
        *(
            "を通じた",
            "を含む",
            "とする",
            "といった",
            "に即した",
            "に沿った",
            "にわたる",
            "に資する",
        ),
    )
)
"""Verbs that relate nouns, and adnominals: no deed has its time in them."""
_ATTRIBUTE = re.compile(
    rf"(?:(?<!よ)[うくぐすつぬぶむる]|(?<!新)た|ない|だ){_NO_VERB}"
    r"(?=[一-龥ァ-ヶーA-Za-z]|もの[及のをがはに])(?!予定|目標|目途|目処|見込|見通|想定|計画)"
)
"""A verb that describes a noun."""
_ACCOUNT = re.compile("を(?:見据え|踏まえ|控え|迎え)")
"""What is taken into account has its date for itself."""
_NEXT_TO = 12
"""Characters between a date and a verb next to it."""
_BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）")
_BRACKET = re.compile(r"[(「『【\[)」』】\]]")
_NOUN_LISTED = re.compile(r"[^、,]*[一-龥ァ-ヶー][、,]")
"""Between two dates of a list of deeds told by nouns: Ａ年度開始、Ｂ年度完了予定."""
_ADVERBIAL = re.compile(r"(?:度)?(?:に|は|では)|[、,]")


@record
class PlacedDate:
    """Where a date stands in folded text."""

    start: int
    end: int
    """Offset after its words."""
    after: int
    """Offset after its words of modality."""
    modality: tuple[str, ...] = ()
    ahead: bool = True
    """Whether it lies ahead of the day on which the text was written."""


def aims_after(text: str, dates: Sequence[PlacedDate]) -> tuple[tuple[str, ...], ...]:
    """Return for each date the words after the verb that say how it binds.

    ``dates`` are all dates of folded ``text``, in order. The words come in one spelling each:
    ``予定``, ``目指す``, ``目標``, ``目途``, ``期限``, ``見込み``, ``見通し``, ``想定``, ``計画``.
    """
    clauses = _clause_starts(text, dates)
    aims: list[tuple[str, ...]] = []
    for index in reversed(range(len(dates))):
        reach = _reach(text, dates, index, clauses)
        begins_next = index + 1 < len(dates) and reach == dates[index + 1].start
        if begins_next and _NOUN_LISTED.fullmatch(text, dates[index].after, reach):
            of_date = () if _is_past(text, dates[index]) else aims[-1]
        else:
            of_date = _aim_after(text, dates[index], reach)
        aims.append(of_date)
    return tuple(reversed(aims))


def _clause_starts(text: str, dates: Sequence[PlacedDate]) -> list[int]:
    """Return for each date, and behind the last, where a date from it on begins a clause."""
    starts = [len(text)]
    for date in reversed(dates):
        starts.append(date.start if _begins_clause(text, date) else starts[-1])
    return starts[::-1]


def _is_past(text: str, date: PlacedDate) -> bool:
    """Return whether something was counted or measured on a date, and nothing is aimed at."""
    return bool(_COUNTED.intersection(date.modality) or _BASELINE.match(text, date.end))


def _aim_after(text: str, date: PlacedDate, reach: int) -> tuple[str, ...]:
    """Return the words that say how a date binds; its words end at ``reach``."""
    if _is_past(text, date):
        return ()
    rest = text[date.after : reach]
    rest = _BRACKETED.sub("", rest)
    paused = _PAUSED.match(rest) is not None
    clause = _clause(rest, paused=paused)
    aim = _AIM.search(clause)
    if aim is None and paused and not _CONTRAST.search(rest):
        aim = _OF_SENTENCE.search(rest)
    if aim is None or (not paused and _is_taken(clause[: aim.start()], ahead=date.ahead)):
        return ()
    return (_WORDS[int((aim.lastgroup or "a0")[1:])],)


def _is_taken(words: str, *, ahead: bool) -> bool:
    """Return whether the date before ``words`` belongs to something in them: a verb of a noun.

    A day ahead of the text is more likely that of the main verb: it belongs to the other only
    where this stands next to it and has no subject of its own.
    """
    if _ACCOUNT.search(words):
        return True
    verb = _ATTRIBUTE.search(words)
    if verb is None or not ahead:
        return verb is not None
    before = words[: verb.start()]
    return len(before) <= _NEXT_TO and "が" not in before


def is_attributive(words: str) -> bool:
    """Return whether a verb that describes a noun stands in ``words``, which follow a date."""
    return _ATTRIBUTE.search(words) is not None


def _reach(text: str, dates: Sequence[PlacedDate], index: int, clauses: Sequence[int]) -> int:
    """Return where the words end that may belong to a date: its sentence, or the next clause.

    ``clauses`` are those of `_clause_starts`; the next of a list of dates begins none.
    """
    following = index + 1
    if following < len(dates):
        following += is_list(text, dates[index].after, dates[following].start)
    return min(sentence_end(text, dates[index].after), clauses[following])


def is_list(text: str, start: int, end: int) -> bool:
    """Tell whether what stands between two dates makes them a list."""
    return LIST.fullmatch(text, start, end) is not None


def _begins_clause(text: str, date: PlacedDate) -> bool:
    """Return whether a date tells the time of something else than what stands before it."""
    if text.startswith("比", date.end):
        return False
    adverbial = date.after > date.end or _ADVERBIAL.match(text, date.end)
    return bool(adverbial) or text[date.start - 1 : date.start] in ("、", ",", "・")


def _clause(rest: str, *, paused: bool) -> str:
    """Return what of ``rest`` is the date's clause; it ends with the sign that closes it.

    Behind a pause the clause goes on over those that serve it.
    """
    depth_end = _closing(rest)
    rest = rest[:depth_end]
    end = 0
    for part in re.finditer(r"[^、,]*[、,]?", rest):
        end = part.end()
        words = part.group().rstrip("、,")
        ended = _CLAUSE_END.search(words) or (not paused and _SUBORDINATE.search(words))
        if words != part.group() and ended and not _RELATION.search(words):
            break
    return rest[:end]


def _closing(rest: str) -> int:
    """Return the offset after the bracket that closes around the date, else the length."""
    depth = 0
    for bracket in _BRACKET.finditer(rest):
        if bracket.group() in "(「『【[":
            depth += 1
        elif depth == 0:
            return bracket.end()
        else:
            depth -= 1
    return len(rest)
