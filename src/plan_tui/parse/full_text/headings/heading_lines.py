"""Which lines of the text are headings, and at which depth.

A heading is listed in the contents, or its type stands out, or its label comes next in the
numbering of lines that are phrases with text below them. What is in doubt is no heading.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from plan_tui.model.edits import EditKind, LineEdits
from plan_tui.model.enums import SectionKind
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.headings.bare_numbers import bare_headings
from plan_tui.parse.full_text.headings.contents_page import OutlineEntry
from plan_tui.parse.full_text.headings.heading_shapes import HeadingShapes
from plan_tui.parse.full_text.headings.listed_headings import ListedHeading
from plan_tui.parse.full_text.headings.nesting import Nesting, Opening
from plan_tui.parse.full_text.headings.printed_titles import holds_nothing, stands_on_top
from plan_tui.parse.full_text.label_styles import StyledLabel, label_behind, styled_labels
from plan_tui.text.record import record, replaced
from plan_tui.text.traced import Traced


@record
class HeadingLines:
    """The lines of a heading, its label and its place in the outline."""

    first: int
    """Index of its first line."""
    last: int
    """Index of its last line."""
    label: StyledLabel | None
    depth: int
    """1 for the top."""
    entry: int | None
    """Index of the contents entry that it answers."""
    untitled: bool = False
    """Whether what stands behind its label is another heading."""


class HeadingLineReader:
    """Walks down the lines of the text and tells the headings."""

    def __init__(
        self,
        lines: Sequence[BodyLine],
        entries: Sequence[OutlineEntry],
        listed: Mapping[int, ListedHeading],
        marked: Mapping[int, tuple[int, int]],
        edits: LineEdits,
        votes: Counter[tuple[str, str]],
        revived: Collection[int],
    ) -> None:
        """Take the headings of ``entries`` by their first line as ``listed``.

        ``marked`` has the last line and the depth of those that bookmarks name; ``revived`` the
        lines that a later heading proved to be headings.
        """
        self._lines = lines
        self._shapes = HeadingShapes(lines, listed)
        self._bare = bare_headings(lines, self._shapes, listed)
        self._entries = entries
        self._listed = listed
        self._marked = marked
        self._edits = edits
        styles = [{entry.styled.style.name} if entry.styled else set() for entry in entries]
        for heading in listed.values():  # the text may print other numerals than the contents
            styled = entries[heading.entry].styled
            label = styled and self._same_label(heading.first, styled)
            styles[heading.entry] |= {label.style.name} if label else set()
        self._listed_styles = {name for h in listed.values() for name in styles[h.entry]}
        self._listed_below = _styles_below(entries, styles)
        self._next_entry = 0
        self._open_entries: list[int | None] = []
        """Of each open heading, from the top down, the entry that it answers."""
        self._revived = revived
        self._doubtful: dict[tuple[str, int], tuple[int, int]] = {}
        """Style and number → line and depth of what but for the line above would be a heading."""
        self.proved: set[int] = set()
        """The doubtful lines from which a later heading goes on."""
        self._next_items: set[tuple[str, int]] = set()
        """Styles and numbers that the next item may have, if the last label was an item's."""
        self.nesting = Nesting(votes)
        self.skipped: dict[int, list[int]] = {}
        """Number of headings read → the entries without heading that stand before the next."""

    def read(self, start: int) -> list[HeadingLines]:
        """Return the headings from line ``start`` on."""
        headings: list[HeadingLines] = []
        index = start
        while index < len(self._lines):
            heading = self._heading(index, headings)
            if heading is None:
                if index not in [line for line, _ in self._doubtful.values()]:
                    self._note_item(index)
                index += 1
                continue
            headings += self._parted(heading)
            self._next_items.clear()
            index = heading.last + 1
        rest = range(self._next_entry, len(self._entries))
        self._skip(len(headings), rest)
        return headings

    def _heading(self, index: int, before: Sequence[HeadingLines]) -> HeadingLines | None:
        edits = self._edits.get(self._lines[index].line.number, frozenset())
        if EditKind.NOT_HEADING in edits:
            return None
        listed = self._listed.get(index)
        if listed:
            return self._enter_listed(listed, len(before))
        below = bool(before) and before[-1].last == index - 1
        if EditKind.HEADING in edits:
            return self._enter(index, self._last_joined(index), self._label(index))
        if index in self._marked:
            return self._enter_marked(index)
        label = self._label(index)
        if self._shapes.stands_out(index):
            end = self._shapes.last_of_type(index, label, self._listed)
            if self._is_set_heading(index, end, below):
                return self._enter(index, end, label)
            return None
        last = self._last_of_plain(index, label, below) if label else None
        if holds_nothing(self._lines[index].text.text) and self._shapes.may_begin_plain(index):
            last = index
        return None if last is None else self._enter(index, last, label)

    def _parted(self, heading: HeadingLines) -> list[HeadingLines]:
        """Return a heading, or the two that it is where another label stands behind its own.

        What the contents list is one, as it is there.
        """
        text = self._lines[heading.first].text.text
        label = heading.label and label_behind(text, heading.label)
        if not label or heading.entry is not None:
            return [heading]
        above = replaced(heading, last=heading.first, untitled=True)
        return [above, self._enter(heading.first, heading.last, label)]

    def _last_joined(self, index: int) -> int:
        """Return the last line that a reader joined to a heading."""
        last = index
        while last + 1 < len(self._lines) and EditKind.JOIN in self._edits.get(
            self._lines[last + 1].line.number, frozenset()
        ):
            last += 1
        return last

    def _enter_listed(self, listed: ListedHeading, count: int) -> HeadingLines:
        self._skip(count, range(self._next_entry, listed.entry))
        self._next_entry = listed.entry + 1
        entry = self._entries[listed.entry]
        label = entry.styled and self._same_label(listed.first, entry.styled)
        opening = replaced(self._opening(listed.first, label), depth=entry.depth)
        depth = self._open(opening, listed.entry)
        return HeadingLines(listed.first, listed.last, label, depth, listed.entry)

    def _enter_marked(self, index: int) -> HeadingLines:
        """Enter a heading of a bookmark, whose depth counts where neither label nor entry does."""
        last, depth = self._marked[index]
        label = self._label(index)
        if label or self._entries:
            return self._enter(index, last, label)
        opening = replaced(self._opening(index, None), depth=depth)
        return HeadingLines(index, last, None, self._open(opening, None), None)

    def _same_label(self, index: int, styled: StyledLabel) -> StyledLabel | None:
        labels = styled_labels(self._lines[index].text.text)
        return next(
            (label for label in labels if label.style.form == styled.style.form),
            labels[0] if labels else None,
        )

    def _skip(self, count: int, entries: range) -> None:
        """Open the entries that have no heading in the text, at their place."""
        for index in entries:
            self._open(_opening_of(self._entries[index]), index)
            self.skipped.setdefault(count, []).append(index)

    def _enter(self, first: int, last: int, label: StyledLabel | None) -> HeadingLines:
        depth = self._open(self._opening(first, label), None)
        return HeadingLines(first, last, label, depth, None)

    def _open(self, opening: Opening, entry: int | None) -> int:
        depth = self.nesting.enter(opening)
        self._doubtful = {n: place for n, place in self._doubtful.items() if place[1] <= depth}
        self._open_entries[depth - 1 :] = [entry]
        return depth

    def _would_be_listed(self, opening: Opening) -> bool:
        """Return whether the contents list the headings of an opening's style at its place."""
        parents = self._open_entries[: self.nesting.place(opening) - 1]
        if not parents:
            return opening.style in self._listed_below[None]
        return parents[-1] is not None and opening.style in self._listed_below[parents[-1]]

    def _opening(self, index: int, label: StyledLabel | None) -> Opening:
        line = self._lines[index]
        text = line.text[label.end if label else 0 :].text
        return Opening(
            label,
            f"{line.font} {line.size:.2f} {round(line.left)}",
            left=line.left if line.positioned else None,
            size=line.size,
            closes=not label and holds_nothing(text),
            on_top=stands_on_top(line.text.text),
        )

    def _label(self, index: int) -> StyledLabel | None:
        """Return the label that a line begins with: of several the one that comes next."""
        labels = styled_labels(self._lines[index].text.text)
        for label in labels:
            if self.nesting.expects(self._opening(index, label)):
                return label
        return labels[0] if labels else None

    def _is_set_heading(self, index: int, last: int, below: bool) -> bool:
        """Return whether the lines from ``index`` to ``last``, whose type stands out, are one."""
        line = self._lines[index]
        if not self._shapes.is_phrase(index, last):
            return False
        label = self._label(index)
        set_off = below or self._shapes.is_set_off(index)
        if not label:
            return set_off and self._shapes.is_title(index, last)
        opening = self._opening(index, label)
        title = line.text[label.end :].text.strip() or last > index
        if not title or self._would_be_listed(opening):
            return False
        leaps = set_off and not label.style.weak and not self.nesting.repeats(opening)
        return leaps or self.nesting.expects(opening)

    def _last_of_plain(self, index: int, label: StyledLabel, below: bool) -> int | None:
        """Return the last line of a heading that neither the contents nor its type tells.

        None if there is none at ``index``: its label comes next, and does not go on from a list.
        """
        if label.style.weak and index not in self._bare:
            return None
        if label.style.name in self._listed_styles:
            return None
        labels = styled_labels(self._lines[index].text.text)
        if any((other.style.name, other.value) in self._next_items for other in labels):
            return None
        last = self._shapes.last_of_plain(index, label)
        opening = self._opening(index, label)
        before = self._doubtful.get((label.style.name, label.value - 1))
        if last is None or not (before or self.nesting.expects(opening)):
            return None
        known = below or index in self._revived or label.style.kind is SectionKind.MEASURE
        if not (known or self._shapes.may_begin_plain(index)):
            place = (index, self.nesting.place(opening))
            self._doubtful[label.style.name, label.value] = place
            return None
        if before:
            self.proved.add(before[0])
        return last

    def _note_item(self, index: int) -> None:
        """Remember the label of a line that is no heading: the next one goes on from it."""
        labels = styled_labels(self._lines[index].text.text)
        if labels:
            self._next_items = {(label.style.name, label.value + 1) for label in labels}


def _styles_below(
    entries: Sequence[OutlineEntry], styles: Sequence[set[str]]
) -> Mapping[int | None, set[str]]:
    """Return which ``styles`` the contents list right below each entry, and at the top."""
    below: dict[int | None, set[str]] = defaultdict(set)
    path: list[int] = []
    for index, entry in enumerate(entries):
        del path[entry.depth - 1 :]
        below[path[-1] if path else None] |= styles[index]
        path.append(index)
    return below


def _opening_of(entry: OutlineEntry) -> Opening:
    closes = holds_nothing(entry.title.text)
    return Opening(entry.styled, "title", depth=entry.depth, closes=closes)


def title_of(heading: HeadingLines, lines: Sequence[BodyLine]) -> list[Traced]:
    """Return a heading's lines without its label."""
    if heading.untitled:
        return []
    texts = [line.text for line in lines[heading.first : heading.last + 1]]
    end = heading.label.end if heading.label else 0
    return [texts[0][end:], *texts[1:]]
