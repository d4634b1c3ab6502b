"""Back to the shell and on again: the terminal as it was, then the whole picture."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from plan_tui.tui.app import PlanApp
from tests.tui.helpers import shown

if sys.platform == "win32":
    pytest.skip("no jobs of a shell", allow_module_level=True)

from textual.drivers.linux_driver import LinuxDriver

from plan_tui.tui.textual_patches.resumed_driver import ResumedDriver
from tests.tui.own_terminal import RESTORED, Open, Terminal

ENTERS_THE_SCREEN = b"\x1b[?1049h"
OVERVIEW = "概観".encode()
OUTLINE = "目次".encode()
LAST_ROW = "戻る".encode()


SHELL = """
import os, shlex, signal, sys
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
job = os.fork()
if not job:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpgrp())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execvp("sh", ["sh", "-c", shlex.join(sys.argv[1:]) + "; exit $?"])
while True:
    status = os.waitpid(job, os.WUNTRACED)[1]
    os.tcsetpgrp(0, os.getpgrp())
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
    print("the shell asks", flush=True)
    sys.stdin.readline()
    os.tcsetpgrp(0, job)
    os.killpg(job, signal.SIGCONT)
"""
"""A shell that starts a script, and goes on with it at Enter once all of it is stopped."""


def started(opened: Open) -> tuple[Terminal, list[object]]:
    """Return the program, its outline drawn to the last row, and the settings of before."""
    terminal = opened()
    before = terminal.settings()
    terminal.read(OVERVIEW)
    terminal.send("1")
    terminal.read(OUTLINE, LAST_ROW)
    assert terminal.settings() != before
    return terminal, before


def gone_on(terminal: Terminal) -> None:
    """Assert that the program shows its picture again and takes keys, then ends as ever."""
    terminal.send("2")
    terminal.read("語を入力".encode())
    terminal.send("\x11")  # Ctrl+Q
    assert terminal.exit_code() == 0
    assert [code for code in RESTORED if code not in terminal.written] == []
    assert b"Traceback" not in terminal.written


def test_the_shell_gets_its_terminal_and_fg_a_whole_picture(opened: Open) -> None:
    terminal, before = started(opened)
    for _ in range(2):
        written = len(terminal.written)
        os.kill(terminal.pid, signal.SIGTSTP)
        terminal.wait_stopped()
        assert terminal.settings() == before
        while not all(code in terminal.written[written:] for code in RESTORED):
            terminal.read(b"\x1b[")
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.read(ENTERS_THE_SCREEN, OUTLINE, LAST_ROW)
        assert terminal.settings() != before
    gone_on(terminal)
    assert terminal.settings() == before


def test_the_key_stops_what_the_program_was_started_with_too(opened: Open) -> None:
    terminal = opened(through=(sys.executable, "-c", SHELL))
    before = terminal.settings()
    terminal.read(OVERVIEW)
    for _ in range(2):
        written = len(terminal.written)
        terminal.send("\x1a")
        terminal.read(b"the shell asks")
        assert terminal.settings() == before
        assert all(code in terminal.written[written:] for code in RESTORED)
        terminal.send("\n")
        terminal.read(ENTERS_THE_SCREEN, OVERVIEW)
    gone_on(terminal)


def test_without_a_shell_to_go_on_with_it_it_is_not_stopped(opened: Open) -> None:
    terminal, _ = started(opened)
    terminal.send("\x1a")
    terminal.read("一時停止できません".encode())
    gone_on(terminal)


def test_another_size_is_drawn_when_it_goes_on(opened: Open) -> None:
    terminal, _ = started(opened)
    os.kill(terminal.pid, signal.SIGTSTP)
    terminal.wait_stopped()
    terminal.resize(100, 40)
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.read(b"\x1b[40;")
    gone_on(terminal)


@pytest.mark.parametrize("number", [signal.SIGSTOP, None])
def test_going_on_without_a_stop_by_key_draws_the_picture_once_more(
    opened: Open, number: signal.Signals | None
) -> None:
    terminal, before = started(opened)
    if number is not None:
        os.kill(terminal.pid, number)
        terminal.wait_stopped()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.read(OUTLINE, LAST_ROW)
    gone_on(terminal)
    assert terminal.settings() == before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_end_while_it_is_suspended(opened: Open, number: signal.Signals) -> None:
    terminal, before = started(opened)
    os.kill(terminal.pid, signal.SIGTSTP)
    terminal.wait_stopped()
    os.kill(terminal.pid, number)
    os.kill(terminal.pid, signal.SIGCONT)
    assert terminal.exit_code() == 128 + number
    assert terminal.settings() == before


async def test_where_there_is_no_shell_it_is_told(
    app: PlanApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        monkeypatch.setattr(type(app), "is_web", True)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "ここでは一時停止できません" in shown(app)


async def test_a_signal_waits_for_what_is_being_done(
    app: PlanApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may come while something is handed to the thread that writes, which then holds a lock."""
    stopped: list[str] = []
    monkeypatch.setattr(
        LinuxDriver, "_sigtstp_application", lambda self, *_: stopped.append("stopped")
    )
    before = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    async with app.run_test() as pilot:
        try:
            driver = ResumedDriver(app)
            driver._sigtstp_application(signal.SIGTSTP, None)
            assert stopped == []
            await pilot.pause()
            assert stopped == ["stopped"]
        finally:
            signal.signal(signal.SIGTSTP, before[0])
            signal.signal(signal.SIGCONT, before[1])
