"""Import script: data/sources → data/plan.db, proved, and the metadata that goes with it.

Takes the options of `plan-tui build`; with a database or sources elsewhere the metadata stay.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from plan_tui.cli import main as command_line
from plan_tui.importer.datasette_metadata import datasette_metadata
from plan_tui.store.plan import Plan

DATA = Path(__file__).parents[1] / "data"
_BUILDS_ELSEWHERE = frozenset(("--db", "--data", "-h", "--help"))
"""Options with which the packaged database is not what is built."""


def build(words: Sequence[str]) -> int:
    """Build the database as options say, and return the exit code."""
    status = command_line.main(["build", *words])
    if status == 0 and not any(word.partition("=")[0] in _BUILDS_ELSEWHERE for word in words):
        write_metadata()
    return status


def write_metadata() -> None:
    """Write what Datasette shows the packaged database with."""
    with Plan(DATA / "plan.db") as plan:
        metadata = datasette_metadata(plan)
    (DATA / "metadata.yaml").write_text(metadata, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(build(sys.argv[1:]))
