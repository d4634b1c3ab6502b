"""Import script: data/sources → data/plan.db, proved, and the metadata that goes with it.

Takes the options of `plan-tui build`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plan_tui.cli.main import main
from plan_tui.importer.datasette_metadata import datasette_metadata
from plan_tui.store.plan import Plan

DATA = Path(__file__).parents[1] / "data"


def write_metadata() -> None:
    """Write what Datasette shows the packaged database with."""
    with Plan(DATA / "plan.db") as plan:
        metadata = datasette_metadata(plan)
    (DATA / "metadata.yaml").write_text(metadata, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    status = main(["build", *sys.argv[1:]])
    if status == 0:
        write_metadata()
    sys.exit(status)
