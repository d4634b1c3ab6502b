"""Ctrl+C while the program is being loaded: silence and the exit code of an interrupt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no signals of this kind", allow_module_level=True)

START = """
import os, signal, sys
from plan_tui.__main__ import main
when, left = sys.argv.pop(1), int(sys.argv.pop(1))

def interrupt(event, arguments):
    global left
    if event == "import":
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.addaudithook(interrupt)
code = main()
if when == "after":
    os.kill(os.getpid(), signal.SIGINT)
sys.exit(code)
"""


def started(when: str, imports: int, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command that is interrupted at one of its imports, or after its last word."""
    line = [sys.executable, "-c", START, when, str(imports), *words]
    return subprocess.run(line, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("imports", [1, 2, 3, 5, 8, 13, 21, 34, 55])
@pytest.mark.parametrize("command", ["tree", "--help", "no such command"])
def test_an_interrupt_while_loading_is_quiet(
    imports: int, command: str, made_up_database: Path
) -> None:
    ended = started("loading", imports, command, "--db", str(made_up_database))
    if ended.returncode != 130:  # it had loaded all it needs before
        assert imports > 20
        assert ended.returncode == {"tree": 0, "--help": 0}.get(command, 2)
    else:
        assert ended.stderr == ""


def test_an_interrupt_at_the_very_end_is_quiet(made_up_database: Path) -> None:
    ended = started("after", 0, "tree", "--db", str(made_up_database))
    assert ended.returncode == 0
    assert ended.stderr == ""
