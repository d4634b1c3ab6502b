"""Which numbers of a text are to be reached, and which dates are deadlines of the plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plan_tui.compare.promises.goal_numbers import (
    MOST,
    NumberInSentence,
    is_to_be_reached,
    targets_of_kpi,
)
from plan_tui.compare.promises.printed_places import PrintedPlace
from plan_tui.compare.promises.promise_dates import is_promised
from plan_tui.model.records import PrintedDate
from plan_tui.model.tracks import Statement
from plan_tui.parse.facts.quantities import find_quantities
from plan_tui.store.plan import Plan


def number(marked: str, unit: str = "館") -> NumberInSentence:
    """Return a number, which stands between two bars in its sentence; dates stand in braces."""
    before, text, after = _parted(marked)
    return NumberInSentence(text, unit, before + text + after, len(before))


def _parted(marked: str) -> list[str]:
    return marked.replace("{", "").replace("}", "").split("|")


def dates(marked: str, *targets: bool) -> list[PrintedPlace]:
    """Return where the dates in braces stand."""
    places: list[PrintedPlace] = []
    plain = 0
    for character in marked:
        if character == "{":
            begin = plain
        elif character == "}":
            places.append(PrintedPlace(begin, plain, targets[len(places)]))
        elif character != "|":
            plain += 1
    return places


@pytest.mark.parametrize(
    ("marked", "unit", "kpi"),
    [
        ("夜間に開く図書館を|20館|に増やす。", "館", False),
        ("町の|３割以上|で貸出券を使えるようにする。", "%", False),
        ("待ち時間を|２分の１|に減らす。", "", False),
        ("待ち時間を|３分の１以下|に短縮する。", "", False),
        ("橋の維持費を|100億円|削減する。", "円", False),
        ("橋の維持費の|２割|削減目標の実現に取り組む。", "%", False),
        ("橋の維持費の|２割|削減を目標とする。", "%", False),
        ("自転車道を|300km|整備する。", "km", False),
        ("申込みから|10日以内|に貸出券を届ける。", "日", False),
        ("|７隻|体制を築く。", "隻", False),
        ("図書館での講習会を|30箇所|で行うことが予定されている。", "箇所", False),
        ("夜間に開く図書館の数：|20館以上|（町立のもの）", "館", True),
        ("貸出券の普及率（町全体で|80％|）", "%", True),
        ("|二十業務|を標準化する。", "業務", False),
        ("|七十団体以上|で使う。", "団体", False),
        ("|三団体以上|で使う。", "団体", False),
        ("|約百万人|が使う。", "人", False),
        ("|二〇館|に増やす。", "館", False),
        ("年|二回|開く。", "回", False),
        ("館を|二十館|増加させる。", "館", False),
        ("図書館の|20館以上|（前の計画の２倍）で夜間に開く", "館", True),
    ],
)
def test_numbers_to_be_reached(marked: str, unit: str, kpi: bool) -> None:
    assert is_to_be_reached(number(marked, unit), [], [], kpi=kpi)


@pytest.mark.parametrize(
    ("marked", "unit"),
    [
        # notes and definitions
        ("※|20館|以上を持つ町を大きな町という。", "館"),
        ("（※|10年|ごとの調べによる。）", "年"),
        ("（注）|３校|を除く。", "校"),
        ("人口|５万人以上|の町で夜間に開く。", "人"),
        ("平均来館者|２千人以上|８千人未満の図書館で夜間に開く。", "人"),
        ("平均来館者２千人以上|８千人未満|の図書館で夜間に開く。", "人"),
        ("従業員数が|50人以下|の店に貸出券を配る。", "人"),
        ("|三者|協議を始める。", "者"),
        ("|二本|柱の事業を行う。", "本"),
        ("|三団体|で使う。", "団体"),
        ("|百人|委員会を開く。", "人"),
        ("第|二回|を開く。", "回"),
        # names of a target
        ("橋の維持費の|２割|削減目標の進捗を翌年度末までに公表する。", "%"),
        ("維持費の|２割|削減の達成状況を毎年公表する。", "%"),
        ("|20館|という目標の達成度を確かめる。", "館"),
        ("|２割|削減の目標年度に見直しを行う。", "%"),
        # divisors and shares
        ("地図は|２分の１|区画ごとに作る。", ""),
        ("補助率|２分の１|で橋を直す。", ""),
        ("橋の修理に国費|1/2|を充てる。", ""),
        ("費用の|３分の２|を補助する。", ""),
        ("修理費/|200万円|の比を高める。", "円"),
        ("|100人|当たりの貸出数を増やす。", "人"),
        ("|１館|につき職員を置く。", "館"),
        # distances and sizes
        ("区画（|約500m|四方）ごとに調べる。", "m"),
        ("半径|５km|に図書館を置く。", "km"),
        ("図書館から|300メートル以内|を禁煙にする。", "メートル"),
        ("|２km|間隔で標識を置く。", "km"),
        ("高さ|10m|の塔を建てる。", "m"),
        # what exists, what was done, what is spent
        ("|20館|が加わった仕組みを広げる。", "館"),
        ("|18館|で行っている夜間の貸出を広げる。", "館"),
        ("年限が|５年間|延長された基金を使う。", "年"),
        ("既に|30館|の夜間の貸出を続ける。", "館"),
        ("現状値：|12館|", "館"),
        ("最初の|５年|に橋を調べる。", "年"),
        ("予算|30億円|で橋を直す。", "円"),
        ("橋のために|12億円|を計上する。", "円"),
        # a number that only explains another
        ("橋を20本（前の計画の|２倍|）直す。", "倍"),
    ],
)
def test_numbers_that_nobody_is_to_reach(marked: str, unit: str) -> None:
    assert not is_to_be_reached(number(marked, unit), [], [], kpi=False)


@pytest.mark.parametrize(
    ("marked", "targets", "expected"),
    [
        ("（{令和元年度}：|8.2％|）", [False], False),
        ("橋の数（{2019年度末}時点で|98本|）", [False], False),
        ("貸出券の普及率（{2018年度}末：|20％|）", [False], False),
        ("夜間に開く館の数（{2019年}実績|12館|、{2024年}20館）", [False, True], False),
        ("夜間に開く館の数（{2019年}実績12館、{2024年}|20館|）", [False, True], True),
        ("維持費の|３割|削減（{2024年度}：{2019年度}比）", [True, False], True),
        ("{2024年度}までに、{2018年度}比で|３割|減らす", [True, False], True),
        ("夜間に開く館の数：|20館|（{2024年}）", [True], True),
        ("夜間に開く館の数：|20館|（{2019年}）", [False], False),
        ("講習会の数（年間|60回|）", [], True),
    ],
)
def test_a_number_is_of_the_date_that_it_belongs_to(
    marked: str, targets: list[bool], expected: bool
) -> None:
    goal = number(marked, "")
    assert is_to_be_reached(goal, dates(marked, *targets), [], kpi=True) is expected


@pytest.mark.parametrize(
    ("marked", "other", "expected"),
    [
        ("来館者|２千人|の町で夜間に開く時間（12時間）", "12", False),
        ("来館者２千人の町で夜間に開く時間（|12時間|）", "２千", True),
        ("満足度|80％以上|（{2022年度}：72％）", "72", True),
        ("満足度|80％|を目指す（{2022年度}：72％）", "72", True),
        ("満足度80％以上（{2022年度}：|72％|）", "80", False),
        ("来館者|２千人|の時間（{2022年度}：12時間）", "12", False),
        ("夜間に開く館|20館|（前の計画の２倍）", "２倍", True),
    ],
)
def test_a_kpi_names_what_it_counts_before_its_number(
    marked: str, other: str, expected: bool
) -> None:
    goal = number(marked, "")
    others = [goal.place, goal.sentence.index(other)]
    years = dates(marked, False) if "{" in marked else []
    assert is_to_be_reached(goal, years, others, kpi=True) is expected


@pytest.mark.parametrize(("count", "is_sentence"), [(MOST, True), (MOST + 1, False)])
def test_an_endless_row_of_numbers_is_no_kpi_s_sentence(count: int, is_sentence: bool) -> None:
    text = "、".join(["夜間に20か所"] * count) + "の増加の割合"
    numbers = find_quantities(text)
    assert len(numbers) == count
    no_dates: list[PrintedDate] = []
    assert targets_of_kpi(text, numbers, no_dates) == [is_sentence] * count


def deadline(plan: Plan, marked: str, modality: str = "", end: str = "2030-03-31") -> Statement:
    """Return a date, which stands between two bars in its sentence."""
    before, text, after = _parted(marked)
    section, edition = plan.section("2021:0"), plan.editions()[0]
    return Statement(
        edition,
        section,
        before + text + after,
        text,
        start=end,
        end=end,
        modality=modality,
        place=len(before),
    )


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("夜間の貸出を|2030年３月|に始める。", ""),
        ("貸出券の更新が終わる|2030年３月|までに橋を直す。", "まで"),
        ("目標時期である|2030年３月|に橋を直す。", ""),
        ("図書館法の改正案を|2030年３月|に提出する。", ""),
        ("図書館条例を|2030年３月|に施行する。", ""),
        ("夜間の貸出（|2030年３月|まで）", "まで"),
        ("橋の修理費を|2030年３月|までに３割減らすことを目指す。", "まで"),
    ],
)
def test_deadlines_of_the_plan(crosswalked: Plan, marked: str, modality: str) -> None:
    assert is_promised(deadline(crosswalked, marked, modality), kpi=False)


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("貸出券の期限を迎える|2030年３月|に向け、更新を勧める。", ""),
        ("国の祭りが開かれる|2030年３月|に向け、橋を直す。", ""),
        ("古い券の利用が終了する|2030年３月|に備え、窓口を増やす。", ""),
        ("改正図書館法の|2030年春|の一部施行、来年春の全面施行に向け、手引を作る。", ""),
        ("改正図書館法の|2030年３月|の施行に向けて、手引を作る。", ""),
        ("図書館条例の|2030年３月|の全面施行を見据え、手引を作る。", ""),
        ("国際条約の|2030年３月|発効に備える。", ""),
        ("橋の修理の補助（国費1/2 30億円|2030年３月|まで）", "まで"),
        ("今後の集中期間（|2025年４月～2030年３月|）における取組を示す。", ""),
        ("国の目標は|2030年３月|までに３割減であることを踏まえ、上積みする。", "まで"),
        ("国は|2030年３月|までに橋を直すとされていることに鑑み、急ぐ。", "まで"),
    ],
)
def test_days_that_the_plan_only_keeps_in_mind(
    crosswalked: Plan, marked: str, modality: str
) -> None:
    assert not is_promised(deadline(crosswalked, marked, modality), kpi=False)


def test_a_kpi_of_a_day_before_the_plan_is_a_result(crosswalked: Plan) -> None:
    past = deadline(crosswalked, "橋の修理（|2020年度|まで）", "まで", "2021-03-31")
    assert not is_promised(past, kpi=True)
    assert is_promised(replace(past, end="2022-03-31"), kpi=True)
