"""Aligns a section's sentences with those of its counterparts, over all editions at once.

The base section's text leads: each of its sentences stands beside its partner in every other
edition, the most alike of those that it has in several counterparts. What the others have alone is
paired among them by the same rule.
"""

from __future__ import annotations

from collections import defaultdict

from plan_tui.compare.sections.said_elsewhere import said_elsewhere
from plan_tui.compare.text.diff import partners
from plan_tui.compare.text.rewritten_sentences import in_common, rewritten
from plan_tui.compare.text.sentence_pairs import compared_sentences, sentences_together
from plan_tui.model.old_new import PlacedSentence
from plan_tui.text.record import field, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plan_tui.model.comparison import ComparedPassage


@record(frozen=False, eq=False)
class SentenceRow:
    """Sentences that stand for each other, by the column of their editions."""

    numbers: dict[int, int] = field(default_factory=dict)
    """Column → the number of the sentence in that column's text."""
    displaced: set[int] = field(default_factory=set)
    """Columns whose sentence stands elsewhere than that of the base, or of the column that
    has it first."""
    elsewhere: set[int] = field(default_factory=set)
    """Columns that have none here, and say it in another row."""


@record
class BesideText:
    """What of another edition stands beside the base text."""

    passages: tuple[ComparedPassage, ...]
    compared: tuple[ComparedPassage, ...]
    """Those of the base text that it is compared with, in their order."""
    counterparts: tuple[tuple[Sequence[ComparedPassage], Sequence[ComparedPassage]], ...] = ()
    """For each counterpart, those of the base text and its own that are compared."""


def sentences_of(passages: Sequence[ComparedPassage]) -> list[PlacedSentence]:
    """Return the sentences of passages, in order; each passage's together are its text."""
    placed = []
    for passage in passages:
        offset = 0
        for sentence in compared_sentences(passage.text):
            placed.append(PlacedSentence(passage, offset, sentence.text))
            offset += len(sentence.text)
    return placed


def aligned(
    base: int, text: Sequence[ComparedPassage], others: Mapping[int, BesideText]
) -> list[SentenceRow]:
    """Return a row for each sentence of the base text, then those that others have alone.

    Args:
        base: the column of the base text.
        text: the base text.
        others: what stands beside it, by column; without columns that have nothing.

    """
    rows = [SentenceRow({base: number}) for number in range(len(sentences_of(text)))]
    alone: list[SentenceRow] = []
    for column, beside in others.items():
        of_base = _partners_of_base(text, beside)
        for number, (partner, moved) in of_base.items():
            _join(rows[number], column, partner, moved=moved)
        taken = {partner for partner, _ in of_base.values()}
        count = len(sentences_of(beside.passages))
        rest = [number for number in range(count) if number not in taken]
        alone += _among_others(alone, column, rest, others)
    every = [*rows, *alone]
    _mark_what_is_said(every, {base: text, **{c: beside.passages for c, beside in others.items()}})
    return every


def _mark_what_is_said(
    rows: Sequence[SentenceRow], texts: Mapping[int, Sequence[ComparedPassage]]
) -> None:
    """Say of rows which columns that have no sentence there say it in another row."""
    for column, passages in texts.items():
        without = [row for row in rows if column not in row.numbers]
        for other in texts:
            asked = {row.numbers[other]: row for row in without if other in row.numbers}
            for number in said_elsewhere(texts[other], asked, passages):
                asked[number].elsewhere.add(column)


def in_order(rows: Sequence[SentenceRow], columns: Sequence[int]) -> list[SentenceRow]:
    """Return rows in the order of the first of ``columns``, the others' rows where they stand.

    A row without a sentence of the columns before comes before the sentence that follows it.
    """
    order: list[SentenceRow] = []
    for column in columns:
        after: SentenceRow | None = None
        placed = set(map(id, order))
        of_column = [row for row in rows if column in row.numbers]
        for row in sorted(of_column, key=lambda row: -row.numbers[column]):
            if id(row) not in placed:
                order.insert(order.index(after) if after else len(order), row)
            elif row.displaced:
                continue
            after = row
    return order


def _join(row: SentenceRow, column: int, number: int, *, moved: bool) -> None:
    row.numbers[column] = number
    if moved:
        row.displaced.add(column)


def _partners_of_base(
    text: Sequence[ComparedPassage], beside: BesideText
) -> dict[int, tuple[int, bool]]:
    """Return by sentence of the base text its partner, and whether that stands elsewhere.

    Of the partners that it has in several counterparts the one that says most with it stands there,
    and so of those that one of theirs has. What then has none is paired as if the counterparts were
    one text.
    """
    ours, theirs = _Numbers(text), _Numbers(beside.passages)
    candidates: list[tuple[float, int, int, bool]] = []
    for of_left, of_right in beside.counterparts:
        left, right = ours.of(of_left), theirs.of(of_right)
        for one, other, moved in _pairs(_texts(of_left), _texts(of_right)):
            mine, yours = left[one], right[other]
            most = in_common(ours.texts[mine], theirs.texts[yours])
            candidates.append((-most, mine, yours, moved))
    of_base: dict[int, tuple[int, bool]] = {}
    taken: set[int] = set()
    for _, mine, yours, moved in sorted(candidates):
        if mine not in of_base and yours not in taken:
            of_base[mine] = yours, moved
            taken.add(yours)
    rest = [number for number in ours.of(beside.compared) if number not in of_base]
    others = [number for number in range(len(theirs.texts)) if number not in taken]
    for one, other, moved in _pairs(
        [ours.texts[number] for number in rest], [theirs.texts[number] for number in others]
    ):
        of_base[rest[one]] = others[other], moved
    return of_base


class _Numbers:
    """The numbers of a text's sentences."""

    def __init__(self, passages: Sequence[ComparedPassage]) -> None:
        sentences = sentences_of(passages)
        self.texts = [sentence.text for sentence in sentences]
        self._by_passage: dict[ComparedPassageId, list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            self._by_passage[passage_id(sentence.passage)].append(number)

    def of(self, passages: Sequence[ComparedPassage]) -> list[int]:
        """Return those of the sentences of some passages, in their order."""
        return [n for passage in passages for n in self._by_passage[passage_id(passage)]]


def _texts(passages: Sequence[ComparedPassage]) -> list[str]:
    return [passage.text for passage in passages]


ComparedPassageId = tuple[int, int | None, int | None]


def passage_id(passage: ComparedPassage) -> ComparedPassageId:
    """Return what tells a passage from all others that are no footnotes."""
    return passage.section.id, passage.block_id, passage.kpi_id


def _among_others(
    alone: Sequence[SentenceRow],
    column: int,
    rest: Sequence[int],
    others: Mapping[int, BesideText],
) -> list[SentenceRow]:
    """Join sentences of a column with the rows that other columns have alone.

    Returns new rows for those that have no partner there.
    """
    texts = {each: sentences_of(beside.passages) for each, beside in others.items()}
    left = [texts[min(row.numbers)][row.numbers[min(row.numbers)]].text for row in alone]
    right = [texts[column][number].text for number in rest]
    pairs = _pairs(left, right) if left and right else ()
    joined = set()
    for ours, theirs, moved in pairs:
        if ours < len(alone) and theirs < len(rest) and column not in alone[ours].numbers:
            _join(alone[ours], column, rest[theirs], moved=moved)
            joined.add(theirs)
    return [
        SentenceRow({column: number}) for place, number in enumerate(rest) if place not in joined
    ]


def _pairs(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield the sentences of two texts that stand for each other, and whether they are moved."""
    ours, theirs = (
        [each for of_text in sentences_together(texts) for each in of_text]
        for texts in (left, right)
    )
    for mine, yours, moved in partners(ours, theirs):
        if moved or rewritten(ours[mine].text, theirs[yours].text):
            yield mine, yours, moved
