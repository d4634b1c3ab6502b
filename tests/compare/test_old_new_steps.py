"""What a sentence that stands alone in a row of three editions is said to be."""

from __future__ import annotations

import pytest

from plan_tui.compare.sections.old_new_steps import ColumnStanding, Standing, lacking, steps_of
from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.comparison_enums import VerdictKind
from plan_tui.model.old_new import PlacedSentence, RowState, RowStep
from plan_tui.store.plan import Plan

NOTHING = ColumnStanding(None, None, suggested=False)
"""The base text's own column, and one of which nobody has said anything."""
BESIDE = ColumnStanding(frozenset(), None, suggested=False)
NEW = ColumnStanding(None, VerdictKind.NEW, suggested=False)
DROPPED = ColumnStanding(None, VerdictKind.DROPPED, suggested=False)

ALONE = [
    # base, what is known of the other columns, where the sentence stands, what is said
    (0, (NOTHING, DROPPED, BESIDE), 2, [RowStep(RowState.ADDED, 0, 2)]),
    (0, (NOTHING, BESIDE, BESIDE), 2, [RowStep(RowState.ADDED, 1, 2)]),
    (0, (NOTHING, NOTHING, BESIDE), 2, [RowStep(RowState.ADDED, 0, 2)]),
    (2, (NEW, NEW, NOTHING), 2, [RowStep(RowState.FIRST, 1, 2)]),
    (2, (NEW, NOTHING, NOTHING), 2, [RowStep(RowState.FIRST, 0, 2)]),
    (1, (NEW, NOTHING, BESIDE), 2, [RowStep(RowState.ADDED, 1, 2)]),
    (2, (NOTHING, NOTHING, NOTHING), 2, [RowStep(RowState.NOT_COMPARED, 1, 2)]),
    (0, (NOTHING, DROPPED, DROPPED), 0, [RowStep(RowState.REMOVED, 0, 1)]),
    (0, (NOTHING, DROPPED, NOTHING), 0, [RowStep(RowState.REMOVED, 0, 1)]),
    (0, (NOTHING, NOTHING, DROPPED), 0, [RowStep(RowState.REMOVED, 0, 2)]),
    (0, (NOTHING, NOTHING, NOTHING), 0, [RowStep(RowState.NOT_COMPARED, 0, 1)]),
]


@pytest.mark.parametrize(("base", "columns", "column", "expected"), ALONE)
def test_a_sentence_is_first_only_where_no_earlier_edition_has_its_section(
    base: int,
    columns: tuple[ColumnStanding, ...],
    column: int,
    expected: list[RowStep],
    made_up: Plan,
) -> None:
    passage = ComparedPassage(made_up.section("2021:1.1.1"), 1, None, "", "梟を数える。")
    sentence = PlacedSentence(passage, 0, passage.text)
    standing = Standing(base, columns)
    assert list(steps_of(standing, {column: sentence}, ())) == expected


LACKING = [
    # base, what is known of the other columns, where the sentence stands, which columns lack it
    (0, (NOTHING, DROPPED, BESIDE), 2, {0, 1}),
    (0, (NOTHING, BESIDE, BESIDE), 2, {0, 1}),
    (0, (NOTHING, NOTHING, BESIDE), 2, {0}),
    (1, (NOTHING, NOTHING, BESIDE), 2, {1}),
    (2, (NOTHING, NOTHING, NOTHING), 2, set()),
    (0, (NOTHING, DROPPED, NOTHING), 0, {1}),
    (0, (NOTHING, BESIDE, NOTHING), 0, set()),  # the passage is none of those compared
]


@pytest.mark.parametrize(("base", "columns", "column", "expected"), LACKING)
def test_a_column_lacks_what_was_looked_for_in_it(
    base: int,
    columns: tuple[ColumnStanding, ...],
    column: int,
    expected: set[int],
    made_up: Plan,
) -> None:
    passage = ComparedPassage(made_up.section("2021:1.1.1"), 1, None, "", "梟を数える。")
    sentence = PlacedSentence(passage, 0, passage.text)
    assert lacking(Standing(base, columns), {column: sentence}) == expected
