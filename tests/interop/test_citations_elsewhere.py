"""Bibliographies: biber and pandoc's CSL processor read every entry without a word of warning."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from tests.interop.converters import PATIENCE
from tests.worlds.altered import altered

KEYS = (
    "2021:1.1.1",
    "2021:1.1.1.1#note-2",
    "2021:M1-2#progress-1",
    "2021:M1-2",
    "2022:1.1",
    "2025:1.1",
)
TITLE = '{波} % & # $ _ ^ ~ \\ "引用" <b> =1 𠮷 | [角] `符`'
LANGUAGES = ("ja", "en")


@pytest.fixture(scope="module")
def hostile(crosswalked_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan in which a title has what TeX takes for its own."""
    path = tmp_path_factory.mktemp("hostile") / "plan.db"
    change = f"update sections set title = '{TITLE}' where key = '2021:1.1.1'"
    return altered(crosswalked_database, path, change)


def cited(database: Path, form: str, language: str, capfd: pytest.CaptureFixture[str]) -> list[str]:
    entries = []
    for key in KEYS:
        words = ["--db", str(database), "--lang", language, "show", key, "--cite", form]
        assert main([*words, "--as-of", "2026-01-01"]) == 0
        entries.append(capfd.readouterr().out)
    return entries


def told(words: list[str], folder: Path) -> str:
    """Run a program and return all that it says."""
    process = subprocess.run(words, capture_output=True, cwd=folder, timeout=PATIENCE)
    said = (process.stdout + process.stderr).decode()
    assert process.returncode == 0, said
    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_biber_reads_each_entry(
    language: str, hostile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "refs.bib").write_text("\n".join(cited(hostile, "bibtex", language, capfd)))
    words = ["biber", "--tool", "--validate-datamodel", "--output-file", "out.bib", "refs.bib"]
    report = told(words, tmp_path)
    assert "WARN" not in report
    assert "ERROR" not in report
    assert (tmp_path / "out.bib").read_text(encoding="utf-8").count("@MISC") == len(KEYS)


@pytest.mark.parametrize("form", ["bibtex", "csl-json"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_processor_cites_each_entry(
    form: str, language: str, hostile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    entries = cited(hostile, form, language, capfd)
    path = tmp_path / {"bibtex": "refs.bib", "csl-json": "refs.json"}[form]
    if form == "bibtex":
        path.write_text("\n".join(entries), encoding="utf-8")
    else:
        items = [item for entry in entries for item in json.loads(entry)]
        path.write_text(json.dumps(items), encoding="utf-8")
    names = " ".join(f"[@{{{key.replace('#', '-')}}}]" for key in KEYS)
    (tmp_path / "paper.md").write_text(names)
    words = ["pandoc", "--citeproc", "--bibliography", path.name, "--fail-if-warnings"]
    paper = told([*words, "--wrap=none", "-t", "plain", "paper.md"], tmp_path)
    assert "???" not in paper
    entries_printed = [line for line in paper.split("\n\n")[1:] if line.strip()]
    assert len(entries_printed) == len(KEYS)
    assert "% & # $ _ ^ ~ \\" in paper
