"""Lines that are set when they are seen: until then their number and their stops are known."""

from __future__ import annotations

import pytest

from plan_tui.tui.render.line import Line, Paragraph, Piece
from plan_tui.tui.render.line_blocks import BesideLines, BlockLines, JoinedLines, LineBlock


def _lines(drawn: list[str]) -> JoinedLines:
    def block(text: str, stop: int = -1) -> LineBlock:
        def draw() -> list[Line]:
            drawn.append(text)
            return [Line((Piece(f"{text}{number}"),), mark=0) for number in range(2)]

        return LineBlock(2, draw, stop, anchor=("base", len(text)))

    base = BlockLines([block("森"), block("梟の巣", 1)])
    other = BlockLines([block("橋", 0), LineBlock.blank(1)])
    return JoinedLines([[Line.of("凡例")], BesideLines([base, other], 6, 0)])


def test_nothing_is_set_before_it_is_seen() -> None:
    drawn: list[str] = []
    lines = _lines(drawn)
    assert len(lines) == 5
    assert list(lines.hits) == [1, 4]
    assert list(lines.anchors) == [None, *[("base", 1)] * 2, *[("base", 3)] * 2]
    assert drawn == []
    assert lines[4].text.startswith("梟の巣1 | ")
    assert drawn == ["梟の巣"]


def test_what_is_known_before_is_what_the_lines_are() -> None:
    lines = _lines([])
    assert [number for number, line in enumerate(lines) if line.hit] == list(lines.hits)
    assert [line.anchor for line in lines] == list(lines.anchors)
    assert lines[1:3] == [lines[1], lines[2]]
    assert lines[-1] == lines[4]
    with pytest.raises(IndexError):
        lines[5]


def test_a_paragraph_has_as_many_lines_as_it_is_said_to_have() -> None:
    paragraph = Paragraph("森の図書館では、梟が夜に鳴く。")
    block = LineBlock.of_paragraph(paragraph, 8)
    assert block.lines() == paragraph.lines(8)
    assert block.count == len(block.lines())
