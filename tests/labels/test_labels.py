"""Every member of a vocabulary that a reader sees has words, in both languages."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

import pytest

from plan_tui import labels
from plan_tui.model import comparison_enums, enums, headings
from plan_tui.text.language import Language, Phrase
from plan_tui.text.vocabulary import StrEnum

NEVER_SAID = {
    enums.Layout: "chooses a parser",
    enums.KeyForm: "stored for the search alone",
    enums.StringForm: "names a column of the search",
    enums.BlockKind: "shown by how a block is drawn",
    enums.SectionTrait: "typed, as it is, in a filter",
    enums.Comparator: "a sign that says itself",
    comparison_enums.FactKind: "told by its group",
    comparison_enums.VerdictKind: "told as a change",
    comparison_enums.TextChange: "shown by colours and signs, which a legend explains",
}
"""Vocabularies without words, and why they need none."""


def tables() -> Iterator[tuple[str, Mapping[StrEnum, Phrase]]]:
    """Yield each table of words by vocabulary, with its name."""
    for module in pkgutil.iter_modules(labels.__path__, f"{labels.__name__}."):
        for name, table in vars(import_module(module.name)).items():
            if isinstance(table, dict) and isinstance(next(iter(table), None), StrEnum):
                yield f"{module.name}.{name}", table


TABLES = dict(tables())
VOCABULARIES = {
    item
    for item in vars(enums).values()
    if isinstance(item, type) and issubclass(item, StrEnum) and item is not StrEnum
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_each_member(name: str) -> None:
    table = TABLES[name]
    vocabulary = type(next(iter(table)))
    assert set(table) == set(vocabulary)
    assert all(type(member) is vocabulary for member in table)
    assert all(phrase.ja and phrase.en for phrase in table.values())


def test_every_vocabulary_has_words_or_needs_none() -> None:
    said = {type(next(iter(table))) for table in TABLES.values()}
    assert said & VOCABULARIES == VOCABULARIES - set(NEVER_SAID)
    assert not said & set(NEVER_SAID)


@dataclass(frozen=True, slots=True)
class _Headed:
    label: str
    title: str = "森"
    title_en: str | None = None


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("第１部", "Part 1"),
        ("第12章", "Chapter 12"),
        ("第３節", "Section 3"),
        ("第２", "2"),
        ("１．", "1."),
        ("（10）", "(10)"),
        ("[No.１－８]", "[No.1-8]"),
        ("II．", "II."),
        ("①", "①"),
        ("ア", "ア"),
        ("第二章", "第二章"),
        ("", ""),
    ],
)
def test_labels_stand_in_english_paths_as_english_writes_them(printed: str, english: str) -> None:
    assert headings.label(_Headed(printed), Language.EN) == english
    assert headings.label(_Headed(printed), Language.JA) == printed
