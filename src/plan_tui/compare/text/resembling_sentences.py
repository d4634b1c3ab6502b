"""Whether a sentence resembles one of another text: then both may speak of one matter."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.compare.text.sentence_pairs import Sentence, compared_sentences, likeness

_LEAST = 0.25
"""Likeness from which sentences resemble each other. Set by hand; a lower one takes in other
matters of the same field, a higher one leaves rewritten sentences out."""


def sentence_at(text: str, offset: int) -> Sentence:
    """Return the sentence of a text in which the character at ``offset`` stands."""
    end = 0
    for sentence in compared_sentences(text):
        end += sum(len(token.text) for token in sentence.tokens)
        if offset < end:
            return sentence
    return Sentence.of("")


def resembled(text: str, offset: int, others: Sequence[str]) -> bool:
    """Tell whether one of ``others`` has a sentence like that at ``offset`` of ``text``.

    A text of one sentence speaks of one matter, and counts as resembled.
    """
    if len(compared_sentences(text)) == 1:
        return True
    sentence = sentence_at(text, offset)
    return any(
        likeness(sentence.grams, other.grams) >= _LEAST
        for other_text in others
        for other in compared_sentences(other_text)
    )
