"""The open database file: one read-only connection, and every query that is asked of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from plan_tui.errors import DataError
from plan_tui.store.locate import own_database
from plan_tui.store.schema_version import SCHEMA_VERSION
from plan_tui.text.language import Phrase

T = TypeVar("T")
_REBUILD = Phrase("`plan-tui build`で作り直す", "rebuild it with `plan-tui build`")
_REBUILD_OWN = Phrase(
    "`plan-tui add --rebuild`で作り直す", "rebuild it with `plan-tui add --rebuild`"
)
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
_UNREADABLE = Phrase(
    "{path}：読めない（{error}）。{mend}", "{path}: cannot be read ({error}); {mend}"
)
_OTHER_VERSION = Phrase(
    "{path}：スキーマ版は{version}、このプログラムが読むのは{read}。{mend}",
    "{path}: schema version {version}, this program reads {read}; {mend}",
)


_STANDS_FOR_TABLE = "{name} is a view"
_STRANGE_VIEWS = """select name from sqlite_master where type <> 'table' and type <> 'index'
                    and not (type = 'view' and name like 'v!_%' escape '!') limit 1"""
"""What could stand in the place of a table, and need not have an end."""


def rebuilding(path: Path) -> Phrase:
    """Say how to make a database anew: the reader's own from its originals."""
    return _REBUILD_OWN if path == own_database() else _REBUILD


def connect(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """Open a database of this program's schema version, read-only.

    A connection for ``any_thread`` can go from one thread to another, as long as only one asks.

    Raises:
        DataError: the file is missing, is not a database, or has another schema version.

    """
    try:
        if not path.is_file():
            raise DataError(_NO_FILE.of(path=path))
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=not any_thread)
    except (OSError, RuntimeError, sqlite3.Error) as error:
        raise DataError(_NOT_OPENED.of(path=path, error=error)) from error
    try:
        (version,) = connection.execute("pragma user_version").fetchone()
        _refuse_strange_views(connection)
    except (sqlite3.Error, UnicodeError) as error:
        connection.close()
        raise DataError(_NOT_USABLE.of(path=path, error=error, mend=rebuilding(path))) from error
    if version != SCHEMA_VERSION:
        connection.close()
        raise DataError(
            _OTHER_VERSION.of(
                path=path, version=version, read=SCHEMA_VERSION, mend=rebuilding(path)
            )
        )
    return connection


def _refuse_strange_views(connection: sqlite3.Connection) -> None:
    """Raise `sqlite3.DatabaseError` if a view or trigger is there that is none of ours.

    A view in the place of a table can go on for ever, and no query that is under way can be
    interrupted.
    """
    for (name,) in connection.execute(_STRANGE_VIEWS):
        raise sqlite3.DatabaseError(_STANDS_FOR_TABLE.format(name=name))


class OpenDatabase:
    """One read-only connection. Belongs to the thread that opened it, unless for ``any_thread``.

    Only the room `store` asks it anything: no other room knows SQL.

    Raises:
        DataError: the file is missing, is not a database, or has another schema version.

    """

    def __init__(self, path: Path, *, any_thread: bool = False) -> None:
        self.file = path
        self._connection = connect(path, any_thread=any_thread)

    def rows(self, sql: str, *values: str | int | None) -> list[tuple[Any, ...]]:
        """Return all rows of a query whose placeholders are bound to ``values``.

        Raises:
            DataError: the file is damaged.

        """
        try:
            return self._connection.execute(sql, values).fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            raise self.damaged(error) from error

    def objects(
        self, make: Callable[[tuple[Any, ...]], T], sql: str, *values: str | int | None
    ) -> tuple[T, ...]:
        """Return what ``make`` makes of each row of a query.

        Raises:
            DataError: the file is damaged, or holds a word that is none of a vocabulary's.

        """
        rows = self.rows(sql, *values)
        with self.understood():
            return tuple(map(make, rows))

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Tell as damage what cannot be made of rows.

        Raises:
            DataError: a word is none of a vocabulary's, or a row that another names is not there.

        """
        try:
            yield
        except (KeyError, TypeError, ValueError) as error:
            raise self.damaged(error) from error

    def damaged(self, error: object) -> DataError:
        """Return the error that says what is wrong with the file, to be raised."""
        return DataError(_UNREADABLE.of(path=self.file, error=error, mend=rebuilding(self.file)))

    def interrupt(self) -> None:
        """End what another thread asks by this connection: it gets a `DataError`."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection; nothing can be asked afterwards."""
        self._connection.close()


def sqlite_version() -> str:
    """Return the version of the SQLite library."""
    return sqlite3.sqlite_version
