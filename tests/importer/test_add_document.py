"""`add`: an edition of the reader's own, beside those that are packaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.sources.edits_file import edits_path
from plan_tui.store.locate import default_database
from plan_tui.store.plan import Plan
from plan_tui.store.read_rows import read_rows
from plan_tui.store.write import write_database

TEXT = """前文の一つ目の段落である。
第１ 森の図書館の姿
森の図書館は夜も開き、2032年度末までに全ての駅の前に置く。
１．夜の窓口
夜の窓口では本を返すことができる。
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "森の計画.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*words: str) -> int:
    return main([*words, "--lang", "en"])


def test_a_database_is_read_back_to_the_letter(packaged: Path, tmp_path: Path) -> None:
    write_database(tmp_path / "copy.db", read_rows(packaged))
    assert (tmp_path / "copy.db").read_bytes() == packaged.read_bytes()


def test_an_edition_stands_in_its_place_and_all_else_stays(
    reader_home: Path, text: Path, packaged: Path
) -> None:
    assert run("add", str(text), "--date", "2023-06-09") == 0
    before, after = read_rows(packaged), read_rows(reader_home / "plan.db")
    ids = [row.id for row in after.editions]
    assert ids == sorted([*(row.id for row in before.editions), "2023"])
    assert [row.ordinal for row in after.editions] == list(range(1, len(ids) + 1))
    for table in ("sections", "blocks", "links", "dates", "provenance", "topics", "verdicts"):
        rows = before.of_table(table)
        assert after.of_table(table)[: len(rows)] == rows
    assert set(before.section_changes) <= set(after.section_changes)
    keys = [row.key for row in after.sections if row.document_id == "plan-2023"]
    assert keys == ["2023:0", "2023:1", "2023:1.1"]
    assert [row.text for row in after.dates][-1] == "2032年度末"


def test_every_command_reads_it_at_once(
    reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", str(text), "--date", "令和５年６月９日", "--title", "森の計画") == 0
    printed = capsys.readouterr()
    assert "plan-2023: every character stands in one place" in printed.out
    assert "plan-2023 added to edition 2023" in printed.out
    assert printed.err == ""
    assert run("show", "2023:1.1", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["title"] == "夜の窓口"
    assert run("changes", "2021", "2023") == 0
    assert run("add", "--list", "--json") == 0
    listed = capsys.readouterr().out
    (record,) = json.loads(listed[listed.rindex("[") :])
    assert (record["document"], record["edition"]) == ("plan-2023", "2023")
    assert Path(record["original"]).read_text(encoding="utf-8") == TEXT


def test_a_name_that_is_another_year_is_told(
    reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", str(text), "--date", "2023-06-09", "--as", "2024") == 0
    told = "the edition is named 2024, as you asked; it was decided on 2023-06-09"
    assert told in capsys.readouterr().err
    assert run("add", "--remove", "2024") == 0
    assert run("add", str(text), "--date", "2023-06-09", "--as", "spring") == 0
    assert "as you say" not in capsys.readouterr().err


def test_a_trial_without_a_day_names_no_edition(
    reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", str(text), "--dry-run") == 0
    assert "plan-new could not be added without a date; nothing" in capsys.readouterr().out
    assert main(["add", str(text), "--dry-run", "--lang", "ja"]) == 0
    assert "plan-newは、日付が分からないため、このままでは追加できません" in capsys.readouterr().out
    assert run("add", str(text), "--dry-run", "--as", "spring") == 0
    assert "could not be added without a date; nothing" in capsys.readouterr().out
    assert run("add", str(text), "--dry-run", "--as", "spring", "--date", "2023-06-09") == 0
    assert "added to edition spring; nothing" in capsys.readouterr().out


def test_corrections_of_what_is_taken_out_stay(
    reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edits_path(text).write_text('[[edit]]\nkind = "furniture"\nline = 1\n', encoding="utf-8")
    assert run("add", str(text), "--date", "2023-06-09") == 0
    assert run("add", "--remove", "2023") == 0
    (kept,) = (reader_home / "originals").iterdir()
    assert f"its corrections stay, and may be deleted: {kept}" in capsys.readouterr().err


def test_a_file_is_added_once(
    reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", str(text), "--date", "2023-06-09") == 0
    before = (reader_home / "plan.db").read_bytes()
    assert run("add", str(text), "--date", "2024-06-09", "--as", "other") == 2
    assert "held already as plan-2023; nothing is changed" in capsys.readouterr().err
    assert (reader_home / "plan.db").read_bytes() == before


@pytest.mark.parametrize(
    ("end", "encoding"),
    [("\r\n", "utf-8"), ("\n", "utf-8-sig"), (" \n", "utf-8"), ("\r\n", "utf-16")],
)
def test_a_copy_with_other_line_ends_or_encoding_is_held(
    end: str, encoding: str, reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", str(text), "--date", "2023-06-09") == 0
    copy = text.with_name("copy.txt")
    copy.write_bytes(TEXT.replace("\n", end).encode(encoding))
    assert run("add", str(copy), "--date", "2023-06-09", "--dry-run") == 2
    assert "held already as plan-2023; nothing is changed" in capsys.readouterr().err
    copy.write_bytes(TEXT.replace("森", "海").replace("\n", end).encode(encoding))
    assert run("add", str(copy), "--date", "2023-06-10", "--dry-run") == 0


def test_what_was_added_is_taken_out(
    reader_home: Path, text: Path, tmp_path: Path, packaged: Path
) -> None:
    other = tmp_path / "b.txt"
    other.write_text(TEXT.replace("森", "海"), encoding="utf-8")
    assert run("add", str(text), "--date", "2023-06-09") == 0
    alone = read_rows(reader_home / "plan.db")
    assert run("add", str(other), "--date", "2024-06-21") == 0
    assert run("add", "--remove", "2024") == 0
    assert read_rows(reader_home / "plan.db") == alone
    assert len(list((reader_home / "originals").iterdir())) == 1
    assert run("add", "--remove", "plan-2023") == 0
    assert not (reader_home / "plan.db").exists()
    assert list((reader_home / "originals").iterdir()) == []
    assert default_database() == packaged


def test_one_after_the_other_is_the_same_as_all_anew(
    reader_home: Path, text: Path, tmp_path: Path
) -> None:
    other = tmp_path / "b.txt"
    other.write_text(TEXT.replace("森", "海"), encoding="utf-8")
    assert run("add", str(text), "--date", "2023-06-09") == 0
    assert run("add", str(other), "--date", "2024-06-21") == 0
    before = (reader_home / "plan.db").read_bytes()
    assert run("add", "--rebuild") == 0
    assert (reader_home / "plan.db").read_bytes() == before


def test_a_trial_changes_nothing(
    reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", str(text), "--date", "2023-06-09", "--dry-run") == 0
    assert "nothing was changed" in capsys.readouterr().out
    assert not reader_home.exists()


def test_a_trial_without_a_day_names_headings_pages_and_proof(
    reader_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    pages = (
        "前文の一つ目の段落である。\n第１ 森の図書館の姿\n森の図書館は夜も開く。",
        "第２ 海の橋\n海の橋を架ける。",
        "（１） 橋の色\n橋を青く塗る。",
    )
    file.write_text("\f".join(pages), encoding="utf-8")
    assert run("add", str(file), "--dry-run") == 0
    printed, told = capsys.readouterr()
    assert "its cover has no date; give one" in told
    for line in ("第１ 森の図書館の姿  p. 1\n", "第２ 海の橋  p. 2\n", "  （１） 橋の色  p. 3\n"):
        assert line in printed
    assert "plan-new: every character stands in one place" in printed
    words = ("--dry-run", "--limit", "2", "--lang", "ja", "--date", "2023-06-09")
    assert main(["add", str(file), *words]) == 0
    printed, told = capsys.readouterr()
    assert told == ""
    assert "第１ 森の図書館の姿  1ページ\n" in printed
    assert "第２" not in printed
    assert not reader_home.exists()
    assert run("add", str(file)) == 2
    assert "its cover has no date" in capsys.readouterr().err


def test_a_trial_of_a_file_without_pages_names_none(
    reader_home: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", str(text), "--dry-run") == 0
    assert "  p. 1" not in capsys.readouterr().out


def test_a_second_text_of_an_edition_has_keys_of_its_own(reader_home: Path, text: Path) -> None:
    assert run("add", str(text), "--as", "2025") == 0
    with Plan(reader_home / "plan.db") as plan:
        assert {each.edition_id for each in plan.documents() if each.id == "plan-2025-2"} == {
            "2025"
        }
        assert plan.section("2025f:1.1").citation.startswith("2025年（全文） ")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--date", "2023-06-31"), 2, "is not a date"),
        (("--date", "2023-06"), 2, "is not a date"),
        (("--date", "soon"), 2, "is not a date"),
        ((), 2, "its cover has no date"),
        (("--as", "a:b", "--date", "2023-06-09"), 2, "cannot name an edition"),
        (("--replace", "plan-1999"), 2, "no document 'plan-1999'; there are"),
        (("--replace", "plan-2025", "--as", "2021"), 2, "is of edition 2025"),
        (("--list",), 2, "give one of"),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(
    words: tuple[str, ...],
    code: int,
    message: str,
    reader_home: Path,
    text: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("add", str(text), *words) == code
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.err.count("\n") == 1
    assert not (reader_home / "plan.db").exists()


def test_keys_in_use_name_nothing_else(
    reader_home: Path, text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", str(text), "--as", "2025") == 0
    other = tmp_path / "b.txt"
    other.write_text(TEXT.replace("森", "海"), encoding="utf-8")
    assert run("add", str(other), "--as", "2025F", "--date", "2026-06-09") == 2
    assert "the keys 2025F:… are those of plan-2025-2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--remove", "2023"), 2, "nothing has been added"),
        (("--rebuild",), 2, "nothing has been added"),
        (("--list",), 1, "nothing has been added"),
        ((), 2, "give one of"),
        (("--rebuild", "--title", "x"), 2, "--title needs a FILE"),
        (("none.txt", "--date", "2023-06-09"), 3, "cannot be read"),
    ],
)
def test_what_needs_something_else_says_so(
    words: tuple[str, ...],
    code: int,
    message: str,
    reader_home: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("add", *words) == code
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("name", ["-plan.pdf", "--計画.pdf", "-x", "-1.md", "--a"])
def test_a_file_whose_name_looks_like_an_option(
    name: str,
    reader_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert run("add", name, "--date", "2023-06-09") == 2
    assert f"write ./{name}" in capsys.readouterr().err
    assert run("add", f"./{name}", "--date", "2023-06-09", "--dry-run") == 0


def test_the_packaged_database_is_never_changed(
    reader_home: Path, text: Path, packaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--date", "2023-06-09", "--db", str(packaged))
    assert run("add", str(text), *words) == 3
    assert "never changed" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", ".", "folder", "text.db", "none/a.db"])
def test_what_cannot_be_a_database_is_one_line(
    name: str,
    reader_home: Path,
    text: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.db").write_text("some text")
    assert run("add", str(text), "--date", "2023-06-09", "--db", name) == 3
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "text.db").read_text() == "some text"
    assert not reader_home.exists()
