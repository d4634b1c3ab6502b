"""How two texts differ: sentence by sentence, then word by word.

Where two sentences, or two whole texts, have little in common, the phrases that they share are
marked instead of everything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from plan_tui.compare.pairing import pair_sentences
from plan_tui.compare.phrases import haystack, shared
from plan_tui.compare.words import Op, Stretch, stretches
from plan_tui.model.views import DiffRow, Run
from plan_tui.text.sentences import sentences
from plan_tui.text.tokens import Token, tokens

LITTLE = 0.25
"""Texts that have less of their characters in common than this share little."""
LITTLE_SENTENCE = 0.4
"""The same for two sentences that stand for each other."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How two texts differ."""

    rows: tuple[DiffRow, ...]
    similarity: float
    """0 to 1: share of the characters in common."""
    notation_changes: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    piece: int
    tokens: list[Token]


def difference(
    left: Sequence[str], right: Sequence[str], *, left_is_older: bool = True
) -> Difference:
    """Compare two texts, each given as its pieces (paragraphs, bullets, KPIs).

    The left runs of the rows, in order, are the pieces of ``left`` to the character, and the
    right runs those of ``right``; a row's ``left_piece`` and ``right_piece`` say which.
    """
    ours, theirs = _sentences(left), _sentences(right)
    pairs = pair_sentences([s.tokens for s in ours], [s.tokens for s in theirs])
    rows: list[DiffRow] = []
    common = notation = 0
    other_left = haystack([s.tokens for s in ours])
    other_right = haystack([s.tokens for s in theirs])
    for i, j in pairs:
        one = ours[i] if i is not None else _Sentence(-1, [])
        two = theirs[j] if j is not None else _Sentence(-1, [])
        found = stretches(one.tokens, two.tokens)
        alike = sum(_length(s.left) + _length(s.right) for s in found if s.op is not Op.CHANGED)
        size = _length(one.tokens) + _length(two.tokens)
        common += alike
        if one.tokens and two.tokens and alike < LITTLE_SENTENCE * size:
            runs = (
                _phrase_runs(one.tokens, haystack([two.tokens])),
                _phrase_runs(two.tokens, haystack([one.tokens])),
            )
        else:
            notation += sum(stretch.op is Op.NOTATION for stretch in found)
            runs = _runs(found, left_is_older)
        rows.append(DiffRow(*runs, left_piece=one.piece, right_piece=two.piece))
    total = sum(_length(s.tokens) for s in (*ours, *theirs))
    similarity = common / total if total else 0.0
    if ours and theirs and similarity < LITTLE:
        rows = [
            DiffRow(
                _phrase_runs(ours[i].tokens, other_right) if i is not None else (),
                _phrase_runs(theirs[j].tokens, other_left) if j is not None else (),
                left_piece=ours[i].piece if i is not None else -1,
                right_piece=theirs[j].piece if j is not None else -1,
            )
            for i, j in pairs
        ]
        notation = 0
    return Difference(tuple(rows), similarity, notation)


def _sentences(pieces: Sequence[str]) -> list[_Sentence]:
    return [
        _Sentence(number, tokens(sentence))
        for number, piece in enumerate(pieces)
        for sentence in sentences(piece)
    ]


def _length(part: Sequence[Token]) -> int:
    return sum(len(token.text) for token in part)


def _phrase_runs(part: list[Token], other: str) -> tuple[Run, ...]:
    return tuple(Run("shared" if found else "other", text) for found, text in shared(part, other))


def _runs(found: list[Stretch], left_is_older: bool) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    only_left, only_right = ("gone", "new") if left_is_older else ("new", "gone")
    left = _side([(_name(s, only_left), s.left) for s in found])
    right = _side([(_name(s, only_right), s.right) for s in found])
    return left, right


def _name(stretch: Stretch, changed: str) -> str:
    return changed if stretch.op is Op.CHANGED else str(stretch.op)


def _side(parts: list[tuple[str, tuple[Token, ...]]]) -> tuple[Run, ...]:
    texts = [(op, "".join(token.text for token in part)) for op, part in parts]
    filled = [(op, text) for op, text in texts if text]
    return tuple(
        Run(op, "".join(text for _, text in group))
        for op, group in groupby(filled, key=lambda part: part[0])
    )
