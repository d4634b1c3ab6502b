"""Read a PDF file as numbered lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.paged_text import PagedText
from plan_tui.sources.file_content import file_content
from plan_tui.text.language import Phrase

_NO_PDFIUM = Phrase(
    "{path}：PDFを読むには追加機能addが必要です：`pip install 'plan-tui[add]'`",
    "{path}: reading a PDF needs pypdfium2; install it with pip install 'plan-tui[add]'",
)

Progress = Callable[[int, int], None]
"""Told after each page how many are read and how many there are."""


def read_pdf(path: Path, progress: Progress | None = None) -> PagedText:
    """Read all pages of a PDF.

    Raises:
        DataError: the file cannot be read, is no PDF, is damaged, needs a password, or has no
            text or none that can be read; or pypdfium2 is not installed.

    """
    return read_pdf_content(path, file_content(path), progress)


def read_pdf_content(path: Path, content: bytes, progress: Progress | None = None) -> PagedText:
    """Read the content of a PDF; ``path`` is for messages, which are those above."""
    try:
        import pypdfium2  # noqa: F401
    except ImportError as error:
        raise DataError(_NO_PDFIUM.of(path=path)) from error
    from plan_tui.sources.pdf.pdf_document import read_document

    return read_document(path, content, progress)
