"""Which lines of the text are the headings that the contents pages list.

The lines are matched with the entries in order, so that most entries find their heading; a title
that is mentioned in a sentence, or comes again under another heading, does not lead astray.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from plan_tui.model.paged_text import Bookmark
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.headings.contents_page import OutlineEntry
from plan_tui.parse.full_text.headings.printed_titles import solid_text
from plan_tui.parse.full_text.label_styles import StyledLabel, styled_labels
from plan_tui.text.record import record

_NEARLY = 0.85
"""How alike (`difflib`'s ratio) a title in the text and one in the contents are that differ by a
misprint; headings of other texts reach 0.6."""
_LINES = 4
"""Lines that a heading takes, at most."""
_EXACT, _MISPRINT, _STANDS_OUT, _AFTER_END = 4.0, 2.0, 3.0, 1.0
"""What speaks for a line: its wording, its type, and that the line above ends its sentence."""


@record
class ListedHeading:
    """Lines of the text that are an entry's heading."""

    entry: int
    """Index of the entry."""
    first: int
    """Index of the heading's first line, and of its last."""
    last: int
    weight: float
    """How much speaks for it."""


def match_entries(
    entries: Sequence[OutlineEntry], lines: Sequence[BodyLine], start: int
) -> Mapping[int, ListedHeading]:
    """Return the headings of the entries in ``lines`` from ``start`` on, by their first line."""
    solid = [solid_text(line.text.text) for line in lines]
    places: dict[str, list[int]] = defaultdict(list)
    for first in range(start, len(lines)):
        places[solid[first][:1]].append(first)
    candidates = [
        candidate
        for index, entry in enumerate(entries)
        for first in places[entry.solid[:1]]
        if (candidate := _candidate(index, entry, first, solid, lines))
    ]
    best = _best_in_order(candidates)
    return {h.first: h for h in (*best, *_retitled(entries, lines, best, start))}


def _retitled(
    entries: Sequence[OutlineEntry],
    lines: Sequence[BodyLine],
    matched: Sequence[ListedHeading],
    start: int,
) -> list[ListedHeading]:
    """Return the headings that the text gives another title than the contents do.

    Each stands between those of its neighbours, alone with its label, and its type stands out.
    """
    places = {heading.entry: heading for heading in matched}
    retitled = []
    for index, entry in enumerate(entries):
        before, after = places.get(index - 1), places.get(index + 1)
        ends = after is None and index > max(places, default=-1)
        if index in places or not entry.styled or (index and not before) or not (after or ends):
            continue
        between = range(before.last + 1 if before else start, after.first if after else len(lines))
        alike = [i for i in between if lines[i].stands_out and _has_label(lines[i], entry.styled)]
        if len(alike) == 1:
            places[index] = ListedHeading(index, alike[0], alike[0], _MISPRINT)
            retitled.append(places[index])
    return retitled


def _has_label(line: BodyLine, styled: StyledLabel) -> bool:
    return any(
        (label.style.form, label.numbers) == (styled.style.form, styled.numbers)
        for label in styled_labels(line.text.text)
    )


def bookmarked_lines(
    bookmarks: Sequence[Bookmark], lines: Sequence[BodyLine], start: int
) -> Mapping[int, tuple[int, int]]:
    """Return the last line and the depth of each heading that a bookmark names, by its first.

    Only lines on the bookmark's page count, from line ``start`` on.
    """
    titles = {(mark.page, solid_text(mark.title)): mark.depth for mark in bookmarks}
    solid = [solid_text(line.text.text) for line in lines] if titles else []
    marked = {}
    for first in range(start, len(solid)):
        text = ""
        for last in range(first, min(first + _LINES, len(lines))):
            text += solid[last]
            depth = titles.get((lines[first].line.page, text))
            if depth:
                marked[first] = (last, depth)
    return marked


def _candidate(
    index: int, entry: OutlineEntry, first: int, solid: Sequence[str], lines: Sequence[BodyLine]
) -> ListedHeading | None:
    """Return the heading that begins at ``first``, if it is that of the entry."""
    wanted = entry.solid
    if not wanted or not solid[first] or not _may_begin(entry, wanted, solid[first]):
        return None
    text = ""
    for last in range(first, min(first + _LINES, len(lines))):
        text += solid[last]
        if text == wanted:
            return ListedHeading(index, first, last, _EXACT + _look(first, lines))
        if len(text) >= len(wanted) or not wanted.startswith(text):
            break
    if not entry.styled or not _is_misprint(entry, lines[first], text, wanted):
        return None
    return ListedHeading(index, first, last, _MISPRINT + _look(first, lines))


def _may_begin(entry: OutlineEntry, wanted: str, text: str) -> bool:
    label = solid_text(entry.label.text)
    return text.startswith(label) if label else wanted.startswith(text[: len(wanted)])


def _is_misprint(entry: OutlineEntry, line: BodyLine, text: str, wanted: str) -> bool:
    """Return whether a text with the entry's label differs from it by a character or two."""
    assert entry.styled is not None
    same = _has_label(line, entry.styled)
    label = len(solid_text(entry.label.text))
    return same and SequenceMatcher(None, wanted[label:], text[label:]).ratio() >= _NEARLY


def _look(first: int, lines: Sequence[BodyLine]) -> float:
    """Return what speaks for a heading beside its wording."""
    line = lines[first]
    stands_out = line.stands_out or line.size > 1
    above = lines[first - 1].solid if first else "。"
    return _STANDS_OUT * stands_out + _AFTER_END * above.endswith(("。", "）", "」"))


def _best_in_order(candidates: Sequence[ListedHeading]) -> list[ListedHeading]:
    """Return the candidates of the greatest weight of which entries and lines both go up."""
    ordered = sorted(candidates, key=lambda c: (c.first, -c.entry))
    best = [0.0]  # greatest weights, ascending, by the last entry in `ends`
    ends = [-1]
    chains: list[tuple[ListedHeading, object] | None] = [None]
    for candidate in ordered:
        place = bisect_left(ends, candidate.entry)
        weight = best[place - 1] + candidate.weight
        if place < len(ends) and ends[place] == candidate.entry and best[place] >= weight:
            continue
        chain = (candidate, chains[place - 1])
        while place < len(ends) and best[place] <= weight:
            del best[place], ends[place], chains[place]
        best.insert(place, weight)
        ends.insert(place, candidate.entry)
        chains.insert(place, chain)
    return _unchained(chains[-1])


def _unchained(chain: object) -> list[ListedHeading]:
    headings = []
    while isinstance(chain, tuple):
        heading, chain = chain
        headings.append(heading)
    return headings[::-1]
