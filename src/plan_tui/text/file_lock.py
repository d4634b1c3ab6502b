"""Keeps two programs from changing one small file at once: the second waits for the first."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 5.0
"""Seconds that a command waits: a change takes some thousandths, so a longer wait means a stopped
program."""
SCREEN_PATIENCE = 0.5
"""Seconds that the application waits, which draws nothing meanwhile."""
_STEP = 0.01
"""Seconds between two tries."""


@contextmanager
def alone_in(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder, which is made if need be; nothing is left in it.

    The system gives the lock free when the program ends in any way.

    Args:
        folder: the folder.
        patience: seconds to wait for another program.

    Raises:
        TimeoutError: another program holds it for longer.
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
        _wait_for(lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB), patience)
        yield
    finally:
        os.close(descriptor)


def _wait_for(lock: Callable[[], None], patience: float) -> None:
    end = time.monotonic() + patience
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
