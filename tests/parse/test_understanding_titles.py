"""The proof of understanding: titles are titles, and whole; text is text."""

from __future__ import annotations

import pytest

from plan_tui.model.doubts import DoubtKind, Severity
from tests.parse.test_understanding_numbering import numbered
from tests.read_draft import LONG, SENTENCE, ReadDraft


@pytest.mark.parametrize(
    "title",
    [SENTENCE, "町の図書館と広場と市場と港と駅" * 6, "本を読む。"],
)
def test_a_title_that_is_text(title: str) -> None:
    draft = ReadDraft()
    draft.head(1, "１．", title)
    draft.text()
    assert len(draft.doubts(DoubtKind.LONG_TITLE)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "町の図書館は、本を読む人のために朝から",
        "また、本を貸し出す人の数を",
        "本を読み、書き、語る場所とし、町の",
        "町で働く人のために、夜",
        "開いている。町の図書館",
    ],
)
def test_a_line_of_text_is_no_title(title: str) -> None:
    draft = ReadDraft()
    draft.head(1, "１．", "本の貸出")
    draft.text()
    draft.head(2, "", title)
    draft.text()
    assert draft.doubts(DoubtKind.LONG_TITLE)


@pytest.mark.parametrize("title", ["図書館、広場、市場", "本の貸出", "調査、研究及び普及"])
def test_a_title_without_number_holds_no_clause(title: str) -> None:
    draft = ReadDraft()
    draft.head(1, "１．", "本の貸出")
    draft.text()
    draft.head(2, "", title)
    draft.text()
    assert draft.doubts() == []


def test_a_title_with_a_number_or_an_entry_may_hold_a_clause() -> None:
    draft = ReadDraft()
    draft.entry("誰でも、いつでも読める本", "1", 1)
    draft.head(1, "１．", "読みたい、知りたいに応える")
    draft.text()
    draft.head(2, "", "誰でも、いつでも読める本")
    draft.text()
    assert draft.doubts(DoubtKind.LONG_TITLE) == []


@pytest.mark.parametrize("label", ["", "（１）", "①", "第１", "ア"])
def test_text_goes_on_on_no_line_of_a_title(label: str) -> None:
    draft = ReadDraft()
    draft.head(1, "１．", "本の貸出")
    draft.text()
    draft.head(2, label, "町の図書館と広場")
    draft.text_on_line("と市場を結ぶ道を広げる。")
    assert len(draft.doubts(DoubtKind.TORN_TITLE)) == 1


@pytest.mark.parametrize(
    "title",
    ["", "②", "\uf0b2本を貸す人", "・本の貸出", "本を貸し出す人への", "町の図書館を", "③ ④"],
)
def test_a_title_that_lost_words(title: str) -> None:
    draft = ReadDraft()
    draft.head(1, "１．", title)
    draft.text()
    (doubt,) = draft.doubts(DoubtKind.TORN_TITLE)
    assert doubt.severity is Severity.WARNING


@pytest.mark.parametrize(
    "title", ["はじめに", "本の貸出", "PDF", "2025年度", "誰もが読める本", "図書館とは"]
)
def test_a_title_that_is_whole(title: str) -> None:
    draft = ReadDraft()
    draft.head(1, "１．", title)
    draft.text()
    assert draft.doubts() == []


@pytest.mark.parametrize(
    "words", ["３．本を貸す。", "４．本の貸出", "本の貸出", "３．", f"３．{LONG}", "2023年の貸出"]
)
def test_a_paragraph_that_is_no_heading(words: str) -> None:
    draft = numbered("１．", "２．")
    draft.text(words)
    assert draft.doubts(DoubtKind.HEADING_IN_TEXT) == []
