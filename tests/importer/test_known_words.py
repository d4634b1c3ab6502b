"""New texts read by the words of texts that were read before, without a dictionary."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.importer.known_words import KnownWords
from plan_tui.importer.learned_words import learn_words
from plan_tui.importer.reading_rows import add_missing_readings, encode
from plan_tui.importer.readings import ReadingMaker, Word
from plan_tui.labels.missing_readings import missing_readings
from plan_tui.model.enums import TextPlace
from plan_tui.search.search_index import SearchIndex
from plan_tui.store import health
from plan_tui.store.plan import Plan
from plan_tui.store.source_rows import RubyRow
from tests.worlds.world import World

KNOWN = {
    "森": "もり", "図書": "としょ", "図書館": "としょかん", "館": "かん", "本": "ほん",
    "山本": "やまもと", "高": "こう", "高い": "たかい", "取り組み": "とりくみ", "#人": "にん",
    "#年度": "ねんど", "5G": "ふぁいぶじー", "長期": "ちょうき", "文書": "ぶんしょ",
    "雪の日": "ゆきのひ", "|国": "くに", "AI": "えーあい",
}  # fmt: skip


def aloud(text: str, reader: KnownWords | None = None) -> str:
    """Return the reading, with ``_`` for each word that is not read."""
    words = (reader or KnownWords(KNOWN)).words(text)
    return "".join("_" if word.unknown else word.reading for word in words)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("森の図書館", "もりのとしょかん"),
        ("図書館の本", "としょかんのほん"),  # the longest word
        ("山本の本", "やまもとのほん"),
        ("雪の日", "ゆきのひ"),  # a known word over kana
        ("森林の本", "_のほん"),  # a run of kanji is read whole or not at all
        ("大図書館", "_"),
        ("図書館長", "_"),
        ("泉", "_"),
        ("高い森", "たかいもり"),
        ("高まる森", "_まるもり"),  # a stem is not read as a word
        ("高の森", "こうのもり"),
        ("取り組みの森", "とりくみのもり"),
        ("3人の森", "さんにんのもり"),
        ("３人の森", "さんにんのもり"),
        ("人の森", "_のもり"),  # read so after a number only
        ("国の森", "くにのもり"),
        ("3国の森", "さん_のもり"),
        ("国境の森", "_のもり"),  # read so only where no kanji stands beside it
        ("2026年度の森", "にせんにじゅうろくねんどのもり"),
        ("3本", "さん_"),  # a lone kanji after a number may be a counter, read otherwise
        ("5Gの森", "ふぁいぶじーのもり"),
        ("15Gの森", "じゅうごじーのもり"),  # no word begins inside a number
        ("AIの森", "えーあいのもり"),
        ("MAINの森", "えむえーあいえぬのもり"),  # nor inside a Latin word
        ("2.5の森", "にてんごのもり"),
        ("1,741の森", "せんななひゃくよんじゅういちのもり"),
        ("カタログと森", "かたろぐともり"),
        ("⾧期の⽂書", "ちょうきのぶんしょ"),  # radicals
        ("⻑期の⽂\u200b書", "ちょうきのぶんしょ"),  # and what is not seen
        ("「森」、（本）。", "もりほん"),
        ("", ""),
    ],
)
def test_only_what_is_known_is_read(text: str, reading: str) -> None:
    assert aloud(text) == reading


@pytest.mark.parametrize(
    "text", ["⾧期の⽂書は、森の泉で。", "か\u3099く\u200bせい３人", "\ufeff森", "泉沼湖", "㈱森①"]
)
def test_words_cover_the_printed_text(text: str) -> None:
    words = KnownWords(KNOWN).words(text)
    assert words[0].start == 0
    assert words[-1].end == len(text)
    assert [word.end for word in words[:-1]] == [word.start for word in words[1:]]
    _, cuts = encode(text, words)
    assert sum(int(cut, 36) for cut in cuts) == len(text)


def test_readings_printed_in_the_text_are_read() -> None:
    reader = KnownWords(KNOWN, {"鴉": "からす", "繋": "つな", "森": "しん"})
    assert aloud("鴉の森", reader) == "からすのもり"  # what is known counts more
    assert aloud("繋がる本", reader) == "つながるほん"
    assert aloud("大鴉", reader) == "_"


def read_out(*texts: str) -> list[tuple[str, list[Word]]]:
    """Return texts as a dictionary may read them: ``word=reading`` words with blanks between."""
    read = []
    for text in texts:
        words: list[Word] = []
        printed = ""
        for pair in text.split():
            word, reading = pair.split("=")
            words.append(Word(len(printed), len(printed) + len(word), reading))
            printed += word
        read.append((printed, words))
    return read


def test_words_that_are_always_read_alike_are_learned() -> None:
    learned = learn_words(read_out("森=もり の=の 本=ほん", "泉=いずみ の=の 森=もり"))
    assert learned == {"森": "もり", "本": "ほん", "泉": "いずみ"}


def test_compounds_tell_how_other_words_are_read() -> None:
    texts = read_out("一=いち 方=ほう の=の", "山=やま 方=かた の=の", "森=もり の=の")
    learned = learn_words(texts)
    assert "方" not in learned
    reader = KnownWords(learned)
    assert [aloud(text, reader) for text in ("一方", "山方", "森方")] == [
        "いちほう",
        "やまかた",
        "_",
    ]


def test_words_are_learned_as_they_are_read_after_a_number() -> None:
    texts = read_out("3=さん 人=にん", "人=ひと の=の 森=もり", "９=きゅう 人=にん の=の 人=ひと")
    assert aloud("8人の人", KnownWords(learn_words(texts))) == "はちにんのひと"


def test_a_lone_kanji_is_learned_as_it_is_read_alone() -> None:
    texts = read_out("国=くに の=の 森=もり", "国=こく 会=かい", "森=もり や=や 国=くに")
    reader = KnownWords(learn_words(texts))
    assert [aloud(text, reader) for text in ("国の森", "国会", "国境")] == [
        "くにのもり",
        "こくかい",
        "_",
    ]


def test_a_word_that_misleads_is_not_learned() -> None:
    # 本日 begins inside 日本日記, which the dictionary cuts in another place.
    texts = read_out("日本=にほん 日記=にっき", "本日=ほんじつ の=の", "日=ひ 本日=ほんじつ")
    reader = KnownWords(learn_words(texts))
    for text, words in texts:
        assert aloud(text, reader) in ("_", "_の", "".join(word.reading for word in words))


def test_what_was_learned_reads_the_texts_as_they_were_read() -> None:
    maker = ReadingMaker({})
    printed = ["森の図書館の本を貸す。", "雪の日の図書館長", "2026年度に3人が図書館で働く。"]
    texts = [(text, maker.words(text)) for text in printed]
    reader = KnownWords(learn_words(texts))
    for text, words in texts:
        assert aloud(text, reader) == "".join(word.reading for word in words)


@pytest.fixture
def further(monkeypatch: pytest.MonkeyPatch) -> World:
    """A built world without SudachiPy, of which one section was added after the build."""
    world = World().with_readings(readings='[words]\n"平日" = "へいじつ"\n', aliases="")
    rows = world.rows
    section = next(section for section in rows.sections if section.title == "平日")
    number = rows.sections.index(section)
    rows.sections[number] = replace(section, title="平日の深淵", reading="")
    rows.search_texts = [
        row for row in rows.search_texts if (row.place, row.row_id) != (TextPlace.TITLE, section.id)
    ]
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    return world


def test_a_further_title_is_read_as_far_as_its_words_are_known(further: World) -> None:
    before = len(further.rows.search_texts)
    add_missing_readings(further.rows)
    (added,) = further.rows.search_texts[before:]
    assert added.sound == " heizitu no ."
    section = next(s for s in further.rows.sections if s.id == added.row_id)
    assert section.reading == ""


def test_readings_beside_the_words_complete_it(further: World) -> None:
    document = further.rows.documents[0].id
    further.rows.ruby.append(RubyRow(document_id=document, line=1, reading="しんえん", word="深淵"))
    add_missing_readings(further.rows)
    assert "へいじつのしんえん" in [section.reading for section in further.rows.sections]


def test_missing_readings_are_told(
    further: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_missing_readings(further.rows)
    path = further.write(tmp_path / "further.db")
    assert main(["doctor", "--db", str(path), "--lang", "en"]) == 0
    assert "found as printed" in capsys.readouterr().out
    with Plan(path) as plan:
        told = [
            missing_readings(health.document_counts(plan, document.id))
            for document in plan.documents()
        ]
        (missing,) = filter(None, told)
        assert "titles" in missing.en
        index = SearchIndex(plan)
        found = [hit.section.title for hit in index.search("へいじつ", 20).hits]
        assert "平日の深淵" in found
        found = [hit.section.title for hit in index.search("深淵", 20).hits]
        assert found[:1] == ["平日の深淵"]


def test_nothing_is_told_where_every_title_is_read(
    made_up_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = World().with_readings(readings="", aliases="")
    add_missing_readings(world.rows)
    path = world.write(made_up_database.with_name("whole.db"))
    assert main(["doctor", "--db", str(path), "--lang", "en"]) == 0
    assert "readings" not in capsys.readouterr().out
