"""Keeps two programs from changing one small file at once: the second waits for the first."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LONGEST = 5.0
"""Seconds to wait: a change takes some thousandths, so a longer wait means a stopped program."""
_STEP = 0.01
"""Seconds between two tries."""


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Hold the lock of a file; the system gives it free when the program ends in any way.

    Raises:
        TimeoutError: another program holds it for long.
        OSError: the folder cannot be written.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(f".{path.name}.lock").open("a") as file:
        _wait_for(file.fileno())
        yield


def _wait_for(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:
        return  # No such lock on this system; replacing the file whole still holds.
    end = time.monotonic() + _LONGEST
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise TimeoutError from None
            time.sleep(_STEP)
        else:
            return
