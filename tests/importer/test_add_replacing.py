"""A fuller text takes the place of a document: keys keep their meaning, judgements go over."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.model.comparison_enums import Origin
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.plan import Plan
from plan_tui.store.read_rows import read_rows

FULLER = """第１ 目指す図書館の姿
１．取組の方向性
貸出券は携帯端末に載り、2024年度末に全20館で使えるようになった。
（１）貸出券の携帯端末搭載
この節には新しい段落がある。
貸出券と図書券の一体化を、2026年度末までに終える。少なくとも20館で行う。
① 夜間開館
夜の開館についての段落である。
ア 開館時間
夜間開館を続ける。
（ア）平日
平日は21時まで開く。
第２ 取組の一覧
取組の一覧の本文である。
１．森の歩き方の手引
手引の本文が、ここではじめて読める。
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "全文.txt"
    path.write_text(FULLER, encoding="utf-8")
    return path


def run(*words: str) -> int:
    return main(["add", *words, "--lang", "en"])


def keys_of(rows: DatabaseRows) -> dict[str, int]:
    return {row.key: row.id for row in rows.sections}


def test_topics_links_and_verdicts_name_the_sections_of_the_same_keys(
    reader_home: Path, text: Path, packaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(text), "--replace", "plan-2025") == 0
    assert (
        "keys of plan-2025 are not in this document: 2025:1.1.1.1.a.a.A" in capsys.readouterr().err
    )
    before, after = read_rows(packaged), read_rows(reader_home / "plan.db")
    old, new = keys_of(before), keys_of(after)
    assert [row.id for row in after.documents] == [
        *(row.id for row in before.documents if row.id != "plan-2025"),
        "plan-2025",
    ]
    assert {row.edition_id for row in after.documents} == {"2021", "2022", "2025"}
    names = {number: key for key, number in new.items()}
    assert {(row.topic_id, names[row.section_id]) for row in after.topic_sections} == {
        (row.topic_id, key)
        for row in before.topic_sections
        for key in old
        if old[key] == row.section_id
    }

    def asserted(rows: DatabaseRows) -> set[tuple[str, str, str | None]]:
        names = {row.id: row.key for row in rows.sections}
        texts = {row.id: row.text for row in rows.blocks}
        return {
            (names[row.from_section_id], names[row.to_section_id], texts.get(row.to_block_id or 0))
            for row in rows.links
            if row.origin is Origin.CURATED
        }

    assert asserted(after) == asserted(before)
    with Plan(reader_home / "plan.db") as plan:
        assert not plan.section("2025:2.1").toc_only
        assert plan.blocks(plan.section("2025:2.1").id)[0].text.startswith("手引の本文")


def test_what_was_judged_of_the_shorter_text_is_only_suggested(
    reader_home: Path, text: Path
) -> None:
    assert run(str(text), "--replace", "plan-2025") == 0
    rows = read_rows(reader_home / "plan.db")
    accepted = {(row.edition_id, row.accepted) for row in rows.verdicts}
    assert ("2025", True) not in accepted
    assert ("2022", True) in accepted


@pytest.mark.parametrize(
    "heading",
    ["夜の図書館", "目指す図書館", "目指す図書館の姿と森", "別の話", "図書館の目指す姿"],
)
def test_a_key_that_would_name_something_else_is_refused_with_both_headings(
    heading: str,
    reader_home: Path,
    text: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text.write_text(FULLER.replace("目指す図書館の姿", heading), encoding="utf-8")
    assert run(str(text), "--replace", "plan-2025") == 2
    printed = capsys.readouterr()
    assert f"2025:1 is now “目指す図書館の姿” and would be “{heading}”" in printed.err
    assert printed.err.count("\n") == 1
    assert not (reader_home / "plan.db").exists()


@pytest.mark.parametrize("heading", ["目指す 図書館の姿", "目指す図書館の姿 "])
def test_headings_that_differ_in_notation_alone_are_the_same(
    heading: str, reader_home: Path, text: Path
) -> None:
    text.write_text(FULLER.replace("目指す図書館の姿", heading), encoding="utf-8")
    assert run(str(text), "--replace", "plan-2025") == 0


def test_taking_it_out_brings_the_packaged_document_back(
    reader_home: Path, text: Path, packaged: Path, tmp_path: Path
) -> None:
    database = tmp_path / "a.db"
    words = ("--db", str(database))
    assert run(str(text), "--replace", "plan-2025", *words) == 0
    assert run("--remove", "plan-2025", *words) == 0
    rest, begun_from = read_rows(database), read_rows(packaged)
    rest.meta = begun_from.meta
    assert rest == begun_from


def test_one_that_was_added_can_be_replaced_as_well(
    reader_home: Path, text: Path, tmp_path: Path
) -> None:
    assert run(str(text), "--replace", "plan-2025") == 0
    fuller = tmp_path / "また.txt"
    fuller.write_text(f"{FULLER}２．海の歩き方の手引\n海の話も載せる。\n", encoding="utf-8")
    assert run(str(fuller), "--replace", "plan-2025") == 0
    rows = read_rows(reader_home / "plan.db")
    (added,) = rows.added_documents
    assert (added.id, added.replaces) == ("plan-2025", "plan-2025")
    assert "2025:2.2" in keys_of(rows)
    (original,) = (reader_home / "originals").iterdir()
    assert original.name == added.original
    before = (reader_home / "plan.db").read_bytes()
    assert run("--rebuild") == 0
    again = read_rows(reader_home / "plan.db")
    assert [row.key for row in again.sections] == [row.key for row in rows.sections]
    assert len(before) == (reader_home / "plan.db").stat().st_size
