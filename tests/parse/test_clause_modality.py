"""Words behind the verb that say how a date binds. All texts are made up."""

from __future__ import annotations

import pytest

from plan_tui.parse.facts.dates import DateContext, find_dates

CONTEXT = DateContext("2025-06-13")

BOUND = """
2026年度に橋を開く予定である。|予定
遅くとも2026年度までに橋を直す。|遅くとも まで
遅くとも、令和８年３月から橋を開く。|遅くとも から
遅くとも2026年には橋を開くことを目指す。|遅くとも 目指す
早ければ2026年度に橋を開く。|早くとも
早くとも2026年度以降に橋を直す。|早くとも 以降
おおむね2026年度末までに橋を直す。|頃 まで
2026年度に橋を開くことを予定している。|予定
2026年度からの利用開始が予定される。|から 予定
2026年度に供用が始まる予定となっている。|予定
（令和８年度開始予定）|予定
2026年度に開始予定の渡しを守る。|予定
2026年度は渡しの試しが予定されているが、雨では行わない。|予定
2026年度に、規則を定め、村に配る予定。|予定
2026年度末までの完成を目指す。|まで 目指す
2026年度の完成を目指し、並木を調べる。|目指す
2026年度の完成を目指して並木を調べる。|目指す
2026年度の完成を目指しつつ並木を調べる。|目指す
2026年度の完成が目指されている。|目指す
橋は、2026年度に直すことを目ざす。|目指す
2026年度において、全ての橋を直すことを目指している。|目指す
2026年度中に、傷みを調べた上で、全ての橋を直すことを目指す。|中 目指す
2026年度における橋の完成を目指す。|目指す
2026年度までに村人が渡る橋が８割になることを目指す。|まで 目指す
2026年度に直すことを目指すとともに、並木を増やす。|目指す
2026年度末を目標に直す。|目標
2026年度の完成を目標に掲げる。|目標
2026年度までに全て直すことを目標とする。|まで 目標
2026年度の移行を目途に調べる。|目途
令和８年度中の策定をめどとする。|中 目途
2026年度の策定を期限として進める。|期限
2026年度の策定を目標として進める。|目標
2026年度の策定を期限とする。|期限
2026年度までに８割に達すると見込まれる。|まで 見込み
2026年度までに８割に達すると見込んでいる。|まで 見込み
2026年度に終わる見込みである。|見込み
2026年度には完成する見通しである。|見通し
2026年度に始まることが想定される。|想定
2026年度に公表を想定|想定
2026年度に試すことを計画している。|計画
2026年度に試す計画である。|計画
"""

NOT_BOUND = """
2026年度に橋を開く予定はない。
2026年度に橋を開くことを予定していない。
2026年度に橋を開くことを予定していたが、やめる。
2026年度の完成を目指さない。
2026年度の完成を目指すものではない。
2026年度の完成を目指していた。
2026年度の完成は目標ではない。
2026年度に始まるとは想定していない。
2026年度に始まる見込みはない。
2026年度に終える目途が立っていない。
2026年度の予定価格を示す。
2026年度の目標値を定める。
2026年度に想定される水を調べる。
2026年度に移住を目指す村人を助ける。
2026年度に、移住を目指す村人を助ける。
2024年度に始まった渡しの拡大を目指す。
2026年度の収穫祭を見据え、成果を目指す。
2026年度に規則を定め、橋の完成を目指す。
2026年３月末時点で、８割が終わる見込みである。
2018年度比で３割の削減を目指す。
2026年度は橋を直したものの、不足する見込みである。
"""

EACH = """
2026年度に調べ、2027年度に開く予定である。|- 予定
2026年度及び2027年度に開く予定である。|予定 予定
2026年度開始、2027年度完了予定|予定 予定
2026年度に、2018年度比で３割の削減を目指す。|目指す -
2026年度に橋を直し、翌年度の開通を目指す。|- 目指す
2026年度末に（2025年度の結果による）開く予定である。|予定 -
"""


def _modalities(text: str) -> list[str]:
    return [mention.modality or "" for mention in find_dates(text, CONTEXT)]


@pytest.mark.parametrize("row", BOUND.split("\n")[1:-1])
def test_the_words_behind_the_verb_are_read(row: str) -> None:
    text, modality = row.split("|")
    assert _modalities(text) == [modality]


@pytest.mark.parametrize("text", NOT_BOUND.split())
def test_what_is_denied_past_or_of_another_verb_binds_nothing(text: str) -> None:
    aims = {"予定", "目指す", "目標", "目途", "見込み", "想定"}
    assert all(aims.isdisjoint(modality.split()) for modality in _modalities(text))


@pytest.mark.parametrize("row", EACH.split("\n")[1:-1])
def test_each_date_has_the_words_of_its_own_clause(row: str) -> None:
    text, modalities = row.split("|")
    assert [modality or "-" for modality in _modalities(text)] == modalities.split()


@pytest.mark.parametrize(
    "text",
    [
        "2026年度に橋を開く予定はない。",
        "2026年度に開くことは予定していない。",
        "2026年度の完成を目指さない。",
    ],
)
def test_what_is_denied_is_no_target(text: str) -> None:
    assert [mention.is_target for mention in find_dates(text, CONTEXT)] == [False]
