"""Any file that may hold a source: what it is, by its content, and its text with pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.enums import Layout
from plan_tui.model.paged_text import PagedText
from plan_tui.sources.foreign_files import binary_file, foreign_file, is_pdf
from plan_tui.sources.slide_pages import is_slides
from plan_tui.sources.text_encodings import DecodedText, TextEncoding, decode, has_byte_order_mark
from plan_tui.sources.text_layouts import is_markdown, is_text_of_slides
from plan_tui.sources.text_pages import paged_text
from plan_tui.text.language import Phrase
from plan_tui.text.record import record

_EMPTY = Phrase("{path}：空のファイルです", "{path}: the file is empty")
_NEARLY_EMPTY = Phrase(
    "{path}：文字がほとんどありません（{count}字）。全文のファイルを指定してください",
    "{path}: hardly any text (characters: {count}); give the file of the whole text",
)
_CONTROL = Phrase(
    "{path}:{line}：{line}行目に制御文字（{code}）があります。取り除いたものを指定してください",
    "{path}:{line}: line {line} has a control character ({code}); "
    "take it out and give the file again",
)
_SLIDES = Phrase(
    "{path}：スライド（説明資料）です。スライドはまだ追加できません。全文（本文）のPDFか"
    "テキストを指定してください",
    "{path}: a slide deck, which cannot be added yet; give the PDF or text of the full text",
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""All controls but tab, line and page ends, and the next line (U+0085), which is a blank."""
_FEWEST_CHARACTERS = 20
"""Characters of a text that can be a document: a heading and a sentence have more."""


@record
class SourceFile:
    """A file, read."""

    text: PagedText
    layout: Layout


def read_content(
    path: Path, content: bytes, progress: Callable[[int, int], None] | None = None
) -> SourceFile:
    """Read a PDF, the text of one, another text, or Markdown; the content tells which it is.

    Args:
        path: of the file, whatever its name ends in, for messages.
        content: of the file.
        progress: told after each page of a PDF how many are read and how many there are.

    Raises:
        DataError: the file cannot be read, is empty, is of another kind (with the way to a usable
            one), holds slides, or has a character that no text has (with its line).

    """
    if is_pdf(content):
        return _read_pdf(path, content, progress)
    return read_text(path, content)


def read_text(path: Path, content: bytes) -> SourceFile:
    """Read the content of a text file; ``path`` is for messages, which are those above."""
    if not content.strip():
        raise DataError(_EMPTY.of(path=path))
    if foreign := foreign_file(content):
        raise DataError(foreign.of(path=path))
    decoded = _decode_or_refuse(path, content)
    text = paged_text(decoded.text)
    _check_characters(path, text)
    if is_markdown(text):
        return SourceFile(text, Layout.MARKDOWN)
    if is_text_of_slides(text):
        raise DataError(_SLIDES.of(path=path))
    return SourceFile(text, Layout.FULL_TEXT)


def _read_pdf(
    path: Path, content: bytes, progress: Callable[[int, int], None] | None
) -> SourceFile:
    from plan_tui.sources.pdf.pdf_reader import read_pdf_content

    text = read_pdf_content(path, content, progress)
    if is_slides(text):
        raise DataError(_SLIDES.of(path=path))
    return SourceFile(text, Layout.FULL_TEXT)


def _decode_or_refuse(path: Path, content: bytes) -> DecodedText:
    """Decode a text; a file full of control characters is called what it is."""
    binary = None if has_byte_order_mark(content) else binary_file(content)
    try:
        decoded = decode(path, content)
    except DataError:
        if binary:
            raise DataError(binary.of(path=path)) from None
        raise
    if binary and decoded.encoding is not TextEncoding.UTF_16:
        raise DataError(binary.of(path=path))
    return decoded


def refuse_control_characters(path: Path, text: PagedText) -> None:
    """Make sure that a text has no control character.

    Raises:
        DataError: it has one; the message names the line.

    """
    for line in text.lines:
        if control := _CONTROLS.search(line.text):
            code = f"U+{ord(control.group()):04X}"
            raise DataError(_CONTROL.of(path=path, line=line.number, code=code))


def _check_characters(path: Path, text: PagedText) -> None:
    """Refuse a text that is nearly empty, and one with control characters."""
    refuse_control_characters(path, text)
    count = len("".join("".join(text.texts).split()))
    if not count:
        raise DataError(_EMPTY.of(path=path))
    if count < _FEWEST_CHARACTERS:
        raise DataError(_NEARLY_EMPTY.of(path=path, count=count))
