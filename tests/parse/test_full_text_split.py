"""Whole lines of a text without positions are not taken for pieces of one printed line."""

from __future__ import annotations

import pytest

from plan_tui.model.paged_text import PagedText
from tests.printed_pages import HEAD, MEASURE, passage, read, texts, wrapped

_TITLES = [f"{label}　みずうみの調べ方を改める取組について" for label in ("２．", "３．", "４．")]
_SHORT = "毎朝測る。"
"""With a title nearly a full line."""


def _lines(blank: str, *, titles: list[str]) -> list[str]:
    """Return headings and paragraphs, the last line of each paragraph with ``blank`` behind it."""
    lines = [HEAD + blank]
    for seed, title in enumerate(titles):
        *first, last = wrapped(passage(seed) + "水" * 23 + "。", MEASURE)
        lines += [*first, last + blank, _SHORT + blank, title + blank]
    *first, last = wrapped(passage(9), MEASURE)
    return [*lines, *first, last + blank]


@pytest.mark.parametrize("blank", [" ", "　", ""])
def test_a_heading_below_a_short_line_is_no_piece_of_it(blank: str) -> None:
    document = read(PagedText.of_lines(_lines(blank, titles=_TITLES)))
    assert [section.label.text for section in document.sections] == ["１．", "２．", "３．", "４．"]


@pytest.mark.parametrize("blank", [" ", "　"])
@pytest.mark.parametrize("start", ["また、", "なお、", "水位を", "「湖」の", "2025年に"])
def test_a_blank_behind_a_line_ends_its_paragraph(blank: str, start: str) -> None:
    lines = _lines(blank, titles=_TITLES)
    lines += [_SHORT + blank, *wrapped(start + passage(7), MEASURE)]
    lines[-1] += blank
    found = texts(read(PagedText.of_lines(lines)))
    assert found[-2:] == [_SHORT, start + passage(7)]
