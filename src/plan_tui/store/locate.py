"""Where the database is."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from plan_tui.store.schema_version import SCHEMA_VERSION

BEGUN_FROM = "begun_from"
"""Key of `meta`: the SHA-256 of the database that the reader's own was begun from."""
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
    from platformdirs import user_data_path

    return user_data_path("plan-tui") / "plan.db"


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
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
