"""The program in a terminal of its own: how it ends when it is told to, and what it is sent."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plan_tui.tui.state import read_state

if sys.platform == "win32":
    pytest.skip("no terminals of this kind", allow_module_level=True)

import pty

_PATIENCE = 30.0
"""Seconds until what has not come will not come."""
RESTORED = b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?25h"


class Terminal:
    """The program under a pseudo-terminal, and all that it wrote."""

    def __init__(self, database: Path, state: Path, **environment: str) -> None:
        self.written = b""
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            known = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
            known |= {"XDG_STATE_HOME": str(state), "XDG_CONFIG_HOME": str(state)}
            known |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
            words = [sys.executable, "-m", "plan_tui", "--db", str(database)]
            os.execve(sys.executable, words, known | environment)

    def read(self, until: bytes) -> None:
        """Read what the program writes until it wrote ``until`` since the last time."""
        start, end = len(self.written), time.monotonic() + _PATIENCE
        while until not in self.written[start:]:
            assert time.monotonic() < end, self.written[start:]
            self._read_some()

    def _read_some(self) -> bool:
        if not select.select([self.handle], [], [], 0.2)[0]:
            return True
        try:
            found = os.read(self.handle, 1 << 16)
        except OSError:  # so Linux tells that nobody writes any more
            return False
        self.written += found
        return bool(found)

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


Open = Callable[..., Terminal]


@pytest.fixture
def opened(database: Path, tmp_path: Path) -> Iterator[Open]:
    terminals: list[Terminal] = []

    def open_it(**environment: str) -> Terminal:
        terminals.append(Terminal(database, tmp_path, **environment))
        return terminals[-1]

    yield open_it
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "plan-tui" / "state.json"


def go(terminal: Terminal) -> None:
    """Open the first section of the outline."""
    terminal.read("概観".encode())
    os.write(terminal.handle, b"1jlj")
    terminal.read(b"2021:0")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_as_q_does(opened: Open, file: Path, number: signal.Signals) -> None:
    terminal = opened()
    go(terminal)
    os.kill(terminal.pid, number)
    assert terminal.exit_code() == 128 + number
    assert [code for code in RESTORED if code not in terminal.written] == []
    assert b"Traceback" not in terminal.written
    assert read_state(file).section == "2021:0"


def test_a_closed_window_loses_nothing(opened: Open, file: Path) -> None:
    terminal = opened()
    go(terminal)
    terminal.hang_up()
    assert terminal.exit_code() == 128 + signal.SIGHUP
    assert read_state(file).section == "2021:0"


def test_a_terminal_of_an_unknown_encoding_is_sent_utf8(opened: Open) -> None:
    terminal = opened(LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    go(terminal)
    os.write(terminal.handle, b"Q")
    assert terminal.exit_code() == 0
    assert b"\\u" not in terminal.written


def test_a_dumb_terminal_is_told_in_one_line(opened: Open) -> None:
    terminal = opened(TERM="dumb")
    assert terminal.exit_code() == 2
    assert terminal.written.count(b"\n") == 1
    assert b"TERM=dumb" in terminal.written
    assert b"\x1b" not in terminal.written
