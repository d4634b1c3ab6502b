"""Texts whose lines break off anywhere, as one extracted in the order in which it is drawn."""

from __future__ import annotations

import re

import pytest

from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedDocument
from tests.printed_pages import HEAD, MEASURE, blocks, passage, read, texts

_PASSAGES = [passage(seed, size) for seed, size in enumerate((5, 8, 6, 7, 4, 9))]


def _ragged(passages: list[str], break_after: str) -> list[str]:
    """Return passages broken after each sign, and where a line is full."""
    lines: list[str] = []
    for text in passages:
        for part in re.findall(rf"[^{break_after}]+[{break_after}]?", text):
            lines += [part[i : i + MEASURE] for i in range(0, len(part), MEASURE)]
    return lines


def _read(lines: list[str]) -> ParsedDocument:
    return read(PagedText.of_lines([HEAD, *["水" * MEASURE] * 3, "水を測る。", *lines]))


@pytest.mark.parametrize("break_after", ["、", "、の", "、が", "、を", "、がを"])
def test_a_broken_line_goes_on_within_its_sentence(break_after: str) -> None:
    found = texts(_read(_ragged(_PASSAGES, break_after)))
    assert [text for text in found if not text.startswith("水水")] == _PASSAGES


@pytest.mark.parametrize("sign", "①②（Ａａ")
def test_a_numeral_within_a_sentence_begins_no_item(sign: str) -> None:
    counted = f"町では、{sign}１）帳面の整理と、水位の調査を続け、結果を毎年広く知らせている。"
    lines = _ragged([*_PASSAGES, counted, *_PASSAGES], "、")
    assert counted in texts(_read(lines))


def test_a_title_in_brackets_or_a_caption_stands_alone() -> None:
    lines = [*_ragged(_PASSAGES, "、"), "図１ 水位の移り変わり", *_ragged(_PASSAGES[:1], "、")]
    assert "図１水位の移り変わり" in [b.text.text.replace(" ", "") for b in blocks(_read(lines))]
