"""The searchable strings in memory, each kind joined to one string so that `str.find` does it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from plan_tui.model.enums import TextPlace
from plan_tui.model.records import Section
from plan_tui.model.searchable_text import Reading
from plan_tui.store.crosswalk_queries import counterparts_in
from plan_tui.store.plan import Plan
from plan_tui.store.search_queries import readings, texts
from plan_tui.text.fold import fold_printed, fold_sound, fold_spelling, without_marks
from plan_tui.text.record import record
from plan_tui.text.romaji import short

_PARTED = "\0"
_LATIN = re.compile("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")


class Joined:
    """Many strings, searched as one."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts = text.split(_PARTED)
        self._starts = list(accumulate((len(part) + 1 for part in parts), initial=0))

    @classmethod
    def of(cls, parts: Sequence[str]) -> Joined:
        """Join ``parts``, none of which holds a NUL."""
        return cls(_PARTED.join(parts))

    def part(self, number: int) -> str:
        """Return one of the strings."""
        return self.text[self._starts[number] : self._starts[number + 1] - 1]

    def length(self, number: int) -> int:
        """Return the characters of one of the strings."""
        return self._starts[number + 1] - self._starts[number] - 1

    def __len__(self) -> int:
        return len(self._starts) - 1

    def find(self, needle: str) -> Iterator[tuple[int, int, int]]:
        """Yield the first place in each string: its number, first offset, offset after the last."""
        find, starts, place = self.text.find, self._starts, 0
        while (place := find(needle, place)) >= 0:
            number = bisect_right(starts, place) - 1
            yield number, place - starts[number], place - starts[number] + len(needle)
            place = starts[number + 1]

    def find_all(self, needle: str) -> Iterator[tuple[int, int]]:
        """Yield every place: number of the string and place in the joined text."""
        place = self.text.find(needle)
        while place >= 0:
            yield bisect_right(self._starts, place) - 1, place
            place = self.text.find(needle, place + 1)

    def match(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
        """Yield the first match in each string: its number, first offset, offset after the last."""
        place, starts = 0, self._starts
        while match := pattern.search(self.text, place):
            number = bisect_right(starts, match.start()) - 1
            yield number, match.start() - starts[number], match.end() - starts[number]
            place = starts[number + 1]
            if place > len(self.text):
                return

    def bounds(self, number: int) -> tuple[int, int]:
        """Return where a string stands in the joined text: first offset, offset after the last."""
        return self._starts[number], self._starts[number + 1] - 1


@record
class IndexedText:
    """One searchable string."""

    section: int
    """Number of its section in the corpus."""
    place: TextPlace
    row_id: int


class TextLayer:
    """Searchable strings of one rank (all titles, or all texts), as printed, folded and sounded.

    Attributes:
        units: what each string is.
        printed: the strings as printed.

    """

    def __init__(
        self,
        units: Sequence[IndexedText],
        texts: Sequence[str],
        read: dict[tuple[TextPlace, int], Reading],
    ) -> None:
        self.units = tuple(units)
        self.printed = Joined.of(texts)
        self._read = read

    @cached_property
    def spelled(self) -> Joined:
        """The strings as `plan_tui.text.fold.fold_printed` gives them."""
        return Joined(fold_printed(self.printed.text))

    @cached_property
    def plain(self) -> Joined:
        """The spelled strings without marks and blanks."""
        return Joined(without_marks(self.spelled.text))

    @cached_property
    def folded(self) -> Joined:
        """The strings as `plan_tui.text.fold.fold_spelling` gives them."""
        return Joined(fold_sound(self.spelled.text))

    @cached_property
    def sounds(self) -> Joined:
        """The strings' sounds, each word after a blank; empty where no reading was made."""
        return Joined.of([self.reading(number).sound for number in range(len(self.units))])

    @cached_property
    def short_sounds(self) -> Joined:
        """The sounds without blanks and with short vowels, for typos."""
        return Joined.of(
            [short(self.sounds.part(number).replace(" ", "")) for number in range(len(self.units))]
        )

    @cached_property
    def letter_sounds(self) -> Joined:
        """The sounds with Latin words as they are spelled (``ai katuyou``), where there are any."""
        return Joined.of([self._spelled(number) for number in range(len(self.units))])

    def reading(self, number: int) -> Reading:
        """Return a string's reading; an empty one if none was made."""
        unit = self.units[number]
        return self._read.get((unit.place, unit.row_id), _SILENT)

    def _spelled(self, number: int) -> str:
        reading, text, place = self.reading(number), self.printed.part(number), 0
        if not _LATIN.search(text):
            return ""
        words, latin = [], False
        for spoken, cut in zip(reading.sound.split(" ")[1:], reading.cuts, strict=True):
            surface = fold_spelling(text[place : place + int(cut, 36)])
            place += int(cut, 36)
            if re.fullmatch(r"[0-9a-z]+", surface):
                latin = latin or surface != spoken
                spoken = surface
            words.append(f" {spoken}")
        return "".join(words) if latin else ""


_SILENT = Reading("", "")


class Corpus:
    """All sections with their titles and texts.

    Attributes:
        sections: in reading order, documents oldest first.
        number: section id → its number in ``sections``.
        below: for each section, the numbers of all sections below it.
        titles: one string a section (then the English titles, where made).
        texts: blocks, KPIs and footnotes.
        edition_order: edition id → its order in time.
        newest: section number → that of its whole counterpart in the newest edition.

    """

    def __init__(self, plan: Plan) -> None:
        self.sections: tuple[Section, ...] = plan.sections()
        number = {section.id: n for n, section in enumerate(self.sections)}
        self.number = number
        self.below: list[list[int]] = [[] for _ in self.sections]
        for n, section in enumerate(self.sections):
            parent, above = section.parent_id, n
            # What stands above also stands before, so that even a damaged outline has an end.
            while parent is not None and number[parent] < above:
                above = number[parent]
                self.below[above].append(n)
                parent = self.sections[above].parent_id
        read = readings(plan)
        titles = [
            (IndexedText(n, TextPlace.TITLE, s.id), s.title) for n, s in enumerate(self.sections)
        ]
        titles += [
            (IndexedText(n, TextPlace.TITLE_EN, s.id), s.title_en)
            for n, s in enumerate(self.sections)
            if s.title_en
        ]
        below = [
            (IndexedText(number[text.section_id], text.place, text.row_id), text.text)
            for text in texts(plan)
        ]
        self.titles = TextLayer(*_unzipped(titles), read)
        self.texts = TextLayer(*_unzipped(below), read)
        self.edition_order = {edition.id: edition.ordinal for edition in plan.editions()}
        newest = max(self.edition_order, key=self.edition_order.__getitem__, default="")
        counterparts = counterparts_in(plan, newest)
        self.newest = {number[older]: number[newer] for older, newer in counterparts.items()}


def _unzipped(pairs: list[tuple[IndexedText, str]]) -> tuple[list[IndexedText], list[str]]:
    return [unit for unit, _ in pairs], [text for _, text in pairs]
