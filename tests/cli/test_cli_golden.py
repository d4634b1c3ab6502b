"""What the commands print, to the byte, on the made-up plan.

After a change that is meant, this file run with `--update-goldens` writes the files anew; read
their difference before committing it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from tests.goldens import Goldens

GOLDEN = Path(__file__).parents[1] / "golden"
FORMATS = {"text": "txt", "json": "json", "md": "md", "tsv": "tsv", "csv": "csv"}
CASES = {
    "tree": "tree",
    "tree-contents": "tree --document plan-2025 --contents --depth 2",
    "show-section": "show 2021:1.1",
    "show-title-note": "show 2021:1.1.1.1",
    "show-measure": "show 2021:M1-2",
    "show-below": "show 2021:1.1 --below",
    "show-table": "show 2022:1.2",
    "show-contents": "show 2025:2.1",
    "measures": "measures",
    "kpis": "kpis",
    "kpis-filtered": "kpis kpi:unset",
    "measures-filtered": "measures kpi:unset",
    "search": "search 夜間開館",
    "search-hostile": "search 太字 edition:2021",
    "targets": "targets",
    "targets-due": "targets due:2024年度 -edition:2025",
    "compare": "compare 2021:1.1.1",
    "compare-below": "compare 2021:M1-2 --with 2025",
    "compare-back": "compare 2025:1.1.1.1 --with 2021",
    "compare-with": "compare 2025:1.1 --with 2021",
    "changes": "changes 2021 2025",
    "changes-filtered": "changes 2021 2025 kind:measure --only unknown --limit 2",
    "track": "track",
    "words": "words 夜間開館 ﾃﾞｼﾞﾀﾙ化",
    "words-limited": "words 図書館 --limit 1",
    "track-key": "track 2021:1.1.1",
}


@pytest.fixture(autouse=True)
def on_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_tui.cli.view_commands.today", lambda: "2026-01-01")


def without_scores(printed: str) -> str:
    """Put ``?`` for a hit's score, which changes with the ranking and is tested there."""
    return re.sub(r'(?<="score": )[\d.]+|(?<=[\t,])[01]\.\d+(?=[\t,])', "?", printed)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", CASES)
def test_output_is_as_agreed(
    name: str,
    form: str,
    linked_database: Path,
    goldens: Goldens,
    capfd: pytest.CaptureFixture[str],
) -> None:
    words = ["--db", str(linked_database), "--lang", "ja", *CASES[name].split(), "--format", form]
    assert main(words) == 0
    printed, complaints = capfd.readouterr()
    assert complaints == ""
    if name.startswith("search"):
        printed = without_scores(printed)
    assert printed == goldens.kept(GOLDEN / f"{name}.{FORMATS[form]}", printed)


def test_every_golden_file_belongs_to_a_case() -> None:
    expected = {f"{name}.{ending}" for name in CASES for ending in FORMATS.values()}
    assert {path.name for path in GOLDEN.iterdir()} == expected


@pytest.mark.parametrize("name", CASES)
def test_export_writes_what_the_markdown_format_prints(
    name: str, linked_database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "export.md"
    words = ["export", *CASES[name].split(), "-o", str(target), "--lang", "ja"]
    assert main([*words, "--db", str(linked_database)]) == 0
    assert capfd.readouterr().out == ""
    assert target.read_bytes() == (GOLDEN / f"{name}.md").read_bytes()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", CASES)
def test_english_leaves_no_japanese_phrase_of_the_interface(
    name: str, form: str, linked_database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Everything that is Japanese in English output is the plan's own text."""
    words = ["--db", str(linked_database), "--lang", "en", *CASES[name].split(), "--format", form]
    assert main(words) == 0
    english = capfd.readouterr().out
    for phrase in (
        "進捗",
        "効果",
        "収録",
        "候補",
        "版の比較",
        "同じ結果",
        "下位の見出し",
        "未確認",
    ):
        assert phrase not in english
