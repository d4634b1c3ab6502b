"""What filters ask about sections, beyond the sections themselves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DueDate:
    """A date by which something of a section is to be done."""

    section_id: int
    start: str | None
    """First day, ISO; None for an open beginning."""
    end: str | None
    """Last day, ISO; None for an open end."""
    basis: str
    """The unit it was printed in; see `PrintedDate`."""


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """The facts about all sections, by kind of fact."""

    chapters: dict[int, str]
    """Section id of a measure → its chapter."""
    numbers: dict[int, str]
    """Section id of a measure → its number."""
    kpi_status: dict[int, frozenset[str]]
    """Section id of a measure with KPIs → their statuses."""
    has: dict[str, frozenset[int]]
    """``footnote``, ``table``, ``kpi``, ``target`` or ``text`` → ids of the sections with it."""
    due: tuple[DueDate, ...]
