"""A reader's own notes: their file, their places after an upgrade, several programs at once."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.cli import output
from plan_tui.cli.main import main
from plan_tui.cli.note_commands import letter
from plan_tui.errors import DataError, UsageError
from plan_tui.model.place_notes import (
    NamedSearch,
    NotedPlace,
    NoteStanding,
    OwnNotes,
    PlaceNote,
    mark_letter,
    merged,
    typed_note,
)
from plan_tui.sources.note_edits import change_notes
from plan_tui.sources.notes_file import notes_in, read_notes
from plan_tui.store import own_notes
from plan_tui.store.noted_places import noted_on, noted_places
from plan_tui.store.plan import Plan
from plan_tui.text import file_lock
from plan_tui.text.language import Language
from tests.stopped_clock import StoppedClock
from tests.worlds.altered import altered

OWL = PlaceNote(
    "2021:1.1", "梟の棚", "2021", "ab", "cd", "a", ("要確認", "棚"), "一行", "2026-04-01"
)
SEARCH = NamedSearch("期限", ("targets", "due:2026"))


def keeping(*entries: PlaceNote | NamedSearch) -> Callable[[OwnNotes], OwnNotes]:
    """Return the change that adds entries."""

    def change(notes: OwnNotes) -> OwnNotes:
        for entry in entries:
            if isinstance(entry, PlaceNote):
                notes = notes.with_place(entry)
            else:
                notes = notes.with_search(entry)
        return notes

    return change


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


WRITTEN = """# mine
# two lines

[[place]]  # of mine
key = "2021:1.1"
note = '''
first
second'''

# about the search
[[search]]
name = "Ｎ"
command = "targets due:2026"

[[place]]
key = "2021:2"
mark = "b"
# at the end
"""


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


# Several programs at once


def _write_many(path: Path, name: str) -> None:
    for number in range(10):
        change_notes(path, keeping(PlaceNote(f"{name}:{number}", note=name)))


def test_two_programs_keep_each_other_s_notes(tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(path, name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {each.key for each in notes_in(path).places} == {
        f"{name}:{number}" for name in "ab" for number in range(10)
    }


def test_one_note_that_two_change_has_the_lines_of_both() -> None:
    before = replace(OWL, note="一", tags=("a",))
    typed, now = replace(before, note="一\n私", tags=("b",)), replace(before, note="一\n他")
    assert merged(before, typed, before) == typed
    assert merged(None, typed, None) == typed
    both = merged(before, typed, now)
    assert (both.note, both.tags) == ("一\n他\n私", ("b",))


Entry = tuple[str, tuple[str, ...], str]
CHANGED_BY_TWO: dict[str, tuple[Entry, Entry, Entry, Entry]] = {
    "a mark elsewhere": (("一", (), ""), ("二", (), ""), ("一", (), "b"), ("二", (), "b")),
    "tags elsewhere": (
        ("一", ("x",), ""),
        ("二", ("x",), ""),
        ("一", ("y",), ""),
        ("二", ("y",), ""),
    ),
    "a tag of each": (
        ("", ("x",), ""),
        ("", ("x", "y"), ""),
        ("", ("x", "z"), ""),
        ("", ("x", "z", "y"), ""),
    ),
    "a tag taken out by each": (
        ("一", ("x", "y", "z"), ""),
        ("一", ("y", "z"), ""),
        ("一", ("x", "z"), ""),
        ("一", ("z",), ""),
    ),
    "text elsewhere": (("一", (), ""), ("一", ("x",), ""), ("二", (), ""), ("二", ("x",), "")),
    "one line of both": (
        ("一\n二", (), ""),
        ("甲\n二", (), ""),
        ("一\n乙", (), ""),
        ("乙\n甲", (), ""),
    ),
    "the same line of both": (("一", (), ""), ("甲", (), ""), ("乙", (), ""), ("乙\n甲", (), "")),
    "emptied here, added there": (("一", (), ""), ("", (), ""), ("一\n二", (), ""), ("二", (), "")),
    "two marks": (("一", (), "a"), ("一", (), "b"), ("一", (), "c"), ("一", (), "b")),
    "a mark taken away elsewhere": (
        ("一", (), "a"),
        ("二", (), "a"),
        ("一", (), ""),
        ("二", (), ""),
    ),
}


@pytest.mark.parametrize(
    ("before", "typed", "now", "kept"), CHANGED_BY_TWO.values(), ids=CHANGED_BY_TWO
)
def test_what_only_one_changed_is_as_that_one_left_it(
    before: Entry, typed: Entry, now: Entry, kept: Entry
) -> None:
    seen, mine, theirs = (
        replace(OWL, note=note, tags=tags, mark=mark) for note, tags, mark in (before, typed, now)
    )
    entry = merged(seen, mine, theirs)
    assert (entry.note, entry.tags, entry.mark) == kept


SAVED_MEANWHILE = {
    "another encoding": "# 棚".encode("cp932"),
    "another note": b'[[place]]\nkey = "x"\n',
    "nothing": b"",
}


@pytest.mark.parametrize("content", SAVED_MEANWHILE.values(), ids=SAVED_MEANWHILE)
def test_a_change_reads_the_file_once(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    path.write_text(WRITTEN, encoding="utf-8")

    def change(notes: OwnNotes) -> OwnNotes:
        path.write_bytes(content)  # by an editor, which knows of no lock
        return notes.with_place(replace(OWL, mark=""))

    change_notes(path, change)
    assert [each.key for each in notes_in(path).places] == ["2021:1.1", "2021:2"]


def test_a_change_waits_as_long_as_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = StoppedClock()
    monkeypatch.setattr(file_lock, "time", clock)
    path, waits = tmp_path / "notes.toml", []
    with file_lock.alone_in(tmp_path):
        for patience in (file_lock.SCREEN_PATIENCE, file_lock.PATIENCE):
            start = clock.now
            with pytest.raises(DataError, match="another plan-tui is writing"):
                change_notes(path, keeping(OWL), patience)
            waits.append(clock.now - start)
    assert waits == pytest.approx([0.5, 5.0], abs=0.1)
    assert change_notes(path, keeping(OWL)).places == (OWL,)


BROKEN = (
    "[[place]\n",
    '[[place]]\nkey = ""\n',
    "note = 1\n",
    "[[pair]]\n",
    '[[search]]\nname = "x"\n',
)


@pytest.mark.parametrize("text", BROKEN)
def test_a_faulty_file_is_read_once_until_it_changes(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own_notes.notes_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    readings: list[Path] = []

    def read(file: Path) -> OwnNotes:
        readings.append(file)
        return notes_in(file)

    monkeypatch.setattr(own_notes, "notes_in", read)
    for _ in range(3):
        with pytest.raises(DataError, match=re.escape(str(path))):
            own_notes.kept_notes()
    assert readings == [path]
    path.write_text('[[place]]\nkey = "mended"\n', encoding="utf-8")
    assert own_notes.kept_notes().at("mended")


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


# After an upgrade


@pytest.fixture
def later(made_up_database: Path, tmp_path: Path) -> Path:
    """The made-up plan as a later build could leave it."""
    section = "(select id from sections where key = '2021:M1-2')"
    return altered(
        made_up_database,
        tmp_path / "later.db",
        f"update blocks set text = text || '。' where section_id = {section}",
        "update sections set key = '2021:9' where key = '2021:1.1'",
        "delete from sections where key = '2025:2.1'",
        "update sections set title = '別の見出し' where key = '2022:1'",
        "update documents set sha256 = 'new' where id = 'plan-2021'",
    )


def standings(plan: Plan, notes: OwnNotes) -> dict[str, NoteStanding]:
    return {each.note.key: each.standing for each in noted_places(plan, notes)}


KEYS = ("2021:M1-2", "2021:1.1", "2021:1", "2025:2.1", "2022:1")


@pytest.fixture
def noted(made_up_database: Path) -> OwnNotes:
    with Plan(made_up_database) as plan:
        places = [noted_on(plan, plan.section(key), "2026-04-01") for key in KEYS]
    there = [replace(place, note="メモ") for place in places]
    return OwnNotes((*there, PlaceNote("2099:1", "先の版", "2099", note="メモ")))


def test_a_note_says_what_became_of_its_place(
    made_up_database: Path, later: Path, noted: OwnNotes
) -> None:
    with Plan(made_up_database) as plan:
        same = standings(plan, noted)
    assert same.pop("2099:1") is NoteStanding.NOT_HELD
    assert set(same.values()) == {NoteStanding.SAME}
    with Plan(later) as plan:
        now = {each.note.key: each for each in noted_places(plan, noted)}
    assert {key: each.standing for key, each in now.items()} == {
        "2021:M1-2": NoteStanding.CHANGED,
        "2021:1.1": NoteStanding.MOVED,
        "2021:1": NoteStanding.SAME,
        "2025:2.1": NoteStanding.GONE,
        "2022:1": NoteStanding.GONE,
        "2099:1": NoteStanding.NOT_HELD,
    }
    moved, other = now["2021:1.1"].section, now["2022:1"]
    assert moved is not None
    assert moved.key == "2021:9"
    assert (other.section, other.named_now) == (None, "別の見出し")


def test_what_is_read_differently_from_the_same_source_says_so(
    made_up_database: Path, noted: OwnNotes, tmp_path: Path
) -> None:
    reread = altered(
        made_up_database,
        tmp_path / "reread.db",
        "update blocks set text = text || '。' where section_id = "
        "(select id from sections where key = '2021:M1-2')",
    )
    with Plan(reread) as plan:
        assert standings(plan, noted)["2021:M1-2"] is NoteStanding.REREAD


def test_a_heading_that_was_only_mended_keeps_its_note(
    made_up_database: Path, noted: OwnNotes, tmp_path: Path
) -> None:
    mended = altered(
        made_up_database,
        tmp_path / "mended.db",
        "update sections set title = title || '等' where key = '2021:M1-2'",
    )
    with Plan(mended) as plan:
        (place,) = [each for each in noted_places(plan, noted) if each.note.key == "2021:M1-2"]
    assert isinstance(place, NotedPlace)
    assert place.section is not None
    assert place.standing is NoteStanding.REREAD


def test_a_note_of_which_only_the_key_is_kept_goes_by_it(later: Path) -> None:
    notes = OwnNotes((PlaceNote("2021:M1-1", note="x"), PlaceNote("2099:1", note="x")))
    with Plan(later) as plan:
        assert standings(plan, notes) == {
            "2021:M1-1": NoteStanding.SAME,
            "2099:1": NoteStanding.GONE,
        }


# The commands

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(made_up_database: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str, database: Path = made_up_database) -> tuple[int, str, str]:
        code = main(["--db", str(database), "--lang", "en", *words])
        printed = capfd.readouterr()
        return code, printed.out, printed.err

    return command


def export_named(name: str, more: str, run: Run) -> tuple[int, str, str]:
    """Return what the export of a named search with further words prints as JSON."""
    return run("export", "--view", name, "-o", "-", "--json", *more.split())


def test_notes_are_written_listed_and_taken_out(run: Run) -> None:
    assert run("notes")[0] == 1
    assert run("note", "2021:M1-2")[::2] == (1, "plan-tui: there is no note on 2021:M1-2\n")
    assert run("note", "M1-2", "見る", "#要確認", "--tag", "棚")[0] == 0
    assert run("note", "2021:M1-2", "二行目")[0] == 0
    assert run("note", "2021:1.1", "--mark", "ａ")[0] == 0
    (first, second) = json.loads(run("notes", "--json")[1])
    assert (first["key"], first["mark"], first["note"]) == ("2021:1.1", "a", "")
    assert (second["note"], second["tags"]) == ("見る\n二行目", ["要確認", "棚"])
    assert {first["standing"], second["standing"]} == {"same"}
    assert run("note", "2021:M1-2", "新しい", "--replace")[0] == 0
    assert own_notes.kept_notes().places[0].note == "新しい"
    assert own_notes.kept_notes().places[0].tags == ()
    assert run("note", "2021:M1-2", "--remove")[0] == 0
    assert [place.key for place in own_notes.kept_notes().places] == ["2021:1.1"]


@pytest.mark.parametrize(
    ("filters", "keys"),
    [
        ("tag:要確認", {"2021:M1-2", "2099:1"}),
        ("-tag:要確認", {"2021:1.1"}),
        ("note:見ル", {"2021:M1-2"}),
        ("tag:#要確認 note:見る", {"2021:M1-2"}),
        ("kind:measure", {"2021:M1-2"}),
        ("-kind:measure", {"2021:1.1"}),
        ("先の版", {"2099:1"}),
        ("edition:2021", {"2021:M1-2", "2021:1.1"}),
    ],
)
def test_notes_are_searched_and_filtered(filters: str, keys: set[str], run: Run) -> None:
    run("note", "2021:M1-2", "見る", "#要確認")
    run("note", "2021:1.1", "棚")
    gone = PlaceNote("2099:1", "先の版", "2099", tags=("要確認",))
    own_notes.change_notes(keeping(gone, SEARCH))
    code, printed, _ = run("notes", *filters.split(), "--json")
    assert code == 0
    assert {record["key"] for record in json.loads(printed)} == keys


def test_lists_are_filtered_by_notes(run: Run) -> None:
    run("note", "2021:M1-2", "見る", "#要確認")
    for command in ("measures", "tree", "search"):
        records = json.loads(run(command, "tag:要確認", "--json")[1])
        assert [record["key"] for record in records] == ["2021:M1-2"]
    assert run("measures", "note:見る", "--json")[0] == 0
    assert run("measures", "tag:ない")[0] == 1


@pytest.mark.parametrize("form", ["md", "html", "tsv", "csv", "json", "txt", "xlsx", "docx"])
def test_notes_are_exported(form: str, run: Run, tmp_path: Path) -> None:
    run("note", "2021:M1-2", "見る *太字* =1+1", "#要確認")
    run("name", "期限", "targets")
    target = tmp_path / f"notes.{form}"
    assert run("export", "notes", "-o", str(target))[0] == 0
    content = target.read_bytes()
    if form not in ("xlsx", "docx"):
        assert "要確認" in content.decode("utf-8-sig")


def test_a_note_and_a_name_are_printed_as_other_views_are(run: Run) -> None:
    run("note", "2021:1.1", "一つ")
    run("name", "期限", "targets")
    for words in (("note", "2021:1.1"), ("name", "期限")):
        assert run(*words, "--format", "md")[1].startswith("---\n")
        assert run(*words, "--format", "md", "--no-front-matter")[1].startswith("# ")


@pytest.mark.parametrize("words", [("note", "2021:1.1"), ("name", "期限")])
def test_a_note_and_a_name_go_through_the_pager_and_never_as_bytes_to_a_terminal(
    words: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("note", "2021:1.1", "一つ")
    run("name", "期限", "targets")
    languages: list[Language | None] = []
    write = output.to_standard_output

    def record(content: str | bytes, form: str, language: Language | None = None) -> None:
        languages.append(language)
        write(content, form, language)

    monkeypatch.setattr(output, "to_standard_output", record)
    run(*words)
    assert languages == [Language.EN]
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(*words, "--format", "xlsx")[0] == 2


def test_a_place_that_is_gone_is_listed_with_its_heading(run: Run, later: Path) -> None:
    run("note", "2025:2.1", "一つ")
    run("note", "2021:M1-2", "二つ")
    code, printed, complaints = run("notes", database=later)
    assert (code, complaints) == (0, "")
    assert "not found any more" in printed
    assert "the text has changed since" in printed
    assert own_notes.kept_notes().places[0].heading in printed
    assert run("note", "2025:2.1", database=later)[0] == 0
    assert run("note", "2025:2.1", "--remove", database=later)[0] == 0


def test_a_note_that_moved_is_one_with_what_is_added_there(run: Run, later: Path) -> None:
    run("note", "2021:1.1", "一つ", "--mark", "a")
    run("note", "2021:9", "二つ", database=later)
    (place,) = own_notes.kept_notes().places
    assert (place.key, place.note, place.mark) == ("2021:9", "一つ\n二つ", "a")


def test_searches_are_named_printed_exported_and_taken_out(run: Run, tmp_path: Path) -> None:
    assert run("name", "期限", "kpis", "edition:2021")[0] == 0
    assert run("name", "順", "plan-tui measures kpi:unset --sort chapter")[0] == 0
    assert run("name", "期限")[1] == "Named searches\n期限  plan-tui kpis edition:2021\n"
    for name, words in (
        ("期限", ["kpis", "edition:2021"]),
        ("順", ["measures", "kpi:unset", "--sort", "chapter"]),
    ):
        target = tmp_path / f"{name}.md"
        assert run("export", "--view", name, "-o", str(target))[0] == 0
        assert target.read_text(encoding="utf-8") == run(*words, "--format", "md")[1]
    narrowed = run("export", "--view=期限", "-o", "-", "--format", "json", "kind:measure")[1]
    assert narrowed == run("kpis", "kind:measure", "edition:2021", "--json")[1]
    assert run("name", "期限", "--remove")[0] == 0
    assert run("export", "--view", "期限", "-o", "-")[0] == 2


NARROWED = {
    "two editions": ("changes 2021 2025", "kind:measure", "changes 2021 2025 kind:measure"),
    "two editions and relations": (
        "changes 2021 2025 --only new dropped",
        "kind:section",
        "changes 2021 2025 kind:section --only new dropped",
    ),
    "two editions before a filter": (
        "changes 2021 2025 kind:section",
        "施策",
        "changes 2021 2025 kind:section 施策",
    ),
    "a word that is negated": (
        "changes 2021 2025",
        "-kind:measure",
        "changes 2021 2025 -kind:measure",
    ),
    "a word behind --": (
        "changes 2021 2025",
        "-- -kind:measure",
        "changes 2021 2025 -kind:measure",
    ),
    "relations and a word behind --": (
        "changes 2021 2025 --only new",
        "-- kind:section",
        "changes 2021 2025 kind:section --only new",
    ),
    "options asked for now": ("changes 2021 2025", "--only new", "changes 2021 2025 --only new"),
    "a section and editions": (
        "compare 2021:1.1 --with 2025",
        "--layout table 2021:1.2",
        "compare 2021:1.1 2021:1.2 --with 2025 --layout table",
    ),
    "terms": ("words 本 棚", "夜間", "words 本 棚 夜間"),
    "an order": ("measures --sort chapter", "kpi:unset", "measures kpi:unset --sort chapter"),
    "nothing": ("changes 2021 2025", "", "changes 2021 2025"),
}
"""Name → a named command, the words behind ``export --view NAME``, and the command they make."""


@pytest.mark.parametrize(("command", "more", "same"), NARROWED.values(), ids=NARROWED)
def test_further_words_stand_behind_those_of_a_named_search(
    command: str, more: str, same: str, run: Run
) -> None:
    assert run("name", "梟", command)[0] == 0
    assert export_named("梟", more, run) == run(*same.split(), "--json")


@pytest.mark.parametrize(
    ("command", "more", "same"),
    [
        ("changes --limit 2 2021 2025", "kind:section", "changes 2021 2025 kind:section --limit 2"),
        ("changes --limit=2 2021 2025", "kind:section", "changes 2021 2025 kind:section --limit 2"),
        (
            "changes --only new -- 2021 2025",
            "kind:section",
            "changes 2021 2025 kind:section --only new",
        ),
        ("track 夜間 kind:section", "図書館", "track 夜間 kind:section 図書館"),
        ("plan-tui search 本 --limit 1", "kind:section", "search 本 kind:section --limit 1"),
    ],
)
def test_a_search_named_by_hand_is_narrowed_too(
    command: str, more: str, same: str, run: Run
) -> None:
    words = tuple(command.removeprefix("plan-tui ").split())
    own_notes.change_notes(keeping(NamedSearch("梟", words)))
    assert export_named("梟", more, run) == run(*same.split(), "--json")


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (("note", "2021:0.9", "x"), 2, "no section has the key"),
        (("note", "2021:1.1", "x", "--remove"), 2, "--remove goes with nothing else"),
        (("note", "2021:1.1", "--mark", "ab"), 2, "is not one letter"),
        (("name", "x", "check"), 2, "'check' cannot be named"),
        (("name", "x", "measures", "owl:1"), 2, "unknown filter"),
        (("name", " ", "tree"), 2, "the name is empty"),
        (("name", "x", "--remove"), 2, "no search is named 'x'; there are none yet"),
        (("export", "--view", "x", "-o", "-"), 2, "no search is named 'x'"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    words: tuple[str, ...], code: int, complaint: str, run: Run
) -> None:
    answer, printed, complaints = run(*words)
    assert (answer, printed, complaints.count("\n")) == (code, "", 1)
    assert complaint in complaints


def test_a_broken_file_is_one_line_for_every_command(run: Run) -> None:
    path = own_notes.notes_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[[place]\n", encoding="utf-8")
    for words in (("notes",), ("note", "2021:1.1", "x"), ("name", "x", "tree"), ("tree", "tag:x")):
        code, printed, complaints = run(*words)
        assert code in (2, 3)
        assert (printed, complaints.count("\n")) == ("", 1)
        assert "not TOML" in complaints
    assert path.read_text(encoding="utf-8") == "[[place]\n"
    assert run("tree")[0] == 0


def test_a_text_keeps_only_what_it_says(tmp_path: Path) -> None:
    assert read_notes("# nothing\n", tmp_path) == OwnNotes()
    assert notes_in(tmp_path / "none.toml") == OwnNotes()
