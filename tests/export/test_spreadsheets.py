"""CSV and spreadsheets: what a spreadsheet would make something else of stays what it is."""

from __future__ import annotations

import csv
import errno
import io
import os
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from plan_tui.cli.commands import VIEWS
from plan_tui.cli.main import main
from plan_tui.errors import DataError
from plan_tui.export.formats import ENDINGS, FORMATS, WRITERS, foreign_ending, form_of, write
from plan_tui.export.spreadsheet_cell import guarded
from plan_tui.labels.column_names import column_name
from plan_tui.model.records import Attribution
from plan_tui.model.rich_document import RichDocument
from plan_tui.store.plan import Plan
from plan_tui.text.controls import visible
from plan_tui.text.language import Language
from plan_tui.views.tree import tree_view
from plan_tui.views.view import DAYS, Paint, Record, View, no_paint
from tests.command_line import EXAMPLES, assert_one_line_error, run

FORMULAS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1+1", "＋森", "－森", "＠森"),
    *(" =1+1", "\t=1+1", "\n=1+1", "　=1+1", "-", "=", "- 森の道", "@森", "+81 3", "\t森", "\r森"),
)
NUMBER_LIKE = (
    *("2021:1", "2021:12", "2021:2.1", "1-8", "12-10", "2021-12", "1/2", "3-4-5", "001", "1,200"),
    *(
        "（１）",
        "(1)",
        "１－８",
        "1.",
        "１．",
        "1e5",
        "1E+5",
        "50%",
        "５０％",
        "¥100",
        "20:30",
    ),
    *(
        "8:05 pm",
        "2021年3月",
        "3月31日",
        "令和7年3月31日",
        "R7.3.31",
        "h31/4/1",
        "Mar 2025",
        "3 March",
    ),
    *(
        "March 31, 2025",
        "1 234",
        "0.50",
        "1234567890123456",
        "2025/03/31",
        "2025-3-1",
        "1－8－2",
        "1.0",
    ),
)
KEPT = (
    *("", "森", "2025", "0", "12", "0.85", "2021:M1-8", "2021:1.1.1", "2025:1.4.3.4", "2025-03-31"),
    *(
        "令和７年度",
        "2025年度",
        "[No.１－８]",
        "第１",
        "R7",
        "17館",
        "2021-04-01..2022-03-31",
        "~",
        "<=",
    ),
    *("図書館=森", "a-b", "10 months ago we met", "約100か所", "①", "①-2", "ア", "H", "'森"),
)
HOSTILE = (
    'パイプ | と `記号` と [括弧](x) と <b>HTML</b> と "引用", カンマ; &amp;'
    " _x0041_ \\n\n二行目\n\n四行目"
)


class Cells(View):
    """A view of one record for each text, in columns as real views have them."""

    columns = ("key", "label", "title", "start", "count", "share", "flag", "list", "none")
    words = ("cells",)

    def records(self) -> list[Record]:
        texts = (*FORMULAS, *NUMBER_LIKE, *KEPT, HOSTILE, "\x00\x1b[31m\u202e森\x7f", "森" * 10_000)
        return [
            {
                "key": text,
                "label": text,
                "title": text,
                "start": "2025-03-31",
                "count": -12,
                "share": 0.85,
                "flag": True,
                "list": [text, {"text": text}],
                "none": None,
            }
            for text in texts
        ]

    def text(self, paint: Paint = no_paint) -> str:
        raise NotImplementedError

    def document(self, attribution: Attribution) -> RichDocument:
        raise NotImplementedError


def attributed() -> Attribution:
    return Attribution(("出典：作り物の計画",), ())


VIEW = Cells(Language.JA)


def as_bytes(form: str) -> bytes:
    content = write(VIEW, form, attributed)
    assert isinstance(content, bytes)
    return content


def sheet_rows(content: bytes) -> list[list[Any]]:
    """Return the cells of a workbook's first sheet."""
    book = load_workbook(io.BytesIO(content))
    return [list(row) for row in book.worksheets[0].iter_rows()]


@pytest.mark.parametrize("text", [*FORMULAS, *NUMBER_LIKE])
def test_what_a_spreadsheet_would_change_has_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", KEPT)
def test_other_texts_and_plain_numbers_and_days_stay(text: str) -> None:
    assert guarded(text) == text


def test_csv_is_read_back_as_it_was() -> None:
    content = as_bytes("csv")
    assert content.startswith(b"\xef\xbb\xbfkey,label,")
    assert content.count(b"\r\n") == len(VIEW.records()) + 1
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    assert tuple(header) == VIEW.columns
    for row, record in zip(rows, VIEW.records(), strict=True):
        shown = visible(record["key"])
        expected = [guarded(shown)] * 3
        listed = guarded(f"{shown} / {shown}")
        assert row == [*expected, "2025-03-31", "-12", "0.85", "1", listed, ""]


def test_a_workbook_has_text_cells_numbers_and_days() -> None:
    header, *rows = sheet_rows(as_bytes("xlsx"))
    heads = [column_name(name, Language.JA) for name in VIEW.columns]
    assert [cell.value for cell in header] == heads
    for row, record in zip(rows, VIEW.records(), strict=True):
        shown = visible(record["key"]) or None
        for cell in row[:3]:
            assert cell.value == shown
            assert shown is None or cell.data_type == "s"
            assert bool(cell.quotePrefix) is (guarded(shown or "") != (shown or ""))
        assert row[3].value == datetime(2025, 3, 31)
        assert row[3].is_date
        assert [cell.value for cell in row[4:7]] == [-12, 0.85, 1]
        assert row[7].data_type == "s"
        assert row[8].value is None


def test_a_workbook_is_ready_to_be_read() -> None:
    book = load_workbook(io.BytesIO(as_bytes("xlsx")))
    sheet, sources = book.worksheets
    assert sheet.title == "cells"
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert 6 <= sheet.column_dimensions["D"].width <= 20
    assert sheet.column_dimensions["A"].width <= 70
    assert [row[0].value for row in sources.iter_rows()] == [
        "出典：作り物の計画",
        "plan-tui cells",
    ]


def test_wrapped_rows_are_as_high_as_their_text(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("森", "森" * 45, "一\n二\n三", "森" * 10_000)
    monkeypatch.setattr(Cells, "records", lambda _: [{"key": text} for text in texts])
    sheet = load_workbook(io.BytesIO(as_bytes("xlsx"))).active
    assert sheet is not None
    heights = [sheet.row_dimensions[number].height for number in range(2, 6)]
    assert heights == [None, 30, 45, 409]


def test_every_sheet_is_printed_on_paper_across() -> None:
    for sheet in load_workbook(io.BytesIO(as_bytes("xlsx"))).worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0


def test_the_same_view_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = as_bytes("xlsx")
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert as_bytes("xlsx") == first
    assert b"2000-01-01T00:00:00Z" not in first  # compressed: no part is stored as it is


def test_a_text_too_long_for_a_cell_says_that_it_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cells, "records", lambda _: [{"key": "森" * 40_000}])
    (_, row) = sheet_rows(as_bytes("xlsx"))
    assert row[0].value == "森" * 32_766 + "…"


def test_a_table_of_tabs_is_guarded_where_that_is_asked_for() -> None:
    plain = write(VIEW, "tsv", attributed)
    safe = write(VIEW, "tsv", attributed, guard=True)
    assert isinstance(plain, str)
    assert isinstance(safe, str)
    cells = [line.split("\t") for line in plain.splitlines()]
    numbers = {"-12", "-1", "1.0", "0.50", "1234567890123456"}
    assert [line.split("\t") for line in safe.splitlines()] == [
        [cell if cell in numbers else guarded(cell) for cell in row] for row in cells
    ]
    assert write(VIEW, "csv", attributed, guard=True) == write(VIEW, "csv", attributed)


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(DataError) as caught:
        as_bytes("xlsx")
    assert "plan-tui[office]" in caught.value.say(Language.EN)


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_a_table_of_the_same_cells(
    view: str, linked_database: Path, tmp_path: Path
) -> None:
    tables = {}
    for form in ("tsv", "csv", "xlsx"):
        target = tmp_path / f"out.{form}"
        words = [view, *EXAMPLES.get(view, []), "--db", str(linked_database), "--guard"]
        assert main(["export", *words, "-o", str(target)]) == 0
        tables[form] = target.read_bytes()
    tabs = [line.split("\t") for line in tables["tsv"].decode().splitlines()]
    commas = list(csv.reader(io.StringIO(tables["csv"].decode("utf-8-sig"), newline="")))
    sheet = sheet_rows(tables["xlsx"])
    assert len(tabs) == len(commas) == len(sheet) > 1
    for tab, comma, cells in zip(tabs, commas, sheet, strict=True):
        assert [" ".join(cell.replace("\t", " ").splitlines()) for cell in comma] == tab
        assert len(cells) == len(tab)
        for text, cell in zip(comma, cells, strict=True):
            assert cell.data_type in ("s", "d") or not text or float(text) == cell.value
    for name, cell in zip(tabs[0], sheet[1], strict=True):
        if "key" in name or name in ("number", "measure", "label", "edition", "citation"):
            assert cell.value is None or cell.data_type == "s"


@pytest.mark.parametrize("view", ["track", "measures", "kpis", "targets"])
def test_a_day_that_stands_alone_is_a_date_and_nothing_else_is(
    view: str, crosswalked_database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "a.xlsx"
    words = [view, "--lang", "en", "--db", str(crosswalked_database), "-o", str(target)]
    assert main(["export", *words]) == 0
    head, *rows = sheet_rows(target.read_bytes())
    days = 0
    for row in rows:
        for name, cell in zip(head, row, strict=True):
            if name.value in DAYS:
                days += cell.is_date
                assert cell.is_date or not re.fullmatch(r"\d{4}-\d\d-\d\d", cell.value or "")
            else:
                assert not cell.is_date
    assert days


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", "csv"),
        ("a.CSV", "csv"),
        ("森.xlsx", "xlsx"),
        ("a.b.json", "json"),
        ("a.tsv", "tsv"),
        ("a.txt", "text"),
        ("a.md", "md"),
        ("a.markdown", "md"),
        ("/tmp.csv/a", None),
        ("csv", None),
        ("a", None),
        ("a.", None),
        ("a.text.bak", None),
        ("-", None),
    ],
)
def test_the_ending_of_a_file_names_its_format(name: str, form: str | None) -> None:
    assert form_of(name) == form


@pytest.mark.parametrize("form", WRITERS)
def test_a_format_that_is_asked_for_counts_more_than_the_ending(
    form: str, made_up_database: Path, tmp_path: Path
) -> None:
    words = ["export", "tree", "--format", form, "--db", str(made_up_database)]
    for name in ("a.md", "a.csv", "a.xlsx", "a"):
        assert main([*words, "-o", str(tmp_path / name)]) == 0
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a.XLS", "新旧.odt", "a.b.epub", "a.png"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_ending_of_a_format_that_is_not_written_is_refused(
    name: str, language: str, made_up_database: Path, tmp_path: Path
) -> None:
    target = tmp_path / name
    words = ("export", "tree", "--lang", language, "-o", str(target))
    named = {"ja": "書き出せる名前の終わり：.md .docx", "en": "a name can end in .md .docx"}
    assert_one_line_error(run(*words, db=made_up_database), 2, named[language])
    assert not target.exists()
    assert run(*words, "--format", "md", db=made_up_database).returncode == 0
    assert target.exists()


@pytest.mark.parametrize("name", ["a", "a.b/c", ".pdf", "pdf", "a.draft", "a.1", "a.md"])
def test_an_ending_of_no_known_format_is_of_markdown(name: str) -> None:
    assert foreign_ending(name) is None


def test_a_name_can_end_in_each_format_of_any_view() -> None:
    assert {form_of(f"a{ending}") for ending in ENDINGS} == set(FORMATS)


def test_a_table_without_rows_is_not_written(made_up_database: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    result = run("export", "measures", "chapter:IX", "-o", str(target), db=made_up_database)
    assert_one_line_error(result, 1, "nothing matches")
    assert not target.exists()
    printed = run("measures", "chapter:IX", "--format", "csv", db=made_up_database)
    assert printed.stdout.startswith("\ufeffnumber,")
    assert printed.stdout.count("\n") == 1


def test_a_workbook_is_not_thrown_at_a_terminal(
    made_up_database: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    words = ["tree", "--lang", "en", "--db", str(made_up_database), "--format"]
    assert main([*words, "xlsx"]) == 2
    printed, complaint = capfd.readouterr()
    assert printed == ""
    assert "name a file with `export" in complaint
    assert main([*words, "csv"]) == 0


def test_a_full_temporary_folder_is_told(
    made_up: Plan, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", full)
    with pytest.raises(DataError, match="No space left on device"):
        write(tree_view(made_up, Language.JA), "xlsx", made_up.attribution)
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("view", VIEWS)
def test_heads_are_japanese_where_the_words_are(
    view: str, linked_database: Path, tmp_path: Path
) -> None:
    heads = {}
    for language in ("ja", "en"):
        target = tmp_path / f"{language}.xlsx"
        words = [view, *EXAMPLES.get(view, []), "--db", str(linked_database), "--lang", language]
        assert main(["export", *words, "-o", str(target)]) == 0
        heads[language] = [cell.value for cell in sheet_rows(target.read_bytes())[0]]
    assert len(set(heads["ja"])) == len(heads["ja"])
    same = {name for name in heads["ja"] if name in heads["en"]}
    assert not same or same <= {"URL", "SHA-256", "ID"}
    printed = run(
        view, *EXAMPLES.get(view, []), "--lang", "ja", "--format", "csv", db=linked_database
    )
    assert printed.stdout.lstrip("\ufeff").splitlines()[0].split(",") == heads["en"]
