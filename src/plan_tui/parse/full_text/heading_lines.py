"""Which lines of the text are headings, and at which depth.

A heading is listed in the contents, or its type stands out, or its label comes next in the
numbering of lines that are phrases with text below them. What is in doubt is no heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plan_tui.model.edits import EditKind, LineEdits
from plan_tui.parse.common.spacing import is_japanese_letter
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.contents_page import OutlineEntry, holds_nothing
from plan_tui.parse.full_text.label_styles import StyledLabel, styled_labels
from plan_tui.parse.full_text.listed_headings import ListedHeading
from plan_tui.parse.full_text.nesting import Nesting, Opening
from plan_tui.text.traced import Traced

_LARGER = 1.08
"""The size, as a multiple of the body's, from which on type stands out."""
_SPACE = 1.25
"""The distance to the line above, as a multiple of the usual one, above a heading."""
_FULL = 3.0
"""Ems by which a line is short at most that goes on; line breaking moves a few characters."""
_LONGEST = 60
"""Characters of a heading that neither the contents nor its type tells."""
_LONGEST_TITLE = 40
"""Characters of a heading without label that is not listed."""
_FARTHEST = 8.0
"""Ems from the left edge at which a heading without label begins, at most; captions of figures
and the heads of tables stand farther in."""
_MOST_LINES = 3
_SHORT_SECOND_LINE = 20.0
"""Ems that the second line of a heading lacks at least which nothing but its place tells."""
_SENTENCE_END = ("。", "、", "，", "．", "：", ":", "」）。")
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
        edits: LineEdits,
        votes: Counter[tuple[str, str]],
    ) -> None:
        """Take the headings of ``entries`` by their first line as ``listed``."""
        self._lines = lines
        self._entries = entries
        self._listed = listed
        self._edits = edits
        self._listed_styles = {
            styled.style.name for h in listed.values() if (styled := entries[h.entry].styled)
        }
        self._next_entry = 0
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
        depth = self.nesting.enter(_opening_of(entry))
        label = entry.styled and self._same_label(listed.first, entry.styled)
        return HeadingLines(listed.first, listed.last, label, depth, listed.entry)

    def _same_label(self, index: int, styled: StyledLabel) -> StyledLabel | None:
        labels = styled_labels(self._lines[index].text.text)
        return next(
            (label for label in labels if label.style is styled.style),
            labels[0] if labels else None,
        )

    def _skip(self, count: int, entries: range) -> None:
        """Open the entries that have no heading in the text, at their place."""
        for index in entries:
            self.nesting.enter(_opening_of(self._entries[index]))
            self.skipped.setdefault(count, []).append(index)

    def _enter(self, first: int, last: int, label: StyledLabel | None) -> HeadingLines:
        depth = self.nesting.enter(self._opening(first, label))
        return HeadingLines(first, last, label, depth, None)

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
            title = line.text[label.end :].text.strip() or last > index
            expected = self.nesting.expects(self._opening(index, label))
            return bool(title) and (expected or (opened and not label.style.weak))
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
        if self._fills(index) and self._last_of_plain(index) == index:
            return False
        return not self._goes_on_as_list(index, label)

    def _fills(self, index: int) -> bool:
        short = self._lines[index].short
        return short is not None and short < _FULL

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
        finished = bool(_FINISHED.search(above.solid))
        return finished or (above.short is not None and above.short >= _FULL)

    def _goes_on_as_list(self, index: int, label: StyledLabel) -> bool:
        """Return whether the next label of the style stands right below, as in a list."""
        last = self._last_of_plain(index)
        if last + 1 >= len(self._lines):
            return True
        labels = styled_labels(self._lines[last + 1].text.text)
        return any(n.style is label.style and n.value == label.value + 1 for n in labels)

    def _last_of_plain(self, index: int) -> int:
        """Return the last line of a heading that fills its line and goes on on a short one."""
        line = self._lines[index]
        if index + 2 >= len(self._lines) or line.short is None or line.short >= _FULL:
            return index
        below = self._lines[index + 1]
        short = below.short is not None and below.short >= _SHORT_SECOND_LINE
        ends = below.solid.endswith(_SENTENCE_END) or styled_labels(below.text.text)
        return index + 1 if short and not ends else index

    def _note_item(self, index: int) -> None:
        """Remember the label of a line that is no heading: the next one goes on from it."""
        for label in styled_labels(self._lines[index].text.text)[:1]:
            self._next_item = (label.style.name, label.value + 1)


def _opening_of(entry: OutlineEntry) -> Opening:
    closes = holds_nothing(entry.title.text)
    return Opening(entry.styled, "title", depth=entry.depth, closes=closes)


def title_of(heading: HeadingLines, lines: Sequence[BodyLine]) -> list[Traced]:
    """Return a heading's lines without its label."""
    texts = [line.text for line in lines[heading.first : heading.last + 1]]
    end = heading.label.end if heading.label else 0
    return [texts[0][end:], *texts[1:]]
