"""Keeps two processes from changing one database at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.store.full_disk import full_disk
from plan_tui.text.file_lock import alone_with
from plan_tui.text.language import Phrase
from plan_tui.text.whole_file import reason_of

_BUSY = Phrase(
    "{path}：別の`plan-tui add`か`plan-tui build`が書き込み中です。終わってからやり直してください",
    "{path}: another `plan-tui add` is at work, or a `plan-tui build`; try again when it has ended",
)
_NOT_WRITTEN = Phrase(
    "{path}：書けません（{reason}）。--dbで別の場所を指定してください",
    "{path}: cannot be written ({reason}); name another place with --db",
)

_NOT_READ = Phrase("{path}：読めません（{reason}）", "{path}: cannot be read ({reason})")


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold the lock of a database; the system gives it free when the process ends in any way.

    Raises:
        DataError: another process holds it, or the folder cannot be written.

    """
    with ExitStack() as lock:
        try:
            lock.enter_context(alone_with(database.with_name(f".{database.name}.lock")))
        except TimeoutError as error:
            raise DataError(_BUSY.of(path=database)) from error
        except OSError as error:
            raise not_written(database, error) from error
        yield


def not_written(path: Path, error: OSError) -> DataError:
    """Return the error that says that a file cannot be written."""
    not_writable = DataError(_NOT_WRITTEN.of(path=path, reason=reason_of(error)))
    return full_disk(path, error) or not_writable


def not_read(path: Path, error: OSError) -> DataError:
    """Return the error that says that a file cannot be read."""
    return DataError(_NOT_READ.of(path=path, reason=error.strerror or error))
