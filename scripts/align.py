"""Measure the suggestions against the crosswalk: with its topics held out, by kind, by score.

Usage: ``python -m scripts.align [PATH]``; PATH is a crosswalk's file or a folder of its parts
(default: ``data/crosswalk.toml``).
"""

from __future__ import annotations

import sys
from pathlib import Path

from plan_tui.importer.build_database import manifest_of, parsed_rows
from plan_tui.importer.linking.link_rows import add_links
from plan_tui.importer.linking.trial import AlignmentTrial
from plan_tui.importer.linking.trial_report import report_lines

DATA = Path(__file__).parents[1] / "data"


def main(path: Path) -> None:
    """Print the report."""
    rows = parsed_rows(manifest_of(DATA))
    add_links(rows, path)
    for line in report_lines(AlignmentTrial(rows)):
        print(line, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "crosswalk.toml")
