"""The 2025 layout: contents page, headings and readings, on made-up lines."""

from __future__ import annotations

from plan_tui.parse.common.geometry import printed_line
from plan_tui.parse.full_text_2025.contents import contents_end, contents_start, read_contents
from plan_tui.parse.full_text_2025.outline import OutlineReader
from plan_tui.parse.full_text_2025.ruby_lines import extract_ruby
from tests.layout_2025 import FULL, traced

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
    stream = [printed_line(line, ()) for line in source[contents:]]
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


def test_a_reading_between_the_parts_of_its_line() -> None:
    mended, found = extract_ruby(traced("森の葦", "よし", "を刈る。"), FULL, ())
    assert [line.text for line in mended] == ["森の葦を刈る。"]
    assert [(r.reading.text, r.word) for r in found] == [("よし", "葦")]


def test_a_reading_above_its_line_and_a_heading() -> None:
    mended, found = extract_ruby(traced("す い し ゃ", "（ア）村の水 車", "の直し"), FULL, ())
    assert [line.text for line in mended] == ["（ア）村の水 車の直し"]
    assert found[0].word == "水車"


def test_a_reading_far_from_its_word_is_named_by_the_same_reading_elsewhere() -> None:
    full = "森の道を直すときには、村の人の声を聞き"
    mended, found = extract_ruby(traced("森の葦", "よし", "を刈る。", full, "よし", full), FULL, ())
    assert len(mended) == 3
    assert [r.word for r in found] == ["葦", "葦"]


def test_an_unknown_reading_keeps_an_empty_word() -> None:
    full = "森の道を直すときには、村の人の声を聞き"
    assert extract_ruby(traced(full, "よし", full), FULL, ())[1][0].word == ""
