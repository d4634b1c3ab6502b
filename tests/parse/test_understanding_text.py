"""The proof of understanding: footnotes, pages, blocks, characters, layout."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from plan_tui.labels.doubt_names import doubt_sentence
from plan_tui.model.doubts import DoubtKind, Severity
from plan_tui.model.enums import BlockKind, Layout
from tests.read_draft import LONG, SENTENCE, ReadDraft


def with_notes(
    marks: Sequence[int], bodies: Sequence[int], layout: Layout = Layout.FULL_TEXT
) -> ReadDraft:
    draft = ReadDraft(layout=layout)
    draft.head(1, "１．", "見出し")
    for mark in marks:
        draft.text(LONG, (mark,))
    for body in bodies:
        draft.note(body)
    return draft


@pytest.mark.parametrize(
    ("marks", "bodies", "total"),
    [
        ((1,), (1,), 1),
        ((1, 2, 3), (1, 2, 3), 3),
        ((1, 2, 1, 2, 3), (1, 2, 1, 2, 3), 5),
        ((1, 2, 3, 1, 1, 2), (1, 2, 3, 1, 1, 2), 6),
        ((1, 1, 1), (1, 1, 1), 3),
    ],
)
def test_whole_footnotes_are_counted(
    marks: Sequence[int], bodies: Sequence[int], total: int
) -> None:
    draft = with_notes(marks, bodies)
    assert draft.doubts() == []
    (count,) = draft.doubts(DoubtKind.FOOTNOTES_FOUND)
    assert (count.expected, count.found) == (str(total), str(total))


@pytest.mark.parametrize(
    ("marks", "bodies", "kind", "severity", "right"),
    [
        ((1, 3), (1, 3), DoubtKind.FOOTNOTE_MISSING, Severity.ERROR, "2"),
        ((2, 3), (2, 3), DoubtKind.FOOTNOTE_MISSING, Severity.ERROR, "2"),
        ((1, 2, 1, 3), (1, 2, 1, 3), DoubtKind.FOOTNOTE_MISSING, Severity.ERROR, "4"),
        ((1, 3), (1, 2, 3), DoubtKind.FOOTNOTE_UNMARKED, Severity.ERROR, "2"),
        ((1, 2), (1, 2, 3), DoubtKind.FOOTNOTE_UNMARKED, Severity.ERROR, "2"),
        ((2, 3), (1, 2, 3), DoubtKind.FOOTNOTE_UNMARKED, Severity.ERROR, "2"),
        ((1, 2, 3), (1, 3), DoubtKind.MARK_WITHOUT_FOOTNOTE, Severity.ERROR, "2"),
        ((1, 2, 3), (1, 2), DoubtKind.MARK_WITHOUT_FOOTNOTE, Severity.ERROR, "2"),
        ((1, 2, 3), (2, 3), DoubtKind.MARK_WITHOUT_FOOTNOTE, Severity.ERROR, "2"),
        ((1, 2, 3), (1, 2, 2, 3), DoubtKind.FOOTNOTE_TWICE, Severity.ERROR, "2"),
        ((1, 2, 2, 3), (1, 2, 3), DoubtKind.FOOTNOTE_MARKED_TWICE, Severity.WARNING, "3"),
        ((1, 2, 3, 3), (1, 2, 3), DoubtKind.FOOTNOTE_MARKED_TWICE, Severity.WARNING, "3"),
        ((1, 2, 2, 2), (1, 2), DoubtKind.FOOTNOTE_MARKED_TWICE, Severity.WARNING, "2"),
        ((1, 2, 1), (1, 2), DoubtKind.FOOTNOTE_MARKED_TWICE, Severity.WARNING, "2"),
        ((1, 2, 1, 3, 4), (1, 2, 3, 4), DoubtKind.FOOTNOTE_MARKED_TWICE, Severity.WARNING, "4"),
        ((1, 2, 1, 3, 1), (1, 2, 3), DoubtKind.FOOTNOTE_MARKED_TWICE, Severity.WARNING, "3"),
        ((1, 2, 1, 1, 2), (1, 2, 1, 2), DoubtKind.FOOTNOTE_MARKED_TWICE, Severity.WARNING, "4"),
        (
            (1, 2, 1, 2, 3, 1),
            (1, 2, 1, 2, 3),
            DoubtKind.FOOTNOTE_MARKED_TWICE,
            Severity.WARNING,
            "5",
        ),
    ],
)
def test_a_footnote_that_lacks_something(
    marks: Sequence[int],
    bodies: Sequence[int],
    kind: DoubtKind,
    severity: Severity,
    right: str,
) -> None:
    draft = with_notes(marks, bodies)
    (doubt,) = draft.doubts()
    assert (doubt.kind, doubt.severity) == (kind, severity)
    (count,) = draft.doubts(DoubtKind.FOOTNOTES_FOUND)
    assert count.found == right


def test_a_second_and_a_third_mark_of_two_footnotes_begin_no_numbering() -> None:
    doubts = with_notes((1, 2, 3, 1, 2), (1, 2, 3)).doubts()
    assert [doubt.kind for doubt in doubts] == [DoubtKind.FOOTNOTE_MARKED_TWICE] * 2


@pytest.mark.parametrize("count", [3, 4])
def test_a_numbering_whose_texts_are_all_lost_is_told(count: int) -> None:
    numbers = range(1, count + 1)
    doubts = with_notes((1, 2, 3, 4, *numbers), (1, 2, 3, 4)).doubts()
    assert [doubt.kind for doubt in doubts] == [DoubtKind.MARK_WITHOUT_FOOTNOTE] * count


@pytest.mark.parametrize(
    ("marks", "bodies", "twice"),
    [((1, 2, 1), (1, 2), 1), ((1, 2, 3, 1, 2, 3), (1, 2, 3), 3), ((2, 1, 2), (2, 1), 1)],
)
def test_names_of_markdown_are_those_of_one_footnote(
    marks: Sequence[int], bodies: Sequence[int], twice: int
) -> None:
    doubts = with_notes(marks, bodies, Layout.MARKDOWN).doubts()
    found = [doubt.kind for doubt in doubts if doubt.kind is not DoubtKind.NO_NUMBERING]
    assert found == [DoubtKind.FOOTNOTE_MARKED_TWICE] * twice


def paged(*printed: str) -> ReadDraft:
    """Return a text of full pages, each with what is printed as its number, if anything."""
    draft = ReadDraft()
    draft.head(1, "１．", "見出し")
    for number, words in enumerate(printed):
        draft.text()
        if number + 1 < len(printed):
            draft.turn(words)
        elif words:
            draft.furniture(words)
    return draft


@pytest.mark.parametrize(
    "printed",
    [
        ("1", "2", "3", "4"),
        ("", "1", "2", "3"),
        ("i", "ii", "1", "2"),
        ("ⅰ", "ⅱ", "- 1 -", "- 2 -"),
        ("１", "２", "３", "４"),
        ("7", "8", "9", ""),
        ("1", "2", "1", "2"),
        ("", "", "", ""),
    ],
)
def test_page_numbers_without_gap(printed: tuple[str, ...]) -> None:
    assert paged(*printed).doubts() == []


@pytest.mark.parametrize(
    ("printed", "page", "expected"),
    [
        (("1", "", "3", "4"), 2, "2"),
        (("1", "", "", "4"), 2, "2–3"),
        (("1", "2", "3", "5"), 4, "4"),
        (("- 4 -", "- 5 -", "", "- 7 -"), 3, "6"),
        (("1/4", "2/4", "8/4", "9/4"), 3, "3"),
    ],
)
def test_a_gap_in_the_page_numbers(printed: tuple[str, ...], page: int, expected: str) -> None:
    (doubt,) = paged(*printed).doubts()
    assert (doubt.kind, doubt.severity) == (DoubtKind.PAGE_NUMBER_GAP, Severity.WARNING)
    assert (doubt.page, doubt.expected) == (page, expected)


@pytest.mark.parametrize(
    ("numbers", "gaps"),
    [("1 2 3 4", 0), ("1 2 4 5", 1), ("3 9 20", 0), ("1 2 3 7", 1), ("1 2 1 2 3", 0)],
)
def test_page_numbers_of_a_text_without_pages(numbers: str, gaps: int) -> None:
    draft = ReadDraft(paged=False)
    draft.head(1, "１．", "見出し")
    for number in numbers.split():
        draft.text()
        draft.furniture(number)
    assert len(draft.doubts()) == gaps


@pytest.mark.parametrize("words", ["12", "－３－", "（４）", "３", "007"])
def test_a_block_that_is_a_number(words: str) -> None:
    draft = paged("1", "2")
    draft.text(words)
    (doubt,) = draft.doubts()
    assert (doubt.kind, doubt.severity) == (DoubtKind.BARE_NUMBER, Severity.WARNING)


def test_the_number_of_its_own_page_in_the_text_is_an_error() -> None:
    draft = paged("1", "2", "3", "")
    draft.text("4")
    (doubt,) = draft.doubts()
    assert (doubt.kind, doubt.severity) == (DoubtKind.BARE_NUMBER, Severity.ERROR)


@pytest.mark.parametrize(
    "words",
    [
        "※１　貸出の数である。",
        "*1 貸出の数。",
        "（注１）貸出の数",
        "注2 返却の数",
        "[3] 返却の数。",
        "¹ 本の数",
    ],
)
def test_a_block_that_begins_as_a_note_does(words: str) -> None:
    draft = paged("1")
    draft.text(words)
    (doubt,) = draft.doubts()
    assert doubt.kind is DoubtKind.NOTE_IN_TEXT


@pytest.mark.parametrize("number", [2, 4])
def test_a_block_that_begins_with_the_number_of_a_missing_note(number: int) -> None:
    draft = with_notes((1, 3), (1, 3))
    draft.text(f"{number} 貸出の数である。")
    (doubt,) = draft.doubts(DoubtKind.NOTE_IN_TEXT)
    assert doubt.severity is Severity.ERROR


@pytest.mark.parametrize(
    "words",
    ["2025 年に開く。", "（注）貸出の数である。", "※ 本の数である。", "１ 町の図書館を開く。"],
)
def test_a_block_that_only_looks_like_a_note(words: str) -> None:
    draft = with_notes((1, 2), (1, 2))
    draft.text(words)
    assert draft.doubts() == []


@pytest.mark.parametrize("end", ["町の図書館を、", "朝から夜まで開いている広場の", "本を読む人に"])
def test_a_paragraph_that_ends_within_a_sentence(end: str) -> None:
    draft = paged("1")
    draft.text(SENTENCE * 2 + end)
    draft.head(1, "２．", "見出し")
    (doubt,) = draft.doubts()
    assert (doubt.kind, doubt.severity) == (DoubtKind.SPLIT_PARAGRAPH, Severity.WARNING)


@pytest.mark.parametrize(
    "begin", ["、夜まで開く。", "）という。", "ょうから開く。", "ーブルを置く。"]
)
def test_a_paragraph_that_begins_within_a_sentence(begin: str) -> None:
    draft = paged("1")
    draft.text(begin)
    (doubt,) = draft.doubts()
    assert doubt.kind is DoubtKind.SPLIT_PARAGRAPH


@pytest.mark.parametrize(
    "words", ["図書館の開館時間", "次の三つを行う：", "町の図書館の", f"{SENTENCE}（朝と夜を除く）"]
)
def test_a_paragraph_may_end_without_a_sentence(words: str) -> None:
    draft = paged("1")
    draft.text(words)
    assert draft.doubts() == []


def test_a_list_may_follow_an_open_sentence() -> None:
    draft = paged("1")
    draft.text(f"{SENTENCE}図書館は次の日に開き、本を貸し出し、人を集めるために、")
    draft.text("月曜日", kind=BlockKind.BULLET)
    assert draft.doubts() == []


@pytest.mark.parametrize("count", [50, 80, 200])
def test_a_paragraph_too_long_to_be_one(count: int) -> None:
    draft = paged("1")
    draft.text(SENTENCE * count)
    (doubt,) = draft.doubts(DoubtKind.JOINED_PARAGRAPH)
    assert doubt.severity is Severity.WARNING


@pytest.mark.parametrize("signs", ["\ufffd", "\ue000", "\U000f0001", "\x07"])
def test_characters_that_mean_nothing_are_counted_by_page(signs: str) -> None:
    draft = paged("1", "2", "3")
    draft.text(LONG + signs * 2)
    (doubt,) = draft.doubts()
    assert (doubt.kind, doubt.severity) == (DoubtKind.UNREADABLE, Severity.WARNING)
    assert doubt.page == 3
    assert doubt.found == f"U+{ord(signs):04X} ×2"


def test_a_text_that_cannot_be_read_is_an_error() -> None:
    draft = paged("1")
    draft.text("\ufffd" * 100)
    (doubt,) = draft.doubts()
    assert doubt.severity is Severity.ERROR


def test_pages_without_text_are_told() -> None:
    draft = paged("1")
    for _ in range(3):
        draft.turn()
    draft.text()
    (doubt,) = draft.doubts(DoubtKind.NO_TEXT)
    assert (doubt.page, doubt.found, doubt.severity) == (2, "2–3", Severity.WARNING)
    assert doubt_sentence(doubt).en == "pages without text: 2–3"


@pytest.mark.parametrize("words", ["", "表紙", "令和５年"])
def test_a_source_that_is_nearly_empty_is_an_error(words: str) -> None:
    draft = ReadDraft()
    draft.head(1, "", "見出し")
    draft.text(words)
    (doubt,) = draft.doubts()
    assert (doubt.kind, doubt.severity) == (DoubtKind.NO_TEXT, Severity.ERROR)
    count = 3 + len(words)
    assert doubt_sentence(doubt).ja == f"文字がほとんどない文書：全体で{count}字"
    assert doubt_sentence(doubt).en == f"hardly any text: {count} characters in all"


def test_a_scan_with_stamps_alone_is_nearly_empty() -> None:
    draft = paged(*map(str, range(1, 3)))
    for number in range(3, 60):
        draft.turn(str(number))
    assert DoubtKind.NO_TEXT in {doubt.kind for doubt in draft.doubts()}


def words_of(*blocks: str, layout: Layout = Layout.FULL_TEXT) -> ReadDraft:
    draft = ReadDraft(paged=False, layout=layout)
    for number, words in enumerate(blocks):
        if number % 10 == 0:
            draft.head(1, f"{number // 10 + 1}．", "見出し")
        draft.text(words)
    return draft


def test_a_full_text_reads_as_one() -> None:
    assert words_of(*[LONG] * 60).doubts() == []


def test_a_full_text_without_sentences_has_another_layout() -> None:
    (doubt,) = words_of(*["図書館の開館・本の貸出・広場の清掃"] * 100).doubts()
    assert (doubt.kind, doubt.severity) == (DoubtKind.WRONG_LAYOUT, Severity.ERROR)


@pytest.mark.parametrize("layout", [Layout.SLIDES, Layout.DIAGRAM, Layout.FULL_TEXT])
def test_lines_of_a_full_text_that_are_read_as_blocks(layout: Layout) -> None:
    lines = [SENTENCE[:14], SENTENCE[14:] + SENTENCE[:6], SENTENCE[6:] + SENTENCE[:20]]
    draft = words_of(*lines * 40, layout=layout)
    assert DoubtKind.WRONG_LAYOUT in {doubt.kind for doubt in draft.doubts()}


@pytest.mark.parametrize("layout", [Layout.SLIDES, Layout.FULL_TEXT, Layout.FULL_TEXT_2025])
def test_a_text_that_is_one_section(layout: Layout) -> None:
    draft = ReadDraft(paged=False, layout=layout)
    draft.head(1, "", "前文")
    for _ in range(30):
        draft.text()
    errors = [doubt.kind for doubt in draft.doubts() if doubt.severity is Severity.ERROR]
    assert DoubtKind.WRONG_LAYOUT in errors


def test_a_text_that_went_to_the_furniture() -> None:
    draft = words_of(*[LONG] * 20)
    for _ in range(30):
        draft.furniture(LONG)
    (doubt,) = draft.doubts()
    assert doubt.kind is DoubtKind.WRONG_LAYOUT


def test_a_text_without_numbers_and_contents_says_so() -> None:
    for layout, severity in (
        (Layout.FULL_TEXT, Severity.WARNING),
        (Layout.MARKDOWN, Severity.NOTE),
    ):
        draft = ReadDraft(paged=False, layout=layout)
        for _ in range(12):
            draft.head(1, "", "見出し")
            for _ in range(4):
                draft.text()
        (doubt,) = draft.doubts(DoubtKind.NO_NUMBERING)
        assert doubt.severity is severity


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LONG[:-8], LONG),
        (SENTENCE + SENTENCE[:22], SENTENCE[22:]),
        (SENTENCE * 2 + "「町の", "図書館」は開いている。"),
        (SENTENCE * 2 + "書かない窓口（2025年）", "を開く。"),
        (SENTENCE * 2 + "各地の港", "町と市場を結ぶ。"),
    ],
)
def test_a_paragraph_that_ends_where_others_do_not(first: str, second: str) -> None:
    draft = words_of(*[LONG] * 20, first, second)
    (doubt,) = draft.doubts(DoubtKind.SPLIT_PARAGRAPH)
    assert doubt.severity is Severity.WARNING
    assert doubt.line == 24


def test_paragraphs_of_items_may_end_as_they_like() -> None:
    draft = words_of(*[LONG] * 20, *[LONG[:-8]] * 8)
    assert draft.doubts(DoubtKind.SPLIT_PARAGRAPH) == []


@pytest.mark.parametrize(
    ("mark", "seen"), [("[^9]", "9"), ("[^注]", "注"), ("[^１]", "１"), ("[^ab-1]", "ab-1")]
)
def test_a_mark_of_markdown_without_a_note_is_doubted(mark: str, seen: str) -> None:
    draft = ReadDraft()
    draft.head(1, "１．", "見出し")
    draft.text(SENTENCE.replace("。", f"{mark}。", 1))
    doubts = draft.doubts(DoubtKind.MARK_WITHOUT_FOOTNOTE)
    assert [(doubt.severity, doubt.found) for doubt in doubts] == [(Severity.ERROR, seen)]
