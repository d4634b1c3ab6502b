"""Headings, paragraphs and lists of the 2021 layout."""

from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import ParsedDocument, ParsedSection
from plan_tui.parse.full_text_2021.parser import parse
from tests.conservation import true_to_source, unaccounted
from tests.layout_2021 import MadePage, set_lines, set_pages


def read(lines: list[str]) -> ParsedDocument:
    document = parse(lines)
    assert unaccounted(lines, document) == {}
    assert true_to_source(lines, document)
    return document


def heads(document: ParsedDocument) -> list[tuple[int, str, str]]:
    return [(s.depth, s.label.text, s.title.text) for s in document.sections]


def blocks(section: ParsedSection) -> list[tuple[str, str, str, int]]:
    return [(b.kind.value, b.marker.text, b.text.text, b.level) for b in section.blocks]


def test_the_text_before_the_first_part_is_the_preface() -> None:
    document = read(
        set_pages([MadePage(["この見本は、", "図書館の話である。"]), MadePage(["第１部 序 "])])
    )
    assert heads(document) == [(1, "", "前文"), (1, "第１部", "序")]
    assert blocks(document.sections[0]) == [("paragraph", "", "この見本は、図書館の話である。", 0)]


def test_headings_at_all_depths_and_one_that_wraps() -> None:
    document = read(
        set_lines(
            "第１部 図書館 ", "１．館内 ", "（１）貸出し ", "① 台帳の整備に関する題名であって続く",
            "もの ", "本文である。 ", "ア 目録 ", "本文である。 ", "② 返却 ", "本文である。 ",
            "２．館外 ",
        )
    )  # fmt: skip
    assert heads(document) == [
        (1, "第１部", "図書館"),
        (2, "１．", "館内"),
        (3, "（１）", "貸出し"),
        (4, "①", "台帳の整備に関する題名であって続くもの"),
        (5, "ア", "目録"),
        (4, "②", "返却"),
        (2, "２．", "館外"),
    ]


def test_a_heading_broken_by_a_reading() -> None:
    document = read(set_lines("第１部 煉瓦", "ruby:れんが", "造りの家 ", "本文。 "))
    assert heads(document) == [(1, "第１部", "煉瓦造りの家")]
    assert [r.word for r in document.ruby] == ["煉瓦"]


def test_a_label_out_of_sequence_is_no_heading() -> None:
    document = read(set_lines("第１部 序 ", "１．館内 ", "（３）を参照 ", "第３部の参照 "))
    assert len(document.sections) == 2
    assert [b.text.text for b in document.sections[1].blocks] == ["（３）を参照", "第３部の参照"]


def test_items_without_text_between_them_are_a_list() -> None:
    document = read(
        set_lines("第１部 序 ", "次の二つとする。 ", "① 公正 ", "② 迅速 ", "以上である。 ")
    )
    assert blocks(document.sections[0]) == [
        ("paragraph", "", "次の二つとする。", 0),
        ("list_item", "①", "公正", 0),
        ("list_item", "②", "迅速", 0),
        ("paragraph", "", "以上である。", 0),
    ]


def test_a_list_inside_a_sentence_and_one_below_a_bullet() -> None:
    document = read(
        set_lines(
            "第１部 序 ", "この見本は、 ", "①図書館の計画 ", "②公園の計画 ", "として定める。 ",
            "・以下の①又は②の館 ", "①市立 ", "②県立 ", "・その他の館。 ",
        )
    )  # fmt: skip
    assert blocks(document.sections[0])[1:] == [
        ("list_item", "①", "図書館の計画", 0),
        ("list_item", "②", "公園の計画", 0),
        ("paragraph", "", "として定める。", 0),
        ("bullet", "・", "以下の①又は②の館", 0),
        ("list_item", "①", "市立", 1),
        ("list_item", "②", "県立", 1),
        ("bullet", "・", "その他の館。", 0),
    ]


def test_principles_in_two_columns_with_a_reading_between_them() -> None:
    document = read(
        set_lines(
            "第１部 序 ", "①公正 ③迅速 ", "②頑強な煉", "ruby:れん", " ④親切 ", "以上の四つとする。 "
        )
    )
    assert [b.text.text for b in document.sections[0].blocks] == [
        "公正", "頑強な煉", "迅速", "親切", "以上の四つとする。",
    ]  # fmt: skip


def test_a_paragraph_goes_on_over_footnotes_and_a_page() -> None:
    document = read(
        set_pages(
            [
                MadePage(["第１部 序1 ", "図書館2の貸"], [["1 見本。 "], ["2 市立。 "]]),
                MadePage(["出しを 2030年度に ", "始める。 "]),
            ]
        )
    )
    (section,) = document.sections
    assert [(m.number, m.offset) for m in section.title_marks] == [("1", 1)]
    assert blocks(section) == [
        ("paragraph", "", "図書館の貸出しを2030年度に", 0),
        ("paragraph", "", "始める。", 0),
    ]
    assert [(m.number, m.offset) for m in section.blocks[0].marks] == [("2", 3)]


def test_a_heading_cut_from_its_body_by_a_footnote_and_a_page_number() -> None:
    document = read(
        set_pages(
            [
                MadePage(["第１部 序 ", "本文1。 ", "１．館内 "], [["1 見本。 "]], number="7"),
                MadePage(["貸出しを行う。 "]),
            ]
        )
    )
    assert heads(document) == [(1, "第１部", "序"), (2, "１．", "館内")]
    assert [b.text.text for b in document.sections[1].blocks] == ["貸出しを行う。"]
    assert [(f.kind, f.text.text) for f in document.furniture] == [("page_number", "7")]


def test_a_blank_after_a_latin_word_before_another_ends_no_paragraph() -> None:
    document = read(set_lines("第１部 序 ", "規格は ABC/DEF ", "GHI1 による。 "))
    assert [b.text.text for b in document.sections[0].blocks] == ["規格はABC/DEF GHI1による。"]


def test_a_heading_that_ends_in_latin_before_a_paragraph_that_begins_so() -> None:
    document = read(
        set_lines(
            "第１部 序 ", "１．公園の ID ", "AI を使い、公園の木の一本ずつに短い名前と番号を付け、",
            "案内の板に示す。 ", "次を用いる Forest ", "Net は別に定める規則によって国の",
        )
    )  # fmt: skip
    assert heads(document)[1] == (2, "１．", "公園のID")
    assert [b.text.text for b in document.sections[1].blocks] == [
        "AIを使い、公園の木の一本ずつに短い名前と番号を付け、案内の板に示す。",
        "次を用いるForest",
        "Netは別に定める規則によって国の",
    ]


def test_remarks_and_sub_heads_are_notes() -> None:
    document = read(
        set_lines("第１部 序 ", "【市立の館】 ", "・ 貸出し。 ", "※見本。 ", "（注）例。 ")
    )
    assert [(b.kind, b.marker.text, b.text.text) for b in document.sections[0].blocks] == [
        (BlockKind.NOTE, "", "【市立の館】"),
        (BlockKind.BULLET, "・", "貸出し。"),
        (BlockKind.NOTE, "※", "見本。"),
        (BlockKind.NOTE, "", "（注）例。"),
    ]


def test_articles_in_two_columns_inside_a_footnote() -> None:
    document = read(
        set_pages(
            [
                MadePage(
                    ["第１部 序 ", "規則1による。 "],
                    [
                        [
                            "1 以下の規則。 ",
                            "第１条 静かに 第３条 早く ",
                            "第２条 丁寧に 第 ４条 正しく ",
                        ]
                    ],
                )
            ]
        )
    )
    assert document.footnotes[0].text.text.split("\n") == [
        "以下の規則。", "第１条 静かに", "第２条 丁寧に", "第３条 早く", "第４条 正しく",
    ]  # fmt: skip


def test_an_address_on_a_line_of_its_own_in_a_footnote() -> None:
    document = read(
        set_pages(
            [MadePage(["第１部 序 ", "案内1。 "], [["1 案内の頁。 ", " https://example.jp/a "]])]
        )
    )
    assert document.footnotes[0].text.text == "案内の頁。\nhttps://example.jp/a"


def test_a_card_whose_label_stands_alone_above_its_indicators() -> None:
    document = read(
        set_lines(
            "第１部 集 ", "Ｉ．館 ", "[No.１－１] 本 ", "・ 読む。 ", "KPI（進捗）： ", "・ 冊数 ",
            "・ 頁数 ", "KPI（効果）： 未設定 ", "[No.１－２] 棚 ", "① 並べる ", "・ 置く。 ",
        )
    )  # fmt: skip
    first, second = document.sections[2:]
    assert [kpi.text.text for kpi in first.kpis] == ["冊数", "頁数", "未設定"]
    assert [block.text.text for block in second.blocks] == ["並べる", "置く。"]
    assert second.kpis == ()
