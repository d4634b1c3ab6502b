"""Strings that are searched, each read when it is looked at, chosen by their keys before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from plan_tui.model.enums import KeyForm
from plan_tui.text.fold import without_marks
from plan_tui.text.letter_sounds import letter_sound
from plan_tui.text.romaji import short
from plan_tui.text.search_keys import heard_keys, is_whole_key, word_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from array import array
    from collections.abc import Callable, Iterable, Iterator
    from typing import Protocol, TypeVar

    from plan_tui.model.enums import TextPlace
    from plan_tui.model.searchable_text import Reading
    from plan_tui.store.index_queries import FoldedText

    T = TypeVar("T")

    class LayerSource(Protocol):
        """Where a layer's strings come from; numbers count from 0."""

        sections: Sequence[int]
        """For each string, the number of its section."""

        def place(self, number: int) -> TextPlace:
            """Return what a string is."""

        def postings(self, form: KeyForm, keys: Sequence[str]) -> dict[str, array[int]]:
            """Return for each key that there is which strings have it, in order."""

        def beginning(self, form: KeyForm, start: str) -> Sequence[array[int]]:
            """Return which strings have a key, for each key with this beginning."""

        def texts(self, numbers: Sequence[int]) -> Sequence[FoldedText]:
            """Return strings by their numbers."""

        def readings(self, numbers: Sequence[int]) -> Sequence[Reading]:
            """Return how strings sound, by their numbers."""


Postings = Sequence[int]
"""Numbers of strings, in order."""
_AT_FIRST, _AT_ONCE = 64, 1024
"""Strings that are read together: few at first, since often the first ones are enough."""
_KEPT = 8192
"""Strings that are kept in memory: more than the plan has, so that each is read once. Of a larger
one those that were looked at last. Moves memory, and what it takes to look at one again."""
_KEPT_KEYS = 512
"""Keys that are kept, with the strings that have them: those of some ten words."""
_MUCH_LESS = 16
"""Times that a list must be longer than another for looking up each number to be the quicker."""


class Strings:
    """One form of a layer's strings.

    Args:
        part: returns a string by its number.
        load: reads strings before they are asked for one by one.
        holding: returns which strings may hold a word in this form.

    """

    def __init__(
        self,
        part: Callable[[int], str],
        load: Callable[[Sequence[int]], None],
        holding: Callable[[str], Postings],
    ) -> None:
        self.part = part
        self._load = load
        self.holding = holding

    def length(self, number: int) -> int:
        """Return the characters of one of the strings."""
        return len(self.part(number))

    def find(self, needle: str) -> Iterator[tuple[int, int, int]]:
        """Yield the first place in each string: its number, first offset, offset after the last."""
        for number in self.each(self.holding(needle)):
            place = self.part(number).find(needle)
            if place >= 0:
                yield number, place, place + len(needle)

    def find_all(self, needle: str) -> Iterator[tuple[int, int]]:
        """Yield every place: number of the string and offset in it."""
        for number in self.each(self.holding(needle)):
            text = self.part(number)
            place = text.find(needle)
            while place >= 0:
                yield number, place
                place = text.find(needle, place + 1)

    def match(self, pattern: re.Pattern[str], numbers: Postings) -> Iterator[tuple[int, int, int]]:
        """Yield the first match in each of some strings: number, first offset, that after the last.

        A string's end is no end of a word but for what follows it: nothing is heard there that
        could go on.
        """
        for number in self.each(numbers):
            if match := pattern.search(self.part(number) + _PARTED):
                yield number, match.start(), match.end()

    def each(self, numbers: Postings) -> Iterator[int]:
        """Yield numbers, each after its string has been read."""
        start, count = 0, _AT_FIRST
        while start < len(numbers):
            chunk = numbers[start : start + count]
            self._load(chunk)
            yield from chunk
            start += count
            count = min(2 * count, _AT_ONCE)


_PARTED = "\0"
"""Stands between strings, and in none."""


class TextLayer:
    """Searchable strings of one rank (all titles, or all texts), as printed, folded and sounded.

    Attributes:
        sections: for each string, the number of its section.
        place: tells what a string is.
        printed: the strings as printed.
        spelled: as `plan_tui.text.fold.fold_printed` gives them.
        plain: the spelled strings without marks and blanks.
        folded: as `plan_tui.text.fold.fold_spelling` gives them.
        sounds: their sounds, each word after a blank; empty where no reading was made.
        short_sounds: the sounds without blanks and with short vowels, for typos.
        letter_sounds: the sounds with Latin words as they are spelled, where there are any.

    """

    def __init__(self, source: LayerSource) -> None:
        self._source = source
        self.sections = source.sections
        self.place = source.place
        self._texts: dict[int, FoldedText] = {}
        self._readings: dict[int, Reading] = {}
        self._postings: dict[tuple[KeyForm, str], Postings] = {}
        self.printed = self._form(lambda n: self._text(n).printed)
        self.spelled = self._form(lambda n: self._text(n).spelled)
        self.plain = self._form(lambda n: without_marks(self._text(n).spelled))
        self.folded = self._form(lambda n: self._text(n).folded)
        self.sounds = self._sounded(lambda n: self.reading(n).sound)
        self.short_sounds = self._sounded(lambda n: short(self.reading(n).sound.replace(" ", "")))
        self.letter_sounds = self._sounded(self._letters)

    def __len__(self) -> int:
        return len(self.sections)

    def _form(self, part: Callable[[int], str]) -> Strings:
        return Strings(part, self._load_texts, self._holding)

    def _sounded(self, part: Callable[[int], str]) -> Strings:
        return Strings(part, self._load_readings, self.heard)

    def reading(self, number: int) -> Reading:
        """Return a string's reading; an empty one if none was made."""
        if number not in self._readings:
            self._load_readings((number,))
        return self._readings[number]

    def _letters(self, number: int) -> str:
        reading = self.reading(number)
        return letter_sound(self.printed.part(number), reading.sound, reading.cuts)

    def _text(self, number: int) -> FoldedText:
        if number not in self._texts:
            self._load_texts((number,))
        return self._texts[number]

    def _load_texts(self, numbers: Sequence[int]) -> None:
        _load(self._texts, numbers, self._source.texts)

    def _load_readings(self, numbers: Sequence[int]) -> None:
        _load(self._readings, numbers, self._source.readings)

    # What keys tell

    def _holding(self, word: str) -> Postings:
        """Return which strings may hold a word, printed, spelled or folded."""
        return self.with_keys(KeyForm.TEXT, word_keys(word))

    def with_characters(self, word: str) -> Postings:
        """Return which strings may have each character of a word, in any order."""
        keys = (key for character in word for key in word_keys(character))
        return self.with_keys(KeyForm.TEXT, tuple(dict.fromkeys(keys)))

    def heard(self, sound: str) -> Postings:
        """Return in which strings a sound may be heard, vowels of any length."""
        keys = heard_keys(sound)
        if not keys:
            return range(len(self))
        if is_whole_key(keys[0]):
            return self.with_keys(KeyForm.SOUND, keys)
        beginning = self._source.beginning(KeyForm.SOUND, keys[0])
        return sorted(set().union(*beginning))

    def with_keys(self, form: KeyForm, keys: Sequence[str]) -> Postings:
        """Return which strings have all of some keys."""
        lists = self.with_each_key(form, keys)
        return _in_all(lists) if lists else range(len(self))

    def with_each_key(self, form: KeyForm, keys: Sequence[str]) -> list[Postings]:
        """Return for each key which strings have it."""
        known = {key: self._postings.get((form, key)) for key in keys}
        lacking = [key for key, numbers in known.items() if numbers is None]
        if lacking:
            present = self._source.postings(form, lacking)
            for key in lacking:
                known[key] = self._postings[form, key] = present.get(key, ())
            while len(self._postings) > _KEPT_KEYS:
                self._postings.pop(next(iter(self._postings)))
        return [known[key] or () for key in keys]


def _load(
    kept: dict[int, T], numbers: Sequence[int], read: Callable[[Sequence[int]], Sequence[T]]
) -> None:
    lacking = [number for number in numbers if number not in kept]
    if not lacking:
        return
    if len(kept) + len(lacking) > _KEPT:
        kept.clear()
        lacking = list(numbers)
    kept.update(zip(lacking, read(lacking), strict=True))


def _in_all(lists: Iterable[Postings]) -> Postings:
    """Return the numbers that are in each list, in order."""
    shortest, *others = sorted(lists, key=len)
    for longer in others:
        if len(longer) > _MUCH_LESS * len(shortest):
            shortest = [n for n in shortest if _is_in(longer, n)]
        else:
            shortest = sorted(set(shortest).intersection(longer))
    return shortest


def _is_in(numbers: Postings, wanted: int) -> bool:
    place = bisect_left(numbers, wanted)
    return place < len(numbers) and numbers[place] == wanted
