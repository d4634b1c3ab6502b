"""Open a PDF file, read its pages and bookmarks, and tell what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pypdfium2

from plan_tui.errors import DataError
from plan_tui.model.paged_text import Bookmark, PagedText, PageLine, RuledTable, SourcePage
from plan_tui.sources.pdf.damaged_streams import has_damaged_stream, has_lost_contents
from plan_tui.sources.pdf.drawn_shapes import drawn_shapes
from plan_tui.sources.pdf.flows import page_flows
from plan_tui.sources.pdf.page_frame import PageFrame
from plan_tui.sources.pdf.page_layout import lay_out_page
from plan_tui.sources.pdf.page_marks import left_text
from plan_tui.sources.pdf.pdf_glyphs import UNMAPPED, pdf_glyphs
from plan_tui.sources.pdf.ruled_cells import table_grids
from plan_tui.sources.pdf.ruled_lines import ruled_lines
from plan_tui.sources.pdf.stand_in_font import use_stand_in_font
from plan_tui.text.language import Phrase

_NO_PDF = Phrase(
    "{path}：PDFではありません。PDF、pdftotextの出力、Markdownのどれかを指定してください",
    "{path}: not a PDF; give a PDF, the output of pdftotext, or Markdown",
)
_CUT = Phrase(
    "{path}：PDFが途中で切れています。もう一度ダウンロードしてください",
    "{path}: the PDF is cut off before its end; download it again",
)
_DAMAGED = Phrase(
    "{path}：PDFが壊れています。もう一度ダウンロードしてください",
    "{path}: the PDF is damaged; download it again",
)
_DAMAGED_PAGE = Phrase(
    "{path}：PDFの{page}ページが壊れています。もう一度ダウンロードしてください",
    "{path}: page {page} of the PDF is damaged; download it again",
)
_PASSWORD = Phrase(
    "{path}：PDFにパスワードがかかっています。パスワードを外したPDFを指定してください",
    "{path}: the PDF needs a password; give a copy without one",
)
_NO_LETTERS = Phrase(
    "{path}：PDFに文字がありません（図形だけか、破損）。もう一度ダウンロードするか、テキ"
    "ストを指定してください",
    "{path}: the PDF has no text (letters drawn as shapes, or damage); download it again, "
    "or give its text",
)
_NO_TEXT = Phrase(
    "{path}：PDFに文字がありません（画像だけ）。OCRをかけたPDFか、テキストを指定してください",
    "{path}: the PDF has no text, only pictures (scanned); give one with recognised text "
    "(OCR), or its text",
)
_HARDLY_TEXT = Phrase(
    "{path}：PDFに、ページ番号などのほかに文字がほとんどありません（画像だけ）。OCRをかけたPDFか、"
    "テキストを指定してください",
    "{path}: the PDF has hardly any text beside page numbers, only pictures (scanned); give one "
    "with recognised text (OCR), or its text",
)
_RUBBISH = Phrase(
    "{path}：PDFの文字の大半（{share}％）が、読める文字に対応していません。OCRをかけ直し"
    "たPDFか、テキストを指定してください",
    "{path}: most characters of the PDF ({share} %) stand for nothing readable; give one "
    "with its text recognised again (OCR), or its text",
)

HEAD = 1024
"""The bytes in which a PDF says that it is one, and in which it says that it ends."""
LEAST_A_PAGE = 20
"""Characters a page, beside page numbers and the like, below which pictures are scanned pages:
slides have ten times as many."""
RUBBISH = 0.5
"""The share of characters without meaning beyond which a text cannot be read."""


def read_document(
    path: Path, content: bytes, progress: Callable[[int, int], None] | None
) -> PagedText:
    """Read all pages and bookmarks; what is raised is said at ``read_pdf``."""
    use_stand_in_font()
    document = _open(path, content)
    try:
        pages = _read_pages(path, document, progress)
        text = PagedText(pages, _bookmarks(document))
        _check_text(path, text, document)
    finally:
        document.close()
    return text


def _open(path: Path, content: bytes) -> pypdfium2.PdfDocument:
    if b"%PDF-" not in content[:HEAD]:
        raise DataError(_NO_PDF.of(path=path))
    if has_damaged_stream(content) or has_lost_contents(content):
        raise DataError(_DAMAGED.of(path=path))
    if b"%%EOF" not in content.rstrip(b"\0\r\n\t ")[-HEAD:]:
        raise DataError(_CUT.of(path=path))
    try:
        return pypdfium2.PdfDocument(content, password="")
    except pypdfium2.PdfiumError as error:
        needs_password = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        message = _PASSWORD if needs_password else _DAMAGED
        raise DataError(message.of(path=path)) from error


def _read_pages(
    path: Path, document: pypdfium2.PdfDocument, progress: Callable[[int, int], None] | None
) -> tuple[SourcePage, ...]:
    numbers = count(1)
    pages: list[SourcePage] = []
    gutters: list[float] = []
    total = len(document)
    for number in range(1, total + 1):
        try:
            pages.append(_read_page(document, number, numbers, gutters))
        except pypdfium2.PdfiumError as error:
            raise DataError(_DAMAGED_PAGE.of(path=path, page=number)) from error
        if progress:
            progress(number, total)
    return tuple(pages)


def _read_page(
    document: pypdfium2.PdfDocument, number: int, numbers: count[int], gutters: list[float]
) -> SourcePage:
    page = document[number - 1]
    text_page = page.get_textpage()
    try:
        left, bottom, right, top = page.get_cropbox()
        frame = PageFrame(left, bottom, right, top, page.get_rotation() // 90)
        flows = page_flows(frame, pdf_glyphs(text_page))
        grids = table_grids(ruled_lines(drawn_shapes(page), flows.frame))
    finally:
        text_page.close()
        page.close()
    layout = lay_out_page(flows.upright, flows.others, grids, gutters)
    lines = tuple(PageLine(next(numbers), text, number, boxes) for text, boxes in layout.lines)
    tables = tuple(
        RuledTable(
            tuple(
                tuple(tuple(lines[i].number for i in cell) for cell in row) for row in table.rows
            ),
            table.merged,
        )
        for table in layout.tables
    )
    return SourcePage(number, flows.frame.width, flows.frame.height, lines, tables)


def _bookmarks(document: pypdfium2.PdfDocument) -> tuple[Bookmark, ...]:
    """Return the entries of the outline; what is damaged of it is left out."""
    bookmarks: list[Bookmark] = []
    try:
        for entry in document.get_toc():
            target = entry.get_dest()
            index = target.get_index() if target else None
            page = index + 1 if index is not None else None
            bookmarks.append(Bookmark(entry.level + 1, entry.get_title().strip("\0"), page))
    except (pypdfium2.PdfiumError, UnicodeError):
        pass
    return tuple(bookmarks)


def _check_text(path: Path, text: PagedText, document: pypdfium2.PdfDocument) -> None:
    """Refuse a file without text, and one whose text says nothing."""
    characters = "".join(text.texts).replace(" ", "")
    if not characters:
        raise DataError((_NO_TEXT if any(_pictured(document)) else _NO_LETTERS).of(path=path))
    if left_text(text.pages) < LEAST_A_PAGE * len(text.pages):
        pictures = [*_pictured(document)]
        if 2 * sum(pictures) >= len(pictures):
            raise DataError(_HARDLY_TEXT.of(path=path))
    meaningless = sum(c == UNMAPPED or "\ue000" <= c <= "\uf8ff" for c in characters)
    share = meaningless / len(characters)
    if share > RUBBISH:
        raise DataError(_RUBBISH.of(path=path, share=round(100 * share)))


def _pictured(document: pypdfium2.PdfDocument) -> Iterator[bool]:
    """Yield for each page whether it has a picture."""
    kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    return (any(True for _ in document[n].get_objects(kinds)) for n in range(len(document)))
