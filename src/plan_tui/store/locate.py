"""Where the database is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from plan_tui.store.schema_version import SCHEMA_VERSION

BEGUN_FROM = "begun_from"
"""Key of `meta`: the SHA-256 of the database that the reader's own was begun from."""
_PROGRAM, _FILE = "plan-tui", "plan.db"
_MAGIC = b"SQLite format 3\0"
_VERSION_AT = slice(60, 64)
"""Where the head of a database has its `PRAGMA user_version`, big-endian."""


def default_database() -> Path:
    """Return ``$PLAN_TUI_DB``, else the reader's own file if it can be opened, else the packaged.

    The own file is there once something was added.
    """
    chosen = os.environ.get("PLAN_TUI_DB")
    if chosen:
        return Path(chosen)
    path = own_database()
    return path if stored_version(path) == SCHEMA_VERSION else packaged_database()


def packaged_database() -> Path:
    """Return the installed package's file, else the checkout's."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "data" / "plan.db"
    return installed if installed.exists() else package.parents[1] / "data" / "plan.db"


def own_database() -> Path:
    """Return where the reader's own file is, or would be."""
    folder = _linux_data_folder()
    if folder:
        return Path(folder, _PROGRAM, _FILE)
    from platformdirs import user_data_path

    return user_data_path(_PROGRAM) / _FILE


def _linux_data_folder() -> str:
    """Return where `platformdirs` finds the reader's data in the usual cases of Linux, else "".

    Every command asks for it, and that package takes longer to load than a short command runs.
    """
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return ""
    named, home = os.environ.get("XDG_DATA_HOME", ""), os.environ.get("HOME", "")
    if named:
        return named if named.startswith("/") else ""
    return f"{home}/.local/share" if home.startswith("/") else ""


def stored_version(path: Path) -> int | None:
    """Return the schema version that a file's head tells; None if it is no database."""
    try:
        with path.open("rb") as file:
            head = file.read(_VERSION_AT.stop)
    except OSError:
        return None
    if not head.startswith(_MAGIC) or len(head) < _VERSION_AT.stop:
        return None
    return int.from_bytes(head[_VERSION_AT], "big")


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a database's file, hexadecimal.

    Raises:
        OSError: it cannot be read.

    """
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
