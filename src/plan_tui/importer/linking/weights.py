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
    title=0.4,
    sentence=0.5,
    above=0.25,
    terms=0.6,
    parents=0.33,
    children=0.36,
    contents_only=0.23,
)
"""Those of the build; the text is the measure of the others. `make align` tells how many
counterparts come first by them, without each kind of evidence, and by weights that were climbed
to on other topics."""
