"""How likely a candidate is the counterpart of a section, by its rank and the others'."""

from __future__ import annotations

import math
from collections.abc import Sequence

from plan_tui.importer.linking.agreed_ranking import STRANGER
from plan_tui.importer.linking.edition_pairs import Figures
from plan_tui.importer.linking.first_ranking import Candidate
from plan_tui.importer.linking.weights import EvidenceWeights
from plan_tui.text.record import record

_FOURTH = 3
"""The candidate from whose likeness on nothing is asked any more: three are shown."""
_FAR = 8.0
"""Points of distance above which more says nothing more."""
_LEAST = 0.003
"""What a share lacks of nothing and of all, so that its odds stay finite."""


@record
class ConfidenceCurve:
    """A logistic curve over some figures."""

    weights: tuple[float, ...]
    constant: float

    def at(self, figures: Sequence[float]) -> float:
        """Return how likely what has those figures is true, 0 to 1."""
        strength = self.constant + sum(w * f for w, f in zip(self.weights, figures, strict=True))
        return 1 / (1 + math.exp(-strength))


CURVE = ConfidenceCurve((0.24, 0.22, 0.106, 0.216, -1.51, -1.18), -1.205)
"""Fitted to the three best candidates of every section of which the crosswalk speaks, those
without counterpart among them. `make align` fits it to all topics and tells what it is there; and
to some of the topics, to measure it on the others."""


def standing(ranked: Sequence[Candidate], rank: int, returned: float, evidence: Figures) -> Figures:
    """Return what a candidate's confidence depends on.

    Args:
        ranked: all candidates for a section, best first.
        rank: which of them is meant, from 0.
        returned: the share of the candidate that goes to the section.
        evidence: what speaks for the candidate.

    Returns:
        Its points, the odds of its share, by how much it is above the fourth, the odds that it
        goes to the section in its turn, and whether it has no text of its own, as the section or
        alone: points of headings say less.

    """
    candidate = ranked[rank]
    fourth = ranked[_FOURTH].likeness if len(ranked) > _FOURTH else STRANGER
    weighed = EvidenceWeights(*evidence)
    return (
        candidate.likeness,
        odds(candidate.share),
        max(-_FAR, min(_FAR, candidate.likeness - fourth)),
        odds(returned),
        weighed.heading_for_heading,
        weighed.heading_for_text,
    )


def odds(share: float) -> float:
    """Return the logarithm of how much likelier than not something is."""
    return math.log((share + _LEAST) / (1 - share + _LEAST))
