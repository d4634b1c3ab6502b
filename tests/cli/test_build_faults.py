"""Every field of every table that a build reads: what is wrong is told by file and line."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from tests.cli.files_of_a_build import (
    FILES,
    KINDS,
    MAY_BE_EMPTY,
    REQUIRED,
    WRONG,
    altered,
    assert_refused,
    line_of,
    name_of,
    toml,
)


def test_the_folder_is_sound(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = data / "sound.db"
    assert main(["build", "--data", str(data), "--db", str(target), "--lang", "en"]) == 0
    assert capsys.readouterr().err == ""
    target.unlink()


def wrong_values() -> Iterator[tuple[str, str]]:
    for file, kinds in KINDS.items():
        yield from ((file, field) for field in kinds)


@pytest.mark.parametrize(("file", "field"), wrong_values())
def test_a_wrong_value_is_told_by_file_and_line(
    file: str, field: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = (data / file).read_text(encoding="utf-8")
    try:
        for value in WRONG[KINDS[file][field]]:
            if value in ("", []) and field in MAY_BE_EMPTY.get(file, ()):
                continue
            text, head = altered(file, field, value)
            (data / file).write_text(text, encoding="utf-8")
            told = assert_refused(data, capsys, file, line_of(text, field.split(".")[0], head))
            told = told.replace("SHA-256", "sha256")
            assert any(name in told for name in (*field.split("."), "no such thing", "aaaa"))
    finally:
        (data / file).write_text(sound, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "field"), [(file, field) for file, fields in REQUIRED.items() for field in fields]
)
def test_a_missing_field_is_told_by_file_and_line(
    file: str, field: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = (data / file).read_text(encoding="utf-8")
    text, head = altered(file, field, None, gone=True)
    (data / file).write_text(text, encoding="utf-8")
    try:
        told = assert_refused(data, capsys, file, line_of(text, field.split(".")[0], head))
        assert re.search(rf"\b{field.split('.')[-1]}\b", told.replace("keys", "key"))
    finally:
        (data / file).write_text(sound, encoding="utf-8")


TABLES_OF = {
    **{file: ("",) for file in FILES if file != "titles_en.toml"},
    "sources/manifest.toml": ("", "edition", "document"),
    "sources/plan-2030.txt.edits.toml": ("", "edit"),
    "crosswalk.toml": ("", "topic", "pair", "verdict"),
}
"""File → its tables that have certain fields alone; empty for the top."""


@pytest.mark.parametrize("field", ["titel", "a b", "題名", "a\nb", "\x1b[2J", "", "x" * 5000])
def test_a_field_that_there_is_not_is_told(
    field: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file, tables in TABLES_OF.items():
        for table in tables:
            tree = copy.deepcopy(FILES[file])
            (tree[table][0] if table else tree)[field] = "x"
            text = toml(tree)
            (own_data / file).write_text(text, encoding="utf-8")
            assert_refused(own_data, capsys, file, line_of(text, table, name_of(field) + " ="))
        (own_data / file).write_text(toml(FILES[file]), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "table", "field"),
    [
        *(("sources/manifest.toml", "edition", field) for field in ("id",)),
        *(("sources/manifest.toml", "document", field) for field in ("id", "key", "file")),
        ("sources/plan-2030.txt.edits.toml", "edit", "kind"),
        ("crosswalk.toml", "topic", "id"),
        ("crosswalk.toml", "verdict", "key"),
    ],
)
def test_what_stands_there_twice_is_told(
    file: str, table: str, field: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = copy.deepcopy(FILES[file])
    first, *others = tree[table]
    names = ("id", "key", "file") if table == "document" else ()
    copied = copy.deepcopy(first) | {name: "other" for name in names if name != field}
    tree[table] = [first, copied, *others]
    text = toml(tree)
    (own_data / file).write_text(text, encoding="utf-8")
    second = text.split("\n").index(f"[[{table}]]", text.split("\n").index(f"[[{table}]]") + 1)
    before = text.split("\n")[:second]
    offset = 0 if table == "edit" else [*first].index(field) + 1
    told = assert_refused(own_data, capsys, file, len(before) + 1 + offset)
    assert str(first[field]) in told or "same as edit 1" in told


@pytest.mark.parametrize("table", ["aliases.toml", "crosswalk.toml"])
def test_a_table_that_has_to_be_there_is_missed(
    table: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_data / table).unlink()
    told = assert_refused(own_data, capsys, "sources/manifest.toml", 5)
    assert f"{table} is not there; restore the file" in told


def test_a_build_without_a_table_says_so(
    own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("readings.toml", "titles_en.toml"):
        (own_data / name).unlink()
    assert main(["build", "--data", str(own_data), "--lang", "en"]) == 0
    assert "built without readings.toml, titles_en.toml" in capsys.readouterr().err


BROKEN = {
    "a list without end": ("x = [\n1,\n", 2),
    "no value": ("a = 1\nx =\n", 2),
    "two values": ("a = 1\n\nx = 1 2\n", 3),
    "a field twice": ("a = 1\nb = 2\na = 3\n", 3),
    "a table twice": ("[a]\n[b]\n[a]\n", 3),
    "half a head": ("a = 1\n[[x]\n", 2),
    "a control character": ("a = 1\nb = '\x01'\n", 2),
    "a day that is none": ("a = 1\nb = 2030-02-30\n", 2),
    "a long number": ("a = 1\n# x\nb = " + "1" * 5000 + "\n", 3),
    "a deep list": ("a = 1\nb = " + "[" * 100_000 + "\nc = 1\n", 2),
    "no TOML at all": ("{}\n", 1),
    "a carriage return": ("a = 1\r\nb = \r\n", 2),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_what_is_no_toml_is_told_by_file_and_line(
    fault: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, line = BROKEN[fault]
    for file in FILES:
        sound = (own_data / file).read_bytes()
        (own_data / file).write_bytes(text.encode())
        assert "not TOML" in assert_refused(own_data, capsys, file, line)
        (own_data / file).write_bytes(sound)
