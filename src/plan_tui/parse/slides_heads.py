"""Heads on a slide: told by their neighbours, their form and their numbering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.parse.slides_text import is_date, is_excerpt, is_phrase, is_predicate, is_sentence
from plan_tui.parse.slides_titles import BOX_HEAD, enum_style, is_numbered_head
from plan_tui.parse.slides_units import Unit, UnitKind, is_head_line

_COUNTED = re.compile(r"[（(]([0-9０-９]+)[^0-9０-９（）()]{1,4}[)）]")
_LONG_RUN = 5
_LISTED_LINES = 3


@dataclass(frozen=True, slots=True)
class Head:
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

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self.heads: list[Head] = []
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
            self.heads.append(Head(place, len(self._styles)))
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
        run = self._run(place)
        if len(run) >= _LONG_RUN:
            return self._read_run(run)
        chain = self._chain(place)
        if chain:
            return self._read_chain(chain)
        return place + 1

    def _add(self, place: int, *, container: bool = False, opens: bool = False) -> None:
        """Add a head; a container or one outside any container stands highest."""
        if container or opens:
            self._inner = False
        self._styles = []
        self.heads.append(Head(place, 2 if self._inner else 1))
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

    def _run(self, place: int) -> list[int]:
        """Return the places of short bare lines that follow one another from ``place``."""
        run: list[int] = []
        for index in range(place, len(self._units)):
            unit = self._units[index]
            text = unit.text.text
            bare = unit.kind is UnitKind.TEXT or (unit.kind is UnitKind.NOTE and not unit.marker)
            if not bare or len(text) > 40 or is_sentence(text) or "/" in text or is_date(text):
                break
            if unit.kind is UnitKind.NOTE and BOX_HEAD.match(text):
                break
            run.append(index)
        return run

    def _read_run(self, run: Sequence[int]) -> int:
        """Read a long run as a figure's labels; its last phrase may head what follows.

        Above the lines of a figure the run's first phrase is the figure's caption, no head.
        """
        last = run[-1]
        below = self._units[last + 1] if last + 1 < len(self._units) else None
        figure = any(self._units[index].figure for index in run)
        head: int | None = None
        if below is not None and not is_date(below.text.text) and not figure:
            statement = self._units[last].solo and not is_head_line(self._units[last])
            candidate = last - 1 if statement else last
            head = candidate if is_head_line(self._units[candidate]) else None
        if head is not None:
            self._add(head, container=True)
        labels = [index for index in run if index != head]
        if figure and is_head_line(self._units[run[0]]):
            labels.remove(run[0])
            self.captions.add(run[0])
        self._list(labels)
        return last + 1

    def _list(self, labels: Sequence[int]) -> None:
        """Take stretches of several phrases, and a figure's lines, as items of a list."""
        stretch: list[int] = []
        for index in [*labels, -1]:
            unit = self._units[index]
            fits = index >= 0 and (unit.figure or is_head_line(unit))
            if fits and (not stretch or index == stretch[-1] + 1):
                stretch.append(index)
                continue
            if len(stretch) >= _LISTED_LINES:
                self.listed.update(stretch)
            stretch = [index] if fits else []

    def _chain(self, place: int) -> list[int]:
        """Return the places of head lines that follow one another from ``place``."""
        chain: list[int] = []
        for index in range(place, len(self._units)):
            if not is_head_line(self._units[index]) or is_date(self._units[index].text.text):
                break
            chain.append(index)
        return chain

    def _read_chain(self, chain: Sequence[int]) -> int:
        """Read head lines one below the other: the last heads what follows, the last but one it."""
        end = chain[-1] + 1
        below = self._units[end] if end < len(self._units) else None
        if below is not None and below.kind is UnitKind.TABLE:
            self.captions.update(chain)
            return end
        if below is None or is_date(below.text.text):
            return end
        if below.solo and end + 1 == len(self._units) and not is_sentence(below.text.text):
            return end
        places = list(chain)
        if len(places) > 2:
            if below.kind is UnitKind.NOTE:
                return end
            if self._in_rhythm(places[0]):
                self._add(places[0])
                places = places[2:]
        for index in places:
            self._add(index, opens=index == places[-2] if len(places) > 1 else False)
        return end

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
