"""Headings that begin with a bare number, in made-up texts without places on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.model.doubts import DoubtKind
from plan_tui.model.enums import BlockKind
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.registry import parse
from plan_tui.parse.understanding.understanding import understanding
from plan_tui.sources.source_file import read_text

TEXT = "町の声を聞き、暮らしを支えるために要る取組を進める。隣の町とも力を合わせて進めていく。"
INDENTED = f"　{TEXT}"
HEAD = ["町の計画", "令和八年四月一日", ""]


def read(*lines: str) -> tuple[PagedText, ParsedDocument]:
    content = "\n".join([*HEAD, *lines, ""]).encode()
    file = read_text(Path("made_up.txt"), content)
    return file.text, parse(file.layout, file.text, {})


def outline(*lines: str) -> list[str]:
    return [f"{s.depth} {s.label.text} {s.title.text}" for s in read(*lines)[1].sections]


def lost(*lines: str) -> list[str]:
    """Return the lines that are told as headings that may be lost."""
    text, document = read(*lines)
    layout = read_text(Path("made_up.txt"), "\n".join([*HEAD, *lines]).encode()).layout
    found = understanding(text, document, layout)
    return [doubt.found for doubt in found if doubt.kind is DoubtKind.HEADING_IN_TEXT]


@pytest.mark.parametrize("numbers", ["１２", "12", "一二"])
@pytest.mark.parametrize("blank", [" ", "　"])
@pytest.mark.parametrize("passage", [INDENTED, TEXT])
def test_bare_numbers_above_passages_begin_anew_below_each_chapter(
    numbers: str, blank: str, passage: str
) -> None:
    first, second = (f"{number}{blank}" for number in numbers)
    lines = ["第１章　初め", f"{first}畑", passage, f"{second}橋", passage]
    lines += ["第２章　次", f"{first}川", passage, f"{second}森", passage]
    label, other = numbers[0], numbers[1]
    assert outline(*lines) == [
        "1 第１章 初め",
        f"2 {label} 畑",
        f"2 {other} 橋",
        "1 第２章 次",
        f"2 {label} 川",
        f"2 {other} 森",
    ]
    assert lost(*lines) == []


def test_bare_numbers_right_below_the_cover_have_another_numbering_below_them() -> None:
    lines = ["１　畑", INDENTED, "（１）　種", INDENTED, "（２）　水", INDENTED, "２　橋", INDENTED]
    assert outline(*lines) == ["1 １ 畑", "2 （１） 種", "2 （２） 水", "1 ２ 橋"]


@pytest.mark.parametrize(
    "items",
    [
        ["１　畑", "２　橋", "３　川"],
        ["１　畑を耕す。", INDENTED, "２　橋を直す。", INDENTED],
        ["１　畑を耕すために要る水を山の川から引いてくることを皆で決めて、", "　町に知らせる。"],
    ],
)
def test_lists_have_no_headings(items: list[str]) -> None:
    lines = ["第１章　初め", INDENTED, *items, INDENTED, "第２章　次", INDENTED]
    assert outline(*lines) == ["1 第１章 初め", "1 第２章 次"]
    assert lost(*lines) == []


def test_a_list_between_such_headings_stays_one() -> None:
    lines = ["１　畑", INDENTED, "１　種", "２　水", INDENTED, "２　橋", INDENTED]
    assert outline(*lines) == ["1 １ 畑", "1 ２ 橋"]
    items = [b.text.text for b in read(*lines)[1].sections[0].blocks if b.marker]
    assert items == ["種", "水"]
    assert {b.kind for b in read(*lines)[1].sections[1].blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("numbers", ["１", "２５", "１３"])
def test_what_cannot_be_decided_is_in_doubt(numbers: str) -> None:
    lines = ["第１章　初め", INDENTED]
    for number in numbers:
        lines += [f"{number}　畑", INDENTED]
    lines += ["第２章　次", INDENTED]
    assert outline(*lines) == ["1 第１章 初め", "1 第２章 次"]
    assert lost(*lines) == [f"{number}　畑" for number in numbers]
