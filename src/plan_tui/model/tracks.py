"""What the comparing room tells: facts on both sides, an outline's changes, a matter's track."""

from __future__ import annotations

from plan_tui.model.comparison_enums import (
    Extent,
    FactChange,
    FactGroup,
    FactKind,
    Likelihood,
)
from plan_tui.model.crosswalk import group_of
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from plan_tui.model.comparison_enums import (
        ChangeGroup,
        ChangeKind,
        Movement,
        PromiseKind,
    )
    from plan_tui.model.crosswalk import SectionChange
    from plan_tui.model.records import Edition, Section
    from plan_tui.text.calendar import DateBasis


@record
class Fact:
    """A date, number, organisation or system that a text names."""

    kind: FactKind
    text: str
    """As printed; the first mention, if the text names it more than once."""
    value: str
    """Equal for facts that are the same however they are printed; of dates, the last day."""
    passage: int
    """Which passage of the text it stands in (see `Counterpart.left`)."""
    offset: int
    """Characters into that passage."""
    unit: str = ""
    """What a number counts; empty for other kinds."""
    is_target: bool = False
    """True for a date by which something is to be done."""
    start: str | None = None
    """A date's first day, ISO; None for other kinds and an open beginning."""
    end: str | None = None
    """A date's last day, ISO; None for other kinds and an open end."""
    basis: DateBasis | None = None
    """The unit in which a date is printed; None for other kinds."""


@record
class FactRow:
    """A fact of the base section or of an edition's counterparts, or of both."""

    kind: FactKind
    op: FactChange
    left: Fact | None
    """Of the base section; the earlier text may be on either side."""
    right: Fact | None
    section: Section | None = None
    """The counterpart that the right fact is of; None without one."""

    @property
    def group(self) -> FactGroup:
        """The group in which it is told: only a target of either side is a deadline."""
        if self.kind is not FactKind.DATE:
            return FactGroup(self.kind)
        is_target = any(fact.is_target for fact in (self.left, self.right) if fact)
        return FactGroup.DEADLINE if is_target else FactGroup.DATE

    @property
    def quiet(self) -> bool:
        """Whether nothing is to be made of its being on one side only."""
        if self.op is FactChange.NOT_COMPARED:
            return True
        return self.group is FactGroup.DATE and self.op is not FactChange.KEPT

    @property
    def grains(self) -> tuple[DateBasis, DateBasis] | None:
        """The units of a date that both sides print in another one, the base's first."""
        if not self.left or not self.right or self.op is not FactChange.KEPT:
            return None
        left, right = self.left.basis, self.right.basis
        return (left, right) if left and right and left is not right else None


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
        suggested = not self.asserted and self.score
        return Likelihood.of_score(self.score) if suggested else None

    @property
    def group(self) -> ChangeGroup:
        """The group in which the row is counted."""
        return group_of(self.relation, asserted=self.asserted)


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


@record
class Statement:
    """A deadline or number of an edition, and the sentence that says it."""

    edition: Edition
    section: Section
    quotation: str
    """The sentence as printed."""
    text: str
    """The date or number as printed."""
    start: str | None = None
    """First day, ISO; None for a number or an open beginning."""
    end: str | None = None
    """Last day, ISO; None for a number or an open end."""
    basis: DateBasis | None = None
    """None for a number."""
    modality: str = ""
    """Words that say how a date binds; empty if none."""
    value: float | None = None
    """A number's normalised value."""
    unit: str = ""
    place: int = 0
    """Characters of the quotation before the date or number."""
    reported: bool = False
    """True for a day on which, as the text says, something was done."""
    block_id: int | None = None
    """The block it stands in; None for one of a KPI."""
    tied: str = ""
    """What its sentence says with it: of a number the last day by which it is to be reached, of a
    deadline the numbers that are; empty if it says none."""
    suggested: bool = False
    """True if its place is only suggested to speak of the matter."""

    @property
    def days(self) -> int:
        """Days between the first and the last one; very many if one of them is open."""
        if self.start is None or self.end is None:
            return 1 << 20
        from datetime import date

        return (date.fromisoformat(self.end) - date.fromisoformat(self.start)).days

    def lies_within(self, outer: Statement) -> bool:
        """Tell whether all days of this date are days of another."""
        if self.start is None or outer.start is None or self.end is None or outer.end is None:
            return False
        return outer.start <= self.start and self.end <= outer.end


@record
class PromiseStep:
    """How a deadline or number went from one edition to the next that speaks of the matter."""

    what: PromiseKind
    movement: Movement
    older: Statement | None
    newer: Statement | None

    @property
    def suggested(self) -> bool:
        """Tell whether it rests on a place that is only suggested."""
        return any(each.suggested for each in (self.older, self.newer) if each)


@record
class Promise:
    """One deadline or number and what the editions say of it."""

    what: PromiseKind
    steps: tuple[PromiseStep, ...]
    """Oldest first; at least one."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the editions say, oldest first; one statement an edition."""
        first = self.steps[0].older
        later = tuple(step.newer for step in self.steps if step.newer)
        return (first, *later) if first else later

    @property
    def followed(self) -> bool:
        """Tell whether more than one edition names it."""
        return len(self.statements) > 1


@record
class Track:
    """One matter's deadlines and numbers over the editions."""

    id: str
    """The topic's id, or the section's key."""
    title: str
    title_en: str | None
    note: str
    note_en: str | None
    """The note in unofficial English, if there is any."""
    sections: tuple[Section, ...]
    """What speaks of the matter, oldest edition first."""
    promises: tuple[Promise, ...]
    """Those that several editions name first; deadlines before numbers."""
    silent: tuple[Edition, ...]
    """Editions in whose text nothing about the matter is known."""
    suggested: frozenset[int] = frozenset()
    """Ids of those ``sections`` that are only suggested to speak of it."""
    unjudged: tuple[Edition, ...] = ()
    """Editions that nobody has looked through for it, and in which nothing is suggested."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the editions say, promise by promise."""
        return tuple(each for promise in self.promises for each in promise.statements)

    @property
    def steps(self) -> tuple[PromiseStep, ...]:
        """The steps of all promises."""
        return tuple(step for promise in self.promises for step in promise.steps)
