"""The outline of a deck whose contents page lists several levels."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.enums import (
    BlockKind,
    FurnitureKind,
    SectionKind,
)
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.slides.contents import SlideContentsEntry, align, fold_title
from plan_tui.parse.slides.drafts import SectionDraft
from plan_tui.parse.slides.slide_titles import is_numbered_heading
from plan_tui.parse.slides.units import SlideUnit, UnitKind, is_heading_line
from plan_tui.text.traced import Traced


def contents_outline(
    entries: Sequence[SlideContentsEntry], units: Sequence[SlideUnit], furniture: FurnitureCollector
) -> list[SectionDraft]:
    """Return the sections of the contents page with the slides' text.

    An entry's title is taken from its slide, its label from the contents page; the rest of the
    entry's line is furniture. An entry without a slide is a section with the contents page's
    words, marked as contents-only if no entry below it has a slide either. Numbered headings on
    a slide are sections below it, and so are unnumbered headings that follow them; other
    unnumbered headings stay in the text. A first slide that no entry names is a section below
    the entry without a slide in whose position it stands.
    """
    return _ContentsOutlineReader(entries, units, furniture).read()


class _ContentsOutlineReader:
    """Walks down the units and opens the sections of their slides."""

    def __init__(
        self,
        entries: Sequence[SlideContentsEntry],
        units: Sequence[SlideUnit],
        furniture: FurnitureCollector,
    ) -> None:
        self._entries = entries
        self._units = units
        self._furniture = furniture
        self._drafts: list[SectionDraft] = []
        self._opened = 0  # entries that are sections already
        self._slide: SectionDraft | None = None  # the section of the slide being read
        self._entry_of_unit = align(entries, [self._title_line(i) for i in range(len(units))])
        # Entries that have a slide, or an entry with a slide below them.
        self._with_slide = {
            ancestor for entry in self._entry_of_unit.values() for ancestor in self._path(entry)
        }

    def _title_line(self, index: int) -> SlideUnit | None:
        """Return the unit if it may title a slide: a single plain line or a numbered heading."""
        unit = self._units[index]
        if unit.dashed or unit.listed:
            return None
        return unit if unit.solo or is_numbered_heading(self._units, index) else None

    def _path(self, index: int) -> list[int]:
        """Return an entry's index and those of its ancestors, upwards."""
        path, depth = [index], self._entries[index].depth
        for previous in range(index - 1, -1, -1):
            if self._entries[previous].depth < depth:
                path.append(previous)
                depth = self._entries[previous].depth
        return path

    def read(self) -> list[SectionDraft]:
        for index, unit in enumerate(self._units):
            if index in self._entry_of_unit:
                self._open_entry(self._entry_of_unit[index], unit)
            elif self._is_running_title(unit):
                self._furniture.put(FurnitureKind.REPEATED_TITLE, unit.marker + unit.text)
            elif self._slide is None and is_heading_line(unit):
                self._open_slide(index, unit)
            elif self._is_item(index):
                self._open_item(unit.marker, unit)
            else:
                self._current().add(unit, BlockKind.NOTE if self._is_subheading(index) else None)
        self._skip_to(len(self._entries))
        return self._drafts

    def _is_item(self, index: int) -> bool:
        """Return whether a unit heads an item: a numbered heading, or an unnumbered below one."""
        if is_numbered_heading(self._units, index):
            return True
        unit = self._units[index]
        below_item = self._slide is not None and self._drafts[-1] is not self._slide
        return below_item and unit.gap > 0 and is_heading_line(unit)

    def _is_subheading(self, index: int) -> bool:
        """Return whether a unit is a phrase above text, a heading that becomes no section."""
        if not is_heading_line(self._units[index]) or index + 1 == len(self._units):
            return False
        return index + 1 not in self._entry_of_unit and not is_heading_line(self._units[index + 1])

    def _is_running_title(self, unit: SlideUnit) -> bool:
        """Return whether a unit repeats a title, as the further slides of a section do."""
        return (
            unit.kind is UnitKind.TEXT
            and unit.solo
            and any(
                draft.title and fold_title(draft.title.text) == fold_title(unit.text.text)
                for draft in self._drafts
                if not draft.toc_only
            )
        )

    def _current(self) -> SectionDraft:
        if not self._drafts:
            self._drafts.append(SectionDraft(1, SectionKind.SLIDE))
        return self._drafts[-1]

    def _open_entry(self, index: int, unit: SlideUnit) -> None:
        self._skip_to(index)
        entry = self._entries[index]
        self._furniture.put(FurnitureKind.REPEATED_LABEL, unit.marker)
        self._put_rest(entry, with_title=True)
        self._slide = SectionDraft(entry.depth, _kind(entry), entry.label, unit.text)
        self._drafts.append(self._slide)
        self._opened = index + 1

    def _open_slide(self, index: int, unit: SlideUnit) -> None:
        """Open a slide that no entry names, below the entry in whose position it stands.

        That is the last entry before the next slide's entry and the ancestors of that.
        """
        following = [entry for at, entry in self._entry_of_unit.items() if at > index]
        parent = min(self._path(min(following))) - 1 if following else -1
        depth = 1
        if parent >= 0:
            self._with_slide.update(self._path(parent))
            self._skip_to(parent + 1)
            depth += self._entries[parent].depth
        self._slide = SectionDraft(depth, SectionKind.SLIDE, NOTHING, unit.text)
        self._drafts.append(self._slide)

    def _open_item(self, label: Traced, unit: SlideUnit) -> None:
        depth = self._slide.depth + 1 if self._slide else 1
        self._drafts.append(SectionDraft(depth, SectionKind.ITEM, label, unit.text))

    def _skip_to(self, index: int) -> None:
        """Make sections of the entries without a slide that come before the entry ``index``."""
        for skipped in range(self._opened, index):
            entry = self._entries[skipped]
            self._put_rest(entry, with_title=False)
            toc_only = skipped not in self._with_slide
            self._drafts.append(
                SectionDraft(entry.depth, _kind(entry), entry.label, entry.title, toc_only)
            )
        self._opened = max(self._opened, index)

    def _put_rest(self, entry: SlideContentsEntry, *, with_title: bool) -> None:
        """Collect an entry's line without its label and, unless ``with_title``, its title."""
        used = set(entry.label.places) | (set() if with_title else set(entry.title.places))
        rest = entry.line.keep(i for i, place in enumerate(entry.line.places) if place not in used)
        self._furniture.put(FurnitureKind.CONTENTS, rest)


def _kind(entry: SlideContentsEntry) -> SectionKind:
    """Return an entry's kind, the same as in a full text, where ``(1)`` is a section too."""
    return SectionKind.PART if entry.depth == 1 else SectionKind.SECTION
