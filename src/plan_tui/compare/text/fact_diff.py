"""Dates, numbers, organisations and systems of two texts: kept, changed, added, gone.

Values are compared, not words: 令和７年度 and 2025年度 are one date. A number or date counts as
changed where the same thing is said of another value: its unit and the words around it agree, and
neither date is a deadline if the other is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from plan_tui.compare.text.grams import Grams, grams
from plan_tui.compare.text.named_entities import names
from plan_tui.compare.text.sentence_pairs import likeness
from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.enums import FactChange, FactKind
from plan_tui.model.records import PrintedDate, PrintedNumber
from plan_tui.model.tracks import Fact, FactRow
from plan_tui.text.calendar import DateBasis
from plan_tui.text.tokens import fold_notation, fold_width, tokens

_AROUND = 24
"""Characters on each side of a value that say what it is a value of. Set by hand; more takes in
what the sentence says of other values."""
_ALIKE = 0.35
"""Likeness of those words from which two values are values of one thing. Set by hand; a lower one
calls strangers a change, a higher one calls a change gone and added."""
_USUAL, _FEW = 0.4, 5
"""What stands around more than this share of at least so many values tells nothing. Set by hand; a
higher share lets words that a list repeats around each value pair strangers."""
_MEASURE = re.compile("[年月週日時分秒円人名台枚つ個所箇か回件％%割倍点歳]")
"""Units that count anything."""
_KINDS = tuple(FactKind)
_CHANGING = (FactKind.DATE, FactKind.NUMBER)
"""Kinds whose values may change; names only come and go."""


def facts(passages: Sequence[ComparedPassage]) -> list[Fact]:
    """Return the facts of a text by kind, in the text's order, each once."""
    mentions: list[Fact] = []
    for number, passage in enumerate(passages):
        mentions += [_date(date, number) for date in passage.dates]
        mentions += [_number(printed, number) for printed in passage.numbers]
        mentions += [
            Fact(kind, name, fold_width(name), number, offset)
            for kind, name, offset in names(passage.text)
        ]
    mentions.sort(key=lambda fact: (_KINDS.index(fact.kind), fact.passage, fact.offset))
    first = {(fact.kind, fact.value): fact for fact in reversed(mentions)}
    return [*first.values()][::-1]


def _date(date: PrintedDate, passage: int) -> Fact:
    days = f"{date.start}..{date.end}"
    value = fold_notation(date.text) if date.basis is DateBasis.UNRESOLVED else days
    return Fact(FactKind.DATE, date.text, value, passage, date.offset, is_target=date.is_target)


def _number(number: PrintedNumber, passage: int) -> Fact:
    value = f"{number.comparator or ''}{number.value}{number.unit}"
    return Fact(FactKind.NUMBER, number.text, value, passage, number.offset, number.unit)


def compare_facts(
    left: Sequence[Fact],
    right: Sequence[Fact],
    left_texts: Sequence[str],
    right_texts: Sequence[str],
    *,
    left_is_older: bool = True,
) -> tuple[FactRow, ...]:
    """Return what became of each fact: by kind; kept, changed, gone, added within a kind.

    ``left_texts`` and ``right_texts`` are the texts of the passages that the facts stand in.
    """
    only_left, only_right = (
        (FactChange.GONE, FactChange.ADDED)
        if left_is_older
        else (FactChange.ADDED, FactChange.GONE)
    )
    rows: list[FactRow] = []
    for kind in _KINDS:
        ours = {fact.value: fact for fact in left if fact.kind is kind}
        theirs = {fact.value: fact for fact in right if fact.kind is kind}
        rows += [FactRow(kind, FactChange.KEPT, ours[v], theirs[v]) for v in ours if v in theirs]
        lost = [fact for value, fact in ours.items() if value not in theirs]
        gained = [fact for value, fact in theirs.items() if value not in ours]
        pairs = _changed(lost, gained, left_texts, right_texts) if kind in _CHANGING else []
        rows += [FactRow(kind, FactChange.CHANGED, *pair) for pair in pairs]
        paired = {id(fact) for pair in pairs for fact in pair}
        rows += [FactRow(kind, only_left, f, None) for f in lost if id(f) not in paired]
        rows += [FactRow(kind, only_right, None, f) for f in gained if id(f) not in paired]
    return tuple(rows)


def _changed(
    lost: Sequence[Fact], gained: Sequence[Fact], left: Sequence[str], right: Sequence[str]
) -> list[tuple[Fact, Fact]]:
    """Pair values of one thing, the most alike first."""
    around = [_around(fact, left) for fact in lost], [_around(fact, right) for fact in gained]
    ours, theirs = _telling(around[0], around[1])
    scored = [
        (likeness(ours[i], theirs[j]), i, j)
        for i, old in enumerate(lost)
        for j, new in enumerate(gained)
        if fold_notation(old.unit) == fold_notation(new.unit) and old.is_target == new.is_target
    ]
    alone = {(i, j) for _, i, j in scored if _counted_once(lost[i], lost, gained)}
    pairs: list[tuple[int, int]] = []
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        free = all(i != a and j != b for a, b in pairs)
        if free and (score >= _ALIKE or (i, j) in alone):
            pairs.append((i, j))
    return [(lost[i], gained[j]) for i, j in sorted(pairs)]


def _counted_once(fact: Fact, lost: Sequence[Fact], gained: Sequence[Fact]) -> bool:
    """Tell whether a number counts what each side counts once: then it is one number.

    That holds for units that name a thing (17業務, 20業務), not for measures (％, 円, 年).
    """
    unit = fold_notation(fact.unit)
    if not unit or _MEASURE.search(unit):
        return False
    return all(
        sum(fold_notation(other.unit) == unit for other in side) == 1 for side in (lost, gained)
    )


def _telling(left: list[Grams], right: list[Grams]) -> tuple[list[Grams], list[Grams]]:
    """Leave out what stands around most values: it does not tell them apart."""
    every = [*left, *right]
    if len(every) < _FEW:
        return left, right
    counts = Counter(gram for grams in every for gram in grams)
    usual = {gram for gram, count in counts.items() if count > _USUAL * len(every)}
    return [grams - usual for grams in left], [grams - usual for grams in right]


def _around(fact: Fact, texts: Sequence[str]) -> Grams:
    """Return what the words on both sides of a fact say; a number's own unit is among them."""
    text = texts[fact.passage]
    end = fact.offset + len(fact.text)
    before = text[max(0, fact.offset - _AROUND) : fact.offset]
    around = tokens(f"{before} {fact.unit}{text[end : end + _AROUND]}")
    return grams([token for token in around if not token.whole])
