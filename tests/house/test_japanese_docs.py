"""The documents that stand in both languages say the same: headings, code, tables, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_tui.labels.change_names import CHANGE_GROUPS, CHANGE_MEANINGS
from plan_tui.store.example_queries import EXAMPLE_QUERIES
from plan_tui.text.language import Language
from plan_tui.tui.keys_document import keys_document
from tests.house.test_phrases import faults_of_japanese

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAIRS = ("commands", "keys", "comparing", "database", "editions")
"""Documents that stand in both languages."""
BOTH = pytest.mark.parametrize("name", PAIRS)
_CODE_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SAME_CODE = ("sh", "sql", "python")
"""Languages in which the examples of both documents are the same, but for what is said of them."""


def text_of(name: str, language: str) -> str:
    """Return a document in a language."""
    return (DOCS / f"{name}{'.ja' if language == 'ja' else ''}.md").read_text(encoding="utf-8")


def headings(text: str) -> list[tuple[int, str]]:
    """Return the depth of each heading, and its words where they are code."""
    lines = re.findall(r"^(#+) (.+)$", _CODE_BLOCK.sub("", text), re.MULTILINE)
    return [
        (len(signs), words if re.fullmatch(r"[a-z_]+", words) else "") for signs, words in lines
    ]


def code_of(text: str) -> list[tuple[str, list[str]]]:
    """Return each block of code, whole or by how its lines begin, without remarks."""
    blocks = []
    for kind, code in _CODE_BLOCK.findall(text):
        lines = [re.sub(r"\s*#( .*)?$", "", line) for line in code.splitlines()]
        begun = [re.match(r"\W*[\w-]*(?: [a-z=-]+)?", line) for line in lines]
        blocks.append((kind, lines if kind in _SAME_CODE else [m[0] for m in begun if m]))
    return blocks


def rows_of(text: str) -> list[set[str]]:
    """Return the code in each row of the tables."""
    rows = re.findall(r"^\|.*\|$", _CODE_BLOCK.sub("", text), re.MULTILINE)
    return [set(re.findall(r"`([^`]+)`", row)) for row in rows]


@BOTH
def test_both_have_the_same_headings(name: str) -> None:
    assert headings(text_of(name, "ja")) == headings(text_of(name, "en"))


@BOTH
def test_both_show_the_same_code(name: str) -> None:
    assert code_of(text_of(name, "ja")) == code_of(text_of(name, "en"))


@BOTH
def test_the_rows_of_tables_name_the_same_commands_keys_and_columns(name: str) -> None:
    japanese, english = (rows_of(text_of(name, language)) for language in ("ja", "en"))
    assert len(japanese) == len(english)
    assert [pair for pair in zip(japanese, english, strict=True) if pair[0] != pair[1]] == []


@BOTH
def test_both_lead_to_each_other_and_links_to_places_that_are_there(name: str) -> None:
    for language, other in (("ja", "en"), ("en", "ja")):
        text = text_of(name, language)
        named = f"{name}{'.ja' if other == 'ja' else ''}.md"
        assert f"({named})" in text.partition("\n## ")[0]
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            file, _, anchor = target.partition("#")
            linked = DOCS / file if file else DOCS / f"{name}{'.ja' * (language == 'ja')}.md"
            assert linked.exists(), target
            assert not anchor or anchor in _anchors(linked), target


def _anchors(path: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@BOTH
def test_the_japanese_one_leads_to_japanese_ones_and_keeps_the_register(name: str) -> None:
    text = text_of(name, "ja")
    english = [f"{pair}.md" for pair in PAIRS if pair != name]
    assert [link for link in re.findall(r"\]\((\w+\.md)", text) if link in english] == []
    prose = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", _CODE_BLOCK.sub("", text))
    prose = re.sub(r"`[^`]*`", "code", prose)
    for part in prose.split("\n\n"):
        lines = part.split("\n") if part.startswith(("|", "#")) else _items(part)
        cells = [cell.strip() for line in lines for cell in line.strip("|").split("|")]
        faults = {cell: faults_of_japanese(cell) for cell in cells}
        assert {cell: fault for cell, fault in faults.items() if fault} == {}


def _items(part: str) -> list[str]:
    """Return the items of a list, or a paragraph, each as one line."""
    return ["".join(item.split("\n")) for item in part.split("\n- ")]


def test_the_readme_leads_to_the_japanese_documents() -> None:
    text = (ROOT / "README.ja.md").read_text(encoding="utf-8")
    for name in PAIRS:
        assert f"(docs/{name}.ja.md" in text
        assert f"(docs/{name}.md" not in text


def test_the_keys_are_written_from_the_commands() -> None:
    assert text_of("keys", "ja") == keys_document(Language.JA)


def test_what_became_of_sections_is_said_in_the_words_of_the_legend() -> None:
    text = text_of("comparing", "ja")
    for group, meaning in CHANGE_MEANINGS.items():
        assert re.search(
            rf"^\| {CHANGE_GROUPS[group].ja} \| .* \| {re.escape(meaning.ja)} \|$",
            text,
            re.MULTILINE,
        )


def test_the_questions_in_sql_are_those_of_the_program() -> None:
    text = text_of("database", "ja")
    assert [q.question.ja for q in EXAMPLE_QUERIES] == re.findall(
        r"^\*\*(.+)\*\*（", text, re.MULTILINE
    )
