"""Page numbers, running heads and line numbers of full texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plan_tui.model.edits import EditKind
from tests.printed_pages import (
    HEAD,
    MadeUpPage,
    extracted,
    furniture,
    passage,
    positioned,
    read,
    texts,
)


def _pages(count: int, paragraphs: int = 2) -> list[MadeUpPage]:
    pages = [MadeUpPage() for _ in range(count)]
    pages[0].head(HEAD)
    for index, page in enumerate(pages):
        for paragraph in range(paragraphs):
            page.flow(passage(index * paragraphs + paragraph))
    return pages


def _passages(count: int, paragraphs: int = 2) -> list[str]:
    return [passage(seed) for seed in range(count * paragraphs)]


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi")
_FORMS: dict[str, Callable[[int], str]] = {
    "bare": str,
    "dashes": lambda n: f"- {n} -",
    "long dashes": lambda n: f"― {n} ―",
    "wide": lambda n: chr(ord("０") + n),
    "of all": lambda n: f"{n}/118",
    "of all in words": lambda n: f"{n} of 118",
    "p.": lambda n: f"p.{n}",
    "ページ": lambda n: f"{n}ページ",
    "page": lambda n: f"Page {n}",
    "brackets": lambda n: f"【{n}】",
    "roman": lambda n: _ROMAN[n - 1],
    "roman character": lambda n: chr(ord("ⅰ") + n - 1),
}


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("layout", [None, False, True])
def test_page_numbers_in_any_form(form: str, layout: bool | None) -> None:
    pages = _pages(5)
    for number, page in enumerate(pages, 1):
        page.foot(_FORMS[form](number))
    source = positioned(*pages) if layout is None else extracted(*pages, layout=layout)
    document = read(source)
    assert furniture(document, "page_number") == [_FORMS[form](n) for n in range(1, 6)]
    assert "".join(texts(document)) == "".join(_passages(5))


@pytest.mark.parametrize("left", [0, 19, 38])
@pytest.mark.parametrize("y", [50, 800])
def test_page_numbers_at_any_place(left: int, y: int) -> None:
    pages = _pages(4)
    for number, page in enumerate(pages, 7):
        page.put(str(number), left if number % 2 else 38 - left, y=y)
    assert furniture(read(positioned(*pages)), "page_number") == ["7", "8", "9", "10"]


def test_page_numbers_begin_anew_after_roman_ones() -> None:
    pages = _pages(9)
    printed = ["i", "ii", "iii", "1", "2", "3", "4", "5", "6"]
    for number, page in zip(printed, pages, strict=True):
        page.foot(number)
    assert furniture(read(positioned(*pages)), "page_number") == printed


@pytest.mark.parametrize(
    "front", [["i"], ["i", "ii"], ["ⅰ"], ["ⅰ", "ⅱ"], ["1"], ["- i -"], ["", "ii"]]
)
@pytest.mark.parametrize("left", [0, 19, 38])
def test_one_or_two_pages_of_a_numbering_of_their_own(front: list[str], left: int) -> None:
    pages = _pages(len(front) + 4)
    printed = [*front, "1", "2", "3", "4"]
    for number, page in zip(printed, pages, strict=True):
        if number:
            page.put(number, left, y=50)
    document = read(positioned(*pages))
    assert furniture(document, "page_number") == [number for number in printed if number]
    assert "".join(texts(document)) == "".join(_passages(len(pages)))


@pytest.mark.parametrize(("left", "y"), [(3, 50), (19, 90), (19, 780)])
def test_a_roman_number_at_another_place_is_text(left: int, y: int) -> None:
    pages = _pages(5)
    for number, page in enumerate(pages[1:], 1):
        page.put(str(number), 19, y=50)
    pages[0].put("ii", left, y=y)
    assert furniture(read(positioned(*pages)), "page_number") == ["1", "2", "3", "4"]


def test_a_number_that_does_not_follow_the_pages_is_text() -> None:
    pages = _pages(5)
    for number, page in enumerate(pages, 1):
        page.foot(str(number))
    pages[2].put("94", 3)
    document = read(positioned(*pages))
    assert furniture(document, "page_number") == ["1", "2", "3", "4", "5"]
    assert "94" in texts(document)


def test_pages_of_a_text_without_pages_end_at_numbers_that_follow_each_other() -> None:
    pages = _pages(6, 5)
    for number, page in enumerate(pages, 1):
        page.foot(str(number))
    document = read(extracted(*pages, feeds=False))
    assert furniture(document, "page_number") == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    "head", ["みずうみの調べ　令和八年版", "資料２", "町の計画（案）", "- draft -"]
)
@pytest.mark.parametrize("y", [60, 810])
def test_a_line_on_every_page_is_a_running_head(head: str, y: int) -> None:
    pages = _pages(4)
    for page in pages:
        page.put(head, 12, y=y, size=9)
    document = read(positioned(*pages))
    assert furniture(document, "running_head") == [head] * 4
    assert texts(document) == _passages(4)


def test_a_running_head_may_hold_the_page_number() -> None:
    pages = _pages(4)
    for number, page in enumerate(pages, 1):
        page.put(f"みずうみの調べ {number}", y=810)
    document = read(positioned(*pages))
    assert furniture(document, "running_head") == [f"みずうみの調べ {n}" for n in range(1, 5)]


def test_left_and_right_pages_may_have_heads_of_their_own() -> None:
    pages = _pages(8)
    for number, page in enumerate(pages):
        page.put(("みずうみの調べ", "第一編　水のこと")[number % 2], y=810, size=9)
    assert len(furniture(read(positioned(*pages)), "running_head")) == 8


@pytest.mark.parametrize("layout", [False, True])
def test_running_heads_of_an_extracted_text(layout: bool) -> None:
    pages = _pages(5)
    for page in pages:
        page.lines.insert(0, MadeUpPage().put("みずうみの調べ・付録", 10, y=810).lines[0])
    document = read(extracted(*pages, layout=layout))
    assert furniture(document, "running_head") == ["みずうみの調べ・付録"] * 5


def test_sentences_that_pages_share_are_text() -> None:
    pages = [MadeUpPage().put("伝える。").flow(passage(seed)) for seed in range(4)]
    pages.insert(0, MadeUpPage().head(HEAD).flow(passage(9)))
    assert not furniture(read(extracted(*pages)), "running_head")


@pytest.mark.parametrize("step", [1, 5])
def test_line_numbers_in_the_margin(step: int) -> None:
    pages = _pages(3, 9)
    for page in pages:
        for index, line in enumerate(list(page.lines), 1):
            if index % step == 0:
                page.put(str(index), -3, y=line.y, size=8)
    document = read(positioned(*pages))
    assert texts(document) == _passages(3, 9)
    assert len(furniture(document, "line_number")) > 9


def test_line_numbers_before_the_text_of_their_lines() -> None:
    pages = _pages(3)
    for page in pages:
        for index, line in enumerate(page.lines, 1):
            line.text = f"{index:>2}   {line.text}"
    document = read(extracted(*pages))
    assert "".join(texts(document)) == "".join(_passages(3))
    assert len(furniture(document, "line_number")) == sum(len(page.lines) for page in pages)


def test_a_reader_says_what_is_furniture() -> None:
    pages = _pages(4)
    for number, page in enumerate(pages, 1):
        page.foot(str(number))
    pages[1].put("写し", 3)
    source = positioned(*pages)
    stamp = next(line.number for line in source.lines if line.text == "写し")
    number = next(line.number for line in source.lines if line.text == "3")
    edits = {
        stamp: frozenset({EditKind.FURNITURE}),
        number: frozenset({EditKind.NOT_FURNITURE}),
    }
    document = read(source, edits)
    assert furniture(document, "running_head") == ["写し"]
    assert furniture(document, "page_number") == ["1", "2", "4"]
