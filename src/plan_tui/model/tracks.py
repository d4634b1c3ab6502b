"""One matter's deadlines and numbers over the editions."""

from __future__ import annotations

from plan_tui.text.calendar import with_opening
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.comparison_enums import Movement, PromiseKind
    from plan_tui.model.outline_records import Edition, Section
    from plan_tui.text.calendar import DateBasis


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
    def printed(self) -> str:
        """The date or number, a date that is open to a side with the word for it (から)."""
        if (self.start is None) is (self.end is None):
            return self.text
        return with_opening(self.text, self.quotation, self.place)

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
    again: tuple[Statement, ...] = ()
    """What editions say of it once more, in other words or at other places."""

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
class TopicHead:
    """What a matter of the curated crosswalk is called."""

    id: str
    title: str
    title_en: str | None
    note: str
    note_en: str | None
    """The note in unofficial English, if there is any."""


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
    mentioned: tuple[tuple[Edition, tuple[Section, ...]], ...] = ()
    """Editions of which no section speaks of it, with the sections that only name it."""
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
