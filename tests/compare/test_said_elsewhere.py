"""What the other edition says in another row of a table of old and new is not called removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan_tui.compare.sections.old_new_groups import old_new_table
from plan_tui.compare.sections.old_new_rows import BesideText, SentenceRow, aligned, sentences_of
from plan_tui.compare.sections.old_new_steps import ColumnStanding, Standing, steps_of
from plan_tui.compare.text.rewritten_sentences import rewritten
from plan_tui.compare.text.sentence_pairs import Sentence, alike_sentences, compared_sentences
from plan_tui.compare.text.shared_phrases import lies_within, words_together
from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.old_new import OldNewRow, OldNewTable, PlacedSentence, RowState, RowStep
from plan_tui.model.records import Section
from plan_tui.store.plan import Plan
from tests.worlds.altered import altered

OLDER, NEWER = "2021:1.1.1", "2022:1.1"
ITEMS = ["森の図書館の夜間開館", "貸出券の電子化と携帯端末への搭載", "町立公園の遊歩道の延伸"]
LONG = f"この計画では、①{ITEMS[0]}、②{ITEMS[1]}を進める。"
NOTHING = ColumnStanding(None, None, suggested=False)


def placed(plan: Plan, *texts: str) -> tuple[ComparedPassage, ...]:
    section = plan.section(OLDER)
    return tuple(
        ComparedPassage(section, number, None, "", text) for number, text in enumerate(texts, 1)
    )


def beside(text: Sequence[ComparedPassage], *counterparts: Sequence[ComparedPassage]) -> BesideText:
    passages = tuple(passage for each in counterparts for passage in each)
    return BesideText(passages, tuple(text), tuple((text, each) for each in counterparts))


def states(table: OldNewTable) -> dict[str, set[RowState]]:
    return {
        sentence.text: {step.state for step in row.steps}
        for group in table.groups
        for row in group.rows
        for cell in row.cells
        for sentence in cell
    }


@pytest.fixture
def listed(crosswalked_database: Path, tmp_path: Path) -> Iterator[Plan]:
    path = altered(
        crosswalked_database,
        tmp_path / "plan.db",
        *(
            f"update blocks set text = '{text}' where section_id = "
            f"(select id from sections where key = '{key}')"
            for key, text in ((OLDER, "。".join(ITEMS)), (NEWER, LONG))
        ),
    )
    with Plan(path) as plan:
        yield plan


def test_the_items_of_a_list_that_one_sentence_has_are_not_removed(listed: Plan) -> None:
    table = old_new_table(listed, [listed.section(OLDER)], ["2022"])
    by_text = states(table)
    assert by_text[f"{ITEMS[0]}。"] == {RowState.ELSEWHERE}
    assert RowState.CHANGED in by_text[f"{ITEMS[1]}。"]
    assert RowState.REMOVED in by_text[ITEMS[2]]
    for row in table.groups[0].rows:
        elsewhere = any(step.state is RowState.ELSEWHERE for step in row.steps)
        assert row.elsewhere == ({1} if elsewhere else set())
        assert not (row.elsewhere & row.lacking)
        assert not (elsewhere and any(each.changed for each in row.cells[0]))


def test_the_best_pair_stands_first_not_the_first_in_reading_order(made_up: Plan) -> None:
    base = placed(made_up, "貸出券は、令和６年度末に図書券との一体化を開始。")
    first = placed(made_up, "貸出券と図書券の一体化の実現（令和６年度末）")
    best = placed(made_up, "", "貸出券について、令和６年度末に図書券との一体化を開始する。")[1:]
    rows = aligned(1, base, {0: beside(base, first, best)})
    assert [row.numbers for row in rows] == [{1: 0, 0: 1}, {0: 0}]
    assert [row.elsewhere for row in rows] == [set(), {1}]


def test_a_short_title_takes_no_partner_from_what_says_more(made_up: Plan) -> None:
    quoted = "「どの町でも、だれもが夜まで本を読める図書館」"
    base = placed(made_up, "森の図書館の目指す姿", quoted)
    other = placed(made_up, f"森の図書館の目指す姿として{quoted}を掲げ、これを進める。")
    rows = aligned(1, base, {0: beside(base, other)})
    assert [row.numbers for row in rows] == [{1: 0}, {1: 1, 0: 0}]
    assert [row.elsewhere for row in rows] == [{0}, set()]


@pytest.mark.parametrize(("column", "other"), [(0, 1), (1, 0)])
def test_it_is_neither_added_nor_removed(column: int, other: int, made_up: Plan) -> None:
    [passage] = placed(made_up, "梟を数える。")
    sentence = PlacedSentence(passage, 0, passage.text)
    compared = ColumnStanding(frozenset({(passage.section.id, 1, None)}), None, suggested=False)
    columns = tuple(NOTHING if each == column else compared for each in range(2))
    steps = list(steps_of(Standing(column, columns), {column: sentence}, (), {other}))
    assert steps == [RowStep(RowState.ELSEWHERE, 0, 1)]


TEXT = st.lists(
    st.sampled_from(
        [*ITEMS, LONG, "梟を数える。", f"{ITEMS[0]}を始める。", f"町は、{ITEMS[2]}を行う。"]
    ),
    max_size=5,
)


@given(TEXT, TEXT, TEXT)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_other_text_says_is_beside_it_or_said_elsewhere(
    made_up: Plan, base: list[str], first: list[str], second: list[str]
) -> None:
    every = placed(made_up, *base, *first, *second)
    text, rest = every[: len(base)], every[len(base) :]
    other = beside(text, rest[: len(first)], rest[len(first) :])
    rows = aligned(1, text, {0: other})
    assert_nothing_is_missed(rows, {1: text, 0: other.passages})


def assert_nothing_is_missed(
    rows: Sequence[SentenceRow], texts: dict[int, Sequence[ComparedPassage]]
) -> None:
    sentences = {
        column: [each for passage in passages for each in compared_sentences(passage.text)]
        for column, passages in texts.items()
    }
    for column, of_column in sentences.items():
        numbers = sorted(row.numbers[column] for row in rows if column in row.numbers)
        assert numbers == list(range(len(sentences_of(texts[column]))))
        for other, of_other in sentences.items():
            words = words_together(of_other)
            alike = dict(alike_sentences(of_column, of_other))
            for row in rows:
                if (
                    column in row.numbers
                    and other not in row.numbers
                    and other not in row.elsewhere
                ):
                    number = row.numbers[column]
                    sentence = of_column[number]
                    assert not lies_within(sentence, words)
                    assert not any(
                        rewritten(sentence.text, of_other[each].text)
                        for each in alike.get(number, ())
                    )


def test_no_cell_of_a_plan_says_nothing_of_what_its_edition_says(crosswalked: Plan) -> None:
    assert_of_sections(crosswalked, crosswalked.sections())


def test_nor_does_one_beside_the_real_overview(real: Plan) -> None:
    assert_of_sections(real, real.sections("overview-2022")[::4])


def assert_of_sections(plan: Plan, sections: Iterable[Section]) -> None:
    for section in sections:
        for group in old_new_table(plan, [section]).groups:
            assert not list(lacking_yet_said(group.rows))


def lacking_yet_said(rows: Sequence[OldNewRow]) -> Iterator[str]:
    """Yield the sentences beside which a cell says that its edition has nothing, though it has."""
    columns = range(len(rows[0].cells) if rows else 0)
    for other in columns:
        theirs = [Sentence.of(each.text) for row in rows for each in row.cells[other]]
        words = words_together(theirs)
        asked = [
            Sentence.of(each.text)
            for row in rows
            if other in row.lacking
            for cell in row.cells
            for each in cell
        ]
        alike = dict(alike_sentences(asked, theirs))
        for number, sentence in enumerate(asked):
            partners = [theirs[each].text for each in alike.get(number, ())]
            if lies_within(sentence, words) or any(
                rewritten(sentence.text, each) for each in partners
            ):
                yield sentence.text
