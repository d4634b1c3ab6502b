"""The closed vocabularies: every word that a column, a field or an answer chooses from a set.

Each member is its stored and printed word, so JSON, SQL and exports give it as it is. The unit
that a date is printed in is `plan_tui.text.calendar.DateBasis`, because the names of days need it.
"""

from __future__ import annotations

from plan_tui.model.outline_enums import DocumentKind as DocumentKind
from plan_tui.model.outline_enums import KeyForm as KeyForm
from plan_tui.model.outline_enums import MatchedIn as MatchedIn
from plan_tui.model.outline_enums import SearchTier as SearchTier
from plan_tui.model.outline_enums import SectionKind as SectionKind
from plan_tui.model.outline_enums import StringForm as StringForm
from plan_tui.model.outline_enums import TextPlace as TextPlace
from plan_tui.text.vocabulary import StrEnum

# The outline and its text


class Layout(StrEnum):
    """How a source text is laid out; each layout has one parser."""

    FULL_TEXT = "full_text"
    """A full text with numbered headings, from a PDF or the text of one."""
    MARKDOWN = "markdown"
    FULL_TEXT_2021 = "full_text_2021"
    FULL_TEXT_2025 = "full_text_2025"
    SLIDES = "slides"
    DIAGRAM = "diagram"


class BlockKind(StrEnum):
    """What a block of a section's text is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    LIST_ITEM = "list_item"
    TABLE = "table"
    NOTE = "note"


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
    LINE_NUMBER = "line_number"
    """A number in the margin that counts the lines."""
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
    MARKDOWN_SIGN = "markdown_sign"
    """A sign of Markdown: a heading's hashes, a quotation's bracket, a rule, a backslash."""
    LINK_TARGET = "link_target"
    """The address that a link leads to, with the brackets of the link."""


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
