"""The open database file: one read-only connection, and every query that is asked of it."""

from __future__ import annotations

import os

from plan_tui.errors import DataError
from plan_tui.store.locate import SCHEMA_VERSION, own_database, plain_address
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any, TypeVar

    T = TypeVar("T")
else:
    # `sqlite3` is the same with days and times, which take as long to load as all else of it.
    import _sqlite3 as sqlite3

_REBUILD = Phrase("`plan-tui build`で作り直してください", "rebuild it with `plan-tui build`")
_REBUILD_OWN = Phrase(
    "`plan-tui add --rebuild`で作り直してください", "rebuild it with `plan-tui add --rebuild`"
)
_NO_FILE = Phrase(
    "{path}：データベースがありません。`plan-tui build`で作るか、--dbで指定してください",
    "{path}: no such database; build it with `plan-tui build`, or name one with --db",
)
_NOT_OPENED = Phrase(
    "{path}：開けません（{error}）。--dbで別のものを指定してください",
    "{path}: cannot be opened ({error}); name another with --db",
)
_NOT_USABLE = Phrase(
    "{path}：使えるデータベースではありません（{error}）。{mend}",
    "{path}: not a usable database ({error}); {mend}",
)
_FEW_PAGES = "pragma cache_size = -500"
"""For threads, which read most pages once: KiB of pages that SQLite keeps, in place of 2000."""
_UNREADABLE = Phrase(
    "{path}：読めません（{error}）。{mend}", "{path}: cannot be read ({error}); {mend}"
)
_NOT_READ_ON = Phrase("{path}：読み取りを途中でやめました", "{path}: is not read any further")
_OTHER_VERSION = Phrase(
    "{path}：スキーマ版は{version}ですが、このプログラムが読むのは{read}です。{mend}",
    "{path}: schema version {version}, this program reads {read}; {mend}",
)


_STRANGE = Phrase(
    "{path}：使えるデータベースではありません（余分な{kind}：{name}）。DROP文で消すか、{mend}",
    "{path}: not a usable database (a {kind} that is none of its own: {name}); drop it, or {mend}",
)
_KINDS = {"view": Phrase("ビュー", "view"), "trigger": Phrase("トリガー", "trigger")}
_STRANGE_VIEWS = """select type, name from sqlite_master where type <> 'table' and type <> 'index'
                    and not (type = 'view' and name like 'v!_%' escape '!') limit 1"""
"""What could stand in the place of a table, and need not have an end."""


def rebuilding(path: Path) -> Phrase:
    """Say how to make a database anew: the reader's own from its originals."""
    return _REBUILD_OWN if path == own_database() else _REBUILD


def connect(path: Path | str, *, any_thread: bool = False) -> sqlite3.Connection:
    """Open a database of this program's schema version, read-only.

    A connection for ``any_thread`` can go from one thread to another, as long as only one asks.

    Raises:
        DataError: the file is missing, is not a database, or has another schema version.

    """
    name = os.fspath(path)
    try:
        address = f"{_address(name)}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=not any_thread)
    except (OSError, RuntimeError, sqlite3.Error) as error:
        raise DataError(_NOT_OPENED.of(path=_path(name), error=error)) from error
    try:
        (version,) = connection.execute("pragma user_version").fetchone()
        strange = connection.execute(_STRANGE_VIEWS).fetchone()
    except (sqlite3.Error, UnicodeError) as error:
        connection.close()
        path = _path(name)
        raise DataError(_NOT_USABLE.of(path=path, error=error, mend=rebuilding(path))) from error
    if strange is not None or version != SCHEMA_VERSION:
        connection.close()
        path = _path(name)
        raise DataError(_strange(path, *strange) if strange else _other(path, version))
    return connection


def _strange(path: Path, kind: str, name: str) -> Phrase:
    """Return what to say of a view or trigger that is none of ours.

    A view in the place of a table can go on for ever, and no query that is under way can be
    interrupted.
    """
    word = _KINDS.get(kind, kind)
    return _STRANGE.of(path=path, kind=word, name=name, mend=rebuilding(path))


def _other(path: Path, version: int) -> Phrase:
    """Return what to say of another schema version."""
    return _OTHER_VERSION.of(path=path, version=version, read=SCHEMA_VERSION, mend=rebuilding(path))


def _address(name: str) -> str:
    """Return the address of a file.

    Raises:
        DataError: there is no such file.
        OSError, RuntimeError: it cannot be looked at.

    """
    address = plain_address(name)
    if address:
        return address
    path = _path(name)
    if not path.is_file():
        raise DataError(_NO_FILE.of(path=path))
    return path.resolve().as_uri()


def _path(name: str) -> Path:
    from pathlib import Path

    return Path(name)


class StoppedError(DataError):
    """Nothing is wrong with the database: what was asked was ended on purpose."""


class OpenDatabase:
    """One read-only connection. Belongs to the thread that opened it, unless for ``any_thread``.

    Only the room `store` asks it anything: no other room knows SQL.

    Raises:
        DataError: the file is missing, is not a database, or has another schema version.

    """

    def __init__(self, path: Path | str, *, any_thread: bool = False) -> None:
        self._name = os.fspath(path)
        self._connection = connect(self._name, any_thread=any_thread)
        if any_thread:
            self._connection.execute(_FEW_PAGES)

    @property
    def file(self) -> Path:
        """The file."""
        return _path(self._name)

    def rows(self, sql: str, *values: str | int | None) -> list[tuple[Any, ...]]:
        """Return all rows of a query whose placeholders are bound to ``values``.

        Raises:
            StoppedError: another thread called `interrupt`.
            DataError: the file is damaged.

        """
        try:
            return self._connection.execute(sql, values).fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise self.stopped() from error
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

    def understood(self) -> _Understanding:
        """Return what tells as damage what cannot be made of rows: ``with database.understood()``.

        It raises a `DataError` where a word is none of a vocabulary's, or a row that another names
        is not there.
        """
        return _Understanding(self)

    def damaged(self, error: object) -> DataError:
        """Return the error that says what is wrong with the file, to be raised."""
        return DataError(_UNREADABLE.of(path=self.file, error=error, mend=rebuilding(self.file)))

    def stopped(self) -> StoppedError:
        """Return the error that says that nothing more is read, to be raised."""
        return StoppedError(_NOT_READ_ON.of(path=self.file))

    def shrink(self) -> None:
        """Give back the memory in which SQLite keeps the pages that were read."""
        self.rows("pragma shrink_memory")

    def interrupt(self) -> None:
        """End what another thread asks by this connection: it gets a `StoppedError`."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection; nothing can be asked afterwards."""
        self._connection.close()


class _Understanding:
    """Tells as damage of a database what goes wrong inside it, as a context manager."""

    def __init__(self, database: OpenDatabase) -> None:
        self._database = database

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if isinstance(error, KeyError | TypeError | ValueError):
            raise self._database.damaged(error) from error


def sqlite_version() -> str:
    """Return the version of the SQLite library."""
    return sqlite3.sqlite_version
