"""Which lines of the text are headings, and at which depth.

A heading is listed in the contents, or its type stands out, or its label comes next in the
numbering of lines that are phrases with text below them. What is in doubt is no heading.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plan_tui.model.edits import EditKind, LineEdits
from plan_tui.parse.common.spacing import is_japanese_letter
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.contents_page import OutlineEntry, holds_nothing
from plan_tui.parse.full_text.label_styles import StyledLabel, styled_labels
from plan_tui.parse.full_text.listed_headings import ListedHeading
from plan_tui.parse.full_text.nesting import Nesting, Opening
from plan_tui.text.traced import Traced
from plan_tui.text.width import width

_LARGER = 1.08
"""The size, as a multiple of the body's, from which on type stands out."""
_SPACE = 1.25
"""The distance to the line above, as a multiple of the usual one, above a heading."""
_WIDE_SPACE = 1.5
"""Such a distance parts a line from the text above, whether that ends a sentence or not."""
_FULL = 3.0
"""Ems by which a line is short at most that goes on; line breaking moves a few characters."""
_LONGEST = 60
"""Characters of a heading that neither the contents nor its type tells."""
_LONGEST_TITLE = 60
"""Characters of a heading without label that is not listed."""
_FARTHEST = 8.0
"""Ems from the left edge at which a heading without label begins, at most; captions of figures
and the heads of tables stand farther in."""
_MOST_LINES = 3
_SHORT_SECOND_LINE = 20.0
"""Ems that the second line of a heading lacks at least which nothing but its place tells."""
_NEARLY_FULL = 0.06
"""The part of its width that a line lacks at most which goes on, where widths are estimates."""
_BLANKS = (" ", "\u3000")
_MOSTLY = 0.6
"""The part of sentences' ends at a line's end that have a blank, where blanks end paragraphs."""
_SENTENCE_END = ("。", "、", "，", "．", "：", ":", "」）。")
_PREDICATE = re.compile(
    r"(?:する|である|いる|ある|れる|じる|ける|める|える|せる|べる|なる|行う|図る|ます|です|ない|した|れた|こと)"
    r"[)）」]?$"
)
"""The end of an item of a list; a heading ends in a noun or a particle."""
_FINISHED = re.compile(r"[。！？!?）)」』】：:]$")
_BULLET = re.compile(
    r"\s*[・･•‣●○◯◎◇◆□■▪▫◦▶▷➢➤✓✔☑※＊*→⇒\-–—―~〜＜<\ue000-\uf8ff]|\s*(?:[a-zｏo]|l)\s+(?=[ぁ-ヿ一-鿿])"
)
_CAPTION = re.compile(
    r"\s*[（(<＜【\[]?(?:図表?|表|別図|写真|出典|出所|資料|注|備考|Figure|Table|Fig)[\s\d０-９：:.．）)】]"
)


@dataclass(frozen=True, slots=True)
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
    ) -> None:
        """Take the headings of ``entries`` by their first line as ``listed``.

        ``marked`` has the last line and the depth of those that bookmarks name.
        """
        self._lines = lines
        self._entries = entries
        self._listed = listed
        self._marked = marked
        self._edits = edits
        self._listed_styles = {
            styled.style.name for h in listed.values() if (styled := entries[h.entry].styled)
        }
        self._listed_below = _styles_below(entries)
        self._ends_blank = _ends_blank(lines)
        self._next_entry = 0
        self._open_entries: list[int | None] = []
        """Of each open heading, from the top down, the entry that it answers."""
        self._next_item: tuple[str, int] | None = None
        """Style and number of the next item, if the last label was a list item's."""
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
                self._note_item(index)
                index += 1
                continue
            headings.append(heading)
            self._next_item = None
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
            return self._enter(index, index, self._label(index))
        if index in self._marked:
            return self._enter_marked(index)
        if self._stands_out(index):
            last = self._last_of_type(index)
            if self._is_set_heading(index, last, below):
                return self._enter(index, last, self._label(index))
            return None
        label = self._label(index)
        if label and self._is_plain_heading(index, label, below):
            return self._enter(index, self._last_of_plain(index), label)
        return None

    def _enter_listed(self, listed: ListedHeading, count: int) -> HeadingLines:
        self._skip(count, range(self._next_entry, listed.entry))
        self._next_entry = listed.entry + 1
        entry = self._entries[listed.entry]
        label = entry.styled and self._same_label(listed.first, entry.styled)
        opening = replace(self._opening(listed.first, label), depth=entry.depth)
        depth = self._open(opening, listed.entry)
        return HeadingLines(listed.first, listed.last, label, depth, listed.entry)

    def _enter_marked(self, index: int) -> HeadingLines:
        """Enter a heading of a bookmark, whose depth counts where neither label nor entry does."""
        last, depth = self._marked[index]
        label = self._label(index)
        if label or self._entries:
            return self._enter(index, last, label)
        opening = replace(self._opening(index, None), depth=depth)
        return HeadingLines(index, last, None, self._open(opening, None), None)

    def _same_label(self, index: int, styled: StyledLabel) -> StyledLabel | None:
        labels = styled_labels(self._lines[index].text.text)
        return next(
            (label for label in labels if label.style is styled.style),
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
        )

    def _label(self, index: int) -> StyledLabel | None:
        """Return the label that a line begins with: of several the one that comes next."""
        labels = styled_labels(self._lines[index].text.text)
        for label in labels:
            if self.nesting.expects(self._opening(index, label)):
                return label
        return labels[0] if labels else None

    def _stands_out(self, index: int) -> bool:
        line = self._lines[index]
        return line.positioned and (
            line.size >= _LARGER or (line.stands_out and line.size > 2 - _LARGER)
        )

    def _last_of_type(self, index: int) -> int:
        """Return the last line of those of one type that go on from a line to the next."""
        last = index
        while last + 1 < len(self._lines):
            line, below = self._lines[last], self._lines[last + 1]
            label = self._label(index)
            bare = label is not None and last == index and not line.text[label.end :].text.strip()
            full = line.short is not None and line.short < _FULL
            alike = (below.font, below.size) == (line.font, line.size) or (
                self._stands_out(last + 1) and below.size == line.size
            )
            close = below.above is not None and below.above <= max(_SPACE, 1.2 * below.size)
            if not (alike and (full or bare) and close) or styled_labels(below.text.text):
                break
            if last + 1 in self._listed:
                break
            last += 1
        return last

    def _is_set_heading(self, index: int, last: int, below: bool) -> bool:
        """Return whether the lines from ``index`` to ``last``, whose type stands out, are one."""
        line = self._lines[index]
        text = line.text.text
        if last - index >= _MOST_LINES or self._lines[last].solid.endswith(_SENTENCE_END):
            return False
        if _BULLET.match(text) or _CAPTION.match(text):
            return False
        label = self._label(index)
        opened = line.opens_page or below or line.above is None or line.above >= _SPACE
        if label:
            opening = self._opening(index, label)
            title = line.text[label.end :].text.strip() or last > index
            if not title or self._would_be_listed(opening):
                return False
            leaps = opened and not label.style.weak and not self.nesting.repeats(opening)
            return leaps or self.nesting.expects(opening)
        return opened and self._is_title(index, last)

    def _is_title(self, index: int, last: int) -> bool:
        """Return whether lines without label, whose type stands out, are a heading."""
        text = "".join(line.solid for line in self._lines[index : last + 1])
        near = self._lines[index].left < _FARTHEST
        followed = last + 1 < len(self._lines)
        words = sum(map(is_japanese_letter, text))
        return near and followed and words >= 2 and len(text) <= _LONGEST_TITLE

    def _is_plain_heading(self, index: int, label: StyledLabel, below: bool) -> bool:
        """Return whether a line is a heading that neither the contents nor its type tells."""
        line = self._lines[index]
        title = line.text[label.end :].text.strip()
        if label.style.weak or label.style.name in self._listed_styles:
            return False
        if self._next_item == (label.style.name, label.value):
            return False
        if not title or len(line.solid) > _LONGEST or line.solid.endswith(_SENTENCE_END):
            return False
        if not self.nesting.expects(self._opening(index, label)):
            return False
        if not below and not self._may_precede(index):
            return False
        last = self._last_of_plain(index)
        if last == index and self._fills(index):
            return False
        text = "".join(line.solid for line in self._lines[index : last + 1])
        phrase = not text.endswith(_SENTENCE_END) and not _PREDICATE.search(text)
        short = last == index or self._ends_blank or len(text) <= _LONGEST
        return phrase and short and not self._goes_on_as_list(last, label)

    def _fills(self, index: int) -> bool:
        """Return whether a line goes on on the next one."""
        line = self._lines[index]
        if self._ends_blank:
            return not line.text.text.endswith(_BLANKS)
        if line.short is None:
            return False
        return line.short < _FULL or (
            not line.positioned and line.short < _NEARLY_FULL * width(line.text.text)
        )

    def _may_precede(self, index: int) -> bool:
        """Return whether a heading may follow the line above: it ends a sentence or is short."""
        line = self._lines[index]
        if not index:
            return True
        above = self._lines[index - 1]
        if above.solid.endswith(("、", "，")):
            return False
        if line.positioned and line.above is not None and line.above < _SPACE:
            return False
        if line.positioned and line.above is not None and line.above >= _WIDE_SPACE:
            return True
        finished = bool(_FINISHED.search(above.solid))
        return finished or (above.short is not None and above.short >= _FULL)

    def _goes_on_as_list(self, last: int, label: StyledLabel) -> bool:
        """Return whether a label of the same style stands below line ``last``, as in a list."""
        if last + 1 >= len(self._lines):
            return True
        labels = styled_labels(self._lines[last + 1].text.text)
        return any(next_label.style is label.style for next_label in labels)

    def _last_of_plain(self, index: int) -> int:
        """Return the last line of a heading that goes on: only to a short line, or to a blank."""
        if index + 2 >= len(self._lines) or not self._fills(index):
            return index
        if self._ends_blank:
            ends = range(index, min(index + _MOST_LINES, len(self._lines)))
            return next((end for end in ends if not self._fills(end)), index)
        below = self._lines[index + 1]
        short = below.short is not None and below.short >= _SHORT_SECOND_LINE
        ended = below.solid.endswith(_SENTENCE_END) or styled_labels(below.text.text)
        return index + 1 if short and not ended else index

    def _note_item(self, index: int) -> None:
        """Remember the label of a line that is no heading: the next one goes on from it."""
        for label in styled_labels(self._lines[index].text.text)[:1]:
            self._next_item = (label.style.name, label.value + 1)


def _styles_below(entries: Sequence[OutlineEntry]) -> Mapping[int | None, set[str]]:
    """Return which styles of labels the contents list right below each entry, and at the top."""
    below: dict[int | None, set[str]] = defaultdict(set)
    path: list[int] = []
    for index, entry in enumerate(entries):
        del path[entry.depth - 1 :]
        if entry.styled:
            below[path[-1] if path else None].add(entry.styled.style.name)
        path.append(index)
    return below


def _ends_blank(lines: Sequence[BodyLine]) -> bool:
    """Return whether lines end in a blank just where their paragraph ends."""
    sentences = [line for line in lines if line.solid.endswith("。")]
    blank = sum(line.text.text.endswith(_BLANKS) for line in sentences)
    others = [line for line in lines if not line.solid.endswith("。")]
    blank_too = sum(line.text.text.endswith(_BLANKS) for line in others)
    return blank > _MOSTLY * len(sentences) > 0 and blank_too < (1 - _MOSTLY) * len(others)


def _opening_of(entry: OutlineEntry) -> Opening:
    closes = holds_nothing(entry.title.text)
    return Opening(entry.styled, "title", depth=entry.depth, closes=closes)


def title_of(heading: HeadingLines, lines: Sequence[BodyLine]) -> list[Traced]:
    """Return a heading's lines without its label."""
    texts = [line.text for line in lines[heading.first : heading.last + 1]]
    end = heading.label.end if heading.label else 0
    return [texts[0][end:], *texts[1:]]
