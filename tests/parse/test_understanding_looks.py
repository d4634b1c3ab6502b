"""The proof of understanding: items and lines in brackets that look like headings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import BlockKind, Layout, SectionKind
from plan_tui.model.parsed import ParsedBlock, ParsedDocument, ParsedSection
from plan_tui.parse.understanding.understanding import understanding
from tests.made_up_pages import GOTHIC, MINCHO, Print, positioned, unpositioned
from tests.read_draft import LONG

MARKERS = (("１．", "２．"), ("ア）", "イ）"), ("①", "②"), ("（ａ）", "（ｂ）"), ("Ⅰ．", "Ⅱ．"))
WORDS = "窓口の見直し"


def doubts(
    items: Sequence[tuple[str, str]],
    *,
    font: str = GOTHIC,
    kind: BlockKind = BlockKind.LIST_ITEM,
    section: SectionKind = SectionKind.SECTION,
    below: bool = True,
    layout: Layout = Layout.FULL_TEXT,
) -> list[Doubt]:
    """Return what is in doubt of items (marker and words) below each of three headings.

    Each is printed in ``font``, and has a paragraph ``below`` it.
    """
    prints: list[Print] = []
    sections: list[tuple[int, list[tuple[int, str, BlockKind]]]] = []
    for number in range(3):
        prints.append(Print(f"第{number + 1}　町の{number + 1}", GOTHIC))
        blocks: list[tuple[int, str, BlockKind]] = []
        sections.append((len(prints), blocks))
        for marker, words in items:
            prints.append(Print(marker + words, font))
            blocks.append((len(prints), marker, kind))
            if below:
                prints.append(Print(LONG))
                blocks.append((len(prints), "", BlockKind.PARAGRAPH))
        prints.append(Print(LONG))
        blocks.append((len(prints), "", BlockKind.PARAGRAPH if below else BlockKind.BULLET))
    text = positioned(prints) if font else unpositioned(prints)
    lines = [line.traced for line in text.lines]
    document = ParsedDocument(
        tuple(
            ParsedSection(
                1,
                section,
                label=lines[first - 1][:2],
                title=lines[first - 1][3:],
                blocks=tuple(
                    ParsedBlock(kind, lines[n - 1][len(marker) :], lines[n - 1][: len(marker)])
                    for n, marker, kind in blocks
                ),
            )
            for first, blocks in sections
        )
    )
    found = understanding(text, document, layout)
    return [doubt for doubt in found if doubt.kind is DoubtKind.HEADING_IN_TEXT]


@pytest.mark.parametrize("markers", MARKERS)
def test_items_in_a_headings_type_above_text_may_be_headings(markers: tuple[str, ...]) -> None:
    found = doubts([(marker, WORDS) for marker in markers])
    assert [doubt.found for doubt in found] == [marker + WORDS for marker in markers] * 3
    assert {doubt.severity for doubt in found} == {Severity.WARNING}


@pytest.mark.parametrize("markers", MARKERS)
def test_items_in_the_bodys_type_are_items(markers: tuple[str, ...]) -> None:
    assert doubts([(marker, WORDS) for marker in markers], font=MINCHO) == []


@pytest.mark.parametrize("words", ["窓口を見直す。", "次のとおり：", "窓口の見直し" * 11])
def test_items_that_are_sentences_or_long_are_items(words: str) -> None:
    assert doubts([("①", words), ("②", words)]) == []


def test_items_that_follow_each_other_are_items() -> None:
    assert doubts([("①", WORDS), ("②", WORDS)], below=False) == []


@pytest.mark.parametrize("font", [MINCHO, GOTHIC, ""])
def test_lines_in_brackets_above_text_may_be_headings(font: str) -> None:
    found = doubts([("", "【窓口の見直し】"), ("", "【道の整備】")], font=font, kind=BlockKind.NOTE)
    assert [doubt.found for doubt in found] == ["【窓口の見直し】", "【道の整備】"] * 3


@pytest.mark.parametrize("words", ["【窓口】の見直し", "【窓口】と【道】", "（窓口）", "＜窓口＞"])
def test_other_brackets_and_words_beside_them_are_none(words: str) -> None:
    assert doubts([("", words)], font=MINCHO, kind=BlockKind.NOTE) == []


def test_sub_headings_of_measures_and_of_lists_are_none() -> None:
    words = [("", "【窓口の見直し】")]
    assert doubts(words, kind=BlockKind.NOTE, section=SectionKind.MEASURE) == []
    assert doubts(words, kind=BlockKind.NOTE, below=False) == []
    assert doubts(words, kind=BlockKind.NOTE, layout=Layout.SLIDES) == []
