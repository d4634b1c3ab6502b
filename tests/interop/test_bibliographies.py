"""BibTeX as biber reads it, and CSL-JSON as the CSL processor of pandoc does."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.labels.bibliography import bibtex
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.cite import CiteForm, cite_view
from tests.views.test_citations import DAY, HOSTILE, PLACES, cited, licensed

SINGLE_SIGNS = (
    HOSTILE,
    "{",
    "}",
    "}{",
    "\\",
    "\\}",
    "\\{",
    "@book{x,",
    "50%",
    "~",
    "^",
    '"',
    "#",
    "$x",
    "a_b",
    "&",
)
"""Words that each would end an entry, begin one or hide what follows."""
ENTRY = re.compile(r"^@MISC\{(.+),$", re.MULTILINE)


def by_biber(entries: str, folder: Path) -> str:
    """Return what biber writes of entries; it must have nothing to say against them."""
    (folder / "refs.bib").write_text(entries, encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--output-file=out.bib", "refs.bib"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert not re.search("WARN|ERROR", done.stdout), done.stdout
    return (folder / "out.bib").read_text(encoding="utf-8")


def by_pandoc(items: str, ids: list[str], folder: Path) -> str:
    """Return the paragraphs that pandoc writes of citations and of their list, as one text."""
    bibliography = folder / "refs.json"
    bibliography.write_text(items, encoding="utf-8")
    document = "\n\n".join(f"[@{{{each}}}]" for each in ids)
    command = [
        "pandoc",
        "--citeproc",
        f"--bibliography={bibliography}",
        "-t",
        "plain",
        "--wrap=none",
    ]
    done = subprocess.run(command, input=document, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""  # it warns of a citation that it does not find
    return done.stdout


@pytest.mark.parametrize("language", list(Language))
def test_biber_takes_every_kind_of_place(language: Language, made_up: Plan, tmp_path: Path) -> None:
    entries = [bibtex(licensed(cited(made_up, words).places[0]), language) for words in PLACES]
    written = by_biber("\n".join(entries), tmp_path)
    assert len(ENTRY.findall(written)) == len(set(PLACES))
    assert written.count("URLDATE") == len(PLACES)


def test_biber_takes_hostile_words(made_up: Plan, tmp_path: Path) -> None:
    (place,) = cited(made_up, "2021:1.1").places
    entries = []
    for number, words in enumerate(SINGLE_SIGNS):
        section = replace(place.text.section, title=words, key=f"2021:a}}b,c%{number}")
        url = f"https://x.invalid/{words}"
        hostile = licensed(place, title=words, publisher=words, url=url)
        hostile = replace(hostile, text=replace(hostile.text, section=section))
        entries.append(bibtex(hostile, Language.EN))
    written = by_biber("\n".join(entries), tmp_path)
    assert ENTRY.findall(written) == [f"2021:a-b-c-{n}" for n in range(len(SINGLE_SIGNS))]


@pytest.mark.parametrize("key", ["2021:1", "2021:M1-8", "2025:1.4"])
def test_the_real_plan_is_cited(key: str, real: Plan, tmp_path: Path) -> None:
    view = cite_view(real, Language.JA, key, CiteForm.BIBTEX, DAY, below=True)
    written = by_biber(view.text(), tmp_path)
    assert sorted(ENTRY.findall(written)) == sorted(str(item["id"]) for item in view.records())
    items = view.records()
    listed = by_pandoc(json.dumps(items), [str(item["id"]) for item in items], tmp_path)
    squeezed = "".join(listed.split())
    for item in items:
        assert "".join(str(item["title"]).split()) in squeezed


@pytest.mark.parametrize("words", PLACES)
def test_pandoc_cites_from_csl_json(words: str, made_up: Plan, tmp_path: Path) -> None:
    view = cite_view(made_up, Language.JA, words, CiteForm.CSL_JSON, DAY)
    (item,) = view.records()
    listed = by_pandoc(view.text(), [str(item["id"])], tmp_path)
    year = item["issued"]["date-parts"][0][0]
    for expected in (item["title"], item["container-title"], item["publisher"], item["URL"], year):
        assert str(expected) in listed
    assert not re.search(r"\?\?\?|n\.d\.", listed)


def test_pandoc_reads_the_bibtex_as_well(made_up: Plan, tmp_path: Path) -> None:
    source = tmp_path / "refs.bib"
    entries = [bibtex(licensed(cited(made_up, words).places[0]), Language.JA) for words in PLACES]
    source.write_text("\n".join(entries), encoding="utf-8")
    command = ["pandoc", "-f", "biblatex", "-t", "csljson", str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    items = json.loads(done.stdout)
    assert len(items) == len(PLACES)
    assert all(item["accessed"]["date-parts"] == [[2026, 6, 13]] for item in items)
