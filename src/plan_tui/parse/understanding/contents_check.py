"""Whether the headings that the contents page promises stand in the text, in order, on their page.

A file may hold the first part of a text alone: entries beyond its last page are no errors, and one
note tells all of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import FurnitureKind, SectionKind
from plan_tui.model.parsed import ParsedContentsEntry, ParsedSection
from plan_tui.parse.understanding.printed_contents import contents_of
from plan_tui.parse.understanding.read_source import (
    ReadSource,
    heading_line,
    heading_words,
    plain,
)
from plan_tui.text.record import record

_MOST = 0.5
"""Share of the headings below one that the contents page has to name for the others to be odd: it
names all of them or, where it does not go as deep, none; wrong headings are the fewer."""


@record
class _Contents:
    """The entries of a contents page, and where the file says that they stand."""

    entries: tuple[ParsedContentsEntry, ...]
    shift: int | None
    """Pages of the file before the page that is numbered 1; None if nothing tells it."""
    beyond: frozenset[int]
    """Indices of the entries that stand beyond the file's last page."""


def check_contents(source: ReadSource) -> Iterator[Doubt]:
    """Yield how many entries were found, and each that is missing or stands out of its place."""
    entries = contents_of(source.document)
    if not entries:
        return
    shift = _shift(source, entries)
    contents = _Contents(entries, shift, _beyond(source, entries, shift))
    held = [entry for index, entry in enumerate(entries) if index not in contents.beyond]
    answered = sum(1 for entry in held if entry.section is not None)
    yield source.at(
        DoubtKind.CONTENTS_FOUND, Severity.NOTE, entries[0].line, str(len(held)), str(answered)
    )
    yield from _beyond_the_file(source, contents)
    yield from _missing(source, contents)
    yield from _out_of_order(source, entries)
    yield from _other_pages(source, contents)
    yield from _not_listed(source, entries)


def entry_words(entry: ParsedContentsEntry) -> str:
    """Return an entry's label and title, and its page, as a message names them."""
    words = f"{entry.label} {entry.title}".strip()
    return f"{words}, p. {entry.printed_page}" if entry.printed_page else words


def _shift(source: ReadSource, entries: Sequence[ParsedContentsEntry]) -> int | None:
    """Return how far the file's pages are ahead: by the page numbers, else by most headings."""
    if source.shift is not None:
        return source.shift
    shifts = Counter(
        page - int(entry.printed_page)
        for entry in entries
        if entry.printed_page.isdecimal() and (page := _heading_page(source, entry)) is not None
    )
    return shifts.most_common(1)[0][0] if shifts else None


def _heading_page(source: ReadSource, entry: ParsedContentsEntry) -> int | None:
    if entry.section is None:
        return None
    section = source.document.sections[entry.section]
    return source.pages.get(heading_line(section) or 0)


def _beyond(
    source: ReadSource, entries: Sequence[ParsedContentsEntry], shift: int | None
) -> frozenset[int]:
    """Return the entries after the last page, and those without page that follow one of them."""
    last = source.last_printed
    if source.last_page is not None and shift is not None:
        last = source.last_page - shift
    if last is None:
        return frozenset()
    beyond: set[int] = set()
    for index, entry in enumerate(entries):
        page = entry.printed_page
        after = page.isdecimal() and int(page) > last
        follows = not page and index - 1 in beyond
        if entry.section is None and (after or follows):
            beyond.add(index)
    return frozenset(beyond)


def _beyond_the_file(source: ReadSource, contents: _Contents) -> Iterator[Doubt]:
    """Yield one note for all entries beyond the file, or for the sections made of such entries."""
    only = [section for section in source.document.sections if section.toc_only]
    if only and not source.document.contents:
        line, words = heading_line(only[0]), heading_words(only[0])
        kind = DoubtKind.CONTENTS_BEYOND
        yield source.at(kind, Severity.NOTE, line, words, str(len(only)))
    elif contents.beyond:
        first = contents.entries[min(contents.beyond)]
        number = str(len(contents.beyond))
        kind = DoubtKind.CONTENTS_BEYOND
        yield source.at(kind, Severity.NOTE, first.line, entry_words(first), number)


def _missing(source: ReadSource, contents: _Contents) -> Iterator[Doubt]:
    for index, entry in enumerate(contents.entries):
        if entry.section is None and index not in contents.beyond:
            line = _likely_line(source, contents, entry)
            text = source.text.lines[line - 1].text.strip() if line else ""
            place = line or entry.line
            kind = DoubtKind.CONTENTS_MISSING
            yield source.at(kind, Severity.ERROR, place, entry_words(entry), text)


def _likely_line(source: ReadSource, contents: _Contents, entry: ParsedContentsEntry) -> int | None:
    """Return the line that begins as the entry does, on its page if that is known."""
    listed = {
        place[0]
        for piece in source.document.furniture
        if piece.kind is FurnitureKind.CONTENTS
        for place in piece.text.places
        if place
    }
    words = plain(entry.label + entry.title)
    page = entry.printed_page
    expected = int(page) + contents.shift if page and contents.shift is not None else None
    places = [
        line.number
        for line in source.text.lines
        if line.number not in listed
        and line.number != entry.line
        and expected in (None, line.page)
        and (start := plain(line.text))
        and (start.startswith(words) or (len(start) > len(entry.label) + 3 and words in start))
    ]
    return places[0] if places else None


def _out_of_order(source: ReadSource, entries: Sequence[ParsedContentsEntry]) -> Iterator[Doubt]:
    """Yield the entries whose headings stand before those of entries above them."""
    answered = [(entry, entry.section) for entry in entries if entry.section is not None]
    kept = _longest_rise([section for _, section in answered])
    for index, (entry, section) in enumerate(answered):
        if index not in kept:
            heading = source.document.sections[section]
            line = heading_line(heading) or entry.line
            kind = DoubtKind.CONTENTS_ORDER
            yield source.at(kind, Severity.ERROR, line, entry_words(entry), heading_words(heading))


def _longest_rise(values: Sequence[int]) -> frozenset[int]:
    """Return the indices of a longest strictly rising part of ``values``."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else None)
        tails[place : place + 1] = [value]
        ends[place : place + 1] = [index]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(kept)


def _other_pages(source: ReadSource, contents: _Contents) -> Iterator[Doubt]:
    for entry in contents.entries:
        page = _heading_page(source, entry)
        if page is None or not entry.printed_page.isdecimal() or contents.shift is None:
            continue
        printed = source.printed.get(page, page - contents.shift)
        if printed != int(entry.printed_page) and entry.section is not None:
            line = heading_line(source.document.sections[entry.section])
            kind = DoubtKind.CONTENTS_PAGE
            yield source.at(kind, Severity.WARNING, line, entry_words(entry), str(printed))


def _not_listed(source: ReadSource, entries: Sequence[ParsedContentsEntry]) -> Iterator[Doubt]:
    """Yield the headings that the contents page leaves out though it names most beside them."""
    listed = {entry.section for entry in entries}
    last = max((section for section in listed if section is not None), default=-1)
    sections = source.document.sections
    for siblings in _siblings(sections[: last + 1]):
        named = sum(index in listed for index in siblings)
        if named < 2 or named < _MOST * len(siblings):
            continue
        for index in siblings:
            section = sections[index]
            printed = section.kind is not SectionKind.PREFACE and not section.toc_only
            if printed and index not in listed:
                kind = DoubtKind.CONTENTS_LACKING
                words = heading_words(section)
                yield source.at(kind, Severity.WARNING, heading_line(section), seen=words)


def _siblings(sections: Sequence[ParsedSection]) -> Iterable[list[int]]:
    """Return the indices of the sections of one depth below each heading, and at the top."""
    below: dict[tuple[int | None, int], list[int]] = {}
    path: list[tuple[int, int]] = []
    for index, section in enumerate(sections):
        path = [(depth, number) for depth, number in path if depth < section.depth]
        parent = path[-1][1] if path else None
        below.setdefault((parent, section.depth), []).append(index)
        path.append((section.depth, index))
    return below.values()
