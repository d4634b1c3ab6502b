"""Which sentence of one text stands for which of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add

from plan_tui.text.sentences import sentences
from plan_tui.text.tokens import Token, TokenKind, tokens

LEAST = 0.4
"""Sentences less alike than this do not stand for each other."""
_CONTAINED = 0.8
"""How far a sentence that lies whole within a longer one counts as alike."""
_CONTAINED_LEAST = 10
"""Distinct pairs of characters that a sentence needs for that."""


def grams(tokens: Sequence[Token]) -> frozenset[str]:
    """Return what a sentence says: pairs of neighbouring characters, numbers and dates whole.

    Pairs of two hiragana are particles and endings, and are left out.
    """
    found: set[str] = set()
    before, before_kind = "", None
    for token in tokens:
        if token.whole:
            found.add(token.folded)
        if token.whole or token.weak:
            before, before_kind = "", None
            continue
        folded, kind = token.folded, token.kind
        if kind is not TokenKind.HIRAGANA:
            found.update(map(add, folded, folded[1:]))
        if before and not (before_kind is kind is TokenKind.HIRAGANA):
            found.add(before + folded[0])
        before, before_kind = folded[-1], kind
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is compared."""

    tokens: tuple[Token, ...]
    grams: frozenset[str]
    folded: str

    @classmethod
    def of(cls, sentence: str) -> Sentence:
        """Read a sentence."""
        found = tuple(tokens(sentence))
        return cls(found, grams(found), "".join(token.folded for token in found))


@lru_cache(maxsize=4096)
def said(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; kept, since a base is compared with many counterparts."""
    return tuple(map(Sentence.of, sentences(text)))


def likeness(left: frozenset[str], right: frozenset[str], common: int | None = None) -> float:
    """Return how alike two sets of grams are, 0 to 1."""
    size = len(left & right) if common is None else common
    smaller = min(len(left), len(right))
    if not size or not smaller:
        return 0.0
    dice = 2 * size / (len(left) + len(right))
    contained = _CONTAINED * size / smaller if smaller >= _CONTAINED_LEAST else 0.0
    return max(dice, contained)


def pair_sentences(
    left: Sequence[Sentence], right: Sequence[Sentence]
) -> list[tuple[int | None, int | None]]:
    """Pair sentences that are alike, keeping the order of both texts.

    Returns every index of both sides once, in order; None where a sentence has no partner.
    """
    scores = _scores([one.grams for one in left], [one.grams for one in right])
    exact = {one.folded: n for n, one in reversed([*enumerate(right)])}
    for place, one in enumerate(left):
        other = exact.get(one.folded)
        if other is not None:
            scores[place][other] = 1.0
    return _in_order(_best_path(scores, len(left), len(right)), len(left), len(right))


def _scores(left: list[frozenset[str]], right: list[frozenset[str]]) -> dict[int, dict[int, float]]:
    """Return likenesses of at least `LEAST`; pairs without a gram in common are never looked at."""
    where: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(right):
        for gram in found:
            where[gram].append(place)
    scores: dict[int, dict[int, float]] = defaultdict(dict)
    for place, found in enumerate(left):
        common: dict[int, int] = defaultdict(int)
        for gram in found:
            for other in where.get(gram, ()):
                common[other] += 1
        for other, size in common.items():
            score = likeness(found, right[other], size)
            if score >= LEAST:
                scores[place][other] = score
    return scores


def _best_path(
    scores: dict[int, dict[int, float]], rows: int, columns: int
) -> list[tuple[int, int]]:
    """Return the pairs, rising on both sides, whose likenesses add up to most."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        row, below, found = best[i], best[i + 1], scores.get(i, {})
        for j in range(columns - 1, -1, -1):
            value = max(below[j], row[j + 1])
            score = found.get(j)
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
    found: list[tuple[int | None, int | None]] = []
    i = j = 0
    for left, right in [*pairs, (rows, columns)]:
        found.extend((n, None) for n in range(i, left))
        found.extend((None, n) for n in range(j, right))
        if left < rows:
            found.append((left, right))
        i, j = left + 1, right + 1
    return found
