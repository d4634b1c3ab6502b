"""What a sentence promises for a day or a number, or reports of a day: the words around it."""

from __future__ import annotations

import re

from plan_tui.compare.promises.printed_places import COMPARED
from plan_tui.compare.text.word_weights import content_grams
from plan_tui.text.characters import readable
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.tokens import CONJUNCTIONS, TokenKind, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.tracks import Statement

_LITTLE = 4
"""Grams after a date that are fewer than this do not say what is done; those before it do. Set by
hand; more of it reads actions before the date where a short one follows it."""
_AROUND = 25
"""Characters on each side of a number that say what it is a number of. Set by hand; more takes in
what the sentence says of other numbers."""
_VERB = "[\u4e00-\u9fff々ァ-ヺー]{1,12}"
_DONE = late_pattern(
    rf"({_VERB})(?:(?:さ?れ|して?|[っいんえけげせてねべめじき])?た(?![めりちくうらいだ])"
    r"|(?<![経救共返決弁])済み?(?:[でのとだ、。）)]|$))|(開始|実施|完了|成立|導入|公表|施行|創設)(?:[。）)]|$)"
)
"""A verb that tells of something done, and the verb itself."""
_VERB_END = 2
"""Characters at a verb's end that stay when words come together (運用開始した, 開始する)."""
_BEGINNINGS = ("実現", "開始", "導入", "提供", "運用")
"""Words for coming into being."""
_JOINED = late_pattern(rf"(?:{CONJUNCTIONS}|から|[と・、~～〜－-])?")
"""What stands between dates that share what is done (A及びBに)."""
_COUNTED = late_pattern(r"(?:時点|現在)")
"""Words of a date that count what is so on that day: nothing is reported as done."""


def action(statement: Statement) -> str:
    """Return the part of a statement's sentence that says what is to be done by then.

    That is what follows the date up to the next one; where this says nothing (a date at the
    end, in brackets), what stands before it. Of a number it is what stands around it.
    """
    sentence, begin = statement.quotation, statement.place
    end = begin + len(statement.text)
    if statement.value is not None:
        return f"{sentence[max(0, begin - _AROUND) : begin]} {sentence[end : end + _AROUND]}"
    dates = _dates(sentence)
    after = sentence[end : min((first for first, _ in dates if first >= end), default=None)]
    if len(content_grams(after)) >= _LITTLE:
        return after
    for first, last in reversed([date for date in dates if date[1] <= begin]):
        if not _JOINED.fullmatch(sentence[last:begin]):
            return sentence[last:begin]
        begin = first
    return sentence[:begin]


def _dates(sentence: str) -> list[tuple[int, int]]:
    """Return where dates stand in a sentence, but those that something is compared with."""
    ranges, place = [], 0
    for token in tokens(sentence):
        end = place + len(token.text)
        if token.kind is TokenKind.DATE and not COMPARED.match(readable(sentence[end:])):
            ranges.append((place, end))
        place = end
    return ranges


def is_report(statement: Statement) -> bool:
    """Tell whether the text says of a day in the past that something was done then."""
    last = statement.end or statement.start
    if _COUNTED.search(statement.modality) or last is None:
        return False
    return last <= statement.edition.decided_on and verb_done(statement) != ""


def clause(statement: Statement) -> str:
    """Return the rest of a date's clause; a comma just after the date does not end it."""
    after = readable(statement.quotation[statement.place + len(statement.text) :])
    return re.split("[、。]", after.lstrip("、"), maxsplit=1)[0]


def verb_done(statement: Statement) -> str:
    """Return the end of the verb that tells what was done on a day; empty if none does."""
    match = _DONE.search(clause(statement))
    return (match[1] or match[2])[-_VERB_END:] if match else ""


def after_verb(statement: Statement) -> str:
    """Return the words behind that verb: if they begin with a noun, what was done is done to it."""
    words = clause(statement)
    match = _DONE.search(words)
    return words[match.end() :] if match else ""


def tells_done(report: Statement, promise: Statement) -> bool:
    """Tell whether a report says in the words of a promise that it is done.

    One verb of coming into being stands for another: what is begun, offered or run is there.
    """
    verb, words = verb_done(report), clause(promise)
    if verb in _BEGINNINGS and any(each in words for each in _BEGINNINGS):
        return True
    return verb in readable(action(promise))
