"""Writes a document to a file: whole or not at all, and over another only if that is meant.

The database in use is never written, nor what the program keeps for the reader.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.text.language import Phrase
from plan_tui.text.whole_file import reason_of, replace_file

_DIRECTORY = Phrase(
    "{path}：フォルダーです。ファイルを指定してください", "{path}: is a directory; name a file"
)
_NAMELESS = Phrase(
    "書き出すファイルの名前がありません。ファイルを指定してください",
    "the file to write has no name; name a file",
)
_LOOP = Phrase(
    "{path}：自分自身へのリンクです。別のファイルを指定してください",
    "{path}: is a link to itself; choose another file",
)
_DATABASE = Phrase(
    "{path}：使用中のデータベースです。別のファイルを指定してください",
    "{path}: is the database in use; choose another file",
)
OWN = Phrase(
    "{path}：このプログラムのファイルです。別のファイルを選んでください",
    "{path}: is a file of this program's own; choose another file",
)
_FORBIDDEN = Phrase(
    "{path}：書き込みが許可されていません。別のファイルを指定してください",
    "{path}: may not be written; choose another file",
)
EXISTS = Phrase(
    "{path}：ファイルが既にあります。上書きするには`--force`を付けてください",
    "{path}: exists already; add `--force` to overwrite it",
)
NOT_WRITTEN = Phrase(
    "{path}：書けません（{reason}）。別のファイルを指定してください",
    "{path}: cannot be written ({reason}); choose another file",
)
_OPEN_FILES = re.compile(r"/dev/(stdout|stderr|fd/\d+)|/proc/self/fd/\d+")
"""Names of what the caller has opened for us already, be it a file."""


def write_whole(
    content: bytes, path: Path | str, database: Path, *, over_existing: bool = True
) -> None:
    """Write to a file, which then holds either its old content or all of the new.

    A link stays, and what it leads to is written; devices and pipes are written as they are.

    Args:
        content: what to write.
        path: where to; a text that ends as folders do names one.
        database: the database in use, which is never written, by whichever name.
        over_existing: False to leave a file that is there as it is.

    Raises:
        DataError: the file cannot be written, is the program's own, or is there and is to stay;
            or it has no name.
        BrokenPipeError: nobody reads the pipe any more.

    """
    if not str(path):
        raise DataError(_NAMELESS)
    try:
        if is_device(Path(path)):
            _refuse_database(Path(path), database)
            _append(content, Path(path))
            return
        target = Path(path).resolve()
        _refuse(path, target, database)
        if target.exists() and not over_existing:
            raise DataError(EXISTS.of(path=path))
        replace_file(content, target)
    except BrokenPipeError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        raise DataError(NOT_WRITTEN.of(path=path, reason=reason_of(error))) from error


def is_device(path: Path) -> bool:
    """Tell whether a name is one of a device, a pipe or an open file, which nothing replaces."""
    if not path.exists() or path.is_dir():
        return False
    return not path.is_file() or bool(_OPEN_FILES.fullmatch(str(path)))


def _append(content: bytes, path: Path) -> None:
    """Write to a device or pipe, or behind what an open file (``/dev/stdout``) holds."""
    with path.open("ab") as file:
        file.write(content)


def _refuse(path: Path | str, target: Path, database: Path) -> None:
    """Raise what is wrong with ``target``, to which ``path`` leads, if anything is."""
    if target.is_dir() or str(path).endswith(("/", os.sep)):
        raise DataError(_DIRECTORY.of(path=path))
    if target.is_symlink():  # Python before 3.13 has raised RuntimeError already.
        raise DataError(_LOOP.of(path=path))
    from plan_tui.export.own_files import is_own_file

    if target.exists():
        _refuse_database(target, database)
    if is_own_file(target, database):
        raise DataError(OWN.of(path=path))
    if target.exists() and not os.access(target, os.W_OK):
        raise DataError(_FORBIDDEN.of(path=path))


def _refuse_database(path: Path, database: Path) -> None:
    if database.exists() and path.samefile(database):
        raise DataError(_DATABASE.of(path=path))
