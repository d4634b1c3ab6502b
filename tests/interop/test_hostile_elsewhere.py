"""Texts full of what formats take for their own stay to the letter in other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from openpyxl import load_workbook

from plan_tui.export.formats import write
from plan_tui.export.html import page
from plan_tui.export.markdown import markdown
from plan_tui.export.spreadsheet_cell import guarded
from plan_tui.export.word_document import word_file
from plan_tui.model.records import Attribution
from plan_tui.model.rich_document import (
    BulletList,
    DataTable,
    DocumentBlock,
    DocumentHeading,
    DocumentNote,
    DocumentParagraph,
    ListItem,
    Markup,
    NoteMark,
    RichDocument,
    run,
)
from plan_tui.text.controls import visible, visible_in_xml
from plan_tui.text.language import Language
from plan_tui.views.view import Paint, Record, View, no_paint
from tests.hostile_texts import HOSTILE_TEXTS, as_shown
from tests.interop.converters import Pandoc, Soffice

CSV_READ = "CSV:44,34,76,1,,0,false,true,false"
"""Commas, quotes, UTF-8, from the first line on, numbers told from text as a reader would."""
CSV_WRITTEN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def document() -> RichDocument:
    """Return each text in every place of a document that has one, after its number."""
    blocks: list[DocumentBlock] = []
    notes = []
    for number, text in enumerate(HOSTILE_TEXTS):
        notes.append(DocumentNote(f"n-{number}", run(text)))
        blocks += [
            DocumentHeading(2, run(text)),
            DocumentParagraph((*run(text), NoteMark(f"n-{number}"))),
            BulletList((ListItem(run(text)), ListItem(run(text, Markup.CHANGED), 1))),
            DataTable((run("列"),), ((run(text),), (run(text, Markup.GONE),))),
        ]
    return RichDocument(Language.JA, tuple(blocks), tuple(notes))


def folded(text: str) -> str:
    """Return a text without blanks, which others lay out anew, and composed as pandoc does."""
    return normalize("NFC", "".join(text.split()))


def assert_all_there(read: str, shown: Callable[[str], str] = as_shown) -> None:
    """Assert that a text has each of the hostile ones so often as the document has it."""
    whole = folded(read)
    for text in HOSTILE_TEXTS:
        assert whole.count(folded(shown(text))) >= 7, text[:60]


class Texts(View):
    """A view with one record for each of the texts."""

    columns = ("number", "text")
    words = ("texts",)

    def records(self) -> list[Record]:
        return [{"number": n, "text": text} for n, text in enumerate(HOSTILE_TEXTS)]

    def text(self, paint: Paint = no_paint) -> str:
        return ""

    def document(self, attribution: Attribution) -> RichDocument:
        return RichDocument(Language.JA, ())


def table(form: str) -> str | bytes:
    return write(Texts(Language.JA), form, lambda: Attribution((), ()), guard=True)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "hostile-word.docx"
    path.write_bytes(word_file(document()))
    return path


@pytest.fixture
def html(tmp_path: Path) -> Path:
    path = tmp_path / "hostile-page.html"
    path.write_text(page(document()), encoding="utf-8")
    return path


@pytest.fixture
def md(tmp_path: Path) -> Path:
    path = tmp_path / "hostile-text.md"
    path.write_text(visible(markdown(document())), encoding="utf-8")
    return path


def test_word_in_pandoc(word: Path, pandoc: Pandoc) -> None:
    assert_all_there(pandoc.text(word, "docx"))


def test_word_in_libreoffice(word: Path, soffice: Soffice, pandoc: Pandoc) -> None:
    assert_all_there(pandoc.text(soffice.convert(word, "odt"), "odt"))


def test_html_in_pandoc(html: Path, pandoc: Pandoc) -> None:
    assert_all_there(pandoc.text(html, "html"))


def test_html_in_libreoffice(html: Path, soffice: Soffice) -> None:
    written = soffice.convert(html, "txt:Text (encoded):UTF8", read_as="HTML (StarWriter)")
    assert_all_there(written.read_text(encoding="utf-8-sig"))


@pytest.mark.parametrize("dialect", ["gfm+footnotes", "commonmark_x-smart"])
def test_markdown_in_pandoc(md: Path, dialect: str, pandoc: Pandoc) -> None:
    assert_all_there(pandoc.text(md, dialect), visible)


def test_a_table_in_libreoffice(tmp_path: Path, soffice: Soffice) -> None:
    path = tmp_path / "hostile-cells.csv"
    written = table("csv")
    assert isinstance(written, bytes)
    path.write_bytes(written)
    sheet = load_workbook(soffice.convert(path, "xlsx", read_as=CSV_READ)).active
    assert sheet is not None
    for (number, text), row in zip(
        enumerate(HOSTILE_TEXTS), sheet.iter_rows(min_row=2), strict=True
    ):
        assert [cell.value for cell in row] == [number, guarded(visible_in_xml(text))]
        assert row[1].data_type == "s"


def test_a_workbook_in_libreoffice(tmp_path: Path, soffice: Soffice) -> None:
    path = tmp_path / "hostile-book.xlsx"
    written = table("xlsx")
    assert isinstance(written, bytes)
    path.write_bytes(written)
    converted = soffice.convert(path, CSV_WRITTEN).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(converted, newline="")))
    assert rows[1:] == [[str(n), visible_in_xml(text)] for n, text in enumerate(HOSTILE_TEXTS)]


def test_tables_in_python() -> None:
    expected = [[str(n), guarded(visible_in_xml(text))] for n, text in enumerate(HOSTILE_TEXTS)]
    written = table("csv")
    assert isinstance(written, bytes)
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert rows[1:] == expected
    tabs = table("tsv")
    assert isinstance(tabs, str)
    lines = [line.split("\t") for line in tabs.removesuffix("\n").split("\n")]
    assert [len(line) for line in lines] == [2] * (len(HOSTILE_TEXTS) + 1)
    lists = table("json")
    assert isinstance(lists, str)
    assert [row["text"] for row in json.loads(lists)] == list(HOSTILE_TEXTS)
