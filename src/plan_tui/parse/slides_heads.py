"""Which units of a slide are heads: by their neighbours, their form and their numbering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.parse.slides_text import is_date, is_excerpt, is_phrase, is_predicate, is_sentence
from plan_tui.parse.slides_units import Unit, UnitKind, is_head_line

_ASPECT = re.compile(
    r"(?:について|概要|一覧|全体像|進め方|範囲|工程表|スケジュール|ロードマップ|現状|経緯)$"
)
_COUNTED = re.compile(r"[（(]([0-9０-９]+)[^0-9０-９（）()]{1,4}[)）]")
_BOX = re.compile(r"【.*】$")
_LONG_RUN = 5
_SHORTEST_TITLE = 14
_SHARED_SUBJECT = 8


@dataclass(frozen=True, slots=True)
class Head:
    """A unit found to be a head."""

    place: int
    """0-based place among the units."""
    level: int
    """Levels below the slide's title, from 1."""


def enum_style(marker: str) -> str:
    """Return the numbering style of a marker: ``①`` → ``①``, ``3.1`` → ``0.0``."""
    if "①" <= marker <= "⑳":
        return "①"
    plain = re.sub(r"[0-9０-９]+", "0", marker)
    return re.sub(r"[IVXⅠ-Ⅻ]+", "I", re.sub(r"[ア-ン]", "ア", plain))


def is_numbered_head(units: Sequence[Unit], place: int) -> bool:
    """Return whether an enumerated unit heads what follows it.

    Where the next number follows at once the enumeration is a list; an item that is a sentence
    or comes out of a grid of items is none either.
    """
    unit = units[place]
    if unit.kind is not UnitKind.ENUM or unit.listed or is_sentence(unit.text.text):
        return False
    style = enum_style(unit.marker.text)
    beside = [units[i] for i in (place - 1, place + 1) if 0 <= i < len(units)]
    follows = place + 1 < len(units)
    return follows and not any(
        other.kind is UnitKind.ENUM and enum_style(other.marker.text) == style for other in beside
    )


def is_slide_title(units: Sequence[Unit], place: int, running: str) -> bool:
    """Return whether a unit titles a slide; ``running`` is the title of the slide before it.

    A title is a longer phrase on its own above lead text (a sentence, plain or square bullets,
    what the slide quotes), or one that says under which aspect the slide treats its subject
    (…について, …の概要). A phrase that takes up the running title's subject is a head on it.
    """
    unit = units[place]
    text = unit.text.text
    if not (unit.kind is UnitKind.TEXT and unit.solo and is_phrase(text)):
        return False
    if len(text) < _SHORTEST_TITLE or is_date(text):
        return False
    if _ASPECT.search(text):
        return True
    return _leads(units, place + 1) and text[:_SHARED_SUBJECT] != running[:_SHARED_SUBJECT]


def _leads(units: Sequence[Unit], place: int) -> bool:
    """Return whether lead text of a slide stands at ``place``."""
    if place >= len(units):
        return False
    unit = units[place]
    text = unit.text.text
    if is_excerpt(text) and not unit.marker:
        return _BOX.match(text) is not None or _leads(units, place + 1)
    if unit.kind is UnitKind.BULLET:
        return unit.marker.text in "-○■"
    if unit.kind is UnitKind.NOTE:
        return bool(_BOX.match(text)) or unit.marker.text == "○"
    return unit.kind is UnitKind.TEXT and is_sentence(text)


def slide_heads(units: Sequence[Unit]) -> tuple[list[Head], frozenset[int]]:
    """Return the heads on one slide, and the places of bare lines that form a list."""
    return _SlideReader(units).read()


class _SlideReader:
    """Reads one slide's units from top to bottom."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._heads: list[Head] = []
        self._listed: set[int] = set()
        self._styles: list[str] = []
        self._inner = False

    def read(self) -> tuple[list[Head], frozenset[int]]:
        place = 0
        while place < len(self._units):
            place = self._step(place)
        return self._heads, frozenset(self._listed)

    def _step(self, place: int) -> int:
        """Deal with the unit at ``place`` and return the next place."""
        units = self._units
        unit = units[place]
        if is_numbered_head(units, place):
            style = enum_style(unit.marker.text)
            if style in self._styles:
                del self._styles[self._styles.index(style) :]
            self._styles.append(style)
            self._heads.append(Head(place, len(self._styles)))
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
            self._listed.update(range(place + 1, place + 1 + members))
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
        self._heads.append(Head(place, 2 if self._inner else 1))
        if opens:
            self._inner = True

    def _is_marked_head(self, place: int) -> bool:
        """A bullet's phrase above text or other bullets (``○``), or a box head above bullets."""
        unit = self._units[place]
        below = self._units[place + 1] if place + 1 < len(self._units) else None
        text = unit.text.text
        if below is None or not unit.gap:
            return False
        if unit.kind is UnitKind.NOTE and _BOX.match(text) and not is_excerpt(text):
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
        closed = not after or after[0].kind is not UnitKind.TEXT or bool(
            _COUNTED.search(after[0].text.text)
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
            if unit.kind is UnitKind.NOTE and _BOX.match(text):
                break
            run.append(index)
        return run

    def _read_run(self, run: Sequence[int]) -> int:
        """Read a long run as a figure's labels; its last phrase may head what follows."""
        last = run[-1]
        follows = last + 1 < len(self._units) and not is_date(self._units[last + 1].text.text)
        figure = any(self._units[index].figure for index in run)
        head: int | None = None
        if figure and is_head_line(self._units[run[0]]):
            head = run[0]
        elif follows:
            clause = self._units[last].solo and not is_head_line(self._units[last])
            candidate = last - 1 if clause else last
            if is_head_line(self._units[candidate]):
                head = candidate
        for index in run:
            if index == head:
                self._add(index, container=True)
            elif self._units[index].kind is UnitKind.TEXT and (
                self._units[index].figure or is_head_line(self._units[index])
            ):
                self._listed.add(index)
        return last + 1

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
        if below is None or below.kind is UnitKind.TABLE or is_date(below.text.text):
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
        above = [head.place for head in self._heads[-2:]]
        if len(above) < 2:
            return False
        ends = [*above[1:], place]
        return all(
            end - start == 2 and self._units[start + 1].kind is UnitKind.TEXT
            for start, end in zip(above, ends, strict=True)
        )
