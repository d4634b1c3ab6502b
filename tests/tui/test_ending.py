"""The program in a terminal of its own: how it ends when it is told to, and what it is sent."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from plan_tui.tui.state import read_state

if sys.platform == "win32":
    pytest.skip("no terminals of this kind", allow_module_level=True)

from tests.tui.own_terminal import RESTORED, Open, Terminal

FAILING = """
import sys
from plan_tui.tui.app import PlanApp
from plan_tui.tui.textual_patches import unread_bytes
def fail(*_):
    raise LookupError("no such place")
{broken} = fail
from plan_tui.cli.main import main
sys.exit(main(sys.argv[4:]))
"""
"""The program with an error of its own in it; the words of the command line follow."""


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
    terminal = opened({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"})
    go(terminal)
    os.write(terminal.handle, b"Q")
    assert terminal.exit_code() == 0
    assert b"\\u" not in terminal.written


def test_a_dumb_terminal_is_told_in_one_line(opened: Open) -> None:
    terminal = opened({"TERM": "dumb"})
    assert terminal.exit_code() == 2
    assert terminal.written.count(b"\n") == 1
    assert b"TERM=dumb" in terminal.written
    assert b"\x1b" not in terminal.written


@pytest.mark.parametrize("broken", ["unread_bytes.readable", "PlanApp.tell_unread"])
def test_an_error_of_our_own_is_told_in_a_line_and_by_the_exit_code(
    opened: Open, broken: str
) -> None:
    """Wherever it comes about: in the thread that reads keys, or in what a key does."""
    terminal = opened(through=[sys.executable, "-c", FAILING.format(broken=broken)])
    terminal.read("概観".encode())
    os.write(terminal.handle, b"\x80")
    assert terminal.exit_code() == 1
    assert [code for code in RESTORED if code not in terminal.written] == []
    *_, last = terminal.written.decode().strip().splitlines()
    assert last.startswith("plan-tui: plan-tui自身の誤り")
    assert b"LookupError" in terminal.written
