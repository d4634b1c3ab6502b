"""Whether a section is likely to have no counterpart at all in another edition."""

from __future__ import annotations

import math
from collections.abc import Iterator

from plan_tui.importer.linking.agreed_ranking import STRANGER
from plan_tui.importer.linking.confidence import ConfidenceCurve
from plan_tui.importer.linking.edition_pairs import Figures
from plan_tui.importer.linking.evidence import Described
from plan_tui.importer.linking.pair_confidences import PairConfidences
from plan_tui.text.language import Phrase
from plan_tui.text.record import record

_LONG = 8.0
"""Logarithm of the length of a long section, in characters."""
_LEAST = 0.01
"""Added to what agreement lacks of nothing and of all, so that its odds stay finite."""

ABSENCE = ConfidenceCurve((-0.425, -0.31, 0.886), -0.084)
"""Fitted to the sections of which the crosswalk speaks, by `make align` likewise."""
ABSENT_FROM = 0.7
"""How likely it must be that there is none, to be suggested. On topics from which nothing was
learnt more than nine of ten had none from there on; lower ones are right less often."""

_CLOSEST = Phrase(
    "最も近い「{title}」との共通点もごくわずか",
    "even the closest, “{title}”, has little in common",
)
_NOTHING_CLOSE = Phrase("近い箇所なし", "nothing close was found")


@record
class SuggestedAbsence:
    """A section that probably has no counterpart in the other edition."""

    section_id: int
    onwards: bool
    """True for a section of the earlier edition."""
    reason: Phrase


def suggested_absences(confidences: PairConfidences) -> Iterator[SuggestedAbsence]:
    """Yield the sections of two editions for which none is suggested.

    Entries of contents pages and headings without text are left out: what is below them tells.
    """
    for section, forward, ranked in confidences.rankings.of_sections:
        if section.passage.contents_only or not section.passage.blocks:
            continue
        if ABSENCE.at(absence_figures(section, confidences)) >= ABSENT_FROM:
            closest = ranked[0].section.passage.title if ranked else ""
            reason = _CLOSEST.of(title=closest) if closest else _NOTHING_CLOSE
            yield SuggestedAbsence(section.passage.section_id, forward, reason)


def absence_figures(section: Described, confidences: PairConfidences) -> Figures:
    """Return what tells that a section has no counterpart.

    Args:
        section: the section.
        confidences: how likely its candidates are.

    Returns:
        The odds that it and any of its candidates belong together by both, the points of its best
        one, and how much it says: a long section without a likely candidate says something new.

    """
    ranked = confidences.rankings.ranked(section)
    agreed = confidences.agreed(section)
    return (
        math.log((agreed + _LEAST) / (1 - agreed + _LEAST)),
        ranked[0].likeness if ranked else STRANGER,
        math.log1p(len(section.passage.text)) / _LONG,
    )
