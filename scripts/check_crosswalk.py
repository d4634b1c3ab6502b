"""Check the crosswalk: what is wrong with it, what it leaves out, how the suggestions agree.

Usage: ``python scripts/check_crosswalk.py [PATH]``; PATH is a crosswalk's file or a folder of its
parts (default: ``data/crosswalk.toml``, which is the one that the build reads).
The exit code is 1 if anything is wrong or left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plan_tui.importer.build_database import manifest_of, parsed_rows
from plan_tui.importer.linking.crosswalk_check import check, problems
from plan_tui.sources.crosswalk_file import read_crosswalk

DATA = Path(__file__).parents[1] / "data"


def main(path: Path) -> int:
    """Print the report and return the exit code."""
    rows = parsed_rows(manifest_of(DATA))
    crosswalk = read_crosswalk(path)
    print(f"{len(crosswalk.topics)} topics, {len(crosswalk.verdicts)} verdicts")
    messages = problems(rows, path)
    for message in messages:
        print(f"wrong: {message}")
    if messages:
        return 1
    report = check(rows, path)
    for section in report.left_out:
        print(f"left out: {section.key} {section.title}")
    print(f"{report.leaves - len(report.left_out)} of {report.leaves} leaves covered")
    agreement = report.agreement
    print(
        f"suggestions against {agreement.asked} asserted: recall@1 {agreement.first:.3f}, "
        f"recall@3 {agreement.third:.3f}; precision of {agreement.suggested} best "
        f"{agreement.precision:.3f}"
    )
    return 1 if report.left_out else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "crosswalk.toml"))
