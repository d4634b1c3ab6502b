"""What filters ask about sections, beyond the sections themselves."""

from __future__ import annotations

from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.comparison_enums import ChangeGroup, ChangeKind, Extent
    from plan_tui.model.enums import (
        SectionTrait,
    )
    from plan_tui.text.calendar import DateBasis


@record
class DueDate:
    """A date by which something of a section is to be done."""

    section_id: int
    start: str | None
    """First day, ISO; None for an open beginning."""
    end: str | None
    """Last day, ISO; None for an open end."""
    basis: DateBasis


@record
class SectionFacts:
    """The facts about all sections, by kind of fact."""

    chapters: dict[int, str]
    """Section id of a measure → its chapter."""
    kpi_status: dict[int, frozenset[str]]
    """Section id of a measure with KPIs → their statuses, each also with the KPI's kind before it
    (``outcome=unset``)."""
    has: dict[SectionTrait, frozenset[int]]
    """Trait → ids of the sections with it."""
    due: tuple[DueDate, ...]


@record
class LinkedSections:
    """How sections are linked with other editions, by asserted links."""

    extents: dict[int, frozenset[Extent]]
    """Section id → how much of it is meant, by any of its links."""
    shared: dict[int, float]
    """Section id → the most that it has in common with a counterpart, 0 to 1."""


@record
class StatedRelation:
    """What another edition has of a section."""

    edition: str
    """Id of the other edition."""
    is_later: bool
    """True if that edition is later than the section's own."""
    relation: ChangeKind
    """What became of the section there, asserted or suggested."""
    group: ChangeGroup
    """As it is counted: by the relation if it is asserted."""
