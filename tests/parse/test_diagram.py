"""A made-up one-page diagram whose text boxes came out in scrambled order."""

from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.diagram.parser import parse
from tests.conservation import true_to_source, unaccounted
from tests.outlines import blocks, headings

DIAGRAM = """
川づくりのための基本原則
→5原則（河川憲章）
①安全②清流③共生・
調和④参加⑤継続・
改善

川の将来計画の概要

住民に対する防災の取組
• 町・県・国を通じた堤防の

点検（台帳の整理）

• 大雨など緊急時の
避難案内
（スマホへの通知/

避難所の登録）

• 水位計の設置
（HIS/カメラ）

水辺の環境と景観
• 魚道の整備（落差の解消等）
• 緑化を支える人材の確保

（苗木/ 5G/研修/見学
会）

今後の推進体制

私たちが目指す川「だれもが水辺で憩い、魚が上る川を、みんなで次の世代に引き継いでいける町」

■川の整備を迅速に進めるために定めるもの。（河川条例3②等）
■町のみならず県の取組も含めて明らかにするもの。

水辺の町で
目指す4つの姿

川の将来に向けた主な施策
暮らしの中の川
• 川遊びの再開等

（水質/遊歩道（夜間照明/手すり）/売店）

①水害のない町 ②魚の上る川
③子どもの遊ぶ水辺 ④ OWPの推進

具体策を考える前提となる理念・原則 姿を実現する上で有効な取組（基本戦略）

→Hazard Information System

→Open Water Park

→川の2原則（県の
手続の原則）
事前の相談/
現地の確認

だれもが近づける川の実現
→だれもが、いつでも水辺で憩う

流域治水の必要性 自然素材の優先使用

河川改修調査会
上流・中流・下流に共通する
川づくりのための指針※に
沿って百か所の護岸の改修を目指す
水辺活性化会議
指針の遵守や水質の
調査等を前提に、地区の課題
の解決に向けて活動を支援
交流の推進
姉妹河川/海外の団体との連携
※①自然の指針 ②参加の指針 ③記録の指針

④公開の指針

※達成の指標の設定

（町と県の推進体制の強化）

魚類調査の推進
サクラマス/ウナギ

※サクラマスの遡上を推進
"""
LINES = DIAGRAM.split("\n")


def parsed() -> ParsedDocument:
    return parse(LINES)


def test_boxes_in_the_order_in_which_a_plan_is_read() -> None:
    assert headings(parsed()) == [
        "# section |川の将来計画の概要",
        "# section |水辺の町で目指す4つの姿",
        "# section |具体策を考える前提となる理念・原則",
        "## section |川づくりのための基本原則",
        "## section |だれもが近づける川の実現",
        "## section |流域治水の必要性",
        "## section |自然素材の優先使用",
        "# section |姿を実現する上で有効な取組（基本戦略）",
        "## section |河川改修調査会",
        "## section |水辺活性化会議",
        "## section |交流の推進",
        "## section |魚類調査の推進",
        "# section |川の将来に向けた主な施策",
        "## section |住民に対する防災の取組",
        "## section |水辺の環境と景観",
        "## section |暮らしの中の川",
        "# section |今後の推進体制",
    ]


def test_bullets_run_on_over_blank_lines_until_their_bracket_closes() -> None:
    assert blocks(parsed(), "住民に対する防災の取組") == [
        "bullet •: 町・県・国を通じた堤防の点検（台帳の整理）",
        "bullet •: 大雨など緊急時の避難案内（スマホへの通知/避難所の登録）",
        "bullet •: 水位計の設置（HIS/カメラ）",
        "note →: Hazard Information System",
    ]
    assert blocks(parsed(), "水辺の環境と景観") == [
        "bullet •: 魚道の整備（落差の解消等）",
        "bullet •: 緑化を支える人材の確保（苗木/ 5G/研修/見学会）",
    ]
    assert blocks(parsed(), "暮らしの中の川") == [
        "bullet •: 川遊びの再開等（水質/遊歩道（夜間照明/手すり）/売店）"
    ]


def test_text_boxes_of_one_block_are_parted_at_their_titles() -> None:
    assert blocks(parsed(), "河川改修調査会") == [
        "paragraph : 上流・中流・下流に共通する川づくりのための指針※に"
        "沿って百か所の護岸の改修を目指す",
        "note ※: ①自然の指針 ②参加の指針 ③記録の指針 ④公開の指針",
    ]
    assert blocks(parsed(), "水辺活性化会議") == [
        "paragraph : 指針の遵守や水質の調査等を前提に、地区の課題の解決に向けて活動を支援"
    ]
    assert blocks(parsed(), "交流の推進") == ["paragraph : 姉妹河川/海外の団体との連携"]


def test_lists_and_remarks_go_to_the_box_that_the_text_names() -> None:
    assert blocks(parsed(), "水辺の町で目指す4つの姿") == [
        "list_item ①: 水害のない町",
        "list_item ②: 魚の上る川",
        "list_item ③: 子どもの遊ぶ水辺",
        "list_item ④: OWPの推進",
        "note →: Open Water Park",
    ]
    assert blocks(parsed(), "川づくりのための基本原則") == [
        "note →: 5原則（河川憲章）",
        "list_item ①: 安全",
        "list_item ②: 清流",
        "list_item ③: 共生・調和",
        "list_item ④: 参加",
        "list_item ⑤: 継続・改善",
        "note →: 川の2原則（県の手続の原則）",
        "paragraph : 事前の相談/現地の確認",
    ]
    assert blocks(parsed(), "魚類調査の推進")[-1] == "note ※: サクラマスの遡上を推進"
    assert blocks(parsed(), "今後の推進体制") == ["note : （町と県の推進体制の強化）"]


def test_what_no_box_claims_stays_with_the_title() -> None:
    assert blocks(parsed(), "川の将来計画の概要") == [
        "paragraph : 私たちが目指す川「だれもが水辺で憩い、魚が上る川を、"
        "みんなで次の世代に引き継いでいける町」",
        "bullet ■: 川の整備を迅速に進めるために定めるもの。（河川条例3②等）",
        "bullet ■: 町のみならず県の取組も含めて明らかにするもの。",
        "note ※: 達成の指標の設定",
    ]


def test_every_character_stands_once() -> None:
    assert not unaccounted(LINES, parsed())
    assert true_to_source(LINES, parsed())


def test_a_diagram_of_plain_boxes_has_no_inner_ones() -> None:
    lines = ["池の計画", "", "水質", "• 測る", "• 清める", "", "魚類", "鯉/鮒"]
    document = parse(lines)
    assert headings(document) == ["# section |池の計画", "# section |水質", "# section |魚類"]
    assert blocks(document, "水質") == ["bullet •: 測る", "bullet •: 清める"]
    assert not unaccounted(lines, document)


def test_an_empty_text() -> None:
    assert headings(parse([])) == ["# section |"]
