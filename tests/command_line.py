"""The program as a user runs it from a command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
    *words: str | bytes,
    db: Path | None = None,
    typed: str | bytes | None = None,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run the program as a user would, in English, without a terminal; ``typed`` is its input."""
    locale = {"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}
    settings = {**os.environ, **locale, **environment}
    if db:
        settings["PLAN_TUI_DB"] = str(db)
    given = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run(
        [*PROGRAM, *words], capture_output=True, input=given, env=settings, check=False
    )
    written, complaints = (_text(stream) for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, written, complaints)


def _text(stream: bytes) -> str:
    """Return what was written as text; an end of line of any kind is a line feed."""
    return stream.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def assert_one_line_error(result: subprocess.CompletedProcess[str], code: int, words: str) -> None:
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    assert result.stderr.startswith("plan-tui: ")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    assert words in result.stderr
