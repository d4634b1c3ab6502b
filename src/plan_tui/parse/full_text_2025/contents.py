"""The contents pages of the 2025 layout: what headings there are, and which have no text here.

An entry is a label, a title, leader dots and a page number. Several entries may stand on one
line, and a ruby reading above a title comes out at the line's start, with what followed the
word in the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFurniture, ParsedRuby
from plan_tui.parse.common.numbering import LEVELS_2025, Label, NumberedOutline, labels
from plan_tui.parse.common.ruby_readings import looks_like_reading
from plan_tui.parse.common.spacing import join_lines
from plan_tui.text.traced import Traced

_LEADER = re.compile(r"\s*(?:[.．…‥]\s*){3,}[0-9０-９]*")
_OPEN, _CLOSE = "（(「『【", "）)」』】"
_NEARLY = 0.85
"""How alike a title in the text and in the contents must be where they differ by a slip."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the table of contents."""

    label: Label
    label_text: Traced
    title: Traced

    @property
    def solid(self) -> str:
        """The title without blanks."""
        return _solid(self.title.text)

    def matches(self, title: str) -> bool:
        """Return whether ``title`` (without blanks) is this entry's, but for a slip."""
        return SequenceMatcher(None, self.solid, title).ratio() >= _NEARLY


@dataclass(slots=True)
class PageContents:
    """The table of contents, and how far the text has come in it."""

    entries: list[ContentsEntry] = field(default_factory=list)
    ruby: list[tuple[Traced, str]] = field(default_factory=list)
    """Readings that stood in the contents, each with its entry's title up to the word's end."""
    _next: int = 0
    _held: set[int] = field(default_factory=set)

    @property
    def depths(self) -> set[int]:
        """The depths that the contents list for the text held."""
        return {self.entries[i].label.depth for i in self._held} or {
            entry.label.depth for entry in self.entries
        }

    def find(self, label: Label, title: str) -> ContentsEntry | None:
        """Return the next entry that a heading in the text may begin, or None.

        ``title`` is the heading's first printed line without blanks; it may break off. The
        very next entry's title may also differ from it by a slip.
        """
        ahead = [
            entry
            for entry in self.entries[self._next :]
            if (entry.label.depth, entry.label.value) == (label.depth, label.value)
        ]
        for entry in ahead:
            if title and entry.solid.startswith(title):
                return entry
        following = self.entries[self._next : self._next + 1]
        return next((e for e in ahead if e in following and e.matches(title)), None)

    def enter(self, entry: ContentsEntry) -> None:
        """Note that an entry's heading stands in the text."""
        index = next(i for i, known in enumerate(self.entries) if known is entry)
        self._held.add(index)
        self._next = index + 1

    def missing(self) -> list[ContentsEntry]:
        """Return the entries whose headings have not been met in the text."""
        return [entry for i, entry in enumerate(self.entries) if i not in self._held]


def contents_start(lines: Sequence[Traced]) -> int | None:
    """Return the index of the contents' first line, or None without contents.

    It is the first line with leader dots, or further up the heading 目次 or entries that
    wrap before their leader dots.
    """
    first = next((i for i, line in enumerate(lines) if _LEADER.search(line.text)), None)
    while first and _belongs_to_contents(lines[first - 1].text):
        first -= 1
    return first


def _belongs_to_contents(line: str) -> bool:
    first_rank = any(label.depth == 1 for label in labels(line, LEVELS_2025))
    return _solid(line) == "目次" or first_rank


def contents_end(lines: Sequence[Traced], start: int) -> int:
    """Return the index after the contents that begin at ``lines[start]``.

    They end where their first entry comes again, now as a heading, which may be wrapped.
    """
    entries = (i for i in range(start, len(lines)) if any(labels(lines[i].text, LEVELS_2025)))
    first = _heading_of(lines[next(entries, start)])
    for index in range(start + 1, len(lines)):
        if not _LEADER.search(lines[index].text):
            again = _heading_of(lines[index])
            if first and again and _same_heading(first, again):
                return index
    return 1 + max(i for i, line in enumerate(lines) if _LEADER.search(line.text))


def _same_heading(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Return whether two headings are the same, either of which may break off."""
    return one[0] == other[0] and (one[1].startswith(other[1]) or other[1].startswith(one[1]))


def _heading_of(line: Traced) -> tuple[str, str] | None:
    """Return the label and title that a line begins with, without blanks and leader dots."""
    label = next(iter(labels(line.text, LEVELS_2025)), None)
    if label is None:
        return None
    return _solid(label.text), _solid(_LEADER.sub("", line.text[label.end :]))


def read_contents(lines: Sequence[Traced]) -> PageContents:
    """Read the entries of the contents' ``lines``."""
    contents = PageContents()
    outline = NumberedOutline()
    loose: list[Traced] = []
    open_entry = False
    for line in lines:
        for part, ended in _between_leaders(line):
            for piece, label in _entries_in(part, outline):
                if label:
                    contents.entries.append(_entry(piece, label))
                    _close_bracket(contents, loose)
                elif open_entry:
                    _extend(contents, piece)
                else:
                    loose = _split_blanks(piece)
                open_entry = True
            open_entry = not ended
    return contents


def _between_leaders(line: Traced) -> list[tuple[Traced, bool]]:
    """Return the line's parts outside leader dots, each with whether dots follow it."""
    parts = []
    at = 0
    for leader in _LEADER.finditer(line.text):
        parts.append((line[at : leader.start()].strip(), True))
        at = leader.end()
    parts.append((line[at:].strip(), False))
    return [(part, ended) for part, ended in parts if part]


def _entries_in(part: Traced, outline: NumberedOutline) -> list[tuple[Traced, Label | None]]:
    """Split a stretch of text at the labels that come next in the numbering."""
    cuts: list[tuple[int, Label | None]] = []
    for found in re.finditer(r"(?<!\S)(?=\S)", part.text):
        for label in labels(part.text[found.start() :], LEVELS_2025):
            if outline.expects(label.depth, label.value):
                outline.enter(label.depth, label.value)
                cuts.append((found.start(), label))
                break
    if not cuts or cuts[0][0]:
        cuts.insert(0, (0, None))
    ends = [start for start, _ in cuts[1:]] + [len(part)]
    return [
        (part[start:end].strip(), label) for (start, label), end in zip(cuts, ends, strict=True)
    ]


def _entry(piece: Traced, label: Label) -> ContentsEntry:
    return ContentsEntry(
        label, piece[label.start : label.end].without_spaces(), join_lines([piece[label.end :]])
    )


def _extend(contents: PageContents, piece: Traced) -> None:
    last = contents.entries[-1]
    contents.entries[-1] = replace(last, title=join_lines((last.title, piece)))


def _split_blanks(piece: Traced) -> list[Traced]:
    return [piece[found.start() : found.end()] for found in re.finditer(r"\S+", piece.text)]


def _close_bracket(contents: PageContents, loose: list[Traced]) -> None:
    """Give a displaced reading and the rest of its title to the entry that lacks that rest."""
    title = contents.entries[-1].title.text
    lacking = [c for c in title if c in _OPEN]
    tail = [word for word in loose if not looks_like_reading(word.text)]
    if not loose or len(lacking) <= sum(title.count(c) for c in _CLOSE):
        return
    if any(word.text[0] not in _CLOSE for word in tail):
        return
    contents.ruby += [(word, title) for word in loose if looks_like_reading(word.text)]
    for word in tail:
        _extend(contents, word)
    loose.clear()


def leftovers(
    lines: Sequence[Traced], missing: Sequence[ContentsEntry], ruby: Sequence[ParsedRuby]
) -> list[ParsedFurniture]:
    """Return, line by line, what of the contents became neither a section nor a reading."""
    taken = {
        place
        for text in [t for e in missing for t in (e.label_text, e.title)]
        + [r.reading for r in ruby]
        for place in text.places
    }
    rest = [
        line.keep(i for i, place in enumerate(line.places) if place not in taken).strip()
        for line in lines
    ]
    return [ParsedFurniture(FurnitureKind.CONTENTS, text) for text in rest if text]


def _solid(text: str) -> str:
    return "".join(text.split())
