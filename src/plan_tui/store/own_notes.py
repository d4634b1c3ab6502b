"""Where a reader's notes are kept, and how they are written: one file for all databases."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.place_notes import OwnNotes
from plan_tui.sources import note_edits
from plan_tui.sources.notes_file import notes_in
from plan_tui.store import locate
from plan_tui.text.file_lock import PATIENCE
from plan_tui.text.language import Phrase

_Signature = tuple[Path, int, int, int, int]


def notes_path() -> Path:
    """Return the file of the notes, beside the reader's own database; it need not exist."""
    return locate.own_database().with_name("notes.toml")


def kept_notes() -> OwnNotes:
    """Return what is kept now. The file is read anew only where it has changed.

    Raises:
        DataError: the file cannot be read, or an entry of it is at fault.

    """
    path = notes_path()
    signature = _signature(path)
    if signature is None:
        return notes_in(path)
    kept = _read(signature)
    if isinstance(kept, Phrase):
        raise DataError(kept)
    return kept


@lru_cache(maxsize=1)
def _read(signature: _Signature) -> OwnNotes | Phrase:
    """Return what a state of the file keeps, or what is wrong with it: screens ask for each row."""
    try:
        return notes_in(signature[0])
    except DataError as error:
        return error.message


def change_notes(change: Callable[[OwnNotes], OwnNotes], patience: float = PATIENCE) -> OwnNotes:
    """Change what is kept, as it is now, and return what is kept then.

    What other programs wrote meanwhile stays; the database is never written.

    Args:
        change: makes the new content of the old.
        patience: seconds to wait while another program writes.

    Raises:
        DataError: the file cannot be read or written, or an entry of it is at fault.

    """
    return note_edits.change_notes(notes_path(), change, patience)


def _signature(path: Path) -> _Signature | None:
    """Return what tells a state of a file: each change replaces it by another one."""
    try:
        status = path.stat()
    except OSError:
        return None
    return path, status.st_ino, status.st_mtime_ns, status.st_ctime_ns, status.st_size
