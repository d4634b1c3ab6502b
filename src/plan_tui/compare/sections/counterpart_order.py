"""Which of several asserted counterparts stands first: the one that says most of the same."""

from __future__ import annotations

from functools import lru_cache

from plan_tui.compare.text.grams import overlap
from plan_tui.compare.text.sentence_pairs import compared_sentences, likeness
from plan_tui.compare.text.word_weights import content_grams, content_grams_of
from plan_tui.model.comparison_enums import Extent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from plan_tui.compare.text.grams import Grams
    from plan_tui.model.comparison import ComparedPassage, Counterpart
    from plan_tui.model.records import Section

_TITLE = 0.5
"""How much the titles count beside the texts. Set by hand; more of it lets a like title lead over a
like text."""
_LEAF, _PASSAGE = 0.15, 0.05
"""How much closer a section of its own, or a passage, is than a heading over others. Set by
hand, small beside likenesses of 0 to 1: they decide between texts that say about the same."""
_SUMMARY = 0.1
"""How much less close a one-page summary is than a fuller text of the same edition. Set by hand."""


def closest_first(
    base: Section, counterparts: Sequence[Counterpart], summaries: Collection[str]
) -> list[Counterpart]:
    """Return counterparts of ``base`` by likeness of text and title, specific ones preferred.

    ``summaries`` are the ids of the documents that sum a fuller text up.
    """
    return sorted(counterparts, key=lambda other: -_closeness(base, other, summaries))


def _closeness(base: Section, other: Counterpart, summaries: Collection[str]) -> float:
    section = other.section
    left, right = _grams(base, other.left), _grams(section, other.right)
    alike = overlap(len(left & right), len(left), len(right), contained=False)
    if other.extent is Extent.PART:
        alike += _PASSAGE
    elif not section.children:
        alike += _LEAF
    if section.document_id in summaries:
        alike -= _SUMMARY
    return alike + _TITLE * likeness(content_grams(base.title), content_grams(section.title))


def _grams(section: Section, passages: Sequence[ComparedPassage]) -> Grams:
    return _grams_of(section.title).union(*(_grams_of(passage.text) for passage in passages))


@lru_cache(maxsize=4096)
def _grams_of(text: str) -> Grams:
    sentences = compared_sentences(text)
    return content_grams_of([token for sentence in sentences for token in sentence.tokens])
