"""Lines that look like headings of an outline and are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.made_up_pages import (
    Print,
    contents,
    head,
    paragraph,
    positioned,
    unpositioned,
)
from tests.printed_headings import book, outline, shown


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


@pytest.mark.parametrize("make", [positioned, unpositioned])
def test_items_in_columns_are_no_headings(make: type) -> None:
    rows = ["① 清流 ② 緑陰", "③ 眺望 ④ 渓谷", "⑤ 砂浜 ⑥ 松林"]
    text = make([*book(["１．"], gothic=False), *map(Print, rows), *paragraph("景観")])
    assert shown(outline(text)) == ["1 １． 河川の管理"]


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


@pytest.mark.parametrize("again", ["２．", "３．"])
def test_a_number_that_comes_again_is_no_heading(again: str) -> None:
    labels = ["１．", "２．", "３．", again, "４．"]
    read = outline(positioned(book(labels, gothic=True)))
    assert [h.label.text for h in read.headings] == ["１．", "２．", "３．", "４．"]
