"""How much each kind of evidence weighs when the counterparts of a section are ranked."""

from __future__ import annotations

from plan_tui.text.record import record


@record
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
    both_parents: float
    """What either stands below is like what the other stands below: the same group of matters."""
    title_said: float
    """How much of the asked section's title the candidate says: a broad section names in a list
    what a narrow one has for its title."""
    children: float
    """A section below one of them is as like the other: taken off."""
    contents_only: float
    """An entry of a contents page, which has no text: taken off."""


WEIGHTS = EvidenceWeights(
    text=1.0,
    title=0.2,
    sentence=0.3,
    above=0.3,
    terms=0.3,
    parents=0.2,
    both_parents=0.1,
    title_said=0.1,
    children=0.3,
    contents_only=0.1,
)
"""To which `make align` climbs from all topics of the crosswalk; the text is the measure of the
others. It tells how many counterparts come first by them, how many without each kind of evidence,
and how many by weights that were climbed to from other topics."""
