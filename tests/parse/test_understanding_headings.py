"""The proof of understanding: contents page, numbering, shares, titles."""

from __future__ import annotations

import pytest

from plan_tui.model.doubts import DoubtKind, Severity
from plan_tui.model.enums import FurnitureKind, Layout, SectionKind
from tests.read_draft import LONG, SENTENCE, ReadDraft

TITLES = ("朝の図書館", "昼の広場", "夕方の市場", "夜の港", "雨の日の駅")


def with_contents(
    missing: int | None = None,
    *,
    pages: int = 5,
    printed: str = "{}",
    order: tuple[int, ...] = (0, 1, 2, 3, 4),
    moved: int | None = None,
) -> ReadDraft:
    """Return a text whose contents page lists five headings, one on each page after it.

    Args:
        missing: index of a heading that the parser did not see.
        pages: how many pages of the text the file holds.
        printed: how page numbers are printed.
        order: which section answers each entry.
        moved: index of an entry that names the page after its heading's.

    """
    draft = ReadDraft()
    answers = dict(zip(order, range(5), strict=True))
    for index, title in enumerate(TITLES):
        seen = index < pages and index != missing
        place = answers[index] - (1 if missing is not None and index > missing else 0)
        page = index + 1 + (1 if index == moved else 0)
        draft.entry(f"{index + 1}．{title}", str(page), place if seen else None)
    draft.turn()
    for index, title in enumerate(TITLES[:pages]):
        if index == missing:
            draft.text(f"{index + 1}．{title}")
        else:
            draft.head(1, f"{index + 1}．", title)
        for _ in range(2):
            draft.text()
        if index + 1 < pages:
            draft.turn(printed.format(index + 1))
        else:
            draft.furniture(printed.format(index + 1))
    return draft


@pytest.mark.parametrize("printed", ["{}", "- {} -", "－ {} －", "{}/5", "P.{}", "{}頁", ""])
def test_a_whole_contents_page_is_counted_and_leaves_no_doubt(printed: str) -> None:
    draft = with_contents(printed=printed)
    assert draft.doubts() == []
    (count,) = draft.doubts(DoubtKind.CONTENTS_FOUND)
    assert (count.expected, count.found, count.severity) == ("5", "5", Severity.NOTE)


@pytest.mark.parametrize("missing", [1, 2, 3, 4])
def test_an_entry_without_heading_is_named_with_its_page_and_the_likely_line(missing: int) -> None:
    draft = with_contents(missing)
    (doubt,) = draft.doubts(DoubtKind.CONTENTS_MISSING)
    assert doubt.severity is Severity.ERROR
    assert doubt.expected == f"{missing + 1}．{TITLES[missing]}, p. {missing + 1}"
    assert doubt.page == missing + 2
    assert doubt.line is not None
    assert draft.paged_text.texts[doubt.line - 1] == f"{missing + 1}．{TITLES[missing]}"
    (count,) = draft.doubts(DoubtKind.CONTENTS_FOUND)
    assert (count.expected, count.found) == ("5", "4")


@pytest.mark.parametrize("pages", [1, 2, 3, 4])
def test_entries_beyond_the_last_page_are_one_fact(pages: int) -> None:
    draft = with_contents(pages=pages)
    assert draft.doubts(DoubtKind.CONTENTS_MISSING) == []
    (beyond,) = draft.doubts(DoubtKind.CONTENTS_BEYOND)
    assert (beyond.found, beyond.severity) == (str(5 - pages), Severity.NOTE)
    assert TITLES[pages] in beyond.expected
    (count,) = draft.doubts(DoubtKind.CONTENTS_FOUND)
    assert (count.expected, count.found) == (str(pages), str(pages))


@pytest.mark.parametrize("order", [(1, 0, 2, 3, 4), (0, 1, 2, 4, 3), (0, 3, 1, 2, 4)])
def test_headings_in_another_order_than_their_entries_are_an_error(order: tuple[int, ...]) -> None:
    (doubt,) = with_contents(order=order).doubts(DoubtKind.CONTENTS_ORDER)
    assert doubt.severity is Severity.ERROR


@pytest.mark.parametrize("moved", [0, 2, 3])
def test_a_heading_on_another_page_than_its_entry_says(moved: int) -> None:
    (doubt,) = with_contents(moved=moved).doubts(DoubtKind.CONTENTS_PAGE)
    assert (doubt.page, doubt.found) == (moved + 2, str(moved + 1))
    assert doubt.expected.endswith(f"p. {moved + 2}")


@pytest.mark.parametrize("place", [1, 2, 4])
def test_a_heading_that_the_contents_page_leaves_out(place: int) -> None:
    draft = ReadDraft()
    titles = [*TITLES[:place], "誰も知らない見出し", *TITLES[place:], "朝の川", "夜の川"]
    for index, title in enumerate(titles):
        if index != place:
            draft.entry(title, "1", index)
    for title in titles:
        draft.head(1, "", title)
        draft.text()
    (doubt,) = draft.doubts(DoubtKind.CONTENTS_LACKING)
    assert doubt.found == "誰も知らない見出し"


def test_a_depth_that_the_contents_page_leaves_out_is_no_doubt() -> None:
    draft = ReadDraft()
    for index, title in enumerate(TITLES):
        draft.entry(title, "1", 2 * index)
    for title in TITLES:
        draft.head(1, "", title)
        draft.head(2, "", f"{title}の話")
        draft.text()
    assert draft.doubts(DoubtKind.CONTENTS_LACKING) == []


@pytest.mark.parametrize("leader", ["……", "......", "・・・・・・", " . . . . ", "‥‥‥‥"])
def test_contents_are_read_from_their_lines_where_the_parser_tells_none(leader: str) -> None:
    draft = ReadDraft(paged=False)
    for title in (*TITLES, "どこにもない見出し"):
        draft.furniture(f"{title} {leader}… 3", FurnitureKind.CONTENTS)
    for title in TITLES:
        draft.head(1, "", title)
        draft.text()
    (doubt,) = draft.doubts(DoubtKind.CONTENTS_MISSING)
    assert doubt.expected == "どこにもない見出し, p. 3"
    (count,) = draft.doubts(DoubtKind.CONTENTS_FOUND)
    assert (count.expected, count.found) == ("6", "5")


def shares(*sizes: int, layout: Layout = Layout.FULL_TEXT) -> ReadDraft:
    """Return sections with so many sentences each, five in a paragraph."""
    draft = ReadDraft(layout=layout)
    for number, size in enumerate(sizes, 1):
        draft.head(1, f"{number}．", "見出し")
        for _ in range(size // 5):
            draft.text(SENTENCE * 5)
    return draft


def test_sections_of_even_size_are_no_doubt() -> None:
    assert shares(*[20] * 20).doubts() == []
    assert shares(*[40] * 3).doubts(DoubtKind.LONG_SECTION) == []  # a short text


@pytest.mark.parametrize(
    ("sizes", "severity"),
    [
        ((80, *[20] * 19), Severity.WARNING),
        ((*[20] * 19, 100), Severity.WARNING),
        ((*[10] * 10, 200, *[10] * 10), Severity.ERROR),
        ((300, *[20] * 5), Severity.ERROR),
    ],
)
def test_a_section_that_is_too_large_a_share(sizes: tuple[int, ...], severity: Severity) -> None:
    (doubt,) = shares(*sizes).doubts(DoubtKind.LONG_SECTION)
    assert doubt.severity is severity


def test_a_large_section_that_the_contents_page_knows_as_large_is_no_doubt() -> None:
    draft = ReadDraft()
    entries = [(1, 4), (5, 1), (6, 1), (7, 1), (8, 1), (9, 1)]
    for index, (page, _) in enumerate(entries):
        draft.entry(f"{index + 1}．見出し", str(page), index)
    draft.turn()
    for index, (page, count) in enumerate(entries):
        draft.head(1, f"{index + 1}．", "見出し")
        for number in range(page, page + count):
            for _ in range(6):
                draft.text(LONG)
            draft.furniture(str(number))
            if number < 9:
                draft.turn()
    assert draft.doubts() == []


def test_slides_may_quote_single_headings_of_other_texts() -> None:
    draft = ReadDraft(layout=Layout.SLIDES)
    draft.head(1, "1.", "章", SectionKind.CHAPTER)
    draft.head(2, "", "スライド", SectionKind.SLIDE)
    draft.head(3, "(3)", "引用", SectionKind.ITEM)
    draft.text()
    draft.head(1, "3.", "章", SectionKind.CHAPTER)
    draft.text()
    (doubt,) = draft.doubts(DoubtKind.NUMBERING)
    assert doubt.found == "3. 章"


@pytest.mark.parametrize("pages", [1, 2, 4])
def test_the_last_page_number_tells_where_a_text_without_pages_ends(pages: int) -> None:
    draft = ReadDraft(paged=False)
    for index, title in enumerate(TITLES):
        draft.entry(title, str(index + 1), index if index < pages else None)
    for index, title in enumerate(TITLES[:pages]):
        draft.head(1, f"{index + 1}．", title)
        draft.text()
        draft.furniture(f"- {index + 1} -")
    (beyond,) = draft.doubts(DoubtKind.CONTENTS_BEYOND)
    assert beyond.found == str(5 - pages)
    assert draft.doubts(DoubtKind.CONTENTS_MISSING) == []
