"""Footnote marks: small raised digits that the extraction glued to the text.

A mark looks like any other digit. What gives it away: its footnote stands on the same page,
the marks come in the footnotes' order, and a mark is glued to a word and followed by no unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plan_tui.model.parsed import ParsedMark
from plan_tui.text.traced import Place, Traced

_UNITS = "年月日時分秒度回件人名社団者県市町村区箇か所個億万千百条項号章部版期機局校歳円％%"
_SOFT = "、。，．」』）〕】・：；及等"
_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$")
_LATIN = re.compile(r"[A-Za-z]")
_NUMBERED_NAME = re.compile(r"[A-Za-z]\d$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found in the text."""

    number: int
    text: Traced
    after: Place | None
    """Place of the last solid character before it; None at a page's beginning."""


def find_marks(lines: Sequence[Traced], numbers: Sequence[int]) -> list[Mark]:
    """Find in a page's ``lines`` the marks of the footnotes that stand on it.

    ``numbers`` are in order, and so are the marks; a number whose mark is not there is left
    out.
    """
    chosen = _best(_candidates(lines, numbers), numbers)
    return [_mark(lines, number, place) for number, place in chosen]


def without_marks(line: Traced, marks: Iterable[Mark]) -> Traced:
    """Return a line without the characters of ``marks``."""
    taken = {place for mark in marks for place in mark.text.places}
    return line.keep(i for i, place in enumerate(line.places) if place not in taken)


def place_marks(text: Traced, marks: dict[Place, list[Mark]]) -> tuple[ParsedMark, ...]:
    """Return the marks that stand in a clean text; ``marks`` are by the place before them."""
    return tuple(
        ParsedMark(str(mark.number), offset, mark.text)
        for offset, place in enumerate(text.places, 1)
        if place is not None
        for mark in marks.get(place, ())
    )


_Candidate = tuple[int, int, int]
"""Line (index), column and score."""


def _candidates(lines: Sequence[Traced], numbers: Sequence[int]) -> dict[int, list[_Candidate]]:
    return {
        number: [
            (index, found.start(), score)
            for index, line in enumerate(lines)
            for found in re.finditer(rf"{number}(?!\d)", line.text)
            if (score := _score(line.text, found.start(), found.end())) > 0
        ]
        for number in numbers
    }


def _score(text: str, start: int, end: int) -> int:
    """Return how much like a mark the digits ``start:end`` look; 0 or less if not at all."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before in (".", ",", "．", "，", "-", "－", "第"):
        return 0
    score = _glue(text[:start])
    if score == 0:
        return 0
    if not after or after.isspace():
        return score + 1
    if after in _UNITS or _LATIN.match(after) or after in ".,/-":
        return score - 4
    return score + (2 if after in _SOFT or _KANA.match(after) else 1)


def _glue(before: str) -> int:
    """Return how well a mark may follow ``before``: best a sign or word, hardly a number.

    The numbers are a year and the last digit of a name (``web3``). A blank sets a number off
    from the words before it, never a mark; at a line's start it may belong to the line before.
    """
    if not before:
        return 1
    if before[-1].isspace():
        return 0
    if before[-1].isdecimal():
        return 2 if _YEAR.search(before) else int(bool(_NUMBERED_NAME.search(before)))
    return 3 if _LATIN.match(before[-1]) else 4


def _best(
    candidates: dict[int, list[_Candidate]], numbers: Sequence[int]
) -> list[tuple[int, tuple[int, int]]]:
    """Choose one candidate a number, in the order of the text, with the highest sum."""
    ways: list[tuple[int, tuple[int, int], list[tuple[int, tuple[int, int]]]]] = [(0, (-1, -1), [])]
    for number in numbers:
        new = [
            (total + score, (line, column), [*chosen, (number, (line, column))])
            for total, last, chosen in ways
            for line, column, score in candidates[number]
            if (line, column) > last
        ]
        ways = sorted([*new, *ways], key=lambda way: (-way[0], way[1]))[:50]
    return ways[0][2]


def _mark(lines: Sequence[Traced], number: int, place: tuple[int, int]) -> Mark:
    index, column = place
    mark = lines[index][column : column + len(str(number))]
    before = Traced.join([*lines[:index], lines[index][:column]])
    solid = [p for p, c in zip(before.places, before.text, strict=True) if not c.isspace()]
    return Mark(number, mark, solid[-1] if solid else None)
