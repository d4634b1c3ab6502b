"""How likely a candidate is the counterpart of a section, by its rank and the others'."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.importer.linking.evidence import Described
from plan_tui.importer.linking.ranking import Ranked

_FOURTH = 3
"""The candidate from whose likeness on nothing is asked any more: three are shown."""


@dataclass(frozen=True, slots=True)
class ConfidenceCurve:
    """A logistic curve over a candidate's standing; `standing` tells what its figures are."""

    weights: tuple[float, ...]
    constant: float

    def at(self, figures: Sequence[float]) -> float:
        """Return how likely a candidate of that standing is right, 0 to 1."""
        strength = self.constant + sum(w * f for w, f in zip(self.weights, figures, strict=True))
        return 1 / (1 + math.exp(-strength))


CURVE = ConfidenceCurve((4.05, 1.94, 3.11, 0.05, 0.14), -3.87)
"""Fitted to the three best candidates of every section of which the crosswalk speaks, those
without counterpart among them. `make align` fits it to some of the topics and measures it on the
others: of what it calls 0.9 and more there 94 of 100 are right, of 0.5 to 0.6 53."""


def standing(asked: Described, ranked: Sequence[Ranked], rank: int) -> tuple[float, ...]:
    """Return what a candidate's confidence depends on.

    Args:
        asked: the section for which a counterpart is sought.
        ranked: its candidates, best first.
        rank: which of them is meant, from 0.

    Returns:
        Its likeness; by how much that is above the best other's and above the fourth's; the
        logarithms of the lengths of both sections.

    """
    candidate = ranked[rank]
    others = [other.likeness for place, other in enumerate(ranked) if place != rank]
    fourth = ranked[_FOURTH].likeness if len(ranked) > _FOURTH else 0.0
    return (
        candidate.likeness,
        candidate.likeness - max(others, default=0.0),
        candidate.likeness - fourth,
        math.log1p(len(asked.passage.text)),
        math.log1p(len(candidate.section.passage.text)),
    )
