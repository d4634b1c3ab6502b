"""Keeps two programs from changing one small file at once: the second waits for the first."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_LONGEST = 5.0
"""Seconds to wait: a change takes some thousandths, so a longer wait means a stopped program."""
_STEP = 0.01
"""Seconds between two tries."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which is made if need be; nothing is left in it.

    The system gives the lock free when the program ends in any way.

    Raises:
        TimeoutError: another program holds it for long.
        OSError: the folder cannot be made or opened.

    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:
        yield  # No such lock on this system; replacing the file whole still holds.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _wait_for(lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB))
        yield
    finally:
        os.close(descriptor)


def _wait_for(lock: Callable[[], None]) -> None:
    end = time.monotonic() + _LONGEST
    while True:
        try:
            lock()
        except BlockingIOError:
            if time.monotonic() > end:
                raise TimeoutError from None
            time.sleep(_STEP)
        except OSError:
            return  # A file system without locks, such as some of networks.
        else:
            return
