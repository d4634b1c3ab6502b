"""How much each kind of evidence weighs when the counterparts of a section are ranked.

Figures, weights and what they add up to are natural logarithms: of two candidates, one that has a
point more is e times as likely.
"""

from __future__ import annotations

from plan_tui.text.record import record


@record
class EvidenceWeights:
    """What one point of each kind of evidence is worth at first sight."""

    text: float
    """Title and text alike (root: a little likeness tells most)."""
    text_and_title: float
    """Text alike times titles alike: either alone may be chance."""
    sentence: float
    """The sentence of either section that is most like the whole other one (root): the counterpart
    of a narrow section is often a sentence of a broad one."""
    above: float
    """Titles above alike: the same chapter."""
    rarest: float
    """The most telling term that both name, in tens."""
    title_said: float
    """How much of the asked section's title the candidate says: a broad section names in a list
    what a narrow one has for its title."""
    title_asked: float
    """How much of the candidate's title the asked section says."""
    repeated: float
    """How much of all that the asked section says the candidate says as well."""
    parent: float
    """What the asked section stands below is like the candidate: one level was left out."""
    both_parents: float
    """What either stands below is like what the other stands below: the same group of matters."""
    both_children: float
    """Each is like something below the other: both are headings of the same."""
    heading_for_heading: float
    """Both have no text of their own: taken off, for what is below them says it better."""
    heading_for_text: float
    """The candidate alone has no text of its own: taken off."""


@record
class AgreementWeights:
    """What one point of each kind of agreement with other rankings is worth."""

    likeness: float
    """What was added up at first sight: less than one, for what agrees tells the same again."""
    below: float
    """The share of what stands below the asked section that goes to the candidate or below it."""
    around: float
    """The share of what is printed before and behind the asked section that goes to where the
    candidate stands."""
    returned: float
    """How likely the candidate goes to the asked section (logarithm)."""
    third: float
    """How likely a section of a third edition stands between both."""


WEIGHTS = EvidenceWeights(
    text=8.5,
    text_and_title=16.4,
    sentence=5.7,
    above=4.2,
    rarest=1.9,
    title_said=2.8,
    title_asked=1.4,
    repeated=4.7,
    parent=5.0,
    both_parents=1.3,
    both_children=7.9,
    heading_for_heading=-3.1,
    heading_for_text=-5.2,
)
"""Fitted to all topics of the crosswalk by `make align`, which tells what they are, how many
counterparts come first by them, how many without each kind of evidence, and how many by weights
that were fitted to other topics."""

AGREEMENT = AgreementWeights(likeness=0.68, below=4.3, around=1.9, returned=0.46, third=1.77)
"""Fitted likewise."""
