"""`plan-tui serve` as a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Runs the server in the background and ends it when the standard input is closed: by us, or by
# the system when we are no longer there.
WHILE_WATCHED = '"$@" </dev/null & exec >&- 2>&-; read -r _; kill $!; wait $!'

FOLDERS = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR")
"""Variables that say where the application writes."""
PATIENCE = 10.0
"""Seconds that the server has to end."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A running server."""

    process: subprocess.Popen[str]
    """The shell that watches over it; leads the group of all that it starts."""
    port: int

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}/"

    def end(self) -> str:
        """End the server by a signal and return what it printed since it was ready."""
        printed, _ = self.process.communicate(timeout=PATIENCE)
        return printed

    def leftovers(self) -> bool:
        """Return whether the server or an application that it started is still running."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return False
        return True


def free_port() -> int:
    with socket.create_server(("localhost", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


@contextmanager
def serving(database: Path, folder: Path) -> Iterator[Serving]:
    """Serve a database, with what is written in ``folder``; end all whatever happens."""
    port = free_port()
    command = [sys.executable, "-m", "plan_tui", "serve", "--port", str(port)]
    process = subprocess.Popen(
        ["sh", "-c", WHILE_WATCHED, "sh", *command, "--db", str(database), "--lang", "ja"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=os.environ | dict.fromkeys(FOLDERS, str(folder)),
        start_new_session=True,
    )
    server = Serving(process, port)
    try:
        assert process.stdout is not None
        ready = process.stdout.readline()
        assert f"http://localhost:{port} " in ready, ready
        yield server
        if process.returncode is None:
            assert server.end() == ""
    finally:
        if server.leftovers():
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
