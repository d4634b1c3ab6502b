"""No line of a deck or diagram is lost, whatever order the lines stand in."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.diagram import parser as diagram
from plan_tui.parse.slides import parser as slides
from tests.conservation import pieces, true_to_source, unaccounted

Parse = Callable[[Sequence[str]], ParsedDocument]

SOURCES = Path(__file__).parents[2] / "data" / "sources"
DOCUMENTS: list[tuple[str, Parse]] = [
    ("overview-2022", slides.parse),
    ("hearing-2022", slides.parse),
    ("summary-2022", diagram.parse),
]
LINES = [
    "",
    " ",
    "目次",
    "第1 庭\t・ ・ 2",
    "1. 池",
    "- (1) 鯉",
    "庭",
    "庭の手入れについて",
    "庭に水をまく。",
    "- ・ 朝に**まく**",
    " - ・ 夜も見る",
    "- 1) 石",
    "- ① 松 ② 竹 ③ 梅",
    "-",
    "① 松",
    "② 竹",
    "①松\t③梅",
    "②竹\t",
    "草\t1\t済 R3.6",
    "\t2\t",
    "<p>苔</p>\t<table> <tr> <td>水</td> <td>光</td> </tr> </table>\t水\t光",
    "水\t光\t",
    "| 石 | 3個 |",
    "|---|---|",
    "| | |",
    "石を置く¹。",
    "1) 黒い石。",
    "※ Park for All",
    "→庭の原則（三つの",
    "原則）",
    "⇒ 改める",
    "【影響】",
    "○ 砂",
    "■ 砂利",
    "• 砂を敷く（白砂/",
    "黒砂）",
    "苔庭の整備の計画 石庭の整備の計画",
    "苔庭に関する4つの姿",
    "令和3年度～7年度",
    "990万円",
    "占用関係（2手続）",
    "強^{つよ}い",
    "The picture shows a garden with some stones.",
    "第1",
]


@pytest.mark.parametrize(("name", "parse"), DOCUMENTS)
def test_the_documents_are_whole(name: str, parse: Parse) -> None:
    lines = (SOURCES / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    document = parse(lines)
    assert not unaccounted(lines, document)
    assert true_to_source(lines, document)


@pytest.mark.parametrize(("name", "parse"), DOCUMENTS)
def test_no_converter_noise_in_the_documents_text(name: str, parse: Parse) -> None:
    lines = (SOURCES / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    document = parse(lines)
    noise = {id(piece.text) for piece in document.furniture}
    texts = [piece.text for piece in pieces(document) if id(piece) not in noise]
    for sign in ("**", "<p", "<ul", "<t", "</", "^{", "|", "The ", "  "):
        assert not [text for text in texts if sign in text]


@pytest.mark.parametrize("parse", [slides.parse, diagram.parse])
@settings(max_examples=150, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES), max_size=40))
def test_no_line_is_lost(parse: Parse, lines: list[str]) -> None:
    document = parse(lines)
    assert not unaccounted(lines, document)
    assert true_to_source(lines, document)
