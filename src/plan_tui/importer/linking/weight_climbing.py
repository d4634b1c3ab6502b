"""Climbs to weights by which right candidates come first, one weight at a time."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.text.record import record

_STEPS = (0.2, 0.1, 0.05)
"""How far a weight is moved, from coarse to fine."""
_ROUNDS = 15
"""Moves of one size at most."""
_GAIN = 0.0008
"""What a move must win: one question in a thousand; less is chance."""
_WORTH = (1.0, 0.35, 0.25)
"""What a right candidate at the first, second and third place is worth."""


@record
class TaughtChoice:
    """A question with its candidates."""

    figures: Sequence[Sequence[float]]
    """Of each kind of evidence (first) the figure of each candidate (second)."""
    right: Sequence[int]
    """Which candidates are right."""


def climbed(
    choices: Sequence[TaughtChoice], start: Sequence[float], free: Sequence[int]
) -> list[float]:
    """Return the weights that are reached from ``start``.

    Args:
        choices: what is to be ranked; those without a right candidate teach nothing.
        start: the weight of each kind of evidence.
        free: which weights may be moved.

    """
    weights = list(start)
    choices = [choice for choice in choices if choice.right]
    if not choices:
        return weights
    totals = [_totals(choice, weights) for choice in choices]
    best = _worth(choices, totals)
    for step in _STEPS:
        for _ in range(_ROUNDS):
            moves = [(kind, change) for kind in free for change in (step, -step)]
            tried = [(_worth(choices, _moved(choices, totals, *move)), move) for move in moves]
            worth, (kind, change) = max(tried, key=lambda each: each[0])
            if worth < best + _GAIN:
                break
            best = worth
            weights[kind] += change
            totals = _moved(choices, totals, kind, change)
    return weights


def _totals(choice: TaughtChoice, weights: Sequence[float]) -> list[float]:
    candidates = zip(*choice.figures, strict=True)
    return [sum(w * f for w, f in zip(weights, figures, strict=True)) for figures in candidates]


def _moved(
    choices: Sequence[TaughtChoice], totals: Sequence[Sequence[float]], kind: int, change: float
) -> list[list[float]]:
    """Return the totals where one weight is changed."""
    return [
        [total + change * figure for total, figure in zip(row, choice.figures[kind], strict=True)]
        for choice, row in zip(choices, totals, strict=True)
    ]


def _worth(choices: Sequence[TaughtChoice], totals: Sequence[Sequence[float]]) -> float:
    """Return what the places of the best right candidates are worth, a question."""
    worth = 0.0
    for choice, row in zip(choices, totals, strict=True):
        best = max(row[candidate] for candidate in choice.right)
        place = sum(total > best for total in row)
        worth += _WORTH[place] if place < len(_WORTH) else 0.0
    return worth / len(choices)
