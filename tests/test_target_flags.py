"""Which dates are targets. All sentences are made up, as if written on 10 May 2024."""

from __future__ import annotations

import pytest

from plan_tui.parse.facts.dates import DateContext, find_dates
from plan_tui.parse.facts.targets import TextKind

DATED = "2024-05-10"

TARGETS = """
2026年度までに全ての橋を直す。
2025年度末を目途に水車の点検を終える。
令和８年夏頃に灯台の公開を目指す。
2024年度中に、使われなくなった井戸を活用した実証を行い、結果をまとめる。
2024年度に水門の規則を定め、運用を開始する。
2024年度は、昨年に調べた井戸の結果を使い、地図を作る。
令和７年度から港の予約を始める。
2027年度以降も、引き続き並木を増やす。
2024年度以降、検討を踏まえた水路の整備を進める。
2026年３月公開を目指して古い地図を整える。
2030年にはおおむね全ての村で鐘を鳴らすことを目指す。
2026年度から４年間かけて順に移す。
次期通常国会への法案の提出を目指す。
今年秋までに水車の手順書を策定する。
2025年７月から試験を実施した上で、2026年６月に本格運用を開始する。
2028年度末までの移行期限に向けて村を支援する。
水車を減らす目標年度（令和７年度）において点検する。
（より高い水準を目指し、2025年度末を目標に指針を策定）
【村と町は協力して、2020年代早期の実装を目指す】
2025年度に学校で使う教材（仮称）を策定。
今春に灯台の開放を実現する。
令和６年（2024年）後半に策定予定の計画に沿って進める。
2025年の収穫祭における具体的な成果を目指す。
新しい井戸を2026年度に掘ることとされており、準備を急ぐ。
2024年度においては、村の声を聞き、水路の在り方を検討する。
"""

OTHERS = """
平成12年法律第144号に基づき進める。
水車法（令和３年法律第35号）を守る。
井戸の設置の基準に関する省令（平成９年水道省令第28号）による。
「水車の基本方針」（2020年12月25日閣議決定）に沿う。
橋の台帳を改定（2024年５月）し、村に配った。
令和５年版水車白書より。
「令和６年度水車計画」を読む。
2024年３月末時点で約78％の村が使っている。
2022年度に実施した調査を踏まえ、橋を直す。
2021年９月１日に水車庁が創設されて以降、３年が過ぎた。
2023年度から村で試しに使われている。
2019年に創られた基金を使う。
村の人口は2070年に現在の約７割に減少すると見込まれている。
2040年には34.8％と予測されており、備えが要る。
2023年の出生数は過去最少である。
2023年中に開始した水車の貸出しを改める。
今通常国会において成立した水車法に基づき進める。
2018年度比で３割の削減を目指す。
2024年度予算の概要を示す。
2024年度の水車関係予算は約8,300億円である。
2025年の収穫祭を見据え、道を広げる。
令和７年（2025年）に開催される収穫祭の機会に示す。
水車法の施行（2024年９月１日）に備える。
2022年８月から９月まで村の声を聞いた。
2024年１月の能登沖地震の教訓を生かす。
2024年５月10日
2024年度も試験を続けて実施中。
2026年度以降の移行とならざるを得ない水車がある。
2024年度に運用を開始した水車の貸出しを広げる。
2024年度から本格的に始動している学校の水車を使う。
2020年10月に施行された水車法による。
2024年度に村長が交わした約束を守る。
2024年度に水車の台帳を写している。
2023年度の結果を踏まえ、橋を直す。
"""


def _flags(text: str, kind: TextKind = TextKind.TEXT) -> list[bool]:
    return [mention.is_target for mention in find_dates(text, DateContext(DATED, kind))]


@pytest.mark.parametrize("sentence", TARGETS.split())
def test_targets(sentence: str) -> None:
    assert any(_flags(sentence)), sentence


@pytest.mark.parametrize("sentence", OTHERS.split())
def test_dates_that_are_no_targets(sentence: str) -> None:
    flags = _flags(sentence)
    assert flags
    assert not any(flags), sentence


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        ("2022年度に調べた結果を踏まえ、2025年度までに井戸を掘る。", [False, True]),
        ("2026年度までに、2018年度比で少なくとも３割の削減を目指す。", [True, False]),
        ("水車法（令和３年法律第38号）に基づいて、2025年度中の運用開始を目指す。", [False, True]),
        ("2024年度は、2023年度に実施した試験の結果を使い、橋を直す。", [True, False]),
        ("2024年度に村長を交えた会合で規則の検討を行い、2025年度に使う。", [True, True]),
        ("2024年度に山の計画に沿った水路の調べを行い、2025年度に掘る。", [True, True]),
        ("2024年度に台帳を写し、2025年度に使えるよう支度をしている。", [True, True]),
        ("2023年10月に試験を始め、2025年３月までに橋を直す。", [False, True]),
    ],
)
def test_each_date_is_judged_by_its_own_clause(sentence: str, flags: list[bool]) -> None:
    assert _flags(sentence) == flags


@pytest.mark.parametrize(
    ("kpi", "flags"),
    [
        ("水車の数（2024年度3,000台）", [True]),
        ("水車を導入した村の数（2025年度末までに600村）", [True]),
        ("橋の規則の策定（令和６年度）", [True]),
        ("井戸の割合を2027年度までに100％とする。（2019年度：8.2％）", [True, False]),
        ("費用３割削減（2026年度：2020年度比）", [True, False]),
        ("届く村の数（2017年度末時点で約98万）の減少", [False]),
        ("シェア（2030年時点で10％以上）", [True]),
        ("水車計画の実施状況（2019年度策定）", [False]),
        ("2021年度国勢調査による村", [False]),
    ],
)
def test_in_a_kpi_a_date_is_a_target_unless_it_is_a_baseline(kpi: str, flags: list[bool]) -> None:
    assert _flags(kpi, TextKind.KPI) == flags


def test_the_lists_are_as_long_as_promised() -> None:
    assert len(TARGETS.split()) + len(OTHERS.split()) >= 40
