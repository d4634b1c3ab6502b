"""Readings made when the database is built."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.importer.reading_rows import add_readings, encode
from plan_tui.importer.readings import ReadingMaker, number_reading, spelled_out
from plan_tui.model.enums import TextPlace
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.text.kana import sound
from tests.worlds.world import World


@pytest.fixture(scope="module")
def reader() -> ReadingMaker:
    return ReadingMaker({"5G": "ふぁいぶじー", "梟": "きょう", "6つ": "むっつ"})


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("森の図書館", "もりのとしょかん"),
        ("施策の利活用", "しさくのりかつよう"),
        ("AIの棚", "えーあいのたな"),
        ("ＡＩの棚", "えーあいのたな"),
        ("QZXの棚", "きゅーぜっとえっくすのたな"),
        ("5Gの森", "ふぁいぶじーのもり"),
        ("５Ｇの森", "ふぁいぶじーのもり"),
        ("6つの森", "むっつのもり"),
        ("2025年", "にせんにじゅうごねん"),
        ("2.5の森", "にてんごのもり"),
        ("Kの森", "けーのもり"),
        ("梟の森", "きょうのもり"),
        ("森、図書館（分館）", "もりとしょかんぶんかん"),
        ("「森」", "もり"),
        ("⾧期の⽂書", "ちょうきのぶんしょ"),
        ("⻑い⽉", "ながいつき"),
        ("⽇⽤の⽊", "にちようのき"),
        ("⼤きな⾞", "おおきなくるま"),
        ("⼈の⼿", "ひとのて"),
        ("文\u200b書", "ぶんしょ"),
        ("か\u3099くせい", "がくせい"),
        ("", ""),
    ],
)
def test_texts_are_read(reader: ReadingMaker, text: str, reading: str) -> None:
    assert reader.reading(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "森の図書館（分館）は、5Gで2025年度末までに開く。次の①も㈱も同じ。",
        "⾧期の⽂\u200b書に、か\u3099くせいの⽊。",
        "\ufeff森",
    ],
)
def test_words_cover_the_text_in_order(reader: ReadingMaker, text: str) -> None:
    words = reader.words(text)
    assert words[0].start == 0
    assert words[-1].end == len(text)
    assert [word.end for word in words[:-1]] == [word.start for word in words[1:]]


@pytest.mark.parametrize("part", ["森の図書館。", "森の図書館\n", "森の図書館", "㍿", "𠮷", "本"])
def test_a_text_too_long_for_the_dictionary_is_read_in_pieces(
    reader: ReadingMaker, part: str
) -> None:
    text = part * 20_000
    words = reader.words(text)
    assert words[0].start == 0
    assert words[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(words))


def test_a_long_text_is_cut_at_the_end_of_a_sentence(reader: ReadingMaker) -> None:
    text = "森の図書館が開く。" * 2000
    assert [(word.start, word.end, word.reading) for word in reader.words(text)] == [
        (word.start + place, word.end + place, word.reading)
        for place in range(0, len(text), 9)
        for word in reader.words("森の図書館が開く。")
    ]


def test_a_word_that_the_dictionary_does_not_know_is_not_read(reader: ReadingMaker) -> None:
    words = reader.words("摶の森")
    assert [(word.reading, word.unknown) for word in words] == [
        ("", True),
        ("の", False),
        ("もり", False),
    ]
    assert encode("摶の森", words) == (" . no mori", "111")


@pytest.mark.parametrize(
    ("digits", "reading"),
    [
        ("1", "いち"),
        ("10", "じゅう"),
        ("15", "じゅうご"),
        ("300", "さんびゃく"),
        ("1741", "せんななひゃくよんじゅういち"),
        ("8000", "はっせん"),
        ("0", "ぜろ"),
        ("10203", "いちぜろにぜろさん"),
    ],
)
def test_numbers_are_read(digits: str, reading: str) -> None:
    assert number_reading(digits) == reading


def test_letters_are_spelled() -> None:
    assert spelled_out("gSs") == "じーえすえす"


def test_sounds_and_cuts_belong_together(reader: ReadingMaker) -> None:
    text = "「森」の図書館、分館。"
    spoken, cuts = encode(text, reader.words(text))
    sounds = spoken.split(" ")[1:]
    assert len(sounds) == len(cuts)
    assert sum(int(cut, 36) for cut in cuts) == len(text)
    assert sounds[0] == sound("もり")
    assert cuts[0] == "3"  # the signs around it belong to the word
    assert sounds[-1] == "."


def test_a_long_silence_is_cut_and_kept(reader: ReadingMaker) -> None:
    text = "森" + "＊" * 100 + "本"
    _, cuts = encode(text, reader.words(text))
    assert sum(int(cut, 36) for cut in cuts) == len(text)


def test_rows_are_filled() -> None:
    world = World().with_readings(
        readings='[titles]\n"雪の日" = "しん"\n', aliases='groups = [["図書館", "library"]]'
    )
    rows = world.rows
    reading = {section.title: section.reading for section in rows.sections}
    assert reading["雪の日"] == "しん"
    assert reading["平日"] == "へいじつ"
    assert [(row.place, row.row_id) for row in rows.search_texts] == [
        *((TextPlace.TITLE, section.id) for section in rows.sections),
        *((TextPlace.TEXT, block.id) for block in rows.blocks),
        *((TextPlace.KPI, kpi.id) for kpi in rows.kpis),
        *((TextPlace.FOOTNOTE, note.id) for note in rows.footnotes),
    ]
    sounds = {row.row_id: row.sound for row in rows.search_texts if row.place is TextPlace.TITLE}
    assert sounds[world.section_id("2025:1.1.1.1.a.a.A.a")] == " sin"
    assert [(row.group_id, row.form) for row in rows.aliases] == [(1, "図書館"), (1, "library")]
    assert rows.aliases[0].sound == sound("としょかん")


def test_a_broken_table_is_a_data_error(tmp_path: Path) -> None:
    (tmp_path / "readings.toml").write_text("[words", encoding="utf-8")
    with pytest.raises(DataError, match=r"readings\.toml"):
        add_readings(DatabaseRows(), tmp_path)
