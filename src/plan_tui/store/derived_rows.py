"""Rows of what a build finds in the text: dates, numbers, what belongs together, sounds."""

from __future__ import annotations

from dataclasses import dataclass

from plan_tui.model.comparison_enums import (
    ChangeKind,
    Extent,
    Origin,
    Relation,
    VerdictKind,
)
from plan_tui.model.enums import (
    Comparator,
    TextPlace,
)
from plan_tui.store.row import Row
from plan_tui.text.calendar import DateBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow(Row):
    """A printed date and the days it means.

    It stands in a block, a KPI or a footnote; without any of them, in the section's title.
    """

    id: int
    section_id: int | None
    block_id: int | None = None
    kpi_id: int | None = None
    footnote_id: int | None = None
    text: str
    """As printed, found in the owner's text at ``offset``."""
    offset: int
    """Characters before it."""
    start: str | None
    """First day, ISO; None for an open beginning or an unknown one."""
    end: str | None
    """Last day, ISO; None for an open end or an unknown one."""
    basis: DateBasis
    modality: str | None = None
    """Words that say how it binds, one spelling each, blanks between."""
    is_target: bool
    """Whether it says by when something is to be done."""
    disagreement: str | None = None
    """What contradicts, where one date printed in two calendars is two dates."""
    end_known: bool = True
    """Whether it can be told which days are meant; else it has neither first nor last day."""
    inferred: bool = False
    """Whether its year or month is taken from the context."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRow(Row):
    """A printed number with its unit; it stands in a block or a KPI."""

    id: int
    section_id: int
    block_id: int | None = None
    kpi_id: int | None = None
    text: str
    """As printed, found in the owner's text at ``offset``."""
    offset: int
    """Characters before it."""
    value: float | None
    """Normalised number."""
    unit: str | None
    """As printed, in half width."""
    comparator: Comparator | None = None
    """None if the number stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow(Row):
    """A topic of the crosswalk: what each edition says about one matter."""

    id: str
    """Short ASCII name."""
    title: str
    title_en: str | None = None
    note: str | None = None
    """Why its sections belong together."""
    note_en: str | None = None
    """The same in unofficial English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSectionRow(Row):
    """A section of a topic, once for each topic."""

    topic_id: str
    section_id: int
    extent: Extent
    """The most that any of its places has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBlockRow(Row):
    """A block meant, where a topic names single blocks of a section."""

    topic_id: str
    section_id: int
    block_id: int
    extent: Extent
    """Part, or mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow(Row):
    """Two sections, or blocks of them, that belong together."""

    id: int
    from_section_id: int
    """In the earlier edition."""
    to_section_id: int
    """In the later edition."""
    from_block_id: int | None = None
    """The block meant; None for the whole section."""
    to_block_id: int | None = None
    from_extent: Extent
    """How much of the earlier section is meant."""
    to_extent: Extent
    """How much of the later one is."""
    relation: Relation | None
    """None unless both are meant whole."""
    score: float
    """0 to 1."""
    shared: float = 0.0
    """0 to 1: share of the characters in common of all that is compared of the two sections."""
    origin: Origin
    accepted: bool
    """Whether the program asserts the link; else it only suggests it."""
    reason: str
    """Why, in words."""
    reason_en: str | None = None
    """The same in unofficial English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow(Row):
    """That a section has no counterpart in an edition's text as held."""

    section_id: int
    edition_id: str
    """The edition whose text has none."""
    verdict: VerdictKind
    origin: Origin
    accepted: bool = True
    """False for what is only suggested."""
    reason: str
    """Why, in words."""
    reason_en: str | None = None
    """The same in unofficial English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChangeRow(Row):
    """What another edition has of a section: one row for each section and other edition."""

    section_id: int
    edition_id: str
    """The other edition."""
    change: ChangeKind
    accepted: bool
    """Whether the program asserts it; else it only suggests it."""
    score: float
    """0 to 1, of the best link; 0 without one."""
    below: int
    """Sections directly below it that go on in the other edition, themselves or below them."""
    below_all: int
    """Sections directly below it."""
    reason: str
    """Why, in words; empty where nothing is said."""
    reason_en: str | None = None
    """The same in unofficial English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTextRow(Row):
    """How a searchable text sounds, so that kana and romaji find it."""

    place: TextPlace
    row_id: int
    """Id of the section, block, KPI or footnote, as the place says."""
    sound: str
    """The words' sounds, each after a blank; ``.`` for the end of a sentence and for a word whose
    reading is not known, across which nothing is found."""
    cuts: str
    """Printed characters of each word, one base-36 digit a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordReadingRow(Row):
    """How a word of the texts is read, so that new texts can be read without a dictionary."""

    word: str
    """In the normal form (NFKC); ``#`` before it: as it is read right after a number; ``|``: as it
    is read with no kanji beside it."""
    reading: str
    """Hiragana."""
    by_hand: bool
    """Whether it corrects the dictionary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasRow(Row):
    """A word of a group of words that stand for each other in a search."""

    id: int
    group_id: int
    form: str
    """The word."""
    sound: str
    """How it sounds."""
