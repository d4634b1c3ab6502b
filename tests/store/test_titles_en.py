"""The unofficial English titles: complete, in English, and one for each Japanese title."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.cli.commands import VIEWS
from plan_tui.cli.main import main
from plan_tui.store.plan import Plan
from tests.command_line import EXAMPLES

WITHOUT_SECTIONS = {"words", "overview", "show"}
"""Views whose tables name no headings in a column of their own."""

# Kana, kanji (with compatibility forms), Japanese punctuation and full-width Latin.
_JAPANESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")

# Names that an English reader must meet under one and the same form everywhere.
_NAMES = {
    "マイナンバー": "My Number",
    "マイナンバーカード": "My Number Card",
    "マイナポータル": "Mynaportal",
    "デジタル庁": "Digital Agency",
    "デジタル臨時行政調査会": "Digital Extraordinary Administrative Advisory Committee",
    "デジタル田園都市国家": "Digital Garden City Nation",
    "ガバメントクラウド": "Government Cloud",
    "包括的データ戦略": "Comprehensive Data Strategy",
    "ベース・レジストリ": "Base Registr",
    "公的個人認証": "JPKI",
    "ビズID": "gBizID",
    "DFFT": "DFFT",
    "BPR": "BPR",
    "準公共": "quasi-public",
    "独立行政法人": "incorporated administrative agenc",
    "オープンデータ": "open data",
    "ワンストップ": "one-stop",
    "運転免許証": "driver's license",
    "健康保険証": "health insurance card",
    "在留カード": "residence card",
}


def test_every_section_has_a_title_in_english(real: Plan) -> None:
    sections = real.sections()
    assert sections
    lacking = [
        section.key
        for section in sections
        if not (section.title_en or "").strip() or _JAPANESE.search(section.title_en or "")
    ]
    assert lacking == []


def test_english_titles_are_trimmed_single_lines_of_plain_characters(real: Plan) -> None:
    untidy = [
        section.key
        for section in real.sections()
        if (title := section.title_en or "") != " ".join(title.split())
        or not (title.isascii() and title.isprintable())
    ]
    assert untidy == []


def test_equal_japanese_titles_have_equal_english_ones(real: Plan) -> None:
    english = defaultdict(set)
    for section in real.sections():
        english[section.title].add(section.title_en)
    repeated = [title for title, forms in english.items() if len(forms) > 1]
    assert repeated == []


@pytest.mark.parametrize(("japanese", "name"), _NAMES.items(), ids=_NAMES.values())
def test_a_name_keeps_its_english_form(real: Plan, japanese: str, name: str) -> None:
    named = [section for section in real.sections() if japanese in section.title]
    assert named
    other = [s.key for s in named if name.lower() not in (s.title_en or "").lower()]
    assert other == []


def titled(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects of a record that name a section by its key and title."""
    if isinstance(value, dict):
        if {"key", "title"} <= set(value) and value["key"]:
            yield value
        for item in value.values():
            yield from titled(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from titled(item)


@pytest.mark.parametrize("view", VIEWS)
def test_every_table_of_headings_has_their_english_titles(
    view: str, linked_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [view, *EXAMPLES.get(view, []), "--db", str(linked_database)]
    outcome = 1 if view == "notes" else 0  # nothing is noted
    assert main([*words, "--format", "tsv"]) == outcome
    columns = capsys.readouterr().out.partition("\n")[0].split("\t")
    named = [name for name in columns if name == "title" or name.endswith("_title")]
    if view not in WITHOUT_SECTIONS:
        assert named
        assert {f"{name}_en" for name in named} <= set(columns)
    assert main([*words, "--format", "json"]) == outcome
    for value in titled(json.loads(capsys.readouterr().out)):
        assert "title_en" in value, value


def test_a_table_of_old_and_new_has_them_too(
    linked_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", "2021:1.1", "--layout", "table", "--db", str(linked_database)]
    assert main([*words, "--format", "tsv"]) == 0
    columns = capsys.readouterr().out.partition("\n")[0].split("\t")
    assert {"title", "title_en"} <= set(columns)
