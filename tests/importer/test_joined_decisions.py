"""What a reader decided stands in the reader's own database after each rebuild."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.importer.own.joined_decisions import join_decisions
from plan_tui.model.comparison_enums import ChangeKind, Extent, Origin, Relation, VerdictKind
from plan_tui.model.decisions import DecidedPlace, Decision
from plan_tui.sources.decision_edits import change_decisions
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import LinkRow
from plan_tui.store.own_decisions import JOINED, decisions_path, has_new_decisions
from plan_tui.store.plan import Plan
from plan_tui.store.proof_report import examine
from plan_tui.store.read_rows import read_rows
from plan_tui.store.write import write_database
from tests.worlds.named import suggested
from tests.worlds.world import World

CARD, NEW_CARD, OTHER = "2021:1.1.1", "2025:1.1.1", "2025:1.1"
TITLES = {CARD: "貸出券のスマートフォン搭載", NEW_CARD: "貸出券の携帯端末搭載"}


def decision(
    first: str,
    second: str,
    extents: tuple[Extent, Extent] = (Extent.WHOLE, Extent.WHOLE),
    *,
    block: int | None = None,
    apart: bool = False,
) -> Decision:
    return Decision(
        DecidedPlace(first, TITLES.get(first, ""), extents[0]),
        DecidedPlace(second, TITLES.get(second, ""), extents[1], block),
        apart,
    )


def joined(world: World, *decisions: Decision) -> tuple[DatabaseRows, list[str]]:
    notes = join_decisions(world.rows, decisions)
    return world.rows, [note.en for note in notes]


def links(world: World, older: str, newer: str) -> list[LinkRow]:
    ends = (world.section_id(older), world.section_id(newer))
    return [row for row in world.rows.links if (row.from_section_id, row.to_section_id) == ends]


def change(world: World, key: str, edition: str) -> tuple[ChangeKind, bool]:
    section_id = world.section_id(key)
    (row,) = [
        row
        for row in world.rows.section_changes
        if (row.section_id, row.edition_id) == (section_id, edition)
    ]
    return row.change, row.accepted


def test_what_is_accepted_is_asserted_by_the_reader() -> None:
    world = suggested()
    rows, notes = joined(world, decision(CARD, NEW_CARD))
    (link,) = links(world, CARD, NEW_CARD)
    assert (link.origin, link.accepted, link.score) == (Origin.OWN, True, 1.0)
    assert link.relation is Relation.RENAMED
    assert link.reason == "あなたの判定／候補の理由：共通の語が多い"
    assert (link.reason_en or "").startswith("asserted by you / suggested because: ")
    assert notes == []
    assert change(world, CARD, "2025") == (ChangeKind.RENAMED, True)
    assert change(world, NEW_CARD, "2021") == (ChangeKind.RENAMED, True)
    assert len({row.id for row in rows.links}) == len(rows.links)


@pytest.mark.parametrize(
    ("extents", "block", "kind"),
    [
        ((Extent.WHOLE, Extent.PART), 1, ChangeKind.PART),
        ((Extent.WHOLE, Extent.PART), None, ChangeKind.PART),
        ((Extent.PART, Extent.WHOLE), None, ChangeKind.PART),
        ((Extent.PART, Extent.PART), 1, ChangeKind.PART),
        ((Extent.WHOLE, Extent.MENTION), None, ChangeKind.MENTION),
    ],
)
def test_parts_and_mentions(
    extents: tuple[Extent, Extent], block: int | None, kind: ChangeKind
) -> None:
    world = suggested()
    joined(world, decision(CARD, NEW_CARD, extents, block=block))
    (link,) = links(world, CARD, NEW_CARD)
    assert (link.from_extent, link.to_extent) == extents
    assert link.relation is None
    blocks = {row.id: row.ordinal for row in world.rows.blocks}
    assert blocks.get(link.to_block_id or 0) == block
    assert change(world, CARD, "2025") == (kind, True)


def test_the_order_in_which_places_are_written_does_not_matter() -> None:
    world = suggested()
    back = decision(NEW_CARD, CARD, (Extent.MENTION, Extent.WHOLE))
    joined(world, back)
    (link,) = links(world, CARD, NEW_CARD)
    assert (link.from_extent, link.to_extent) == (Extent.WHOLE, Extent.MENTION)


def test_what_is_rejected_is_not_suggested() -> None:
    world = suggested()
    joined(world, decision(CARD, NEW_CARD, apart=True), decision(CARD, OTHER, apart=True))
    assert links(world, CARD, NEW_CARD) == links(world, CARD, OTHER) == []
    assert change(world, CARD, "2025") == (ChangeKind.UNKNOWN, False)


def test_one_that_was_never_suggested() -> None:
    world = suggested()
    joined(world, decision("2021:M1-2", "2025:1.1.1.1.a"))
    (link,) = links(world, "2021:M1-2", "2025:1.1.1.1.a")
    assert (link.reason, link.reason_en) == ("あなたの判定", "asserted by you")


def test_a_verdict_gives_way_to_what_is_accepted() -> None:
    world = suggested().with_verdict("2021:M1-2", "2025", VerdictKind.DROPPED, "なし")
    section = world.section_id("2021:M1-2")
    joined(world, decision("2021:M1-2", "2025:1.1.1.1.a"))
    assert not [row for row in world.rows.verdicts if row.section_id == section]
    assert change(world, "2021:M1-2", "2025") == (ChangeKind.RENAMED, True)


def test_a_verdict_stays_beside_a_mention() -> None:
    world = suggested().with_verdict("2021:M1-2", "2025", VerdictKind.DROPPED, "なし")
    before = list(world.rows.verdicts)
    joined(world, decision("2021:M1-2", "2025:1.1.1", (Extent.WHOLE, Extent.MENTION)))
    assert world.rows.verdicts == before


@pytest.mark.parametrize(
    ("wrong", "note"),
    [
        (decision(CARD, "2025:9.9"), "2025:9.9 no longer exists"),
        (decision("1999:1", NEW_CARD), "1999:1 no longer exists"),
        (decision(CARD, NEW_CARD, (Extent.WHOLE, Extent.PART), block=99), "has no block 99"),
        (decision(CARD, "2021:1.1"), "both are of one edition"),
        (
            replace(decision(CARD, NEW_CARD), second=DecidedPlace(NEW_CARD, "別の見出し")),
            "is now “貸出券の携帯端末搭載”, not “別の見出し”",
        ),
        (decision(CARD, "2025:9.9", apart=True), "2025:9.9 no longer exists"),
    ],
)
def test_what_cannot_be_taken_over_is_told_and_left_aside(wrong: Decision, note: str) -> None:
    world = suggested()
    before = list(world.rows.links)
    _, notes = joined(world, wrong)
    assert len(notes) == 1
    assert note in notes[0]
    assert "not used" in notes[0]
    assert world.rows.links == before


def test_a_heading_in_other_notation_is_the_same() -> None:
    world = suggested()
    other = DecidedPlace(CARD, "貸出券のｽﾏｰﾄﾌｫﾝ搭載")
    _, notes = joined(world, replace(decision(CARD, NEW_CARD), first=other))
    assert notes == []


def test_without_decisions_nothing_changes() -> None:
    rows, notes = joined(suggested())
    assert notes == []
    assert rows == suggested().rows


def test_the_file_stands_beside_the_database(reader_home: Path, packaged: Path) -> None:
    assert decisions_path(packaged) == reader_home / "crosswalk.toml"
    assert decisions_path(reader_home / "plan.db") == reader_home / "crosswalk.toml"
    named = reader_home / "mine.db"
    assert decisions_path(named) == reader_home / "mine.db.crosswalk.toml"


# By the command


def run(*words: str) -> int:
    return main([*words, "--lang", "en"])


def decide(path: Path, *decisions: Decision) -> None:
    change_decisions(path, {each.pair: each for each in decisions})


def own_links(path: Path) -> Sequence[LinkRow]:
    return [row for row in read_rows(path).links if row.origin is Origin.OWN]


def test_decisions_alone_make_a_database_of_the_reader(
    reader_home: Path, packaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, own = reader_home / "crosswalk.toml", reader_home / "plan.db"
    decide(path, decision("2021:M1-2", "2025:1.1"))
    with Plan(packaged) as plan:
        assert has_new_decisions(plan)
    assert run("add", "--rebuild") == 0
    assert f"rebuilt with your 1 decision ({own})" in capsys.readouterr().out
    assert len(own_links(own)) == 1
    with Plan(own) as plan:
        assert JOINED in plan.meta()
        assert not has_new_decisions(plan)
        assert examine(plan, ()).failures == 0
        columns = compare(plan, "2021:M1-2", ["2025"]).columns
    assert columns[0].counterparts[0].link.accepted
    first = own.read_bytes()
    assert run("add", "--rebuild") == 0
    assert own.read_bytes() == first


def test_decisions_that_are_taken_back_leave_nothing(
    reader_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, own = reader_home / "crosswalk.toml", reader_home / "plan.db"
    one = decision("2021:M1-2", "2025:1.1")
    decide(path, one)
    assert run("add", "--rebuild") == 0
    change_decisions(path, {one.pair: None})
    with Plan(own) as plan:
        assert has_new_decisions(plan)
    capsys.readouterr()
    assert run("add", "--rebuild") == 0
    assert "deleted:" in capsys.readouterr().out
    assert not own.exists()
    assert run("add", "--rebuild") == 2


TEXT = """第１ 森の図書館の姿
森の図書館は夜も開き、2032年度末までに全ての駅の前に置く。
１．夜間開館の試行
夜間開館を試行する。
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "森の計画.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_decisions_survive_whatever_is_added_and_removed(
    reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = reader_home / "plan.db"
    assert run("add", str(text), "--date", "2023-06-09") == 0
    on_new = decision("2021:M1-2", "2023:1.1")
    on_old = decision("2021:M1-2", "2025:1.1")
    decide(reader_home / "crosswalk.toml", on_new, on_old)
    assert run("add", "--rebuild") == 0
    assert len(own_links(own)) == 2
    whole = own.read_bytes()
    other = text.with_name("other.txt")
    other.write_text(TEXT.replace("夜間", "昼間"), encoding="utf-8")
    assert run("add", str(other), "--date", "2024-06-09") == 0
    assert len(own_links(own)) == 2
    assert run("add", "--remove", "2024") == 0
    assert own.read_bytes() == whole
    capsys.readouterr()
    assert run("add", "--remove", "2023") == 0
    assert "2023:1.1 no longer exists" in capsys.readouterr().err
    assert len(own_links(own)) == 1
    assert run("add", str(text), "--date", "2023-06-09") == 0
    assert own.read_bytes() == whole


def test_a_database_that_is_named_keeps_what_it_was_begun_from(
    reader_home: Path, packaged: Path, tmp_path: Path
) -> None:
    named = tmp_path / "mine.db"
    rows = read_rows(packaged)
    rows.sections = [
        replace(row, title_en="mine") if row.key == "2021:0" else row for row in rows.sections
    ]
    write_database(named, rows)
    one = decision("2021:M1-2", "2025:1.1")
    decide(decisions_path(named), one)
    for _ in range(2):
        assert run("add", "--rebuild", "--db", str(named)) == 0
        (section,) = [row for row in read_rows(named).sections if row.key == "2021:0"]
        assert section.title_en == "mine"
        assert len(own_links(named)) == 1
    assert not (reader_home / "plan.db").exists()


def test_a_file_that_is_wrong_stops_a_rebuild_and_changes_nothing(
    reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = reader_home / "plan.db"
    assert run("add", str(text), "--date", "2023-06-09") == 0
    before = own.read_bytes()
    (reader_home / "crosswalk.toml").write_text("[[pair]]\nplaces = []\n", encoding="utf-8")
    capsys.readouterr()
    assert run("add", "--rebuild") == 3
    assert "pair 1: places must be" in capsys.readouterr().err
    assert own.read_bytes() == before
