"""Fits the curve that says how likely a candidate is right."""

from __future__ import annotations

import math
from collections.abc import Sequence

from plan_tui.importer.linking.confidence import ConfidenceCurve

_ROUNDS = 25
"""Newton's steps at most; ten bring the crosswalk's rows to rest."""
_AT_REST = 1e-6
"""A step that moves no weight further than this ends the fitting."""
_STEADY = 1e-3
"""Added to the diagonal, as if each weight were doubtful of itself: figures that tell rows apart
without error would have weights without bounds."""


def fitted_curve(examples: Sequence[tuple[Sequence[float], bool]]) -> ConfidenceCurve:
    """Return the logistic curve under which the examples are likeliest.

    Args:
        examples: a candidate's figures, and whether it was right; at least one.

    """
    rows = [((*figures, 1.0), float(right)) for figures, right in examples]
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(_ROUNDS):
        slope = [-_STEADY * weight for weight in weights]
        bend = [[_STEADY * (row == column) for column in range(size)] for row in range(size)]
        for figures, right in rows:
            likely = ConfidenceCurve(tuple(weights), 0.0).at(figures)
            spread = likely * (1 - likely)
            for row, figure in enumerate(figures):
                slope[row] += (right - likely) * figure
                for column in range(row + 1):
                    bend[row][column] += spread * figure * figures[column]
        step = solved(bend, slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _AT_REST:
            break
    return ConfidenceCurve(tuple(weights[:-1]), weights[-1])


def solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve the equations of a symmetric matrix, told by its lower half (Cholesky)."""
    size = len(right)
    root = [[0.0] * size for _ in range(size)]
    for row in range(size):
        for column in range(row + 1):
            rest = matrix[row][column] - _product(root[row][:column], root[column])
            root[row][column] = math.sqrt(rest) if row == column else rest / root[column][column]
    halfway: list[float] = []
    for row in range(size):
        halfway.append((right[row] - _product(root[row], halfway)) / root[row][row])
    answer = [0.0] * size
    for row in reversed(range(size)):
        below = sum(root[other][row] * answer[other] for other in range(row + 1, size))
        answer[row] = (halfway[row] - below) / root[row][row]
    return answer


def _product(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the scalar product, as far as the shorter goes."""
    return sum(a * b for a, b in zip(first, second, strict=False))
