"""How likely a candidate is the counterpart of a section, by its rank and the others'."""

from __future__ import annotations

import math
from collections.abc import Sequence

from plan_tui.importer.linking.counterpart_ranking import Ranked
from plan_tui.text.record import record

_STRANGER = 0.3
"""Likeness that strangers reach among the sections of a full edition. Being above nobody, or above
less, is no merit: so short documents, which hold few rivals, are judged as long ones."""
_FOURTH = 3
"""The candidate from whose likeness on nothing is asked any more: three are shown."""


@record
class ConfidenceCurve:
    """A logistic curve over a candidate's standing; `standing` tells what its figures are."""

    weights: tuple[float, ...]
    constant: float

    def at(self, figures: Sequence[float]) -> float:
        """Return how likely a candidate of that standing is right, 0 to 1."""
        strength = self.constant + sum(w * f for w, f in zip(self.weights, figures, strict=True))
        return 1 / (1 + math.exp(-strength))


CURVE = ConfidenceCurve((4.03, 3.01, 3.92), -2.28)
"""Fitted to the three best candidates of every section of which the crosswalk speaks, those
without counterpart among them. `make align` fits it to all topics and tells what it is there; and
to some of the topics, to measure it on the others."""


def standing(ranked: Sequence[Ranked], rank: int) -> tuple[float, ...]:
    """Return what a candidate's confidence depends on.

    Lengths of texts, kinds of evidence, the candidate's own view of the section and the way over a
    third edition add nothing to how many counterparts are told for sure.

    Args:
        ranked: all candidates for a section, best first.
        rank: which of them is meant, from 0.

    Returns:
        Its likeness, and by how much that is above the best other's and above the fourth's.

    """
    candidate = ranked[rank]
    others = [other.likeness for place, other in enumerate(ranked) if place != rank]
    fourth = ranked[_FOURTH].likeness if len(ranked) > _FOURTH else _STRANGER
    return (
        candidate.likeness,
        candidate.likeness - max([_STRANGER, *others]),
        candidate.likeness - max(_STRANGER, fourth),
    )
