"""The closed vocabularies of comparing: what belongs together, and how texts differ.

As in `plan_tui.model.enums`, each member is its stored and printed word.
"""

from __future__ import annotations

from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# What belongs together

SURE_FROM = 0.81
"""Score from which a suggestion is called sure: of the first suggestions on topics from which
nothing was learnt, 93 of 100 are right, those of sections without any counterpart counted as wrong
(95 of those of the others); they are for 46 of 100 sections with one. `make align` prints it."""
LIKELY_FROM = 0.5
"""Score from which it is called likely: 70 of 100 are right where there is a counterpart, and 62 of
all; of the rest 46 and 27."""


class Relation(StrEnum):
    """How a section of an earlier edition goes on in a later one."""

    CONTINUED = "continued"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"


class Extent(StrEnum):
    """How much of a section speaks of a matter."""

    WHOLE = "whole"
    """The section as such is about it."""
    PART = "part"
    """Passages of it say something of it; the section is about something else or wider."""
    MENTION = "mention"
    """It is only named in passing, which makes no counterpart."""

    @classmethod
    def most(cls, extents: Iterable[Extent]) -> Extent:
        """Return the largest of several; there must be one."""
        order = tuple(cls)
        return min(extents, key=order.index)


class Origin(StrEnum):
    """Who says that two sections belong together."""

    CURATED = "curated"
    """The crosswalk, made by reading."""
    AUTO = "auto"
    """An estimate of the program."""
    OWN = "own"
    """The reader, in a review of suggestions."""


class Likelihood(StrEnum):
    """How likely a suggestion is right, in a word."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @classmethod
    def of_score(cls, score: float) -> Likelihood:
        """Return the word for a suggestion's score, 0 to 1."""
        if score >= SURE_FROM:
            return cls.SURE
        return cls.LIKELY if score >= LIKELY_FROM else cls.POSSIBLE

    @classmethod
    def of_best(cls, score: float, *, asserted: bool) -> Likelihood | None:
        """Return how likely the best suggestion is right; None for what is asserted or unknown."""
        return cls.of_score(score) if score and not asserted else None


class VerdictKind(StrEnum):
    """What a person says of a section without counterpart in the text held of an edition."""

    NEW = "new"
    DROPPED = "dropped"


class ChangeKind(StrEnum):
    """What can be said of a section of one edition against another's outline."""

    CONTINUED = "continued"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    PART = "part"
    """Passages of it stand for passages of the other edition: it goes on in part."""
    MENTION = "mention"
    """The other edition only names its matter in passing."""
    BELOW = "below"
    """Nothing is said of itself; sections below it go on."""
    NEW = "new"
    """Not in the text that is held of the older edition."""
    DROPPED = "dropped"
    """Not in the text that is held of the newer edition."""
    UNKNOWN = "unknown"
    """Nobody has said anything, and nothing suggests itself."""

    def group(self, *, asserted: bool) -> ChangeGroup:
        """Return the group in which it is counted."""
        if asserted or self is ChangeKind.UNKNOWN:
            return ChangeGroup(self)
        return ChangeGroup.SUGGESTED


class ChangeGroup(StrEnum):
    """How a row of the changes is counted: by its kind if asserted, else as suggested."""

    CONTINUED = "continued"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    PART = "part"
    MENTION = "mention"
    BELOW = "below"
    NEW = "new"
    DROPPED = "dropped"
    SUGGESTED = "suggested"
    UNKNOWN = "unknown"


class TopicGroup(StrEnum):
    """Which topics of an edition are asked for."""

    IN_ = "in"
    """Those that its text speaks of."""
    NEW = "new"
    """Those of them that no compared edition before speaks of."""
    DROPPED = "dropped"
    """Those that the compared edition just before speaks of, and this one does not."""


# How texts differ


class TextChange(StrEnum):
    """What a stretch of one side of a difference is."""

    SAME = "same"
    """On both sides."""
    GONE = "gone"
    """Only in the earlier text."""
    NEW = "new"
    """Only in the later text."""
    MOVED = "moved"
    """On both sides, in a sentence that stands elsewhere on the other."""
    NOTATION = "notation"
    """Differs in width, calendar, punctuation or unseen characters alone."""
    SHARED = "shared"
    """A phrase in common of two texts that otherwise share little."""
    OTHER = "other"
    """The rest of such texts."""


class FactKind(StrEnum):
    """What a text names that can be compared by value, in the order in which it is shown."""

    DATE = "date"
    NUMBER = "number"
    ORGANISATION = "organisation"
    SYSTEM = "system"


class FactChange(StrEnum):
    """What became of a fact from the earlier text to the later."""

    KEPT = "kept"
    CHANGED = "changed"
    """The same thing is said of another value."""
    ADDED = "added"
    """Only in the later text."""
    GONE = "gone"
    """Only in the earlier text."""
    NOT_COMPARED = "not_compared"
    """Of a part, in a sentence that none of the other text resembles: maybe of another matter."""


class FactGroup(StrEnum):
    """The group in which a fact is told, in the order in which they are shown."""

    DEADLINE = "deadline"
    NUMBER = "number"
    ORGANISATION = "organisation"
    SYSTEM = "system"
    DATE = "date"
    """Dates by which nothing is to be done: of laws, of what has happened."""


class PromiseKind(StrEnum):
    """What a promise names that can be followed over the editions."""

    DEADLINE = "deadline"
    NUMBER = "number"


class Movement(StrEnum):
    """How a deadline or number went from one edition to the next."""

    KEPT = "kept"
    EARLIER = "earlier"
    LATER = "later"
    VAGUER = "vaguer"
    FIRMER = "firmer"
    DONE = "done"
    """The newer text reports it so."""
    RAISED = "raised"
    LOWERED = "lowered"
    DROPPED = "dropped"
    """The newer text does not name it."""
    NEW = "new"
    """The older text does not name it."""
