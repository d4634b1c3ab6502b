"""Whether footnotes hold what looks like headings: text that was taken for a footnote's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.parse.understanding.heading_number import heading_numbers
from plan_tui.parse.understanding.lost_heading_check import heading_label
from plan_tui.parse.understanding.read_source import ReadSource
from plan_tui.text.traced import Traced


def check_note_headings(source: ReadSource) -> Iterator[Doubt]:
    """Yield the printed lines of footnotes that go on from the numbering of the headings."""
    if not source.flows:
        return
    numbers = [
        way
        for section in source.document.sections
        if not section.toc_only
        for way in heading_numbers(section.label.text)
    ]
    for note in source.document.footnotes:
        _, *lines = _printed_lines(note.text)
        for line in lines:
            label = "" if "。" in line.text else heading_label(line.text)
            ways = heading_numbers(label)
            if any(way.follows(number) for way in ways for number in numbers):
                kind = DoubtKind.HEADING_IN_TEXT
                yield source.at(kind, Severity.ERROR, line.first_line, seen=line.text)


def _printed_lines(text: Traced) -> list[Traced]:
    """Return a text in the lines that it is printed on, without what was supplied."""
    solid = [index for index, place in enumerate(text.places) if place]
    groups = groupby(solid, key=lambda index: (text.places[index] or (0, 0))[0])
    return [text.keep(group) for _, group in groups]
