"""Puts a file in the place of another: whole, or not at all."""

from __future__ import annotations

import os
import time
from pathlib import Path

from plan_tui.text.language import Phrase

_OPEN_ELSEWHERE = (32, 33)
"""What Windows says of a file that another program has open or locked."""
_FOR_A_MOMENT = (5, *_OPEN_ELSEWHERE)
"""What it may say so of a file that is open for a moment; 5 also where access is not allowed."""
_CLOSE_IT = Phrase(
    "ほかのプログラムで開いているため、そちらで閉じてください",
    "open in another program; close it there",
)
_TRIES = 20
_PAUSE = 0.05
"""Seconds between two tries to replace such a file: one in all, as scanners take less."""


def behind_link(path: Path) -> Path:
    """Return the file that a link leads to, which then keeps leading there; else the path.

    People keep small files of theirs elsewhere, in a repository for one, and link to them.
    """
    return path.resolve() if path.is_symlink() else path


def replace_file(content: bytes, path: Path) -> None:
    """Write a file, which then holds either its old content (or is not there) or all of the new.

    The new content is on the disk before it gets the name. A file that was there keeps its mode.

    Args:
        content: what to write.
        path: where to; where it is a link, the link itself is replaced (see `behind_link`).

    Raises:
        OSError: it cannot be written; the old file is as it was, and nothing else is left.

    """
    temporary = path.with_name(f".plan-tui-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        temporary.write_bytes(content)
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        put_in_place(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def put_in_place(new: Path, path: Path) -> None:
    """Give a whole file the name of another, which it replaces.

    Windows refuses that while a program has the other one open: a virus scanner or an indexer for
    some tenths of a second, an application for as long as it runs.

    Raises:
        OSError: it cannot be done; both files are as they were.

    """
    for tries_left in reversed(range(_TRIES)):
        try:
            new.replace(path)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _FOR_A_MOMENT:
                raise
            time.sleep(_PAUSE)
            if not tries_left:
                raise
        else:
            return


def reason_of(error: Exception) -> Phrase | str:
    """Return why a file could not be written or read, to be put into a message.

    The system says it, in its own language, unless it is Windows that says of a file that another
    program has it open: people are told to close it there.
    """
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE:
        return _CLOSE_IT
    return getattr(error, "strerror", None) or str(error)
