"""Footnote marks: superscript digits that the text extraction glued to the text.

A mark looks like any other digit. What tells it apart: its footnote stands on the same page,
the marks come in the footnotes' order, and a mark is glued to a word and followed by no unit.
So every place with a footnote's number is a candidate with a score, and the marks of a page are
the sequence of candidates, one a number and in the order of the text, with the highest sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plan_tui.model.parsed import ParsedMark
from plan_tui.text.record import record
from plan_tui.text.traced import Place, Traced

_UNIT = re.compile(
    r"[年月日時分秒件人万億兆円％%回条項号章部版期機個社者団県市町村区局歳位割倍つ本枚台冊校種度]"
    r"|[かヶカ箇][国所月]|[A-Za-z]"
)
"""What follows a number that counts."""
_UNUSUAL, _DOUBTFUL, _UNLIKELY, _IMPOSSIBLE = -1.0, -2.0, -3.0, -6.0
"""Scores of a neighbour beside which a mark stands less and less often: a Latin letter or a year;
a digit, a punctuation mark or a blank after it; a unit, or a blank before it; more digits.

Set by hand on both full texts. Their order matters, not their size: with 0 to -3 for the first and
-1 to -3 for the second or third the marks found there are the same."""
_FOUND = 10.0
"""The score of placing a mark at all. It exceeds what the neighbours of one mark can cost, since a
footnote of the page has its mark somewhere; from 3.5 on the full texts give the same marks."""
_WORST = -3.0
"""The lowest score of a candidate: one neighbour may be unlikely. From -2.5 up real marks before
a unit's character are lost; down to -6 no wrong ones are found in the full texts."""
_NEIGHBOURS = 40
"""Characters beside a candidate that are looked at: blanks and a sign behind them."""
_BEAM_WIDTH = 50
"""Sequences that the search keeps for each number. One would do for the full texts; the others
serve pages with many figures, on which an early wrong choice would bar a later mark."""


@record
class Mark:
    """A mark found in the text."""

    number: int
    """The footnote's number."""
    text: Traced
    """The mark's digits."""
    after: Place | None
    """Place of the last character before it that is no blank; None at a page's beginning."""


def find_marks(lines: Sequence[Traced], numbers: Sequence[int]) -> list[Mark]:
    """Find in a page's ``lines`` the marks of the footnotes that stand on it.

    ``numbers`` are in order, and so are the marks; a number whose mark is not there is left
    out.
    """
    chosen = _best_sequence([(number, _candidates(lines, number)) for number in numbers])
    return [_mark(lines, number, position) for number, position in chosen]


def without_marks(line: Traced, marks: Iterable[Mark]) -> Traced:
    """Return a line without the characters of ``marks``."""
    digits = {place for mark in marks for place in mark.text.places}
    return line.keep(i for i, place in enumerate(line.places) if place not in digits)


def place_marks(text: Traced, marks: dict[Place, list[Mark]]) -> tuple[ParsedMark, ...]:
    """Return the marks that stand in a clean text; ``marks`` are by `Mark.after`."""
    return tuple(
        ParsedMark(str(mark.number), offset, mark.text)
        for offset, place in enumerate(text.places, 1)
        if place is not None
        for mark in marks.get(place, ())
    )


_Position = tuple[int, int]
"""0-based index of a line among the page's lines, and 0-based column."""


def _candidates(lines: Sequence[Traced], number: int) -> list[tuple[_Position, float]]:
    """Return the positions where the number's digits stand and may be a mark, each scored."""
    digits = str(number)
    return [
        ((index, match.start()), score)
        for index, line in enumerate(lines)
        for match in re.finditer(rf"(?={digits})", line.text)
        if (score := _score(line.text, match.start(), match.start() + len(digits))) >= _WORST
    ]


def _score(text: str, start: int, end: int) -> float:
    """Score the digits ``text[start:end]`` by their neighbours: 0 for digits glued to a word."""
    before, after = text[max(0, start - _NEIGHBOURS) : start], text[end : end + _NEIGHBOURS]
    if re.match(r"[0-9０-９]|[.,．，][0-9]", after) or re.search(r"[0-9０-９][.,．，]$", before):
        return _IMPOSSIBLE
    if re.search(r"[(（]\s*$", before) and re.match(r"\s*[)）]", after):
        return _IMPOSSIBLE
    return _score_before(before) + _score_after(after)


def _score_before(before: str) -> float:
    if not before.strip() or before[-1].isspace() or before[-1] in "第約":
        return _UNLIKELY
    if re.search(r"(?<![0-9])(?:19|20)[0-9]{2}$", before) or re.search(r"[A-Za-z]$", before):
        return _UNUSUAL
    return _DOUBTFUL if before[-1].isdigit() or before[-1] in "、。（「" else 0.0


def _score_after(after: str) -> float:
    if after[:1].isspace():
        return _DOUBTFUL
    return _UNLIKELY if _UNIT.match(after) else 0.0


def _best_sequence(
    candidates: Sequence[tuple[int, list[tuple[_Position, float]]]],
) -> list[tuple[int, _Position]]:
    """Choose one candidate a number, in the order of the text, with the highest sum.

    A beam search: for each number the best sequences so far go on, with and without it.
    """
    sequences: list[tuple[float, _Position, list[tuple[int, _Position]]]] = [(0, (-1, -1), [])]
    for number, positions in candidates:
        longer = [
            (total + _FOUND + score, position, [*chosen, (number, position)])
            for total, last, chosen in sequences
            for position, score in positions
            if position > last
        ]
        ranked = sorted([*longer, *sequences], key=lambda sequence: (-sequence[0], sequence[1]))
        sequences = ranked[:_BEAM_WIDTH]
    return sequences[0][2]


def _mark(lines: Sequence[Traced], number: int, position: _Position) -> Mark:
    index, column = position
    digits = lines[index][column : column + len(str(number))]
    before = Traced.join([*lines[:index], lines[index][:column]])
    solid = [p for p, c in zip(before.places, before.text, strict=True) if not c.isspace()]
    return Mark(number, digits, solid[-1] if solid else None)
