"""The closed vocabularies of the database's ``kind``-like columns."""

from enum import StrEnum


class Layout(StrEnum):
    """How a source text is laid out; each layout has one parser."""

    FULL_TEXT_2021 = "full_text_2021"
    FULL_TEXT_2025 = "full_text_2025"
    SLIDES = "slides"
    DIAGRAM = "diagram"


class DocumentKind(StrEnum):
    """What a document is."""

    FULL_TEXT = "full_text"
    OVERVIEW = "overview"
    SUMMARY = "summary"
    DECK = "deck"


class SectionKind(StrEnum):
    """What a section of the outline is."""

    PREFACE = "preface"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ITEM = "item"
    SLIDE = "slide"
    MEASURE = "measure"


class BlockKind(StrEnum):
    """What a block of a section's text is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    LIST_ITEM = "list_item"
    TABLE = "table"
    NOTE = "note"


class KpiKind(StrEnum):
    """Which of a measure's two indicator lists a KPI stands in."""

    PROGRESS = "progress"
    OUTCOME = "outcome"


class KpiStatus(StrEnum):
    """What a KPI's words promise."""

    UNSET = "unset"
    QUANTITATIVE = "quantitative"
    MILESTONE = "milestone"
    QUALITATIVE = "qualitative"


class Relation(StrEnum):
    """How a section of an earlier edition goes on in a later one."""

    CONTINUED = "continued"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"


FATES = (*map(str, Relation), "new", "dropped", "unknown")
"""All that can be said of a section of one edition against another's outline."""


class Origin(StrEnum):
    """Who says that two sections belong together."""

    CURATED = "curated"
    AUTO = "auto"
