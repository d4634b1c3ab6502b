"""The shortest edit of one list to another: what is kept, left out, put in, or put in its place.

Of several edits of one length the choice is that of Levenshtein's distance as libraries give it:
what both lists begin and end with is kept, and before it, from the end on, what can be left out
is left out first.
"""

from __future__ import annotations

from itertools import groupby

from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KEPT, _REPLACED, _LEFT_OUT, _PUT_IN = "=", "x", "-", "+"
_SIDES = {_KEPT: (1, 1), _REPLACED: (1, 1), _LEFT_OUT: (1, 0), _PUT_IN: (0, 1)}
"""Step of an edit → how many items it takes of each list."""


@record
class Edit:
    """A stretch of both lists of which all is kept, or all is edited in one way."""

    is_kept: bool
    left: slice
    right: slice


def shortest_edit(left: Sequence[str], right: Sequence[str]) -> Iterator[Edit]:
    """Yield the edit of ``left`` to ``right``, stretch by stretch, both whole."""
    i = j = 0
    for step, group in groupby(_steps(left, right)):
        count = sum(1 for _ in group)
        of_left, of_right = (size * count for size in _SIDES[step])
        yield Edit(step == _KEPT, slice(i, i + of_left), slice(j, j + of_right))
        i, j = i + of_left, j + of_right


def _steps(left: Sequence[str], right: Sequence[str]) -> str:
    shorter = min(len(left), len(right))
    head = next((n for n in range(shorter) if left[n] != right[n]), shorter)
    shorter -= head
    tail = next((n for n in range(shorter) if left[-1 - n] != right[-1 - n]), shorter)
    middle = _inner_steps(left[head : len(left) - tail], right[head : len(right) - tail])
    return f"{_KEPT * head}{middle}{_KEPT * tail}"


def _inner_steps(left: Sequence[str], right: Sequence[str]) -> str:
    """Return the steps between what both lists begin and end with."""
    columns = _columns(left, right) if left and right else []
    steps = []
    i, j = len(left), len(right)
    while i and j:
        here = 1 << i - 1
        if columns[j][0] & here:
            i -= 1
            steps.append(_LEFT_OUT)
            continue
        j -= 1
        if columns[j][1] & here:
            steps.append(_PUT_IN)
        else:
            i -= 1
            steps.append(_KEPT if left[i] == right[j] else _REPLACED)
    return _PUT_IN * j + _LEFT_OUT * i + "".join(reversed(steps))


def _columns(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return, for each beginning of ``right``, how its distance to those of ``left`` changes.

    These are two numbers, of which bit n is set where the distance rises, or falls, by one from
    the first n items of ``left`` to one more (the bits in parallel, by Myers and Hyyrö).
    """
    places: dict[str, int] = {}
    for place, item in enumerate(left):
        places[item] = places.get(item, 0) | 1 << place
    every = (1 << len(left)) - 1
    rises, falls = every, 0
    columns = [(rises, falls)]
    for item in right:
        equal = places.get(item, 0)
        cheap = (((equal & rises) + rises) ^ rises) | equal | falls
        across_rises = (falls | ~(cheap | rises)) << 1 | 1
        across_falls = (cheap & rises) << 1
        rises = (across_falls | ~(cheap | across_rises)) & every
        falls = across_rises & cheap & every
        columns.append((rises, falls))
    return columns
