"""A reader's own notes: one TOML file, which they may write in too.

    [[place]]
    key = "2021:M1-8"                # what `plan-tui tree` prints
    heading = "図書館の夜間開館"   # what you saw under this key
    edition = "2021"
    source = "9c1d…"                 # SHA-256 of the file that the edition's text was read from
    text = "41d0…"                   # digest of the text under the heading
    mark = "a"                       # a letter or digit; `'` and it lead here
    tags = ["要確認", "図書館"]
    note = "一つの行"                 # or a list of lines
    day = "2026-04-01"

    [[search]]
    name = "期限の近いもの"
    command = "plan-tui targets due:2026"

Of a place only the key must be written. The rest of the first lines tells whether the place is
still what it was.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from plan_tui.model.place_notes import (
    NamedSearch,
    OwnNotes,
    PlaceNote,
    each_once,
    mark_letter,
    plain_name,
)
from plan_tui.sources.toml_entries import toml_text
from plan_tui.sources.toml_fields import is_day
from plan_tui.sources.toml_tables import TomlFile, toml_file_text
from plan_tui.text.language import Phrase
from plan_tui.text.shell import command_line

Entry = TypeVar("Entry", PlaceNote, NamedSearch)
_PROGRAM = "plan-tui"
_LINES = ("key", "heading", "edition", "source", "text", "mark", "day")
"""Fields of a place that hold one line."""
_PLACE = frozenset((*_LINES, "tags", "note"))
_SEARCH = frozenset(("name", "command"))
_LEFT_AS_IT_IS = Phrase(
    "{faults}。直すまで書き換えません",
    "{faults}; it is left as it is until this is corrected",
)
_FAULT = Phrase("{number}番目の{table}：{fault}", "{table} {number}: {fault}")
_NOT_TABLES = Phrase(
    "[[place]]と[[search]]の表だけを並べてください（{name}は読めません）",
    "write [[place]] and [[search]] tables alone, not {name}",
)
_NO_TABLE = Phrase("表ではありません", "is no table")
_UNKNOWN_FIELD = Phrase(
    "{name}という項目はありません（使えるもの：{known}）", "{name} is none of {known}"
)
_NO_KEY = Phrase("keyには見出しのキーを書いてください", "key must be the key of a section")
_NO_TEXT = Phrase("{name}には1行の文字を書いてください", "{name} must be one line of text")
_NO_MARK = Phrase("markには英字か数字を1つ書いてください", "mark is one letter (a-z) or digit")
_NO_TAGS = Phrase("tagsには空白のない語を並べてください", "tags is a list of words without blanks")
_NO_NOTE = Phrase("noteには文字、又は行の並びを書いてください", "note is text, or a list of lines")
_NO_DAY = Phrase("dayには日付を書いてください（2026-04-01）", "day is a day such as 2026-04-01")
_NO_NAME = Phrase("nameには名前を書いてください", "name must be a name")
_NO_COMMAND = Phrase(
    "commandにはコマンドを書いてください（例：plan-tui targets due:2026）",
    "command must be a command such as plan-tui targets due:2026",
)
_SAME_KEY = Phrase("{number}番目のplaceとkeyが同じです", "has the key of place {number}")
_SAME_MARK = Phrase("{number}番目のplaceとmarkが同じです", "has the mark of place {number}")
_SAME_NAME = Phrase("{number}番目のsearchとnameが同じです", "has the name of search {number}")


class _FaultError(Exception):
    """An entry is wrong; its arguments say how, and in which field."""


def notes_in(path: Path) -> OwnNotes:
    """Return what a file keeps; nothing if there is no such file.

    Raises:
        DataError: the file cannot be read, or an entry is at fault.

    """
    text = toml_file_text(path)
    return OwnNotes() if text is None else read_notes(text, path)


def read_notes(text: str, path: Path) -> OwnNotes:
    """Return what a text keeps; ``path`` is where it stands.

    Raises:
        DataError: it is not TOML, or an entry is at fault.

    """
    file = TomlFile(path, text, _LEFT_AS_IT_IS)
    for name, entries in file.values.items():
        if name not in ("place", "search") or not isinstance(entries, list):
            file.fault((name,), _NOT_TABLES.of(name=name))
    file.refuse()
    places = _read_entries(file, "place", _add_place)
    searches = _read_entries(file, "search", _add_search)
    file.refuse()
    return OwnNotes(places, searches)


def _read_entries(
    file: TomlFile, table: str, add: Callable[[object, list[Entry]], None]
) -> tuple[Entry, ...]:
    """Read the entries of a table one by one; ``add`` puts each behind those before it."""
    entries: list[Entry] = []
    for number, entry in enumerate(file.values.get(table, ()), 1):
        try:
            add(entry, entries)
        except _FaultError as error:
            fault, field = error.args
            told = _FAULT.of(table=table, number=number, fault=fault)
            file.fault((table, number - 1, field), told)
    return tuple(entries)


def _add_place(entry: object, places: list[PlaceNote]) -> None:
    place = _place(_fields(entry, _PLACE))
    _refuse_second([each.key for each in places], place.key, _SAME_KEY, "key")
    if place.mark:
        _refuse_second([each.mark for each in places], place.mark, _SAME_MARK, "mark")
    places.append(place)


def _add_search(entry: object, searches: list[NamedSearch]) -> None:
    search = _search(_fields(entry, _SEARCH))
    names = [plain_name(each.name) for each in searches]
    _refuse_second(names, plain_name(search.name), _SAME_NAME, "name")
    searches.append(search)


def _refuse_second(earlier: list[str], name: str, fault: Phrase, field: str) -> None:
    if name in earlier:
        raise _FaultError(fault.of(number=earlier.index(name) + 1), field)


def _fields(entry: object, known: frozenset[str]) -> Mapping[str, object]:
    if not isinstance(entry, dict):
        raise _FaultError(_NO_TABLE, "")
    for name in entry:
        if name not in known:
            raise _FaultError(_UNKNOWN_FIELD.of(name=name, known=", ".join(sorted(known))), name)
    return entry


def _place(entry: Mapping[str, object]) -> PlaceNote:
    lines = {name: _line(entry, name) for name in _LINES}
    if not lines["key"]:
        raise _FaultError(_NO_KEY, "key")
    if lines["mark"]:
        lines["mark"] = mark_letter(lines["mark"])
        if not lines["mark"]:
            raise _FaultError(_NO_MARK, "mark")
    if lines["day"] and not is_day(lines["day"]):
        raise _FaultError(_NO_DAY, "day")
    return PlaceNote(**lines, tags=_tags(entry.get("tags", [])), note=_note(entry.get("note", "")))


def _line(entry: Mapping[str, object], name: str) -> str:
    value = entry.get(name, "")
    if not isinstance(value, str) or "\n" in value:
        raise _FaultError(_NO_TEXT.of(name=name), name)
    return value.strip()


def _tags(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _FaultError(_NO_TAGS, "tags")
    for tag in value:
        if not isinstance(tag, str) or len(tag.split()) != 1:
            raise _FaultError(_NO_TAGS, "tags")
    return each_once(value)


def _note(value: object) -> str:
    lines = value if isinstance(value, list) else [value]
    texts = [line for line in lines if isinstance(line, str)]
    if len(texts) < len(lines):
        raise _FaultError(_NO_NOTE, "note")
    return "\n".join(texts).strip("\n")


def _search(entry: Mapping[str, object]) -> NamedSearch:
    name = _line(entry, "name")
    if not name:
        raise _FaultError(_NO_NAME, "name")
    try:
        words = shlex.split(_line(entry, "command"))
    except ValueError as error:  # a quote without its end
        raise _FaultError(_NO_COMMAND, "command") from error
    if words[:1] == [_PROGRAM]:
        del words[0]
    if not words or words[0].startswith("-"):
        raise _FaultError(_NO_COMMAND, "command")
    return NamedSearch(name, tuple(words))


def place_entry(place: PlaceNote) -> str:
    """Return what is kept on a place as it stands in a file."""
    lines = ["[[place]]"]
    lines += [f"{n} = {toml_text(getattr(place, n))}" for n in _LINES[:-1] if getattr(place, n)]
    if place.tags:
        lines.append(f"tags = [{', '.join(map(toml_text, place.tags))}]")
    if "\n" in place.note:
        within = "".join(f"    {toml_text(line)},\n" for line in place.note.split("\n"))
        lines.append(f"note = [\n{within}]")
    elif place.note:
        lines.append(f"note = {toml_text(place.note)}")
    if place.day:
        lines.append(f"day = {toml_text(place.day)}")
    return "\n".join(lines) + "\n"


def search_entry(search: NamedSearch) -> str:
    """Return a named search as it stands in a file."""
    command = toml_text(command_line(search.words))
    return f"[[search]]\nname = {toml_text(search.name)}\ncommand = {command}\n"
