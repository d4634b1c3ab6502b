"""Headings on a slide: recognised by their form, their numbering and their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.parse.slides.slide_text import (
    is_date,
    is_excerpt,
    is_label,
    is_phrase,
    is_predicate,
    is_sentence,
)
from plan_tui.parse.slides.slide_titles import BOX_HEADING, is_numbered_heading, numbering_style
from plan_tui.parse.slides.units import SlideUnit, UnitKind, is_heading_line
from plan_tui.text.record import record

_STATED_COUNT = re.compile(r"[（(]([0-9０-９]+)[^0-9０-９（）()]{1,4}[)）]")
"""A heading's bracket that states how many items follow, with their counter."""
_FEWEST_FIGURE_LINES = 5
"""Phrases one below the other from which on they are labels of a figure, not headings. Slides nest
headings two or three deep, so that four above each other are the most; the labels of figures in
the source are 6 or more. With 4 headings are lost, with 8 labels become headings."""
_FEWEST_LIST_LINES = 3
"""Phrases from which on those without text below them are a list: two are as often a heading and
its text. With 2 headings on the source's slides become lists, with 4 a list becomes headings."""


@record
class SlideHeading:
    """A unit that is a heading."""

    index: int
    """0-based index among the slide's units."""
    level: int
    """Levels below the slide's title, from 1."""


class HeadingReader:
    """Reads the units below one slide's title, from top to bottom.

    Attributes:
        headings: the headings, in order.
        listed: indices of plain lines that form a list.
        captions: indices of plain lines that caption a figure or a table.

    """

    def __init__(self, units: Sequence[SlideUnit]) -> None:
        self._units = units
        self.headings: list[SlideHeading] = []
        self.listed: set[int] = set()
        self.captions: set[int] = set()
        self._styles: list[str] = []  # of the numbered headings that are open, by level
        self._inner = False  # whether unnumbered headings stand below another one
        index = 0
        while index < len(units):
            index = self._step(index)

    def _step(self, index: int) -> int:
        """Read the unit at ``index``, and those that belong to it; return the next index."""
        units = self._units
        unit = units[index]
        if is_numbered_heading(units, index):
            style = numbering_style(unit.marker.text)
            if style in self._styles:
                del self._styles[self._styles.index(style) :]
            self._styles.append(style)
            self.headings.append(SlideHeading(index, len(self._styles)))
            self._inner = False
            return index + 1
        if self._is_marked_heading(index):
            self._add(index, outermost=True)
            return index + 1
        if unit.kind is not UnitKind.TEXT:
            return index + 1
        items = self._stated_items(index)
        if items:
            self._add(index, outermost=True)
            self.listed.update(range(index + 1, index + 1 + items))
            return index + 1 + items
        if is_date(unit.text.text) and unit.solo and index + 1 < len(units):
            self._add(index, outermost=True)
            return index + 1
        lines = self._phrases_from(index)
        return self._read_lines(lines) if lines else index + 1

    def _add(self, index: int, *, outermost: bool = False, has_headings: bool = False) -> None:
        """Add an unnumbered heading, of level 2 below one that ``has_headings``, else of level 1.

        ``outermost`` ends such a heading.
        """
        if outermost or has_headings:
            self._inner = False
        self._styles = []
        self.headings.append(SlideHeading(index, 2 if self._inner else 1))
        if has_headings:
            self._inner = True

    def _is_marked_heading(self, index: int) -> bool:
        """Return whether a unit with a marker or in 【】 is a heading.

        It is if it is a bullet's phrase (``○``) above other text, or a box's heading, printed
        once on the slide, above bullets.
        """
        unit = self._units[index]
        below = self._units[index + 1] if index + 1 < len(self._units) else None
        text = unit.text.text
        if below is None or not unit.gap:
            return False
        if unit.kind is UnitKind.NOTE and BOX_HEADING.match(text) and not is_excerpt(text):
            once = sum(other.text.text == text for other in self._units) == 1
            return once and below.kind is UnitKind.BULLET and below.gap > 0
        if unit.kind is not UnitKind.BULLET or unit.dashed or not is_phrase(text):
            return False
        text_below = below.kind is UnitKind.TEXT and below.gap > 0
        other_bullets = below.kind is UnitKind.BULLET and below.marker.text != unit.marker.text
        return (text_below or other_bullets) and not is_predicate(text)

    def _stated_items(self, index: int) -> int:
        """Return how many plain lines follow a heading that states exactly their number, else 0."""
        stated = _STATED_COUNT.search(self._units[index].text.text)
        if not stated or not self._units[index].solo:
            return 0
        count = int(stated.group(1))
        lines = self._units[index + 1 : index + 1 + count]
        items = [u for u in lines if u.kind is UnitKind.TEXT and not is_sentence(u.text.text)]
        after = self._units[index + 1 + count : index + 2 + count]
        complete = (
            not after
            or after[0].kind is not UnitKind.TEXT
            or bool(_STATED_COUNT.search(after[0].text.text))
        )
        return count if len(items) == count and complete else 0

    def _phrases_from(self, start: int) -> list[int]:
        """Return the indices of the phrases (or a figure's lines) that stand one below the other.

        The first stands at ``start``; empty if none does.
        """
        phrases: list[int] = []
        for index, unit in enumerate(self._units[start:], start):
            if is_date(unit.text.text) or not (unit.figure or is_heading_line(unit)):
                break
            phrases.append(index)
        return phrases

    def _read_lines(self, lines: Sequence[int]) -> int:
        """Read phrases that stand one below the other and return the index after them.

        Many are the labels of a figure, of which the last may be the heading of what follows. Of
        a few the last is the heading of what follows, the one above it a heading with that one
        below it, and those further up are headings without text.
        """
        end = lines[-1] + 1
        below = self._units[end] if end < len(self._units) else None
        many = len(lines) >= _FEWEST_FIGURE_LINES
        remark = below is not None and below.kind is UnitKind.NOTE
        listed_above_remark = remark and not many and len(lines) >= _FEWEST_LIST_LINES
        if any(self._units[index].figure for index in lines):
            self._read_figure(lines)
        elif below is not None and below.kind is UnitKind.TABLE:
            self.captions.update(lines)
        elif not self._is_body_text(end) or listed_above_remark:
            self._add_list(lines)
        elif many:
            self._add_list(lines[:-1])
            self._add(lines[-1], outermost=True)
        else:
            self._read_few(lines)
        return end

    def _is_body_text(self, index: int) -> bool:
        """Return whether the unit at ``index`` can be the text below a heading.

        Another phrase cannot, nor a date (a heading itself), nor a slide's last single line.
        """
        if index >= len(self._units):
            return False
        unit = self._units[index]
        text = unit.text.text
        if unit.kind is not UnitKind.TEXT or is_sentence(text):
            return True
        if unit.solo and index + 1 == len(self._units):
            return False
        return not is_date(text) and (not is_label(text) or is_predicate(text))

    def _read_figure(self, lines: Sequence[int]) -> None:
        """Read a figure's lines: a list, below its caption if there is one."""
        caption = is_heading_line(self._units[lines[0]])
        if caption:
            self.captions.add(lines[0])
        self._add_list(lines[caption:])

    def _add_list(self, lines: Sequence[int]) -> None:
        if len(lines) >= _FEWEST_LIST_LINES:
            self.listed.update(lines)

    def _read_few(self, lines: Sequence[int]) -> None:
        """Read a few phrases: headings without text, a heading of headings, a heading of text.

        Where the headings above alternate with single paragraphs, the first two phrases are
        another heading and its paragraph.
        """
        phrases = list(lines)
        if len(phrases) > 2 and self._alternates(phrases[0]):
            self._add(phrases[0])
            phrases = phrases[2:]
        for index in phrases:
            self._add(index, has_headings=len(phrases) > 1 and index == phrases[-2])

    def _alternates(self, index: int) -> bool:
        """Return whether each of the last two headings above has a single plain paragraph."""
        above = [heading.index for heading in self.headings[-2:]]
        if len(above) < 2:
            return False
        ends = [*above[1:], index]
        return all(
            end - start == 2 and self._units[start + 1].kind is UnitKind.TEXT
            for start, end in zip(above, ends, strict=True)
        )
