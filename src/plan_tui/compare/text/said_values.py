"""Which values of one text the other says, whatever the notation, grain or what is glued on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from plan_tui.model.comparison_enums import (
    FactKind,
)
from plan_tui.model.records import PrintedNumber
from plan_tui.model.tracks import Fact
from plan_tui.text.tokens import TokenKind, fold_notation, tokens

Mentions = Mapping[str, Sequence[Fact]]
"""Value → the facts of one kind that have it."""
_JOINS = frozenset("・「」『』\"'")
"""Marks within a name that do not make it another one."""
_INNER = frozenset(".-")
"""Marks before which a number may have begun."""
_PLACES = re.compile("^[カヵヶケヶ箇個](?=[国所月])")
_SAME_UNITS = {"パーセント": "%", "割": "%"}


class SaidValue(NamedTuple):
    """A value that both texts say."""

    left: Fact
    right: Fact


def number_value(number: PrintedNumber) -> str:
    """Return what is equal for numbers of one value and unit, whatever bounds them."""
    unit = unit_of(number.unit)
    return f"{number.value:g}{unit}" if number.value is not None else spelling(number.text)


def unit_of(printed: str) -> str:
    """Return a unit as it is compared."""
    folded = _PLACES.sub("か", fold_notation(printed))
    return _SAME_UNITS.get(folded, folded)


def spelling(text: str) -> str:
    """Return a text without regard to width, case, blanks and the dots within names."""
    return _folded(text).text


def pair_said_values(
    kind: FactKind,
    left: Mentions,
    right: Mentions,
    left_texts: Sequence[str],
    right_texts: Sequence[str],
) -> list[SaidValue]:
    """Return the values that both sides say, each value of either side at least in one match."""
    matches = [_closest(left[value], right[value]) for value in left if value in right]
    matched = {match.left.value for match in matches}
    lost = [facts[0] for value, facts in left.items() if value not in matched]
    gained = [facts[0] for value, facts in right.items() if value not in matched]
    if kind is FactKind.DATE:
        return [*matches, *_open_dates(lost, gained)]
    for fact in lost:
        other = _as_said(fact, right, right_texts)
        if other:
            matches.append(SaidValue(fact, other))
    paired = {match.right.value for match in matches}
    for fact in gained:
        other = _as_said(fact, left, left_texts) if fact.value not in paired else None
        if other:
            matches.append(SaidValue(other, fact))
    return _once(matches)


def _closest(left: Sequence[Fact], right: Sequence[Fact]) -> SaidValue:
    """Return the first mentions of one grain; else the first ones."""
    for fact in left:
        for other in right:
            if fact.basis is other.basis:
                return SaidValue(fact, other)
    return SaidValue(left[0], right[0])


def _open_dates(lost: Sequence[Fact], gained: Sequence[Fact]) -> Iterator[SaidValue]:
    """Pair a date from which on something holds with one that begins on the same day.

    The other is open too, or of the same grain (2025年度から, 2025年度).
    """
    free = list(gained)
    for fact in lost:
        for other in free:
            one_open, both_open = None in (fact.end, other.end), fact.end is other.end is None
            fits = both_open or (one_open and fact.basis is other.basis)
            if fits and fact.start is not None and fact.start == other.start:
                free.remove(other)
                yield SaidValue(fact, other)
                break


def _as_said(fact: Fact, mentions: Mentions, texts: Sequence[str]) -> Fact | None:
    """Return the fact, or the words, by which texts say a value; None if they do not."""
    for number, text in enumerate(texts):
        for start, end in _places(fact, text):
            for facts in mentions.values():
                for other in facts:
                    inside = other.offset <= start and end <= other.offset + len(other.text)
                    if other.passage == number and inside:
                        return other
            return Fact(fact.kind, text[start:end], fact.value, number, start, fact.unit)
    return None


def _places(fact: Fact, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text says a name or a number, as printed offsets."""
    needle, hay = spelling(fact.text), _folded(text)
    place = hay.text.find(needle) if needle else -1
    while place >= 0:
        end = place + len(needle)
        if fact.kind is not FactKind.NUMBER or hay.is_whole_number(place, end):
            yield hay.starts[place], hay.ends[end - 1]
        place = hay.text.find(needle, place + 1)


def _once(matches: Sequence[SaidValue]) -> list[SaidValue]:
    """Leave out matches of two values that other matches have already."""
    kept: list[SaidValue] = []
    lefts, rights = set[str](), set[str]()
    for match in matches:
        if match.left.value not in lefts or match.right.value not in rights:
            kept.append(match)
        lefts.add(match.left.value)
        rights.add(match.right.value)
    return kept


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text as it is looked through, and where each of its characters is printed."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def is_whole_number(self, start: int, end: int) -> bool:
        """Tell whether no digit goes on before or after."""
        before, after = self.text[:start][-1:], self.text[end : end + 1]
        goes_on_before = self.text[start].isdigit() and (before.isdigit() or before in _INNER)
        goes_on_after = self.text[end - 1].isdigit() and after.isdigit()
        return not (before and goes_on_before) and not goes_on_after


@lru_cache(maxsize=8192)
def _folded(text: str) -> _Folded:
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for token in tokens(text):
        if token.kind is not TokenKind.SPACE and token.folded not in _JOINS:
            folded = token.folded.lower()
            alike = len(folded) == len(token.text)
            for number, character in enumerate(folded):
                characters.append(character)
                starts.append(place + number if alike else place)
                ends.append(place + number + 1 if alike else place + len(token.text))
        place += len(token.text)
    return _Folded("".join(characters), tuple(starts), tuple(ends))
