"""The shortest edit of one sequence of words to another.

The library that knows it takes as long to load as a few hundred sentences take here, so it is
loaded by who compares more than these. Both give the same.
"""

from __future__ import annotations

from itertools import groupby

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Edit = tuple[bool, int, int, int, int]
"""Whether both sides are equal, and the first and the end of the words on the left and right."""

_EQUAL, _REPLACE, _INSERT, _DELETE = "equal", "replace", "insert", "delete"
_MOST_HERE = 20_000
"""Words of both sides, of all that was compared so far, beyond which the library is loaded."""


class _Compared:
    """What was compared in this process."""

    words = 0


def edits(left: Sequence[str], right: Sequence[str]) -> Iterator[Edit]:
    """Yield what stays and what is replaced, inserted or deleted; together they are both sides."""
    _Compared.words += len(left) + len(right)
    if _Compared.words > _MOST_HERE:
        from rapidfuzz.distance import Levenshtein

        for code in Levenshtein.opcodes(left, right):
            sides = code.src_start, code.src_end, code.dest_start, code.dest_end
            yield code.tag == _EQUAL, *sides
        return
    i = j = 0
    for step, same_steps in groupby(_steps(left, right)):
        size = sum(1 for _ in same_steps)
        first, other = i, j
        i += size if step is not _INSERT else 0
        j += size if step is not _DELETE else 0
        yield step is _EQUAL, first, i, other, j


def _steps(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Return what becomes of one word after the other."""
    head = 0
    least = min(len(left), len(right))
    while head < least and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < least - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    ours, theirs = left[head : len(left) - tail], right[head : len(right) - tail]
    return [*[_EQUAL] * head, *_followed(ours, theirs), *[_EQUAL] * tail]


def _followed(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Follow the cheapest way back from the ends of both sides to their beginnings.

    Of several a deletion comes first, then an insertion: the last in the order of the text.
    """
    column, row = len(left), len(right)
    dearer, cheaper = _costs(left, right) if left and right else ([], [])
    steps = []
    while row and column:
        bit = 1 << (column - 1)
        if dearer[row - 1] & bit:
            column -= 1
            steps.append(_DELETE)
            continue
        row -= 1
        if row and cheaper[row - 1] & bit:
            steps.append(_INSERT)
            continue
        column -= 1
        steps.append(_EQUAL if left[column] == right[row] else _REPLACE)
    return [*[_DELETE] * column, *[_INSERT] * row, *reversed(steps)]


def _costs(left: Sequence[str], right: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return for each word of ``right`` where an edit gets dearer by one more of ``left``.

    The second list says where it gets cheaper. A bit stands for a word of ``left``, and all are
    reckoned at once (Hyyrö 2003).
    """
    places: dict[str, int] = {}
    for place, word in enumerate(left):
        places[word] = places.get(word, 0) | 1 << place
    every = up = (1 << len(left)) - 1
    down = 0
    dearer, cheaper = [], []
    for word in right:
        same = places.get(word, 0)
        diagonal = ((same & up) + up ^ up) | same | down
        across = ((down | every & ~(diagonal | up)) << 1) | 1
        back = (diagonal & up) << 1
        up = (back | ~(diagonal | across)) & every
        down = across & diagonal & every
        dearer.append(up)
        cheaper.append(down)
    return dearer, cheaper
