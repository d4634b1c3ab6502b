"""The 2025 layout's rules one by one, on made-up lines."""

from __future__ import annotations

import pytest

from plan_tui.model.kinds import BlockKind
from plan_tui.parse.full_text_2025.blocks import read_blocks
from plan_tui.parse.full_text_2025.contents import contents_end, contents_start, read_contents
from plan_tui.parse.full_text_2025.footnotes import locate_marks, split_notes, take_footnotes
from plan_tui.parse.full_text_2025.geometry import measure, printed, unwrap, width
from plan_tui.parse.full_text_2025.lists import holds_items, item_numbers
from plan_tui.parse.full_text_2025.marks import lift_marks
from plan_tui.parse.full_text_2025.outline import OutlineReader
from plan_tui.parse.full_text_2025.pages import read_pages
from plan_tui.parse.full_text_2025.ruby import mend_ruby, word_read
from plan_tui.text.traced import Traced

FULL = 20.0


def traced(*lines: str) -> list[Traced]:
    return [Traced.of_line(number, line) for number, line in enumerate(lines, 1)]


def blocks(*lines: str, full: float = FULL) -> list[tuple[str, str, str]]:
    stream = [printed(line, ()) for line in traced(*lines)]
    return [(b.kind.value, b.marker.text, b.text.text) for b in read_blocks(stream, full, {})]


# Marks


def marked(number: str, *lines: str) -> tuple[str, str] | None:
    """Return the words before and after the mark that is found."""
    body = traced(*lines)
    found = locate_marks(body, [number])
    if found is None:
        return None
    (line, column), *rest = sorted(found)
    text = lines[line - 1]
    return text[max(0, column - 4) : column], text[column + 1 + len(rest) :][:2]


@pytest.mark.parametrize(
    ("number", "line", "where"),
    [
        ("7", "森の制度7は古い", ("森の制度", "は古")),
        ("30", "取りまとめ203030年版", None),
        ("30", "森の取りまとめ202530に基づく", ("2025", "に基")),
        ("20", "20 年前から森のweb320を使い20人が", ("web3", "を使")),
        ("5", "5Gと森の５割と 5 人と第5回の森林地図5を", ("森林地図", "を")),
        ("47", "森の指針FRST 2.2 47等を", ("2.2 ", "等を")),
        ("3", "森は33.3％、川は3,300本ある。", None),
        ("12", "12月に12本、森（小屋12）を建てる", ("森（小屋", "）を")),
    ],
)
def test_a_mark_among_other_digits(number: str, line: str, where: tuple[str, str] | None) -> None:
    assert marked(number, line) == where


def test_marks_ascend_through_the_page() -> None:
    body = traced("川の台帳2と森の台帳1を作り、", "海の台帳2と山の台帳3を作る。")
    found = locate_marks(body, ["1", "2", "3"])
    assert found == {(1, 10): "1", (2, 4): "2", (2, 10): "3"}


def test_a_missing_mark_is_reported() -> None:
    assert locate_marks(traced("森に小屋を建てる。"), ["4"]) is None


def test_marks_leave_the_text_with_their_offset() -> None:
    line = Traced.of_line(1, "森の web320 と川の地図21。")
    places = dict.fromkeys([(1, 7), (1, 8)], "20") | dict.fromkeys([(1, 15), (1, 16)], "21")
    text, found = lift_marks([line], places)
    assert text.text == "森のweb3と川の地図。"
    assert [(m.number, m.offset, m.mark.text) for m in found] == [("20", 6, "20"), ("21", 11, "21")]


def test_neighbouring_marks_stay_two() -> None:
    line = Traced.of_line(1, "森12、")
    _, found = lift_marks([line], {(1, 1): "1", (1, 2): "2"})
    assert [(m.number, m.offset) for m in found] == [("1", 1), ("2", 1)]


# Footnotes and pages


def test_fused_footnotes_with_a_number_that_looks_like_the_next() -> None:
    block = Traced.of_line(1, "8 森は 9 か所。川の 9 割。 9 森法（第 10 条）。 10 海の 11 月")
    notes = split_notes(block, 8)
    assert [(n.number.text, n.text.text) for n in notes] == [
        ("8", "森は9か所。川の9割。"),
        ("9", "森法（第10条）。"),
        ("10", "海の11月"),
    ]


def test_a_footnote_may_end_in_an_address() -> None:
    notes = split_notes(Traced.of_line(1, "1 https://mori.example/a 2 川の地図。"), 1)
    assert [n.text.text for n in notes] == ["https://mori.example/a", "川の地図。"]


def test_a_body_line_that_looks_like_a_footnote() -> None:
    page = traced("森の道を直す。道には", "1 つの小屋と地図1を置く。", "1 森の地図。")
    found = take_footnotes(page, 1, unfinished=False)
    assert [line.text for line in found.body] == [line.text for line in page[:2]]
    assert [note.text.text for note in found.footnotes] == ["森の地図。"]
    assert found.marks == {(2, 9): "1"}


def test_a_page_without_footnotes_keeps_its_last_line() -> None:
    page = traced("森の道を直す。", "1 つの小屋を建てる。")
    assert take_footnotes(page, 1, unfinished=False).footnotes == ()


def test_a_footnote_goes_on_after_the_page_break() -> None:
    long = "森に木を植える人を育て、" * 3
    body = read_pages(
        traced(
            "森の苗木1を育てるため、毎年山の南の広い畑に",
            "苗木の種をまく。",
            f"1 {long}苗木を山の南の畑で大きく育て",
            "1",
            "川の小屋2を山の北の川のすぐそばに建てて、水",
            "車を回す。",
            "る仕組みのこと。",
            "2 川の家。",
            "2",
        )
    )
    assert [(n.number.text, n.text.text) for n in body.footnotes] == [
        ("1", f"{long}苗木を山の南の畑で大きく育てる仕組みのこと。"),
        ("2", "川の家。"),
    ]
    assert [line.text for line in body.lines][-1] == "車を回す。"


def test_only_the_next_number_alone_on_a_line_ends_a_page() -> None:
    body = read_pages(traced("森は", "1", "2040", "年に", "2"))
    assert [line.text for line in body.lines] == ["森は", "2040", "年に"]
    assert [f.text.text for f in body.furniture] == ["1", "2"]


# Geometry


def test_width_counts_blanks_between_latin_words_only() -> None:
    assert width(Traced.supplied("森と川")) == 3
    assert width(Traced.supplied("Sea Side")) == 4
    assert width(Traced.supplied("森 AI を")) == width(Traced.supplied("森AIを")) == 3


def test_the_commonest_plain_line_is_full() -> None:
    lines = ["森" * 22, "川" * 22, "海" * 9, "、山" * 12, "AI" * 25]
    assert measure(printed(line, ()) for line in traced(*lines)) == 22


def test_fused_printed_lines_part_at_the_blank_that_fills_a_line() -> None:
    line = Traced.of_line(1, "森の道と川の道とを直し、毎年 ２本の橋を架 け、海の道も作る。")
    assert [piece.text.text for piece in unwrap(line, 20.0, ())] == [
        "森の道と川の道とを直し、毎年 ２本の橋を架",
        "け、海の道も作る。",
    ]


def test_a_short_line_ends_its_paragraph() -> None:
    assert blocks(
        "森の道を直すときには、村の人の声を聞く",
        "こととする。",
        "川の道は、毎年ひとつずつ直す。",
    ) == [
        ("paragraph", "", "森の道を直すときには、村の人の声を聞くこととする。"),
        ("paragraph", "", "川の道は、毎年ひとつずつ直す。"),
    ]


def test_a_full_line_ends_its_paragraph_when_the_next_line_lacks_an_indent() -> None:
    first = "森の道を直すときには村の人の声を聞く"
    assert blocks(
        first + "と",
        "もに山の人や海の人の声も聞いて道を作る。",
        "川の道は毎年ひとつずつ直して海まで伸ば",
        "してゆくこととして村の人の声を聞き道の",
        "名を定める。",
    ) == [
        ("paragraph", "", first + "ともに山の人や海の人の声も聞いて道を作る。"),
        (
            "paragraph",
            "",
            "川の道は毎年ひとつずつ直して海まで伸ばしてゆくこととして村の人の声を聞き道の"
            "名を定める。",
        ),
    ]


def test_a_full_line_that_ends_a_sentence_goes_on_when_the_next_is_full_too() -> None:
    assert blocks(
        "森の道を直すときには村の人の声を聞くと",
        "もに山の人や海の人の声も聞いて道を作る。",
        "川の道は毎年ひとつずつ直して海まで伸ばし",
        "てゆく。",
    ) == [
        (
            "paragraph",
            "",
            "森の道を直すときには村の人の声を聞くともに山の人や海の人の声も聞いて道を作る。"
            "川の道は毎年ひとつずつ直して海まで伸ばしてゆく。",
        )
    ]


@pytest.mark.parametrize(
    ("second", "paragraphs"),
    [
        ("川の道はAIを使い村の人とAIで直してゆく", 2),
        ("川の道は AI を使い村の人と AI で直してゆく", 1),
    ],
)
def test_open_gaps_around_latin_show_that_a_line_is_full(second: str, paragraphs: int) -> None:
    found = blocks(
        "森の道を直すときには村の人の声を聞くと",
        "もに山の人や海の人の声も聞いて道を作る。",
        second,
        "ものとして、村の人の声を聞いて道の名を定",
        "める。",
    )
    assert len(found) == paragraphs


def test_a_paragraph_does_not_end_inside_a_source_line() -> None:
    fused = "川の道は毎年ひとつずつ直して海まで伸ばす。 また、山の道も直して谷まで伸ばす。"
    stream = [
        piece
        for line in traced("森の道を直すときには村の人の声を聞くと", "ともに直す。", fused)
        for piece in unwrap(line, FULL, ())
    ]
    assert len(stream) == 4
    found = [block.text.text for block in read_blocks(stream, FULL, {})]
    assert found == [
        "森の道を直すときには村の人の声を聞くとともに直す。",
        "川の道は毎年ひとつずつ直して海まで伸ばす。また、山の道も直して谷まで伸ばす。",
    ]


def test_a_line_is_not_short_when_the_next_word_could_not_break() -> None:
    assert blocks(
        "森の見守りには、村の人が作った新しい",
        "Forest-Watch-2040を使う。",
    ) == [("paragraph", "", "森の見守りには、村の人が作った新しいForest-Watch-2040を使う。")]


# Lists


def test_items_in_rows_and_items_in_a_sentence() -> None:
    assert [m.group().strip() for m in item_numbers("①森 ②川 ③海")] == ["①", "②", "③"]
    assert [m.group().strip() for m in item_numbers("④山 ⑤谷", "③")] == ["④", "⑤"]
    assert item_numbers("④山 ⑤谷", "①") == []
    assert not holds_items("①森の道、②川の道を直す")
    assert holds_items("第７条 森を見る 第８ 条 川を見る")


def test_a_sentence_that_wraps_before_a_circled_number_is_no_list() -> None:
    assert blocks(
        "村では道を直すための柱を立て、それらを",
        "①森の道、②川の道として毎年直す。",
    ) == [
        ("paragraph", "", "村では道を直すための柱を立て、それらを①森の道、②川の道として毎年直す。")
    ]


def test_the_tail_of_a_column_returns_to_the_widest_earlier_item() -> None:
    found = blocks(
        "①森の道を歩く ②川の橋を渡るときは、前",
        "③海を見る ④山の小屋で静かに休むときを",
        "をよく見る",
        "村の人が決めた。",
    )
    assert [text for _, _, text in found] == [
        "森の道を歩く",
        "川の橋を渡るときは、前をよく見る",
        "海を見る",
        "山の小屋で静かに休むときを",
        "村の人が決めた。",
    ]


def test_bullets_that_lost_their_marks_in_an_open_sentence() -> None:
    found = blocks(
        "村では、",
        "道の係：森の道と川の道を毎年歩いて見",
        "て回り、直すこと",
        "橋の係：橋を渡る人を数えること",
        "に取り組む。",
    )
    assert [(kind, text) for kind, _, text in found] == [
        ("paragraph", "村では、"),
        ("bullet", "道の係：森の道と川の道を毎年歩いて見て回り、直すこと"),
        ("bullet", "橋の係：橋を渡る人を数えること"),
        ("paragraph", "に取り組む。"),
    ]


def test_bullets_that_lost_their_marks_hang_below_an_announcement() -> None:
    found = blocks(
        "村では、以下の仕事を進める。",
        "森の道を村の人と毎年歩いて見回りなが",
        "ら道の石を除いて草を刈り橋の板を取り",
        "かえる。",
        "川の橋を数える。",
        "また、海の道を村の人と毎年歩いて見回る",
        "とともに道の石を除いて草を刈り橋の板を取",
        "りかえる。",
    )
    assert [kind for kind, _, _ in found] == ["paragraph", "bullet", "bullet", "paragraph"]


def test_a_caption_above_a_list_is_a_note() -> None:
    found = blocks("今年の道", "① 森の道", "② 川の道")
    assert [kind for kind, _, _ in found] == ["note", "list_item", "list_item"]
    assert blocks("村では、", "① 森の道")[0][0] == BlockKind.PARAGRAPH


# Contents and headings

CONTENTS = traced(
    "村の道の計画",
    "目次",
    "第１ 村の道 .......... 1",
    "１．森の道 ........... 1 ２．川 の道 ...... 2",
    "（１）とても長い題名であって次の行に",
    "続くもの ………… 3",
    "第２ 年表 第３ 資料",
    "第１ 村の道",
    "１．森の道",
)


def test_contents_stand_between_their_heading_and_the_first_heading_again() -> None:
    start = contents_start(CONTENTS)
    assert start == 1
    assert contents_end(CONTENTS, start) == 7


def test_contents_entries_fused_and_wrapped() -> None:
    contents = read_contents(CONTENTS[1:7])
    assert [(e.label.depth, e.label_text.text, e.title.text) for e in contents.entries] == [
        (1, "第１", "村の道"),
        (2, "１．", "森の道"),
        (2, "２．", "川の道"),
        (3, "（１）", "とても長い題名であって次の行に続くもの"),
        (1, "第２", "年表"),
        (1, "第３", "資料"),
    ]


def headings(*lines: str, contents: int = 0) -> list[tuple[int, str]]:
    """Return the headings' depths and titles; the first ``contents`` lines are the contents."""
    source = traced(*lines)
    stream = [printed(line, ()) for line in source[contents:]]
    reader = OutlineReader(read_contents(source[:contents]), FULL, ())
    return [(h.depth, h.title.text) for h in reader.read(stream)[1]]


def test_without_contents_the_numbering_decides() -> None:
    assert headings(
        "第１ 村の道",
        "１．森の道",
        "森の道は古い。",
        "３．海の道ではない。",
        "２．川の道",
        "村では次を踏まえ、",
        "（１）橋を数える",
        "に取り組む。",
        "（１）川の橋",
    ) == [(1, "村の道"), (2, "森の道"), (2, "川の道"), (3, "川の橋")]


def test_a_list_goes_on_where_a_heading_of_the_same_number_could_stand() -> None:
    assert headings(
        "第１ 村の道",
        "① 森",
        "森の道は古い。",
        "② 川",
        "川の道は新しい。",
        "① 橋",
        "② 舟",
        "③ 水車",
        "③ 海",
    ) == [(1, "村の道"), (4, "森"), (4, "川"), (4, "海")]


def test_a_listed_heading_wraps_and_a_list_item_of_its_number_does_not_count() -> None:
    assert headings(
        "第１ 村の道 ...... 1",
        "① 森の道 ...... 1",
        "② 川の道をみんなで守る仕組み ...... 2",
        "第１ 村の道",
        "① 森の道",
        "② 山の道",
        "② 川の道をみんなで守る",
        "仕組み",
        "川の道は新しい。",
        contents=3,
    ) == [(1, "村の道"), (4, "森の道"), (4, "川の道をみんなで守る仕組み")]


# Ruby


def test_a_reading_between_the_parts_of_its_line() -> None:
    mended, found = mend_ruby(traced("森の葦", "よし", "を刈る。"), FULL, ())
    assert [line.text for line in mended] == ["森の葦を刈る。"]
    assert [(r.reading.text, r.word) for r in found] == [("よし", "葦")]


def test_a_reading_above_its_line_and_a_heading() -> None:
    mended, found = mend_ruby(traced("す い し ゃ", "（ア）村の水 車", "の直し"), FULL, ())
    assert [line.text for line in mended] == ["（ア）村の水 車の直し"]
    assert found[0].word == "水車"


def test_a_reading_far_from_its_word_is_named_by_the_same_reading_elsewhere() -> None:
    full = "森の道を直すときには、村の人の声を聞き"
    mended, found = mend_ruby(traced("森の葦", "よし", "を刈る。", full, "よし", full), FULL, ())
    assert len(mended) == 3
    assert [r.word for r in found] == ["葦", "葦"]


def test_an_unknown_reading_keeps_an_empty_word() -> None:
    full = "森の道を直すときには、村の人の声を聞き"
    assert mend_ruby(traced(full, "よし", full), FULL, ())[1][0].word == ""


@pytest.mark.parametrize(
    ("reading", "text", "word"),
    [("じん", "頑強靱", "靱"), ("きょうじん", "の強 靱", "強靱"), ("り さ い", "、罹災", "罹災")],
)
def test_about_two_morae_read_a_kanji(reading: str, text: str, word: str) -> None:
    assert word_read(reading, text) == word
