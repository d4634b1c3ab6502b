"""Contents pages of every shape: leaders, wrapped entries, several pages, entries without text."""

from __future__ import annotations

import pytest

from plan_tui.model.enums import SectionKind
from plan_tui.model.paged_text import PagedText
from plan_tui.parse.full_text.body_lines import BodyLine, body_lines
from plan_tui.parse.full_text.headings.contents_page import find_contents, read_entries
from plan_tui.parse.full_text.headings.cover import cover_facts
from plan_tui.parse.full_text.headings.outline import Outline, read_outline
from tests.made_up_pages import (
    GOTHIC,
    Print,
    contents,
    head,
    paragraph,
    positioned,
    unpositioned,
)


def body(text: PagedText) -> tuple[BodyLine, ...]:
    return body_lines((line, line.traced) for line in text.lines)


def outline(text: PagedText) -> Outline:
    return read_outline(body(text), {})


def lines_alone(text: str) -> tuple[BodyLine, ...]:
    return body(PagedText.of_lines(text.strip("\n").split("\n")))


@pytest.mark.parametrize(
    "leader",
    [
        "......... 3",
        "．．．．．3",
        "………３",
        "・・・・・・・ 3",
        "･･････3",
        "‥‥‥‥ 3",
        ". . . . . 3",
        "──────3",
        "………… － 3 －",
        "......... p.3",
    ],
)
def test_a_leader_ends_an_entry(leader: str) -> None:
    lines = lines_alone(
        f"目次\n第１ 庭園{leader}\n１．池{leader}\n２．石{leader}\n第１ 庭園\n本文。"
    )
    assert list(find_contents(lines)) == [0, 1, 2, 3]
    entries = read_entries(lines[:4])
    assert [(e.label.text, e.title.text, e.printed_page) for e in entries] == [
        ("第１", "庭園", "3"),
        ("１．", "池", "3"),
        ("２．", "石", "3"),
    ]
    assert [e.depth for e in entries] == [1, 2, 2]


@pytest.mark.parametrize("heading", ["目次", "目　次", "目 次", "【目次】", "もくじ", "CONTENTS"])
def test_contents_without_leaders_end_where_their_first_entry_comes_again(heading: str) -> None:
    lines = lines_alone(
        f"{heading}\n第１ 庭園 1\n１．池 1\n第２ 茶室 4\n"
        "第１ 庭園\n庭園を守る。\n１．池\n池を掘る。\n第２ 茶室\n茶室を直す。"
    )
    read = read_outline(lines, {})
    assert list(read.contents) == [0, 1, 2, 3]
    assert [h.title.text for h in read.headings] == ["庭園", "池", "茶室"]
    assert [p.entry.printed_page for p in read.entries] == ["1", "1", "4"]


def test_an_entry_goes_on_on_the_next_line() -> None:
    lines = lines_alone(
        "目次\n（１）庭園の由来を尋ねて各地を巡り、古い絵図と照らし合わせながら\n"
        "確かめる作業........ 2\n"
        "（２）茶室（\n離れを含む）........ 3\n（３）\n「石庭」の手入れ........ 4\n"
    )
    assert [e.title.text for e in read_entries(lines)] == [
        "庭園の由来を尋ねて各地を巡り、古い絵図と照らし合わせながら確かめる作業",
        "茶室（離れを含む）",
        "「石庭」の手入れ",
    ]


def test_a_leader_may_stand_on_a_line_of_its_own() -> None:
    lines = lines_alone("目次\n（１）庭園\n........ 2\n（２）茶室 ........ 3\n（３）石........4")
    assert [(e.title.text, e.printed_page) for e in read_entries(lines)] == [
        ("庭園", "2"),
        ("茶室", "3"),
        ("石", "4"),
    ]


def test_several_entries_may_share_a_line() -> None:
    lines = lines_alone("目次\n① 池......1 ② 石......2\n③ 橋 ④ 灯籠......3\n⑤ 竹垣......4")
    assert [e.label.text for e in read_entries(lines)] == ["①", "②", "③", "④", "⑤"]


def test_contents_of_several_pages_with_entries_that_name_no_page() -> None:
    text = positioned(
        contents(("はじめに", 0, 1), ("第１　庭園", 0, 2), ("１．池", 1, 2), ("２．石", 1, 3)),
        [
            *contents(("第２　茶室", 0, 5), ("１．柱", 1, 5))[1:],
            Print("工程表", GOTHIC, space=2),
            Print("別冊", GOTHIC),
            Print("図面の一覧", GOTHIC, indent=1),
        ],
        [head("はじめに", size=14), *paragraph("調査")],
        [
            head("第１　庭園", size=14),
            *paragraph("庭園"),
            head("１．池"),
            *paragraph("池"),
            head("２．石"),
            *paragraph("石"),
        ],
    )
    read = outline(text)
    assert [h.title.text for h in read.headings] == ["はじめに", "庭園", "池", "石"]
    missing = [p for p in read.entries if p.heading is None]
    assert [(p.entry.title.text, p.entry.depth, p.before) for p in missing] == [
        ("茶室", 1, 4),
        ("柱", 2, 4),
        ("工程表", 1, 4),
        ("別冊", 1, 4),
        ("図面の一覧", 2, 4),
    ]
    assert missing[0].kind is SectionKind.PART
    assert len(read.contents) == 10


def test_an_entry_whose_heading_is_missing_stands_at_its_place() -> None:
    text = unpositioned(
        contents(("第１　庭園", 0, 1), ("第２　茶室", 0, 2), ("１．柱", 1, 2), ("第３　石", 0, 3)),
        [
            head("第１　庭園"),
            *paragraph("庭園"),
            head("１．柱"),
            *paragraph("柱"),
            head("第３　石"),
            *paragraph("石"),
        ],
    )
    read = outline(text)
    assert [(p.heading, p.before) for p in read.entries] == [(0, 0), (None, 1), (1, 1), (2, 2)]
    assert [h.depth for h in read.headings] == [1, 2, 1]


def test_a_title_that_comes_twice_answers_each_entry_once() -> None:
    text = unpositioned(
        contents(
            ("第１　庭園", 0, 1), ("１．その他", 1, 1), ("第２　石", 0, 2), ("１．その他", 1, 2)
        ),
        [
            head("第１　庭園"),
            *paragraph("庭園"),
            head("１．その他"),
            *paragraph("垣根"),
            head("第２　石"),
            *paragraph("石"),
            head("１．その他"),
            *paragraph("砂"),
        ],
    )
    assert [p.heading for p in outline(text).entries] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("in_contents", "in_text"),
    [
        ("第２　茶室の修繕と維持", "第２　茶室の修善と維持"),
        ("第２　茶室の修繕と維持", "第２　茶室の修繕・維持"),
        ("第２　茶室・庭のDX推進", "第２　茶室･庭のＤＸ推進"),
        ("第2 茶室の修繕と維持", "第２　茶室の修繕と維持"),
        ("第２茶室の修繕と維持", "第２　茶室の 修繕と維持"),
    ],
)
@pytest.mark.parametrize("make", [positioned, unpositioned])
def test_a_misprint_or_another_width_is_the_same_title(
    in_contents: str, in_text: str, make: type
) -> None:
    text = make(
        contents(("第１　庭園", 0, 1), (in_contents, 0, 2), ("第３　石", 0, 3)),
        [
            head("第１　庭園"),
            *paragraph("庭園"),
            head(in_text),
            *paragraph("茶室"),
            head("第３　石"),
            *paragraph("石"),
        ],
    )
    assert [p.heading for p in outline(text).entries] == [0, 1, 2]


def test_another_title_under_the_listed_label_is_its_heading() -> None:
    text = positioned(
        contents(("第１　庭園", 0, 1), ("第２　茶室", 0, 2), ("第３　石", 0, 3)),
        [
            head("第１　庭園"),
            *paragraph("庭園"),
            head("第２　離れの座敷"),
            *paragraph("離れ"),
            head("第３　石"),
            *paragraph("石"),
        ],
    )
    read = outline(text)
    assert [p.heading for p in read.entries] == [0, 1, 2]
    assert read.headings[1].title.text == "離れの座敷"


def test_a_text_without_contents_has_no_entries() -> None:
    read = outline(positioned([head("第１　庭園"), *paragraph("庭園" + "……")]))
    assert not read.contents
    assert read.entries == ()


COVER_DATES = {
    "令和７年６月13日": "2025-06-13",
    "2025年６月13日": "2025-06-13",
    "2025年（令和７年）６月13日": "2025-06-13",
    "２０２３年（令和５年）６月９日": "2023-06-09",
    "令和 6 年 6 月 21 日": "2024-06-21",
    "（令和４年６月７日　閣議決定）": "2022-06-07",
    "令和元年12月20日": "2019-12-20",
    "令和６年４月": None,
}


@pytest.mark.parametrize("date", COVER_DATES)
@pytest.mark.parametrize("make", [positioned, unpositioned])
def test_a_cover_names_title_and_day(date: str, make: type) -> None:
    text = make(
        [
            Print("庭園の保全に関する", GOTHIC, 24),
            Print("長期の計画", GOTHIC, 24),
            Print("（第２版）", GOTHIC, 24),
            Print(date, GOTHIC, 18),
            Print("閣議決定", GOTHIC, 14),
        ],
        paragraph("この計画"),
        contents(("第１　庭園", 0, 1), ("第２　茶室", 0, 2), ("第３　石", 0, 3)),
        [head("第１　庭園"), *paragraph("庭園")],
    )
    lines = body(text)
    read = read_outline(lines, {})
    assert read.cover == (0, 1, 2, 3, 4)
    assert [lines[i].solid[-1] for i in read.preface][-1] == "。"
    assert len(read.preface) == 2
    facts = cover_facts([lines[index] for index in read.cover])
    assert facts.title == "庭園の保全に関する長期の計画"
    assert facts.decided_on == COVER_DATES[date]


def test_text_between_contents_and_first_heading_is_preface() -> None:
    text = positioned(
        contents(("第１　庭園", 0, 1), ("第２　茶室", 0, 2), ("第３　石", 0, 3)),
        [*paragraph("前置き"), head("第１　庭園"), *paragraph("庭園")],
    )
    read = outline(text)
    assert len(read.preface) == 2
    assert read.cover == ()
    assert read.headings[0].depth == 1


BELOW = ("閣議決定", "（第２版）", "第３版", "資料１", "庭園局 第２課")
"""What stands below the date on a cover."""


@pytest.mark.parametrize("below", ["", *BELOW])
@pytest.mark.parametrize(
    "tops",
    [
        ("第１　はじめに", "第２　庭園", "第３　おわりに"),
        ("第１ 門", "第２ 庭園", "第３ 茶室"),
        ("第１部　門", "第２部　庭園", "第３部　茶室"),
        ("第一章　門", "第二章　庭園", "第三章　茶室"),
        ("Ⅰ．門", "Ⅱ．庭園", "Ⅲ．茶室"),
    ],
)
def test_the_first_heading_below_the_date_of_lines_alone_is_no_cover(
    tops: tuple[str, str, str], below: str
) -> None:
    first, second, third = tops
    lines = lines_alone(
        f"""
庭園の保全に関する計画

2031年６月12日
{below}

{first}
町の庭園を守るために、この計画では2035年度までの取組を定める。
{second}
１．　石
石を洗い、その数を毎年公表する。
（１）　白い石
白い石を集める。
（２）　黒い石
黒い石を並べる。
２．　池
池を掘る。
{third}
茶を入れて、来る人を待つ。
"""
    )
    read = read_outline(lines, {})
    assert [lines[i].text.text for i in read.cover][2:] == [below] * bool(below)
    assert read.preface == ()
    assert [h.depth for h in read.headings] == [1, 1, 2, 3, 3, 2, 1]
    tops_read = [f"{h.label.text}{h.title.text}" for h in read.headings if h.depth == 1]
    assert tops_read == ["".join(top.split()) for top in tops]


def test_hajimeni_below_the_date_is_no_cover() -> None:
    sentence = "町の庭園を守るために、この計画では2035年度までの取組を定める。"
    lines = lines_alone(
        f"庭園の計画\n2031年６月12日\nはじめに\n{sentence}\n"
        f"第１ 門\n{sentence}\n第２ 池\n{sentence}"
    )
    assert [h.title.text for h in read_outline(lines, {}).headings] == ["はじめに", "門", "池"]


@pytest.mark.parametrize("labels", [("１．", "２．"), ("1.", "2."), ("１.", "２.")])
@pytest.mark.parametrize("printed", [("１．", "２．"), ("1.", "2.")])
def test_the_text_may_print_other_digits_than_its_contents(
    labels: tuple[str, str], printed: tuple[str, str]
) -> None:
    topics = ("河川の管理と調査", "森林の保全と調査")
    listed = contents(*((f"{a}　{b}", 0.0, 1) for a, b in zip(labels, topics, strict=True)))
    lines = [Print(f"{a}　{b}") for a, b in zip(printed, topics, strict=True)]
    third = Print(f"{printed[0]}　漁港")
    text = [lines[0], *paragraph("川"), third, *paragraph("港"), lines[1], *paragraph("森")]
    read = outline(positioned(listed, text))
    assert [h.title.text for h in read.headings] == [*topics]
