"""What became of an outline, and of one matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.compare.changes import changes
from plan_tui.compare.mentions import mentions, named_pieces
from plan_tui.compare.movement import deadline_movement, number_movement
from plan_tui.compare.promise import is_report
from plan_tui.compare.rarity import Rarity
from plan_tui.compare.threads import promises
from plan_tui.compare.track import track, tracks
from plan_tui.errors import UsageError
from plan_tui.model.comparing import Change, Mention, Promise
from plan_tui.model.filters import parse_query
from plan_tui.store.read import Plan
from plan_tui.store.read_compare import StoredTopic, topics
from tests.crosswalked import build_crosswalked, topic


@pytest.fixture
def plan(crosswalked_database: Path) -> Iterator[Plan]:
    with Plan(crosswalked_database) as opened:
        yield opened


def told(rows: tuple[Change, ...]) -> list[tuple[str, list[str], str, bool]]:
    return [
        (r.older.key if r.older else "", [s.key for s in r.newer], r.relation, r.asserted)
        for r in rows
    ]


def test_fates_then_origins(plan: Plan) -> None:
    found = told(changes(plan, "2021", "2025").rows)
    assert ("2021:1.1.1", ["2025:1.1"], "renamed", True) in found
    assert ("2021:M1-2", ["2025:1.1.1.1.a", "2025:1.1.1.1.a.a"], "renamed", True) in found
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
    (origin,) = (row for row in found.rows if section in row.newer)
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
    one, other = found.promises
    assert [step.movement for step in one.steps] == ["later"]
    assert [m.section.key for m in one.mentions] == ["2021:M1-1", "2025:1.1.1"]
    assert [step.movement for step in other.steps] == ["dropped"]
    (topic,) = [topic for topic in topics(plan) if topic.id == "one-card"]
    section = plan.section("2025:1.1.1")
    (piece,) = named_pieces(plan, section, topic)
    assert piece.block_id == plan.blocks(section.id)[0].id
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
        (("2024-04-01", "2025-03-31", "まで"), ("2025-03-31", "2025-03-31"), "kept"),
        (("2024-04-01", "2025-03-31", "まで"), ("2024-12-01", "2024-12-31", "まで"), "earlier"),
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
    section, printed = plan.section("2021:0"), sentence.format(text)
    place = printed.index(text)
    return Mention(plan.editions()[edition], section, printed, text, end, end, "day", place=place)


def reported(plan: Plan, edition: int, sentence: str, text: str, end: str) -> Mention:
    return replace(said(plan, edition, sentence, text, end), reported=True)


def follow(*by_edition: list[Mention]) -> list[Promise]:
    return promises("deadline", by_edition, lambda one, other: True, deadline_movement, Rarity([]))


def moves(found: list[Promise]) -> list[list[tuple[str, str, str]]]:
    return [
        [
            (s.movement, s.older.end or "" if s.older else "", s.newer.end or "" if s.newer else "")
            for s in promise.steps
        ]
        for promise in found
    ]


OWL = "梟の巣箱の設置を、{}までに全ての町で終える。"
BRIDGE = "古い橋の架け替えを、{}までに始める。"


def test_a_promise_is_followed_over_a_silent_edition(plan: Plan) -> None:
    found = follow(
        [said(plan, 0, OWL, "2024年５月", "2024-05-31")],
        [said(plan, 1, BRIDGE, "2024年８月", "2024-08-31")],
        [said(plan, 2, OWL, "2024年11月", "2024-11-30")],
    )
    assert moves(found) == [
        [("later", "2024-05-31", "2024-11-30")],
        [("new", "", "2024-08-31"), ("dropped", "2024-08-31", "")],
    ]
    assert [promise.followed for promise in found] == [True, False]
    assert [m.edition.id for m in found[0].mentions] == ["2021", "2025"]


def test_an_only_deadline_does_not_stand_for_another_only_one(plan: Plan) -> None:
    found = follow(
        [said(plan, 0, OWL, "2024年５月", "2024-05-31")],
        [said(plan, 1, BRIDGE, "2024年５月", "2024-05-31")],
    )
    assert moves(found) == [[("dropped", "2024-05-31", "")], [("new", "", "2024-05-31")]]


def test_several_dates_of_one_sentence_find_their_own_partners(plan: Plan) -> None:
    one = "{}に巣箱の場所を調査し、2024年３月までに巣箱を組み立て、2025年３月に貸出を開始する。"
    other = "2023年３月の場所の調査を踏まえ、{}までに巣箱を組み立て、2026年３月に貸出を開始する。"
    older, newer = one.format("2022年４月"), other.format("2024年３月")
    found = follow(
        [
            said(plan, 0, older, "2022年４月", "2022-04-30"),
            said(plan, 0, older, "2024年３月", "2024-03-31"),
            said(plan, 0, older, "2025年３月", "2025-03-31"),
        ],
        [
            said(plan, 1, newer, "2024年３月", "2024-03-31"),
            said(plan, 1, newer, "2026年３月", "2026-03-31"),
        ],
    )
    assert moves(found) == [
        [("dropped", "2022-04-30", "")],
        [("kept", "2024-03-31", "2024-03-31")],
        [("later", "2025-03-31", "2026-03-31")],
    ]


@pytest.mark.parametrize(
    ("words", "day", "later", "moved"),
    [
        ("2022年４月", "2022-04-30", ([],), ("done", "2022-03-31", "2022-04-30")),
        ("2019年４月", "2019-04-30", (), ("dropped", "2022-03-31", "")),
    ],
    ids=["later", "before"],
)
def test_a_report_closes_a_promise_unless_it_is_of_a_day_before(
    plan: Plan, words: str, day: str, later: tuple[list[Mention], ...], moved: tuple[str, str, str]
) -> None:
    promised = "貸出券について、{}に図書券との一体化を開始する。"
    told = "{}に開始した貸出券と図書券との一体化を広げる。"
    found = follow(
        [said(plan, 0, promised, "2022年３月", "2022-03-31")],
        [reported(plan, 1, told, words, day)],
        *later,
    )
    assert moves(found) == [[moved]]


@pytest.mark.parametrize(
    ("sentence", "modality", "expected"),
    [
        ("{}に運用を開始した夜間開館を広げる。", "", True),
        ("{}、夜間開館を実施済みである。", "", True),
        ("{}に夜間開館を開始する。", "", False),
        ("{}時点で20館が加わった。", "時点", False),
        ("{}の開館時間を踏まえ、夜の貸出を増やした。", "", False),
    ],
)
def test_what_is_a_report(plan: Plan, sentence: str, modality: str, expected: bool) -> None:
    mention = said(plan, 2, sentence, "2022年３月", "2022-03-31")
    assert is_report(replace(mention, modality=modality)) is expected


def test_a_day_to_come_is_no_report(plan: Plan) -> None:
    sentence = "{}に運用を開始した夜間開館を広げる。"
    assert not is_report(said(plan, 0, sentence, "2030年３月", "2030-03-31"))


def test_the_same_promise_said_twice_is_one(plan: Plan) -> None:
    twice = [said(plan, 0, OWL, "2024年５月", "2024-05-31")] * 2
    once = [said(plan, 1, OWL, "2024年５月", "2024-05-31")]
    assert moves(follow(twice, once)) == [[("kept", "2024-05-31", "2024-05-31")]]


def test_what_is_said_again_beside_the_better_pair_is_not_new(plan: Plan) -> None:
    again = "町の梟のため、巣箱の設置を{}までに全ての町で終えるよう、寄付の呼び掛けなどに取り組む。"
    found = follow(
        [said(plan, 0, OWL, "2024年５月", "2024-05-31")],
        [
            said(plan, 1, OWL, "2024年５月", "2024-05-31"),
            said(plan, 1, again, "2024年５月", "2024-05-31"),
        ],
    )
    assert moves(found) == [[("kept", "2024-05-31", "2024-05-31")]]


def test_a_heading_alone_has_no_promises_of_what_stands_below(plan: Plan) -> None:
    heading = plan.section("2021:1")
    topic = StoredTopic("x", "題", None, "", (heading.id,), {})
    assert named_pieces(plan, heading, topic) == []
    assert mentions(plan, plan.editions()[0], []) == ([], [])


def test_a_place_of_two_topics_is_told_under_the_one_that_it_speaks_of(tmp_path: Path) -> None:
    place = {"2025": ["2025:1.1.1#1"]}
    text = topic("cards", "貸出券と図書券の一体化", place) + topic("doors", "開館時間の延長", place)
    with Plan(build_crosswalked(tmp_path, text)) as opened:
        assert [found.id for found in tracks(opened)] == ["cards"]
        assert track(opened, "doors").promises == ()
        assert [p.what for p in track(opened, "cards").promises] == ["deadline"]


def test_real_promises_have_one_sentence_an_edition_and_stand_there_once(real: Plan) -> None:
    found = [(t, promise) for t in tracks(real) for promise in t.promises]
    assert len(found) >= 25
    order = {edition.id: edition.ordinal for edition in real.editions()}
    told = [(promise.what, promise.mentions) for _, promise in found]
    assert len(told) == len(set(told))
    for _, promise in found:
        editions = [order[mention.edition.id] for mention in promise.mentions]
        assert editions == sorted(set(editions))
        for mention in promise.mentions:
            end = mention.place + len(mention.text)
            assert mention.quotation[mention.place : end] == mention.text
    heads = [any(p.followed for p in t.promises) for t in tracks(real)]
    assert heads == sorted(heads, reverse=True)


def test_real_relations_are_one_to_one_where_they_say_so(real: Plan) -> None:
    for row in changes(real, "2021", "2025").rows:
        if row.relation == "split":
            ancestors = {section.parent_id for section in row.newer}
            assert len([s for s in row.newer if s.id not in ancestors]) > 1
