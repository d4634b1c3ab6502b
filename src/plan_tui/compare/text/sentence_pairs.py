"""Which sentence of one text stands for which of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from plan_tui.compare.text.grams import Grams, grams, overlap
from plan_tui.text.sentences import sentences
from plan_tui.text.tokens import Token, tokens

LEAST = 0.4
"""Sentences less alike than this do not stand for each other. Set by hand; a lower one pairs
strangers that share a phrase, a higher one leaves rewritten sentences without a partner."""
_CONTAINED_LEAST = 10
"""Grams that the shorter sentence needs for lying within the longer one to count: fewer stand in
another sentence by chance. Set by hand."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is compared."""

    tokens: tuple[Token, ...]
    grams: Grams
    folded: str

    @classmethod
    def of(cls, sentence: str) -> Sentence:
        """Read a sentence."""
        parts = tuple(tokens(sentence))
        return cls(parts, grams(parts), "".join(token.folded for token in parts))


@lru_cache(maxsize=4096)
def compared_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; kept, since a base is compared with many counterparts."""
    return tuple(map(Sentence.of, sentences(text)))


def likeness(left: Grams, right: Grams, common: int | None = None) -> float:
    """Return how alike two sentences are by their grams, 0 to 1."""
    size = len(left & right) if common is None else common
    contained = min(len(left), len(right)) >= _CONTAINED_LEAST
    return overlap(size, len(left), len(right), contained=contained)


def pair_sentences(
    left: Sequence[Sentence], right: Sequence[Sentence]
) -> list[tuple[int | None, int | None]]:
    """Pair sentences that are alike, keeping the order of both texts.

    Returns every index of both sides once, in order; None where a sentence has no partner.
    """
    scores = _scores([sentence.grams for sentence in left], [other.grams for other in right])
    exact = {sentence.folded: n for n, sentence in reversed([*enumerate(right)])}
    for place, sentence in enumerate(left):
        other = exact.get(sentence.folded)
        if other is not None:
            scores[place][other] = 1.0
    return _in_order(_best_path(scores, len(left), len(right)), len(left), len(right))


def _scores(left: list[Grams], right: list[Grams]) -> dict[int, dict[int, float]]:
    """Return likenesses of at least `LEAST`; pairs without a gram in common are never looked at."""
    where: dict[str, list[int]] = defaultdict(list)
    for place, of_sentence in enumerate(right):
        for gram in of_sentence:
            where[gram].append(place)
    scores: dict[int, dict[int, float]] = defaultdict(dict)
    for place, of_sentence in enumerate(left):
        common: dict[int, int] = defaultdict(int)
        for gram in of_sentence:
            for other in where.get(gram, ()):
                common[other] += 1
        for other, size in common.items():
            score = likeness(of_sentence, right[other], size)
            if score >= LEAST:
                scores[place][other] = score
    return scores


def _best_path(
    scores: dict[int, dict[int, float]], rows: int, columns: int
) -> list[tuple[int, int]]:
    """Return the pairs, rising on both sides, whose likenesses add up to most."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        row, below, of_row = best[i], best[i + 1], scores.get(i, {})
        for j in range(columns - 1, -1, -1):
            value = max(below[j], row[j + 1])
            score = of_row.get(j)
            if score is not None and score + below[j + 1] > value:
                value = score + below[j + 1]
            row[j] = value
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        score = scores.get(i, {}).get(j)
        if score is not None and best[i][j] == score + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _in_order(
    pairs: list[tuple[int, int]], rows: int, columns: int
) -> list[tuple[int | None, int | None]]:
    every: list[tuple[int | None, int | None]] = []
    i = j = 0
    for left, right in [*pairs, (rows, columns)]:
        every.extend((n, None) for n in range(i, left))
        every.extend((None, n) for n in range(j, right))
        if left < rows:
            every.append((left, right))
        i, j = left + 1, right + 1
    return every
