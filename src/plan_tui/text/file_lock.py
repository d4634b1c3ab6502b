"""Keeps two programs from changing the same thing at once.

The system gives a lock free when its program ends in any way. On Windows a lock is that of a byte
of a file, elsewhere that of a whole one; some file systems of networks know neither.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

PATIENCE = 5.0
"""Seconds that a command waits: a change takes some thousandths, so a longer wait means a stopped
program."""
SCREEN_PATIENCE = 0.5
"""Seconds that the application waits, which draws nothing meanwhile."""
_STEP = 0.01
"""Seconds between two tries."""
_TAKEN = frozenset((errno.EACCES, errno.EAGAIN, errno.EDEADLK))
"""What systems say of a lock that another program holds."""


@contextmanager
def alone_in(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder, which is made if need be; nothing is left in it.

    Args:
        folder: the folder.
        patience: seconds to wait for another program.

    Raises:
        TimeoutError: another program holds it for longer.
        OSError: the folder cannot be made or opened.

    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # no folder can be opened there
        with alone_with(folder / ".plan-tui.lock", patience):
            yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _wait_for(lambda: _lock(descriptor), patience)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def alone_with(file: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold the lock that an empty file is for, which is deleted in the end.

    A file that stays, as a killed program leaves it, locks nothing.

    Args:
        file: the file, in a folder that exists.
        patience: seconds to wait for another program.

    Raises:
        TimeoutError: another program holds it for longer.
        OSError: it cannot be made or opened.

    """
    held: list[BinaryIO] = []
    try:
        _wait_for(lambda: _lock_new(file, held), patience)
        yield
    finally:
        for opened in held:
            _delete(file)
            opened.close()
            if sys.platform == "win32":  # where no open file can be deleted
                _delete(file)


def _lock_new(file: Path, held: list[BinaryIO]) -> bool:
    """Open and lock a file that is still there then; tell whether that could be done."""
    opened = file.open("ab")
    if _lock(opened.fileno()):
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(opened.fileno()), file.stat()):
                held.append(opened)
                return True
    opened.close()
    return False


def _delete(file: Path) -> None:
    with suppress(OSError):
        file.unlink()


def _wait_for(lock: Callable[[], bool], patience: float) -> None:
    end = time.monotonic() + patience
    while not lock():
        if time.monotonic() > end or not patience:
            raise TimeoutError
        time.sleep(_STEP)


def _lock(descriptor: int) -> bool:
    """Try to lock an open file; tell whether no other program holds the lock.

    Where there are no locks, replacing files whole still holds.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        return True
    except OSError as error:
        return error.errno not in _TAKEN
    return True
