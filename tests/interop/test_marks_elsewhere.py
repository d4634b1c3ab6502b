"""Marks, footnotes, keys and citations are there when other programs read a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.export.html import page
from plan_tui.export.word_document import word_file
from plan_tui.model.rich_document import (
    Content,
    DataTable,
    DocumentParagraph,
    Markup,
    RichDocument,
    TextRun,
    run,
)
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.old_new_asked import table_asked
from tests.interop.converters import Marked, Pandoc, Soffice

MARKS = {
    Markup.EMPHASIS: {"Emph"},
    Markup.MATCH: {"Strong"},
    Markup.GONE: {"Strikeout"},
    Markup.NEW: {"Underline"},
    Markup.MOVED: {"Emph"},
    Markup.SHARED: {"Strong"},
    Markup.CHANGED: {"Underline"},
    Markup.STRONG: {"Strong"},
}
"""What pandoc calls the marks."""


def every_mark() -> RichDocument:
    """Return each mark inside a sentence of a paragraph and of a cell."""
    sentences = tuple((*run("前"), *run(f"森{markup}の", markup), *run("後")) for markup in MARKS)
    paragraphs = tuple(DocumentParagraph(sentence) for sentence in sentences)
    table = DataTable((run("列"),), tuple((sentence,) for sentence in sentences))
    return RichDocument(Language.JA, (*paragraphs, table))


def assert_marked(pieces: list[Marked]) -> None:
    for markup, marks in MARKS.items():
        of_markup = [piece for piece in pieces if piece.text == f"森{markup}の"]
        assert len(of_markup) == 2, markup
        for piece in of_markup:
            assert marks <= set(piece.marks), piece
    plain = [piece for piece in pieces if piece.text in ("前", "後")]
    assert len(plain) == 4 * len(MARKS)
    assert not any({"Emph", "Strong", "Strikeout", "Underline"} & set(p.marks) for p in plain)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "marks-word.docx"
    path.write_bytes(word_file(every_mark()))
    return path


@pytest.fixture
def html(tmp_path: Path) -> Path:
    path = tmp_path / "marks-page.html"
    path.write_text(page(every_mark()), encoding="utf-8")
    return path


def test_marks_of_word(word: Path, pandoc: Pandoc, soffice: Soffice) -> None:
    assert_marked(pandoc.pieces(word, "docx"))
    assert_marked(pandoc.pieces(soffice.convert(word, "docx"), "docx"))


def test_marks_of_html(html: Path, pandoc: Pandoc, soffice: Soffice) -> None:
    assert_marked(pandoc.pieces(html, "html"))
    saved = soffice.convert(html, "docx:MS Word 2007 XML", read_as="HTML (StarWriter)")
    assert_marked(pandoc.pieces(saved, "docx"))


def runs(document: RichDocument) -> Iterator[TextRun]:
    """Yield the text of the tables of a document, row by row."""
    for block in document.blocks:
        if isinstance(block, DataTable):
            cells: list[Content] = [cell for row in block.rows for cell in row]
            yield from (part for cell in cells for part in cell if isinstance(part, TextRun))


def texts(document: RichDocument, markup: Markup) -> list[str]:
    return [each.text for each in runs(document) if each.markup is markup]


def underlined(pieces: list[Marked]) -> str:
    of_table = [piece for piece in pieces if {"Table", "Underline"} <= set(piece.marks)]
    return folded("".join(piece.text for piece in of_table if "Note" not in piece.marks))


def folded(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", ["docx", "html", "docx saved by LibreOffice"])
def test_a_table_of_old_and_new_is_whole(
    form: str, crosswalked: Plan, tmp_path: Path, pandoc: Pandoc, soffice: Soffice
) -> None:
    view = table_asked(crosswalked, Language.JA, ["under:2021:1.1"])
    document = view.document(crosswalked.attribution())
    path = tmp_path / f"table.{form[:4]}"
    path.write_bytes(word_file(document) if path.suffix == ".docx" else page(document).encode())
    if "saved" in form:
        path = soffice.convert(path, "docx")
    pieces = pandoc.pieces(path, form[:4])
    changed = texts(document, Markup.CHANGED)
    assert changed
    assert underlined(pieces) == folded("".join(changed))
    text = folded("".join(piece.text for piece in pieces))
    keys = texts(document, Markup.CODE)
    assert keys
    assert all(key in text for key in keys)
    assert all(folded(crosswalked.section(key).citation) in text for key in keys)
    in_notes = folded("".join(p.text for p in pieces if "Note" in p.marks or form == "html"))
    assert document.notes
    for note in document.notes:
        assert folded("".join(p.text for p in note.content if isinstance(p, TextRun))) in in_notes
