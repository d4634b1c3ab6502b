"""What a sentence promises for a day or a number: the words of the same action around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plan_tui.compare.promises.movement import days, within
from plan_tui.compare.text.word_weights import Grams, Rarity, words
from plan_tui.model.tracks import Statement
from plan_tui.text.tokens import TokenKind, tokens

_LITTLE = 4
"""Words after a date that say less than this do not say what is done; those before it do."""
_AROUND = 25
"""Characters on each side of a number that say what it is a number of."""
_YEAR = 366
"""Days; a longer period is no day to keep."""
_SAME = 0.1
"""How much naming the same day or number adds to likeness."""
_VERB = "[\u4e00-\u9fff々ァ-ヺー]{1,12}"
_DONE = re.compile(
    rf"({_VERB})(?:(?:さ?れ|して?|[っいんえけげせてねべめじき])?た(?![めりちくうらいだ])"
    r"|(?<![経救共返決弁])済み?(?:[でのとだ、。）)]|$))|(開始|実施|完了|成立|導入|公表|施行|創設)(?:[。）)]|$)"
)
"""A verb that tells of something done, and the verb itself."""
_SAME_VERB = 0.1
"""How much a report is more alike for telling of what was to be done in the same word, and less
for another."""
_TOLD = 0.8
"""How far what a report tells as done must stand in the promise to count as all of it."""
_NOT_DONE = re.compile(r"(?:時点|現在)")
"""Words of a date that count what is so on that day."""


def action(mention: Statement) -> str:
    """Return the part of a mention's sentence that says what is to be done by then.

    That is what follows the date up to the next one; where this says nothing (a date at the
    end, in brackets), what stands before it. Of a number it is what stands around it.
    """
    sentence, begin = mention.quotation, mention.place
    end = begin + len(mention.text)
    if mention.value is not None:
        return f"{sentence[max(0, begin - _AROUND) : begin]} {sentence[end : end + _AROUND]}"
    dates = _dates(sentence)
    after = sentence[end : min((a for a, _ in dates if a >= end), default=len(sentence))]
    if len(words(after)) >= _LITTLE:
        return after
    return sentence[max((b for _, b in dates if b <= begin), default=0) : begin]


def _dates(sentence: str) -> list[tuple[int, int]]:
    found, place = [], 0
    for token in tokens(sentence):
        if token.kind is TokenKind.DATE:
            found.append((place, place + len(token.text)))
        place += len(token.text)
    return found


def is_report(mention: Statement) -> bool:
    """Tell whether the text says of a day in the past that something was done then."""
    last = mention.end or mention.start
    if _NOT_DONE.search(mention.modality) or last is None or last > mention.edition.decided_on:
        return False
    return _verb_done(mention) != ""


def _clause(mention: Statement) -> str:
    """Return the rest of a date's clause; a comma just after the date does not end it."""
    after = mention.quotation[mention.place + len(mention.text) :]
    return re.split("[、。]", after.lstrip("、"), maxsplit=1)[0]


def _verb_done(mention: Statement) -> str:
    """Return the end of the verb that tells what was done on a day; empty if none does."""
    found = _DONE.search(_clause(mention))
    return (found[1] or found[2])[-2:] if found else ""


@dataclass(frozen=True, slots=True)
class StatementWords:
    """A mention, what its sentence says, and what it says of this day or number."""

    mention: Statement
    sentence: Grams
    action: Grams

    @classmethod
    def of(cls, mention: Statement) -> StatementWords:
        """Read a mention."""
        return cls(mention, words(mention.quotation), words(action(mention)))

    def alike(self, other: StatementWords, rarity: Rarity) -> float:
        """Return how far two mentions promise the same, about 0 to 1."""
        sentences = rarity.likeness(self.sentence, other.sentence)
        actions = rarity.likeness(self.action, other.action)
        same = _SAME if same_value(self.mention, other.mention) else 0.0
        if other.mention.reported:
            told = rarity.contained(words(_clause(other.mention)), self.sentence)
            actions = max(actions, _TOLD * told)
            verb = _verb_done(other.mention) in action(self.mention)
            same += _SAME_VERB if verb else -_SAME_VERB
        return (sentences + actions) / 2 + same


def same_value(one: Statement, other: Statement) -> bool:
    """Tell whether two mentions name the same number, or days of which one holds the other."""
    if one.value is not None or other.value is not None:
        return one.value == other.value
    if (one.start, one.end) == (other.start, other.end):
        return True
    if one.end is None or other.end is None:
        return one.start == other.start and one.start is not None
    return _within(one, other) or _within(other, one)


def _within(inner: Statement, outer: Statement) -> bool:
    """Tell whether a date lies in another that is short enough to be a day to keep."""
    return within(inner, outer) and days(outer) <= _YEAR
