"""`plan-tui serve` as a process of its own."""

from __future__ import annotations

import os
import re
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
PATIENCE = 60.0
"""Seconds that the server has to end."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A running server."""

    process: subprocess.Popen[str]
    """The shell that watches over it; leads the group of all that it starts."""
    port: int
    address: str
    """What is to be opened, with the secret."""
    exports: Path
    """Where pages write files."""

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    def server_process(self) -> int:
        """Return the process of the server itself."""
        listed = subprocess.run(
            ["ps", "-A", "-o", "ppid=,pid=,args="], capture_output=True, text=True, check=True
        )
        rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
        (server,) = [
            int(pid)
            for parent, pid, args in rows
            if int(parent) == self.process.pid and " serve " in args
        ]
        return server

    def end(self) -> str:
        """End the server by a signal and return what it printed since it was ready."""
        printed, _ = self.process.communicate(timeout=PATIENCE)
        return printed

    def leftovers(self) -> bool:
        """Return whether the server or an application that it started is still running."""
        return leftovers(self.process)


def leftovers(process: subprocess.Popen[str]) -> bool:
    """Return whether a process of a group is still running."""
    try:
        os.killpg(process.pid, 0)
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
    exports = folder / "exports"
    command = [sys.executable, "-m", "plan_tui", "serve", "--port", str(port)]
    command += ["--exports", str(exports)]
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
    try:
        assert process.stdout is not None
        ready = [process.stdout.readline() for _ in range(3)]
        address = re.search(rf"http://localhost:{port}/\?token=\S+", ready[0])
        assert address, ready
        assert str(exports) in ready[1], ready
        server = Serving(process, port, address[0], exports)
        yield server
        if process.returncode is None:
            assert server.end() == ""
    finally:
        if leftovers(process):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
