"""How much each kind of evidence weighs when the counterparts of a section are ranked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EvidenceWeights:
    """What one point of each kind of evidence is worth."""

    text: float
    """Title and text alike."""
    title: float
    """Titles alike."""
    sentence: float
    """The sentence of either section that is most like the whole other one: the counterpart of a
    narrow section is often a sentence of a broad one."""
    above: float
    """Titles above alike: the same chapter."""
    terms: float
    """Rare terms that both name."""
    parents: float
    """Either section is like what the other one stands below."""
    children: float
    """A section below one of them is as like the other: taken off."""
    contents_only: float
    """An entry of a contents page, which has no text: taken off."""


WEIGHTS = EvidenceWeights(
    text=1.0,
    title=0.3,
    sentence=0.3,
    above=0.25,
    terms=0.3,
    parents=0.2,
    children=0.2,
    contents_only=0.2,
)
"""To which `make align` climbs from all topics of the crosswalk; the text is the measure of the
others. It tells how many counterparts come first by them, how many without each kind of evidence,
and how many by weights that were climbed to from other topics."""
