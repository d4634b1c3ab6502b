"""The bytes of a file that somebody names, read once, or one line on why there are none."""

from __future__ import annotations

import stat
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.text.language import Phrase

_UNREADABLE = Phrase("{path}：読めない（{reason}）", "{path}: cannot be read ({reason})")
_NO_FILE = Phrase(
    "{path}：読めない（ファイルがない）。名前と場所を確かめる",
    "{path}: cannot be read (No such file); check its name and folder",
)
_FOLDER = Phrase(
    "{path}：読めない（フォルダである）。中のファイルを指定する",
    "{path}: cannot be read (it is a directory); name a file in it",
)
_FORBIDDEN = Phrase(
    "{path}：読めない（読む許可がない）。許可を付けるか、読める場所に写して指定する",
    "{path}: cannot be read (Permission denied); let yourself read it, or name a copy",
)
_SPECIAL = Phrase(
    "{path}：読めない（ふつうのファイルではない）。ファイルに保存して指定する",
    "{path}: cannot be read (it is no regular file); save what it gives as a file and name that",
)


def file_content(path: Path) -> bytes:
    """Return what a file holds; a pipe or device, which may wait or never end, is not opened.

    Raises:
        DataError: it cannot be read, with what to do.

    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise DataError((_FOLDER if stat.S_ISDIR(mode) else _SPECIAL).of(path=path))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DataError(_NO_FILE.of(path=path)) from error
    except PermissionError as error:
        raise DataError(_FORBIDDEN.of(path=path)) from error
    except (OSError, ValueError) as error:  # a name with a zero in it is a ValueError
        reason = getattr(error, "strerror", None) or error
        raise DataError(_UNREADABLE.of(path=path, reason=reason)) from error
