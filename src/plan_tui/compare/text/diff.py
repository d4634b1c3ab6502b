"""How two texts differ: sentence by sentence, then word by word.

Where two sentences, or two whole texts, have little in common, the phrases that they share are
marked instead of everything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from plan_tui.compare.text.edit_runs import Op, Stretch, stretches
from plan_tui.compare.text.sentence_pairs import Sentence, compared_sentences, pair_sentences
from plan_tui.compare.text.shared_phrases import Haystack, shared
from plan_tui.model.comparison import LITTLE, Difference, DiffRow, Run
from plan_tui.model.enums import TextChange
from plan_tui.text.tokens import Token, TokenKind

LITTLE_SENTENCE = 0.4
"""The same as `LITTLE` for two sentences that stand for each other. Set by hand; a higher one shows
phrases in common instead of differences more often."""
MOST_SENTENCE = 0.7
"""A sentence of which so much stands in the other one lies mostly within it, so that what was added
around it is shown. Set by hand; a lower one shows differences more often."""


def difference(
    left: Sequence[str], right: Sequence[str], *, left_is_older: bool = True
) -> Difference:
    """Compare two texts, each given as its passages (paragraphs, bullets, KPIs).

    The left runs of the rows, in order, are the passages of ``left`` to the character, and the
    right runs those of ``right``; a row's ``left_passage`` and ``right_passage`` say which.
    """
    ours, theirs = _sentences(left), _sentences(right)
    pairs = [
        _Pair.of(ours[i] if i is not None else _NONE, theirs[j] if j is not None else _NONE)
        for i, j in pair_sentences([s.sentence for s in ours], [s.sentence for s in theirs])
    ]
    total = sum(_length(sentence.tokens) for sentence in (*ours, *theirs))
    similarity = sum(pair.alike for pair in pairs) / total if total else 0.0
    phrases = None
    if ours and theirs and similarity < LITTLE:
        phrases = Haystack([s.tokens for s in ours]), Haystack([s.tokens for s in theirs])
    rows = tuple(
        DiffRow(
            *_runs_of(pair, phrases, left_is_older),
            left_passage=pair.left.passage,
            right_passage=pair.right.passage,
        )
        for pair in pairs
    )
    # A lone sentence has nothing to differ from, and where phrases are shown nothing is counted.
    notation = sum(
        stretch.op is Op.NOTATION and not _blank(stretch)
        for pair in pairs
        if not (pair.single or pair.little)
        for stretch in pair.stretches
    )
    return Difference(rows, similarity, notation)


@dataclass(frozen=True, slots=True)
class _PlacedSentence:
    passage: int
    sentence: Sentence

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens


_NONE = _PlacedSentence(-1, Sentence.of(""))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sentences that stand for each other, or one by itself."""

    left: _PlacedSentence
    right: _PlacedSentence
    stretches: list[Stretch]
    alike: int
    """Characters of both that are not changed."""

    @classmethod
    def of(cls, left: _PlacedSentence, right: _PlacedSentence) -> _Pair:
        parts = stretches(left.tokens, right.tokens)
        same = [stretch for stretch in parts if stretch.op is not Op.CHANGED]
        alike = sum(_length(stretch.left) + _length(stretch.right) for stretch in same)
        return cls(left, right, parts, alike)

    @property
    def single(self) -> bool:
        return not self.left.tokens or not self.right.tokens

    @property
    def little(self) -> bool:
        """Tell whether the two share little, and neither lies mostly within the other."""
        ours, theirs = _length(self.left.tokens), _length(self.right.tokens)
        return self.alike < min(
            LITTLE_SENTENCE * (ours + theirs), 2 * MOST_SENTENCE * min(ours, theirs)
        )


def _runs_of(
    pair: _Pair, phrases: tuple[Haystack, Haystack] | None, left_is_older: bool
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return both sides' runs: shared phrases where little is shared, else what differs.

    ``phrases`` are the haystacks of both whole texts if these share little.
    """
    if pair.single and phrases:
        of_left, of_right = phrases
    elif pair.little and not pair.single:
        of_left, of_right = Haystack([pair.left.tokens]), Haystack([pair.right.tokens])
    else:
        return _runs(pair.stretches, left_is_older)
    return _phrase_runs(pair.left.tokens, of_right), _phrase_runs(pair.right.tokens, of_left)


def _blank(stretch: Stretch) -> bool:
    """Tell whether nothing but white space differs; nobody counts that."""
    return all(token.kind is TokenKind.SPACE for token in (*stretch.left, *stretch.right))


def _sentences(passages: Sequence[str]) -> list[_PlacedSentence]:
    return [
        _PlacedSentence(number, sentence)
        for number, passage in enumerate(passages)
        for sentence in compared_sentences(passage)
    ]


def _length(part: Sequence[Token]) -> int:
    return sum(len(token.text) for token in part)


def _phrase_runs(part: Sequence[Token], other: Haystack) -> tuple[Run, ...]:
    return tuple(
        Run(TextChange.SHARED if is_shared else TextChange.OTHER, text)
        for is_shared, text in shared(part, other)
    )


def _runs(parts: list[Stretch], left_is_older: bool) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    only_left, only_right = (
        (TextChange.GONE, TextChange.NEW) if left_is_older else (TextChange.NEW, TextChange.GONE)
    )
    left = _side([(_name(s, only_left), s.left) for s in parts])
    right = _side([(_name(s, only_right), s.right) for s in parts])
    return left, right


def _name(stretch: Stretch, changed: TextChange) -> TextChange:
    return changed if stretch.op is Op.CHANGED else TextChange(stretch.op)


def _side(parts: list[tuple[TextChange, tuple[Token, ...]]]) -> tuple[Run, ...]:
    texts = [(op, "".join(token.text for token in part)) for op, part in parts]
    filled = [(op, text) for op, text in texts if text]
    return tuple(
        Run(op, "".join(text for _, text in group))
        for op, group in groupby(filled, key=lambda part: part[0])
    )
