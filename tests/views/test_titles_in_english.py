"""Titles of sections, chapters and documents in English: in documents as in the text."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from plan_tui.labels.document_names import document_heading, document_name
from plan_tui.store.overview_queries import overview
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.render.about import edition_lines
from tests.command_line import run

KEY = "2021:M1-8"
VIEWS = (
    ["measures", "chapter:I"],
    ["kpis", "chapter:I"],
    ["targets", "chapter:I"],
    ["changes", "2021", "2025", "chapter:I"],
    ["tree", "under:2021:3"],
    ["search", "運転免許証", "kind:measure"],
    ["compare", KEY],
)


@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize("words", VIEWS, ids=lambda words: words[0])
def test_a_document_names_a_section_as_the_text_does(
    words: list[str], form: str, real: Plan, real_database: Path
) -> None:
    named = real.section(KEY)
    japanese, english = (
        unescape(run(*words, "--format", form, "--lang", language, db=real_database).stdout)
        for language in ("ja", "en")
    )
    assert named.title_en
    assert named.title_en in english
    assert named.title in japanese
    assert KEY in english


def test_figures_name_documents_parts_and_chapters_in_english(
    real: Plan, real_database: Path
) -> None:
    text = run("overview", "--lang", "en", db=real_database).stdout
    assert "2021 edition full text" in text
    for section in (real.section("2021:1"), overview(real).chapters[0].section):
        assert section
        assert section.title_en
        assert section.title_en in text
    written = run("overview", "--lang", "en", "--json", db=real_database).stdout
    assert run("overview", "--lang", "ja", "--json", db=real_database).stdout == written


def test_documents_are_called_as_their_citations_call_them(real: Plan, real_database: Path) -> None:
    tree = run("tree", "--lang", "en", db=real_database).stdout
    for document in real.documents():
        english = document_name(document, Language.EN)
        assert english.isascii()
        assert document_name(document, Language.JA) == document.title
        assert f"{document_heading(document, Language.EN)}  (document:{document.id})" in tree
        edition = next(each for each in real.editions() if each.id == document.edition_id)
        lines = [line.text for line in edition_lines(edition, [document], 200, Language.EN)]
        assert any(line.endswith(english) for line in lines)
