"""Footnotes of full texts: their bodies, and their marks in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plan_tui.model.edits import EditKind
from plan_tui.model.paged_text import PageLine
from plan_tui.model.parsed import ParsedDocument
from tests.printed_pages import (
    HEAD,
    MadeUpPage,
    blocks,
    extracted,
    passage,
    positioned,
    read,
    texts,
)


def _marks(document: ParsedDocument) -> list[tuple[str, str]]:
    """Return each mark with the three characters before it."""
    places = [
        (m.number, s.title.text[max(0, m.offset - 3) : m.offset])
        for s in document.sections
        for m in s.title_marks
    ]
    return places + [
        (mark.number, block.text.text[max(0, mark.offset - 3) : mark.offset])
        for block in blocks(document)
        for mark in block.marks
    ]


def _notes(document: ParsedDocument) -> list[tuple[str, str]]:
    return [(note.name, note.text.text) for note in document.footnotes]


_FORMS = {
    "raised digit": ("{1}", "{1}"),
    "raised wide digit": ("{１}", "{１}"),
    "raised in brackets": ("{[1]}", "{[1]}"),
    "raised with word": ("{注１}", "{注１}"),
    "raised with star": ("{*1}", "{*1}"),
    "raised, with bracket": ("{1)}", "{1)}"),
    "superscript character": ("¹", "¹"),
    "brackets": ("[1]", "[1]"),
    "wide brackets": ("［１］", "［１］"),
    "star": ("*1", "*1"),
    "reference mark": ("※１", "※１"),
    "word in brackets": ("（注１）", "（注１）"),
    "word": ("注１", "注１"),
    "word, half a bracket": ("注1)", "注1)"),
}


def _page(
    number: int, mark: str, head: str, body: str = "毎朝六時に測ったものをいう。"
) -> MadeUpPage:
    """Return a page with one footnote; ``1`` in its mark and head becomes its number."""
    wide = chr(ord("０") + number)
    raised = "⁰¹²³"[number]
    page = (
        MadeUpPage()
        .flow(passage(number))
        .flow(f"町の水位計{_number(mark, number, wide, raised)}を使う。")
    )
    page.flow(passage(10 + number))
    return page.notes(f"{_number(head, number, wide, raised)} {body}")


def _number(form: str, number: int, wide: str, raised: str) -> str:
    return form.replace("1", str(number)).replace("１", wide).replace("¹", raised)


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("kind", ["positions", "layout", "plain"])
def test_forms_of_footnotes(form: str, kind: str) -> None:
    pages = [_page(n, *_FORMS[form]) for n in (1, 2, 3)]
    pages[0].lines.insert(0, MadeUpPage(y=800).head(HEAD).lines[0])
    source = (
        positioned(*pages) if kind == "positions" else extracted(*pages, layout=kind == "layout")
    )
    document = read(source)
    assert _notes(document) == [(str(n), "毎朝六時に測ったものをいう。") for n in (1, 2, 3)]
    assert _marks(document) == [(str(n), "水位計") for n in (1, 2, 3)]
    assert sum("町の水位計を使う。" in text for text in texts(document)) == 3


def test_several_footnotes_on_a_page_some_without_a_stop() -> None:
    page = MadeUpPage().head(HEAD)
    page.flow(
        "岸辺の小屋{1}と船着き場{2}及び橋{3}の三か所で測り、その値は図書館{4}に送られている。"
    )
    page.notes(
        "{1} 木造平屋建て",
        "{2} 昭和の初めに造られ、",
        "のちに改められた。",
        "{3} 長さ十二間",
        "{4} 本館",
    )
    document = read(positioned(page))
    assert _notes(document) == [
        ("1", "木造平屋建て"),
        ("2", "昭和の初めに造られ、のちに改められた。"),
        ("3", "長さ十二間"),
        ("4", "本館"),
    ]
    assert _marks(document) == [
        ("1", "の小屋"),
        ("2", "着き場"),
        ("3", "び橋"),
        ("4", "図書館"),
    ] or [number for number, _ in _marks(document)] == ["1", "2", "3", "4"]


def test_a_footnote_goes_on_at_the_foot_of_the_next_page() -> None:
    first = MadeUpPage().head(HEAD).flow("岸辺の小屋{1}で測る。").flow(passage(1))
    first.notes("{1} 小屋は町が建てたもので、毎年秋に屋根を葺き替え、冬の間は")
    second = MadeUpPage().flow(passage(2)).flow("橋{2}でも測る。")
    second.notes("当番の者が火の番をしている。", "{2} 長さ十二間の木の橋をいう。")
    document = read(positioned(first, second))
    assert _notes(document) == [
        (
            "1",
            "小屋は町が建てたもので、毎年秋に屋根を葺き替え、冬の間は当番の者が火の番をしている。",
        ),
        ("2", "長さ十二間の木の橋をいう。"),
    ]


def test_footnotes_as_large_as_the_text() -> None:
    page = MadeUpPage().head(HEAD).flow("岸辺の小屋{1}で測り、橋{2}でも測る。").flow(passage(1))
    page.notes("{1} 木造である。", "{2} 長さは十二間ある。", size=11)
    document = read(positioned(page, MadeUpPage().flow(passage(2)), MadeUpPage().flow(passage(3))))
    assert _notes(document) == [("1", "木造である。"), ("2", "長さは十二間ある。")]
    assert [number for number, _ in _marks(document)] == ["1", "2"]


def test_a_year_after_a_raised_number_is_text() -> None:
    page = MadeUpPage().head(HEAD).flow("町の決まり{1}による。").flow(passage(1))
    page.notes("{1}2021年に定められた。")
    assert _notes(read(positioned(page))) == [("1", "2021年に定められた。")]


def test_footnotes_that_share_lines() -> None:
    page = MadeUpPage().head(HEAD).flow(passage(1)).flow("小屋1と橋2と蔵3で測る。").flow(passage(2))
    page.put("1 木造である。 2 長さは十二間", y=200).put("ある。 3 蔵は白い。", y=190)
    document = read(extracted(page))
    assert _notes(document) == [
        ("1", "木造である。"),
        ("2", "長さは十二間ある。"),
        ("3", "蔵は白い。"),
    ]
    assert [number for number, _ in _marks(document)] == ["1", "2", "3"]


@pytest.mark.parametrize("unit", ["km", "m", "cm", "10m"])
def test_an_exponent_is_no_mark(unit: str) -> None:
    page = (
        MadeUpPage()
        .head(HEAD)
        .flow(f"広さは十{unit}{{2}}で、小屋{{1}}と橋{{2}}がある。")
        .flow(passage(1))
    )
    page.notes("{1} 木造である。", "{2} 石造である。")
    assert [number for number, _ in _marks(read(positioned(page)))] == ["1", "2"]


def test_a_mark_may_be_printed_twice() -> None:
    page = (
        MadeUpPage().head(HEAD).flow("小屋{1}で測る。").flow("夜も小屋{1}で測る。").flow(passage(1))
    )
    page.notes("{1} 木造である。")
    assert [number for number, _ in _marks(read(positioned(page)))] == ["1", "1"]


def test_marks_stand_beside_each_other() -> None:
    page = MadeUpPage().head(HEAD).flow("小屋{1,2}で測る。").flow(passage(1))
    page.notes("{1} 木造である。", "{2} 平屋である。")
    document = read(positioned(page))
    assert [number for number, _ in _marks(document)] == ["1", "2"]


@pytest.mark.parametrize("joined", ["{1,2}", "{1、2}", "{1，2}", "{1, 2}", "{1・2}", "{1及び2}"])
def test_what_joins_marks_is_no_text(joined: str) -> None:
    page = MadeUpPage().head(HEAD).flow(f"小屋{joined}で測る。").flow(passage(1))
    page.notes("{1} 木造である。", "{2} 平屋である。")
    document = read(positioned(page))
    assert texts(document)[0] == "小屋で測る。"
    assert _marks(document) == [("1", "小屋"), ("2", "小屋")]


def test_a_small_comma_between_marks_need_not_be_raised() -> None:
    page = MadeUpPage().head(HEAD).flow("小屋{1,2}で測る。").flow(passage(1))
    text = positioned(page.notes("{1} 木造である。", "{2} 平屋である。"))
    lines = [_with_low_comma(line) for line in text.lines]
    document = read(replace(text, pages=(replace(text.pages[0], lines=tuple(lines)),)))
    assert texts(document)[0] == "小屋で測る。"


def _with_low_comma(line: PageLine) -> PageLine:
    """Return a line whose commas stand on its baseline."""
    boxes = tuple(
        replace(box, baseline=line.baseline or 0.0) if box and character == "," else box
        for character, box in zip(line.text, line.boxes, strict=True)
    )
    return replace(line, boxes=boxes)


@pytest.mark.parametrize("joiner", ["、", "・", "及び", "と"])
def test_text_between_two_marks_is_kept(joiner: str) -> None:
    page = MadeUpPage().head(HEAD).flow(f"小屋{{1}}{joiner}橋{{2}}で測る。").flow(passage(1))
    page.notes("{1} 木造である。", "{2} 平屋である。")
    assert texts(read(positioned(page)))[0] == f"小屋{joiner}橋で測る。"


def test_a_mark_stands_in_a_heading() -> None:
    page = MadeUpPage().head(HEAD + "{1}").flow(passage(0)).flow(passage(1))
    page.notes("{1} 令和の初めから続く。")
    document = read(positioned(page))
    assert _marks(document) == [("1", "の調べ")]


def test_numbers_begin_anew_on_each_page() -> None:
    pages = []
    for seed in range(3):
        page = MadeUpPage().flow("小屋{1}で測る。").flow(passage(seed)).flow("橋{2}で測る。")
        pages.append(page.notes(f"{{1}} 小屋その{seed}である。", f"{{2}} 橋その{seed}である。"))
    pages[0].lines.insert(0, MadeUpPage(y=800).head(HEAD).lines[0])
    document = read(positioned(*pages))
    names = ["1", "2", "2-1", "2-2", "3-1", "3-2"]
    assert [note.name for note in document.footnotes] == names
    assert [number for number, _ in _marks(document)] == names
    assert document.footnotes[2].text.text == "小屋その1である。"


def test_a_raised_number_on_a_line_of_its_own_is_put_back() -> None:
    page = MadeUpPage().head(HEAD).flow(passage(1)).put("町の水位計を使う。", 1)
    page.put("1", 6, size=6, y=page.y + 4).flow(passage(2))
    page.notes("{1} 木造である。")
    assert _marks(read(positioned(page))) == [("1", "水位計")]


def test_numbers_of_an_extracted_text_on_lines_of_their_own() -> None:
    page = MadeUpPage().head(HEAD).flow(passage(1)).flow("小屋1と橋2で測る。").flow(passage(2))
    page.put("1", y=200).put("木造である。", y=190).put("2", y=180).put("石造である。", y=170)
    document = read(extracted(page))
    assert _notes(document) == [("1", "木造である。"), ("2", "石造である。")]
    assert _marks(document) == [("1", "小屋"), ("2", "屋と橋")]


def test_a_number_written_below_the_footnote_of_the_next() -> None:
    page = MadeUpPage().head(HEAD).flow(passage(1)).flow("小屋1と橋2と蔵3で測る。").flow(passage(2))
    lines = (
        "1",
        "木造の小屋",
        "橋の名は町の名から取られ、長さは十二間あり、春に塗り直される。",
        "3",
        "蔵は白い",
        "2",
    )
    for index, text in enumerate(lines):
        page.put(text, y=200 - 10 * index)
    document = read(extracted(page))
    assert _notes(document) == [("1", "木造の小屋"), ("2", lines[2]), ("3", "蔵は白い")]


@pytest.mark.parametrize(
    "text", ["2つの小屋で測る。", "3月から測る。", "10件の記録がある。", "1．総則"]
)
def test_a_line_that_begins_with_a_number_is_no_footnote(text: str) -> None:
    page = MadeUpPage().head(HEAD).flow(passage(1)).put(text, 1).flow(passage(2))
    assert not read(extracted(page)).footnotes
    assert not read(positioned(page)).footnotes


@pytest.mark.parametrize("head", ["[1]", "（注１）", "*1"])
def test_notes_at_the_end(head: str) -> None:
    pages = [MadeUpPage().head(HEAD).flow(passage(1)).flow(f"小屋{head}で測る。")]
    second = head.replace("1", "2").replace("１", "２")
    pages.append(MadeUpPage().flow(passage(2)).flow(f"橋{second}で測る。").flow(passage(3)))
    pages.append(MadeUpPage().put(f"{head} 木造である。").put(f"{second} 石造である。"))
    document = read(positioned(*pages))
    assert _notes(document) == [("1", "木造である。"), ("2", "石造である。")]
    assert [number for number, _ in _marks(document)] == ["1", "2"]


def test_a_reader_says_what_is_a_note() -> None:
    page = MadeUpPage().head(HEAD).flow(passage(1)).flow("小屋で測る。").flow(passage(2))
    page.put("1 木造である。", y=150)
    source = positioned(page)
    line = source.lines[-1].number
    assert not read(source).footnotes
    assert _notes(read(source, {line: frozenset({EditKind.NOTE})})) == [("1", "木造である。")]


def test_a_reader_says_what_is_no_note() -> None:
    page = MadeUpPage().head(HEAD).flow("小屋{1}で測る。").flow(passage(2))
    page.notes("{1} 木造である。")
    source = positioned(page)
    edits = {source.lines[-1].number: frozenset({EditKind.NOT_NOTE})}
    document = read(source, edits)
    assert not document.footnotes
    assert "1木造である。" in texts(document)


def test_a_headings_number_is_no_mark() -> None:
    page = MadeUpPage().head(HEAD).flow("小屋で測る。").flow(passage(2)).flow(passage(3))
    page.put("1", y=150).put("木造である。", y=140)
    second = MadeUpPage().flow("橋1で測る。").flow(passage(4))
    document = read(extracted(page, second, MadeUpPage().flow(passage(5))))
    assert document.sections[0].label.text == "１．"
    assert not document.sections[0].title_marks
