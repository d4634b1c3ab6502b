"""Tests of the suite that try a terminal, a process or a server, run by name."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.torture.cases import Case, Ground

ROOT = Path(__file__).parents[2]
NAMED = (
    "tests/cli/test_cli_output.py",
    "tests/cli/test_pager.py",
    "tests/cli/test_clipboard_check.py",
    "tests/cli/test_serve.py",
    "tests/tui/test_ending.py",
    "tests/tui/test_typing.py",
    "tests/tui/test_plain.py",
    "tests/tui/test_sizes.py",
    "tests/tui/test_suspending.py",
    "tests/tui/test_terminals.py",
    "tests/tui/test_state.py",
    "tests/importer/test_add_safety.py",
)
"""Files of tests of terminals, locales, encodings, signals, ends and the server."""


def cases(ground: Ground) -> Sequence[Case]:
    """Return a run of each file of tests."""
    return [Case(name, partial(_run, name)) for name in NAMED]


def _run(name: str) -> str:
    line = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", name]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, "\n".join(done.stdout.splitlines()[-15:])
    return "passed"
