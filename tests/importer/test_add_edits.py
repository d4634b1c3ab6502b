"""A reader's own edition with corrections: read anew, with what has no place told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plan_tui.cli.main import main

TEXT = "\n".join(
    [
        "森の図書館の計画",
        "第１ 森の図書館の姿",
        "森の図書館は、夜も開き、本を読む人を待つことにしている。",
        "第２ 海の図書館の姿",
        "海の図書館は、朝から開き、本を読む人を待つことにしている。",
        "第３ 山の図書館の姿",
        "山の図書館は、昼だけ開き、本を読む人を待つことにしている。",
    ]
)


@pytest.fixture
def file(tmp_path: Path, reader_home: Path) -> Path:
    """A text beside which corrections can stand; the made-up plan is packaged."""
    assert not reader_home.exists()
    path = tmp_path / "森の計画.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def tried(file: Path, edits: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """Return the doubts of a trial, with some corrections beside the file."""
    file.with_name(file.name + ".edits.toml").write_text(edits, encoding="utf-8")
    words = ("add", str(file), "--date", "2023-06-09", "--dry-run", "--json", "--lang", "en")
    assert main(list(words)) == 0
    record = next(r for r in json.loads(capsys.readouterr().out) if r["document"] == "plan-2023")
    doubts: list[dict[str, object]] = record["doubts"]
    return [*doubts, {"kind": "sections", "found": record["sections"]}]


def test_a_correction_changes_the_reading(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tried(file, "", capsys)
    words = '[[edit]]\nkind = "見出しでない"\ntext = "第３ 山の図書館の姿"\n'
    after = tried(file, words, capsys)
    assert after[-1]["found"] == before[-1]["found"] - 1  # type: ignore[operator]
    assert "edit_without_place" not in {doubt["kind"] for doubt in after}


@pytest.mark.parametrize("place", ['text = "空の図書館"', "line = 99", 'text = "図書館は、"'])
def test_a_correction_without_place_is_told(
    file: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    doubts = tried(file, f'[[edit]]\nkind = "note"\n{place}\n', capsys)
    assert "edit_without_place" in {doubt["kind"] for doubt in doubts}


def test_a_file_with_faults_stops_with_all_of_them(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edits = file.with_name(file.name + ".edits.toml")
    edits.write_text('[[edit]]\nkind = "x"\nline = 1\n[[edit]]\nline = 0\n', encoding="utf-8")
    assert main(["add", str(file), "--date", "2023-06-09", "--dry-run", "--lang", "en"]) == 3
    message = capsys.readouterr().err
    assert "edit 1: kind 'x'" in message
    assert "edit 2: kind is missing" in message
    assert "Traceback" not in message
