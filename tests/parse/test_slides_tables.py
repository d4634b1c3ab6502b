"""Tables as a converter wrote them, in made-up decks."""

from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import ParsedBlock
from plan_tui.parse.slides.parser import parse
from tests.conservation import unaccounted
from tests.outlines import blocks, furniture

NESTED = [
    "花壇の見直しの概要",
    "",
    "第一次案\t検討項目\t\t\t",
    "<p>植える花の 見直し</p>\t"
    "<ul> 春の花 (①桜草、②菫) 夏の花 【町が2025年までに植える】</ul>\t\t\t",
    '<p>続けて検討</p>\t<table border="1"> <tr> <td>水</td> <td>・雨水の利用</td> </tr> '
    "<tr> <td>人</td> <td>・当番の DX</td> </tr> </table>\t水\t・雨水の利用\t人\t・当番のDX",
    "水\t・雨水の利用\t\t",
    "人\t・当番の DX\t\t",
]
LAYERS = [
    "花壇の層の概要",
    "",
    "第3層 花\t\t見て楽しむ価値\t",
    "区分\t\t世話の原則（案）\t",
    "第2層 葉\t原則① 水やり\t朝に行うこと。\t",
    "第1層 根\t\t\t",
]
PLAIN = [
    "届出の一覧の概要",
    "",
    "花壇\t1\t使用届\t済 R3.6",
    "\t2\t変更届\t",
    "\t3\t廃止届\t済 R3.7",
    "温室\t4\t見学届\t",
]


def table(lines: list[str]) -> ParsedBlock:
    document = parse(lines)
    assert not unaccounted(lines, document)
    [found] = [b for s in document.sections for b in s.blocks if b.kind is BlockKind.TABLE]
    assert all(len(row) == len(found.columns) for row in found.rows)
    return found


def test_a_nested_table_that_is_printed_three_times() -> None:
    found = table(NESTED)
    assert found.columns == ("第一次案", "検討項目", "検討項目")
    flowers = "春の花 (①桜草、②菫) 夏の花 【町が2025年までに植える】"
    assert found.rows == (
        ("植える花の見直し", flowers, flowers),
        ("続けて検討", "水", "・雨水の利用"),
        ("続けて検討", "人", "・当番のDX"),
    )
    repeated = furniture(parse(NESTED), "repeated_table")
    assert repeated == [
        "水",
        "・雨水の利用",
        "人",
        "・当番のDX",
        "水",
        "・雨水の利用",
        "人",
        "・当番の DX",
    ]


def test_a_table_s_text_holds_each_cell_once() -> None:
    assert table(NESTED).text.text.split("\n") == [
        "第一次案\t検討項目\t",
        "植える花の見直し\t春の花 (①桜草、②菫) 夏の花 【町が2025年までに植える】\t",
        "続けて検討\t水\t・雨水の利用",
        "\t人\t・当番のDX",
    ]


def test_a_header_below_the_first_row_comes_first() -> None:
    found = table(LAYERS)
    assert found.columns == ("区分", "世話の原則（案）", "世話の原則（案）")
    assert found.rows == (
        ("第3層 花", "見て楽しむ価値", "見て楽しむ価値"),
        ("第2層 葉", "原則① 水やり", "朝に行うこと。"),
        ("第1層 根", "原則① 水やり", "朝に行うこと。"),
    )


def test_merged_cells_of_a_table_without_a_header_are_filled() -> None:
    found = table(PLAIN)
    assert found.columns == ("", "", "", "")
    assert found.rows == (
        ("花壇", "1", "使用届", "済R3.6"),
        ("花壇", "2", "変更届", "済R3.6"),
        ("花壇", "3", "廃止届", "済R3.7"),
        ("温室", "4", "見学届", "済R3.7"),
    )


def test_a_table_between_strokes() -> None:
    found = table(
        [
            "用具の概要",
            "",
            "| 用具 | 数 |",
            "|---|:-:|",
            "| 剪定ばさみ | 12丁 |",
            "| 一輪車 | 3台 |",
        ]
    )
    assert found.columns == ("用具", "数")
    assert found.rows == (("剪定ばさみ", "12丁"), ("一輪車", "3台"))


def test_numbered_cells_in_two_columns_are_a_list() -> None:
    lines = ["花壇の原則の概要", "", "①清潔\t③静けさ", "②安全・安心\t④憩い"]
    assert blocks(parse(lines), "花壇の原則の概要") == [
        "list_item ①: 清潔",
        "list_item ②: 安全・安心",
        "list_item ③: 静けさ",
        "list_item ④: 憩い",
    ]


def test_numbered_cells_keep_what_they_say_of_each_item() -> None:
    lines = [
        "花壇の原則の概要",
        "",
        '① 水やりの原則 <ul style="x">朝に行う</ul>\t② 剪定の原則 (柔軟に) <ul>冬に行う 等</ul>',
        "③ 堆肥の原則 町民の力を最大化する 等\t",
    ]
    document = parse(lines)
    assert blocks(document, "花壇の原則の概要") == [
        "list_item ①: 水やりの原則",
        "  bullet : 朝に行う",
        "list_item ②: 剪定の原則(柔軟に)",
        "  bullet : 冬に行う 等",
        "list_item ③: 堆肥の原則",
        "  bullet : 町民の力を最大化する 等",
    ]
    assert not unaccounted(lines, document)


def test_the_caption_of_a_table_is_no_head() -> None:
    lines = ["花壇の届出について", "", "今年度の届出", "", *PLAIN[2:]]
    document = parse(lines)
    assert [s.title.text for s in document.sections] == ["花壇の届出について"]
    assert blocks(document, "花壇の届出について")[0] == "note : 今年度の届出"


def test_a_table_of_blank_cells_is_nothing_but_signs() -> None:
    lines = ["花壇の届出について", "", "| | |", "|---|---|"]
    document = parse(lines)
    assert document.sections[0].blocks == ()
    assert not unaccounted(lines, document)
