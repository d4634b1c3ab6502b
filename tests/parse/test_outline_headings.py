"""The outline of made-up texts: which lines are headings and how they nest, in any numbering."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plan_tui.model.edits import EditKind
from plan_tui.model.enums import SectionKind
from plan_tui.model.paged_text import Bookmark
from plan_tui.parse.full_text.headings.outline import read_outline
from tests.made_up_pages import (
    Print,
    contents,
    head,
    paragraph,
    positioned,
    unpositioned,
)
from tests.printed_headings import NUMBERINGS, TOPICS, body, book, nested, outline, shown


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
