"""The small files of a reader's own: how they are read without harm."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

LARGEST = 1_000_000
"""Bytes of the largest file that is read; ours have a few thousand."""
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
READ_ERRORS = (OSError, ValueError, RecursionError)
"""What reading such a file and parsing its text can raise, whatever it holds."""


def read_user_file(path: Path) -> str:
    """Return the text of a small file.

    Raises:
        FileNotFoundError: there is none.
        OSError: it is a folder or a device, too large, or may not be read.
        UnicodeError: it is not UTF-8.

    """
    if path.exists() and not path.is_file():  # a pipe would never end
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return content.decode("utf-8")


def with_tilde(path: Path) -> str:
    """Return a path as people write it, their home as ``~``."""
    try:
        return str("~" / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def typed_path(name: str) -> Path:
    """Return the path of a typed name; ``~`` is the home folder, where there is one.

    The full-width forms of ASCII, which an input method types, are ASCII here.
    """
    path = Path(narrow_name(name))
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def narrow_name(name: str) -> str:
    """Return a typed name without the full-width forms of ASCII, and blanks around it."""
    return name.translate(_NARROW).strip()


def names_folder(name: str) -> bool:
    """Tell whether a typed name ends as folders do."""
    return narrow_name(name).endswith(("/", os.sep))


def holds(test: Callable[[], bool]) -> bool:
    """Ask the file system; what cannot be looked at, such as a name too long, is not there."""
    try:
        return test()
    except (OSError, ValueError):
        return False
