"""Heads on a slide: told by their neighbours, their form and their numbering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.parse.slides.slide_titles import BOX_HEAD, enum_style, is_numbered_head
from plan_tui.parse.slides.text import (
    is_date,
    is_excerpt,
    is_label,
    is_phrase,
    is_predicate,
    is_sentence,
)
from plan_tui.parse.slides.units import SlideUnit, UnitKind, is_head_line

_COUNTED = re.compile(r"[（(]([0-9０-９]+)[^0-9０-９（）()]{1,4}[)）]")
_LONG_RUN = 5
_LISTED_LINES = 3


@dataclass(frozen=True, slots=True)
class SlideHead:
    """A unit found to be a head."""

    place: int
    """0-based place among the units."""
    level: int
    """Levels below the slide's title, from 1."""


class SlideReader:
    """Reads one slide's units from top to bottom.

    Attributes:
        heads: the heads found, in order.
        listed: places of bare lines that form a list.
        captions: places of bare lines that caption a figure or a table.

    """

    def __init__(self, units: Sequence[SlideUnit]) -> None:
        self._units = units
        self.heads: list[SlideHead] = []
        self.listed: set[int] = set()
        self.captions: set[int] = set()
        self._styles: list[str] = []
        self._inner = False
        place = 0
        while place < len(units):
            place = self._step(place)

    def _step(self, place: int) -> int:
        """Deal with the unit at ``place`` and return the next place."""
        units = self._units
        unit = units[place]
        if is_numbered_head(units, place):
            style = enum_style(unit.marker.text)
            if style in self._styles:
                del self._styles[self._styles.index(style) :]
            self._styles.append(style)
            self.heads.append(SlideHead(place, len(self._styles)))
            self._inner = False
            return place + 1
        if self._is_marked_head(place):
            self._add(place, container=True)
            return place + 1
        if unit.kind is not UnitKind.TEXT:
            return place + 1
        members = self._counted(place)
        if members:
            self._add(place, container=True)
            self.listed.update(range(place + 1, place + 1 + members))
            return place + 1 + members
        if is_date(unit.text.text) and unit.solo and place + 1 < len(units):
            self._add(place, container=True)
            return place + 1
        lines = self._lines(place)
        return self._read_lines(lines) if lines else place + 1

    def _add(self, place: int, *, container: bool = False, opens: bool = False) -> None:
        """Add a head; a container or one outside any container stands highest."""
        if container or opens:
            self._inner = False
        self._styles = []
        self.heads.append(SlideHead(place, 2 if self._inner else 1))
        if opens:
            self._inner = True

    def _is_marked_head(self, place: int) -> bool:
        """Tell a bullet's phrase (``○``) above other text, or a box head above bullets."""
        unit = self._units[place]
        below = self._units[place + 1] if place + 1 < len(self._units) else None
        text = unit.text.text
        if below is None or not unit.gap:
            return False
        if unit.kind is UnitKind.NOTE and BOX_HEAD.match(text) and not is_excerpt(text):
            once = sum(other.text.text == text for other in self._units) == 1
            return once and below.kind is UnitKind.BULLET and below.gap > 0
        if unit.kind is not UnitKind.BULLET or unit.dashed or not is_phrase(text):
            return False
        text_below = below.kind is UnitKind.TEXT and below.gap > 0
        other_bullets = below.kind is UnitKind.BULLET and below.marker.text != unit.marker.text
        return (text_below or other_bullets) and not is_predicate(text)

    def _counted(self, place: int) -> int:
        """Return how many bare lines follow a head that states just their number, else 0."""
        found = _COUNTED.search(self._units[place].text.text)
        if not found or not self._units[place].solo:
            return 0
        count = int(found.group(1))
        lines = self._units[place + 1 : place + 1 + count]
        bare = [u for u in lines if u.kind is UnitKind.TEXT and not is_sentence(u.text.text)]
        after = self._units[place + 1 + count : place + 2 + count]
        closed = (
            not after
            or after[0].kind is not UnitKind.TEXT
            or bool(_COUNTED.search(after[0].text.text))
        )
        return count if len(bare) == count and closed else 0

    def _lines(self, place: int) -> list[int]:
        """Return the places of phrases (or a figure's lines) that follow one another."""
        found: list[int] = []
        for index in range(place, len(self._units)):
            unit = self._units[index]
            if is_date(unit.text.text) or not (unit.figure or is_head_line(unit)):
                break
            found.append(index)
        return found

    def _read_lines(self, lines: Sequence[int]) -> int:
        """Read phrases one below the other and return the next place.

        Many are the labels of a figure, of which the last may head what follows. Of a few the
        last heads what follows, the last but one that head, and those above have no text.
        """
        end = lines[-1] + 1
        below = self._units[end] if end < len(self._units) else None
        if any(self._units[index].figure for index in lines):
            self._read_figure(lines)
        elif below is not None and below.kind is UnitKind.TABLE:
            self.captions.update(lines)
        elif not self._is_content(end) or (
            _LISTED_LINES <= len(lines) < _LONG_RUN and below and below.kind is UnitKind.NOTE
        ):
            self._list(lines)
        elif len(lines) >= _LONG_RUN:
            self._list(lines[:-1])
            self._add(lines[-1], container=True)
        else:
            self._read_chain(lines)
        return end

    def _is_content(self, place: int) -> bool:
        """Return whether what stands at ``place`` can be the text of a head above it.

        Another phrase cannot, nor a date (a head itself), nor a slide's last bare line.
        """
        if place >= len(self._units):
            return False
        unit = self._units[place]
        text = unit.text.text
        if unit.kind is not UnitKind.TEXT or is_sentence(text):
            return True
        if unit.solo and place + 1 == len(self._units):
            return False
        return not is_date(text) and (not is_label(text) or is_predicate(text))

    def _read_figure(self, lines: Sequence[int]) -> None:
        """Read a figure's lines: a list, below its caption if there is one."""
        caption = is_head_line(self._units[lines[0]])
        if caption:
            self.captions.add(lines[0])
        self._list(lines[caption:])

    def _list(self, lines: Sequence[int]) -> None:
        if len(lines) >= _LISTED_LINES:
            self.listed.update(lines)

    def _read_chain(self, lines: Sequence[int]) -> None:
        """Read a few phrases: heads without text, a head of heads, and a head of text."""
        rest = list(lines)
        if len(rest) > 2 and self._in_rhythm(rest[0]):
            self._add(rest[0])
            rest = rest[2:]
        for index in rest:
            self._add(index, opens=len(rest) > 1 and index == rest[-2])

    def _in_rhythm(self, place: int) -> bool:
        """Return whether the last two heads above each stand over a single bare paragraph."""
        above = [head.place for head in self.heads[-2:]]
        if len(above) < 2:
            return False
        ends = [*above[1:], place]
        return all(
            end - start == 2 and self._units[start + 1].kind is UnitKind.TEXT
            for start, end in zip(above, ends, strict=True)
        )
