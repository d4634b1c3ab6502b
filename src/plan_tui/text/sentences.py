"""Splits Japanese text into sentences that together are the text."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = "。！？!?"
_OPENING = "（(「『〔【［[〈《"
_CLOSING = "）)」』〕】］]〉》"
_STEPS = (_OPENING, 1), (_CLOSING, -1)
_GOES_ON = frozenset((*_ENDS, *_CLOSING, "\n", ""))
"""What follows a mark that does not end a sentence; nothing follows that of the line's end."""


def sentences(text: str) -> list[str]:
    """Split ``text`` after each sentence; the parts together are ``text``.

    A sentence ends at 。！？ outside brackets and at a line break, which stays with it. In a
    line whose brackets do not balance every 。 ends a sentence.
    """
    lines = text.splitlines(keepends=True)
    inner = text[:-1]
    ends = [sign for sign in _ENDS if sign in inner]
    return [part for line in lines for part in _of_line(line, ends)] if ends else lines


def sentence_range(text: str, offset: int) -> tuple[int, int]:
    """Return where the sentence at ``offset`` stands in ``text``, blanks at its ends left out."""
    parts, starts = _placed(text)
    if offset < len(text):
        number = max(0, bisect_right(starts, offset) - 1)
        start, part = starts[number], parts[number]
    else:
        start, part = 0, text
    lead = len(part) - len(part.lstrip())
    return start + lead, start + lead + len(part.strip())


@lru_cache(maxsize=4)  # asked for each of the dates and numbers of a text, one after the other
def _placed(text: str) -> tuple[list[str], list[int]]:
    """Return the sentences of a text and where each begins."""
    parts = sentences(text)
    return parts, list(accumulate(map(len, parts), initial=0))


def _of_line(line: str, signs_of_ends: Iterable[str]) -> list[str]:
    ends = [at for at in _places(line, signs_of_ends) if line[at + 1 : at + 2] not in _GOES_ON]
    if not ends:
        return [line]
    signs = sorted([(at, 0) for at in ends] + _brackets(line))
    balanced = _balanced(step for _, step in signs)
    parts: list[str] = []
    start = depth = 0
    for place, step in signs:
        if step:
            depth += step if balanced else 0
        elif depth == 0:
            parts.append(line[start : place + 1])
            start = place + 1
    return [*parts, line[start:]] if line[start:] else parts


def _places(line: str, signs: Iterable[str]) -> list[int]:
    """Return where some signs stand: looking for each needs no pattern, which is compiled first."""
    places: list[int] = []
    for sign in signs:
        place = line.find(sign)
        while place >= 0:
            places.append(place)
            place = line.find(sign, place + 1)
    return places


def _brackets(line: str) -> list[tuple[int, int]]:
    """Return where brackets stand in a line, and how each changes their depth."""
    return [(at, step) for signs, step in _STEPS for at in _places(line, signs)]


def _balanced(steps: Iterable[int]) -> bool:
    depth = 0
    for step in steps:
        depth += step
        if depth < 0:
            return False
    return depth == 0
