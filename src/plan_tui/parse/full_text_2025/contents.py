"""The contents pages of the 2025 layout: their entries, and which of them have text here.

An entry is a label, a title, a dot leader and a page number. Several entries may stand on one
line. The extraction moves a ruby reading above a title to the line's start, together with the
part of the title that follows the word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFurniture, ParsedRuby
from plan_tui.parse.common.numbering import LEVELS_2025, Label, NumberedOutline, labels
from plan_tui.parse.common.ruby_readings import looks_like_reading
from plan_tui.parse.common.spacing import join_lines
from plan_tui.text.record import field, record, replaced
from plan_tui.text.traced import Traced

_LEADER = re.compile(r"\s*(?:[.．…‥]\s*){3,}[0-9０-９]*")
_OPEN, _CLOSE = "（(「『【", "）)」』】"
_NEARLY = 0.85
"""How alike (`difflib`'s ratio) a title in the text and in the contents must be, where they differ
by a misprint: one or two characters of ten. All in the source are equal; the next best pair, of
different headings, reaches 0.59."""


@record
class ContentsEntry:
    """One line of the table of contents."""

    label: Label
    label_text: Traced
    """The printed label, without blanks."""
    title: Traced
    """Clean title."""

    @property
    def solid(self) -> str:
        """The title without blanks."""
        return _solid(self.title.text)

    def matches(self, title: str) -> bool:
        """Return whether ``title`` (without blanks) is this entry's, but for a misprint."""
        return SequenceMatcher(None, self.solid, title).ratio() >= _NEARLY


@record(frozen=False)
class PageContents:
    """The table of contents, and which of its entries have been met in the text."""

    entries: list[ContentsEntry] = field(default_factory=list)
    ruby: list[tuple[Traced, str]] = field(default_factory=list)
    """Readings that stood in the contents, each with its entry's title up to the word's end."""
    _next: int = 0
    """The index after the entry that was met last."""
    _met: set[int] = field(default_factory=set)
    """The indices of all entries met."""

    @property
    def depths(self) -> set[int]:
        """The depths of the entries met, or of all entries before any is met."""
        return {self.entries[i].label.depth for i in self._met} or {
            entry.label.depth for entry in self.entries
        }

    def find(self, label: Label, title: str) -> ContentsEntry | None:
        """Return the entry whose heading may begin in the text with ``label``, or None.

        ``title`` is the heading's first printed line without blanks; the title may go on. That
        of the entry that comes next may also differ by a misprint.
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
        self._met.add(index)
        self._next = index + 1

    def missing(self) -> list[ContentsEntry]:
        """Return the entries whose headings have not been met in the text."""
        return [entry for i, entry in enumerate(self.entries) if i not in self._met]


def contents_start(lines: Sequence[Traced]) -> int | None:
    """Return the index of the contents' first line, or None without contents.

    It is the first line with a dot leader, or above that the heading 目次 or an entry whose
    dot leader stands on its second line.
    """
    first = next((i for i, line in enumerate(lines) if _LEADER.search(line.text)), None)
    while first and _belongs_to_contents(lines[first - 1].text):
        first -= 1
    return first


def _belongs_to_contents(line: str) -> bool:
    chapter = any(label.depth == 1 for label in labels(line, LEVELS_2025))
    return _solid(line) == "目次" or chapter


def contents_end(lines: Sequence[Traced], start: int) -> int:
    """Return the index after the contents that begin at ``lines[start]``.

    They end where their first entry comes again, as a heading in the text, which may be wrapped.
    """
    entries = (i for i in range(start, len(lines)) if any(labels(lines[i].text, LEVELS_2025)))
    first = _heading_of(lines[next(entries, start)])
    for index in range(start + 1, len(lines)):
        if not _LEADER.search(lines[index].text):
            again = _heading_of(lines[index])
            if first and again and _same_heading(first, again):
                return index
    return 1 + max(i for i, line in enumerate(lines) if _LEADER.search(line.text))


def _same_heading(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Return whether two (label, title) are the same heading; either title may break off."""
    (first_label, first_title), (second_label, second_title) = first, second
    return first_label == second_label and (
        first_title.startswith(second_title) or second_title.startswith(first_title)
    )


def _heading_of(line: Traced) -> tuple[str, str] | None:
    """Return the label and title that a line begins with, without blanks and dot leader."""
    label = next(iter(labels(line.text, LEVELS_2025)), None)
    if label is None:
        return None
    return _solid(label.text), _solid(_LEADER.sub("", line.text[label.end :]))


def read_contents(lines: Sequence[Traced]) -> PageContents:
    """Read the entries of the contents' ``lines``."""
    contents = PageContents()
    outline = NumberedOutline()
    displaced: list[Traced] = []  # words without a label at a line's start
    entry_open = False
    for line in lines:
        for text, ended in _between_leaders(line):
            for entry_text, label in _split_entries(text, outline):
                if label:
                    contents.entries.append(_entry(entry_text, label))
                    _add_displaced(contents, displaced)
                elif entry_open:
                    _extend(contents, entry_text)
                else:
                    displaced = _words(entry_text)
                entry_open = True
            entry_open = not ended
    return contents


def _between_leaders(line: Traced) -> list[tuple[Traced, bool]]:
    """Return the line's texts outside dot leaders, each with whether a leader follows it."""
    texts = []
    start = 0
    for leader in _LEADER.finditer(line.text):
        texts.append((line[start : leader.start()].strip(), True))
        start = leader.end()
    texts.append((line[start:].strip(), False))
    return [(text, ended) for text, ended in texts if text]


def _split_entries(text: Traced, outline: NumberedOutline) -> list[tuple[Traced, Label | None]]:
    """Split a text before each label that comes next in the numbering.

    What stands before the first such label has none.
    """
    cuts: list[tuple[int, Label | None]] = []
    for word in re.finditer(r"(?<!\S)(?=\S)", text.text):
        for label in labels(text.text[word.start() :], LEVELS_2025):
            if outline.expects(label.depth, label.value):
                outline.enter(label.depth, label.value)
                cuts.append((word.start(), label))
                break
    if not cuts or cuts[0][0]:
        cuts.insert(0, (0, None))
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    return [
        (text[start:end].strip(), label) for (start, label), end in zip(cuts, ends, strict=True)
    ]


def _entry(text: Traced, label: Label) -> ContentsEntry:
    return ContentsEntry(
        label, text[label.start : label.end].without_spaces(), join_lines([text[label.end :]])
    )


def _extend(contents: PageContents, text: Traced) -> None:
    """Add ``text`` to the last entry's title."""
    last = contents.entries[-1]
    contents.entries[-1] = replaced(last, title=join_lines((last.title, text)))


def _words(text: Traced) -> list[Traced]:
    return [text[word.start() : word.end()] for word in re.finditer(r"\S+", text.text)]


def _add_displaced(contents: PageContents, displaced: list[Traced]) -> None:
    """Give displaced words, a reading and the end of a title, to the entry just begun.

    They are its own if its title lacks a closing bracket with which that end begins.
    """
    title = contents.entries[-1].title.text
    opening = sum(title.count(bracket) for bracket in _OPEN)
    closing = sum(title.count(bracket) for bracket in _CLOSE)
    title_end = [word for word in displaced if not looks_like_reading(word.text)]
    if not displaced or opening <= closing:
        return
    if any(word.text[0] not in _CLOSE for word in title_end):
        return
    contents.ruby += [(word, title) for word in displaced if looks_like_reading(word.text)]
    for word in title_end:
        _extend(contents, word)
    displaced.clear()


def contents_furniture(
    lines: Sequence[Traced], missing: Sequence[ContentsEntry], ruby: Sequence[ParsedRuby]
) -> list[ParsedFurniture]:
    """Return, line by line, the text of the contents that is no section and no reading."""
    used = {
        place
        for text in [t for e in missing for t in (e.label_text, e.title)]
        + [r.reading for r in ruby]
        for place in text.places
    }
    rest = [
        line.keep(i for i, place in enumerate(line.places) if place not in used).strip()
        for line in lines
    ]
    return [ParsedFurniture(FurnitureKind.CONTENTS, text) for text in rest if text]


def _solid(text: str) -> str:
    return "".join(text.split())
