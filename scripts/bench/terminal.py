"""A program in a terminal of its own: what it shows when, and after which key."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import pyte

from plan_tui.text.record import record

Screen = tuple[tuple[tuple[str, str, str, bool], ...], ...]
"""Rows of cells: character, colour, background, reversed."""
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b[P_^][^\x1b]*\x1b\\"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;]* q|\x1b\[[0-9;]*t|\x1b[=>]"
)
"""Sequences that the model of the terminal takes for text; none of them draws."""
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
}
"""What programs ask a terminal, and what it says."""
_STATE = ("PLAN_TUI_DB", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "FZF_DEFAULT_OPTS")
_PATIENCE = 120.0
"""Seconds after which a program is not waited for any more."""
_RESTLESS = 10.0
"""Seconds after which a program that never rests (a cursor that blinks) is watched no longer."""
_NO_ANSWER = 2.5
"""Seconds without a sign after which a key is said to change nothing."""


@record
class Pressed:
    """A key, and the stretch of output that it led to."""

    at: float
    first: int
    end: int


class Terminal:
    """A program that runs in a pseudo-terminal, with an empty home."""

    def __init__(
        self, argv: Sequence[str], stdin: Path | None = None, size: tuple[int, int] = (36, 120)
    ) -> None:
        self._rows, self._columns = size
        self._home = tempfile.TemporaryDirectory()
        self.chunks: list[tuple[float, bytes]] = []
        """What was written, each with its seconds since the start."""
        self.peak = 0.0
        """The most memory that the program held, in MiB; known when it is closed."""
        self._started = time.perf_counter()
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            self._become(argv, stdin)
        shape = struct.pack("HHHH", self._rows, self._columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, shape)

    def _become(self, argv: Sequence[str], stdin: Path | None) -> None:
        """Turn the forked process into the program."""
        try:
            shape = struct.pack("HHHH", self._rows, self._columns, 0, 0)
            fcntl.ioctl(1, termios.TIOCSWINSZ, shape)
            if stdin:
                os.dup2(os.open(stdin, os.O_RDONLY), 0)
            kept = {name: value for name, value in os.environ.items() if name not in _STATE}
            terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
            os.execvpe(argv[0], list(argv), {**kept, **terminal, "HOME": self._home.name})
        finally:
            os._exit(127)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _now(self) -> float:
        return time.perf_counter() - self._started

    def settle(self, quiet: float, patience: float = _PATIENCE) -> None:
        """Read until nothing was written for some seconds, or nothing at all for longer.

        What never rests is read for a while, which is longer where more quiet is asked for.
        """
        end = self._now() + max(_RESTLESS, 4 * quiet)
        begun = last = self._now()
        before = len(self.chunks)
        while True:
            answered = len(self.chunks) > before
            wait = quiet - (self._now() - last) if answered else patience - (self._now() - begun)
            if wait <= 0 or not self._read(wait):
                return
            last = self._now()
            if answered and last > end:
                return

    def until_drawn(self) -> None:
        """Read until the program takes the screen over."""
        while b"\x1b[?1049h" not in b"".join(data for _, data in self.chunks):
            if not self._read(_PATIENCE):
                return

    def _read(self, wait: float) -> bool:
        """Read what comes next within some seconds; return whether something came."""
        if not select.select([self._terminal], [], [], wait)[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:
            return False
        self.chunks.append((self._now(), data))
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._terminal, answer)
        return bool(data)

    def send(self, key: str) -> float:
        """Press a key and wait for nothing; return the seconds since the start."""
        at = self._now()
        os.write(self._terminal, key.encode())
        return at

    def press(self, key: str, quiet: float) -> Pressed:
        """Press a key and wait until the screen is settled."""
        first = len(self.chunks)
        at = self.send(key)
        self.settle(quiet, _NO_ANSWER)
        return Pressed(at, first, len(self.chunks))

    def close(self) -> None:
        """End the program."""
        if not self._home.name or not Path(self._home.name).exists():
            return
        status = Path(f"/proc/{self._process}/status").read_text()
        held = re.search(r"VmHWM:\s+(\d+)", status)
        self.peak = int(held[1]) / 1024 if held else 0.0
        os.kill(self._process, signal.SIGTERM)
        while os.waitpid(self._process, os.WNOHANG) == (0, 0):
            self._read(0.01)
        os.close(self._terminal)
        self._home.cleanup()

    def screens(self) -> list[Screen]:
        """Return the screen as it stood after each chunk."""
        screen = pyte.Screen(self._columns, self._rows)
        stream = pyte.ByteStream(screen)
        shown: list[Screen] = []
        rest = b""
        for _, data in self.chunks:
            whole, rest = _whole(rest + data)
            stream.feed(_UNKNOWN.sub(b"", whole))
            shown.append(_cells(screen))
        return shown


def _whole(data: bytes) -> tuple[bytes, bytes]:
    """Part what was read before a sequence that is not at its end yet."""
    start = data.rfind(b"\x1b")
    if start < 0 or re.match(
        rb"\x1b(\[[0-9;?<>=]*[ $]?[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[^\[\]P_^])", data[start:]
    ):
        return data, b""
    return data[:start], data[start:]


def _cells(screen: pyte.Screen) -> Screen:
    buffer = screen.buffer
    return tuple(
        tuple(
            (cell.data, cell.fg, cell.bg, cell.reverse)
            for cell in (buffer[row][column] for column in range(screen.columns))
        )
        for row in range(screen.lines)
    )
