"""What the data holds, counted: the figures of the overview."""

from __future__ import annotations

from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from plan_tui.model.comparison_enums import (
        ChangeKind,
        TopicGroup,
    )
    from plan_tui.model.records import Document, Edition, Section


class CountKind(StrEnum):
    """What a figure of the overview is about; also the word that is stored."""

    DOCUMENT = "document"
    PART = "part"
    """A top heading of a document."""
    CHAPTER = "chapter"
    """Of the measures."""
    YEAR = "year"
    """The fiscal year in which targets fall due."""
    CHANGE = "change"
    """Of the outline, from an edition to a later one."""
    TOPIC = "topic"
    EDITION = "edition"


ALL_TOPICS = "all"
"""The figure that counts the topics of all editions."""
CHARACTERS_COUNTED = "characters"
"""The figure of an edition that tells in how many characters words are counted."""
JUDGED = "judged"
"""The figure of an edition that a reader looked through for the topics; 1."""
SUGGESTED_CHANGES = "suggested"
"""The figure that counts the changes that are only suggested."""


@record
class TopHeading:
    """A top heading of a document."""

    section: Section
    sections: int
    """Headings of it and below it, contents-only entries left out."""


@record
class DocumentCount:
    """How much a document holds."""

    document: Document
    sections: int
    """Headings, contents-only entries left out."""
    contents_only: int
    """Headings known from a contents page alone."""
    characters: int
    """Characters of titles, blocks, KPIs and footnotes, without blanks and contents-only titles;
    those in which words are counted."""
    footnotes: int
    tables: int
    parts: tuple[TopHeading, ...]
    """In reading order, contents-only ones left out."""


@record
class ChapterCount:
    """The measures of a chapter of one edition, and their KPIs."""

    edition: str
    chapter: str
    """A Roman number."""
    section: Section | None
    """The chapter's heading."""
    measures: int
    unset_measures: int
    """Measures with at least one KPI that is not set."""
    kpis: int
    unset_kpis: int


@record
class YearCount:
    """How many dated targets of each edition fall due in a fiscal year."""

    year: int
    """The fiscal year that begins in April of this year."""
    by_edition: dict[str, int]


@record
class PairCount:
    """What became of the outline between two editions."""

    older: str
    newer: str
    relations: dict[ChangeKind, int]
    """Rows of the changes."""
    suggested: int
    """Those of all these rows that are only suggested."""


@record
class Overview:
    """All figures; each is the length of a list that a command gives."""

    editions: tuple[Edition, ...]
    documents: tuple[DocumentCount, ...]
    chapters: tuple[ChapterCount, ...]
    years: tuple[YearCount, ...]
    """In order; years without a target are left out."""
    pairs: tuple[PairCount, ...]
    topics: int
    """How many topics the crosswalk has."""
    topic_counts: Mapping[tuple[TopicGroup, str], int]
    """Group and edition → how many topics; without any it is left out."""
    judged: frozenset[str]
    """The editions that a reader looked through for the topics."""
    added: tuple[str, ...] = ()
    """The ids of the documents that the reader added."""

    @property
    def with_measures(self) -> tuple[str, ...]:
        """The editions that hold measure cards, oldest first."""
        return tuple(dict.fromkeys(chapter.edition for chapter in self.chapters))

    @property
    def compared(self) -> tuple[str, ...]:
        """The editions that are compared and were looked through, oldest first."""
        named = {name for pair in self.pairs for name in (pair.older, pair.newer)} & self.judged
        return tuple(edition.id for edition in self.editions if edition.id in named)

    def count_of(self, group: TopicGroup, edition: str) -> int:
        """Return how many topics there are of one group of a compared edition."""
        return self.topic_counts.get((group, edition), 0)
