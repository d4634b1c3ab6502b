"""The status of a KPI by its words: a number, a deed, a change for the better, or nothing."""

from __future__ import annotations

import re

from plan_tui.model.enums import (
    KpiStatus,
    TextPlace,
)
from plan_tui.parse.facts.dates import DateContext, find_dates
from plan_tui.parse.facts.quantities import find_quantities
from plan_tui.text.compact import Compact

_UNSET = re.compile(r"^未設定")
_REMARK = re.compile(r"\([^()]*\)")
_MEASURED = re.compile(
    r"(?:数|率|割合|の比|額|量|規模|シェア|コスト|スコア|順位|人口|距離|速度|面積|時間|累計)(?:等)?"
    r"(?:の(?:一層の)?(?:増加|減少|向上|拡大|削減|縮減|短縮|低減))?$"
)
"""The last words of an indicator that is counted or measured."""
_STATE = re.compile(r"(?:状況|進捗)$")
"""The last words of an indicator that only tells how things stand."""
_DEGREE = re.compile(
    r"(?:向上|改善|促進|推進|強化|拡大|拡充|充実|普及|軽減|効率化|高度化|円滑化)"
    r"(?:を(?:実現|目指す|図る|行う|進める)(?:する)?)?$"
)
"""The last words of an indicator that has no end: a change for the better."""
_ARRANGEMENT = re.compile(r"(?:体制|態勢|編成|方式|構成)")
"""A noun that is named by a number: ７機体制 is an arrangement, not seven to be reached."""
_DONE = re.compile(
    r"(?:策定|実施|開始|開催|構築|整備|改修|完了|公表|実現|導入|導出|運用|稼働|設置|制定|改定|改訂|作成|提出|開発|設計"
    r"|取りまとめ|とりまとめ|移行|公開|提供|創設|決定|確立|獲得|締結|指定|見直し|検討|実装|確定|反映|設定|打上げ"
    r"|実用化|廃止|解消|措置|統合|着手|評価|更新|終了)"
    r"(?:$|する$|を行う$|を進める$|予定|[、。])"
)
"""The last words of a deed that is finished one day, of those that plans promise."""
_ANY_DAY = DateContext("1868-01-25", TextPlace.KPI)
"""Written before every date, so that all dates lie ahead and their words alone decide."""


def kpi_status(text: str) -> KpiStatus:
    """Return what a KPI (one line of a measure's list, clean text) promises.

    ``unset``: it begins with 未設定, with or without a reason. ``quantitative``: it names a
    number to reach, or is counted or measured (…数, …率, …割合). ``milestone``: something to be
    done (…の策定, …の開始) or due by a date. ``qualitative``: the rest (…の向上, …の状況).
    """
    plain = Compact.of(text).text.strip()
    if _UNSET.match(plain):
        return KpiStatus.UNSET
    bare = _without_remarks(plain)
    if _MEASURED.search(bare) or _has_number(text):
        return KpiStatus.QUANTITATIVE
    if _STATE.search(bare):
        return KpiStatus.QUALITATIVE
    due = any(date.is_target and date.end_known for date in find_dates(text, _ANY_DAY))
    done = _DONE.search(bare) and not _DEGREE.search(bare)
    return KpiStatus.MILESTONE if due or done else KpiStatus.QUALITATIVE


def _has_number(text: str) -> bool:
    """Return whether the text has a quantity, unless it names an arrangement (７機体制)."""
    return any(
        not _ARRANGEMENT.match(text, quantity.offset + len(quantity.text))
        for quantity in find_quantities(text)
    )


def _without_remarks(plain: str) -> str:
    """Return folded text without what stands in brackets and without a last full stop."""
    while (shorter := _REMARK.sub("", plain)) != plain:
        plain = shorter
    return plain.strip().rstrip("。").rstrip()
