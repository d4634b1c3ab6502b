"""Writes a document into one folder and nowhere else, whatever its name says."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from plan_tui.errors import DataError
from plan_tui.export.atomic_file import EXISTS, NOT_WRITTEN, OWN
from plan_tui.text.file_names import is_device_name
from plan_tui.text.language import Phrase
from plan_tui.text.whole_file import reason_of, replace_file

NOT_PLAIN = Phrase(
    "フォルダーを付けず、ファイルの名前だけを入力してください。",
    "Type the name of a file alone, without a folder.",
)
_NOT_PLAIN = Phrase(
    "{name}：ファイルの名前だけではありません。フォルダーを付けずに指定してください",
    "{name}: is not a plain file name; name it without a folder",
)
_NO_FILE = Phrase(
    "{name}：ファイルではありません。別の名前を指定してください",
    "{name}: is not a file; choose another name",
)


def is_plain_name(name: str) -> bool:
    """Return whether a name is that of a file in its folder, on every system.

    A folder before it, ``..``, a drive, a hidden file, a device of Windows, an end that Windows
    leaves out and control characters are none.
    """
    return (
        name != ""
        and name == PurePosixPath(name).name == PureWindowsPath(name).name
        and not name.startswith(".")
        and not name.endswith((".", " "))
        and name.isprintable()
        and ":" not in name
        and not is_device_name(name)
    )


def write_within(
    content: bytes, folder: Path, name: str, database: Path, *, over_existing: bool
) -> Path:
    """Write to a file of a folder, which then holds its old content or all of the new.

    Links in the folder are never followed or replaced, nor is what the program needs or keeps.

    Args:
        content: what to write.
        folder: the folder, which no link leads to.
        name: the file's, without a folder.
        database: the database in use.
        over_existing: False to leave a file that is there as it is.

    Returns:
        The file.

    Raises:
        DataError: the name is no plain one, or names what is no file; the file cannot be
            written, is the program's own, or is there and is to stay.

    """
    path = folder / name
    if not is_plain_name(name):
        raise DataError(_NOT_PLAIN.of(name=name))
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise DataError(_NO_FILE.of(name=name))
        from plan_tui.export.own_files import is_own_file

        if is_own_file(path.resolve(), database):
            raise DataError(OWN.of(path=name))
        if path.exists() and not over_existing:
            raise DataError(EXISTS.of(path=name))
        replace_file(content, path)
    except (OSError, ValueError) as error:
        raise DataError(NOT_WRITTEN.of(path=path, reason=reason_of(error))) from error
    return path
