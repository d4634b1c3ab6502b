"""What no export overwrites: the program's data, and what the program keeps for the reader."""

from __future__ import annotations

from pathlib import Path

from plan_tui.store.added_originals import originals_folder
from plan_tui.store.locate import own_database, packaged_database
from plan_tui.store.own_decisions import decisions_path
from plan_tui.text.user_folders import config_folder, state_folder

_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite adds to a database's name for what it has not yet written into it."""


def is_own_file(path: Path, database: Path) -> bool:
    """Return whether a path is of a file of the program, be it there or not.

    That is the database in use, with what SQLite writes beside it, the reader's decisions on it and
    the originals that were added to it; the packaged one; and all in the folders of the reader's
    own data, settings and state.

    Args:
        path: what is to be written, without links.
        database: the database in use.

    """
    for known in (database.resolve(), Path(packaged_database()).resolve()):
        if known.exists() and path.exists() and path.samefile(known):
            return True
        if path in [known.with_name(known.name + ending) for ending in _BESIDE]:
            return True
    if path == decisions_path(database).resolve():
        return True
    folders = own_database().parent, config_folder(), state_folder()
    kept = (originals_folder(database), *folders)
    return any(path.is_relative_to(folder.resolve()) for folder in kept)
