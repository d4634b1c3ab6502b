"""The outline of a deck whose contents page lists several levels."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.enums import BlockKind, FurnitureKind, SectionKind
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.markup import Leftovers
from plan_tui.parse.slides.contents import SlideContentsEntry, align, fold
from plan_tui.parse.slides.outline import Draft
from plan_tui.parse.slides.slide_titles import is_numbered_head
from plan_tui.parse.slides.units import SlideUnit, UnitKind, is_head_line
from plan_tui.text.traced import Traced


def entry_outline(
    entries: Sequence[SlideContentsEntry], units: Sequence[SlideUnit], left: Leftovers
) -> list[Draft]:
    """Return the sections of the contents page with the slides' text.

    An entry's title is taken from its slide, its label from the contents page; what is left of
    the entry's line is furniture. An entry without a slide is a section with the contents
    page's words, marked as contents-only if no entry below it has a slide either. Numbered
    heads on a slide are sections below it, and so are heads without a number that follow them;
    other heads without a number stay in the text. A first slide that no entry names stands in
    for an entry without a slide, and below it.
    """
    return _EntryReader(entries, units, left).read()


class _EntryReader:
    def __init__(
        self, entries: Sequence[SlideContentsEntry], units: Sequence[SlideUnit], left: Leftovers
    ) -> None:
        self._entries = entries
        self._units = units
        self._left = left
        self._drafts: list[Draft] = []
        self._opened = 0
        self._top: Draft | None = None
        self._matched = align(entries, [self._title_line(i) for i in range(len(units))])
        self._held = {entry for place in self._matched.values() for entry in self._up(place)}

    def _title_line(self, place: int) -> SlideUnit | None:
        """Return the unit if it may title a slide: a bare line or a numbered head."""
        unit = self._units[place]
        if unit.dashed or unit.listed:
            return None
        return unit if unit.solo or is_numbered_head(self._units, place) else None

    def _up(self, place: int) -> list[int]:
        """Return an entry's place and those of the entries above it."""
        found, depth = [place], self._entries[place].depth
        for other in range(place - 1, -1, -1):
            if self._entries[other].depth < depth:
                found.append(other)
                depth = self._entries[other].depth
        return found

    def read(self) -> list[Draft]:
        for place, unit in enumerate(self._units):
            if place in self._matched:
                self._open_entry(self._matched[place], unit)
            elif self._is_running_title(unit):
                self._left.put(FurnitureKind.REPEATED_TITLE, unit.marker + unit.text)
            elif not self._drafts_with_slides() and is_head_line(unit):
                self._open_slide(place, unit)
            elif self._is_item(place):
                self._open_item(unit.marker, unit)
            else:
                self._current().add(unit, BlockKind.NOTE if self._is_subhead(place) else None)
        self._skip_to(len(self._entries))
        return self._drafts

    def _drafts_with_slides(self) -> bool:
        return self._top is not None

    def _is_item(self, place: int) -> bool:
        """Return whether a unit is a numbered head on a slide, or a bare head below such items."""
        if is_numbered_head(self._units, place):
            return True
        unit = self._units[place]
        below_item = self._top is not None and self._drafts[-1] is not self._top
        return below_item and unit.gap > 0 and is_head_line(unit)

    def _is_subhead(self, place: int) -> bool:
        """Return whether a unit is a head but no section: a phrase above text or items."""
        if not is_head_line(self._units[place]) or place + 1 == len(self._units):
            return False
        return place + 1 not in self._matched and not is_head_line(self._units[place + 1])

    def _is_running_title(self, unit: SlideUnit) -> bool:
        return (
            unit.kind is UnitKind.TEXT
            and unit.solo
            and any(
                draft.title and fold(draft.title.text) == fold(unit.text.text)
                for draft in self._drafts
                if not draft.toc_only
            )
        )

    def _current(self) -> Draft:
        if not self._drafts:
            self._drafts.append(Draft(1, SectionKind.SLIDE))
        return self._drafts[-1]

    def _open_entry(self, place: int, unit: SlideUnit) -> None:
        self._skip_to(place)
        entry = self._entries[place]
        self._left.put(FurnitureKind.REPEATED_LABEL, unit.marker)
        self._put_rest(entry, with_title=True)
        self._top = Draft(entry.depth, _kind(entry), entry.label, unit.text)
        self._drafts.append(self._top)
        self._opened = place + 1

    def _open_slide(self, place: int, unit: SlideUnit) -> None:
        """Open a slide that no entry names, below the entry whose place it takes.

        That is the last one before the next slide's entry, or before the entries above that.
        """
        following = [entry for at, entry in self._matched.items() if at > place]
        stood_for = min(self._up(min(following))) - 1 if following else -1
        depth = 1
        if stood_for >= 0:
            self._held.update(self._up(stood_for))
            self._skip_to(stood_for + 1)
            depth += self._entries[stood_for].depth
        self._top = Draft(depth, SectionKind.SLIDE, NOTHING, unit.text)
        self._drafts.append(self._top)

    def _open_item(self, label: Traced, unit: SlideUnit) -> None:
        depth = self._top.depth + 1 if self._top else 1
        self._drafts.append(Draft(depth, SectionKind.ITEM, label, unit.text))

    def _skip_to(self, place: int) -> None:
        """Make sections of the entries without a slide that come before ``place``."""
        for index in range(self._opened, place):
            entry = self._entries[index]
            self._put_rest(entry, with_title=False)
            toc_only = index not in self._held
            self._drafts.append(
                Draft(entry.depth, _kind(entry), entry.label, entry.title, toc_only)
            )
        self._opened = max(self._opened, place)

    def _put_rest(self, entry: SlideContentsEntry, *, with_title: bool) -> None:
        """Keep what of an entry's line is neither label nor (unless ``with_title``) title."""
        used = set(entry.label.places) | (set() if with_title else set(entry.title.places))
        rest = entry.line.keep(i for i, place in enumerate(entry.line.places) if place not in used)
        self._left.put(FurnitureKind.CONTENTS, rest)


def _kind(entry: SlideContentsEntry) -> SectionKind:
    """Return an entry's kind, the same as a full text's: its ``(1)`` is a section too."""
    return SectionKind.PART if entry.depth == 1 else SectionKind.SECTION
