"""What a row of a table of old and new says of its editions, from one to the next."""

from __future__ import annotations

from itertools import pairwise

from plan_tui.compare.sections.old_new_rows import passage_id
from plan_tui.model.old_new import RowState, RowStep
from plan_tui.text.record import record, replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from plan_tui.compare.sections.old_new_rows import ComparedPassageId
    from plan_tui.model.comparison_enums import VerdictKind
    from plan_tui.model.old_new import PlacedSentence


@record
class ColumnStanding:
    """How an edition stands to the base text."""

    compared: frozenset[ComparedPassageId] | None
    """The passages of the base text that its text is put beside; None without any text."""
    verdict: VerdictKind | None
    """Whether it is asserted that the text held of it has no counterpart."""
    suggested: bool
    """Whether nobody has confirmed its counterparts."""
    has_headings_only: bool = False
    """Whether it has counterparts, yet none of which text is held."""


@record
class Standing:
    """How all editions stand to the base text."""

    base: int
    """The column of the base text."""
    columns: tuple[ColumnStanding, ...]


def steps_of(
    standing: Standing,
    sentences: Mapping[int, PlacedSentence],
    displaced: Collection[int],
    elsewhere: Collection[int] = (),
) -> Iterator[RowStep]:
    """Yield what a row of sentences, by column, says of its editions.

    A text is compared with the nearest earlier one of the row. What only later or only earlier
    editions have is added or removed, against the nearest edition that was compared, unless that is
    one of the columns that say it ``elsewhere``, in another row.
    """
    present = sorted(sentences)
    first, last = present[0], present[-1]
    if first > 0:
        without = range(first - 1, -1, -1)
        yield _alone(standing, sentences[first], first, without, elsewhere)
    for older, newer in pairwise(present):
        suggested = standing.columns[older].suggested or standing.columns[newer].suggested
        moved = (older in displaced) != (newer in displaced)
        if moved:
            yield RowStep(RowState.MOVED, older, newer, suggested)
        left, right = sentences[older], sentences[newer]
        if left.text == right.text:
            state = RowState.SAME
        else:
            state = RowState.CHANGED if left.changed or right.changed else RowState.NOTATION
        if not moved or state is RowState.CHANGED:
            yield RowStep(state, older, newer, suggested)
    if last + 1 < len(standing.columns):
        without = range(last + 1, len(standing.columns))
        yield _alone(standing, sentences[last], last, without, elsewhere)


def lacking(standing: Standing, sentences: Mapping[int, PlacedSentence]) -> frozenset[int]:
    """Return the columns in whose text the sentences of a row were looked for and not found."""
    return frozenset(
        other
        for other, about in enumerate(standing.columns)
        if other not in sentences
        and (
            about.verdict
            or any(
                _was_compared(standing, each, column, other) for column, each in sentences.items()
            )
        )
    )


def wholly_marked(
    sentences: Mapping[int, PlacedSentence], steps: Sequence[RowStep]
) -> dict[int, PlacedSentence]:
    """Return a row's sentences; one that stands alone and was compared is marked whole."""
    if len(sentences) > 1:
        return dict(sentences)
    alone = {step.newer for step in steps if step.state in (RowState.ADDED, RowState.FIRST)}
    alone |= {step.older for step in steps if step.state is RowState.REMOVED}
    return {
        column: replaced(each, changed=((0, len(each.text)),)) if column in alone else each
        for column, each in sentences.items()
    }


def _alone(
    standing: Standing,
    sentence: PlacedSentence,
    column: int,
    without: range,
    elsewhere: Collection[int],
) -> RowStep:
    """Say of a sentence that the columns ``without``, the nearest first, do not have it.

    It stands in a section that is first here only if no earlier edition at all has a counterpart.
    """
    is_newer = without[0] < column
    compared = [n for n in without if _was_compared(standing, sentence, column, n)]
    known = [n for n in without if n in compared or standing.columns[n].verdict]
    if is_newer and compared:
        known = compared
    other = (known or without)[0]
    ends = (other, column) if is_newer else (column, other)
    if not known:
        heading_only = standing.columns[other].has_headings_only
        return RowStep(RowState.NOT_HELD if heading_only else RowState.NOT_COMPARED, *ends)
    state = RowState.REMOVED
    if is_newer:
        state = RowState.ADDED if compared else RowState.FIRST
    if other in compared and other in elsewhere:
        state = RowState.ELSEWHERE
    suggested = standing.columns[other].suggested or standing.columns[column].suggested
    return RowStep(state, *ends, suggested)


def _was_compared(standing: Standing, sentence: PlacedSentence, column: int, other: int) -> bool:
    """Tell whether a sentence of a column was looked for in another one's text."""
    if other == standing.base:
        return True
    compared = standing.columns[other].compared
    if compared is None:
        return False
    return column != standing.base or passage_id(sentence.passage) in compared
