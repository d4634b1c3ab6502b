"""Fits the weights under which right candidates are likeliest among all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul

from plan_tui.importer.linking.curve_fitting import solved
from plan_tui.text.record import record

_ROUNDS = 15
"""Newton's steps at most; eight bring the crosswalk's questions to rest."""
_AT_REST = 0.002
"""A step that moves no weight further than this, by what it adds, ends the fitting."""
_FARTHEST = 2.0
"""What one step changes of any weight at most, by what it adds."""
_STEADY = 0.001
"""Pull of each weight to nothing, a question and by what it adds: without it figures that always
tell would have weights without bounds."""


@record
class TaughtChoice:
    """A question with its candidates."""

    figures: Sequence[Sequence[float]]
    """Of each candidate (first) how much there is of each kind of evidence (second)."""
    right: Sequence[int]
    """Which candidates are right."""


def fitted_weights(choices: Sequence[TaughtChoice]) -> list[float]:
    """Return the weights under which the right candidates are likeliest.

    A candidate's share is the exponential of its weighed figures, of those of all; what is made
    large is the product of what the right ones of each question have together.

    Args:
        choices: what is to be ranked; those without a right candidate teach nothing.

    """
    choices = [choice for choice in choices if choice.right]
    if not choices:
        return []
    sizes = _sizes(choices)
    weights = [0.0] * len(sizes)
    for _ in range(_ROUNDS):
        slope, bend = _slope_and_bend(choices, weights)
        for kind, size in enumerate(sizes):
            pull = _STEADY * len(choices) * size * size
            slope[kind] -= pull * weights[kind]
            bend[kind][kind] += pull
        step = solved(bend, slope)
        widest = max(abs(change) * size for change, size in zip(step, sizes, strict=True))
        shorter = min(1.0, _FARTHEST / widest) if widest else 1.0
        weights = [weight + shorter * change for weight, change in zip(weights, step, strict=True)]
        if widest < _AT_REST:
            break
    return weights


def _sizes(choices: Sequence[TaughtChoice]) -> list[float]:
    """Return the root of the mean square of each figure; 1 for one that there is nowhere."""
    rows = [row for choice in choices for row in choice.figures]
    squares = (sum(map(mul, column, column)) / len(rows) for column in zip(*rows, strict=True))
    return [math.sqrt(square) or 1.0 for square in squares]


def _slope_and_bend(
    choices: Sequence[TaughtChoice], weights: Sequence[float]
) -> tuple[list[float], list[list[float]]]:
    """Return where it goes up and how the shares spread (the lower half of the matrix)."""
    size = len(weights)
    slope = [0.0] * size
    bend = [[0.0] * size for _ in range(size)]
    for choice in choices:
        shares = _shares(choice.figures, weights)
        of_right = sum(shares[candidate] for candidate in choice.right) or 1.0
        columns = list(zip(*choice.figures, strict=True))
        weighed = [list(map(mul, shares, column)) for column in columns]
        means = list(map(sum, weighed))
        for kind, column in enumerate(columns):
            wanted = sum(shares[right] * column[right] for right in choice.right) / of_right
            slope[kind] += wanted - means[kind]
            row = bend[kind]
            for other in range(kind + 1):
                row[other] += sum(map(mul, weighed[kind], columns[other])) - (
                    means[kind] * means[other]
                )
    return slope, bend


def _shares(figures: Sequence[Sequence[float]], weights: Sequence[float]) -> list[float]:
    points = [sum(map(mul, weights, row)) for row in figures]
    highest = max(points)
    powers = [math.exp(each - highest) for each in points]
    total = sum(powers)
    return [power / total for power in powers]
