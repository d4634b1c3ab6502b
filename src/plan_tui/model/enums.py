"""The closed vocabularies: every word that a column, a field or an answer chooses from a set.

Each member is its stored and printed word, so JSON, SQL and exports give it as it is. The unit
that a date is printed in is `plan_tui.text.calendar.DateBasis`, because the names of days need it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

# The outline and its text


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
    """A deck that sums the full text up."""
    SUMMARY = "summary"
    """One page with a diagram."""
    DECK = "deck"
    """A deck that stands for the full text."""


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


class TextPlace(StrEnum):
    """Which string of a section a text is."""

    TITLE = "title"
    TITLE_EN = "title_en"
    """The unofficial English title, which only the search reads."""
    TEXT = "text"
    """A block."""
    FOOTNOTE = "footnote"
    KPI = "kpi"


class SectionTrait(StrEnum):
    """What a section can be asked to have (``has:``)."""

    FOOTNOTE = "footnote"
    TABLE = "table"
    KPI = "kpi"
    TARGET = "target"
    """A date by which something is to be done."""
    TEXT = "text"
    """A block with words."""


# Where source characters went


class CharacterRole(StrEnum):
    """What a run of source characters is; names the table and column that its owner stands in."""

    LABEL = "label"
    """The number of a heading (``sections.label``)."""
    TITLE = "title"
    MARKER = "marker"
    """The bullet or number of a block."""
    TEXT = "text"
    KPI = "kpi"
    FOOTNOTE_NUMBER = "footnote_number"
    """The number before a footnote's body."""
    FOOTNOTE = "footnote"
    MARK = "mark"
    """The mark of a footnote, within a title, block or KPI."""
    RUBY = "ruby"
    """A reading printed beside a word."""
    FURNITURE = "furniture"
    """What is not the plan's text; see `FurnitureKind`."""


class FurnitureKind(StrEnum):
    """Why something in a source is not the plan's text."""

    PAGE_NUMBER = "page_number"
    CONTENTS = "contents"
    """A line of a contents page."""
    RUNNING_HEAD = "running_head"
    KPI_LABEL = "kpi_label"
    """The name of a KPI list's field."""
    KPI_BULLET = "kpi_bullet"
    EMPHASIS = "emphasis"
    """The converter's asterisks around bold words."""
    HTML_TAG = "html_tag"
    CAPTION = "caption"
    """The converter's description of a figure."""
    COVER = "cover"
    LIST_DASH = "list_dash"
    """The converter's dash before a list item."""
    HEAD_BULLET = "head_bullet"
    EMPTY_BULLET = "empty_bullet"
    REPEATED_LABEL = "repeated_label"
    """The number of a heading, once more."""
    REPEATED_TITLE = "repeated_title"
    REPEATED_TABLE = "repeated_table"
    TABLE_REST = "table_rest"
    """What is left of a table inside a table's cell."""
    TABLE_SIGN = "table_sign"
    """The signs of which the converter made a table's rules."""
    FIGURE_SIGN = "figure_sign"
    FOOTNOTE_SIGN = "footnote_sign"
    """The bracket around a footnote's number."""
    RUBY_SIGN = "ruby_sign"
    """The bracket around a reading."""


# Measures, numbers and dates


class KpiKind(StrEnum):
    """Which of a measure's two indicator lists a KPI stands in."""

    PROGRESS = "progress"
    OUTCOME = "outcome"


class KpiStatus(StrEnum):
    """What a KPI's words promise."""

    UNSET = "unset"
    """Nothing yet: the plan says that it is not set."""
    QUANTITATIVE = "quantitative"
    """A number to reach."""
    MILESTONE = "milestone"
    """Something to be done by a date."""
    QUALITATIVE = "qualitative"
    """Something without number or date."""


class Comparator(StrEnum):
    """How a printed number bounds its value."""

    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    ABOUT = "~"


class Firmness(StrEnum):
    """How firmly a dated target binds: the unit of its date, or what loosens it."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    """A half of a year or of a fiscal year."""
    PART = "part"
    """Another part of a year or of a month (半ば, 上旬)."""
    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    RANGE = "range"
    """Several years or months together."""
    ABOUT = "about"
    """Words such as 頃 or 目途 stand with the date."""
    OPEN = "open"
    """A beginning alone (以降)."""
    UNRESOLVED = "unresolved"
    """Words of which nobody can tell the days (早期に, a month of no year)."""


# What belongs together


class Relation(StrEnum):
    """How a section of an earlier edition goes on in a later one."""

    CONTINUED = "continued"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"


class Extent(StrEnum):
    """How much of a section speaks of a matter."""

    WHOLE = "whole"
    """The section as such is about it."""
    PART = "part"
    """Passages of it say something of it; the section is about something else or wider."""
    MENTION = "mention"
    """It is only named in passing, which makes no counterpart."""

    @classmethod
    def most(cls, extents: Iterable[Extent]) -> Extent:
        """Return the largest of several; there must be one."""
        order = tuple(cls)
        return min(extents, key=order.index)


class Origin(StrEnum):
    """Who says that two sections belong together."""

    CURATED = "curated"
    """The crosswalk, made by reading."""
    AUTO = "auto"
    """An estimate of the program."""


class VerdictKind(StrEnum):
    """What a person says of a section without counterpart in the text held of an edition."""

    NEW = "new"
    DROPPED = "dropped"


class ChangeKind(StrEnum):
    """What can be said of a section of one edition against another's outline."""

    CONTINUED = "continued"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    PART = "part"
    """Passages of it stand for passages of the other edition: it goes on in part."""
    MENTION = "mention"
    """The other edition only names its matter in passing."""
    BELOW = "below"
    """Nothing is said of itself; sections below it go on."""
    NEW = "new"
    """Not in the text that is held of the older edition."""
    DROPPED = "dropped"
    """Not in the text that is held of the newer edition."""
    UNKNOWN = "unknown"
    """Nobody has said anything, and nothing suggests itself."""


class ChangeGroup(StrEnum):
    """How a row of the changes is counted: by its kind if asserted, else as suggested."""

    CONTINUED = "continued"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    PART = "part"
    MENTION = "mention"
    BELOW = "below"
    NEW = "new"
    DROPPED = "dropped"
    SUGGESTED = "suggested"
    UNKNOWN = "unknown"


class TopicGroup(StrEnum):
    """Which topics of an edition are asked for."""

    IN_ = "in"
    """Those that its text speaks of."""
    NEW = "new"
    """Those of them that no compared edition before speaks of."""
    DROPPED = "dropped"
    """Those that the compared edition just before speaks of, and this one does not."""


# How texts differ


class TextChange(StrEnum):
    """What a stretch of one side of a difference is."""

    SAME = "same"
    """On both sides."""
    GONE = "gone"
    """Only in the earlier text."""
    NEW = "new"
    """Only in the later text."""
    MOVED = "moved"
    """On both sides, in a sentence that stands elsewhere on the other."""
    NOTATION = "notation"
    """Differs in width, calendar, punctuation or unseen characters alone."""
    SHARED = "shared"
    """A phrase in common of two texts that otherwise share little."""
    OTHER = "other"
    """The rest of such texts."""


class FactKind(StrEnum):
    """What a text names that can be compared by value, in the order in which it is shown."""

    DATE = "date"
    NUMBER = "number"
    ORGANISATION = "organisation"
    SYSTEM = "system"


class FactChange(StrEnum):
    """What became of a fact from the earlier text to the later."""

    KEPT = "kept"
    CHANGED = "changed"
    """The same thing is said of another value."""
    ADDED = "added"
    """Only in the later text."""
    GONE = "gone"
    """Only in the earlier text."""
    NOT_COMPARED = "not_compared"
    """Of a part, in a sentence that none of the other text resembles: maybe of another matter."""


class FactGroup(StrEnum):
    """The group in which a fact is told, in the order in which they are shown."""

    DEADLINE = "deadline"
    NUMBER = "number"
    ORGANISATION = "organisation"
    SYSTEM = "system"
    DATE = "date"
    """Dates by which nothing is to be done: of laws, of what has happened."""


class PromiseKind(StrEnum):
    """What a promise names that can be followed over the editions."""

    DEADLINE = "deadline"
    NUMBER = "number"


class Movement(StrEnum):
    """How a deadline or number went from one edition to the next."""

    KEPT = "kept"
    EARLIER = "earlier"
    LATER = "later"
    VAGUER = "vaguer"
    FIRMER = "firmer"
    DONE = "done"
    """The newer text reports it so."""
    RAISED = "raised"
    LOWERED = "lowered"
    DROPPED = "dropped"
    """The newer text does not name it."""
    NEW = "new"
    """The older text does not name it."""


# How sections are found


class MatchedIn(StrEnum):
    """Where a section matches a query best."""

    TITLE = "title"
    TEXT = "text"
    FOOTNOTE = "footnote"
    KPI = "kpi"
    READING = "reading"
    """The title's reading."""


class SearchTier(StrEnum):
    """How a section was found, the strictest way first."""

    PRINTED = "printed"
    """As typed."""
    FOLDED = "folded"
    """But for width, case, variants of kanji, a last ``ー``, a hyphen in Latin."""
    LOOSE = "loose"
    """But for kana between its kanji, or marks between its words."""
    READING = "reading"
    """By its sound."""
    WORDS = "words"
    """All words, each in its own way, anywhere in the section."""
    ALIAS = "alias"
    """By a word that stands for the one typed."""
    EVERYDAY = "everyday"
    """By the plan's word for an everyday one."""
    SOME = "some"
    """Some of the words."""
    SUBSEQUENCE = "subsequence"
    """The letters in order, with gaps."""
    TYPO = "typo"
    """With errors in typing, or by a similar sound."""
    LISTED = "listed"
    """By filters alone."""
