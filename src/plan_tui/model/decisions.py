"""What a reader decided of two sections of which the program suggests that they belong together."""

from __future__ import annotations

from plan_tui.model.comparison_enums import Extent
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

Pair = frozenset[str]
"""The keys of two sections."""


class DecisionKind(StrEnum):
    """What a reader says of two sections."""

    ACCEPTED = "accepted"
    """They stand for each other as wholes."""
    PART = "part"
    """Passages of one of them, or of both, stand for the other."""
    MENTION = "mention"
    """One of them only mentions what the other is about."""
    REJECTED = "rejected"
    """They do not belong together."""


@record
class DecidedPlace:
    """A section of a decision, and how much of it is meant."""

    key: str
    heading: str
    """Its title as the reader saw it; empty if the reader did not write it down."""
    extent: Extent = Extent.WHOLE
    block: int | None = None
    """Ordinal of the block that is meant, from 1; None for no block."""


@record
class Decision:
    """A reader's decision on two sections of different editions."""

    first: DecidedPlace
    second: DecidedPlace
    apart: bool = False
    """True if they do not belong together."""

    @property
    def pair(self) -> Pair:
        """The keys of its sections."""
        return frozenset((self.first.key, self.second.key))

    @property
    def kind(self) -> DecisionKind:
        """What it says."""
        extents = (self.first.extent, self.second.extent)
        if self.apart:
            return DecisionKind.REJECTED
        if Extent.MENTION in extents:
            return DecisionKind.MENTION
        return DecisionKind.PART if Extent.PART in extents else DecisionKind.ACCEPTED
