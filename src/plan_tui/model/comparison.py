"""What a comparison gives: one view object for the screen, JSON and Markdown alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plan_tui.model.enums import TextChange, VerdictKind
from plan_tui.model.records import Edition, Link, Section, SectionText
from plan_tui.model.tracks import FactRow

LITTLE = 0.25
"""Texts that have less of their characters in common than this share little."""

Mark = tuple[int, int]
"""A range of characters to mark: first offset, offset after the last."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one side of a difference."""

    op: TextChange
    text: str


@dataclass(frozen=True, slots=True)
class DiffRow:
    """A pair of sentences that stand for each other; one side may be empty."""

    left: tuple[Run, ...]
    """Of the base section. Its runs together are its text, to the character."""
    right: tuple[Run, ...]
    left_piece: int = -1
    """Which of the base text's pieces (see `Counterpart.left`) the left sentence stands in; -1
    where the side is empty."""
    right_piece: int = -1
    """The same of the counterpart's pieces."""


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """A paragraph, bullet, table or KPI of a compared text."""

    section: Section
    """The section it stands in: the compared one, or one below it."""
    block_id: int | None
    """None for a KPI."""
    kpi_id: int | None
    marker: str
    """The printed bullet or number, which is not compared."""
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """How two texts differ."""

    rows: tuple[DiffRow, ...]
    similarity: float
    """0 to 1: share of the characters in common."""
    notation_changes: int
    """Differences in notation alone."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A section that belongs to the base section, and how it differs.

    A broad section has dozens of counterparts, so their texts are compared when first asked for.
    """

    text: SectionText
    link: Link
    left: tuple[ComparedPassage, ...]
    """What of the base section is compared; the left runs of ``rows`` are its text."""
    right: tuple[ComparedPassage, ...]
    """What of the counterpart is compared: its own text, that of the sections below it if it has
    none of its own, or the one block that the link names."""
    difference: Callable[[], Difference]
    """Compares the texts; remembers the answer, as ``named`` does."""
    named: Callable[[], tuple[FactRow, ...]]
    """Compares what the texts name."""

    @property
    def rows(self) -> tuple[DiffRow, ...]:
        """The sentences of both texts."""
        return self.difference().rows

    @property
    def similarity(self) -> float:
        """0 to 1: share of the characters in common."""
        return self.difference().similarity

    @property
    def notation_changes(self) -> int:
        """Differences in notation alone."""
        return self.difference().notation_changes

    @property
    def facts(self) -> tuple[FactRow, ...]:
        """Dates, numbers, organisations and systems of both sides."""
        return self.named()


@dataclass(frozen=True, slots=True)
class EditionColumn:
    """What one other edition has for the base section."""

    edition: Edition
    counterparts: tuple[Counterpart, ...]
    """Asserted ones first, then suggestions (``link.accepted`` tells)."""
    verdict: VerdictKind | None
    """Said by a person where there is no counterpart in the text held."""
    reason: str
    """Why there is none, or empty."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A section beside its counterparts in other editions."""

    base: SectionText
    columns: tuple[EditionColumn, ...]
    """One per compared edition, oldest first, without the base's own edition."""
