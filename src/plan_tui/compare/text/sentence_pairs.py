"""Which sentence of one text stands for which of another, in its place or elsewhere.

Sentences that are the same but for their notation are partners of each other before all others.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache

from plan_tui.compare.text.grams import (
    CONTAINED,
    grams,
    grams_of,
    numbered,
    numbered_grams,
    overlap,
    words_of,
)
from plan_tui.text.characters import is_readable, readable
from plan_tui.text.guarded_fold import guarded, guarded_folds, weak_marks_as
from plan_tui.text.record import record
from plan_tui.text.sentences import sentences
from plan_tui.text.tokens import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.compare.text.grams import Grams, NumberedGrams
    from plan_tui.text.guarded_fold import GuardedFold
    from plan_tui.text.tokens import Token

LEAST = 0.4
"""Sentences less alike than this do not stand for each other. Set by hand; a lower one pairs
strangers that share a phrase, a higher one leaves rewritten sentences without a partner."""
_NEED = 0.499 * LEAST
"""Share of the grams of both that two such sentences have in common, a little less than they
need."""
_NEED_WITHIN = 0.999 * LEAST / CONTAINED
"""The same of the shorter one's grams, for one that lies within the other."""
_NEED_OF_ONE = 0.999 * LEAST / (2 - LEAST)
"""The same of one sentence's grams, if the other has none beside those in common."""
_CONTAINED_LEAST = 10
"""Grams that the shorter sentence needs for lying within the longer one to count: fewer stand in
another sentence by chance. Set by hand."""
_MORE = 1e-5
"""What a gram in common adds: of sentences that lie within another one the one that says most of it
is its partner."""
_MOVED_LEAST = 0.7
"""Sentences that stand elsewhere are the same if they are alike so much, without regard to how far
one lies within the other. Set by hand; a lower one calls rewritten sentences moved."""
_MOVED_GRAMS = 4
"""Grams that such sentences need, unless they are equal. Set by hand; of fewer, two are alike by
the words that all bullets of a list begin or end with."""

_AT_ONCE = 256
"""Sentences of which the grams in common are counted at once: of more, a count takes longer, since
most of them have nothing in common, and more memory."""
_LEAST_FOLDED = 1024
"""Characters of sentences that are folded at once: of fewer, the tokens stand before the patterns
that are needed for it are compiled. Set by measuring; moves how long a comparison takes."""
_BETWEEN = "\x03"
"""Stands between sentences that are folded together, none of which has it."""

Scores = dict[int, dict[int, float]]
"""Left index → right index → likeness."""


class Sentence:
    """A sentence as it is compared; what is not asked for is not worked out."""

    def __init__(self, text: str, *, is_readable: bool) -> None:
        self.text = text
        """As printed."""
        self.is_to_be_folded = is_readable
        """Whether it can be folded at once, and was not yet."""
        self.fold: GuardedFold | None = None
        """None where it is folded token by token."""

    @classmethod
    def of(cls, text: str) -> Sentence:
        """Read a sentence."""
        return cls(text, is_readable=is_readable(text))

    @cached_property
    def folded(self) -> str:
        """With guards around numbers and dates."""
        return self.fold.text if self.fold else guarded(self.tokens)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, which together are the printed text."""
        return tuple(tokens(self.text))

    @cached_property
    def grams(self) -> Grams:
        """What it says."""
        if self.fold is None:
            return grams(self.tokens)
        return grams_of(words_of(self.folded), self.fold.folded_values)

    @cached_property
    def numbers(self) -> NumberedGrams:
        """Its `grams`, those of two characters as numbers."""
        return numbered(self.grams)

    @cached_property
    def words(self) -> str:
        """What is folded without weak marks; empty if there is nothing else."""
        return weak_marks_as("", self.folded)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The folded tokens without weak marks: equal for sentences that differ in notation alone.

        Those of which the `words` differ have another content.
        """
        return tuple(token.folded for token in self.tokens if not token.weak)


@lru_cache(maxsize=4096)
def compared_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; kept, since a base is compared with many counterparts."""
    if is_readable(text):
        return _readable_sentences(text)
    parts: list[str] = []
    for sentence in sentences(text):
        if parts and not readable(sentence):  # what nobody sees is no sentence
            parts[-1] += sentence
        else:
            parts.append(sentence)
    return tuple(map(Sentence.of, parts))


@lru_cache(maxsize=4096)
def _readable_sentences(text: str) -> tuple[Sentence, ...]:
    return tuple([Sentence(part, is_readable=True) for part in sentences(text)])


def sentences_together(texts: Sequence[str]) -> list[tuple[Sentence, ...]]:
    """Return the `compared_sentences` of texts, folded at once: so they take less time."""
    read = _readable_sentences if is_readable("\n".join(texts)) else compared_sentences
    of_texts = [read(text) for text in texts]
    _fold_together([each for of_text in of_texts for each in of_text if each.is_to_be_folded])
    return of_texts


def _fold_together(sentences: Sequence[Sentence]) -> None:
    if sum(len(each.text) for each in sentences) < _LEAST_FOLDED:
        return
    folds = guarded_folds([each.text for each in sentences])
    folded: list[Sentence] = []
    values: list[list[str]] = []
    for sentence, fold in zip(sentences, folds, strict=True):
        sentence.fold, sentence.is_to_be_folded = fold, False
        if fold is not None:
            sentence.folded = fold.text
            folded.append(sentence)
            values.append(fold.folded_values)
    if not folded:
        return
    joined = _BETWEEN.join([each.folded for each in folded])
    words = weak_marks_as("", joined).split(_BETWEEN)
    numbers = numbered_grams(words_of(joined).split(_BETWEEN), values)
    for sentence, of_sentence, grams_of_it in zip(folded, words, numbers, strict=True):
        sentence.words, sentence.numbers = of_sentence, grams_of_it


def likeness(left: Grams, right: Grams) -> float:
    """Return how alike two sentences are by their grams, 0 to 1."""
    return _likeness_of(len(left & right), len(left), len(right))


def _likeness_of(common: int, left: int, right: int) -> float:
    contained = min(left, right) >= _CONTAINED_LEAST
    return overlap(common, left, right, contained=contained)


@record
class Pairing:
    """Which sentences stand for each other."""

    in_order: list[tuple[int | None, int | None]]
    """Every index of both sides once, in order; None where a sentence has no partner there."""
    moved: dict[int, int]
    """Left index → right index of sentences that have their partner elsewhere."""


def alike_sentences(
    left: Sequence[Sentence], right: Sequence[Sentence]
) -> Iterator[tuple[int, list[int]]]:
    """Yield the index of each left sentence with those of the right ones that it is alike to.

    Without regard to their order, and of `LEAST` and more, the most alike first.
    """
    for place, scores in _scores(left, right).items():
        yield place, sorted(scores, key=lambda other: (-scores[other], other))


def pair_sentences(left: Sequence[Sentence], right: Sequence[Sentence]) -> Pairing:
    """Pair sentences that are alike: in the order of both texts, then the others.

    Of sentences that are equal but for notation, as many have a partner as the side with fewer of
    them has, and those that stay in order are as many as can.
    """
    scores = _scores(left, right)
    copies = _copies(left, right)
    _prefer_copies(scores, copies)
    pairs = dict(_best_path(scores, len(left), len(right)))
    moved = _moved_copies(pairs, copies)
    taken = set(moved.values())
    kept = [(i, j) for i, j in pairs.items() if i not in moved and j not in taken]
    moved |= _moved_alike(scores, left, right, [*kept, *moved.items()])
    return Pairing(_in_order(kept, len(left), len(right)), moved)


def _copies(
    left: Sequence[Sentence], right: Sequence[Sentence]
) -> list[tuple[list[int], list[int]]]:
    """Return the indices on both sides of each sentence that both have."""
    words = {sentence.words for sentence in left}.intersection(other.words for other in right)
    places: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, of_side in enumerate((left, right)):
        for place, sentence in enumerate(of_side):
            if sentence.words and sentence.words in words:
                places[sentence.content][side].append(place)
    return [copies for copies in places.values() if all(copies)]


def _prefer_copies(scores: Scores, copies: list[tuple[list[int], list[int]]]) -> None:
    """Score copies highest; those that all find one are partners of nothing else."""
    reserved = {j for ours, theirs in copies if len(theirs) <= len(ours) for j in theirs}
    if reserved:
        for place, of_sentence in scores.items():
            scores[place] = {j: score for j, score in of_sentence.items() if j not in reserved}
    for ours, theirs in copies:
        for place in ours:
            others = {} if len(ours) <= len(theirs) else scores[place]
            scores[place] = others | dict.fromkeys(theirs, 1.0)


def _moved_copies(
    pairs: dict[int, int], copies: list[tuple[list[int], list[int]]]
) -> dict[int, int]:
    """Pair copies that are not in order; those without another partner come first."""
    moved: dict[int, int] = {}
    taken = set(pairs.values())
    for ours, theirs in copies:
        kept = {i: pairs[i] for i in ours if pairs.get(i) in theirs}
        rest_left = sorted(set(ours) - kept.keys(), key=lambda i: (i in pairs, i))
        rest_right = sorted(set(theirs) - set(kept.values()), key=lambda j: (j in taken, j))
        moved |= dict(zip(rest_left, rest_right, strict=False))
    return moved


def _moved_alike(
    scores: Scores,
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    paired: Sequence[tuple[int, int]],
) -> dict[int, int]:
    """Pair sentences that have no partner yet and are nearly the same, the most alike first."""
    taken_left, taken_right = {i for i, _ in paired}, {j for _, j in paired}
    alike: list[tuple[float, int, int]] = []
    for i, of_sentence in scores.items():
        ours = left[i].numbers
        if i in taken_left or len(ours) < _MOVED_GRAMS:
            continue
        for j in of_sentence:
            theirs = right[j].numbers
            score = overlap(len(ours & theirs), len(ours), len(theirs), contained=False)
            if j not in taken_right and score >= _MOVED_LEAST:
                alike.append((-score, i, j))
    moved: dict[int, int] = {}
    for _, i, j in sorted(alike):
        if i not in moved and j not in taken_right:
            moved[i] = j
            taken_right.add(j)
    return moved


def _scores(left: Sequence[Sentence], right: Sequence[Sentence]) -> Scores:
    """Return likenesses of at least `LEAST`; pairs without a gram in common are never looked at."""
    scores: Scores = defaultdict(dict)
    if sum(len(each.text) for each in left) < sum(len(each.text) for each in right):
        for other, of_sentence in _scores(right, left).items():  # the shorter text is looked up
            for place, score in of_sentence.items():
                scores[place][other] = score
        return scores
    for first in range(0, len(right), _AT_ONCE):
        counts = _CommonGrams(right[first : first + _AT_ONCE])
        for place, sentence in enumerate(left):
            for other, size in counts.with_many_of(sentence.numbers):
                theirs = len(right[first + other].numbers)
                score = _likeness_of(size, len(sentence.numbers), theirs)
                if score >= LEAST:
                    scores[place][first + other] = score + size * _MORE
    return scores


class _CommonGrams:
    """Counts the grams that a sentence has in common with each of some sentences, all at once.

    The counts stand side by side in the bits of one number, and are added as one.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sizes = [len(sentence.numbers) for sentence in sentences]
        self._bits = max(self._sizes).bit_length() + 1
        self._counts = counts = defaultdict[int | str, int](int)
        """Gram → a number in which each sentence that has it counts one."""
        for place, sentence in enumerate(sentences):
            one = 1 << place * self._bits
            for gram in sentence.numbers:
                counts[gram] += one
        self._every = frozenset(counts)
        self._highest = sum(1 << (n + 1) * self._bits - 1 for n in range(len(sentences)))
        """The highest bit of each count: none is so large."""
        self._missing: dict[int, int] = {}
        """Fewest grams of a sentence → what sets the highest bits of counts that are enough."""

    def with_many_of(self, grams: NumberedGrams) -> Iterator[tuple[int, int]]:
        """Yield the sentences that may be as alike as `LEAST` to one, and the grams in common."""
        least = 1 << len(grams).bit_length() >> 1
        if least not in self._missing:
            self._missing[least] = self._missing_to(least)
        counts = sum(map(self._counts.__getitem__, self._every & grams))
        enough = counts + self._missing[least] & self._highest
        while enough:
            place = (enough.bit_length() - 1) // self._bits
            first = place * self._bits
            enough &= (1 << first) - 1
            yield place, counts >> first & (1 << self._bits) - 1

    def _missing_to(self, least: int) -> int:
        common = (min(_least_common(least, size), size + 1) for size in self._sizes)
        return self._highest - sum(each << n * self._bits for n, each in enumerate(common))


def _least_common(least: int, size: int) -> int:
    """Return how many grams one of ``least`` or more and one of ``size`` need in common."""
    common = max(_NEED * (least + size), _NEED_OF_ONE * size)
    if size >= _CONTAINED_LEAST:
        common = min(common, _NEED_WITHIN * max(_CONTAINED_LEAST, min(least, size)))
    return max(1, -int(-common // 1))  # rounded up; `math` need not be loaded for it


def _best_path(scores: Scores, rows: int, columns: int) -> list[tuple[int, int]]:
    """Return the pairs, rising on both sides, whose likenesses add up to most."""
    best = [[0.0] * (columns + 1)] * (rows + 1)
    """Row and column from which on the pairs add up to so much; falls along a row."""
    for i in range(rows - 1, -1, -1):
        below = best[i + 1]
        row = best[i] = list(below) if scores.get(i) else below
        for column, of_pair in scores.get(i, {}).items():
            value = of_pair + below[column + 1]
            while column >= 0 and row[column] < value:
                row[column] = value
                column -= 1
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
