"""The outline of a deck whose contents page lists its chapters only (or that has none)."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.enums import (
    BlockKind,
    FurnitureKind,
    SectionKind,
)
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.slides.contents import SlideContentsEntry, similarity
from plan_tui.parse.slides.drafts import SectionDraft
from plan_tui.parse.slides.slide_headings import HeadingReader
from plan_tui.parse.slides.slide_text import clean, is_sentence
from plan_tui.parse.slides.slide_titles import is_slide_title
from plan_tui.parse.slides.units import SlideUnit, UnitKind
from plan_tui.text.record import record
from plan_tui.text.traced import Traced

_SAME_TITLE = 0.9
"""How alike (`similarity`) the titles of a chapter's slide and entry are, whose labels are equal:
one character of ten may differ. In the source all are equal; the next best pair reaches 0.5."""


@record
class _Divider:
    """A chapter's title slide."""

    entry: int
    """The index of its entry on the contents page."""
    title: Traced
    units: int
    """How many units it takes."""


def chapter_outline(
    entries: Sequence[SlideContentsEntry], units: Sequence[SlideUnit], furniture: FurnitureCollector
) -> list[SectionDraft]:
    """Return chapters, their slides, and the headings on each slide.

    A chapter begins at its title slide, where its entry's label and title are printed again.
    The contents page is furniture, except the entries of chapters without a title slide.
    """
    drafts: list[SectionDraft] = []
    opened = start = index = 0
    while index < len(units):
        divider = _divider(entries, opened, units, index)
        if divider is None:
            index += 1
            continue
        _read_chapter(units[start:index], drafts, furniture)
        _add_missing(entries[opened : divider.entry], drafts, furniture)
        furniture.put(FurnitureKind.CONTENTS, entries[divider.entry].line)
        label = units[index].marker.without_spaces()
        drafts.append(SectionDraft(1, SectionKind.CHAPTER, label, divider.title))
        index += divider.units
        start, opened = index, divider.entry + 1
    _read_chapter(units[start:], drafts, furniture)
    _add_missing(entries[opened:], drafts, furniture)
    return drafts


def _add_missing(
    entries: Sequence[SlideContentsEntry], drafts: list[SectionDraft], furniture: FurnitureCollector
) -> None:
    """Add chapters without a title slide, in the contents page's words."""
    for entry in entries:
        drafts.append(SectionDraft(1, SectionKind.CHAPTER, entry.label, entry.title, toc_only=True))
        used = {*entry.label.places, *entry.title.places}
        rest = [i for i, place in enumerate(entry.line.places) if place not in used]
        furniture.put(FurnitureKind.CONTENTS, entry.line.keep(rest))


def _divider(
    entries: Sequence[SlideContentsEntry], opened: int, units: Sequence[SlideUnit], index: int
) -> _Divider | None:
    """Return the title slide at ``index`` of an entry not opened yet.

    The title may run on over the next unit.
    """
    unit = units[index]
    if unit.kind is not UnitKind.ENUM or unit.dashed:
        return None
    for entry_index, entry in enumerate(entries[opened:], opened):
        if unit.marker.without_spaces().text != entry.label.text:
            continue
        for count in (1, 2):
            title = clean(*(unit.text for unit in units[index : index + count]))
            if similarity(title.text, entry.title.text) >= _SAME_TITLE:
                return _Divider(entry_index, title, count)
    return None


def _read_chapter(
    units: Sequence[SlideUnit], drafts: list[SectionDraft], furniture: FurnitureCollector
) -> None:
    """Split a chapter's units into slides; without a chapter these have depth 1."""
    depth = 2 if drafts else 1
    previous_title = ""
    titles: list[int] = []
    for index, unit in enumerate(units):
        first = index == 0 and unit.solo and not is_sentence(unit.text.text)
        if first or is_slide_title(units, index, previous_title):
            previous_title = unit.text.text
            titles.append(index)
    ends = [*titles, len(units)]
    for unit in units[: ends[0]]:
        if not drafts:
            drafts.append(SectionDraft(1, SectionKind.SLIDE))
        drafts[-1].add(unit)
    for start, end in zip(titles, ends[1:], strict=True):
        drafts.append(SectionDraft(depth, SectionKind.SLIDE, NOTHING, units[start].text))
        _read_slide(units[start + 1 : end], depth, drafts, furniture)


def _read_slide(
    units: Sequence[SlideUnit],
    depth: int,
    drafts: list[SectionDraft],
    furniture: FurnitureCollector,
) -> None:
    """Read the units below a slide's title; ``depth`` is the slide's own."""
    reader = HeadingReader(units)
    levels = {heading.index: heading.level for heading in reader.headings}
    for index, unit in enumerate(units):
        if index not in levels:
            kind = BlockKind.LIST_ITEM if index in reader.listed else None
            drafts[-1].add(unit, BlockKind.NOTE if index in reader.captions else kind)
            continue
        label = unit.marker if unit.kind is UnitKind.ENUM else NOTHING
        if not label:
            furniture.put(FurnitureKind.HEAD_BULLET, unit.marker)
        drafts.append(SectionDraft(depth + levels[index], SectionKind.ITEM, label, unit.text))
