"""The program as a user runs it from a command line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from plan_tui.cli.main import main

PROGRAM = [sys.executable, "-m", "plan_tui"]
EXAMPLES = {
    "search": ["夜間"],
    "show": ["2022:1.2"],
    "compare": ["2021:1.1"],
    "changes": ["2021", "2025"],
    "words": ["夜間"],
}
"""Arguments with which a view that needs some finds something."""


def run(
    *words: str, db: Path | None = None, typed: str | bytes = b"", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program's command line in this process, as `run_process` does in one of its own.

    ``typed`` is what stands in standard input.
    """
    done = run_bytes(*words, db=db, typed=typed, **environment)
    out, err = (text.decode().replace("\r\n", "\n") for text in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(words, done.returncode, out, err)


def run_bytes(
    *words: str, db: Path | None = None, typed: str | bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as `run` does, and return what it writes to the byte."""
    given = typed.encode() if isinstance(typed, str) else typed
    out, err = _stream(), _stream()
    with (
        _environment(db, environment),
        patch.multiple(sys, stdin=_stream(given), stdout=out, stderr=err),
    ):
        code = main(words)
    return subprocess.CompletedProcess(words, code, _written(out), _written(err))


def run_process(
    *words: str | bytes, db: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program as a user would, in English, without a terminal."""
    with _environment(db, environment):
        return subprocess.run(
            [*PROGRAM, *words], capture_output=True, encoding="utf-8", check=False
        )


@contextmanager
def _environment(db: Path | None, settings: dict[str, str]) -> Iterator[None]:
    """Set the environment of a run, and afterwards set it back, whatever the run made of it."""
    locale = {"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}
    database = {"PLAN_TUI_DB": str(db)} if db else {}
    with patch.dict(os.environ, {**locale, **settings, **database}):
        yield


def _stream(content: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue()


def assert_one_line_error(result: subprocess.CompletedProcess[str], code: int, words: str) -> None:
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    assert result.stderr.startswith("plan-tui: ")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    assert words in result.stderr
