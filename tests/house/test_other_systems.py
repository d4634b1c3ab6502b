"""What a machine does not have is not needed: modules of POSIX, and any network."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest
from platformdirs import user_config_path, user_state_path

from plan_tui.cli.commands import BY_NAME
from plan_tui.export.own_files import is_own_file
from plan_tui.text import whole_file
from plan_tui.text.language import Phrase
from plan_tui.text.whole_file import put_in_place, reason_of
from plan_tui.tui.rebinding import keys_file
from plan_tui.tui.state import state_file
from tests.all_commands import LINES, run_all
from tests.stopped_clock import StoppedClock

WITHOUT_POSIX = """
import asyncio, asyncio.subprocess, ctypes, multiprocessing.util, os, shutil, signal, subprocess
import contextlib, ssl, tempfile, click, platformdirs, rich.console, sqlite_utils, sudachipy
import textual.app, textual.drivers.headless_driver, textual.drivers.linux_driver
import textual.widgets
with contextlib.suppress(ImportError):
    import textual_serve.server
HIDDEN = ("crypt fcntl grp nis ossaudiodev posix pty pwd readline resource spwd syslog termios tty"
          " _posixshmem _posixsubprocess").split()
for name in HIDDEN:
    sys.modules.pop(name, None)

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name in HIDDEN:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Hidden())
for name in ("SIGTSTP SIGCONT SIGHUP SIGKILL SIGQUIT SIGWINCH SIGUSR1 SIGUSR2 SIGPIPE SIGALRM"
             " SIGCHLD").split():
    delattr(signal, name)
for name in ("fork forkpty getuid geteuid getgid getpgid getpgrp killpg mkfifo openpty setsid"
             " uname tcgetpgrp tcsetpgrp ttyname chown lchown").split():
    delattr(os, name)
sys.platform = "win32"
"""
"""Takes away what Windows lacks once the standard library has taken what it needs here."""
WITHOUT_NETWORK = """
FORBIDDEN = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
             "socket.gethostbyaddr", "socket.sendto", "socket.sendmsg", "urllib.Request",
             "http.client.connect", "ftplib.connect", "smtplib.connect")

def forbid(event, arguments):
    if event in FORBIDDEN:
        raise AssertionError(f"{event} {arguments}")

sys.addaudithook(forbid)
"""


def test_every_command_is_tried() -> None:
    assert {words[0] for words in LINES.values()} == {*BY_NAME, "export"} - {"serve"}


@pytest.mark.parametrize("lacking", [WITHOUT_POSIX, WITHOUT_NETWORK], ids=["posix", "network"])
def test_all_commands_and_the_application_run(lacking: str, tmp_path: Path, packaged: Path) -> None:
    codes = run_all(tmp_path, packaged, lacking)
    assert {name: code for name, (code, _) in codes.items()} == dict.fromkeys(codes, 0), codes
    assert len(codes) == len(LINES) + 1


class OpenElsewhere:
    """Refuses to replace a file as Windows does, some times."""

    def __init__(self, times: int, winerror: int) -> None:
        self.times, self.winerror = times, winerror

    def __call__(self, new: Path, path: Path) -> None:
        """Refuse, or write the file as `Path.replace` does."""
        if self.times:
            self.times -= 1
            error = PermissionError(errno.EACCES, "Access is denied")
            error.winerror = self.winerror  # type: ignore[attr-defined]
            raise error
        path.write_bytes(new.read_bytes())
        new.unlink()


@pytest.mark.parametrize("winerror", [5, 32, 33])
@pytest.mark.parametrize(("times", "waits"), [(0, 0), (1, 1), (19, 19)])
def test_a_file_that_is_open_for_a_moment_is_replaced(
    times: int, waits: int, winerror: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = StoppedClock()
    refuse = OpenElsewhere(times, winerror)
    monkeypatch.setattr(whole_file, "time", clock)
    monkeypatch.setattr(Path, "replace", lambda new, path: refuse(new, path))
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    old.write_text("old")
    put_in_place(new, old)
    assert old.read_text() == "new"
    assert clock.now == pytest.approx(waits * 0.05)


@pytest.mark.parametrize("winerror", [5, 32, 33, None, 3])
def test_a_file_that_stays_open_is_told(
    winerror: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = StoppedClock()
    refuse = OpenElsewhere(1000, winerror)
    monkeypatch.setattr(whole_file, "time", clock)
    monkeypatch.setattr(Path, "replace", lambda new, path: refuse(new, path))
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    old.write_text("old")
    with pytest.raises(PermissionError) as error:
        put_in_place(new, old)
    reason = reason_of(error.value)
    if winerror in (32, 33):
        assert isinstance(reason, Phrase)
        assert reason.en == "open in another program; close it there"
        assert reason.ja == "ほかのプログラムで開いているため、そちらで閉じてください"
    else:  # 5 is also said where access is not allowed
        assert reason == "Access is denied"
    assert (clock.now > 0) is (winerror in (5, 32, 33))
    assert (old.read_text(), new.read_text()) == ("old", "new")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_folders_of_their_own(
    system: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    for variable, file, folder in (
        ("XDG_CONFIG_HOME", keys_file, user_config_path),
        ("XDG_STATE_HOME", state_file, user_state_path),
    ):
        here = file({variable: str(tmp_path)})
        assert here.parent == tmp_path / "plan-tui"
        assert file({}) == folder("plan-tui", appauthor=False) / here.name


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
@pytest.mark.parametrize("named", [True, False])
def test_exports_spare_the_folders_in_which_the_files_are(
    system: str, named: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        if named:
            monkeypatch.setenv(variable, str(tmp_path / variable))
        else:
            monkeypatch.delenv(variable, raising=False)
    for file in (keys_file(), state_file()):
        assert is_own_file(file.resolve(), tmp_path / "plan.db")
        assert not is_own_file(file.parent.with_name("other").resolve(), tmp_path / "plan.db")
