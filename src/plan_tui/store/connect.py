"""Opens the database file, if it is one that this program reads."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.store.schema_version import SCHEMA_VERSION
from plan_tui.text.language import Phrase

REBUILD = Phrase("`plan-tui build`で作り直す", "rebuild it with `plan-tui build`")
_NO_FILE = Phrase(
    "{path}：データベースがない。`plan-tui build`で作るか、--dbで指定する",
    "{path}: no such database; build it with `plan-tui build`, or name one with --db",
)
_NOT_OPENED = Phrase(
    "{path}：開けない（{error}）。--dbで別のものを指定する",
    "{path}: cannot be opened ({error}); name another with --db",
)
_NOT_USABLE = Phrase(
    "{path}：使えるデータベースでない（{error}）。{mend}",
    "{path}: not a usable database ({error}); {mend}",
)
_OTHER_VERSION = Phrase(
    "{path}：スキーマ版は{found}、このプログラムが読むのは{read}。{mend}",
    "{path}: schema version {found}, this program reads {read}; {mend}",
)


def connect(path: Path) -> sqlite3.Connection:
    """Open a database of this program's schema version, read-only.

    Raises:
        DataError: the file is missing, is not a database, or has another schema version.

    """
    try:
        if path.is_dir() or not path.exists():
            raise DataError(_NO_FILE.of(path=path))
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True)
    except (OSError, RuntimeError, sqlite3.Error) as error:
        raise DataError(_NOT_OPENED.of(path=path, error=error)) from error
    try:
        (version,) = connection.execute("pragma user_version").fetchone()
    except (sqlite3.Error, UnicodeError) as error:
        connection.close()
        raise DataError(_NOT_USABLE.of(path=path, error=error, mend=REBUILD)) from error
    if version != SCHEMA_VERSION:
        connection.close()
        raise DataError(
            _OTHER_VERSION.of(path=path, found=version, read=SCHEMA_VERSION, mend=REBUILD)
        )
    return connection
