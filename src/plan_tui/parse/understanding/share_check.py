"""Whether a section's own text is too large a share: headings in it were then not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.parse.understanding.printed_contents import contents_of
from plan_tui.parse.understanding.read_source import (
    ReadSource,
    heading_line,
    heading_words,
    own_size,
)

_SHARE = 0.1
"""Share of the document's text from which a section's own text is told: in full texts with all of
their headings the largest has a twentieth."""
_ERROR_SHARE = 0.25
"""From here on it is an error: where a chapter's headings are lost, the chapter is one section."""
_LEAST = 1500
"""Characters that one section may always have: a page and a bit, which a reader sees at a glance;
in a short document every section has a large share."""


def check_shares(source: ReadSource) -> Iterator[Doubt]:
    """Yield the sections that are too long, unless their contents entry spans as many pages.

    Slides and diagrams are left out: their pages bound each section.
    """
    if not source.flows:
        return
    sections = source.document.sections
    sizes = [own_size(section) for section in sections]
    whole = sum(sizes)
    spans = _spans(source)
    for index, size in enumerate(sizes):
        allowed = max(_SHARE, spans.get(index, 0.0))
        if size <= _LEAST or size <= allowed * whole:
            continue
        error = size > max(_ERROR_SHARE, allowed) * whole and size > 2 * _LEAST
        section = sections[index]
        yield source.at(
            DoubtKind.LONG_SECTION,
            Severity.ERROR if error else Severity.WARNING,
            heading_line(section),
            f"{allowed:.0%}",
            f"{size / whole:.0%} {heading_words(section)}".strip(),
        )


def _spans(source: ReadSource) -> Mapping[int, float]:
    """Return the share of pages from a section's contents entry to the next entry."""
    entries = contents_of(source.document)
    starts = [
        (int(entry.printed_page), entry.section)
        for entry in entries
        if entry.printed_page.isdecimal()
    ]
    if source.last_page is None or not starts:
        return {}
    first = min(page for page, _ in starts)
    after = source.last_page - (source.shift or 0) + 1
    ends = [page for page, _ in starts[1:]] + [after]
    return {
        section: (min(end, after) - page + 1) / max(1, after - first)
        for (page, section), end in zip(starts, ends, strict=True)
        if section is not None
    }
