"""Which of several asserted counterparts stands first: the one that says most of the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from plan_tui.compare.text.sentence_pairs import likeness, said
from plan_tui.compare.text.word_weights import Grams, words, words_of
from plan_tui.model.comparison import ComparedPassage, Counterpart
from plan_tui.model.enums import DocumentKind
from plan_tui.model.records import Section

_TITLE = 0.5
"""How much the titles count beside the texts."""
_LEAF, _PASSAGE = 0.15, 0.05
"""How much closer a section of its own, or a single block, is than a heading over others."""
_SUMMARY = 0.1
"""How much less close a one-page summary is than a fuller text of the same edition."""


def closest_first(base: Section, found: Sequence[Counterpart]) -> list[Counterpart]:
    """Return counterparts of ``base`` by likeness of text and title, specific ones preferred."""
    return sorted(found, key=lambda one: -_closeness(base, one))


def _closeness(base: Section, other: Counterpart) -> float:
    section, link = other.text.section, other.link
    left, right = _said(base, other.left), _said(section, other.right)
    alike = 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0
    forward = link.from_section_id == base.id
    if (link.to_block_id if forward else link.from_block_id) is not None:
        alike += _PASSAGE
    elif not section.children:
        alike += _LEAF
    if other.text.document.kind == DocumentKind.SUMMARY:
        alike -= _SUMMARY
    return alike + _TITLE * likeness(words(base.title), words(section.title))


def _said(section: Section, pieces: Sequence[ComparedPassage]) -> Grams:
    return _words(section.title).union(*(_words(piece.text) for piece in pieces))


@lru_cache(maxsize=4096)
def _words(text: str) -> Grams:
    return words_of([token for sentence in said(text) for token in sentence.tokens])
