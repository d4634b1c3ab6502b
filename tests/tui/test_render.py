"""Lines of views: alignment, signs, marks at their places."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.model.comparison import DiffRow, Run
from plan_tui.model.comparison_enums import TextChange
from plan_tui.model.records import FootnoteRef, PrintedNumber, Table
from plan_tui.text.width import width
from plan_tui.tui.highlight import finder
from plan_tui.tui.render.bars import BarPart, stacked
from plan_tui.tui.render.difference_signs import sign_of
from plan_tui.tui.render.kpi import value_words
from plan_tui.tui.render.line import Piece, fit, spread
from plan_tui.tui.render.marked_text import find_nothing, with_marks
from plan_tui.tui.render.row_groups import RowGroup, groups
from plan_tui.tui.render.table import table_lines


def ref(number: str, offset: int) -> FootnoteRef:
    return FootnoteRef(1, number, 1, 1, None, offset)


@pytest.mark.parametrize(
    ("refs", "expected"),
    [
        ([], "森の梟"),
        ([ref("1", 1)], "森[1]の梟"),
        ([ref("1", 1), ref("2", 3)], "森[1]の梟[2]"),
        ([ref("1", 1), ref("2", 1)], "森[1][2]の梟"),
        ([ref("9", 99)], "森の梟[9]"),
    ],
)
def test_marks_stand_at_their_places(refs: list[FootnoteRef], expected: str) -> None:
    shown, styles, tied, _ = with_marks("森の梟", refs, find_nothing)
    assert shown == expected
    assert [shown[s.start : s.end] for s in sorted(styles, key=lambda s: s.start)] == [
        f"[{r.number}]" for r in refs
    ]
    assert all(shown[place] == "[" for place in tied)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1741.0, "市区町村", "1741 市区町村"),
        (0.1 * 3, "", "0.3"),
        (45.5, "%", "45.5 %"),
        (133_100_000_000.0, "円", "133,100,000,000 円"),
        (1234567890123.0, "円", "1,234,567,890,123 円"),
    ],
)
def test_numbers_are_written_out(value: float, unit: str, expected: str) -> None:
    assert value_words(PrintedNumber(1, 1, None, "", 0, value, unit, None, False)) == expected


def test_matches_move_with_the_marks() -> None:
    shown, styles, _, stops = with_marks("森の梟の森", [ref("1", 1)], finder("森"))
    hits = [shown[s.start : s.end] for s in styles if s.role == "hit"]
    assert hits == ["森", "森"]
    assert sorted(stops) == [0, 7]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("森", "森の森", ["森", "森"]),
        ("ＤＸ", "dxとDX", ["dx", "DX"]),
        ("もり", "モリの森", ["モリ"]),
        ("edition:2025 森", "森", ["森"]),
        ("kind:banana", "banana", []),
        ("", "森", []),
        ("取り組み", "取組の取り組み", ["取組", "取り組み"]),
        ("メール", "棚の整理を進め、メールで知らせる", ["メール"]),
        ("めーる", "メールで知らせる", ["メール"]),
    ],
)
def test_words_are_found_in_any_spelling(query: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in finder(query)(text)] == expected


@given(
    st.text(alphabet="森の図書館abc ", max_size=20),
    st.text(alphabet="0123", max_size=4),
    st.integers(6, 40),
)
def test_spread_fills_the_line(left: str, right: str, columns: int) -> None:
    pieces = spread([Piece(left)], [Piece(right)] if right else [], columns)
    line = "".join(piece.text for piece in pieces)
    assert width(line) == columns
    assert line.endswith(right)
    assert width("".join(p.text for p in fit(pieces, 5))) <= 5


@given(
    st.lists(st.lists(st.text("森の館ab", max_size=30), min_size=3, max_size=3), max_size=5),
    st.integers(20, 80),
)
def test_tables_fit_and_keep_their_text(rows: list[list[str]], columns: int) -> None:
    table = Table(("棚", "冊数", "梟"), tuple(tuple(row) for row in rows))
    lines = table_lines(table, columns, "block:1")
    assert max(line.columns for line in lines) <= columns
    drawn = "".join(line.text for line in lines)
    for cell in (cell for row in rows for cell in row):
        assert set(cell) <= set(drawn)


def test_a_table_too_wide_for_columns_becomes_a_list() -> None:
    table = Table(tuple("一二三四五六七八"), (tuple("あいうえおかきく"),))
    assert [line.text for line in table_lines(table, 30, "")][:2] == ["一: あ", "二: い"]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ({"text"}, "   "),
        ({"new"}, "＋ "),
        ({"gone"}, "－ "),
        ({"new", "text"}, "～ "),
        ({"new", "gone"}, "～ "),
        ({"shared", "other"}, "＆ "),
        ({"notation", "text"}, "＊ "),
        ({"other"}, "   "),
        (set(), "   "),
    ],
)
def test_signs(roles: set[str], expected: str) -> None:
    assert sign_of(roles) == expected
    assert width(expected) == 3


def row(left: str, right: str) -> DiffRow:
    def side(text: str) -> tuple[Run, ...]:
        return (Run(TextChange.SAME, text),) if text else ()

    return DiffRow(side(left), side(right))


def drawn(found: list[RowGroup]) -> list[tuple[int, dict[int, str]]]:
    return [(group.start, {n: right(rows) for n, rows in group.rows.items()}) for group in found]


def right(rows: Sequence[DiffRow]) -> str:
    return "".join(run.text for row in rows for run in row.right)


def test_one_column_keeps_its_rows() -> None:
    rows = [row("", "前"), row("あ", "ア"), row("い", ""), row("", "後")]
    assert drawn(groups({0: rows}, 0)) == [
        (0, {0: "前"}),
        (0, {0: "ア"}),
        (1, {0: ""}),
        (2, {0: "後"}),
    ]


def test_two_columns_meet_where_both_can_be_cut() -> None:
    one = [row("あ", "ア"), row("い", "イ"), row("う", "ウ")]
    two = [row("あい", "12"), row("", "x"), row("う", "3")]
    assert drawn(groups({0: one, 1: two}, 0)) == [
        (0, {0: "アイ", 1: "12"}),
        (2, {0: "", 1: "x"}),
        (2, {0: "ウ", 1: "3"}),
    ]


def test_a_column_of_another_base_text_is_left_out() -> None:
    found = groups({0: [row("あ", "ア")], 1: [row("か", "カ")]}, 0)
    assert drawn(found) == [(0, {0: "ア"})]
    assert groups({1: [row("か", "カ")]}, 0) == []


Cuts = list[tuple[int, str]]
sides = st.lists(st.tuples(st.integers(0, 3), st.text("xyz", max_size=2)), max_size=6)


@given(st.integers(0, 8), sides, sides)
def test_no_row_is_lost_or_moved(size: int, one: Cuts, two: Cuts) -> None:
    base = "あいうえおかきく"[:size]

    def rows(cuts: Cuts) -> list[DiffRow]:
        made, at = [], 0
        for length, right in cuts:
            made.append(row(base[at : at + length], right))
            at = min(at + length, size)
        return [*made, row(base[at:], "end")]

    columns = {0: rows(one), 1: rows(two)}
    found = groups(columns, 0)
    for number, own in columns.items():
        kept = [r for group in found for r in group.rows.get(number, ())]
        assert kept == own


@given(
    st.lists(st.integers(0, 300), max_size=4),
    st.integers(1, 400),
    st.integers(0, 90),
)
def test_bars_keep_their_room_and_leave_out_no_part(
    counts: list[int], more: int, columns: int
) -> None:
    parts = [BarPart(count, sign, "text") for count, sign in zip(counts, "abcd", strict=False)]
    most = max(sum(counts), more)
    drawn = "".join(piece.text for piece in stacked(parts, most, columns))
    assert len(drawn) <= columns
    there = [part.sign for part in parts if part.count]
    if len(there) <= columns:
        assert list(dict.fromkeys(drawn)) == there
    assert drawn == "".join(sorted(drawn))
