"""Which sentences without a partner in a text are said by it all the same, by another's partner."""

from __future__ import annotations

from plan_tui.compare.text.rewritten_sentences import rewritten
from plan_tui.compare.text.sentence_pairs import alike_sentences, compared_sentences
from plan_tui.compare.text.shared_phrases import lies_within, words_together

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from plan_tui.compare.text.sentence_pairs import Sentence
    from plan_tui.model.comparison import ComparedPassage


def said_elsewhere(
    passages: Sequence[ComparedPassage],
    numbers: Collection[int],
    others: Sequence[ComparedPassage],
) -> set[int]:
    """Return which of some sentences other passages say.

    That is, one of their sentences is alike as partners are, or has the whole of it.

    Args:
        passages: Those of the sentences.
        numbers: Of the sentences that are asked for, in all of the passages.
        others: Those in which they are looked for.

    """
    if not numbers:
        return set()
    every, theirs = _sentences(passages), _sentences(others)
    words = words_together(theirs)
    elsewhere = {number for number in numbers if lies_within(every[number], words)}
    rest = [number for number in numbers if number not in elsewhere]
    for place, alike in alike_sentences([every[number] for number in rest], theirs):
        text = every[rest[place]].text
        if any(rewritten(text, theirs[other].text) for other in alike):
            elsewhere.add(rest[place])
    return elsewhere


def _sentences(passages: Sequence[ComparedPassage]) -> list[Sentence]:
    return [each for passage in passages for each in compared_sentences(passage.text)]
