"""A disk that is full, told by what the system or SQLite says of it."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.text.language import Phrase

_FULL = Phrase(
    "{folder}：書けません（ディスクの空き不足）。空きを作ってからやり直してください",
    "{folder}: cannot be written (No space left on device); make room and try again",
)
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def full_disk(path: Path, error: OSError | sqlite3.Error) -> DataError | None:
    """Return the error that says that there is no room for a file; None if that is not the cause.

    It names the folder: the file itself may be one that stands there for a moment only.
    """
    if isinstance(error, OSError):
        is_full = error.errno in _NO_ROOM
    else:
        is_full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return DataError(_FULL.of(folder=path.parent)) if is_full else None
