"""The outline of a full text: contents, cover, preface and headings with their depths.

Nothing of it is fixed for an edition: which labels stand below which, and how headings are set, is
learnt from the contents pages and from the text itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plan_tui.model.edits import LineEdits
from plan_tui.model.enums import SectionKind
from plan_tui.model.paged_text import Bookmark
from plan_tui.parse.common.spacing import join_printed
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.headings.contents_page import (
    OutlineEntry,
    find_contents,
    read_entries,
)
from plan_tui.parse.full_text.headings.cover import cover_end, repeated_title
from plan_tui.parse.full_text.headings.heading_lines import (
    HeadingLineReader,
    HeadingLines,
    title_of,
)
from plan_tui.parse.full_text.headings.listed_headings import bookmarked_lines, match_entries
from plan_tui.parse.full_text.headings.printed_titles import holds_nothing
from plan_tui.parse.full_text.label_styles import StyledLabel
from plan_tui.text.record import record
from plan_tui.text.traced import Traced

_DEEPEST_SECTION = 2
"""The depth down to which no heading is an item, whatever its label."""
_ROUNDS = 3
"""Readings of the text: each knows from the one before which styles stand below which."""


@record
class OutlineHeading:
    """A heading of the text."""

    first: int
    """Index of its first line among the body's lines."""
    last: int
    """Index of its last line."""
    label: Traced
    """As printed without blanks; empty if none."""
    title: Traced
    """Clean title without its label."""
    depth: int
    """1 for the top."""
    kind: SectionKind


@record
class PlacedEntry:
    """An entry of the contents pages, and where its heading stands or would stand."""

    entry: OutlineEntry
    kind: SectionKind
    """Of the section that stands for it where the text has none."""
    heading: int | None
    """Index of its heading; None where the text has none, as where the file ends earlier."""
    before: int
    """Index of the heading before which its section stands (itself, if it has one); the number
    of headings at the end."""


@record
class Outline:
    """What the body's lines are, apart from text: indices into them."""

    headings: tuple[OutlineHeading, ...]
    contents: range
    """The lines of the contents pages; empty without."""
    entries: tuple[PlacedEntry, ...]
    """The entries of the contents pages, in their order."""
    cover: tuple[int, ...]
    """The lines of the cover."""
    preface: tuple[int, ...]
    """The lines of text before the first heading, the contents left out."""


def read_outline(
    lines: Sequence[BodyLine], edits: LineEdits, bookmarks: Sequence[Bookmark] = ()
) -> Outline:
    """Return the outline of the body's ``lines``, with the corrections of a reader."""
    contents = find_contents(lines)
    entries = read_entries(lines[contents.start : contents.stop])
    cover = [*range(cover_end(lines, contents.start if contents else len(lines)))]
    start = contents.stop if contents else len(cover)
    cover += range(start, start + repeated_title(lines, len(cover), start))
    start = max(start, *(index + 1 for index in cover), 0)
    listed = match_entries(entries, lines, start)
    marked = bookmarked_lines(bookmarks, lines, start)
    votes: Counter[tuple[str, str]] = Counter()
    revived: set[int] = set()
    for _ in range(_ROUNDS):
        reader = HeadingLineReader(lines, entries, listed, marked, edits, votes, revived)
        headings = reader.read(start)
        revived = revived | reader.proved
        votes = reader.nesting.new_votes
    first = headings[0].first if headings else len(lines)
    preface = [i for i in range(first) if i not in contents and i not in cover]
    return Outline(
        _headings(headings, lines, bool(preface)),
        contents,
        _placed(entries, headings, reader),
        tuple(cover),
        tuple(preface),
    )


def _headings(
    headings: Sequence[HeadingLines], lines: Sequence[BodyLine], preface: bool
) -> tuple[OutlineHeading, ...]:
    outline: list[OutlineHeading] = []
    for heading in headings:
        title = join_printed(title_of(heading, lines), lines[heading.first].blanks)
        label = heading.label
        first = lines[heading.first].text
        text = first[label.start : label.end].without_spaces() if label else Traced()
        opens = not outline and not preface
        kind = _kind(label, heading.depth, title.text, opens=opens)
        outline.append(
            OutlineHeading(heading.first, heading.last, text, title, heading.depth, kind)
        )
    return tuple(outline)


def _kind(label: StyledLabel | None, depth: int, title: str, *, opens: bool) -> SectionKind:
    """Return what a section is; ``opens`` says that nothing stands before it."""
    if label is None:
        return SectionKind.PREFACE if opens and holds_nothing(title) else SectionKind.SECTION
    if depth == 1 and label.style.form in ("第", "第-", "I."):
        return SectionKind.PART
    high = label.style.kind is SectionKind.ITEM and depth <= _DEEPEST_SECTION
    return SectionKind.SECTION if high else label.style.kind


def _placed(
    entries: Sequence[OutlineEntry], headings: Sequence[HeadingLines], reader: HeadingLineReader
) -> tuple[PlacedEntry, ...]:
    answered = {h.entry: i for i, h in enumerate(headings) if h.entry is not None}
    places = {entry: place for place, skipped in reader.skipped.items() for entry in skipped}
    return tuple(
        PlacedEntry(
            entry,
            _kind(entry.styled, entry.depth, entry.title.text, opens=False),
            answered.get(index),
            answered[index] if index in answered else places[index],
        )
        for index, entry in enumerate(entries)
    )
