"""How two texts differ: sentence by sentence, then word by word.

A sentence that stands elsewhere on the other side is moved, neither gone nor new. Where two
sentences, or two whole texts, have little in common, the phrases that they share are marked
instead of everything else.
"""

from __future__ import annotations

from enum import Enum
from itertools import groupby

from plan_tui.compare.text.edit_runs import Op, stretches
from plan_tui.compare.text.sentence_pairs import Sentence, pair_sentences, sentences_together
from plan_tui.compare.text.shared_phrases import SharedPhrases, lies_within, words_together
from plan_tui.model.comparison import LITTLE, Difference, DiffRow, PhraseRuns, Run
from plan_tui.model.comparison_enums import TextChange
from plan_tui.text.record import record
from plan_tui.text.tokens import TokenKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.compare.text.edit_runs import Stretch
    from plan_tui.model.comparison import Runs
    from plan_tui.text.tokens import Token

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
    right runs those of ``right``; a row's ``left_passage`` and ``right_passage`` say which. No
    sentence that both have, as often as both have it, is gone or new; nor is one without a partner
    that lies whole within a sentence of the other text, as several of a list may: it is a phrase
    in common.
    """
    ours, theirs = _sentences(left), _sentences(right)
    placed = _placed_pairs(ours, theirs)
    pairs = _pairs(placed)
    alike = _similarity(pairs, ours, theirs)
    phrases = within = None
    if ours and theirs:
        texts = [s.sentence for s in ours], [s.sentence for s in theirs]
        if alike < LITTLE:
            phrases = SharedPhrases(*texts)
        elif any(place.pair.single for place in placed):
            within = words_together(texts[1]), words_together(texts[0])
    rows = tuple([_row(place, phrases, within, left_is_older) for place in placed])
    # Where phrases are shown nothing is counted.
    notation = sum(pair.notation for pair in pairs if pair.notation and not pair.little)
    return Difference(rows, alike, notation)


def similarity(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the `Difference.similarity` of two texts, without saying where they differ."""
    ours, theirs = _sentences(left), _sentences(right)
    return _similarity(_pairs(_placed_pairs(ours, theirs)), ours, theirs)


def partners(
    left: Sequence[Sentence], right: Sequence[Sentence]
) -> Iterator[tuple[int, int, bool]]:
    """Yield which sentences stand for each other in the `difference` of two texts.

    The index in each, and whether the sentence is moved; they are not compared.
    """
    pairing = pair_sentences(left, right)
    for i, j in pairing.in_order:
        if i is not None and j is not None:
            yield i, j, False
    for i, j in pairing.moved.items():
        ours, theirs = _PlacedSentence(0, i, left[i]), _PlacedSentence(0, j, right[j])
        if not _Pair.of(ours, theirs).little:
            yield i, j, True


def _pairs(placed: Sequence[_PlacedPair]) -> list[_Pair]:
    """Return each pair once, in whichever rows it stands."""
    return [place.pair for place in placed if place.half is not _Half.RIGHT]


def _similarity(
    pairs: Sequence[_Pair], ours: Sequence[_PlacedSentence], theirs: Sequence[_PlacedSentence]
) -> float:
    """Return the share of both texts' characters that are not changed."""
    total = sum(len(placed.sentence.text) for placed in (*ours, *theirs))
    return sum(pair.alike for pair in pairs) / total if total else 0.0


@record(frozen=False)
class _PlacedSentence:
    passage: int
    number: int
    """Of the sentence in its text, from 0."""
    sentence: Sentence


_NONE = _PlacedSentence(-1, -1, Sentence.of(""))


@record(frozen=False)
class _Part:
    """What stands for each other in two sentences, as printed; either may be empty."""

    op: Op
    left: str
    right: str


@record(frozen=False)
class _Pair:
    """Two sentences that stand for each other, or one by itself."""

    left: _PlacedSentence
    right: _PlacedSentence
    parts: list[_Part]
    alike: int
    """Characters of both that are not changed."""
    notation: int = 0
    """Differences in notation alone, white space not counted."""

    @classmethod
    def of(cls, left: _PlacedSentence, right: _PlacedSentence) -> _Pair:
        ours, theirs = left.sentence, right.sentence
        size = len(ours.text) + len(theirs.text)
        if ours.text == theirs.text:
            return cls(left, right, [_Part(Op.SAME, ours.text, theirs.text)], size)
        if not ours.text or not theirs.text:
            is_changed = ours.words or theirs.words
            op, alike = (Op.CHANGED, 0) if is_changed else (Op.NOTATION, size)
            return cls(left, right, [_Part(op, ours.text, theirs.text)], alike)
        edits = stretches(ours.tokens, theirs.tokens)
        parts = [_Part(each.op, _printed(each.left), _printed(each.right)) for each in edits]
        alike = sum(len(p.left) + len(p.right) for p in parts if p.op is not Op.CHANGED)
        notation = sum(each.op is Op.NOTATION and not _blank(each) for each in edits)
        return cls(left, right, parts, alike, notation)

    @property
    def single(self) -> bool:
        return not self.left.sentence.text or not self.right.sentence.text

    @property
    def little(self) -> bool:
        """Tell whether the two share little, and neither lies mostly within the other."""
        ours, theirs = len(self.left.sentence.text), len(self.right.sentence.text)
        return self.alike < min(
            LITTLE_SENTENCE * (ours + theirs), 2 * MOST_SENTENCE * min(ours, theirs)
        )


class _Half(Enum):
    """What of a pair stands in a row."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


@record(frozen=False)
class _PlacedPair:
    """A pair in its row; of sentences that are moved one half, and where the other stands."""

    pair: _Pair
    half: _Half = _Half.BOTH
    moved_to: int = -1


def _placed_pairs(
    ours: Sequence[_PlacedSentence], theirs: Sequence[_PlacedSentence]
) -> list[_PlacedPair]:
    """Pair the sentences of two texts, in the order of both."""
    pairing = pair_sentences([s.sentence for s in ours], [s.sentence for s in theirs])
    in_order = pairing.in_order
    moved_pairs = {(i, j): _Pair.of(ours[i], theirs[j]) for i, j in pairing.moved.items()}
    # Two that are alike by their words in any order, and share little in this one, are strangers.
    moved_pairs = {place: pair for place, pair in moved_pairs.items() if not pair.little}
    left_place = {place: row for row, place in enumerate(in_order)}
    placed = {}
    for (i, j), pair in moved_pairs.items():
        row, other = left_place[(i, None)], left_place[(None, j)]
        placed[row] = _PlacedPair(pair, _Half.LEFT, other)
        placed[other] = _PlacedPair(pair, _Half.RIGHT, row)
    return [
        placed[row]
        if row in placed
        else _PlacedPair(
            _Pair.of(ours[i] if i is not None else _NONE, theirs[j] if j is not None else _NONE)
        )
        for row, (i, j) in enumerate(in_order)
    ]


_Within = tuple[str, str]
"""The words of all sentences that a left one, and that a right one may lie within."""


def _row(
    place: _PlacedPair, phrases: SharedPhrases | None, within: _Within | None, left_is_older: bool
) -> DiffRow:
    pair = place.pair
    if place.half is _Half.BOTH:
        left, right = _runs_of(pair, phrases, within, left_is_older)
        return DiffRow(left, right, pair.left.passage, pair.right.passage)
    of_left, of_right = _runs(pair.parts, left_is_older, same=TextChange.MOVED)
    if place.half is _Half.LEFT:
        return DiffRow(of_left, (), pair.left.passage, -1, place.moved_to)
    return DiffRow((), of_right, -1, pair.right.passage, place.moved_to)


def _runs_of(
    pair: _Pair, phrases: SharedPhrases | None, within: _Within | None, left_is_older: bool
) -> tuple[Runs, Runs]:
    """Return both sides' runs: shared phrases where little is shared, else what differs.

    ``phrases`` are those of both whole texts if these share little.
    """
    left, right = pair.left, pair.right
    if pair.single and phrases:
        if left.sentence.text:
            return PhraseRuns(left.sentence.text, phrases.of_left, left.number), ()
        return (), PhraseRuns(right.sentence.text, phrases.of_right, right.number)
    if pair.single and within and _lies_within(pair, within):
        parts = [_Part(Op.SAME, left.sentence.text, right.sentence.text)]
        return _runs(parts, left_is_older, same=TextChange.SHARED)
    if pair.little and not pair.single:
        of_pair = SharedPhrases([left.sentence], [right.sentence])
        return (
            PhraseRuns(left.sentence.text, of_pair.of_left, 0),
            PhraseRuns(right.sentence.text, of_pair.of_right, 0),
        )
    return _runs(pair.parts, left_is_older)


def _lies_within(pair: _Pair, within: _Within) -> bool:
    """Tell whether the one sentence of a pair lies whole within another of the other text."""
    of_left, of_right = within
    if pair.left.sentence.text:
        return lies_within(pair.left.sentence, of_left)
    return lies_within(pair.right.sentence, of_right)


def _blank(stretch: Stretch) -> bool:
    """Tell whether nothing but white space differs; nobody counts that."""
    return all(token.kind is TokenKind.SPACE for token in (*stretch.left, *stretch.right))


def _sentences(passages: Sequence[str]) -> list[_PlacedSentence]:
    placed = (
        (passage, sentence)
        for passage, of_passage in enumerate(sentences_together(passages))
        for sentence in of_passage
    )
    return [
        _PlacedSentence(passage, number, sentence)
        for number, (passage, sentence) in enumerate(placed)
    ]


def _printed(part: Sequence[Token]) -> str:
    return "".join([token.text for token in part])


def _runs(
    parts: list[_Part], left_is_older: bool, same: TextChange = TextChange.SAME
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return both sides' runs; ``same`` is what they have in common."""
    only_left, only_right = (
        (TextChange.GONE, TextChange.NEW) if left_is_older else (TextChange.NEW, TextChange.GONE)
    )
    names = {Op.SAME: same, Op.NOTATION: TextChange.NOTATION}
    left = _side([(names.get(s.op, only_left), s.left) for s in parts])
    right = _side([(names.get(s.op, only_right), s.right) for s in parts])
    return left, right


def _side(parts: list[tuple[TextChange, str]]) -> tuple[Run, ...]:
    filled = [(op, text) for op, text in parts if text]
    return tuple(
        Run(op, "".join(text for _, text in group))
        for op, group in groupby(filled, key=lambda part: part[0])
    )
