"""Values that both texts name: of one matter or of another, and printed so that each is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plan_tui.compare.text.fact_diff import compare_facts, facts
from plan_tui.labels.fact_names import kept_words
from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.comparison_enums import FactChange, FactKind
from plan_tui.model.records import PrintedDate, PrintedNumber
from plan_tui.parse.facts.quantities import find_quantities
from plan_tui.store.plan import Plan
from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Language


def read(plan: Plan, text: str, *dates: PrintedDate) -> ComparedPassage:
    numbers = [
        PrintedNumber(1, 1, None, q.text, q.offset, q.value, q.unit or "", q.comparator, False)
        for q in find_quantities(text)
    ]
    return ComparedPassage(plan.sections()[0], 1, None, "", text, dates, tuple(numbers))


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("森の巣箱の維持費を春までに３割減らす。", "川の水位計は前の年から30％増えた。", False),
        ("森の巣箱の維持費を３割減らす。", "町は春に決めた維持費の30％減を守る。", True),
        ("森の巣箱のコストを2倍にする。", "コスト増は2倍まで。", True),
        ("森の巣箱のコストを2倍にする。", "テスト済みの橋は2倍まで。", False),
        ("古い森の巣箱の手入れの目標は20億円。", "川の水位計に、町は20億円を目標とした。", False),
        ("森の見回りに200人を集める。", "川の水位計を見た者は200人。", False),
        ("森の巣箱の点検に17団体が加わる。", "川の水位計は17団体が見た。", False),
        ("巣箱の17業務を直す。", "国は、改めて17業務を決めた。", True),
    ],
)
def test_a_bare_number_of_other_words_may_be_of_another_matter(
    made_up: Plan, left: str, right: str, alike: bool
) -> None:
    sides = facts([read(made_up, left)]), facts([read(made_up, right)])
    rows = compare_facts(*sides, [left], [right])
    (row,) = [row for row in rows if row.kind is FactKind.NUMBER]
    assert row.op is FactChange.KEPT
    assert row.alike is alike
    words = kept_words(row, Language.JA, turned=False)
    assert words == ("" if alike else "別の事項の可能性")


def test_of_several_numbers_of_one_value_those_of_one_matter_are_put_together(
    made_up: Plan,
) -> None:
    texts = ["川の水位計は30％増えた。森の巣箱の維持費を３割減らす。"], ["巣箱の維持費は30％減。"]
    left, right = ([read(made_up, text) for text in side] for side in texts)
    (row,) = compare_facts(facts(left), facts(right), texts[0], texts[1])
    assert row.left is not None
    assert (row.left.text, row.alike) == ("３割", True)


@pytest.mark.parametrize(
    ("text", "open_to", "printed"),
    [
        ("令和７年度から始める。", "end", "令和７年度から"),
        ("令和７年度以降順次始める。", "end", "令和７年度以降"),
        ("令和７年度頃からの事業", "end", "令和７年度頃から"),
        ("令和７年度貸出分から届ける。", "end", "令和７年度貸出分から"),
        ("令和７年度以前から続ける。", "start", "令和７年度以前から"),
        ("令和７年度～", "end", "令和７年度～"),
        ("令和７年度、森から始める。", "end", "令和７年度"),
        ("令和７年度から始める。", "", "令和７年度"),
    ],
)
def test_a_date_open_to_a_side_is_told_with_its_word(
    made_up: Plan, text: str, open_to: str, printed: str
) -> None:
    day = PrintedDate(
        1, 1, None, "令和７年度", 0, "2025-04-01", "2026-03-31", DateBasis.FISCAL_YEAR, "", True
    )
    if open_to == "start":
        day = replace(day, start=None)
    if open_to == "end":
        day = replace(day, end=None)
    (fact,) = facts([read(made_up, text, day)])
    assert fact.text == printed


def due(text: str, day: str, *, target: bool = True, modality: str = "") -> PrintedDate:
    """Return a day that a text prints."""
    return PrintedDate(
        1, 1, None, day, text.index(day), *("2025-03-31",) * 2, DateBasis.DAY, modality, target
    )


@pytest.mark.parametrize("counted", ["時点", "現在"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_day_as_of_which_is_counted_is_no_deadline_kept(
    made_up: Plan, counted: str, *, turned: bool
) -> None:
    promised = "森の巣箱の設置を令和６年度末に終える。"
    told = f"森の巣箱の設置は2025年３月末{counted}で八割を終える。"
    deadline = read(made_up, promised, due(promised, "令和６年度末"))
    count = read(made_up, told, due(told, "2025年３月末", target=False, modality=counted))
    sides = [[deadline], [count]][:: -1 if turned else 1]

    def fates(left: list[ComparedPassage], right: list[ComparedPassage]) -> list[str]:
        texts = [[passage.text for passage in side] for side in (left, right)]
        rows = compare_facts(facts(left), facts(right), *texts)
        return [row.op for row in rows if row.kind is FactKind.DATE]

    assert fates(*sides) == ["gone", "added"]
    assert fates([count], [count]) == ["kept"]
    assert fates([deadline, count], [count]) == ["kept"]
    report = read(made_up, told, due(told, "2025年３月末", target=False))
    assert fates([report], [count]) == fates([report], [deadline]) == ["kept"]


@pytest.mark.parametrize(
    ("right", "target", "alike"),
    [
        ("国は、掲げた費用の３割減を春に守る。", True, True),
        ("国は、改めて17業務を春に選ぶ。", True, True),
        ("川の水を３割増やす工事を春に行う。", True, False),
        ("国は、掲げた費用の４割減を春に守る。", True, False),
        ("国は、掲げた費用の３割減を春に守る。", False, False),
    ],
)
def test_deadlines_of_one_number_are_of_one_matter(
    made_up: Plan, right: str, *, target: bool, alike: bool
) -> None:
    left = "森の見回りと町の子どもに向け、春に巣箱の17業務を直し、その手入れの費用を３割減らす。"
    sides = [[read(made_up, text, due(text, "春", target=target))] for text in (left, right)]
    rows = compare_facts(facts(sides[0]), facts(sides[1]), [left], [right])
    (row,) = [row for row in rows if row.kind is FactKind.DATE]
    assert row.op is FactChange.KEPT
    assert row.alike is alike


def test_a_value_that_is_named_again_changes_where_its_words_agree(made_up: Plan) -> None:
    older = ["森の保護の対象として、梟、鷹、鷲、雁及び鴨の７種類の鳥を指定する。"]
    newer = ["これまで町が選び、手当てしてきた８種類。", older[0].replace("７", "８")]
    for turned in (False, True):
        texts = [older, newer][:: -1 if turned else 1]
        left, right = ([read(made_up, text) for text in side] for side in texts)
        (row,) = compare_facts(facts(left), facts(right), texts[0], texts[1])
        assert row.op is FactChange.CHANGED
        new = row.left if turned else row.right
        assert new is not None
        assert new.passage == 1
