"""A section beside its counterparts."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import pytest

from plan_tui.compare.sections.compared_passages import compared_passages
from plan_tui.compare.sections.counterpart_differences import difference_of, fact_rows_of
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.compare.text.diff import difference
from plan_tui.compare.text.fact_diff import compare_facts, facts
from plan_tui.compare.text.named_entities import names
from plan_tui.errors import UsageError
from plan_tui.model.comparison import ComparedPassage, Difference, Fact, FactRow
from plan_tui.model.comparison_enums import FactKind
from plan_tui.store.edition_lookup import usual_editions
from plan_tui.store.plan import Plan
from tests.worlds.altered import altered
from tests.worlds.crosswalk import topic_entry
from tests.worlds.world import World


def test_the_own_edition_is_left_out(made_up: Plan) -> None:
    found = compare(made_up, "2021:M1-1")
    assert [column.edition.id for column in found.columns] == ["2022", "2025"]
    assert found.base.section.key == "2021:M1-1"


def test_editions_can_be_chosen(made_up: Plan) -> None:
    found = compare(made_up, "2021:M1-1", ["2025"])
    assert [column.edition.id for column in found.columns] == ["2025"]


def test_editions_of_which_decks_alone_are_held_are_compared_on_demand(
    made_up_database: Path, tmp_path: Path
) -> None:
    with Plan(made_up_database) as plan:
        ids = [edition.id for edition in plan.editions()]
        assert list(usual_editions(plan)) == ids
    deck = "update documents set kind = 'deck' where edition_id = '2022'"
    with Plan(altered(made_up_database, tmp_path / "plan.db", deck)) as plan:
        assert list(usual_editions(plan)) == [name for name in ids if name != "2022"]
        assert [c.edition.id for c in compare(plan, "2021:1").columns] == ["2025"]
        assert [c.edition.id for c in compare(plan, "2021:1", ["2022"]).columns] == ["2022"]


def test_an_unknown_edition_is_named(made_up: Plan) -> None:
    with pytest.raises(UsageError, match=r"1999.*there are 2021, 2022, 2025"):
        compare(made_up, "2021:M1-1", ["1999"])


def test_an_unknown_key_is_named(made_up: Plan) -> None:
    with pytest.raises(UsageError, match="2021:99"):
        compare(made_up, "2021:99")


def ops(rows: tuple[FactRow, ...], kind: str) -> list[tuple[str, str, str]]:
    return [
        (r.op, r.left.text if r.left else "", r.right.text if r.right else "")
        for r in rows
        if r.kind == kind
    ]


def test_texts_are_compared_once_and_only_when_asked_for(
    crosswalked_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[str, ...]] = []

    def count(left: list[str], right: list[str], *, left_is_older: bool) -> Difference:
        compared.append((*left, *right))
        return difference(left, right, left_is_older=left_is_older)

    monkeypatch.setattr("plan_tui.compare.text.diff.difference", count)
    with Plan(crosswalked_database) as plan:
        found = compare(plan, "2021:1.1.1", ["2022"]).columns[0].counterparts[0]
        assert compared == []
        assert difference_of(found).rows
        assert difference_of(found).similarity > 0
        assert len(compared) == 1
        again = compare(plan, "2021:1.1.1", ["2022"]).columns[0].counterparts[0]
        assert difference_of(again) == difference_of(found)
        assert len(compared) == 2


def test_facts_are_compared_once_and_only_when_asked_for(
    crosswalked: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def count(passages: Sequence[ComparedPassage]) -> list[Fact]:
        read.append(len(passages))
        return facts(passages)

    monkeypatch.setattr("plan_tui.compare.text.fact_diff.facts", count)
    found = compare(crosswalked, "2021:1.1.1", ["2022"]).columns[0].counterparts[0]
    assert read == []
    assert fact_rows_of(found) is fact_rows_of(found)
    assert len(read) == 2


def test_a_counterpart_is_data_of_which_nothing_is_remembered_when_it_is_gone(
    crosswalked: Plan,
) -> None:
    found = compare(crosswalked, "2021:1.1.1", ["2022"]).columns[0].counterparts[0]
    assert not any(callable(getattr(found, field.name)) for field in fields(found))
    reference = weakref.ref(found)
    assert difference_of(found).rows
    del found
    assert reference() is None


def test_facts_of_both_sides(crosswalked_database: Path) -> None:
    with Plan(crosswalked_database) as plan:
        column = compare(plan, "2021:1.1.1", ["2022"]).columns[0]
        facts = fact_rows_of(column.counterparts[0])
        assert ops(facts, "date") == [("kept", "令和６年度（2024年度）末", "R6年度末")]
        assert ops(facts, "number") == [("changed", "全17館", "全20館")]


def test_a_newer_base_turns_facts_round(crosswalked_database: Path) -> None:
    with Plan(crosswalked_database) as plan:
        column = compare(plan, "2025:1.1.1", ["2021"]).columns[0]
        (counterpart,) = column.counterparts
        found = ops(fact_rows_of(counterpart), "number")
        assert ("added", "少なくとも20館", "") in found


def order(folder: Path, places: list[str]) -> list[str]:
    text = topic_entry("night", "夜間開館", {"2021": ["2021:M1-2"], "2025": places})
    with Plan(World().with_crosswalk(text).write(folder / "plan.db")) as plan:
        (column,) = compare(plan, "2021:M1-2", ["2025"]).columns
        return [found.section.key for found in column.counterparts]


@pytest.mark.parametrize(
    "places",
    [
        ["2025:1.1", "2025:1.1.1", "2025:1.1.1.1.a"],
        ["2025:1.1.1.1.a", "2025:1.1.1", "2025:1.1"],
    ],
)
def test_the_counterpart_that_says_the_same_comes_first(tmp_path: Path, places: list[str]) -> None:
    assert order(tmp_path, places)[0] == "2025:1.1.1.1.a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "森林省と梟対策会議が、巣箱管理システムを使う。",
            ["森林省", "梟対策会議", "巣箱管理システム"],
        ),
        ("各省庁の情報システムを直す。", []),
        ("ベース・レジストリ等を梟研究センターに置く。", ["ベース・レジストリ", "梟研究センター"]),
        ("ＯＷＬネットワークへの移行", ["ＯＷＬネットワーク"]),
        ("省エネを進める会議を開く。", []),
        ("30システムと5G梟センターを、官公庁が使う。", ["5G梟センター"]),
        ("以降順次ホウホウクラウドへ移る。", ["ホウホウクラウド"]),
        (
            "全国巣箱情報システムと本格巣箱基盤を、各ホウホウクラウドに置く。",
            ["全国巣箱情報システム", "本格巣箱基盤", "ホウホウクラウド"],
        ),
        ("全40システムと、巣箱システム、各種カードを改める。", []),
        ("巣箱カードを配る。", ["巣箱カード"]),
        ("各巣箱管理システムと各地梟対策会議と各森林研究所を結ぶ。", []),
        ("各森ネットワークと各社巣箱サイトを結ぶ。", []),
    ],
)
def test_names_are_found_by_their_ends(text: str, expected: list[str]) -> None:
    found = list(names(text))
    assert [name for _, name, _ in found] == expected
    assert all(text[offset:].startswith(name) for _, name, offset in found)


def test_a_section_without_text_stands_for_those_below(crosswalked_database: Path) -> None:
    with Plan(crosswalked_database) as plan:
        section = plan.section("2025:1.1.1.1")
        assert plan.blocks(section.id) == ()
        passages = compared_passages(plan, [section])[section.id]
        below = [passage.section.key for passage in passages]
        assert below[:2] == ["2025:1.1.1.1.a", "2025:1.1.1.1.a.a"]


def number(text: str, offset: int, unit: str) -> Fact:
    return Fact(FactKind.NUMBER, text, text, 0, offset, unit)


@pytest.mark.parametrize(
    ("left", "right", "unit", "op"),
    [
        ("対象は17業務とする。", "国は、改めて20業務を決めた。", "業務", "changed"),
        ("巣箱を17％増やす。", "雪を早く除く道は20％である。", "％", "gone"),
        ("森の巣箱を17％増やす。", "森の巣箱を20％増やす。", "％", "changed"),
    ],
)
def test_when_a_number_is_the_same_one_changed(left: str, right: str, unit: str, op: str) -> None:
    rows = compare_facts(
        [number(f"17{unit}", left.index("17"), unit)],
        [number(f"20{unit}", right.index("20"), unit)],
        [left],
        [right],
    )
    assert rows[0].op == op


def test_a_deadline_does_not_change_into_a_date_of_the_past() -> None:
    left, right = "巣箱の設置を春に始める。", "巣箱の設置を秋に始めた。"
    older = Fact(FactKind.DATE, "春", "1", 0, left.index("春"), is_target=True)
    newer = Fact(FactKind.DATE, "秋", "2", 0, right.index("秋"))
    assert [r.op for r in compare_facts([older], [newer], [left], [right])] == ["gone", "added"]
    newer = Fact(FactKind.DATE, "秋", "2", 0, right.index("秋"), is_target=True)
    assert [r.op for r in compare_facts([older], [newer], [left], [right])] == ["changed"]


def test_real_sections_come_back_to_the_character(real: Plan) -> None:
    """Every 15th section of the real plan, with all its counterparts in all editions."""
    editions = [edition.id for edition in real.editions()]
    seen = 0
    for section in real.sections()[::15]:
        for column in compare(real, section.key, editions).columns:
            for found in column.counterparts:
                left = ["" for _ in found.left]
                right = ["" for _ in found.right]
                for row in difference_of(found).rows:
                    for side, runs, piece in (
                        (left, row.left, row.left_passage),
                        (right, row.right, row.right_passage),
                    ):
                        if runs:
                            side[piece] += "".join(run.text for run in runs)
                assert left == [piece.text for piece in found.left]
                assert right == [piece.text for piece in found.right]
                seen += 1
    assert seen > 20


def test_a_section_of_its_own_comes_before_a_heading_over_others(tmp_path: Path) -> None:
    found = order(tmp_path, ["2025:1.1.1.1.a.a.A", "2025:1.1.1.1.a.a.A.a"])
    assert found == ["2025:1.1.1.1.a.a.A.a", "2025:1.1.1.1.a.a.A"]
