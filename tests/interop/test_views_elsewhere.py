"""Every view that is written to a file opens in LibreOffice and pandoc."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from plan_tui.cli.main import main
from tests.interop.converters import Pandoc, Soffice

VIEWS = {
    "table": "compare 2021:1.1.1 --layout table",
    "pairs": "compare 2021:1.1.1",
    "changes": "changes 2021 2025",
    "measures": "measures",
    "targets": "targets",
    "track": "track",
}
KEYS = {
    "table": "2021:1.1.1",
    "pairs": "2021:1.1.1",
    "changes": "2021:1.1",
    "measures": "2021:M1-2",
}
"""A key that a view names."""


def export(database: Path, folder: Path, view: str, form: str) -> Path:
    path = folder / f"{view}.{form}"
    words = ["--db", str(database), "--lang", "ja", "export", *VIEWS[view].split()]
    assert main([*words, "-o", str(path)]) == 0
    return path


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("view", VIEWS)
def test_documents_open(
    view: str, form: str, linked_database: Path, tmp_path: Path, soffice: Soffice, pandoc: Pandoc
) -> None:
    path = export(linked_database, tmp_path, view, form)
    pages = pypdfium2.PdfDocument(soffice.convert(path, "pdf"))
    assert len(pages) >= 1
    pages.close()
    assert KEYS.get(view, "") in pandoc.convert(path, form, "plain")


@pytest.mark.parametrize("view", VIEWS)
def test_spreadsheets_open(
    view: str, linked_database: Path, tmp_path: Path, soffice: Soffice
) -> None:
    path = export(linked_database, tmp_path, view, "xlsx")
    text = soffice.convert(path, "csv").read_bytes()
    assert text
