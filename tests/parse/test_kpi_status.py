"""What made-up KPIs promise."""

from __future__ import annotations

import pytest

from plan_tui.model.enums import KpiStatus
from plan_tui.parse.facts.kpi_status import kpi_status

STATUS = {
    KpiStatus.UNSET: """
未設定
未設定（実証の結果を踏まえ設定）
未設定(2026年度以降に検討)
未設定。
""",
    KpiStatus.QUANTITATIVE: """
水車を使う村の数
橋の点検率
２万人以上の村の割合（2026年度まで）
水車の導入（2025年度までに40村）
費用３割削減
費用の三割削減
水車の利用を二倍にする
四分の三以上の村での導入
約百村での利用
一割未満への抑制
井戸の数（累計）の増加
水車の登録件数、井戸の回答数
雨量の記録の利用者数
運用コスト
登録率（台帳の件数／証の件数（2020年度報告））
水車の輸出額を30％以上向上
整備した道の距離
並木の収集規模
ページへのアクセス数の一層の増加
水路の数（具体的な値は後日）
""",
    KpiStatus.MILESTONE: """
規則の策定
橋の補修の実施
水門の運用開始
台帳の構築（2026年度まで）
その他の水路の改修（2026年度中）
2025年度末までに井戸の実用化
７機体制の構築
３人編成の導入
2026年度末までに水路の高度化
検討会を引き続き開催
手順書を作成する。
規格の獲得
2024年度：小規模な実証
水車の本格稼働
一覧の更新
条件を導出
試験の実施（ともに2025年度末までに実施）
""",
    KpiStatus.QUALITATIVE: """
一人一人に寄り添う渡し
村と町の三位一体の歩み
第三者による助言の強化
一元的な見守りの向上
早期の気付きの向上
暮らしの向上
利活用の促進
整備の進捗状況
開発進捗
仲間づくりの推進
検討状況
新しい仕事の創出
計画の実施状況（2019年度策定）
効率化と利便性の向上を実現する。
別の計画の本文に記載
理解が深まる
村の連絡の円滑化を図る
橋の見回りの改善を目指す
水車の貸し出しの普及
""",
}


@pytest.mark.parametrize(
    ("text", "status"), [(text, status) for status in STATUS for text in STATUS[status].split()]
)
def test_status(text: str, status: KpiStatus) -> None:
    assert kpi_status(text) is status
