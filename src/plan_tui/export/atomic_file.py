"""Writes a document to a file: whole or not at all, and never over the database in use."""

from __future__ import annotations

import os
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.text.language import Phrase

_DIRECTORY = Phrase(
    "{path}：フォルダである。ファイルを指定する", "{path}: is a directory; name a file"
)
_LOOP = Phrase(
    "{path}：自分自身へのリンクである。別のファイルを選ぶ",
    "{path}: is a link to itself; choose another file",
)
_DATABASE = Phrase(
    "{path}：使用中のデータベースである。別のファイルを選ぶ",
    "{path}: is the database in use; choose another file",
)
_FORBIDDEN = Phrase(
    "{path}：書き込みが許されていない。別のファイルを選ぶ",
    "{path}: may not be written; choose another file",
)
_NOT_WRITTEN = Phrase(
    "{path}：書けない（{reason}）。別のファイルを選ぶ",
    "{path}: cannot be written ({reason}); choose another file",
)


def write_whole(content: bytes, path: Path, database: Path) -> None:
    """Write to a file, which then holds either its old content or all of the new.

    A link stays, and what it leads to is written; devices and pipes are written as they are.

    Args:
        content: what to write.
        path: where to.
        database: the database in use, which is never written, by whichever name.

    Raises:
        DataError: the file cannot be written, or is the database.

    """
    try:
        target = path.resolve()
        _refuse(path, target, database)
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            _replace(content, target)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(_NOT_WRITTEN.of(path=path, reason=reason)) from error


def _refuse(path: Path, target: Path, database: Path) -> None:
    """Raise what is wrong with ``target``, to which ``path`` leads, if anything is."""
    if target.is_dir():
        raise DataError(_DIRECTORY.of(path=path))
    if target.is_symlink():  # Python before 3.13 has raised RuntimeError already.
        raise DataError(_LOOP.of(path=path))
    if not target.exists():
        return
    if database.exists() and target.samefile(database):
        raise DataError(_DATABASE.of(path=path))
    if not os.access(target, os.W_OK):
        raise DataError(_FORBIDDEN.of(path=path))


def _replace(content: bytes, target: Path) -> None:
    temporary = target.with_name(f".{target.name[:80]}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
