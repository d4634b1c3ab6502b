"""The outline of made-up texts: which lines are headings and how they nest, in any numbering."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from plan_tui.model.edits import EditKind
from plan_tui.model.enums import SectionKind
from plan_tui.model.paged_text import Bookmark, PagedText
from plan_tui.parse.full_text.body_lines import BodyLine, body_lines
from plan_tui.parse.full_text.headings.outline import Outline, read_outline
from tests.made_up_pages import (
    Print,
    contents,
    head,
    paragraph,
    positioned,
    unpositioned,
)

TOPICS = ("河川の管理", "森林の保全", "漁港の整備", "牧草地の利用", "温泉の調査", "灯台の補修")


def body(text: PagedText) -> tuple[BodyLine, ...]:
    return body_lines((line, line.traced) for line in text.lines)


def outline(text: PagedText) -> Outline:
    return read_outline(body(text), {})


def shown(read: Outline) -> list[str]:
    """Return each heading with its depth and label, as ``2 （１） 森林の保全``."""
    return [f"{h.depth} {h.label.text} {h.title.text}" for h in read.headings]


def book(labels: Iterable[str], *, gothic: bool, space: float = 2.0) -> list[Print]:
    """Return headings with these labels, each above a paragraph; a label's blanks indent it."""
    lines: list[Print] = []
    for number, label in enumerate(labels):
        indent = len(label) - len(label.lstrip())
        topic = TOPICS[number % len(TOPICS)]
        text = f"{label.strip()}　{topic}"
        lines.append(head(text, indent=indent, space=space) if gothic else Print(text, space=space))
        lines += paragraph(topic)
    return lines


NUMBERINGS = {
    "parts": [
        "第１部",
        " １．",
        "  （１）",
        "   ①",
        "   ②",
        "  （２）",
        " ２．",
        "第２部",
        " １．",
    ],
    "chapters": ["第１章", " 第１節", "  １", "  ２", " 第２節", "第２章", " 第１節"],
    "kanji": ["第一章", " 一．", "  （一）", "  （二）", " 二．", "第二章", " 一．"],
    "compound": ["第１", "第２", "第２-１", " １．", " ２．", "第２-２", " １．", "第３"],
    "compound wide": ["第１", "第２", "第２－１", " １．", "第２－２", " １．", "第３"],
    "compound no": ["第１", "第１の１", " （１）", "第１の２", " （１）", "第２"],
    "decimals": ["1.", " 1.1", "  1.1.1", "  1.1.2", " 1.2", "2.", " 2.1"],
    "dashes": ["1.", " 1-1", " 1-2", "  （１）", "2.", " 2-1"],
    "letters": ["A.", " 1)", "  ①", "  ②", " 2)", "B.", " 1)"],
    "roman": ["Ⅰ．", " １．", "  （１）", "  （２）", " ２．", "Ⅱ．", " １．"],
    "plain roman": ["I.", " 1.", "  (1)", "  (2)", " 2.", "II.", " 1."],
    "deep": [
        "１．",
        " （１）",
        "  ①",
        "   ア",
        "    （ア）",
        "     A",
        "      （ａ）",
        "      （ｂ）",
    ],
    "small roman": ["１．", " （１）", "  ⅰ)", "  ⅱ)", " （２）", "  ⅰ)", "２．"],
    "iroha": ["１．", " （１）", "  イ", "  ロ", "  ハ", " （２）", "  イ", "  ロ"],
    "brackets": ["１", " １）", "  ア）", "  イ）", " ２）", "２", " １）"],
}


def nested(labels: Sequence[str]) -> list[str]:
    """Return what `shown` gives for `book`: depths by blanks, but 第N-N below 第N."""
    lines = []
    shift = 0
    for number, label in enumerate(labels):
        bare = label.strip()
        if not label.startswith(" ") and bare.startswith("第"):
            shift = int(any(sign in bare for sign in "-－の"))
        depth = 1 + len(label) - len(label.lstrip()) + shift
        lines.append(f"{depth} {bare} {TOPICS[number % len(TOPICS)]}")
    return lines


@pytest.mark.parametrize("name", NUMBERINGS)
def test_headings_whose_type_stands_out_nest_by_their_numbering(name: str) -> None:
    labels = NUMBERINGS[name]
    assert shown(outline(positioned(book(labels, gothic=True)))) == nested(labels)


@pytest.mark.parametrize("name", [n for n in NUMBERINGS if n not in ("chapters", "brackets")])
@pytest.mark.parametrize("layout", [True, False])
def test_headings_of_lines_alone_nest_by_their_numbering(name: str, *, layout: bool) -> None:
    labels = NUMBERINGS[name]
    text = unpositioned(book(labels, gothic=True), layout=layout)
    assert shown(outline(text)) == nested(labels)


@pytest.mark.parametrize("name", [n for n in NUMBERINGS if n not in ("chapters", "brackets")])
def test_headings_in_the_bodys_type_are_told_by_number_and_space(name: str) -> None:
    labels = NUMBERINGS[name]
    assert shown(outline(positioned(book(labels, gothic=False)))) == nested(labels)


def listing(name: str) -> list[Print]:
    labels = NUMBERINGS[name]
    depths = [int(line.split()[0]) for line in nested(labels)]
    return contents(
        *(
            (f"{label.strip()}　{TOPICS[n % len(TOPICS)]}", depth - 1.0, n + 1)
            for n, (label, depth) in enumerate(zip(labels, depths, strict=True))
        )
    )


@pytest.mark.parametrize("name", NUMBERINGS)
@pytest.mark.parametrize("make", [positioned, unpositioned])
def test_contents_give_headings_in_any_type(name: str, make: type) -> None:
    labels = NUMBERINGS[name]
    read = outline(make(listing(name), book(labels, gothic=False, space=1.0)))
    assert shown(read) == nested(labels)
    assert [placed.heading for placed in read.entries] == list(range(len(labels)))
    assert [p.entry.printed_page for p in read.entries] == [str(n + 1) for n in range(len(labels))]
    assert [p.entry.depth for p in read.entries] == [h.depth for h in read.headings]


def test_headings_without_label_stand_by_their_type() -> None:
    text = positioned(
        [
            head("はじめに", size=14),
            *paragraph("調査"),
            head("第１　河川", size=14),
            *paragraph("河川"),
            head("上流の様子"),
            *paragraph("上流"),
            head("下流の様子"),
            *paragraph("下流"),
            head("第２　森林", size=14),
            *paragraph("森林"),
            head("おわりに", size=14),
            *paragraph("今後"),
        ]
    )
    read = outline(text)
    assert shown(read) == [
        "1  はじめに",
        "1 第１ 河川",
        "2  上流の様子",
        "2  下流の様子",
        "1 第２ 森林",
        "1  おわりに",
    ]
    assert read.headings[0].kind is SectionKind.PREFACE
    assert read.headings[1].kind is SectionKind.PART


@pytest.mark.parametrize(
    "end", ["を扱う。", "の事項である。", "を定め、", "は次のとおり：", "とする。"]
)
def test_a_sentence_with_a_label_is_no_heading(end: str) -> None:
    lines = [head("第１　河川"), *paragraph("河川")]
    for label in ("①", "②", "（１）", "ア　", "1)"):
        lines += [Print(f"{label}上流{end}", space=2.0), *paragraph("上流")]
    assert shown(outline(positioned(lines))) == ["1 第１ 河川"]
    assert shown(outline(unpositioned(lines))) == ["1 第１ 河川"]


@pytest.mark.parametrize(
    "items",
    [
        ["① 清流", "② 緑陰", "③ 眺望"],
        ["（１） 清流", "（２） 緑陰", "（３） 眺望"],
        ["ア　清流", "イ　緑陰", "ウ　眺望"],
        ["① 清流", "⑥ 渓谷", "② 緑陰", "⑦ 砂浜"],
        ["・① 清流", "・② 緑陰"],
        ["１） 清流", "２） 緑陰", "３） 眺望"],
    ],
)
@pytest.mark.parametrize("make", [positioned, unpositioned])
def test_a_list_is_no_row_of_headings(items: list[str], make: type) -> None:
    text = make(
        [
            head("第１　景観"),
            *paragraph("景観"),
            *(Print(item, indent=1) for item in items),
            *paragraph("これら"),
            head("第２　水質"),
            *paragraph("水質"),
        ]
    )
    titles = [line.split()[-1] for line in shown(outline(text))]
    assert titles == ["景観", "水質"]


@pytest.mark.parametrize(
    "line",
    [
        "・水源の涵養",
        "○ 水源の涵養",
        "◆ 水源の涵養",
        "※ 水源の涵養",
        "図１ 水源の位置",
        "表 2 水源の一覧",
        "（図３）水源の位置",
        "出典：水源の調査",
        "水源を守ることとする。",
    ],
)
def test_other_lines_in_another_type_are_no_headings(line: str) -> None:
    text = positioned([head("第１　河川"), *paragraph("河川"), head(line), *paragraph("水源")])
    assert shown(outline(text)) == ["1 第１ 河川"]


def test_a_heading_over_several_lines_is_joined() -> None:
    long = "（１）流域の全体を見渡した水の循環の確保と、水源から河口までの沿岸に住む人々の暮ら"
    text = positioned(
        [
            head("１．　河川"),
            *paragraph("河川"),
            head(long),
            head("しを支える取組", space=1.0),
            *paragraph("水の循環"),
            head("（２）渇水"),
            *paragraph("渇水"),
        ]
    )
    read = outline(text)
    assert read.headings[1].title.text == long[3:] + "しを支える取組"
    assert read.headings[1].last == read.headings[1].first + 1


@pytest.mark.parametrize("make", [positioned, unpositioned])
def test_a_listed_heading_over_several_lines_is_joined(make: type) -> None:
    title = (
        "１．流域の全体を見渡した水の循環の確保と、水源から河口までの沿岸に住む人々の暮らしと生業を"
    )
    text = make(
        contents((title + "支える取組", 0, 1), ("２．渇水", 0, 2), ("３．洪水", 0, 3), width=60),
        [
            Print(title[:38], space=2),
            Print(title[38:] + "支える取組"),
            *paragraph("水の循環"),
            Print("２．渇水", space=2),
            *paragraph("渇水"),
            Print("３．洪水", space=2),
            *paragraph("洪水"),
        ],
    )
    read = outline(text)
    assert read.headings[0].title.text == title[2:] + "支える取組"
    assert read.headings[0].last == read.headings[0].first + 1


def test_corrections_are_obeyed() -> None:
    text = positioned(
        [
            head("第１　河川"),
            *paragraph("河川"),
            head("第２　看板"),
            *paragraph("看板"),
            Print("下流の様子"),
            *paragraph("下流"),
        ]
    )
    lines = body(text)
    sign = next(line.line.number for line in lines if "看板" in line.solid)
    lower = next(line.line.number for line in lines if line.solid == "下流の様子")
    edits = {
        sign: frozenset({EditKind.NOT_HEADING}),
        lower: frozenset({EditKind.HEADING}),
    }
    assert [h.title.text for h in read_outline(lines, edits).headings] == ["河川", "下流の様子"]


def test_a_corrected_heading_goes_on_on_the_lines_joined_to_it() -> None:
    text = positioned(
        [head("第１　河川"), *paragraph("河川"), Print("下流の"), Print("様子"), *paragraph("下流")]
    )
    lines = body(text)
    number = next(line.line.number for line in lines if line.solid == "下流の")
    edits = {number: frozenset({EditKind.HEADING}), number + 1: frozenset({EditKind.JOIN})}
    assert [h.title.text for h in read_outline(lines, edits).headings] == ["河川", "下流の様子"]


def test_bookmarks_name_headings_in_the_bodys_type() -> None:
    text = positioned(
        [
            Print("河川", space=2),
            *paragraph("河川"),
            Print("上流", space=2),
            *paragraph("上流"),
            Print("森林", space=2),
            *paragraph("森林"),
        ]
    )
    marks = (Bookmark(1, "河川", 1), Bookmark(2, "上流", 1), Bookmark(1, "森林", 1))
    read = read_outline(body(text), {}, marks)
    assert shown(read) == ["1  河川", "2  上流", "1  森林"]


def test_measure_cards_are_measures() -> None:
    labels = ["Ⅰ．", " [No.１－１]", " [No.１－２]", "Ⅱ．", " [No.２－１]"]
    read = outline(unpositioned(book(labels, gothic=False)))
    assert [h.kind for h in read.headings] == [
        SectionKind.PART,
        SectionKind.MEASURE,
        SectionKind.MEASURE,
        SectionKind.PART,
        SectionKind.MEASURE,
    ]
    assert [h.depth for h in read.headings] == [1, 2, 2, 1, 2]


@pytest.mark.parametrize("word", ["はじめに", "おわりに", "まえがき", "序 文", "結びに代えて"])
@pytest.mark.parametrize("make", [positioned, unpositioned])
def test_some_words_alone_on_a_line_are_headings(word: str, make: type) -> None:
    text = make(
        [
            *book(["第１", " １．"], gothic=False),
            Print(word, space=2),
            *paragraph("今後"),
        ]
    )
    assert shown(outline(text))[-1] == f"1  {word.replace(' ', '')}"


@pytest.mark.parametrize("make", [positioned, unpositioned])
def test_items_in_columns_are_no_headings(make: type) -> None:
    rows = ["① 清流 ② 緑陰", "③ 眺望 ④ 渓谷", "⑤ 砂浜 ⑥ 松林"]
    text = make([*book(["１．"], gothic=False), *map(Print, rows), *paragraph("景観")])
    assert shown(outline(text)) == ["1 １． 河川の管理"]


@pytest.mark.parametrize("bracket", ["（）", "「」", "『』", "()"])
@pytest.mark.parametrize("make", [positioned, unpositioned])
def test_a_heading_goes_on_while_a_bracket_is_open(bracket: str, make: type) -> None:
    text = make(
        [
            Print(f"１．河川{bracket[0]}", space=2),
            Print(f"上流から下流まで{bracket[1]}の管理"),
            *paragraph("河川"),
            Print("２．森林", space=2),
            *paragraph("森林"),
        ]
    )
    assert [h.title.text for h in outline(text).headings] == [
        f"河川{bracket[0]}上流から下流まで{bracket[1]}の管理",
        "森林",
    ]


@pytest.mark.parametrize(
    "addition",
    [
        "（Rivers and Lakes）",
        "（上流の村々）",
        "(2030)",
        "～水源から河口まで～",
        "―暮らしを支える―",
    ],
)
def test_an_addition_below_a_title_belongs_to_it(addition: str) -> None:
    heads = [head("（１）河川の管理"), head(addition, indent=2, space=1.1)]
    text = positioned(
        [
            head("１．　水辺"),
            *paragraph("水辺"),
            *heads,
            *paragraph("河川"),
            head("（２）森林"),
            *paragraph("森林"),
        ]
    )
    assert [h.title.text for h in outline(text).headings] == [
        "水辺",
        f"河川の管理{addition}",
        "森林",
    ]


def test_a_page_of_large_text_is_no_row_of_headings() -> None:
    large = [replace(line, size=14, space=1.5) for line in paragraph("この計画", 5)]
    text = positioned(large, [head("第１　河川", size=14), *paragraph("河川", 12)])
    read = outline(text)
    assert shown(read) == ["1 第１ 河川"]
    assert len(read.preface) == 5


def test_a_sentence_in_bold_is_no_heading() -> None:
    sentence = paragraph("河川", 3)
    bold = [replace(sentence[0], font="MS-MinchoBold", space=2.0), *sentence[1:]]
    text = positioned([head("第１　河川"), *paragraph("河川", 9), *bold, *paragraph("森林", 9)])
    assert shown(outline(text)) == ["1 第１ 河川"]


def test_headings_may_differ_in_size_or_weight_alone() -> None:
    for look in ({"size": 13.0}, {"font": "MS-MinchoBold"}):
        lines = [
            replace(line, **look) if line.font == "MS-Gothic" else line
            for line in book(NUMBERINGS["parts"], gothic=True, space=1.0)
        ]
        plain = [replace(line, font="MS-Mincho") if "size" in look else line for line in lines]
        assert shown(outline(positioned(plain))) == nested(NUMBERINGS["parts"])


def test_a_body_in_gothic_has_headings_in_another_type() -> None:
    swap = {"MS-Gothic": "MS-Mincho", "MS-Mincho": "MS-Gothic"}
    lines = [replace(line, font=swap[line.font]) for line in book(NUMBERINGS["deep"], gothic=True)]
    assert shown(outline(positioned(lines))) == nested(NUMBERINGS["deep"])


def test_a_level_that_is_left_out_leaves_no_gap() -> None:
    labels = [
        "第１",
        " １．",
        "  （１）",
        "   ①",
        "第２",
        " １．",
        "  ①",
        "  ②",
        " ２．",
        "  （１）",
    ]
    read = outline(positioned(book(labels, gothic=True)))
    assert [h.depth for h in read.headings] == [1, 2, 3, 4, 1, 2, 3, 3, 2, 3]


def test_numbering_that_restarts_goes_below_its_new_parent() -> None:
    labels = ["１．", " ①", " ②", "２．", " （１）", "  ①", " （２）", "  ①", "３．", " ①"]
    read = outline(positioned(book(labels, gothic=True)))
    assert [h.depth for h in read.headings] == [1, 2, 2, 1, 2, 3, 2, 3, 1, 2]


def test_the_covers_title_above_the_text_is_no_heading() -> None:
    text = positioned(
        [Print("庭園の長期計画", "MS-Gothic", 24), Print("令和６年６月21日", "MS-Gothic", 16)],
        contents(("第１　河川", 0, 1), ("第２　森林", 0, 2), ("第３　漁港", 0, 2)),
        [Print("庭園の長期計画", "MS-Gothic", 20), *book(["第１", "第２", "第３"], gothic=True)],
    )
    read = outline(text)
    assert [h.label.text for h in read.headings] == ["第１", "第２", "第３"]
    assert len(read.cover) == 3
    assert read.preface == ()


BROKEN_OFF = "四十字の行が、何かの都合で途中までしか印刷されなかったときに、次の行に見出しが来て"


@pytest.mark.parametrize("labels", ["①②③④", "アイウエ", "ＡＢＣＤ", "ⅠⅡⅢⅣ", "ａｂｃｄ"])
def test_a_heading_below_a_broken_off_line_is_proved_by_the_next(labels: str) -> None:
    lines: list[Print] = []
    for number, label in enumerate(labels):
        lines += [Print(f"{label}　{TOPICS[number]}"), *paragraph(TOPICS[number])]
        if number == 1:
            lines.append(Print(BROKEN_OFF))
    assert [h.label.text for h in outline(unpositioned(lines)).headings] == list(labels)


@pytest.mark.parametrize("sign", ["■", "◆", "●", "・", "○"])
def test_numbers_that_begin_anew_below_a_bullet_are_headings(sign: str) -> None:
    lines = []
    for topic in TOPICS[:3]:
        lines += [head(f"{sign}{topic}"), *paragraph(topic), *book(["１．", "２．"], gothic=True)]
    assert [h.label.text for h in outline(positioned(lines)).headings] == ["１．", "２．"] * 3


@pytest.mark.parametrize("again", ["２．", "３．"])
def test_a_number_that_comes_again_is_no_heading(again: str) -> None:
    labels = ["１．", "２．", "３．", again, "４．"]
    read = outline(positioned(book(labels, gothic=True)))
    assert [h.label.text for h in read.headings] == ["１．", "２．", "３．", "４．"]
