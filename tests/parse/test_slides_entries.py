"""A made-up deck whose contents page lists several levels."""

from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.slides.parser import parse
from tests.conservation import true_to_source, unaccounted
from tests.outlines import blocks, furniture, headings

DECK = """

図書館の将来に向けた計画 (概要)

図書館局

計画 目次

第1 序論 ～計画のねらい～

第2 図書館の目指す姿

1. 読書による町の成長
2. 学校・保育・病院における貸出し

第3 館内の取組

1. 利用者への貸出サービス

- (1) 書架の刷新
- (2) 感染症など緊急時の貸出サービス
- (3) 館外の取組

2. 規則の見直し

第4 推進の体制

1. 図書館局の役割

計画について

計画の位置付け

- ・本計画は、条例第3条に基づき定めるもの。
- ・今回の計画は、R2年の計画を改めるもの。

図書館の目指す姿

図書館のビジョン

- ・「だれもが本に親しむ町」
(図書館憲章 (R1.5.6))
→だれもが、いつでも借りられる。

次の①、②が求められる。

①読書による町の成長

@
②学校・保育・病院における
貸出し

- ・上記①、②の実現に向けた進捗を測る指標として、町民や
学校の利用率を定める。定期的に示す。

①読書による町の成長

課題認識

貸出しの**手間が多い**。今こそ改めなければならない。

目指す姿

本が**一人ひとり**に届く町

- 司書の育成
- 書誌データの公開

②学校・保育・医療における貸出し

※Open Book Flow

課題認識

本棚が学校ごとに分かれ、互いに見えない。

利用者への貸出サービス

書架の刷新

① 開架の拡大

- ・R4年度末までに、全館の書架を開架とする¹。ただし貴重書は除く²。
1) 閉架の本は取り寄せる。
2) 貴重書は別に定める。

- ・案内は司書が担う。

② 閉架の整理

- 以下について検討を進める。

- 1) 配架の順序
- 2) 除籍の基準

今後の進め方

- ・R5年に見直す。

利用者への貸出サービス

@
緊急時の貸出サービス

特に急ぐ事項

- ① 宅配の開始
 - ・ 送料の無料化
 - ・ 受取場所の拡大 など
- ② 電子書籍の導入
 - ・ 契約の統一

推進の体制

- | | |
|---|------------------|
| ① 図書館局（司令塔） | ③ 町民との連携 |
| ② 学校図書館会議（方針を審議） | |
"""


LINES = DECK.replace("@", " ").split("\n")
"""A line of one blank stands where the converter left a picture out."""


def parsed() -> ParsedDocument:
    return parse(LINES)


def test_the_contents_page_is_the_outline() -> None:
    assert headings(parsed()) == [
        "# part 第1|序論～計画のねらい～",
        "## slide |計画について",
        "# part 第2|図書館の目指す姿",
        "## section 1.|読書による町の成長",
        "## section 2.|学校・保育・医療における貸出し",
        "# part 第3|館内の取組",
        "## section 1.|利用者への貸出サービス",
        "### section (1)|書架の刷新",
        "#### item ①|開架の拡大",
        "#### item ②|閉架の整理",
        "#### item |今後の進め方",
        "### section (2)|緊急時の貸出サービス",
        "#### item ①|宅配の開始",
        "#### item ②|電子書籍の導入",
        "### section (3)|館外の取組?",
        "## section 2.|規則の見直し?",
        "# part 第4|推進の体制",
        "## section 1.|図書館局の役割?",
    ]


def test_an_enumeration_without_text_is_a_list_though_slides_bear_its_words() -> None:
    assert blocks(parsed(), "図書館の目指す姿") == [
        "note : 図書館のビジョン",
        "bullet ・: 「だれもが本に親しむ町」",
        "note : (図書館憲章(R1.5.6))",
        "note →: だれもが、いつでも借りられる。",
        "paragraph : 次の①、②が求められる。",
        "list_item ①: 読書による町の成長",
        "list_item ②: 学校・保育・病院における貸出し",
        "bullet ・: 上記①、②の実現に向けた進捗を測る指標として、町民や学校の利用率を定める。"
        "定期的に示す。",
    ]


def test_heads_without_a_number_stay_in_the_text() -> None:
    assert blocks(parsed(), "読書による町の成長") == [
        "note : 課題認識",
        "paragraph : 貸出しの手間が多い。今こそ改めなければならない。",
        "note : 目指す姿",
        "paragraph : 本が一人ひとりに届く町",
        "bullet -: 司書の育成",
        "bullet -: 書誌データの公開",
    ]


def test_nested_bullets_begin_at_the_left_below_their_head() -> None:
    assert blocks(parsed(), "宅配の開始") == [
        "bullet ・: 送料の無料化",
        "bullet ・: 受取場所の拡大 など",
    ]


def test_a_grid_of_numbered_cells_is_a_list_in_the_order_of_its_numbers() -> None:
    assert blocks(parsed(), "推進の体制") == [
        "list_item ①: 図書館局（司令塔）",
        "list_item ②: 学校図書館会議（方針を審議）",
        "list_item ③: 町民との連携",
    ]


def test_raised_figures_are_marks_of_the_bodies_below_them() -> None:
    document = parsed()
    assert [(n.number.text, n.text.text) for n in document.footnotes] == [
        ("1", "閉架の本は取り寄せる。"),
        ("2", "貴重書は別に定める。"),
    ]
    section = next(s for s in document.sections if s.title.text == "開架の拡大")
    block = section.blocks[0]
    assert block.text.text == "R4年度末までに、全館の書架を開架とする。ただし貴重書は除く。"
    marks = [(mark.number, block.text.text[: mark.offset][-3:]) for mark in block.marks]
    assert marks == [("1", "とする"), ("2", "は除く")]
    assert blocks(document, "閉架の整理")[1:] == [
        "list_item 1): 配架の順序",
        "list_item 2): 除籍の基準",
    ]


def test_titles_that_repeat_and_the_contents_page_are_furniture() -> None:
    document = parsed()
    assert furniture(document, "repeated_title") == ["利用者への貸出サービス"]
    assert furniture(document, "repeated_label") == ["①", "②"]
    assert furniture(document, "cover") == ["図書館の将来に向けた計画 (概要)", "図書館局"]
    assert furniture(document, "contents")[:2] == ["計画 目次", "図書館の目指す姿"]
    assert "序論 ～計画のねらい～" not in furniture(document, "contents")


def test_every_character_stands_once() -> None:
    assert not unaccounted(LINES, parsed())
    assert true_to_source(LINES, parsed())


def test_a_raised_figure_without_a_body_is_text() -> None:
    document = parse(["目次", "第1 庭", "1. 池", "", "庭", "", "- ・広さは3m²とする。"])
    assert blocks(document, "庭") == ["bullet ・: 広さは3m²とする。"]
    assert not document.footnotes


def test_numbers_that_a_later_slide_counts_again_stay_as_printed() -> None:
    lines = ["目次", "第1 庭", "1. 池", "", "庭", "", "- ・石を置く¹。", "1) 黒い石。", ""]
    lines += ["池", "", "- ・鯉を飼う¹。", "1) 赤い鯉。"]
    document = parse(lines)
    assert [note.text.text for note in document.footnotes] == ["黒い石。"]
    assert blocks(document, "池") == ["bullet ・: 鯉を飼う¹。", "list_item 1): 赤い鯉。"]
    assert not unaccounted(lines, document)


def test_a_slide_that_no_entry_names_stands_below_the_entry_whose_place_it_takes() -> None:
    lines = ["目次", "第1 序", "第2 庭の手入れ", "1. 池の掃除", "", "この計画について", ""]
    lines += ["- ・毎年改める。", "", "池の掃除", "", "- ・春に水を替える。"]
    document = parse(lines)
    assert headings(document) == [
        "# part 第1|序",
        "## slide |この計画について",
        "# part 第2|庭の手入れ",
        "## section 1.|池の掃除",
    ]
    assert not unaccounted(lines, document)


def test_a_slide_before_the_first_entry_stands_highest() -> None:
    lines = ["目次", "第1 庭の手入れ", "1. 池の掃除", "", "この計画について", ""]
    lines += ["- ・毎年改める。", "", "池の掃除", "", "- ・春に水を替える。"]
    assert headings(parse(lines)) == [
        "# slide |この計画について",
        "# part 第1|庭の手入れ",
        "## section 1.|池の掃除",
    ]
