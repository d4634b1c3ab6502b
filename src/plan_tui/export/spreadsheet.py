"""Objects as a spreadsheet (xlsx): one sheet with a record a row, one that says where it is from.

A text is a text cell whatever it looks like, so that keys, numbers of measures and labels stay what
they are and nothing is a formula; numbers are numbers, days are dates. The same view gives the same
bytes: the file carries no clock time.
"""

from __future__ import annotations

import gc
import io
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date

from plan_tui.errors import DataError
from plan_tui.export.spreadsheet_cell import day, guarded
from plan_tui.export.table_cell import written
from plan_tui.labels.attributions import attribution_lines
from plan_tui.labels.column_names import column_name
from plan_tui.model.outline_records import Attributed
from plan_tui.text.controls import visible_in_xml
from plan_tui.text.language import Phrase
from plan_tui.text.width import width
from plan_tui.views.view import DAYS, Paint, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MISSING = Phrase(
    "表計算ファイルを書くには追加機能officeが必要です：`pip install 'plan-tui[office]'`。"
    "`--format csv`なら不要です",
    "spreadsheets need the extra 'office'; install it with `pip install 'plan-tui[office]'`, "
    "or write `--format csv`",
)
_SOURCES = Phrase("出典", "Sources")
_LONGEST = 32_767
"""Characters of a cell; the format allows no more."""
_LONGEST_SHOWN = 255
"""Characters of a cell of the format "text" that older programs show; of more they show none."""
_CUT = "…"
_WIDEST, _NARROWEST = 60, 6
"""Columns of a column: the plan's sentences are wrapped, keys are not."""
_LINE_POINTS, _HIGHEST_POINTS = 15, 409
"""A line of a row, and the most that a row may have."""
_FIRST_YEAR = 1901
"""Before it the programs count days differently."""
_TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_NOT_IN_NAMES = re.compile(r"[\\/*?:\[\]]")
_NOT_MADE = Phrase(
    "{folder}：表計算のファイルを作る間のファイルを書けません（{reason}）。空きを作ってからやり直してください",
    "{folder}: files that a workbook is made of cannot be written ({reason}); make room and try "
    "again",
)


def write(view: View, attributed: Attributed, paint: Paint) -> bytes:
    """Return a view as a workbook; its header alone where nothing matched.

    Raises:
        DataError: the extra that writes spreadsheets is not installed.

    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise DataError(MISSING) from error
    book = Workbook()
    sheet = book.active
    sheet.title = _NOT_IN_NAMES.sub("-", view.words[0])
    heads = [column_name(name, view.language) for name in view.columns]
    _fill(sheet, view, heads)
    sources = book.create_sheet(_SOURCES.say(view.language))
    lines = (*_attribution(view, attributed), view.command)
    for number, line in enumerate(lines, 1):
        _put(sources.cell(number, 1), line)
    sources.column_dimensions["A"].width = _WIDEST * 2
    _set_heights(sources)
    _lay_out(sources)
    return _without_time(_saved(book))


def _saved(book: Workbook) -> bytes:
    """Return a workbook's bytes, which openpyxl puts together from files for a moment.

    Raises:
        DataError: the temporary folder cannot be written.

    """
    saved = io.BytesIO()
    try:
        book.save(saved)
    except Exception as error:
        if not isinstance(error, OSError) and type(error).__module__ != "lxml.etree":
            raise
        reason = getattr(error, "strerror", None) or str(error)
    else:
        return saved.getvalue()
    hook, sys.unraisablehook = sys.unraisablehook, lambda _: None
    try:
        gc.collect()  # half-written files complain once more, at the end of their objects
    finally:
        sys.unraisablehook = hook
    raise DataError(_NOT_MADE.of(folder=tempfile.gettempdir(), reason=reason))


def _attribution(view: View, attributed: Attributed) -> tuple[str, ...]:
    """Return what has to be said of where the text of a view's records comes from."""
    if not view.holds_text:
        return ()
    attribution = attributed()
    named = set(_sources_of(view.records()))
    documents = [each for each in attribution.documents if {each.id, each.edition_id} & named]
    return attribution_lines(attribution, documents or attribution.documents, view.language)


def _sources_of(value: object) -> Iterator[object]:
    """Yield the documents that records name, and the editions where they name no document."""
    if isinstance(value, dict):
        names = {"document"} if "document" in value else {"edition"}
        for name, field in value.items():
            if name in names or name.endswith("_edition"):
                yield field
            else:
                yield from _sources_of(field)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _sources_of(item)


def _fill(sheet: Worksheet, view: View, heads: Sequence[str]) -> None:
    """Write the header and the rows, freeze the header, make columns as wide as their text."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    widths = [width(name) for name in heads]
    for number, name in enumerate(heads, 1):
        _put(sheet.cell(1, number), name)
        sheet.cell(1, number).font = Font(bold=True)
    last = 1
    for last, row in enumerate(view.rows(), 2):
        for number, name in enumerate(view.columns):
            value = row.get(name)
            _put(sheet.cell(last, number + 1), _typed(name, value))
            lines = written(value).splitlines()
            widths[number] = max(widths[number], *map(width, lines), 0) if lines else widths[number]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{last}"
    sheet.print_title_rows = "1:1"
    _lay_out(sheet)
    for number, columns_wide in enumerate(widths, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = min(max(columns_wide, _NARROWEST), _WIDEST) + 2
    _set_heights(sheet)


def _lay_out(sheet: Worksheet) -> None:
    """Set the paper: A4 across, as many pages as the rows need, each as wide as the table."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0


def _set_heights(sheet: Worksheet) -> None:
    """Make rows as high as their wrapped text: not every program does so when it opens a file."""
    for row in sheet.iter_rows():
        lines = max((_lines(cell, sheet) for cell in row if cell.alignment.wrap_text), default=1)
        if lines > 1:
            height = min(lines * _LINE_POINTS, _HIGHEST_POINTS)
            sheet.row_dimensions[row[0].row].height = height


def _lines(cell: Cell, sheet: Worksheet) -> int:
    """Return how many lines a wrapped text takes in its column."""
    columns = int(sheet.column_dimensions[cell.column_letter].width) - 2
    parts = str(cell.value).split("\n")
    return sum(max(1, -(-width(part) // columns)) for part in parts)


def _typed(column: str, value: object) -> int | float | date | str:
    """Return a value as a number, a day or text."""
    if isinstance(value, int | float):
        return int(value) if isinstance(value, bool) else value
    text = written(value)
    named = day(text) if column in DAYS else None
    return named if named and named.year >= _FIRST_YEAR else text


def _put(cell: Cell, value: int | float | date | str) -> None:
    """Write a value into a cell; text is text, and stays so when it is edited."""
    from openpyxl.styles import Alignment

    if not isinstance(value, str):
        cell.value = value
        return
    if not value:
        return
    text = visible_in_xml(value)
    cell.value = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + _CUT
    cell.data_type = "s"  # openpyxl, too, takes what begins with = for a formula
    if len(text) <= _LONGEST_SHOWN:
        cell.number_format = "@"
    cell.quotePrefix = guarded(text) != text
    cell.alignment = Alignment(vertical="top", wrap_text=width(text) > _WIDEST or "\n" in text)


def _without_time(content: bytes) -> bytes:
    """Return a workbook without the times at which it and its parts were made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _NO_TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, _TIME.sub(rb"\g<1>2000-01-01T00:00:00Z", old.read(name)))
    return packed.getvalue()
