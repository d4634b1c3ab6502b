"""Which sentences that were paired may be called the same sentence, changed."""

from __future__ import annotations

import pytest

from plan_tui.compare.text.rewritten_sentences import rewritten

ALIKE = [
    ("棚を12台置く。", "棚を120台置く。"),
    ("データベースを作る。", "データセンターを作る。"),
    ("夜間開館を週に二日行う。", "夜間開館を週に三日行うこととする。"),
    ("窓口の手続を進める。", "窓口の手続を進めた。"),
    ("同じ文である。", "同じ文である。"),
    ("棚。", "棚。"),
]
PARTS = [  # the short one tells in few words what the long one tells
    (
        "移動図書館車の更新を進め、山間部の集落にも月に二度は本が届くよう、運行の経路を見直して停留所を増やす。",
        "移動図書館車の停留所を増設。",
    ),
    (
        "地域の学校と連携し、児童が自ら本を選び調べる力を育むため、学校図書館支援センターを設けて司書を派遣する。",
        "学校図書館支援センターの設置。",
    ),
    (
        "利用者が多い駅前の分館では、仕事の帰りに立ち寄れるように夜間開館日の拡大を図り、職員の配置も改める。",
        "駅前では夜間開館日の拡大に取り組む。",
    ),
    (
        "古い新聞を後世に残すため、傷みの激しいものから順にマイクロフィルムに写し、閲覧の席で読めるようにする。",
        "マイクロフィルムによる新聞の保存。",
    ),
    (
        "点字の本と録音の本を増やすとともに、来館が難しい人のため宅配サービスの費用を市が負担する仕組みを作る。",
        "宅配サービスの費用を市が負担。",
    ),
    (
        "棚の配置を利用者の動きに合わせて見直し、通路を広げて車椅子でも通れるようにし、案内の表示を大きくする。",
        "車椅子でも通れるように通路を広げる。",
    ),
]
STRANGERS = [  # the short one's words lie in the long one here and there, or stand in any section
    (
        "市町村の図書館の蔵書の管理について、目録の形式の統一と検索の速さの向上を通じ、県内の図書館の本を探せる仕組みへ移る。",
        "夏を目途に図書館蔵書管理の基本方針を作成。",
    ),
    (
        "また、分館の運営については、課題の抽出、担当の特定、予算の配分など、電子化や連携に向けた取組を支える事業を検討する。",
        "このように、分館における電子化も進みつつある。",
    ),
    (
        "このほか、農村の分館においても、資料の利活用を推進するための環境の整備を続け、職員の研修の機会を広げる。",
        "具体的には、次の資料利活用環境の整備のほか、主に以下の取組を推進する。",
    ),
    (
        "学校の図書室と市の図書館の間で本を貸し借りするため、週に一度の便を出し、費用は市と県が半分ずつ負担する。",
        "図書館は費用を抑えて本を買う。",
    ),
    (
        "職員の育成については、選書、保存、児童への案内などの専門の研修を強化し、県と市の職員の知識の向上を図る。",
        "分館における専門職員の育成と確保。",
    ),
    (
        "安全な閲覧の席を増やすため、消防の点検の結果を踏まえ、古い分館から順に柱の補強と非常口の増設の工事を行う。",
        "閲覧の点検は分館の職員が行う。",
    ),
]


@pytest.mark.parametrize(("left", "right"), [*ALIKE, *PARTS])
def test_what_says_the_same_in_other_words_is_a_change(left: str, right: str) -> None:
    assert rewritten(left, right)
    assert rewritten(right, left)


@pytest.mark.parametrize(("left", "right"), STRANGERS)
def test_a_few_words_in_common_make_no_change(left: str, right: str) -> None:
    assert not rewritten(left, right)
    assert not rewritten(right, left)


def test_a_phrase_in_common_is_one_in_both() -> None:
    older = (
        "市町村図書館の基本の業務について、蔵書管理の速さの向上や費用の削減を通じて、利用者の便を図るため、"
        "全ての市町村図書館が、目標の年度までに、県の棚に作られた目録に移ることを目指す。"
    )
    assert not rewritten(older, "夏を目途に市町村図書館蔵書管理の標準の方針を作成。")
