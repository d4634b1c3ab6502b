"""Every view that is written to a file opens in LibreOffice and pandoc, with all that it names."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from plan_tui.cli.main import main
from plan_tui.labels.column_names import column_name
from plan_tui.text.language import Language
from tests.interop.converters import Pandoc, Soffice

VIEWS = {
    "table": "compare under:2021:1.1 --layout table",
    "pairs": "compare 2021:1.1.1",
    "changes": "changes 2021 2025",
    "changes-table": "changes 2021 2025 --layout table",
    "measures": "measures",
    "kpis": "kpis",
    "targets": "targets",
    "track": "track",
    "search": "search 図書館",
    "tree": "tree",
}
CSV_WRITTEN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
CSV_READ = "CSV:44,34,76,1,,0,false,true,false"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("views")


@pytest.fixture(scope="module")
def exported(folder: Path, crosswalked_database: Path) -> dict[str, list[Path]]:
    """All views in all formats that other programs open, by format."""
    files: dict[str, list[Path]] = {}
    for form in ("docx", "html", "xlsx", "csv"):
        for name, words in VIEWS.items():
            path = folder / f"{form}-{name}.{form}"
            asked = ["--db", str(crosswalked_database), "--lang", "ja", "export", *words.split()]
            assert main([*asked, "-o", str(path)]) == 0
            files.setdefault(form, []).append(path)
    return files


def rows(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def keys(folder: Path, view: str) -> set[str]:
    """Return the keys of sections that a view's table has."""
    head, *records = rows(folder / f"csv-{view}.csv")
    places = [head.index(name) for name in ("key", "section") if name in head]
    cells = {record[place] for record in records for place in places}
    return {cell.removeprefix("'") for cell in cells} - {""}


@pytest.mark.parametrize("form", ["docx", "html"])
def test_documents_have_their_keys_in_pandoc(
    form: str, exported: dict[str, list[Path]], folder: Path, pandoc: Pandoc
) -> None:
    for path, view in zip(exported[form], VIEWS, strict=True):
        text = pandoc.text(path, form)
        missing = {key for key in keys(folder, view) if key not in text}
        assert not missing, view


@pytest.mark.parametrize("form", ["docx", "html", "xlsx"])
def test_files_become_pages_in_libreoffice(
    form: str, exported: dict[str, list[Path]], soffice: Soffice
) -> None:
    # As a page of the web it would be laid out for the screen.
    to, read_as = ("pdf:writer_pdf_Export", "HTML (StarWriter)") if form == "html" else ("pdf", "")
    for path in soffice.convert_all(exported[form], to, read_as=read_as):
        pages = pypdfium2.PdfDocument(path)
        first = pages[0].get_textpage().get_text_bounded()
        assert len(first) > 20, path
        pages.close()


def test_spreadsheets_hold_the_table_in_libreoffice(
    exported: dict[str, list[Path]], folder: Path, soffice: Soffice
) -> None:
    for path, view in zip(soffice.convert_all(exported["xlsx"], CSV_WRITTEN), VIEWS, strict=True):
        names, *expected = rows(folder / f"csv-{view}.csv")
        heads, *written = rows(path)
        assert heads == [column_name(name, Language.JA) for name in names], view
        assert [[*map(plain, row)] for row in written] == [[*map(plain, row)] for row in expected]


def plain(cell: str) -> str | float:
    """Return a cell without the sign of text that no workbook needs; a number as one."""
    text = cell.removeprefix("'")
    try:
        return float(text)
    except ValueError:
        return text


def test_tables_of_text_hold_their_cells_in_libreoffice(
    exported: dict[str, list[Path]], folder: Path, soffice: Soffice
) -> None:
    written = soffice.convert_all(exported["csv"], "xlsx", read_as=CSV_READ)
    for path, view in zip(written, VIEWS, strict=True):
        sheet = load_workbook(path).active
        assert sheet is not None
        head, *records = rows(folder / f"csv-{view}.csv")
        cells = list(sheet.iter_rows(values_only=True))
        assert list(cells[0]) == head
        for row, record in zip(cells[1:], records, strict=True):
            for name, value, text in zip(head, row, record, strict=True):
                if isinstance(value, str) or not text:
                    assert (value or "") == text, (view, name)
