"""What became of an outline, and of one matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.compare.changes import changes
from plan_tui.compare.movement import deadline_movement, number_movement
from plan_tui.compare.threads import steps
from plan_tui.compare.track import track, tracks
from plan_tui.errors import UsageError
from plan_tui.model.comparing import Change, Mention, Step
from plan_tui.model.filters import parse_query
from plan_tui.store.read import Plan
from tests.crosswalked import linked_database


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return linked_database(tmp_path_factory.mktemp("linked"))


@pytest.fixture
def plan(database: Path) -> Iterator[Plan]:
    with Plan(database) as opened:
        yield opened


def told(rows: tuple[Change, ...]) -> list[tuple[str, list[str], str, bool]]:
    return [
        (r.older.key if r.older else "", [s.key for s in r.newer], r.relation, r.asserted)
        for r in rows
    ]


def test_fates_then_origins(plan: Plan) -> None:
    found = told(changes(plan, "2021", "2025").rows)
    assert ("2021:1.1.1", ["2025:1.1"], "renamed", True) in found
    assert ("2021:M1-2", ["2025:1.1.1.1.a", "2025:1.1.1.1.a.a"], "split", True) in found
    assert ("2021:M2-1", [], "dropped", True) in found
    assert ("2021:0", [], "unknown", False) in found
    assert ("", ["2025:1.1.1.1.a.a.A.a"], "unknown", False) in found
    older = [key for key, *_ in found]
    assert older == sorted(older, key=lambda key: key == "")


def test_only_leaves_and_headings_of_which_something_is_said(plan: Plan) -> None:
    found = told(changes(plan, "2021", "2025").rows)
    keys = {key for key, *_ in found} | {key for _, newer, *_ in found for key in newer}
    assert "2021:1.1.1" in keys  # holds others, and is asserted
    assert "2021:3" not in keys
    assert "2025:2" not in keys  # of the contents page only


def test_a_section_only_in_the_newer_edition(plan: Plan) -> None:
    found = changes(plan, "2021", "2022")
    assert ("", ["2022:1.2"], "new", True) in told(found.rows)
    assert found.counts["new"] == 1
    assert found.counts["dropped"] == 3
    section = plan.section("2022:1.1.1")
    (origin,) = found.origin(section.id)
    assert origin.older is not None
    assert origin.older.key == "2021:M1-2"


def test_changes_can_be_filtered(plan: Plan) -> None:
    query = parse_query("kind:measure")
    assert len(changes(plan, "2021", "2025", query).rows) == 4
    query = parse_query("chapter:II -移動")
    assert [r[0] for r in told(changes(plan, "2021", "2025", query).rows)] == ["2021:M2-2"]
    dropped = changes(plan, "2021", "2025", None, ["dropped"])
    assert dropped.counts == {"dropped": 2}
    under = parse_query("under:2021:1")
    assert {r[0] for r in told(changes(plan, "2021", "2025", under).rows)} == {
        "2021:1.1.1",
        "2021:1.1.1.1",
    }


@pytest.mark.parametrize(
    ("older", "newer", "message"), [("2025", "2021", "not later"), ("1999", "2025", "no edition")]
)
def test_editions_that_cannot_be_compared(plan: Plan, older: str, newer: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        changes(plan, older, newer)


def test_a_matter_is_tracked_over_the_editions(plan: Plan) -> None:
    found = track(plan, "loan-card")
    assert [section.key for section in found.sections] == ["2021:1.1.1", "2022:1.1", "2025:1.1"]
    assert found.silent == ()
    deadlines = [step for step in found.steps if step.what == "deadline"]
    assert [step.movement for step in deadlines] == ["kept", "kept"]
    numbers = [step for step in found.steps if step.what == "number"]
    assert [step.movement for step in numbers] == ["raised", "kept"]
    first = numbers[0]
    assert first.older is not None
    assert first.newer is not None
    assert (first.older.text, first.newer.text) == ("全17館", "全20館")
    assert first.older.text in first.older.quotation


def test_a_link_to_a_block_tracks_the_block(plan: Plan) -> None:
    found = track(plan, "one-card")
    (deadline,) = [s for s in found.steps if s.what == "deadline" and s.older and s.newer]
    assert deadline.movement == "later"
    assert [edition.id for edition in found.silent] == ["2022"]


def test_a_section_stands_for_its_topic(plan: Plan) -> None:
    assert track(plan, "2021:M1-1").id == "one-card"
    assert track(plan, "2021:0").mentions == ()
    with pytest.raises(UsageError, match="nothing-here"):
        track(plan, "nothing-here")


def test_all_matters_with_a_deadline(plan: Plan) -> None:
    assert [found.id for found in tracks(plan)] == ["loan-card", "one-card"]
    assert [found.id for found in tracks(plan, parse_query("kind:measure"))] == ["one-card"]


def mention(plan: Plan, start: str | None, end: str | None, modality: str = "") -> Mention:
    section = plan.section("2021:0")
    return Mention(plan.editions()[0], section, "作り物。", "日付", start, end, "month", modality)


@pytest.mark.parametrize(
    ("older", "newer", "movement"),
    [
        (("2024-04-01", "2025-03-31"), ("2024-04-01", "2025-03-31"), "kept"),
        (("2025-03-31", "2025-03-31"), ("2026-03-31", "2026-03-31"), "later"),
        (("2026-03-31", "2026-03-31"), ("2025-03-31", "2025-03-31"), "earlier"),
        (("2024-04-01", "2025-03-31"), ("2024-12-01", "2024-12-31"), "firmer"),
        (("2024-12-01", "2024-12-31"), ("2024-04-01", "2025-03-31"), "vaguer"),
        (("2024-04-01", "2025-03-31"), ("2025-03-31", "2025-03-31"), "firmer"),
        (("2025-03-31", "2025-03-31", "目途"), ("2025-03-31", "2025-03-31"), "firmer"),
        (("2025-03-31", "2025-03-31"), ("2025-03-31", "2025-03-31", "頃"), "vaguer"),
        (("2025-03-31", "2025-03-31"), ("2025-04-01", None, "以降"), "vaguer"),
        (("2025-04-01", None), ("2026-04-01", None), "later"),
    ],
)
def test_how_a_deadline_moves(
    plan: Plan, older: tuple[str, ...], newer: tuple[str, ...], movement: str
) -> None:
    assert deadline_movement(mention(plan, *older), mention(plan, *newer)) == movement


def test_how_a_number_moves(plan: Plan) -> None:
    section, edition = plan.section("2021:0"), plan.editions()[0]
    one, other = (
        Mention(edition, section, "作り物。", text, value=value, unit="館")
        for text, value in (("17館", 17.0), ("20館", 20.0))
    )
    assert number_movement(one, other) == "raised"
    assert number_movement(other, one) == "lowered"
    assert number_movement(one, one) == "kept"


def said(plan: Plan, edition: int, sentence: str, text: str, end: str) -> Mention:
    section = plan.section("2021:0")
    return Mention(plan.editions()[edition], section, sentence, text, end, end, "day")


def moves(found: list[Step]) -> list[tuple[str, str, str]]:
    return [
        (s.movement, s.older.end or "" if s.older else "", s.newer.end or "" if s.newer else "")
        for s in found
    ]


def test_a_promise_is_followed_over_a_silent_edition(plan: Plan) -> None:
    owl = "梟の巣箱の設置を、{}までに全ての町で終える。"
    bridge = "古い橋の架け替えを、{}までに始める。"
    found = steps(
        "deadline",
        [
            [said(plan, 0, owl.format("春"), "春", "2024-05-31")],
            [said(plan, 1, bridge.format("夏"), "夏", "2024-08-31")],
            [said(plan, 2, owl.format("秋"), "秋", "2024-11-30")],
        ],
        lambda one, other: True,
        deadline_movement,
    )
    assert moves(found) == [
        ("new", "", "2024-08-31"),
        ("later", "2024-05-31", "2024-11-30"),
        ("dropped", "2024-08-31", ""),
    ]


def test_an_only_deadline_stands_for_the_only_other(plan: Plan) -> None:
    found = steps(
        "deadline",
        [
            [said(plan, 0, "新しい橋の架け替えは春とする。", "春", "2024-05-31")],
            [said(plan, 1, "架け替えの後、道を直すのは冬とする。", "冬", "2024-02-29")],
        ],
        lambda one, other: True,
        deadline_movement,
    )
    assert moves(found) == [("earlier", "2024-05-31", "2024-02-29")]


def test_the_same_promise_said_twice_is_one(plan: Plan) -> None:
    owl = "梟の巣箱の設置を、{}までに全ての町で終える。"
    twice = [said(plan, 0, owl.format("春"), "春", "2024-05-31")] * 2
    once = [said(plan, 1, owl.format("春"), "春", "2024-05-31")]
    found = steps("deadline", [twice, once], lambda one, other: True, deadline_movement)
    assert moves(found) == [("kept", "2024-05-31", "2024-05-31")]
