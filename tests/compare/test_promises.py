"""A promise from edition to edition: how it moves, what closes it, which sentences are it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from unicodedata import normalize

import pytest

from plan_tui.compare.promises.followed_tracks import FollowedTrack, each_once
from plan_tui.compare.promises.movement import deadline_movement, number_movement
from plan_tui.compare.promises.promise_matching import promises
from plan_tui.compare.promises.promised_action import is_report, verb_done
from plan_tui.compare.promises.topic_of_statement import TopicTitles
from plan_tui.compare.text.word_weights import Rarity
from plan_tui.model.comparison_enums import (
    Movement,
    PromiseKind,
)
from plan_tui.model.crosswalk import Topic
from plan_tui.model.tracks import Promise, PromiseStep, Statement
from plan_tui.store.plan import Plan
from plan_tui.text.calendar import DateBasis


def mention(crosswalked: Plan, start: str | None, end: str | None, modality: str = "") -> Statement:
    section = crosswalked.section("2021:0")
    return Statement(
        crosswalked.editions()[0],
        section,
        "作り物。",
        "日付",
        start,
        end,
        DateBasis.MONTH,
        modality,
    )


@pytest.mark.parametrize(
    ("older", "newer", "movement"),
    [
        (("2024-04-01", "2025-03-31"), ("2024-04-01", "2025-03-31"), Movement.KEPT),
        (("2025-03-31", "2025-03-31"), ("2026-03-31", "2026-03-31"), Movement.LATER),
        (("2026-03-31", "2026-03-31"), ("2025-03-31", "2025-03-31"), Movement.EARLIER),
        (("2024-04-01", "2025-03-31"), ("2024-12-01", "2024-12-31"), Movement.FIRMER),
        (("2024-12-01", "2024-12-31"), ("2024-04-01", "2025-03-31"), Movement.VAGUER),
        (("2024-04-01", "2025-03-31"), ("2025-03-31", "2025-03-31"), Movement.FIRMER),
        (("2025-03-31", "2025-03-31", "目途"), ("2025-03-31", "2025-03-31"), Movement.FIRMER),
        (("2025-03-31", "2025-03-31"), ("2025-03-31", "2025-03-31", "頃"), Movement.VAGUER),
        (("2025-03-31", "2025-03-31"), ("2025-04-01", None, "以降"), Movement.VAGUER),
        (("2024-04-01", "2025-03-31", "まで"), ("2025-03-31", "2025-03-31"), Movement.KEPT),
        (
            ("2024-04-01", "2025-03-31", "まで"),
            ("2024-12-01", "2024-12-31", "まで"),
            Movement.EARLIER,
        ),
        (("2025-04-01", None), ("2026-04-01", None), Movement.LATER),
    ],
)
def test_how_a_deadline_moves(
    crosswalked: Plan, older: tuple[str, ...], newer: tuple[str, ...], movement: Movement
) -> None:
    assert deadline_movement(mention(crosswalked, *older), mention(crosswalked, *newer)) == movement


def test_how_a_number_moves(crosswalked: Plan) -> None:
    section, edition = crosswalked.section("2021:0"), crosswalked.editions()[0]
    one, other = (
        Statement(edition, section, "作り物。", text, value=value, unit="館")
        for text, value in (("17館", 17.0), ("20館", 20.0))
    )
    assert number_movement(one, other) == Movement.RAISED
    assert number_movement(other, one) == Movement.LOWERED
    assert number_movement(one, one) == Movement.KEPT


def said(crosswalked: Plan, edition: int, sentence: str, text: str, end: str) -> Statement:
    section, printed = crosswalked.section("2021:0"), sentence.format(text)
    place = printed.index(text)
    return Statement(
        crosswalked.editions()[edition],
        section,
        printed,
        text,
        end,
        end,
        DateBasis.DAY,
        place=place,
    )


def reported(crosswalked: Plan, edition: int, sentence: str, text: str, end: str) -> Statement:
    return replace(said(crosswalked, edition, sentence, text, end), reported=True)


def follow(*by_edition: list[Statement]) -> list[Promise]:
    return promises(PromiseKind.DEADLINE, by_edition, Rarity([]))


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


def test_a_promise_is_followed_over_a_silent_edition(crosswalked: Plan) -> None:
    found = follow(
        [said(crosswalked, 0, OWL, "2024年５月", "2024-05-31")],
        [said(crosswalked, 1, BRIDGE, "2024年８月", "2024-08-31")],
        [said(crosswalked, 2, OWL, "2024年11月", "2024-11-30")],
    )
    assert moves(found) == [
        [("later", "2024-05-31", "2024-11-30")],
        [("new", "", "2024-08-31"), ("dropped", "2024-08-31", "")],
    ]
    assert [promise.followed for promise in found] == [True, False]
    assert [m.edition.id for m in found[0].statements] == ["2021", "2025"]


def test_what_says_a_promise_once_more_is_known(crosswalked: Plan) -> None:
    more = "梟の巣箱の設置を、{}までに全ての町で必ず終えることとする。"
    found = follow(
        [
            said(crosswalked, 0, OWL, "2024年５月", "2024-05-31"),
            said(crosswalked, 0, more, "2024年５月", "2024-05-31"),
        ],
        [
            said(crosswalked, 1, more, "2024年11月", "2024-11-30"),
            said(crosswalked, 1, OWL, "2024年11月", "2024-11-30"),
            said(crosswalked, 1, BRIDGE, "2024年11月", "2024-11-30"),
        ],
    )
    assert moves(found) == [
        [("later", "2024-05-31", "2024-11-30")],
        [("new", "", "2024-11-30")],
    ]
    assert [(s.edition.id, s.quotation) for s in found[0].again] == [
        ("2021", more.format("2024年５月")),
        ("2022", OWL.format("2024年11月")),
    ]
    assert found[1].again == ()


def test_a_promise_stands_under_the_topic_that_tells_most_of_it(crosswalked: Plan) -> None:
    first, second = (said(crosswalked, n, OWL, "2024年５月", "2024-05-31") for n in (0, 1))
    guessed = replace(second, suggested=True)
    later = said(crosswalked, 2, OWL, "2024年５月", "2024-05-31")

    def promise(*statements: Statement) -> Promise:
        steps = [
            PromiseStep(PromiseKind.DEADLINE, Movement.KEPT, older, newer)
            for older, newer in pairwise(statements)
        ] or [PromiseStep(PromiseKind.DEADLINE, Movement.NEW, None, statements[0])]
        return Promise(PromiseKind.DEADLINE, tuple(steps))

    def told(*promises: Promise) -> list[tuple[Promise, ...]]:
        tracks = [FollowedTrack(str(n), (), frozenset(), (p,)) for n, p in enumerate(promises)]
        return [track.promises for track in each_once(tracks)]

    alone, whole, equal = promise(guessed), promise(first, guessed, later), promise(first)
    assert told(alone, whole) == [(), (whole,)]
    assert told(whole, alone) == [(whole,), ()]
    assert told(equal, promise(first)) == [(equal,), ()]
    assert told(promise(guessed), promise(second)) == [(), (promise(second),)]


def test_a_topic_with_suggested_places_is_told_apart_like_any(crosswalked: Plan) -> None:
    here, elsewhere = crosswalked.section("2021:1.1.1"), crosswalked.section("2025:1.1")
    owls, bridges = (
        Topic(name, title, None, "", (here,), {here.id: ()})
        for name, title in (("owls", "梟の巣箱の設置"), ("bridges", "古い橋の架け替え"))
    )
    titles = TopicTitles([owls, bridges], Rarity([]))
    about = [replace(said(crosswalked, 0, OWL, "2024年５月", "2024-05-31"), section=here)]
    wider = replace(
        bridges, sections=(here, elsewhere), blocks={**bridges.blocks, elsewhere.id: ()}
    )
    assert titles.belongs(owls, about)
    assert not titles.belongs(bridges, about)
    assert not titles.belongs(wider, about)


def test_an_only_deadline_does_not_stand_for_another_only_one(crosswalked: Plan) -> None:
    found = follow(
        [said(crosswalked, 0, OWL, "2024年５月", "2024-05-31")],
        [said(crosswalked, 1, BRIDGE, "2024年５月", "2024-05-31")],
    )
    assert moves(found) == [[("dropped", "2024-05-31", "")], [("new", "", "2024-05-31")]]


def test_several_dates_of_one_sentence_find_their_own_partners(crosswalked: Plan) -> None:
    one = "{}に巣箱の場所を調査し、2024年３月までに巣箱を組み立て、2025年３月に貸出を開始する。"
    other = "2023年３月の場所の調査を踏まえ、{}までに巣箱を組み立て、2026年３月に貸出を開始する。"
    older, newer = one.format("2022年４月"), other.format("2024年３月")
    found = follow(
        [
            said(crosswalked, 0, older, "2022年４月", "2022-04-30"),
            said(crosswalked, 0, older, "2024年３月", "2024-03-31"),
            said(crosswalked, 0, older, "2025年３月", "2025-03-31"),
        ],
        [
            said(crosswalked, 1, newer, "2024年３月", "2024-03-31"),
            said(crosswalked, 1, newer, "2026年３月", "2026-03-31"),
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
    crosswalked: Plan,
    words: str,
    day: str,
    later: tuple[list[Statement], ...],
    moved: tuple[str, str, str],
) -> None:
    promised = "貸出券について、{}に図書券との一体化を開始する。"
    told = "{}に開始した貸出券と図書券との一体化を広げる。"
    found = follow(
        [said(crosswalked, 0, promised, "2022年３月", "2022-03-31")],
        [reported(crosswalked, 1, told, words, day)],
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
def test_what_is_a_report(crosswalked: Plan, sentence: str, modality: str, expected: bool) -> None:
    mention = said(crosswalked, 2, sentence, "2022年３月", "2022-03-31")
    assert is_report(replace(mention, modality=modality)) is expected


@pytest.mark.parametrize(
    ("promised", "reported_as", "is_done"),
    [
        ("の実現を目指す。", "に開始した会員証搭載サービス", True),
        ("の開始を目指す。", "に提供した会員証搭載サービス", True),
        ("の実現を目指す。", "に提供を開始した会員証搭載サービス", True),
        ("の実現を目指す。", "に開始した朝読アプリ", False),
        ("の検証を目指す。", "に開始した会員証搭載サービス", False),
        ("の実現を目指す。", "に休止した会員証搭載サービス", False),
    ],
)
def test_what_was_to_be_is_done_when_it_has_begun(
    crosswalked: Plan, promised: str, reported_as: str, *, is_done: bool
) -> None:
    older = f"貸出券の機能（会員証）の腕輪への搭載については、{{}}中{promised}"
    newer = f"木の腕輪については、{{}}{reported_as}について、券の機能の拡大を図る。"
    found = follow(
        [said(crosswalked, 0, older, "2024年度", "2025-03-31")],
        [reported(crosswalked, 1, newer, "2024年５月", "2024-05-31")],
    )
    moved = ("done", "2025-03-31", "2024-05-31") if is_done else ("dropped", "2025-03-31", "")
    assert moves(found) == [[moved]]


def test_a_day_to_come_is_no_report(crosswalked: Plan) -> None:
    sentence = "{}に運用を開始した夜間開館を広げる。"
    assert not is_report(said(crosswalked, 0, sentence, "2030年３月", "2030-03-31"))


def test_the_same_promise_said_twice_is_one(crosswalked: Plan) -> None:
    twice = [said(crosswalked, 0, OWL, "2024年５月", "2024-05-31")] * 2
    once = [said(crosswalked, 1, OWL, "2024年５月", "2024-05-31")]
    assert moves(follow(twice, once)) == [[("kept", "2024-05-31", "2024-05-31")]]


@pytest.mark.parametrize(("key", "is_one"), [("2021:M1-1", True), ("2021:1.1.1", False)])
def test_a_card_says_the_promise_of_its_section_again_in_fewer_words(
    crosswalked: Plan, key: str, *, is_one: bool
) -> None:
    section = (
        "村の館で誰もが夜も本を借りられるよう、木の札で開ける夜間開館の試行を続け、"
        "遅くとも{}までに本格運用を始める。"
    )
    card = "夜間開館の本格運用を遅くとも{}から始めるため、鍵や灯りなどの必要な準備を着実に進める。"
    within = said(crosswalked, 0, section, "2024年５月", "2024-05-31")
    again = said(crosswalked, 0, card, "2024年５月", "2024-05-31")
    again = replace(again, start="2024-05-01", end=None, section=crosswalked.section(key))
    within = replace(within, start="2024-05-01")
    found = follow([within, again], [])
    assert [len(promise.again) for promise in found] == ([1] if is_one else [0, 0])


def test_what_is_said_again_beside_the_better_pair_is_not_new(crosswalked: Plan) -> None:
    again = "町の梟のため、巣箱の設置を{}までに全ての町で終えるよう、寄付の呼び掛けなどに取り組む。"
    found = follow(
        [said(crosswalked, 0, OWL, "2024年５月", "2024-05-31")],
        [
            said(crosswalked, 1, OWL, "2024年５月", "2024-05-31"),
            said(crosswalked, 1, again, "2024年５月", "2024-05-31"),
        ],
    )
    assert moves(found) == [[("kept", "2024-05-31", "2024-05-31")]]


def test_a_report_in_decomposed_kana_is_one(crosswalked: Plan) -> None:
    for form in ("NFC", "NFD"):
        sentence = normalize(form, "{}にグラウンドを整備済みで、村が使う。")
        statement = said(crosswalked, 1, sentence, "2020年３月", "2020-03-31")
        assert verb_done(statement) == "整備"
        assert is_report(statement)
