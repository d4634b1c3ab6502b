"""What follows for editions and documents of which little is told."""

from __future__ import annotations

import pytest

from plan_tui.errors import UsageError
from plan_tui.model.enums import DocumentKind
from plan_tui.sources.edition_entry import (
    checked_edition_id,
    document_names,
    edition_entry,
    edition_id,
)


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ((), "2026"),
        (("2025",), "2026"),
        (("2026",), "2026-06"),
        (("2026", "2026-06"), "2026-06-13"),
        (("2026-06",), "2026"),
    ],
)
def test_an_edition_is_called_by_its_year_or_by_more_of_its_day(
    taken: tuple[str, ...], name: str
) -> None:
    assert edition_id("2026-06-13", taken) == name


@pytest.mark.parametrize("text", ["2026", "2026-06", "draft", "R8", "a-b-c"])
def test_ids_that_can_stand_in_keys(text: str) -> None:
    assert checked_edition_id(text) == text


@pytest.mark.parametrize(
    "text", ["", "2026:1", "令和8", "a b", "-1", "a|b", "../x", "x" * 21, "2\n"]
)
def test_ids_that_cannot(text: str) -> None:
    with pytest.raises(UsageError, match="edition"):
        checked_edition_id(text)


@pytest.mark.parametrize(
    ("edition", "cite"),
    [
        ("2026", "2026年"),
        ("2026-06", "2026年6月"),
        ("2026-06-13", "2026年6月13日"),
        ("draft", "draft"),
        ("2024", "2024"),
    ],
)
def test_labels_and_citations_follow_from_the_day(edition: str, cite: str) -> None:
    entry = edition_entry(edition, "2026-06-13")
    assert (entry.label, entry.label_en) == ("2026年6月", "June 2026")
    assert entry.cite == cite


@pytest.mark.parametrize(
    ("kind", "keys", "key", "short"),
    [
        (DocumentKind.FULL_TEXT, (), "2026", ""),
        (DocumentKind.FULL_TEXT, ("2026",), "2026f", "全文"),
        (DocumentKind.FULL_TEXT, ("2026", "2026f"), "2026f2", "全文2"),
        (DocumentKind.SUMMARY, ("2026",), "2026s", "１枚図"),
        (DocumentKind.OVERVIEW, ("2026", "2026s"), "2026o", "概要"),
        (DocumentKind.DECK, ("2026",), "2026d", "説明資料"),
    ],
)
def test_documents_of_one_edition_have_keys_of_their_own(
    kind: DocumentKind, keys: tuple[str, ...], key: str, short: str
) -> None:
    names = document_names("2026", kind, (), keys)
    assert (names.key, names.short) == (key, short)


def test_a_document_has_an_id_of_its_own() -> None:
    assert document_names("2026", DocumentKind.FULL_TEXT).id == "plan-2026"
    names = document_names("2026", DocumentKind.FULL_TEXT, ("plan-2026", "plan-2026-2"))
    assert names.id == "plan-2026-3"
