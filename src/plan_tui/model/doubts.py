"""What the proof of understanding found wrong, or could not tell, in the reading of a source."""

from __future__ import annotations

from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum


class DoubtKind(StrEnum):
    """What is in doubt."""

    CONTENTS_FOUND = "contents_found"
    """How many contents entries have a heading in the text; no doubt, but a figure."""
    CONTENTS_MISSING = "contents_missing"
    """An entry of the contents page has no heading in the text."""
    CONTENTS_ORDER = "contents_order"
    CONTENTS_PAGE = "contents_page"
    """A heading stands on another page than its contents entry says."""
    CONTENTS_BEYOND = "contents_beyond"
    """Contents entries beyond the last page of a file that holds the first part of a text."""
    CONTENTS_LACKING = "contents_lacking"
    """A heading that the contents page does not name, though it names nearly all like it."""
    FOOTNOTES_FOUND = "footnotes_found"
    """How many footnotes have one text and a mark; no doubt, but a figure."""
    FOOTNOTE_MISSING = "footnote_missing"
    FOOTNOTE_TWICE = "footnote_twice"
    """Two footnotes of one number."""
    FOOTNOTE_UNMARKED = "footnote_unmarked"
    FOOTNOTE_MARKED_TWICE = "footnote_marked_twice"
    MARK_WITHOUT_FOOTNOTE = "mark_without_footnote"
    PAGE_NUMBER_GAP = "page_number_gap"
    BARE_NUMBER = "bare_number"
    """A block that is a number alone."""
    NOTE_IN_TEXT = "note_in_text"
    """A block that begins as a footnote does."""
    LONG_SECTION = "long_section"
    """A section whose own text is too large a share of the document."""
    NUMBERING = "numbering"
    """A heading that does not follow the numbering."""
    HEADING_IN_TEXT = "heading_in_text"
    """A short paragraph that has the next number of the headings, or a line within one that looks
    like a numbered heading."""
    NO_NUMBERING = "no_numbering"
    """Headings without numbers, and no contents page: nothing tells whether one is missing."""
    SPLIT_PARAGRAPH = "split_paragraph"
    """A paragraph that begins or ends within a sentence."""
    JOINED_PARAGRAPH = "joined_paragraph"
    """A paragraph too long to be one."""
    LONG_TITLE = "long_title"
    """A heading that is a sentence, or too long to be one."""
    TORN_TITLE = "torn_title"
    """A heading without words, or one that ends within a phrase."""
    UNREADABLE = "unreadable"
    """Characters that a font draws, but that mean nothing."""
    NO_TEXT = "no_text"
    """A page, or the whole source, without text."""
    WRONG_LAYOUT = "wrong_layout"
    EDIT_WITHOUT_PLACE = "edit_without_place"
    """A correction that fits no line, or several."""


class Severity(StrEnum):
    """What follows from a doubt."""

    ERROR = "error"
    """The document is not understood."""
    WARNING = "warning"
    """A place to look at."""
    NOTE = "note"
    """A fact about the source, such as contents entries beyond its last page."""


@record
class Doubt:
    """One thing to look at."""

    kind: DoubtKind
    severity: Severity
    page: int | None = None
    """The 1-based page of the file; None where unknown."""
    line: int | None = None
    """The 1-based line of the source."""
    expected: str = ""
    found: str = ""


@record
class Understanding:
    """What is in doubt of one document, and how much of it was understood."""

    doubts: tuple[Doubt, ...]
    """As stored, figures included."""
    pages: int | None
    """Pages of the file that have text; None where it has no pages."""
    headings: int
    """Headings whose text is held, entries of a contents page alone not counted."""

    @property
    def errors(self) -> tuple[Doubt, ...]:
        """What was not understood."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Doubt, ...]:
        """What is to be looked at."""
        return self._of(Severity.WARNING)

    @property
    def listed(self) -> tuple[Doubt, ...]:
        """All but the figures: errors, then warnings, then facts."""
        facts = tuple(note for note in self._of(Severity.NOTE) if note.kind not in _FIGURES)
        return (*self.errors, *self.warnings, *facts)

    @property
    def contents(self) -> tuple[int, int] | None:
        """Contents entries that have a heading, and all that should; None without any."""
        return self._figure(DoubtKind.CONTENTS_FOUND)

    @property
    def footnotes(self) -> tuple[int, int] | None:
        """Footnotes with one text and a mark, and all that there should be; None without any."""
        return self._figure(DoubtKind.FOOTNOTES_FOUND)

    def _of(self, severity: Severity) -> tuple[Doubt, ...]:
        return tuple(doubt for doubt in self.doubts if doubt.severity is severity)

    def _figure(self, kind: DoubtKind) -> tuple[int, int] | None:
        figures = ((int(d.found), int(d.expected)) for d in self.doubts if d.kind is kind)
        return next(figures, None)


_FIGURES = (DoubtKind.CONTENTS_FOUND, DoubtKind.FOOTNOTES_FOUND)
