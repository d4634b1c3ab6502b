"""The KPI lists of measure cards, and lists in two columns."""

import re

import pytest

from plan_tui.model.enums import KpiKind
from plan_tui.parse.common.columns import read_items
from plan_tui.parse.common.kpi_lists import kpi_label, split_kpis
from plan_tui.text.tokens import CONJUNCTIONS
from plan_tui.text.traced import Traced


def traced(*lines: str) -> list[Traced]:
    return [Traced.of_line(number, line) for number, line in enumerate(lines, 1)]


def rows(*paragraphs: str) -> list[str]:
    return [row.text.text for row in split_kpis(traced(*paragraphs))]


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        ("KPI（進捗）： 貸出数 ", KpiKind.PROGRESS, " 貸出数 "),
        ("KPI（効果）：未設定", KpiKind.OUTCOME, "未設定"),
    ],
)
def test_the_printed_label_is_split_off(line: str, kind: KpiKind, rest: str) -> None:
    found = kpi_label(Traced.of_line(1, line))
    assert found is not None
    assert (found[0], found[2].text) == (kind, rest)
    assert found[1].text.startswith("KPI（")


def test_a_text_about_kpis_has_no_label() -> None:
    assert kpi_label(Traced.of_line(1, "KPIについては別に定める。")) is None


def test_each_bullet_is_an_indicator() -> None:
    found = split_kpis(traced(" ・ 貸出数（令和 15年度）", "・ 来館者数"))
    assert [row.text.text for row in found] == ["貸出数（令和15年度）", "来館者数"]
    assert [row.bullet.places for row in found] == [((1, 1),), ((2, 0),)]


def test_what_follows_a_bullet_without_one_goes_on() -> None:
    assert rows("・ 市の図書館：", "貸出数", "（休館を除く）", "・ 県の図書館：", "来館者数") == [
        "市の図書館：\n貸出数\n（休館を除く）",
        "県の図書館：\n来館者数",
    ]


def test_lines_without_bullets_are_one_indicator_each() -> None:
    assert rows("2030年度 見本の試作", "2031年度 見本の配布") == [
        "2030年度 見本の試作",
        "2031年度 見本の配布",
    ]


def test_remarks_belong_to_the_indicator_before() -> None:
    assert rows("貸出数", "（分館を含む）", "来館者数※", "※延べ人数") == [
        "貸出数\n（分館を含む）",
        "来館者数※\n※延べ人数",
    ]


@pytest.mark.parametrize("conjunction", [*CONJUNCTIONS.split("|"), "かつ"])
def test_a_conjunction_alone_on_a_line_joins_indicators(conjunction: str) -> None:
    assert rows("貸出数", conjunction, "（分館を含む）") == [
        f"貸出数\n{conjunction}\n（分館を含む）"
    ]


def test_an_opening_line_keeps_what_it_introduces() -> None:
    assert rows("図書館の電子化に向け、以下の事業を実施", "目録の公開", "台帳の整理") == [
        "図書館の電子化に向け、以下の事業を実施\n目録の公開\n台帳の整理"
    ]
    assert rows("前年度と比較し", "- 経費を削減", " 又は", "- 時間を短縮") == [
        "前年度と比較し\n- 経費を削減\n又は\n- 時間を短縮"
    ]


def test_a_share_of_people_up_to_an_age_introduces_nothing() -> None:
    assert rows("15歳以下の利用者の割合", "貸出数") == ["15歳以下の利用者の割合", "貸出数"]


def test_unset_keeps_its_reason() -> None:
    assert rows("未設定（試行の結果を踏まえ設定）") == ["未設定（試行の結果を踏まえ設定）"]


CIRCLED = re.compile(r"([①-⑳])")


def items(*lines: str) -> list[tuple[str, str]]:
    return [(i.label.text, i.text.text.strip()) for i in read_items(traced(*lines), CIRCLED)]


def test_two_columns_are_read_one_after_the_other() -> None:
    assert items("①公正 ③迅速", "②安全 ④親切") == [
        ("①", "公正"), ("②", "安全"), ("③", "迅速"), ("④", "親切"),
    ]  # fmt: skip


def test_a_number_inside_an_item_begins_no_other() -> None:
    assert items("①上記②に該当する手続", "②その他") == [
        ("①", "上記②に該当する手続"),
        ("②", "その他"),
    ]


def test_items_whose_numbers_start_again_keep_their_order() -> None:
    assert items("①甲", "②乙", "①丙") == [("①", "甲"), ("②", "乙"), ("①", "丙")]
