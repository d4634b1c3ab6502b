"""Every command, help and version where standard output takes nothing: one line, not 0."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from plan_tui.cli.commands import BY_NAME, VIEWS
from tests.command_line import EXAMPLES, PROGRAM

TASKS: dict[str, list[str]] = {"completion": ["bash"], "add": ["--list"], "check": [], "doctor": []}
HELPS = [["--help"], ["--version"], *([name, "--help"] for name in (*BY_NAME, "export"))]
LINES = [
    *([name, *EXAMPLES.get(name, ["2021:1.1"] if name == "track" else [])] for name in VIEWS),
    *([name, *words] for name, words in TASKS.items()),
    *(["tree", "--format", form] for form in ("json", "md", "tsv", "csv", "html")),
    ["export", "tree", "-o", "-"],
    ["export", "tree", "-o", "/dev/stdout"],
]


def to(
    target: str, words: list[str], database: Path, errors: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    with Path(target).open("w") as out:
        line = [*PROGRAM, *words, "--db", str(database)]
        if "--help" in words:
            line = [*PROGRAM, *words]
        return subprocess.run(line, stdout=out, stderr=errors, text=True, check=False)


@pytest.mark.parametrize("words", [*HELPS, *LINES], ids=" ".join)
def test_a_full_disk_is_told(words: list[str], noted: None, linked_database: Path) -> None:
    ended = to("/dev/full", words, linked_database)
    assert ended.returncode == 3, ended.stderr
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("plan-tui: ")


@pytest.mark.parametrize("words", [["--help"], ["tree", "--help"], ["--version"], ["tree"]])
def test_a_closed_output_is_told(words: list[str], made_up_database: Path) -> None:
    line = " ".join([*PROGRAM, *words, ">&-"])
    ended = subprocess.run(line, shell=True, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 3
    assert ended.stderr.count("\n") == 1


def test_where_no_error_can_be_told_the_exit_code_tells_it(made_up_database: Path) -> None:
    with Path("/dev/full").open("w") as full:
        for words, code in ((["nosuch"], 2), (["tree", "--nosuch"], 2), (["show", "2021:9"], 2)):
            ended = subprocess.run(
                [*PROGRAM, *words, "--db", str(made_up_database)],
                stdout=subprocess.PIPE,
                stderr=full,
                check=False,
            )
            assert ended.returncode == code
            assert ended.stdout == b""
