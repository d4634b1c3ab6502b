"""The bytes of a file that somebody names, read once, or one line on why there are none."""

from __future__ import annotations

import stat
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.text.language import Phrase

_UNREADABLE = Phrase("{path}：読めません（{reason}）", "{path}: cannot be read ({reason})")
_NO_FILE = Phrase(
    "{path}：読めません（ファイルなし）。名前と場所を確かめてください",
    "{path}: cannot be read (No such file); check its name and folder",
)
_FOLDER = Phrase(
    "{path}：読めません（フォルダー）。中のファイルを指定してください",
    "{path}: cannot be read (it is a directory); name a file in it",
)
_FORBIDDEN = Phrase(
    "{path}：読めません（読み取りの許可なし）。許可を付けるか、読める場所に写したものを指"
    "定してください",
    "{path}: cannot be read (Permission denied); let yourself read it, or name a copy",
)
_SPECIAL = Phrase(
    "{path}：読めません（通常のファイル以外）。ファイルに保存して、それを指定してください",
    "{path}: cannot be read (it is not a regular file); save its content to a file and name that",
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
