"""Numbers at a line's beginning, in typed texts: footnotes, or what they count."""

from __future__ import annotations

import pytest

from plan_tui.model.doubts import DoubtKind, Severity
from plan_tui.model.enums import Layout
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.understanding.understanding import understanding
from tests.printed_pages import blocks, read, texts, typed

_COUNTED = [
    "２千４百万円を積み立てる。",
    "２億円を積み立てる。",
    "2億円を積み立てる。",
    "２万冊を書庫に移す。",
    "２つの橋を架け替える。",
    "２人で当番をする。",
    "１人１冊の本を贈る。",
    "２か所に小屋を建てる。",
    "2 か所に小屋を建てる。",
    "２割の家が灯りを点す。",
    "1 250冊の本を数える。",
    "２％の水が漏れる。",
    "２月の市を開く。",
    "２歳の馬を飼う。",
    "２次元の地図を描く。",
    "12の家で灯りを点す。",
]


def _text(*paragraphs: str) -> str:
    """Return a text with headings above and below paragraphs."""
    return "\n\n".join(
        ("第１ 湖畔", "１．小屋", *paragraphs, "３．橋", "橋を渡す。", "第２ 山", "山を歩く。")
    )


def _labels(document: ParsedDocument) -> list[str]:
    return [section.label.text for section in document.sections]


def _marks(document: ParsedDocument) -> list[tuple[str, str]]:
    return [
        (mark.number, block.text.text[: mark.offset][-2:])
        for block in blocks(document)
        for mark in block.marks
    ]


@pytest.mark.parametrize("counted", _COUNTED)
@pytest.mark.parametrize(
    "above", ["平成21（2009）年度に建てた。", "令和２年度に建てた。", "建てた。"]
)
@pytest.mark.parametrize("join", ["\n\n", "\n"])
def test_a_paragraph_that_begins_with_a_quantity_is_no_footnote(
    counted: str, above: str, join: str
) -> None:
    text = _text(above + join + counted if join == "\n" else above, "２．蔵", "蔵を直す。", counted)
    document = read(typed(text))
    assert document.footnotes == ()
    assert _labels(document) == ["第１", "１．", "２．", "３．", "第２"]
    solid = "".join("".join(texts(document)).split())
    assert "".join(above.split()) in solid
    assert "".join(counted.split()) in solid


def test_real_footnotes_stand_beside_quantities() -> None:
    document = read(
        typed(
            _text(
                "湖の小屋1を建て、平成21年度に直し、令和３年度に広げた。",
                "２．蔵",
                "木の蔵2を建てる。",
                "1 板で葺いた家のこと。\n2 米を置く家のこと。",
                "３割の家が灯りを点す。",
            )
        )
    )
    notes = [(note.name, note.text.text) for note in document.footnotes]
    assert notes == [("1", "板で葺いた家のこと。"), ("2", "米を置く家のこと。")]
    assert _marks(document) == [("1", "小屋"), ("2", "の蔵")]
    assert _labels(document) == ["第１", "１．", "２．", "３．", "第２"]
    assert "３割の家が灯りを点す。" in texts(document)
    assert "湖の小屋を建て、平成21年度に直し、令和３年度に広げた。" in texts(document)


@pytest.mark.parametrize(
    "printed",
    [
        "昭和61年に建てた小屋1で測る。",
        "平成21年度と令和11年度に、小屋1で測る。",
        "11月11日に小屋1で測る。",
        "31か所の小屋1で測る。",
        "１つの小屋1で測る。",
        "第1期の小屋1で測る。",
        "1.5倍の小屋1で測る。",
        "令和１年の小屋1で測る。",
        "３分の１の小屋1で測る。",
        "１億１千万円の小屋1で測る。",
    ],
)
def test_a_mark_stands_in_no_number_and_no_date(printed: str) -> None:
    document = read(typed(_text(printed, "２．蔵", "蔵を直す。", "1 板で葺いた家のこと。")))
    assert [note.text.text for note in document.footnotes] == ["板で葺いた家のこと。"]
    assert _marks(document) == [("1", "小屋")]


@pytest.mark.parametrize("opening", ["機関の長", "地域の人々", "サービスの名", "政府の会議"])
def test_a_footnote_may_begin_with_what_is_also_counted(opening: str) -> None:
    document = read(
        typed(_text("湖の小屋1を建てる。", "２．蔵", "蔵を直す。", f"1{opening}のこと。"))
    )
    assert [note.text.text for note in document.footnotes] == [f"{opening}のこと。"]


@pytest.mark.parametrize("line", ["第２条 灯りを点す", "（１） 灯りを点す"])
@pytest.mark.parametrize("above", ["決まりのこと。", "決まりの第１条と"])
def test_what_a_footnote_quotes_is_no_heading(line: str, above: str) -> None:
    text = typed(_text("湖の小屋1を建てる。", "２．蔵", "蔵を直す。", f"1 {above}\n{line}"))
    document = read(text)
    assert len(document.footnotes) == 1
    doubts = understanding(text, document, Layout.FULL_TEXT)
    assert DoubtKind.HEADING_IN_TEXT not in [doubt.kind for doubt in doubts]


@pytest.mark.parametrize("heading", ["３．橋", "第２ 山"])
def test_a_heading_in_a_footnote_is_an_error(heading: str) -> None:
    text = typed(
        "第１ 湖畔\n１．小屋\n湖の小屋1を建てる。\n水位を測る。\n２．蔵\n蔵を直す。\n米を置く。\n\n"
        f"1 板で葺いた家のこと。\n{heading}\n橋を渡す。"
    )
    document = read(text)
    errors = [
        (doubt.kind, doubt.found)
        for doubt in understanding(text, document, Layout.FULL_TEXT)
        if doubt.severity is Severity.ERROR
    ]
    assert errors == [(DoubtKind.HEADING_IN_TEXT, "".join(heading.split()))]
