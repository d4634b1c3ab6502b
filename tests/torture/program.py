"""Runs command lines and judges how they end."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from plan_tui.cli.commands import VIEWS
from plan_tui.export.formats import BINARY_WRITERS, FORMATS
from tests.command_line import run_bytes
from tests.torture.received import obeyed

Done = subprocess.CompletedProcess[bytes]

ARGUMENTS = {
    "search": ["図書館"],
    "show": ["2021:1.1"],
    "compare": ["2021:1.1.1"],
    "changes": ["2021", "2025"],
    "track": ["2021:1.1.1"],
    "words": ["図書館"],
}
"""Words after a view's name with which it finds something."""
FURTHER = (
    ["show", "2021:M1-1"],
    ["show", "2021:1", "--below"],
    ["show", "2021:1.1", "--cite", "bibtex"],
    ["show", "2021:1.1", "--cite", "csl-json"],
    ["show", "2021:1.1", "--cite", "pdl"],
    ["search", "図書館 本", "--limit", "3"],
    ["search", "kind:measure due:<=2030"],
    ["compare", "2021:1.1", "--layout", "table"],
    ["changes", "2021", "2025", "--layout", "table"],
    ["track"],
    ["words"],
    ["topics", "in", "2021"],
    ["2021:1.1"],
)
"""Command lines that take other ways than the plain ones."""
TASKS = (["check"], ["doctor"], ["add", "--list"], ["completion", "--answer", "bash", "show", ""])
"""Command lines of commands that are no views and change nothing."""


def view_lines() -> list[list[str]]:
    """Return a command line for each view, and those that take other ways."""
    return [[name, *ARGUMENTS.get(name, [])] for name in VIEWS] + [list(line) for line in FURTHER]


def lines_in_all_formats() -> list[list[str]]:
    """Return each view in each format, and what tends the database."""
    lines = [
        [*line, "--format", form]
        for line in view_lines()
        for form in FORMATS
        if "--cite" not in line or form == "text"
    ]
    tending = [[name, "--format", form] for name in ("check", "doctor") for form in FORMATS]
    return lines + tending + [["add", "--list"], ["completion", "--answer", "bash", "show", ""]]


def run_line(words: list[str], database: Path, **environment: str) -> Done:
    """Run a command line over a database."""
    return run_bytes(*words, db=database, **environment)


def how_it_ended(done: Done, *allowed: int) -> str:
    """Return how a command ended, in words; it must have ended in one of the ways that are right.

    Raises:
        AssertionError: another exit code, more than a line of errors, or one that says nothing.

    """
    told = done.stderr.decode()
    assert done.returncode in (allowed or (0, 1, 2, 3)), f"exit code {done.returncode}: {told}"
    assert "Traceback" not in told, told
    assert told.count("\n") <= 1, f"more than a line: {told}"
    assert not told or told.startswith(("plan-tui: ", "usage: ")), told
    assert not (done.returncode in (2, 3) and not told), "an error that says nothing"
    return f"exit {done.returncode}"


def nothing_obeyed(done: Done, form: str) -> None:
    """Assert that a terminal obeys nothing of what a command wrote."""
    assert not (errors := obeyed(done.stderr.decode(), "text")), f"in the errors: {errors}"
    if form not in BINARY_WRITERS:
        assert not (printed := obeyed(done.stdout.decode("utf-8-sig"), form)), f"sent: {printed}"
    if form == "json" and done.returncode == 0 and done.stdout:
        json.loads(done.stdout)
