"""Changes the file of a reader's notes: entries go, come or are replaced, all else stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.place_notes import NamedSearch, OwnNotes, PlaceNote
from plan_tui.sources.notes_file import place_entry, read_notes, search_entry
from plan_tui.sources.own_file import changing, write_own
from plan_tui.sources.toml_entries import changed_entries
from plan_tui.sources.toml_tables import toml_file_text
from plan_tui.text.file_lock import PATIENCE
from plan_tui.text.language import Phrase

EntryName = tuple[str, str]
"""The table of an entry, and its key or name."""

_HEAD = Phrase(
    "自分のメモ、しおり、名前を付けた検索。`plan-tui notes`で一覧できます。直接書き加える"
    "こともできます。",
    "Your notes, marks and named searches: `plan-tui notes` lists them. You may edit this file.",
)
_NOT_CHANGED = Phrase(
    "{path}：手で書いた部分を保って書き換えられません。[[place]]と[[search]]を行頭から1項"
    "目ずつ書いてください",
    "{path}: cannot be changed without damage to what was written by hand; begin each "
    "[[place]] and [[search]] on a line of its own",
)


def change_notes(
    path: Path, change: Callable[[OwnNotes], OwnNotes], patience: float = PATIENCE
) -> OwnNotes:
    """Change what a file keeps, as it is now, and return what it keeps then.

    The file is read, changed and written while no other program can, so that entries which others
    wrote meanwhile stay. It holds its old content or all of the new. Comments and the order stay.

    Args:
        path: the file; it need not exist.
        change: makes the new content of the old.
        patience: seconds to wait while another program writes.

    Raises:
        DataError: the file cannot be read or written, or an entry of it is at fault.

    """
    with changing(path, patience):
        return _change(path, change)


def _change(path: Path, change: Callable[[OwnNotes], OwnNotes]) -> OwnNotes:
    text = toml_file_text(path)  # read once: an editor may save it between two readings
    before = OwnNotes() if text is None else read_notes(text, path)
    after = change(before)
    if after == before:
        return before
    text = _head() if text is None else text
    changed = changed_entries(text, _name_of, _changes(before, after))
    if _content(read_notes(changed, path)) != _content(after):
        raise DataError(_NOT_CHANGED.of(path=path))
    write_own(changed, path)
    return after


def _head() -> str:
    return f"# {_HEAD.ja}\n# {_HEAD.en}\n"


def _content(notes: OwnNotes) -> dict[EntryName, PlaceNote | NamedSearch]:
    """Return the entries by their names; their order is that of the file."""
    places = {("place", place.key): place for place in notes.places}
    return {**places, **{("search", search.name): search for search in notes.searches}}


def _changes(before: OwnNotes, after: OwnNotes) -> dict[EntryName, str | None]:
    """Return the entries to write anew, and None for those to take out."""
    old, new = _content(before), _content(after)
    changes: dict[EntryName, str | None] = {name: None for name in old if name not in new}
    for name, entry in new.items():
        if old.get(name) != entry:
            changes[name] = (
                place_entry(entry) if isinstance(entry, PlaceNote) else search_entry(entry)
            )
    return changes


def _name_of(part: str) -> EntryName | None:
    """Return the name of the entry that a part of a file is; None if it is none alone."""
    try:
        names = list(_content(read_notes(part, Path())))
    except DataError:
        return None
    return names[0] if len(names) == 1 else None
