"""What stands in a Markdown text: blocks, tables, footnotes, and words without their signs."""

from __future__ import annotations

import pytest

from plan_tui.model.enums import BlockKind, FurnitureKind
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedBlock, ParsedDocument
from plan_tui.parse.markdown.parser import parse
from tests.conservation import true_to_source, unaccounted


def read(text: str) -> ParsedDocument:
    lines = text.split("\n")
    document = parse(PagedText.of_lines(lines), {})
    assert not unaccounted(lines, document)
    assert true_to_source(lines, document)
    return document


def blocks(text: str) -> list[ParsedBlock]:
    return [block for section in read(text).sections for block in section.blocks]


def short(text: str) -> list[tuple[str, str, str, int]]:
    """Return kind, marker, text and level of each block."""
    return [(b.kind.value, b.marker.text, b.text.text, b.level) for b in blocks(text)]


# Words and signs


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("これは**太い**字", "これは太い字"),
        ("これは**「括弧」**の字", "これは「括弧」の字"),
        ("**第一。**続き", "第一。続き"),
        ("斜め*字*と***両方***", "斜め字と両方"),
        ("__下線__で太い", "下線で太い"),
        ("~~消した~~字", "消した字"),
        ("これは **太い** 字", "これは太い字"),
        ("a **bold** word", "a bold word"),
        ("**太く *斜め* に**", "太く斜めに"),
        ("`code` と ``a`b``", "codeとa`b"),
        ("snake_case_name である", "snake_case_nameである"),
        ("売上*1は利益*2である", "売上*1は利益*2である"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("**閉じない", "**閉じない"),
        (r"\*印\*と\_線\_", "*印*と_線_"),
        ("[計画](https://example.jp/a_(b)_c)の頁", "計画の頁"),
        ('[計画](<a b> "題")の頁', "計画の頁"),
        ("[**太い**計画](#x)の頁", "太い計画の頁"),
        ("[括弧]のまま", "[括弧]のまま"),
        ("<https://example.jp/a_b_c>", "https://example.jp/a_b_c"),
        ("図![図の説明](a.png)の後", "図の後"),
        ("H<sub>2</sub>O と m<sup>2</sup>", "H2Oとm2"),
        ("a &amp; b", "a & b"),
        ("町の&lt;b&gt;窓口", "町の<b>窓口"),
        ("&lt;&quot;窓口&quot;&gt;", '<"窓口">'),
        ("&copy; 町&#12288;&#x41;&hellip;", "©町A…"),
        ("&amp;lt;は名である", "&lt;は名である"),
        ("&lt;br&gt;と<br&gt;", "<br>と<br>"),
        ("&lt;", "&lt;"),
        ("町&nGt;", "町≫⃒"),
        ("&#42;強調&#42;でない", "*強調*でない"),
        ("&unknown;と&ltと&#27;と&#0", "&unknown;と&ltと&#27;と&#0"),
        (r"\&lt;と`&lt;`", "&lt;と&lt;"),
        ("漢字&nbsp;", "漢字"),
        ("1 < 2 > 0 である", "1 < 2 > 0である"),
        ("前<!-- 注記 -->後", "前後"),
        ("折り返した日本語は\n続く", "折り返した日本語は続く"),
        ("wrapped Latin\nwords", "wrapped Latin words"),
        ("**折り返した\n太字**", "折り返した太字"),
        ("５ 年で 10 件", "５年で10件"),
    ],
)
def test_signs_are_no_text(written: str, clean: str) -> None:
    assert short(written) == [("paragraph", "", clean, 0)]


@pytest.mark.parametrize("end", ["  \n", "\\\n", "<br>\n", "<br/>", "<BR />\n", "\n　"])
def test_a_line_that_ends_on_purpose_ends_its_passage(end: str) -> None:
    assert [block.text.text for block in blocks(f"一行目である。{end}二行目。")] == [
        "一行目である。",
        "二行目。",
    ]


def test_targets_of_links_are_found_by_name() -> None:
    text = "[計画][P]と[p]と[別]を見る。\n\n[P]: https://example.jp/ '題'\n"
    document = read(text)
    assert [b.text.text for s in document.sections for b in s.blocks] == ["計画とpと[別]を見る。"]
    targets = [f.text.text for f in document.furniture if f.kind is FurnitureKind.LINK_TARGET]
    assert "[P]: https://example.jp/ '題'" in targets


@pytest.mark.parametrize(
    ("written", "clean", "readings"),
    [
        ("<ruby>漢字<rt>かんじ</rt></ruby>", "漢字", [("かんじ", "漢字")]),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", "漢字", [("かん", "漢")]),
        ("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>", "漢字", [("かん", "漢"), ("じ", "字")]),
        ("<ruby><rb>漢字</rb><rt>かんじ</rt></ruby>", "漢字", [("かんじ", "漢字")]),
        ("<RUBY>漢字<RT>かんじ</RT></RUBY>", "漢字", [("かんじ", "漢字")]),
    ],
)
def test_readings_are_ruby(written: str, clean: str, readings: list[tuple[str, str]]) -> None:
    document = read(written)
    assert [block.text.text for block in document.sections[0].blocks] == [clean]
    assert [(ruby.reading.text, ruby.word) for ruby in document.ruby] == readings


# Blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 一\n- 二", [("bullet", "-", "一", 0), ("bullet", "-", "二", 0)]),
        ("* 一\n  続き\n+ 二", [("bullet", "*", "一続き", 0), ("bullet", "+", "二", 0)]),
        (
            "- 一\n  - 内\n    - 奥",
            [("bullet", "-", "一", 0), ("bullet", "-", "内", 1), ("bullet", "-", "奥", 2)],
        ),
        ("1. 一\n2. 二", [("list_item", "1.", "一", 0), ("list_item", "2.", "二", 0)]),
        ("3) 三\n   1. 内", [("list_item", "3)", "三", 0), ("list_item", "1.", "内", 1)]),
        ("- 一\n\n  次の段落", [("bullet", "-", "一", 0), ("paragraph", "", "次の段落", 0)]),
        ("- ・点", [("bullet", "・", "点", 0)]),
        ("- ① 丸", [("list_item", "①", "丸", 0)]),
        ("- [x] 済み", [("bullet", "-", "済み", 0)]),
        ("・一\n・二", [("bullet", "・", "一", 0), ("bullet", "・", "二", 0)]),
        ("①一\n②二", [("list_item", "①", "一", 0), ("list_item", "②", "二", 0)]),
        (
            "（１）一\n（２）二",
            [("list_item", "（１）", "一", 0), ("list_item", "（２）", "二", 0)],
        ),
        ("※ 注意", [("note", "※", "注意", 0)]),
        ("（注）注意", [("note", "", "（注）注意", 0)]),
        ("> 引用\n> 続き", [("note", "", "引用続き", 0)]),
        ("> - 引用の点", [("bullet", "-", "引用の点", 0)]),
        ("> > 深い引用", [("note", "", "深い引用", 0)]),
        ("本文\n> 引用", [("paragraph", "", "本文", 0), ("note", "", "引用", 0)]),
        (
            "　一つめ。\n　二つめ。",
            [("paragraph", "", "一つめ。", 0), ("paragraph", "", "二つめ。", 0)],
        ),
        (
            "```python\nx = 1\n\n  y\n```",
            [("paragraph", "", "x = 1", 0), ("paragraph", "", "y", 0)],
        ),
        ("    字下げは文である", [("paragraph", "", "字下げは文である", 0)]),
        ("<div>\n中の<b>文</b>\n</div>", [("paragraph", "", "中の文", 0)]),
        ("前\n\n* * *\n\n後", [("paragraph", "", "前", 0), ("paragraph", "", "後", 0)]),
        ("1.5倍になる", [("paragraph", "", "1.5倍になる", 0)]),
    ],
)
def test_blocks_have_their_kind(text: str, expected: list[tuple[str, str, str, int]]) -> None:
    assert short(text) == expected


# Tables


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("|a|b|\n|-|-|\n|1|2|", ("a", "b"), (("1", "2"),)),
        ("a | b\n:-- | --:\n1 | 2", ("a", "b"), (("1", "2"),)),
        ("| 項 目 | 数 |\n|---|:-:|\n| **太** | |\n", ("項 目", "数"), (("太", ""),)),
        ("|a|b|\n|-|-|\n|1|\n|1|2|3|", ("a", "b", ""), (("1", "", ""), ("1", "2", "3"))),
        ("|a|b|\n|-|-|\n|x\\|y|一<br>二|", ("a", "b"), (("x|y", "一 二"),)),
        ("> |a|b|\n> |-|-|\n> |1|2|", ("a", "b"), (("1", "2"),)),
        ("- |a|b|\n  |-|-|\n  |1|2|", ("a", "b"), (("1", "2"),)),
        ("|a|b|\n|-|-|", ("a", "b"), ()),
        ("|||\n|-|-|\n|1|2|", ("", ""), (("1", "2"),)),
        (
            "<table><tr><th>a<th>b</tr>\n<tr><td>1</td><td>2</td></tr></table>",
            ("a", "b"),
            (("1", "2"),),
        ),
        (
            "<table>\n<tr><td colspan=2>a</td></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>",
            ("a", "a"),
            (("1", "2"),),
        ),
        (
            '<TABLE><TR><TD>a</TD><TD>b</TD></TR><TR><TD ROWSPAN="2">1</TD><TD>2</TD></TR>'
            "<TR><TD>3</TD></TR></TABLE>",
            ("a", "b"),
            (("1", "2"), ("1", "3")),
        ),
    ],
)
def test_tables_have_their_cells(
    text: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    (table,) = [block for block in blocks(text) if block.kind is BlockKind.TABLE]
    assert (table.columns, table.rows) == (columns, rows)


def test_the_signs_of_a_table_are_its_rules() -> None:
    document = read("|a|b|\n|:--|--:|\n|1|2|")
    assert {piece.kind for piece in document.furniture} == {FurnitureKind.TABLE_SIGN}


# Footnotes


@pytest.mark.parametrize(
    ("text", "notes", "marks"),
    [
        ("本文[^1]。\n\n[^1]: 注。", [("1", "注。")], [("1", 2)]),
        (
            "a[^1]b[^2]\n\n[^1]: 注一\n[^2]: 注二",
            [("1", "注一"), ("2", "注二")],
            [("1", 1), ("2", 2)],
        ),
        ("本文[^x]。\n\n[^x]: 語の注。", [("1", "語の注。")], [("1", 2)]),
        (
            "本[^2]文[^x]\n\n[^2]: 二。\n[^x]: 語。",
            [("2", "二。"), ("1", "語。")],
            [("2", 1), ("1", 2)],
        ),
        ("本文[^1]\n\n[^1]: 一行目\n二行目", [("1", "一行目二行目")], [("1", 2)]),
        (
            "本文[^1]\n\n[^1]: 一行目\n    二行目\n\n    二段落\n\n後",
            [("1", "一行目二行目\n二段落")],
            [("1", 2)],
        ),
        ("本文[^1]\n\n[^1]: 一\n\n    - 点\n    - 点二\n", [("1", "一\n点\n点二")], [("1", 2)]),
        ("本文<sup>1</sup>。\n\n<sup>1</sup> 注。", [("1", "注。")], [("1", 2)]),
        ("本文[^１]。\n\n[^１]: 全角。", [("１", "全角。")], [("1", 2)]),
        ("**太字[^1]**の後\n\n[^1]: *斜め*の注", [("1", "斜めの注")], [("1", 2)]),
    ],
)
def test_footnotes_have_bodies_and_marks(
    text: str, notes: list[tuple[str, str]], marks: list[tuple[str, int]]
) -> None:
    document = read(text)
    assert [(note.number.text, note.text.text) for note in document.footnotes] == notes
    first = document.sections[0].blocks[0]
    assert [(mark.number, mark.offset) for mark in first.marks] == marks
    assert "^" not in first.text.text


@pytest.mark.parametrize(
    "text",
    ["本文[^1]。", "m<sup>2</sup>。", "本文[^ 1]。", "本文^[その場の注]。", "本文[^]。"],
)
def test_a_mark_without_a_footnote_is_text(text: str) -> None:
    document = read(text)
    assert not document.footnotes
    assert not document.sections[0].blocks[0].marks


def test_a_mark_in_a_heading_and_in_a_cell() -> None:
    document = read("# 題[^1]\n\n|a[^2]|b|\n|-|-|\n|1|二[^3]|\n\n[^1]: x\n[^2]: y\n[^3]: z")
    section = document.sections[0]
    assert [(mark.number, mark.offset) for mark in section.title_marks] == [("1", 1)]
    (table,) = section.blocks
    assert table.text.text == "a\tb\n1\t二"
    assert [(mark.number, mark.offset) for mark in table.marks] == [("2", 1), ("3", 7)]


def test_a_number_that_is_defined_twice_keeps_its_first_body() -> None:
    document = read("本文[^1]\n\n[^1]: 一\n\n[^1]: また\n")
    assert [note.text.text for note in document.footnotes] == ["一"]
    assert document.sections[0].blocks[-1].text.text == "また"
