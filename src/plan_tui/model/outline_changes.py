"""What became of the outline of an edition in another: of each section, and of all of two."""

from __future__ import annotations

from plan_tui.model.comparison_enums import Extent, Likelihood
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from plan_tui.model.comparison_enums import ChangeGroup, ChangeKind
    from plan_tui.model.records import Edition, Section


@record
class SectionChange:
    """What another edition has of a section: the statement that all views repeat."""

    section_id: int
    edition_id: str
    """The other edition."""
    change: ChangeKind
    asserted: bool
    """False if it is only suggested."""
    score: float
    """0 to 1, of the best link; 0 without one."""
    below: int
    """Sections directly below it that go on there, themselves or below them."""
    below_all: int
    """Sections directly below it."""
    reason: str
    reason_en: str | None
    """The same in unofficial English, if there is any."""

    @property
    def group(self) -> ChangeGroup:
        """The group in which it is counted."""
        return self.change.group(asserted=self.asserted)


@record
class Continuation:
    """A section of the newer edition in which one of the older goes on, or is mentioned."""

    section: Section
    from_extent: Extent
    """How much of the older section goes on there."""
    to_extent: Extent
    """How much of the newer section that is."""
    shared: float
    """0 to 1: share of the characters in common of what is compared of the two."""
    reason: str
    """Why, in words."""
    reason_en: str | None
    """The same in unofficial English, if there is any."""


@record
class Change:
    """What became of a section of the older edition, or where one of the newer comes from."""

    older: Section | None
    """None for a section of the newer edition to which nothing leads; where it is suggested that
    one does, that one."""
    continuations: tuple[Continuation, ...]
    """In reading order of the newer edition; empty if its text has none."""
    alone: Section | None
    """The section of the newer edition that the row is about, if nothing leads to it."""
    relation: ChangeKind
    asserted: bool
    """False if it is only suggested."""
    score: float
    """0 to 1, of the best link; 0 without one."""
    below: int
    """Sections directly below it that go on in the other edition, themselves or below them."""
    below_all: int
    """Sections directly below it."""
    reason: str
    reason_en: str | None
    """The same in unofficial English, if there is any."""

    @property
    def newer(self) -> tuple[Section, ...]:
        """The sections of the newer edition that it names, in reading order."""
        return tuple(each.section for each in self.continuations) or (
            (self.alone,) if self.alone else ()
        )

    @property
    def shared(self) -> float | None:
        """The most that it has in common with a section it goes on in; None without one."""
        compared = (each for each in self.continuations if each.to_extent is not Extent.MENTION)
        return max((each.shared for each in compared), default=None)

    @property
    def likelihood(self) -> Likelihood | None:
        """How likely the best suggestion is right; None for what is asserted or unknown."""
        return Likelihood.of_best(self.score, asserted=self.asserted)

    @property
    def group(self) -> ChangeGroup:
        """The group in which the row is counted."""
        return self.relation.group(asserted=self.asserted)


@record
class Changes:
    """The changes of the outline between two editions."""

    older: Edition
    newer: Edition
    rows: tuple[Change, ...]
    """The older outline in reading order with its fate, then what is only in the newer one."""
    counts: dict[ChangeGroup, int]
    """Rows of each group; groups without any are left out."""
    stated: Mapping[int, SectionChange]
    """Section id → what is said of it, for the sections of both editions."""
