"""The vocabularies of outlines and of the search: what sections are, and how they are found.

`plan_tui.model.enums` has all vocabularies; what answers quickly takes these alone.
"""

from __future__ import annotations

from plan_tui.text.vocabulary import StrEnum


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


class TextPlace(StrEnum):
    """Which string of a section a text is."""

    TITLE = "title"
    TITLE_EN = "title_en"
    """The unofficial English title, which only the search reads."""
    TEXT = "text"
    """A block."""
    FOOTNOTE = "footnote"
    KPI = "kpi"


class KeyForm(StrEnum):
    """What the keys of the search index are."""

    TEXT = "text"
    """One or two neighbouring characters of a text, each folded by itself."""
    LETTER = "letter"
    """One character of a text as it is folded."""
    SOUND = "sound"
    """Three consonants of its reading."""
    WORD = "word"
    """The first four letters of its reading from where a word begins, vowels short."""
    NAME = "name"
    """What a section is called: its key, number, citation, label or heading."""
    LATIN = "latin"
    """None: the titles that sound otherwise where their Latin words are spelled out."""


class StringForm(StrEnum):
    """In which form the search has its strings."""

    PRINTED = "printed"
    SPELLED = "spelled"
    """As `plan_tui.text.fold.fold_printed` gives them."""
    FOLDED = "folded"
    """As `plan_tui.text.fold.fold_spelling` gives them."""
    SOUND = "sound"
    """Their sounds, each word after a blank; empty where no reading was made."""
    CUTS = "cuts"
    """Printed characters of each word of the sounds, one base-36 digit a word."""
    LETTERS = "letters"
    """The sounds of titles with Latin words as they are spelled; empty where that is no other."""


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
