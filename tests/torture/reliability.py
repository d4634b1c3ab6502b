"""Writes down what came of the families, and what was mended on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tests.torture.cases import Family, Tally
from tests.torture.families import FAMILIES
from tests.torture.mended import MENDED

DOCUMENT = Path(__file__).parents[2] / "docs" / "reliability.md"
FAMILIES_HEAD = (
    "| family | what is tried | what holds | cases | what happened |\n|---|---|---|---|---|\n"
)
MENDED_HEAD = "| what gave way | what holds now | test |\n|---|---|---|\n"
NOT_YET = "not yet"


def row_of(family: Family, cases: str, happened: str) -> str:
    """Return the row of a family."""
    cells = (f"`{family.name}`", family.does, family.holds, cases, happened)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"


def rows_in(text: str) -> dict[str, list[str]]:
    """Return the cells of the families' rows in the document, by the families' names."""
    rows = text.partition(FAMILIES_HEAD)[2].partition("\n\n")[0].splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return {name.strip("`"): [name, *others] for name, *others in cells if others}


def mended_rows() -> str:
    """Return the rows of what was mended."""
    return "".join(f"| {fault} | {holds} | `{test}` |\n" for fault, holds, test in MENDED)


def write_document(tallies: Mapping[str, tuple[Tally, int]], seed: str) -> None:
    """Write the figures of the families that were tried into the document.

    Args:
        tallies: by the families' names, with the number of all cases.
        seed: of all chance.

    """
    text = DOCUMENT.read_text(encoding="utf-8")
    before = rows_in(text)
    rows = ""
    for family in FAMILIES:
        cases, happened = before.get(family.name, ["", "", "", NOT_YET, NOT_YET])[3:]
        if family.name in tallies:
            tally, total = tallies[family.name]
            cases = f"{tally.tried:,} of {total:,}, seed {seed}"
            happened = _happened(tally)
        rows += row_of(family, cases, happened)
    text = _replaced(text, FAMILIES_HEAD, rows)
    DOCUMENT.write_text(_replaced(text, MENDED_HEAD, mended_rows()), encoding="utf-8")


def _happened(tally: Tally) -> str:
    """Return how many cases ended in which way; failures first."""
    ends = [f"{end}: {count:,}" for end, count in sorted(tally.ends.items())]
    if tally.slow:
        ends.insert(0, f"**{len(tally.slow):,} slow**")
    if tally.failures:
        ends.insert(0, f"**{len(tally.failures):,} failed**")
    return "; ".join(ends)


def _replaced(text: str, head: str, rows: str) -> str:
    pattern = re.compile(f"{re.escape(head)}(\\|[^\n]*\n)*")
    assert len(pattern.findall(text)) == 1, head
    return pattern.sub(lambda _: head + rows, text)
