"""What is searched: the outline, and the strings of titles and texts, read as they are needed."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from plan_tui.model.outline_enums import KeyForm, StringForm, TextPlace
from plan_tui.search.strings import TextLayer
from plan_tui.store.index_queries import (
    columns,
    damaged_strings,
    indexed_sections,
    joined_strings,
    postings,
    postings_beginning,
    unit_sections,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plan_tui.errors import DataError
    from plan_tui.model.records import Section
    from plan_tui.store.plan import Plan

_PLACES = {str(place): place for place in TextPlace}
_NO_CHAPTER = 0
"""The number of the chapter of what is no measure."""


class StoredLayer:
    """A layer's strings in the database; see `plan_tui.search.layer_source.LayerSource`.

    Args:
        plan: the stored plan.
        name: ``title`` or ``text``.
        sections: the number of sections that there are.

    """

    def __init__(self, plan: Plan, name: str, sections: int) -> None:
        self._plan = plan
        self._layer = f"{name}s"
        self.sections, places = unit_sections(plan, name, sections)
        self._codes, self._places = places.numbers, [_PLACES[word] for word in places.words]

    def place(self, number: int) -> TextPlace:
        """Return what a string is."""
        return self._places[self._codes[number]]

    def postings(self, form: KeyForm, keys: Sequence[str]) -> Mapping[str, Sequence[int]]:
        """Return for each key that there is which strings have it, in order."""
        return postings(self._plan, form, keys, self._layer, len(self._codes))

    def beginning(self, form: KeyForm, start: str) -> Sequence[Sequence[int]]:
        """Return which strings have a key, for each key with this beginning."""
        return postings_beginning(self._plan, form, start, self._layer, len(self._codes))

    def joined(self, form: StringForm, firsts: Sequence[int]) -> Mapping[int, bytes]:
        """Return, for each of some firsts, a form of the strings that are stored together."""
        return joined_strings(self._plan, self._layer, form, firsts)

    def damaged(self) -> DataError:
        """Return the error that says that strings are not stored so, to be raised."""
        return damaged_strings(self._plan)


class Corpus:
    """All sections with their titles and texts.

    Sections are told by their numbers in reading order, from 0, documents oldest first. What is
    asked of it raises `DataError` where the database is damaged.

    Attributes:
        titles: one string a section (then the English titles, where made).
        texts: blocks, KPIs and footnotes.
        order: for each section, its place among all by depth, newer edition, reading order.

    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        table = columns(plan, "section_id", "order", "edition", "kind", "chapter")
        self._ids = table["section_id"].numbers
        self.order = table["order"].numbers
        self._columns = {name: table[name] for name in ("edition", "kind", "chapter")}
        self.titles = TextLayer(StoredLayer(plan, "title", len(self)))
        self.texts = TextLayer(StoredLayer(plan, "text", len(self)))
        self._sections: dict[int, Section] = {}
        """Those that were read, by their ids."""

    def __len__(self) -> int:
        return len(self._ids)

    def section(self, number: int) -> Section:
        """Return a section."""
        return self._section(self._ids[number])

    def _section(self, section_id: int) -> Section:
        if section_id not in self._sections:
            self._load((section_id,))
        return self._sections[section_id]

    def sections(self, numbers: Iterable[int]) -> tuple[Section, ...]:
        """Return several sections, read together."""
        ids = [self._ids[number] for number in numbers]
        self._load(ids)
        return tuple(map(self._sections.__getitem__, ids))

    def load(self, numbers: Iterable[int]) -> None:
        """Read sections that will be asked for."""
        self._load(map(self._ids.__getitem__, numbers))

    def _load(self, ids: Iterable[int]) -> None:
        lacking = [section_id for section_id in ids if section_id not in self._sections]
        if lacking:
            self._sections |= indexed_sections(self._plan, lacking)

    def edition(self, number: int) -> str:
        """Return the id of a section's edition."""
        column = self._columns["edition"]
        return column.words[column.numbers[number]]

    def of_editions(self, years: frozenset[str]) -> set[int]:
        """Return the sections of the editions of some years."""
        column = self._columns["edition"]
        codes, words = column.numbers, column.words
        wanted = {code for code, word in enumerate(words) if word[:4] in years}
        return {number for number, code in enumerate(codes) if code in wanted} if wanted else set()

    def below(self, number: int) -> range:
        """Return the sections below one."""
        return range(number + 1, min(self._ends[number], len(self)))

    @cached_property
    def _ends(self) -> Sequence[int]:
        """For each section the number after the last below it."""
        return columns(self._plan, "end", length=len(self))["end"].numbers

    def facets(self, numbers: Sequence[int]) -> dict[str, dict[str, int]]:
        """Return how many of some sections are of each edition, kind, and chapter of measures.

        Values come in the order in which they first occur.
        """
        counted: dict[str, dict[str, int]] = {}
        for name, column in self._columns.items():
            words = column.words
            counts = Counter(map(column.numbers.__getitem__, numbers))
            if name == "chapter":
                counts.pop(_NO_CHAPTER, None)
            counted[name] = {words[code]: count for code, count in counts.items()}
        return counted

    def named(self, folded: str) -> Sequence[int]:
        """Return the sections whose key, number, citation, label or heading this is, folded."""
        return postings(self._plan, KeyForm.NAME, (folded,), "titles", len(self)).get(folded, ())

    def newest(self, number: int) -> Section | None:
        """Return a section's whole counterpart in the newest edition, where one is asserted."""
        section_id = self._newest[number]
        return self._section(section_id) if section_id else None

    @cached_property
    def _newest(self) -> Sequence[int]:
        """For each section the id of its counterpart of `newest`; 0 for none."""
        return columns(self._plan, "newest_id", length=len(self))["newest_id"].numbers

    def load_hits(self, numbers: Sequence[int]) -> None:
        """Read sections and their counterparts, unless they are there."""
        counterparts = filter(None, map(self._newest.__getitem__, numbers))
        self._load((*map(self._ids.__getitem__, numbers), *counterparts))
