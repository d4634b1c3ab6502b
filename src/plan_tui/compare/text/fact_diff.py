"""Dates, numbers, organisations and systems of two texts: kept, changed, added, gone.

Values are compared, not words: 令和７年度, 2025年度末 and 2026年３月 have one last day. What the
other text says in any way is kept; of a part, what stands in a sentence that none of the other text
resembles is not compared, since it may be of another matter.
"""

from __future__ import annotations

from itertools import product

from plan_tui.compare.text.changed_values import (
    changed_values,
    names_a_thing,
    share_words_around,
)
from plan_tui.compare.text.named_entities import names
from plan_tui.compare.text.resembling_sentences import resembled, sentence_at
from plan_tui.compare.text.said_values import (
    may_be_one,
    number_value,
    pair_said_values,
    spelling,
    unit_of,
)
from plan_tui.compare.text.sentence_pairs import LEAST, likeness
from plan_tui.model.comparison import Fact, FactRow
from plan_tui.model.comparison_enums import (
    FactChange,
    FactKind,
)
from plan_tui.text.calendar import DateBasis, with_opening
from plan_tui.text.record import record, replaced
from plan_tui.text.sentences import sentence_range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from plan_tui.compare.text.grams import Grams
    from plan_tui.compare.text.said_values import SaidValue
    from plan_tui.model.comparison import ComparedPassage
    from plan_tui.model.records import PrintedDate, PrintedNumber

_KINDS = tuple(FactKind)
_CHANGING = (FactKind.DATE, FactKind.NUMBER)
"""Kinds whose values may change; names only come and go."""


def facts(passages: Sequence[ComparedPassage]) -> list[Fact]:
    """Return the facts of a text by kind, in the text's order, each as often as it is printed."""
    mentions: list[Fact] = []
    for number, passage in enumerate(passages):
        mentions += [_date(date, number, passage.text) for date in passage.dates if _is_told(date)]
        mentions += [_number(printed, number) for printed in passage.numbers]
        mentions += [
            Fact(kind, name, spelling(name), number, offset)
            for kind, name, offset in names(passage.text)
        ]
    return sorted(mentions, key=lambda fact: (_KINDS.index(fact.kind), fact.passage, fact.offset))


def _is_told(date: PrintedDate) -> bool:
    """Tell whether a date says when: 当面 or 早期, by which nothing is to be done, does not."""
    return date.is_target or date.basis is not DateBasis.UNRESOLVED


def _date(date: PrintedDate, passage: int, text: str) -> Fact:
    return Fact(
        FactKind.DATE,
        _printed(date, text),
        date.end or f"{date.start or spelling(date.text)}..",
        passage,
        date.offset,
        is_target=date.is_target,
        start=date.start,
        end=date.end,
        basis=date.basis,
        is_counted="時点" in date.modality or "現在" in date.modality,
    )


def _printed(date: PrintedDate, text: str) -> str:
    """Return a date as printed, one open to a side with the word that leaves it open (から)."""
    if (date.start is None) is (date.end is None):
        return date.text
    return with_opening(date.text, text, date.offset)


def _number(number: PrintedNumber, passage: int) -> Fact:
    value = number_value(number)
    return Fact(FactKind.NUMBER, number.text, value, passage, number.offset, number.unit)


@record
class FactText:
    """One side: what its texts name."""

    texts: Sequence[str]
    parts: Collection[int]
    """Those of the texts that may speak of other matters too."""
    mentions: dict[str, list[Fact]]
    """Value → its mentions, of one kind."""
    named: Sequence[Fact]
    """The mentions of all kinds."""

    @classmethod
    def of(
        cls, kind: FactKind, mentions: Sequence[Fact], texts: Sequence[str], parts: Collection[int]
    ) -> FactText:
        """Gather the mentions of one kind by value."""
        by_value: dict[str, list[Fact]] = {}
        for fact in mentions:
            if fact.kind is kind:
                by_value.setdefault(fact.value, []).append(fact)
        return cls(texts, parts, by_value, mentions)

    def numbers_beside(self, fact: Fact) -> list[Fact]:
        """Return the numbers in the sentence of a mention."""
        first, last = sentence_range(self.texts[fact.passage], fact.offset)
        return [
            other
            for other in self.named
            if other.kind is FactKind.NUMBER
            and other.passage == fact.passage
            and first <= other.offset < last
        ]

    def with_target(self, fact: Fact) -> Fact:
        """Return a mention, a target if any mention of its value is one."""
        mentions = self.mentions.get(fact.value, (fact,))
        return replaced(fact, is_target=any(mention.is_target for mention in mentions))

    def with_sentences(self, fact: Fact) -> list[tuple[Fact, Grams]]:
        """Return all mentions of a fact's value, each with what its sentence says."""
        return [
            (mention, sentence_at(self.texts[mention.passage], mention.offset).grams)
            for mention in self.mentions.get(fact.value, (fact,))
        ]

    def without(self, values: Collection[str]) -> list[Fact]:
        """Return the first mention of each value that is none of ``values``."""
        rest = (facts[0] for value, facts in self.mentions.items() if value not in values)
        return [self.with_target(fact) for fact in rest]

    def is_compared(self, fact: Fact, other: FactText) -> bool:
        """Tell whether a mention stands in a whole, or in a sentence that one there resembles."""
        return any(
            mention.passage not in self.parts
            or resembled(self.texts[mention.passage], mention.offset, other.texts)
            for mention in self.mentions[fact.value]
        )


def compare_facts(
    left: Sequence[Fact],
    right: Sequence[Fact],
    left_texts: Sequence[str],
    right_texts: Sequence[str],
    *,
    left_is_older: bool = True,
    left_parts: Collection[int] = (),
    right_parts: Collection[int] = (),
) -> tuple[FactRow, ...]:
    """Return what became of each fact, each value once: by kind; kept, changed, then the others.

    Args:
        left: the mentions of one side.
        right: those of the other.
        left_texts: the texts that these stand in, and others that may say the values.
        right_texts: the same of the other side.
        left_is_older: whether the left side is the earlier.
        left_parts: indices of the texts of which only a part is meant.
        right_parts: the same of the other side.
    """
    only_left, only_right = (
        (FactChange.GONE, FactChange.ADDED)
        if left_is_older
        else (FactChange.ADDED, FactChange.GONE)
    )
    rows: list[FactRow] = []
    for kind in _KINDS:
        ours = FactText.of(kind, left, left_texts, left_parts)
        theirs = FactText.of(kind, right, right_texts, right_parts)
        kept = pair_said_values(kind, ours.mentions, theirs.mentions, left_texts, right_texts)
        rows += [_kept(kind, match, ours, theirs) for match in kept]
        lost = ours.without({match.left.value for match in kept})
        gained = theirs.without({match.right.value for match in kept})
        pairs = changed_values(ours, theirs, lost, gained) if kind in _CHANGING else []
        rows += [FactRow(kind, FactChange.CHANGED, *pair) for pair in pairs]
        were, are = {old.value for old, _ in pairs}, {new.value for _, new in pairs}
        for fact in lost:
            if fact.value not in were:
                op = only_left if ours.is_compared(fact, theirs) else FactChange.NOT_COMPARED
                rows.append(FactRow(kind, op, fact, None))
        for fact in gained:
            if fact.value not in are:
                op = only_right if theirs.is_compared(fact, ours) else FactChange.NOT_COMPARED
                rows.append(FactRow(kind, op, None, fact))
    return tuple(rows)


def _kept(kind: FactKind, match: SaidValue, ours: FactText, theirs: FactText) -> FactRow:
    """Return a value that both sides say, a target if any mention of its side is one.

    Of a date, and of a number whose unit does not say what is counted, those mentions are named
    that are of one matter, where there are such.
    """
    if not _may_be_of_another(kind, match):
        return FactRow(kind, FactChange.KEPT, match.left, match.right)
    pairs = product(ours.with_sentences(match.left), theirs.with_sentences(match.right))
    is_of_one = share_words_around if kind is FactKind.NUMBER else _say_one_number
    candidates = []
    for (left, grams), (right, others) in pairs:
        if not may_be_one(left, right):
            continue
        score = likeness(grams, others)
        is_one_matter = score >= LEAST or is_of_one(left, right, ours, theirs)
        candidates.append((is_one_matter, score, left.basis is right.basis, left, right))
    are_alike, _, _, left, right = max(candidates, key=lambda each: each[:3])
    first, second = (left, right) if are_alike else (match.left, match.right)
    first, second = ours.with_target(first), theirs.with_target(second)
    return FactRow(kind, FactChange.KEPT, first, second, alike=are_alike)


def _say_one_number(left: Fact, right: Fact, ours: FactText, theirs: FactText) -> bool:
    """Tell whether the sentences of two deadlines name a number that is of one thing in both."""
    if not left.is_target or not right.is_target:
        return False
    return any(
        number.value == other.value
        and (names_a_thing(unit_of(number.unit)) or share_words_around(number, other, ours, theirs))
        for number, other in product(ours.numbers_beside(left), theirs.numbers_beside(right))
    )


def _may_be_of_another(kind: FactKind, match: SaidValue) -> bool:
    """Tell whether what both say does not say by itself what it is of: a date, a bare number."""
    if kind is FactKind.NUMBER:
        return not names_a_thing(unit_of(match.left.unit))
    return kind is FactKind.DATE
