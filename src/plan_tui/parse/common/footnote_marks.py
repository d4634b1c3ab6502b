"""Footnote marks: small raised digits that the extraction glued to the text.

A mark looks like any other digit. What gives it away: its footnote stands on the same page,
the marks come in the footnotes' order, and a mark is glued to a word and followed by no unit.
So the marks are, in sum, the likeliest ascending choice among all places with those digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plan_tui.model.parsed import ParsedMark
from plan_tui.text.traced import Place, Traced

_COUNTED = re.compile(
    r"[年月日時分秒件人万億兆円％%回条項号章部版期機個社者団県市町村区局歳位割倍つ本枚台冊校種度]"
    r"|[かヶカ箇][国所月]|[A-Za-z]"
)
"""What follows a number that counts."""
_FOUND = 10.0
"""What finding a mark is worth: any likely place is better than none."""
_WORST = -3.0
"""A place less likely than this is not taken for a mark at all."""


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
    chosen = _best([(number, _candidates(lines, number)) for number in numbers])
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


_Place = tuple[int, int]
"""Line (index) and column."""


def _candidates(lines: Sequence[Traced], number: int) -> list[tuple[_Place, float]]:
    """Return the places where a mark may stand, each with how likely it is."""
    digits = str(number)
    return [
        ((index, found.start()), score)
        for index, line in enumerate(lines)
        for found in re.finditer(rf"(?={digits})", line.text)
        if (score := _likelihood(line.text, found.start(), found.start() + len(digits))) >= _WORST
    ]


def _likelihood(text: str, start: int, end: int) -> float:
    """Judge digits by their neighbours: 0 for glued to a word, less for part of a number."""
    before, after = text[:start], text[end:]
    if re.match(r"[0-9０-９]|[.,．，][0-9]", after) or re.search(r"[0-9０-９][.,．，]$", before):
        return 2 * _WORST
    score = 0.0
    if not before.strip() or before[-1].isspace():
        score -= 3
    elif re.search(r"(?<![0-9])(?:19|20)[0-9]{2}$", before) or re.search(r"[A-Za-z]$", before):
        score -= 1
    elif before[-1].isdigit():
        score -= 2
    elif before[-1] in "第約":
        score -= 3
    elif before[-1] in "、。（「":
        score -= 2
    if after[:1].isspace():
        score -= 2
    elif _COUNTED.match(after):
        score -= 3
    return score


def _best(
    candidates: Sequence[tuple[int, list[tuple[_Place, float]]]],
) -> list[tuple[int, _Place]]:
    """Choose one candidate a number, in the order of the text, with the highest sum."""
    ways: list[tuple[float, _Place, list[tuple[int, _Place]]]] = [(0, (-1, -1), [])]
    for number, places in candidates:
        new = [
            (total + _FOUND + score, place, [*chosen, (number, place)])
            for total, last, chosen in ways
            for place, score in places
            if place > last
        ]
        ways = sorted([*new, *ways], key=lambda way: (-way[0], way[1]))[:50]
    return ways[0][2]


def _mark(lines: Sequence[Traced], number: int, place: tuple[int, int]) -> Mark:
    index, column = place
    mark = lines[index][column : column + len(str(number))]
    before = Traced.join([*lines[:index], lines[index][:column]])
    solid = [p for p, c in zip(before.places, before.text, strict=True) if not c.isspace()]
    return Mark(number, mark, solid[-1] if solid else None)
