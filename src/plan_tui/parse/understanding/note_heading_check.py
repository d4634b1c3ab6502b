"""Whether footnotes hold what looks like headings: text that was taken for a footnote's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.parse.understanding.heading_number import heading_numbers
from plan_tui.parse.understanding.lost_heading_check import heading_label
from plan_tui.parse.understanding.read_source import ReadSource
from plan_tui.text.traced import Traced

_ORDINAL = re.compile(r"第\s*[0-9０-９一二三四五六七八九十]+\s*[条項号回次期位級種類版]")
"""An article of a law and the like, which footnotes quote."""


def check_note_headings(source: ReadSource) -> Iterator[Doubt]:
    """Yield the lines of footnotes that go on from the numbering of the headings.

    They are printed below a sentence's end, and end none themselves.
    """
    if not source.flows:
        return
    numbers = [
        way
        for section in source.document.sections
        if not section.toc_only
        for way in heading_numbers(section.label.text)
    ]
    for note in source.document.footnotes:
        for above, line in pairwise(_printed_lines(note.text)):
            begins = above.text.endswith("。") and "。" not in line.text
            quoted = not begins or _ORDINAL.match(line.text)
            ways = heading_numbers("" if quoted else heading_label(line.text))
            if any(w.style == n.style and w.follows(n) for w in ways for n in numbers):
                kind = DoubtKind.HEADING_IN_TEXT
                yield source.at(kind, Severity.ERROR, line.first_line, seen=line.text)


def _printed_lines(text: Traced) -> list[Traced]:
    """Return a text in the lines that it is printed on, without what was supplied."""
    solid = [index for index, place in enumerate(text.places) if place]
    groups = groupby(solid, key=lambda index: (text.places[index] or (0, 0))[0])
    return [text.keep(group) for _, group in groups]
