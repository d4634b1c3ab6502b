"""Candidates by what speaks for each alone, and how they share the section that is asked about."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import mul

from plan_tui.importer.linking.candidates import LOOKED_AT
from plan_tui.importer.linking.edition_pairs import EditionPair
from plan_tui.importer.linking.evidence import Described
from plan_tui.importer.linking.weights import WEIGHTS, EvidenceWeights
from plan_tui.text.record import as_tuple, record

_STRANGER = 6.0
"""Points that the tenth candidate of a section has at first sight, in a full edition."""
_SLIGHT = 0.03
"""A share under this is left out where shares are followed further."""

Shares = Mapping[int, Mapping[int, float]]
"""Section → section of another edition → how likely it goes on there, 0 to 1, slight ones left out.
Of each section the shares in one edition add up to 1 at most."""


@record
class Candidate:
    """A candidate for the counterpart of a section."""

    section: Described
    likeness: float
    """What speaks for it, in points."""
    share: float
    """How likely it is the counterpart, if one of the candidates is."""


def chosen(
    candidates: Sequence[Described], points: Sequence[float], stranger: float
) -> list[Candidate]:
    """Return candidates with their shares, best first.

    Where candidates are few, being the best of them is no merit: so short documents are judged as
    long ones, with strangers for what lacks.

    Args:
        candidates: sections of the other edition.
        points: what speaks for each.
        stranger: points of a section of another matter.

    """
    if not candidates:
        return []
    highest = max(stranger, *points)
    weights = [math.exp(each - highest) for each in points]
    strangers = max(0, LOOKED_AT - len(candidates)) * math.exp(stranger - highest)
    total = sum(weights) + strangers
    choices = [
        Candidate(section, likeness, weight / total)
        for section, likeness, weight in zip(candidates, points, weights, strict=True)
    ]
    return sorted(choices, key=lambda each: (-each.likeness, each.section.passage.section_id))


def shares_of_all(
    pairs: Iterable[EditionPair],
    known: Shares | None = None,
    weights: EvidenceWeights = WEIGHTS,
) -> Shares:
    """Return how the sections of all editions go on in each other, at first sight.

    Args:
        pairs: the editions that are compared.
        known: what is known already, of other pairs of editions.
        weights: what the evidence weighs.

    """
    in_order = as_tuple(weights)
    shares: dict[int, dict[int, float]] = defaultdict(dict)
    for section_id, others in (known or {}).items():
        shares[section_id].update(others)
    for editions in pairs:
        for sections, forward in ((editions.earlier, True), (editions.later, False)):
            for section in sections:
                shares[section.passage.section_id].update(
                    (choice.section.passage.section_id, choice.share)
                    for choice in _first_choices(editions, section, forward, in_order)
                    if choice.share >= _SLIGHT
                )
    return shares


def _first_choices(
    editions: EditionPair, section: Described, forward: bool, weights: Sequence[float]
) -> list[Candidate]:
    candidates = editions.candidates(section, forward=forward)
    return chosen(
        candidates,
        [sum(map(mul, weights, editions.figures(section, c))) for c in candidates],
        _STRANGER,
    )
