"""Items of full texts that a numeral with no sign of its own numbers."""

from __future__ import annotations

import pytest

from plan_tui.model.enums import BlockKind
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

_NUMERALS = ["アイウエ", "イロハニ", "１２３４", "一二三四", "ａｂｃｄ", "ABCD", "ⅰⅱⅲⅳ", "ｱｲｳｴ"]
_ITEMS = [passage(seed, size) for seed, size in enumerate((3, 6, 4, 5))]


def _items(document: ParsedDocument) -> list[tuple[str, str]]:
    return [(b.marker.text, b.text.text) for b in blocks(document) if b.kind is BlockKind.LIST_ITEM]


def _page(numerals: str, blank: str, left: float, first: float) -> MadeUpPage:
    page = MadeUpPage().head(HEAD).flow(passage(9))
    for numeral, item in zip(numerals, _ITEMS, strict=True):
        page.flow(f"{numeral}{blank}{item}", left, first=first)
    return page.flow(passage(8))


@pytest.mark.parametrize("blank", ["　", " "])
@pytest.mark.parametrize("numerals", _NUMERALS)
def test_numerals_that_count_on_number_items(numerals: str, blank: str) -> None:
    document = read(positioned(_page(numerals, blank, 2, -2)))
    assert _items(document) == list(zip(numerals, _ITEMS, strict=True))
    assert texts(document)[-1] == passage(8)


@pytest.mark.parametrize("numerals", _NUMERALS[:4])
def test_numerals_number_items_of_an_extracted_text(numerals: str) -> None:
    document = read(extracted(_page(numerals, "　", 2, -2), layout=True))
    assert _items(document) == list(zip(numerals, _ITEMS, strict=True))


@pytest.mark.parametrize("start", ["ア", "３", "二", "Ｂ", "ｘ", "ⅱ"])
def test_a_numeral_that_nothing_counts_on_is_text(start: str) -> None:
    page = MadeUpPage().head(HEAD).flow(f"{start}　{passage(1)}").flow(passage(2))
    assert texts(read(positioned(page))) == [start + passage(1), passage(2)]
