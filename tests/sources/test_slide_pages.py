"""Slides are told from documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.model.paged_text import PagedText
from plan_tui.sources.slide_pages import is_slides
from tests.made_up_pdf import MadeUpPdf, read_book

SENTENCE = "窓口で待つ時間を短くし、手続を一つの場所で終えられるようにする。"


def pages(
    folder: Path, *, wide: bool, title: float, size: float, rows: int, count: int = 4
) -> PagedText:
    width, height = (842.0, 595.0) if wide else (595.0, 842.0)
    book = MadeUpPdf(width=width, height=height, size=size)
    for number in range(count):
        page = book.page()
        if title:
            page.line(f"{number}　取組の題", size=title)
        fitting = int((width - 114) / size)
        for _ in range(rows):
            page.line((SENTENCE * 4)[:fitting], down=1.3)
    return read_book(book, folder)


@pytest.mark.parametrize(
    ("title", "size", "rows"),
    [
        (28, 18, 8),  # large text
        (24, 14, 20),
        (20, 10, 8),  # little text
        (18, 9, 30),  # crowded below a large title
        (0, 40, 2),  # a few words
        (20, 12, 22),
    ],
)
def test_slides(tmp_path: Path, title: float, size: float, rows: int) -> None:
    assert is_slides(pages(tmp_path, wide=True, title=title, size=size, rows=rows))


@pytest.mark.parametrize(
    ("wide", "title", "size", "rows"),
    [
        (False, 16, 12, 30),
        (False, 26, 12, 5),  # upright, however little
        (False, 20, 18, 12),
        (True, 0, 9, 36),  # a document on wide pages
        (True, 12, 10.5, 30),
        (True, 11, 11, 28),
    ],
)
def test_documents(tmp_path: Path, wide: bool, title: float, size: float, rows: int) -> None:
    assert not is_slides(pages(tmp_path, wide=wide, title=title, size=size, rows=rows))


def test_a_document_with_wide_pages_at_its_end_is_none(tmp_path: Path) -> None:
    book = MadeUpPdf()
    for _ in range(4):
        book.page().lines(*[SENTENCE] * 20)
    for _ in range(3):
        page = book.page()
        page.canvas.setPageSize((842, 595))
        page.line("工程表", size=20, at=500)
    assert not is_slides(read_book(book, tmp_path))


def test_a_text_without_pages_is_a_document() -> None:
    assert not is_slides(PagedText.of_lines(["第１　暮らし", SENTENCE]))
    assert not is_slides(PagedText(()))
