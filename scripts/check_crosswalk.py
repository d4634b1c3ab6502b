"""Check the crosswalk: what is wrong with it, what it leaves out, how the suggestions agree.

Usage: ``python scripts/check_crosswalk.py [PATH]``; PATH is a crosswalk's file or a folder of its
parts (default: ``data/crosswalk.toml``, which is the one that the build reads).
The exit code is 1 if anything is wrong or left out.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from plan_tui.importer.assembler import Assembler
from plan_tui.importer.linking.agreement import agreement
from plan_tui.importer.linking.coverage import leaves, uncovered
from plan_tui.importer.linking.crosswalk_file import read_crosswalk
from plan_tui.importer.linking.crosswalk_rows import problems
from plan_tui.importer.linking.link_rows import link_rows
from plan_tui.parse.registry import parse
from plan_tui.sources.manifest import read_manifest
from plan_tui.store.plan import Plan
from plan_tui.store.write import write_database

DATA = Path(__file__).parents[1] / "data"


def main(path: Path) -> int:
    """Print the report and return the exit code."""
    manifest = read_manifest(DATA / "sources" / "manifest.toml")
    assembler = Assembler(manifest)
    for source in manifest.sources:
        assembler.add(source, parse(source.layout, source.lines))
    rows = assembler.rows
    crosswalk = read_crosswalk(path)
    wrong = problems(rows, crosswalk, path)
    print(f"{len(crosswalk.topics)} topics, {len(crosswalk.verdicts)} verdicts")
    for message in wrong:
        print(f"wrong: {message}")
    if wrong:
        return 1
    link_rows(rows, path)
    with tempfile.TemporaryDirectory() as folder:
        write_database(Path(folder) / "plan.db", rows)
        with Plan(Path(folder) / "plan.db") as plan:
            missing = uncovered(plan)
            total = len(leaves(plan))
    for section in missing:
        print(f"left out: {section.key} {section.title}")
    print(f"{total - len(missing)} of {total} leaves covered")
    found = agreement(rows)
    print(
        f"suggestions against {found.asked} asserted: recall@1 {found.first:.3f}, "
        f"recall@3 {found.third:.3f}; precision of {found.suggested} best {found.precision:.3f}"
    )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "crosswalk.toml"))
