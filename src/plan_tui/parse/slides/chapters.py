"""The outline of a deck whose contents page lists its chapters only (or that has none)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.model.enums import BlockKind, FurnitureKind, SectionKind
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.markup import Leftovers
from plan_tui.parse.slides.contents import SlideContentsEntry, similarity
from plan_tui.parse.slides.heads import SlideReader
from plan_tui.parse.slides.outline import Draft
from plan_tui.parse.slides.slide_titles import is_slide_title
from plan_tui.parse.slides.text import clean, is_sentence
from plan_tui.parse.slides.units import SlideUnit, UnitKind
from plan_tui.text.traced import Traced

_SAME = 0.9


@dataclass(frozen=True, slots=True)
class _Divider:
    """A chapter's title slide: its entry's place, its title, and how many units it takes."""

    entry: int
    title: Traced
    units: int


def chapter_outline(
    entries: Sequence[SlideContentsEntry], units: Sequence[SlideUnit], left: Leftovers
) -> list[Draft]:
    """Return chapters, their slides, and the heads on each slide.

    A chapter begins where its entry's label and title are printed again. What the contents
    page prints is furniture, unless the chapter has no title slide.
    """
    drafts: list[Draft] = []
    opened = start = place = 0
    while place < len(units):
        divider = _divider(entries, opened, units, place)
        if divider is None:
            place += 1
            continue
        _read_chapter(units[start:place], drafts, left)
        _add_missing(entries[opened : divider.entry], drafts, left)
        left.put(FurnitureKind.CONTENTS, entries[divider.entry].line)
        label = units[place].marker.without_spaces()
        drafts.append(Draft(1, SectionKind.CHAPTER, label, divider.title))
        place += divider.units
        start, opened = place, divider.entry + 1
    _read_chapter(units[start:], drafts, left)
    _add_missing(entries[opened:], drafts, left)
    return drafts


def _add_missing(
    entries: Sequence[SlideContentsEntry], drafts: list[Draft], left: Leftovers
) -> None:
    """Add chapters without a title slide, in the contents page's words."""
    for entry in entries:
        drafts.append(Draft(1, SectionKind.CHAPTER, entry.label, entry.title, toc_only=True))
        used = {*entry.label.places, *entry.title.places}
        places = enumerate(entry.line.places)
        left.put(FurnitureKind.CONTENTS, entry.line.keep(i for i, at in places if at not in used))


def _divider(
    entries: Sequence[SlideContentsEntry], opened: int, units: Sequence[SlideUnit], place: int
) -> _Divider | None:
    """Return the title slide at ``place`` of an entry not opened yet.

    The title may run on over the next unit.
    """
    unit = units[place]
    if unit.kind is not UnitKind.ENUM or unit.dashed:
        return None
    for number, entry in enumerate(entries[opened:], opened):
        if unit.marker.without_spaces().text != entry.label.text:
            continue
        for count in (1, 2):
            title = clean(*(part.text for part in units[place : place + count]))
            if similarity(title.text, entry.title.text) >= _SAME:
                return _Divider(number, title, count)
    return None


def _read_chapter(units: Sequence[SlideUnit], drafts: list[Draft], left: Leftovers) -> None:
    """Part a chapter's units into slides; without a chapter above they stand highest."""
    depth = 2 if drafts else 1
    running = ""
    titles: list[int] = []
    for place, unit in enumerate(units):
        first = place == 0 and unit.solo and not is_sentence(unit.text.text)
        if first or is_slide_title(units, place, running):
            running = unit.text.text
            titles.append(place)
    ends = [*titles, len(units)]
    for unit in units[: ends[0]]:
        if not drafts:
            drafts.append(Draft(1, SectionKind.SLIDE))
        drafts[-1].add(unit)
    for start, end in zip(titles, ends[1:], strict=True):
        drafts.append(Draft(depth, SectionKind.SLIDE, NOTHING, units[start].text))
        _read_slide(units[start + 1 : end], depth, drafts, left)


def _read_slide(
    units: Sequence[SlideUnit], depth: int, drafts: list[Draft], left: Leftovers
) -> None:
    slide = SlideReader(units)
    levels = {head.place: head.level for head in slide.heads}
    for place, unit in enumerate(units):
        if place not in levels:
            kind = BlockKind.LIST_ITEM if place in slide.listed else None
            drafts[-1].add(unit, BlockKind.NOTE if place in slide.captions else kind)
            continue
        label = unit.marker if unit.kind is UnitKind.ENUM else NOTHING
        if not label:
            left.put(FurnitureKind.HEAD_BULLET, unit.marker)
        drafts.append(Draft(depth + levels[place], SectionKind.ITEM, label, unit.text))
