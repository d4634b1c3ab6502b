"""Pages, footnotes, readings and page numbers of the 2021 layout."""

from plan_tui.parse.common.footnote_marks import find_marks
from plan_tui.parse.full_text_2021.pages import Page, read_pages
from plan_tui.text.traced import Traced
from tests.layout_2021 import MadePage, set_lines, set_pages


def body(page: Page) -> list[str]:
    return [line.text.text for line in page.body]


def notes(page: Page) -> list[tuple[str, list[str]]]:
    return [(note.number.text, [line.text.text for line in note.lines]) for note in page.notes]


def test_footnotes_stand_below_the_text_of_their_page() -> None:
    found = read_pages(
        set_pages(
            [
                MadePage(
                    ["図書館1の貸出", "しを電子化2する。 "],
                    [["1 市立の図書館。 "], ["2 紙の台帳を改め", "ること。 "]],
                ),
                MadePage(["3年後に見直す。 "], [["3 別に定める。 "]]),
            ]
        )
    )
    first, second = found.pages
    assert body(first) == ["図書館1の貸出", "しを電子化2する。"]
    assert notes(first) == [("1", ["市立の図書館。"]), ("2", ["紙の台帳を改め", "ること。"])]
    assert body(second) == ["3年後に見直す。"]
    assert notes(second) == [("3", ["別に定める。"])]


def test_a_footnote_whose_text_goes_on_at_the_next_foot() -> None:
    found = read_pages(
        set_pages(
            [
                MadePage(["図書館1を建てる。 "], [["1 市立の図書館であり、"]]),
                MadePage(["公園2を作る。 "], [["分館を含む。 "], ["2 緑地。 "]]),
            ]
        )
    )
    assert notes(found.pages[0]) == [("1", ["市立の図書館であり、", "分館を含む。"])]
    assert notes(found.pages[1]) == [("2", ["緑地。"])]
    assert body(found.pages[1]) == ["公園2を作る。"]


def test_footnotes_that_share_a_line() -> None:
    found = read_pages(
        set_pages(
            [
                MadePage(
                    ["図書館1と公園2と小道3。 "],
                    [["1 平成 12年（2000年） 9 月に建てた。 2 緑地", "を含む。 3 砂利の道。 "]],
                ),
            ]
        )
    )
    assert notes(found.pages[0]) == [
        ("1", ["平成 12年（2000年） 9 月に建てた。"]),
        ("2", ["緑地", "を含む。"]),
        ("3", ["砂利の道。"]),
    ]


def test_a_body_line_that_begins_like_a_footnote_is_none() -> None:
    found = read_pages(set_lines("貸出しの上限は", "1 回に 10 冊とする。 "))
    assert body(found.pages[0]) == ["貸出しの上限は", "1 回に 10 冊とする。"]
    assert not found.pages[0].notes


def test_a_page_number_in_the_middle_of_a_date() -> None:
    found = read_pages(
        set_pages([MadePage(["令和 15年"], number="41"), MadePage(["度に建てる。 "])])
    )
    assert [piece.text.text for piece in found.furniture] == ["41"]
    assert [body(page) for page in found.pages] == [["令和 15年"], ["度に建てる。"]]


def test_digits_alone_on_a_line_of_text_are_no_page_number() -> None:
    found = read_pages(set_lines("蔵書の数は", "300 "))
    assert not found.furniture
    assert body(found.pages[0]) == ["蔵書の数は", "300"]


def test_a_reading_is_taken_out_of_its_word() -> None:
    found = read_pages(set_lines("赤い煉瓦", "ruby:れんが", "造りの建物。 "))
    assert [(r.reading.text, r.word) for r in found.ruby] == [("れんが", "煉瓦")]
    assert body(found.pages[0]) == ["赤い煉瓦", "造りの建物。"]


def test_a_short_last_line_in_hiragana_is_text() -> None:
    found = read_pages(set_lines("子供も利用可能", "に "))
    assert not found.ruby
    assert body(found.pages[0]) == ["子供も利用可能", "に"]


def marks(*lines: str, numbers: list[int]) -> list[tuple[int, tuple[int, int] | None]]:
    texts = [Traced.of_line(number, line) for number, line in enumerate(lines, 1)]
    return [(mark.number, mark.text.places[0]) for mark in find_marks(texts, numbers)]


def test_marks_beside_digits_that_only_look_like_them() -> None:
    line = "20の公園、第20条、20年、公園20、木20本、G20の会"
    assert marks(line, numbers=[20]) == [(20, (1, line.index("公園20、") + 2))]


def test_a_mark_before_a_particle_is_no_unit() -> None:
    assert marks("20から館の案内20から先の20か所", numbers=[20]) == [(20, (1, 8))]


def test_marks_glued_to_latin_words_and_to_a_year() -> None:
    line = "LMN4D36」と web37を 202838に始める"
    found = marks(line, numbers=[36, 37, 38])
    assert found == [(36, (1, 5)), (37, (1, 13)), (38, (1, 21))]


def test_a_mark_glued_to_the_digit_of_a_name() -> None:
    assert marks("規格 lib42や net520を使う。", numbers=[2, 20]) == [(2, (1, 7)), (20, (1, 14))]
    assert marks("規格 SC27の案内7、", numbers=[7]) == [(7, (1, 10))]


def test_marks_come_in_the_footnotes_order() -> None:
    lines = ("館の案内2がある。", "図書館1の案内2、地図3。")
    assert marks(*lines, numbers=[1, 2, 3]) == [(1, (2, 3)), (2, (2, 7)), (3, (2, 11))]


def test_a_mark_that_is_not_there_is_left_out() -> None:
    assert marks("第 4 条に 4,000 冊", numbers=[4]) == []
