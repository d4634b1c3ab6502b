"""A sentence that lies whole within one of the other text is neither gone nor new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.cli.main import main
from plan_tui.compare.sections.counterpart_differences import difference_of
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.compare.text.diff import difference
from plan_tui.compare.text.sentence_pairs import compared_sentences
from plan_tui.compare.text.shared_phrases import lies_within, words_together
from plan_tui.model.comparison import Difference, Runs, text_of
from plan_tui.model.comparison_enums import TextChange
from plan_tui.model.records import Section
from plan_tui.store.plan import Plan
from tests.worlds.altered import altered

ITEMS = [
    "森の図書館の夜間開館",
    "貸出券の電子化・携帯端末への搭載",
    "梟の巣箱の整備及び観察会の開催",
    "町立公園の遊歩道の延伸",
]
LONG = f"この計画では、①{ITEMS[0]}、②{ITEMS[1]}、③{ITEMS[2]}を進める。"
ONLY = frozenset((TextChange.GONE, TextChange.NEW))


def only_here(runs: Runs) -> bool:
    return not ONLY.isdisjoint([run.op for run in runs])


@pytest.mark.parametrize("left_is_older", [True, False])
def test_items_of_a_list_that_one_long_sentence_has_are_shared(left_is_older: bool) -> None:
    rows = difference(ITEMS, [LONG], left_is_older=left_is_older).rows
    of_items = {text_of(row.left): row for row in rows if row.left}
    assert not any(only_here(of_items[item].left) for item in ITEMS[:3])
    assert only_here(of_items[ITEMS[3]].left)
    alone = [of_items[item] for item in ITEMS[:3] if not of_items[item].right]
    assert len(alone) == 2
    assert all([run.op for run in row.left] == [TextChange.SHARED] for row in alone)


@pytest.mark.parametrize(
    ("sentence", "long"),
    [
        ("令和６年度の観察会", "この年は、2024年度の観察会を開く。"),
        ("貸出券・携帯端末", "町は、貸出券、携帯端末を配る。"),
        ("10箇条", "町は、10箇条を定める。"),
        ("１７館の夜間開館", "町は、17館の夜間開館を認める。"),
    ],
)
def test_what_differs_in_notation_alone_lies_within(sentence: str, long: str) -> None:
    [short] = compared_sentences(sentence)
    assert lies_within(short, words_together(compared_sentences(long)))


@pytest.mark.parametrize(
    ("sentence", "long"),
    [
        ("図書館", "町は、図書館を開く。"),  # says less than a phrase
        ("システム", "町は、システムを置く。"),
        ("1,000冊", "町は、1000冊を目指す。"),  # a value
        ("令和６年度", "町は、2024年度に開く。"),
        ("17館の夜間開館", "町は、117館の夜間開館を認める。"),  # another number
        ("夜間開館を認める、町は急ぐ", "夜間開館を認める。町は急ぐ。"),  # of two sentences
        ("町は夜間開館を認める。", "町は、夜間開館を認める。"),  # a copy
    ],
)
def test_what_may_stand_there_by_chance_does_not(sentence: str, long: str) -> None:
    [short] = compared_sentences(sentence)
    assert not lies_within(short, words_together(compared_sentences(long)))


PIECES = st.lists(st.sampled_from([*ITEMS, LONG, "梟を数える。", "夜間開館"]), max_size=6)


@given(PIECES, PIECES)
@settings(max_examples=200)
def test_none_that_lies_within_is_gone_or_new(left: list[str], right: list[str]) -> None:
    assert not list(within_yet_only_here(difference(left, right), left, right))


def test_nor_is_one_of_a_plan(crosswalked: Plan) -> None:
    assert_of_sections(crosswalked, crosswalked.sections())


def test_nor_is_a_bullet_of_the_real_overview(real: Plan) -> None:
    assert_of_sections(real, real.sections("overview-2022"))


def assert_of_sections(plan: Plan, sections: Iterable[Section]) -> None:
    for section in sections:
        for column in compare(plan, section.key).columns:
            for other in column.counterparts:
                sides = ([passage.text for passage in side] for side in (other.left, other.right))
                assert not list(within_yet_only_here(difference_of(other), *sides))


def within_yet_only_here(found: Difference, left: list[str], right: list[str]) -> Iterator[str]:
    of_left, of_right = (
        words_together([each for text in texts for each in compared_sentences(text)])
        for texts in (left, right)
    )
    for row in found.rows:
        if not (row.left and row.right) and not row.is_moved:
            runs, words = (row.left, of_right) if row.left else (row.right, of_left)
            [sentence] = compared_sentences(text_of(runs))
            if only_here(runs) and lies_within(sentence, words):
                yield sentence.text


def test_text_marks_what_is_shared_where_the_other_side_is_empty(
    crosswalked_database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = altered(
        crosswalked_database,
        tmp_path / "plan.db",
        *(
            f"update blocks set text = '{text}' where section_id = "
            f"(select id from sections where key = '{key}')"
            for key, text in (("2021:1.1.1", "。".join(ITEMS)), ("2022:1.1", LONG))
        ),
    )
    assert main(["compare", "2021:1.1.1", "--with", "2022", "--db", str(path)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert sum(f"- «{item}。»" in lines for item in ITEMS) == 2
    assert f"- {ITEMS[3]}" in lines
