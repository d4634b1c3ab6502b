"""The proof of understanding: numbers of headings follow each other."""

from __future__ import annotations

import pytest

from plan_tui.model.doubts import DoubtKind, Severity
from plan_tui.model.enums import FurnitureKind
from tests.read_draft import LONG, SENTENCE, ReadDraft

STYLES = {
    "dai": ("第１", "第２", "第３", "第４"),
    "dai with bar": ("第３－１", "第３－２", "第３－３", "第３－４"),
    "part": ("第１部", "第２部", "第３部", "第４部"),
    "kanji": ("第一章", "第二章", "第三章", "第四章"),
    "digits": ("１．", "２．", "３．", "４．"),
    "brackets": ("（１）", "（２）", "（３）", "（４）"),
    "circled": ("①", "②", "③", "④"),
    "kana": ("ア", "イ", "ウ", "エ"),
    "kana in brackets": ("（ア）", "（イ）", "（ウ）", "（エ）"),
    "iroha": ("イ", "ロ", "ハ", "ニ"),
    "iroha in brackets": ("（イ）", "（ロ）", "（ハ）", "（ニ）"),
    "letters": ("Ａ", "Ｂ", "Ｃ", "Ｄ"),
    "small letters": ("（ａ）", "（ｂ）", "（ｃ）", "（ｄ）"),
    "roman": ("Ⅰ．", "Ⅱ．", "Ⅲ．", "Ⅳ．"),
    "small roman": ("ⅰ）", "ⅱ）", "ⅲ）", "ⅳ）"),
    "roman of letters": ("Ｉ．", "ＩＩ．", "ＩＩＩ．", "ＩＶ．"),
    "cards": ("[No.１－１]", "[No.１－２]", "[No.１－３]", "[No.１－４]"),
    "decimal": ("2.1", "2.2", "2.3", "2.4"),
}


def numbered(*labels: str, depth: int = 2, top: str = "") -> ReadDraft:
    draft = ReadDraft()
    draft.head(1, top, "はじまり")
    for label in labels:
        draft.head(depth, label, "見出し")
        draft.text()
    return draft


@pytest.mark.parametrize("labels", STYLES.values(), ids=STYLES)
def test_a_numbering_that_goes_on_is_no_doubt(labels: tuple[str, ...]) -> None:
    assert numbered(*labels).doubts(DoubtKind.NUMBERING) == []


@pytest.mark.parametrize("labels", STYLES.values(), ids=STYLES)
def test_a_number_that_is_left_out_is_named(labels: tuple[str, ...]) -> None:
    first, second, _, fourth = labels
    (doubt,) = numbered(first, second, fourth).doubts(DoubtKind.NUMBERING)
    assert doubt.severity is Severity.ERROR
    assert doubt.expected.split("-")[-1] == "3"
    assert doubt.found == f"{fourth} 見出し"


@pytest.mark.parametrize("labels", STYLES.values(), ids=STYLES)
def test_a_number_that_stands_there_twice(labels: tuple[str, ...]) -> None:
    first, second, third, _ = labels
    (doubt,) = numbered(first, second, second, third).doubts(DoubtKind.NUMBERING)
    assert doubt.found == f"{second} 見出し"


@pytest.mark.parametrize("labels", STYLES.values(), ids=STYLES)
def test_a_numbering_that_begins_late(labels: tuple[str, ...]) -> None:
    _, second, third, _ = labels
    doubts = numbered(second, third).doubts(DoubtKind.NUMBERING)
    # イ is the first of いろは: only what follows tells that it is the second kana.
    assert len(doubts) == 1
    assert doubts[0].expected.split("-")[-1] in ("1", "2")


def test_numbers_may_go_on_under_the_next_heading() -> None:
    draft = ReadDraft()
    for label, children in (("第１", "１２３"), ("第２", "４５"), ("第３", "６")):
        draft.head(1, label, "章")
        for child in children:
            draft.head(2, f"{child}．", "節")
            draft.text()
    assert draft.doubts(DoubtKind.NUMBERING) == []


def test_numbers_begin_anew_under_the_next_heading_and_after_one_without_number() -> None:
    draft = ReadDraft()
    for label in ("第１", "第２"):
        draft.head(1, label, "章")
        for child in "①②":
            draft.head(2, child, "項")
        draft.head(2, "", "【まとめ】")
        for child in "①②③":
            draft.head(2, child, "項")
            draft.text()
    assert draft.doubts(DoubtKind.NUMBERING) == []


def test_two_numbers_in_a_label_follow_each_other() -> None:
    draft = ReadDraft()
    for label in ("第１－１", "第１－２", "第２－１", "第２－２", "第３－１"):
        draft.head(1, label, "章")
        draft.text()
    assert draft.doubts(DoubtKind.NUMBERING) == []


@pytest.mark.parametrize("label", ["第２－３", "第３－２", "第１－２"])
def test_two_numbers_in_a_label_that_do_not_follow(label: str) -> None:
    draft = ReadDraft()
    for each in ("第１－１", "第１－２", "第２－１", label):
        draft.head(1, each, "章")
        draft.text()
    assert len(draft.doubts(DoubtKind.NUMBERING)) == 1


@pytest.mark.parametrize("labels", STYLES.values(), ids=STYLES)
def test_the_last_of_a_numbering_in_the_text_is_told(labels: tuple[str, ...]) -> None:
    first, second, third, _ = labels
    draft = numbered(first, second)
    draft.text(f"{third} 本の貸出")
    (doubt,) = draft.doubts(DoubtKind.HEADING_IN_TEXT)
    assert doubt.severity is Severity.WARNING
    assert doubt.found == f"{third} 本の貸出"


def run_in(*lines: str, last: str = SENTENCE) -> ReadDraft:
    """Return a text whose passage is made of several lines."""
    draft = numbered("（１）", "（２）")
    draft.lines(*lines, last)
    return draft


@pytest.mark.parametrize("label", ["第２", "第２ ", "第３部　", "第四章 ", "第２－１ "])
def test_a_heading_that_was_run_together_with_the_text_is_an_error(label: str) -> None:
    for draft in (run_in(SENTENCE, f"{label}本の貸出"), run_in(f"{label}本の貸出")):
        (doubt,) = draft.doubts(DoubtKind.HEADING_IN_TEXT)
        assert (doubt.severity, doubt.found) == (Severity.ERROR, f"{label}本の貸出")
        assert doubt.line is not None
        assert draft.paged_text.texts[doubt.line - 1] == doubt.found


@pytest.mark.parametrize("label", ["２．", "（３）", "2.1 ", "Ⅱ．"])
def test_a_numbered_line_that_was_run_together_with_the_text_is_told(label: str) -> None:
    (doubt,) = run_in(SENTENCE, f"{label}本の貸出").doubts(DoubtKind.HEADING_IN_TEXT)
    assert (doubt.severity, doubt.found) == (Severity.WARNING, f"{label}本の貸出")


@pytest.mark.parametrize("words", ["第２ 本の貸出", "第３章 本の貸出"])
def test_a_heading_that_became_a_paragraph_or_the_cover_is_told(words: str) -> None:
    draft = numbered("（１）")
    draft.text(words)
    draft.text()
    draft.furniture(words, FurnitureKind.COVER)
    assert [(d.found, d.severity) for d in draft.doubts(DoubtKind.HEADING_IN_TEXT)] == [
        (words, Severity.WARNING)
    ] * 2


@pytest.mark.parametrize(
    "words",
    [
        "第２回の会議",
        "第３版",
        "第12号",
        "第２では本の貸出",
        "第２章では、本の貸出",
        "第２ 本を貸す。",
        f"第２ {LONG[:50]}",
        "２．５倍の貸出",
        "（１）の貸出",
        "2031年度の貸出",
    ],
)
def test_a_line_of_a_sentence_is_no_heading(words: str) -> None:
    draft = run_in(SENTENCE, words)
    draft.furniture(words, FurnitureKind.COVER)
    assert draft.doubts(DoubtKind.HEADING_IN_TEXT) == []


def test_a_number_that_a_sentence_goes_on_with_is_no_heading() -> None:
    draft = run_in(f"{SENTENCE[:-1]}ことは、", "第２ 本の貸出", last="に書いた。")
    assert draft.doubts(DoubtKind.HEADING_IN_TEXT) == []
