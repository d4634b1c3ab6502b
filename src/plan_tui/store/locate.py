"""Where the database is.

Every command asks for it. What answers gives names and works with `os.path`: `pathlib` takes longer
to load than the shortest commands take in all.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

SCHEMA_VERSION = 9
"""The version of the database's shape, which every command checks before it reads; stored as
``PRAGMA user_version`` and in ``meta``."""
BEGUN_FROM = "begun_from"
"""Key of `meta`: the SHA-256 of the database that the reader's own was begun from."""
_PROGRAM, _FILE = "plan-tui", "plan.db"
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~/-")
"""A character that an address writes otherwise."""
_MAGIC = b"SQLite format 3\0"
_VERSION_AT = slice(60, 64)
"""Where the head of a database has its `PRAGMA user_version`, big-endian."""


def default_database() -> Path:
    """Return ``$PLAN_TUI_DB``, else the reader's own file if it can be opened, else the packaged.

    The own file is there once something was added.
    """
    from pathlib import Path

    return Path(default_name())


def default_name() -> str:
    """Return the same as a name."""
    chosen = os.environ.get("PLAN_TUI_DB")
    if chosen:
        return chosen
    name = own_name()
    return name if stored_version(name) == SCHEMA_VERSION else packaged_database()


def packaged_database() -> str:
    """Return the installed package's file, else the checkout's, as a name."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    installed = os.path.join(package, "data", _FILE)
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", _FILE)


def plain_address(name: str) -> str:
    """Return a file's address as `Path.as_uri` does; "" if there is none, or not a plain one."""
    if os.name != "posix" or not os.path.isfile(name):
        return ""
    whole = os.path.realpath(name)
    return f"file://{whole}" if _PLAIN.issuperset(whole) else ""


def own_is_there() -> bool:
    """Return whether there is a file of the reader's own."""
    return os.path.exists(own_name())


def own_database() -> Path:
    """Return where the reader's own file is, or would be."""
    from pathlib import Path

    return Path(own_name())


def own_name() -> str:
    """Return the same as a name."""
    folder = _linux_data_folder()
    if folder:
        return f"{folder}/{_PROGRAM}/{_FILE}"
    from platformdirs import user_data_path

    return str(user_data_path(_PROGRAM) / _FILE)


def _linux_data_folder() -> str:
    """Return where `platformdirs` finds the reader's data in the usual cases of Linux, else "".

    Every command asks for it, and that package takes longer to load than a short command runs.
    """
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return ""
    named, home = os.environ.get("XDG_DATA_HOME", ""), os.environ.get("HOME", "")
    if named:
        return named if named.startswith("/") else ""
    return f"{home.rstrip('/')}/.local/share" if home.startswith("/") else ""


def stored_version(path: Path | str) -> int | None:
    """Return the schema version that a file's head tells; None if it is no database."""
    try:
        with open(path, "rb") as file:
            head = file.read(_VERSION_AT.stop)
    except OSError:
        return None
    if not head.startswith(_MAGIC) or len(head) < _VERSION_AT.stop:
        return None
    return int.from_bytes(head[_VERSION_AT], "big")


def file_digest(path: Path | str) -> str:
    """Return the SHA-256 of a database's file, hexadecimal.

    Raises:
        OSError: it cannot be read.

    """
    import hashlib

    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
