"""The thing that a sentence says is to be made, done or reached, and promises about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plan_tui.compare.promises.promise_matching import promises
from plan_tui.compare.promises.promised_action import action
from plan_tui.compare.promises.promised_object import (
    are_of_a_kind,
    named_first,
    names_any,
    objects,
    theme,
)
from plan_tui.compare.text.word_weights import Rarity
from plan_tui.model.comparison_enums import PromiseKind
from plan_tui.model.tracks import Statement
from plan_tui.store.plan import Plan
from plan_tui.text.calendar import DateBasis


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("までに標準仕様書を作成する。", ("標準仕様書",)),
        ("までに貸出券の普及を図る。", ("貸出券",)),
        ("に貸出券の利用促進を図る。", ("貸出券",)),
        ("までに図書館への移行を終える。", ("図書館",)),
        ("に新しい券へ移行する。", ("券",)),
        ("中に橋梁システムの設計・構築を行う。", ("橋梁システム",)),
        ("までに、費用を減らすため、橋梁の点検を行う。", ("点検",)),
        ("に、町の意見を踏まえ、手引を作る。", ("手引",)),
        ("の祭りを見据え、橋梁を直す。", ("橋梁",)),
        ("までに維持費の３割を削減する。", ("維持費",)),
        ("に運用を開始する。", ()),
        ("までに行き渡ることを目指す。", ()),
        ("に、図書館、学校等での貸出券の配布を始める。", ("配布",)),
    ],
)
def test_what_a_sentence_acts_on(words: str, expected: tuple[str, ...]) -> None:
    named = objects(words)
    assert [noun for noun in named if len(noun) > 1] == [n for n in expected if len(n) > 1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("夜間開館サービスについて", ("夜間開館サービス",)),
        ("図書館等の開館の", ("図書館",)),
        ("結果を踏まえ", ()),
        ("ところ、図書館が", ()),
        ("上で図書館を", ()),
        ("", ()),
    ],
)
def test_what_words_begin_with(words: str, expected: tuple[str, ...]) -> None:
    assert named_first(words) == expected


def test_before_a_date_the_last_clause_names_it() -> None:
    assert objects("町の意見を聴き、図書館の名簿を", before=True) == ("名簿",)
    assert objects("町の意見を聴き、図書館の名簿を") == ("意見",)


@pytest.mark.parametrize(
    ("noun", "other", "same"),
    [
        ("標準仕様書", "橋の標準仕様", True),
        ("防災プラットフォーム", "町のプラットフォーム", True),
        ("運用コスト", "維持費用", False),
        ("基本方針", "標準仕様書", False),
        ("手引案", "手引", True),
        ("券の発行サービス", "券の発行", True),
        ("券の発行サービス", "宅配サービス", False),
        ("貸出券", "図書館", False),
        ("システム", "橋梁システム", True),
    ],
)
def test_things_of_a_kind(noun: str, other: str, same: bool) -> None:
    assert are_of_a_kind((noun,), (other,)) is same
    assert names_any((noun,), f"町は{other}を作る。") is same


def test_a_sentence_says_what_it_is_about() -> None:
    assert theme("また、橋の台帳については、夏までに様式を作る。") == "橋の台帳"
    assert theme("夏までに様式を作る。") == ""


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("先行調査を2024年度及び2025年度にかけて行う。", "2025年度", "先行調査を"),
        ("先行調査を2024年度から2025年度にかけて行う。", "2025年度", "先行調査を"),
        ("2024年度までに2019年度比で橋を増やす。", "2024年度", "までに2019年度比で橋を増やす。"),
    ],
)  # fmt: skip
def test_what_is_to_be_done_by_a_date(
    crosswalked: Plan, sentence: str, text: str, expected: str
) -> None:
    assert action(said(crosswalked, 0, sentence, text, "2025-03-31")) == expected


def said(plan: Plan, edition: int, sentence: str, text: str, end: str) -> Statement:
    return Statement(
        plan.editions()[edition],
        plan.section("2021:0"),
        sentence,
        text,
        end,
        end,
        DateBasis.DAY,
        place=sentence.index(text),
    )


def movements(older: list[Statement], newer: list[Statement], what: PromiseKind) -> list[list[str]]:
    chains = promises(what, [older, newer], Rarity([]))
    return [[step.movement for step in chain.steps] for chain in chains]


@pytest.mark.parametrize(
    ("older", "newer", "followed"),
    [
        ("橋の台帳を{}までに作る。", "橋の基本方針を{}までに作る。", False),
        ("橋の名簿を{}までに作る。", "橋の手引を{}までに作る。", False),
        ("橋の点検結果を{}までに公表する。", "橋の修理計画を{}までに公表する。", False),
        ("橋の台帳については、{}に様式を作る。", "町の祭りについては、{}に様式を作る。", False),
        ("貸出券を{}までに配る。", "貸出機を{}までに配る。", False),
        ("橋の台帳の様式を{}までに作る。", "橋の台帳の様式案を{}までに公表する。", True),
        ("橋の先行調査を行うため、町が安心して使える仕組みを考える先行調査を{}に実施する。",
         "{}に、町による先行調査、庁舎における利用を実施し、段階的に始める。", True),
        ("古い橋の架け替えを{}までに始める。", "{}までに、古い橋の架け替えを始める。", True),
    ],
)  # fmt: skip
def test_promises_pair_about_the_same_thing(
    crosswalked: Plan, older: str, newer: str, followed: bool
) -> None:
    day = "2024年８月"
    chains = movements(
        [said(crosswalked, 0, older.format(day), day, "2024-08-31")],
        [said(crosswalked, 1, newer.format(day), day, "2024-08-31")],
        PromiseKind.DEADLINE,
    )
    assert chains == ([["kept"]] if followed else [["dropped"], ["new"]])


def goal(plan: Plan, edition: int, sentence: str, text: str, value: float, due: str) -> Statement:
    number = said(plan, edition, sentence, text, due)
    return replace(number, start=None, end=None, basis=None, value=value, unit="%", tied=due)


def test_the_same_number_by_the_same_day_is_one_promise(crosswalked: Plan) -> None:
    due = "2026-03-31"
    older = [
        goal(crosswalked, 0, "維持コスト３割削減（2025年度：2019年度比）", "３割", 30.0, due),
        goal(crosswalked, 0, "橋に掛かる経費を、2025年度までに３割削減する。", "３割", 30.0, due),
    ]  # fmt: skip
    newer = [
        goal(crosswalked, 1, "2025年度までの維持経費等の３割削減に努める。", "３割", 30.0, due)
    ]  # fmt: skip
    assert movements(older, newer, PromiseKind.NUMBER) == [["kept"]]


def test_the_same_number_of_another_thing_is_another_promise(crosswalked: Plan) -> None:
    due = "2026-03-31"
    older = [goal(crosswalked, 0, "図書館の職員数を2025年度までに３割増やす。", "３割", 30.0, due)]
    newer = [goal(crosswalked, 1, "古い橋の数を2025年度までに３割減らす。", "３割", 30.0, due)]
    assert movements(older, newer, PromiseKind.NUMBER) == [["dropped"], ["new"]]
