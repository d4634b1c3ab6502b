"""Sets made-up text as the extraction of the 2021 full text set it."""

from collections.abc import Sequence
from dataclasses import dataclass

READING = "ruby:"
"""Begins an entry that is a reading, printed close below the line before it."""


@dataclass(frozen=True)
class MadePage:
    """One page: printed lines (a blank at a line's end marks a paragraph's end)."""

    body: Sequence[str]
    notes: Sequence[Sequence[str]] = ()
    """Footnotes, each as its printed lines, numbers included."""
    number: str = ""
    """The printed page number, which this extraction mostly dropped."""


def set_pages(pages: Sequence[MadePage]) -> list[str]:
    """Return the source lines."""
    lines: list[str] = []
    for page in pages:
        dropped_number = not (lines and lines[-1] == "")
        first, *rest = page.body
        lines.append(f" {first}" if dropped_number else first)
        for entry in rest:
            if entry.startswith(READING):
                lines.append(entry.removeprefix(READING))
            else:
                lines += ["", entry]
        if page.notes:
            lines += ["", " "]
        for note in page.notes:
            lines += [part for line in note for part in ("", line)][1:]
        if page.number:
            lines += ["", "", "", " ", "", page.number, ""]
    return lines


def set_lines(*body: str) -> list[str]:
    """Return the source lines of a text of one page."""
    return set_pages([MadePage(body)])
