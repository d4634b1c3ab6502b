"""The program in a terminal of its own, as a person has it: a pseudo-terminal and a process."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

_PATIENCE = 60.0
"""Seconds until what has not come will not come."""
RESTORED = b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?25h"


class Terminal:
    """The program under a pseudo-terminal, and all that it wrote."""

    def __init__(
        self,
        database: Path,
        state: Path,
        environment: Mapping[str, str],
        *,
        words: Sequence[str] = (),
        size: tuple[int, int] = (80, 24),
        through: Sequence[str] = (),
    ) -> None:
        """Start the program with words, on a screen of so many columns and lines.

        ``through`` is a command that is given the program's command line.
        """
        self.written = b""
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            known = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
            known |= {"XDG_STATE_HOME": str(state), "XDG_CONFIG_HOME": str(state)}
            known |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
            line = [sys.executable, "-m", "plan_tui", *words, "--db", str(database)]
            line = [*through, *line]
            os.execve(line[0], line, {**known, **environment})

    def read(self, *until: bytes) -> None:
        """Read what the program writes until it wrote all of ``until`` since the last time."""
        start, end = len(self.written), time.monotonic() + _PATIENCE
        while not all(piece in self.written[start:] for piece in until):
            assert time.monotonic() < end, self.written[start:]
            self._read_some()

    def _read_some(self) -> bool:
        if not select.select([self.handle], [], [], 0.2)[0]:
            return True
        try:
            piece = os.read(self.handle, 1 << 16)
        except OSError:  # so Linux tells that nobody writes any more
            return False
        self.written += piece
        return bool(piece)

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self.handle, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def wait_stopped(self) -> None:
        """Return when the program is stopped, reading on."""
        end = time.monotonic() + _PATIENCE
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                return
            assert not pid, "the program has ended"
            assert time.monotonic() < end, "the program is not stopped"
            self._read_some()

    def settings(self) -> list[object]:
        """Return how the terminal treats what is typed and written."""
        return termios.tcgetattr(self.handle)[:4]

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self.handle)
        self.handle = -1

    def exit_code(self) -> int:
        """Wait for the end, reading on, and return the exit code; negative if killed."""
        end = time.monotonic() + _PATIENCE
        while True:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.pid = 0
                while self.handle >= 0 and self._read_some():
                    pass
                return os.waitstatus_to_exitcode(status)
            assert time.monotonic() < end, "the program does not end"
            if self.handle < 0:
                time.sleep(0.05)
            else:
                self._read_some()

    def close(self) -> None:
        """Leave nothing behind."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self.handle >= 0:
            os.close(self.handle)


class Open(Protocol):
    """Starts the program in a terminal, as `Terminal` does."""

    def __call__(
        self,
        environment: Mapping[str, str] = MappingProxyType({}),
        *,
        words: Sequence[str] = (),
        size: tuple[int, int] = (80, 24),
        through: Sequence[str] = (),
    ) -> Terminal: ...
