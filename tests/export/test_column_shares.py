"""Columns of tables in documents are as wide as their text needs."""

from __future__ import annotations

import pytest

from plan_tui.export.column_shares import column_shares, has_wide_pages
from plan_tui.model.rich_document import DataTable, DocumentParagraph, RichDocument, run
from plan_tui.text.language import Language


def table(*cells: str, shares: tuple[int, ...] = ()) -> DataTable:
    """Return a table of one row."""
    return DataTable(tuple(run("頭") for _ in cells), (tuple(map(run, cells)),), shares)


def test_what_a_table_says_holds() -> None:
    assert column_shares(table("字", "長い" * 50, "字", "字", shares=(3, 1, 1, 1))) == (3, 1, 1, 1)


@pytest.mark.parametrize("cells", [("字",), ("字", "長い" * 50), ("字", "長い" * 50, "備考")])
def test_texts_that_are_read_beside_each_other_have_the_same_width(cells: tuple[str, ...]) -> None:
    assert len(set(column_shares(table(*cells)))) == 1


def test_long_texts_of_many_columns_get_more() -> None:
    number, title, long, empty = column_shares(
        table("1-8", "夜間開館の拡大と職員の配置", "長い" * 100, "")
    )
    assert empty <= number < title < long
    assert empty > 0
    assert long < 12 * number


@pytest.mark.parametrize(
    ("columns", "landscape", "wide"),
    [(1, False, False), (5, False, False), (6, False, True), (9, False, True), (1, True, True)],
)
def test_many_columns_need_wide_pages(columns: int, landscape: bool, wide: bool) -> None:
    blocks = (DocumentParagraph(run("字")), table(*["字"] * columns))
    assert has_wide_pages(RichDocument(Language.JA, blocks, landscape=landscape)) is wide
