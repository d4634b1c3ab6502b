"""Whether a sentence resembles one of another text: then both may speak of one matter."""

from __future__ import annotations

from plan_tui.compare.text.sentence_pairs import LEAST, Sentence, compared_sentences, likeness

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = 8
"""A sentence of fewer grams goes with the one before it: it does not say by itself what it is of.
Set by hand; more takes whole statements as remarks on others."""


def sentence_at(text: str, offset: int) -> Sentence:
    """Return the sentence of a text in which the character at ``offset`` stands."""
    sentences = compared_sentences(text)
    return sentences[_index_at(sentences, offset)] if sentences else Sentence.of("")


def resembles(sentence: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences are alike enough to stand for each other, in whatever order."""
    return likeness(sentence.grams, other.grams) >= LEAST


def resembled(text: str, offset: int, others: Sequence[str]) -> bool:
    """Tell whether one of ``others`` has a sentence like that at ``offset`` of ``text``."""
    sentences = compared_sentences(text)
    index = _index_at(sentences, offset)
    while index and len(sentences[index].grams) < _FEW:
        index -= 1
    return any(
        resembles(sentences[index], other)
        for other_text in others
        for other in compared_sentences(other_text)
    )


def _index_at(sentences: Sequence[Sentence], offset: int) -> int:
    end = 0
    for index, sentence in enumerate(sentences):
        end += len(sentence.text)
        if offset < end:
            return index
    return len(sentences) - 1
