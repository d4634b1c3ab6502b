"""Headings over several lines, and what belongs to them."""

from __future__ import annotations

import pytest

from plan_tui.model.edits import EditKind
from plan_tui.parse.full_text.headings.outline import read_outline
from tests.made_up_pages import (
    Print,
    contents,
    head,
    paragraph,
    positioned,
    unpositioned,
)
from tests.printed_headings import body, outline


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


def test_a_corrected_heading_goes_on_on_the_lines_joined_to_it() -> None:
    text = positioned(
        [head("第１　河川"), *paragraph("河川"), Print("下流の"), Print("様子"), *paragraph("下流")]
    )
    lines = body(text)
    number = next(line.line.number for line in lines if line.solid == "下流の")
    edits = {number: frozenset({EditKind.HEADING}), number + 1: frozenset({EditKind.JOIN})}
    assert [h.title.text for h in read_outline(lines, edits).headings] == ["河川", "下流の様子"]


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
