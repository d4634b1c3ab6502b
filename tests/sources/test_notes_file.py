"""The file of a reader's own notes: what is typed, written and read, and what is no file."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.cli.task_arguments import letter
from plan_tui.errors import DataError, UsageError
from plan_tui.model.place_notes import (
    NamedSearch,
    OwnNotes,
    PlaceNote,
    mark_letter,
    typed_note,
)
from plan_tui.sources.note_edits import change_notes
from plan_tui.sources.notes_file import notes_in, read_notes
from tests.kept_notes import OWL, SEARCH, WRITTEN, keeping

# What is typed

TYPED = {
    "plain": ("一つの文", "一つの文", ()),
    "a tag behind": ("確かめる #要確認", "確かめる", ("要確認",)),
    "a tag before": ("#todo look", "look", ("todo",)),
    "in full width": ("見る ＃要確認", "見る", ("要確認",)),
    "only tags": ("#a #b", "", ("a", "b")),
    "twice in other widths": ("#ＡＩ #ai", "", ("ＡＩ",)),
    "behind a full-width blank": ("見る\u3000#要確認", "見る", ("要確認",)),
    "with a full stop": ("見る #要確認。", "見る", ("要確認",)),
    "several in one": ("#a,b、c", "", ("a", "b", "c")),
    "a number is none": ("施策 #3 を見る", "施策 #3 を見る", ()),
    "a lone sign is none": ("C # と F#", "C # と F#", ()),
    "inside a word is none": ("a#b", "a#b", ()),
    "an indent stays": ("  深い", "深い", ()),
}


@pytest.mark.parametrize(("typed", "text", "tags"), TYPED.values(), ids=TYPED)
def test_words_with_a_sign_are_tags(typed: str, text: str, tags: tuple[str, ...]) -> None:
    assert typed_note([typed]) == (text, tags)


def test_tags_of_a_box_need_no_sign() -> None:
    assert typed_note(["", "一", "", "二", ""], ["a #b"]) == ("一\n\n二", ("a", "b"))


# The file


@pytest.mark.parametrize(
    "day", ["2026-99-99", "2026-02-29", "2026-00-01", "2026-1-01", "20260101", "2026-W01-1", "soon"]
)
def test_a_day_is_one_of_the_calendar(day: str, tmp_path: Path) -> None:
    entry = f'[[place]]\nkey = "2021:1"\nday = "{day}"\n'
    with pytest.raises(DataError, match="day is a day such as"):
        read_notes(entry, tmp_path / "notes.toml")


@pytest.mark.parametrize("times", [1, 90, 330, 480, 494])
@pytest.mark.parametrize(("begin", "end"), [("[", "]"), ("{ a = ", " }"), ("[{ b = ", "}]")])
def test_a_fault_is_told_however_deep_values_are_nested(
    begin: str, end: str, times: int, tmp_path: Path
) -> None:
    text = f"[[place]]\nkey = {begin * times}1{end * times}\nmark = 7\n"
    with pytest.raises(DataError, match=r"notes\.toml:\d+: "):
        read_notes(text, tmp_path / "notes.toml")


ENTRIES: dict[str, PlaceNote] = {
    "whole": OWL,
    "a mark alone": PlaceNote("2021:1", mark="9"),
    "tags alone": PlaceNote("2021:1", tags=("x",)),
    "several lines": replace(OWL, note="一\n\n三"),
    "signs": replace(OWL, heading='「"\\棚」\x7f\t[[place]]', note="'''\n[[place]]\n\"\"\"\n# x"),
    "ends of lines that are none": replace(OWL, note="a\u2028[[search]]\x0bb\x1cc"),
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_an_entry_is_read_as_it_was_written(entry: PlaceNote, tmp_path: Path) -> None:
    path = tmp_path / "own" / "notes.toml"
    other = PlaceNote("2022:1", note="other")
    change_notes(path, keeping(entry, SEARCH))
    change_notes(path, keeping(other))
    assert notes_in(path) == OwnNotes((entry, other), (SEARCH,))
    change_notes(path, lambda notes: notes.without_place(entry.key))
    assert notes_in(path) == OwnNotes((other,), (SEARCH,))


COMMANDS = {
    "words": ("measures", "kpi:unset"),
    "a quote": ("search", '"夜間', '開館"', "it's"),
    "options": ("measures", "kpi:unset", "--sort", "chapter", "--reverse"),
    "a negation": ("search", "--limit", "3", "--", "-x", "夜"),
    "a blank": ("targets", "due:2026　以降"),
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_a_named_command_is_read_as_it_was_written(words: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    change_notes(path, keeping(NamedSearch("名", words)))
    assert notes_in(path).searches == (NamedSearch("名", words),)


def test_a_query_is_what_stands_before_the_options() -> None:
    queries = [NamedSearch("n", words).query for words in COMMANDS.values()]
    assert queries == ["kpi:unset", '"夜間 開館" it\'s', "kpi:unset", "-x 夜", "due:2026　以降"]


def test_what_was_written_by_hand_stays(tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    before = notes_in(path)
    assert before.places[0].note == "first\nsecond"
    change_notes(path, keeping(replace(OWL, key="2021:3", mark=""), NamedSearch("n", ("tree",))))
    text = path.read_text(encoding="utf-8")
    for kept in ("# mine\n# two lines\n", "# about the search\n", "# at the end\n", "'''\nfirst"):
        assert kept in text
    assert [each.key for each in notes_in(path).places] == ["2021:1.1", "2021:2", "2021:3"]
    assert notes_in(path).searches == (NamedSearch("n", ("tree",)),)


def test_a_mark_stands_on_one_place_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    other = PlaceNote("2021:2", mark="a")
    change_notes(path, keeping(OWL, PlaceNote("2021:3", mark="b"), other))
    marks = {each.key: each.mark for each in notes_in(path).places}
    assert marks == {"2021:1.1": "", "2021:3": "b", "2021:2": "a"}
    change_notes(path, keeping(PlaceNote("2021:9", mark="b")))
    assert notes_in(path).at("2021:3") is None


FAULTS = {
    "no toml": ("[[place]\n", "not TOML"),
    "deep": ("x = " + "[" * 100_000, "not TOML"),
    "another table": ('[[pair]]\nkey = "x"\n', "tables alone, not pair"),
    "a table that is none": ("place = 3\n", "tables alone, not place"),
    "an entry that is none": ("place = [3]\n", "place 1: is no table"),
    "no key": ('[[place]]\nnote = "x"\n', "place 1: key must be"),
    "a number": ("[[place]]\nkey = 3\n", "key must be one line"),
    "a field": ('[[place]]\nkey = "x"\ncolour = "red"\n', "colour is none of"),
    "two letters": ('[[place]]\nkey = "x"\nmark = "ab"\n', "mark is one letter"),
    "a tag with a blank": ('[[place]]\nkey = "x"\ntags = ["a b"]\n', "tags is a list"),
    "tags as text": ('[[place]]\nkey = "x"\ntags = "a"\n', "tags is a list"),
    "a note of numbers": ('[[place]]\nkey = "x"\nnote = [1]\n', "note is text"),
    "no day": ('[[place]]\nkey = "x"\nday = "1 April"\n', "day is a day"),
    "a key twice": ('[[place]]\nkey = "x"\n[[place]]\nkey = "x"\n', "has the key of place 1"),
    "a mark twice": (
        '[[place]]\nkey = "x"\nmark = "a"\n[[place]]\nkey = "y"\nmark = "a"\n',
        "has the mark of place 1",
    ),
    "no name": ('[[search]]\ncommand = "tree"\n', "search 1: name must be"),
    "no command": ('[[search]]\nname = "x"\n', "command must be"),
    "half a quote": ('[[search]]\nname = "x"\ncommand = "tree \'"\n', "command must be"),
    "a name twice": (
        '[[search]]\nname = "Ｘ"\ncommand = "tree"\n[[search]]\nname = "x"\ncommand = "tree"\n',
        "has the name of search 1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "complaint"), FAULTS.values(), ids=FAULTS)
def test_a_broken_file_is_told_and_never_written(text: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=complaint):
        notes_in(path)
    with pytest.raises(DataError, match=complaint):
        change_notes(path, keeping(OWL))
    assert path.read_text(encoding="utf-8") == text


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for make in (Path.mkdir, os.mkfifo):
        path = tmp_path / make.__name__
        make(path)
        with pytest.raises(DataError, match="is no file"):
            notes_in(path)


def test_entries_that_cannot_be_told_apart_are_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    text = 'place = [{key = "x", note = "a"}, {key = "y"}]\n'
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError):
        change_notes(path, keeping(replace(OWL, key="x")))
    assert path.read_text(encoding="utf-8") == text


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="cannot be written"):
        change_notes(tmp_path / "file" / "notes.toml", keeping(OWL))


def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "there.toml", tmp_path / "notes.toml"
    link.symlink_to(target)
    change_notes(link, keeping(OWL))
    assert link.is_symlink()
    assert notes_in(target).places == (OWL,)


# What a mark may be

MARKS = {
    "a": "a",
    "ｚ": "z",
    "９": "9",
    "Ａ": "A",
    "①": "1",
    "あ": "",
    "é": "",
    "٣": "",
    "ab": "",
    "": "",
}


@pytest.mark.parametrize(("typed", "mark"), MARKS.items())
def test_a_mark_is_a_letter_or_digit_of_any_width(typed: str, mark: str) -> None:
    assert mark_letter(typed) == mark
    text = f'[[place]]\nkey = "x"\nmark = "{typed}"\n'
    if mark:
        assert letter(typed) == mark
        assert read_notes(text, Path()).places[0].mark == mark
    elif typed:
        with pytest.raises(UsageError):
            letter(typed)
        with pytest.raises(DataError, match="mark is one letter"):
            read_notes(text, Path())


def test_a_text_keeps_only_what_it_says(tmp_path: Path) -> None:
    assert read_notes("# nothing\n", tmp_path) == OwnNotes()
    assert notes_in(tmp_path / "none.toml") == OwnNotes()
