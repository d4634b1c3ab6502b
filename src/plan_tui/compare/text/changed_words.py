"""Which words of two sentences differ: never half a word, and never part of a number or date.

Where a difference begins or ends inside a word, the whole word is marked. Without a dictionary
a word is a token of one writing, kanji together with the kana of its ending (``進める``).
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from plan_tui.compare.text.diff import difference
from plan_tui.model.comparison_enums import TextChange
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.ranges import merge_ranges
from plan_tui.text.tokens import TokenKind, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plan_tui.model.comparison import Mark, Run
    from plan_tui.text.tokens import Token

_MARKED = frozenset((TextChange.GONE, TextChange.NEW, TextChange.OTHER))
_NO_ENDING = (
    "から|まで|より|など|ため|こと|もの|ごと|だけ|ほど|のみ|とも|及び|する|した|して|され|させ|です"
    "|[はがをにでともへのや](?!か)"
)
"""Particles and verbs that follow a noun."""
_ENDING = late_pattern(
    rf"(?!{_NO_ENDING})(?:らか|やか|[かがさたなまばらわ][しすせるれ]?|[ぁ-ゖ](?:る|い|な|さ)?)"
)
"""The kana of a word at the beginning of hiragana after kanji."""
_NUMBER = late_pattern(r"\d[かヶケカ]?\Z")
_UNIT = late_pattern(r"[^\W\dぁ-ゖ]|[%％]")
_ADVERBS = frozenset("特更既共互常主真次実単仮直")
"""Kanji that are a word with ``に``."""
_INSIDE = frozenset("きちみりぎじびいえけせねめれげべっ")
"""Kana between two kanji of one word (``取り組み``)."""


def changed_words(left: str, right: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the ranges of two sentences in which their words differ, whole words.

    What differs in notation alone is not marked. Sentences that share little are marked but for
    the phrases in common.
    """
    rows = difference([left], [right]).rows
    return (
        _whole(left, [run for row in rows for run in row.left]),
        _whole(right, [run for row in rows for run in row.right]),
    )


def words_of(text: str) -> tuple[Mark, ...]:
    """Return the ranges of a text's words; together they are the text."""
    starts = [*_word_starts(tokens(text)), len(text)]
    return tuple(pairwise(starts))


def _whole(text: str, runs: Sequence[Run]) -> tuple[Mark, ...]:
    """Return the ranges of the words that runs of a text touch with what is only there."""
    ends = list(accumulate(len(run.text) for run in runs))
    marked = [
        (end - len(run.text), end) for run, end in zip(runs, ends, strict=True) if run.op in _MARKED
    ]
    if not marked:
        return ()
    words = words_of(text)
    touched = [_with_number(text, word, words) for word in _touched(words, marked)]
    return merge_ranges(touched, len(text))


def _touched(words: Iterable[Mark], marked: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the words that a mark touches; both are in order."""
    number = 0
    for start, end in words:
        while number < len(marked) and marked[number][1] <= start:
            number += 1
        if number < len(marked) and marked[number][0] < end:
            yield start, end


def _with_number(text: str, word: Mark, words: Sequence[Mark]) -> Mark:
    """Return a word that may begin with a unit together with the number before it."""
    start, end = word
    number = _NUMBER.search(text, max(0, start - 2), start)
    if number is None or not _UNIT.match(text, start):
        return word
    return max(first for first, _ in words if first <= number.start()), end


def _word_starts(parts: Sequence[Token]) -> Iterator[int]:
    """Yield where words begin."""
    position, joined = 0, False
    for number, token in enumerate(parts):
        if not joined:
            yield position
        joined = False
        before = parts[number - 1] if number else None
        after = parts[number + 1] if number + 1 < len(parts) else None
        if token.kind is TokenKind.KANJI and after and after.kind is TokenKind.HIRAGANA:
            joined = _ending_length(token, after) > 0
        elif before and before.kind is TokenKind.KANJI and token.kind is TokenKind.HIRAGANA:
            size = _ending_length(before, token)
            inside = after is not None and after.kind is TokenKind.KANJI
            if 0 < size < len(token.text):
                yield position + size
            elif inside and token.text in _INSIDE and len(before.text) == 1:
                joined = True
        position += len(token.text)


def _ending_length(kanji: Token, kana: Token) -> int:
    """Return how many of the kana after kanji belong to their word."""
    if kana.text.startswith("に"):
        return int(kanji.text in _ADVERBS)
    ending = _ENDING.match(kana.text)
    return ending.end() if ending else 0
