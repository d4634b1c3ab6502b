"""Strings that are searched, each read when it is looked at, chosen by their keys before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from plan_tui.model.outline_enums import KeyForm, StringForm, TextPlace
from plan_tui.store.index_queries import TOGETHER, parted
from plan_tui.text.fold import without_marks
from plan_tui.text.number_lists import in_all, ranges
from plan_tui.text.search_keys import (
    folded_keys,
    heard_keys,
    is_whole_key,
    is_whole_word_key,
    spelled_keys,
    word_key,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Protocol, TypeVar

    from plan_tui.model.searchable_text import Reading

    T = TypeVar("T")

    class LayerSource(Protocol):
        """Where a layer's strings come from; numbers count from 0."""

        sections: Sequence[int]
        """For each string, the number of its section."""

        def place(self, number: int) -> TextPlace:
            """Return what a string is."""

        def postings(self, form: KeyForm, keys: Sequence[str]) -> Mapping[str, Sequence[int]]:
            """Return for each key that there is which strings have it, in order."""

        def beginning(self, form: KeyForm, start: str) -> Sequence[Sequence[int]]:
            """Return which strings have a key, for each key with this beginning."""

        def strings(self, form: StringForm, firsts: Sequence[int]) -> Mapping[int, Sequence[str]]:
            """Return, for each of some firsts, a form of the `TOGETHER` strings from it on.

            There are fewer at the end.
            """

        def joined(self, form: StringForm, firsts: Sequence[int]) -> Mapping[int, bytes]:
            """Return the same as it is stored: UTF-8, each ended by a NUL."""


Postings = Sequence[int]
"""Numbers of strings, in order."""
_KEPT = 2_000_000
"""Characters of strings that are kept of each form: ten times those of the plan's texts, so that
each is read once. Of a larger one those that were read last. Moves memory, and what it takes to
look at one again."""
_KEPT_PRINTED = 24_000_000
"""The same of those that are printed, in which each word is looked for first: as many as a hundred
times the plan has."""
_FEW_STRINGS = 32_768
"""Strings of a layer of which all that are read can be kept. Of more, groups without a word are not
even decoded."""
_AHEAD = 512
"""Strings whose groups are read at once. Fewer, and asking for them takes longer than reading
them; more, and the first is waited for."""
_KEPT_KEYS = 512
"""Keys that are kept, with the strings that have them: those of some ten words."""
_KEPT_LISTS = 8
"""Lists of strings that have all of some keys: those of the forms of one word."""
_PARTED = "\0"
"""Stands between strings, and in none."""


class Strings:
    """One form of a layer's strings.

    Args:
        part: returns a string by its number.
        holding: returns which strings may hold a word in this form.
        stored: what ``part`` reads.

    """

    def __init__(
        self, part: Callable[[int], str], holding: Callable[[str], Postings], *stored: _Stored
    ) -> None:
        self.part = part
        self.holding = holding
        self._stored = stored
        self._is_stored = stored == (part,)

    def length(self, number: int) -> int:
        """Return the characters of one of the strings."""
        return len(self.part(number))

    def read(self, numbers: Iterable[int]) -> None:
        """Read together strings that will be asked for one by one, as many as `ahead` gives."""
        for stored in self._stored:
            stored.read(numbers)

    def find(
        self, needle: str, numbers: Postings | None = None, also: Iterable[Strings] = ()
    ) -> Iterator[tuple[int, int, int]]:
        """Yield the first place in each string: its number, first offset, offset after the last.

        Args:
            needle: what is looked for.
            numbers: the strings that are looked at; all that may hold it, unless given.
            also: other forms, which will be asked for those that are found.

        """
        size = len(needle)
        for some in self._chosen(needle, self.holding(needle) if numbers is None else numbers):
            texts = zip(some, self.parts(some), strict=True)
            firsts = [(number, text.find(needle)) for number, text in texts]
            places = [(number, first, first + size) for number, first in firsts if first >= 0]
            for strings in also:
                strings.read([number for number, *_ in places])
            yield from places

    def holders(self, needle: str, numbers: Postings | None = None) -> list[int]:
        """Return which strings hold a word, of some or of all that may."""
        held: list[int] = []
        for some in self._chosen(needle, self.holding(needle) if numbers is None else numbers):
            pairs = zip(some, self.parts(some), strict=True)
            held += [number for number, text in pairs if needle in text]
        return held

    def possible(self, needle: str, numbers: Postings | None = None) -> Iterator[tuple[int, str]]:
        """Yield strings that may hold a word, each after its number; of some or of all."""
        for some in self._chosen(needle, self.holding(needle) if numbers is None else numbers):
            yield from zip(some, self.parts(some), strict=True)

    def find_all(self, needle: str) -> Iterator[tuple[int, int]]:
        """Yield every place: number of the string and offset in it."""
        for some in self._chosen(needle, self.holding(needle)):
            for number, text in zip(some, self.parts(some), strict=True):
                place = text.find(needle)
                while place >= 0:
                    yield number, place
                    place = text.find(needle, place + 1)

    def match(self, pattern: re.Pattern[str], numbers: Postings) -> Iterator[tuple[int, int, int]]:
        """Yield the first match in each of some strings: number, first offset, that after the last.

        A string's end is no end of a word but for what follows it: nothing is heard there that
        could go on.
        """
        for some in self._chosen(pattern, numbers):
            for number, text in zip(some, self.parts(some), strict=True):
                if match := pattern.search(text + _PARTED):
                    yield number, match.start(), match.end()

    def _chosen(self, word: str | re.Pattern[str], numbers: Postings) -> Iterator[Postings]:
        """Yield strings in parts; without those that hold no word as their group is stored."""
        test = self._stored[0].test(word) if self._is_stored else None
        for some in ahead(numbers):
            yield self._stored[0].holding(test, some) if test else some

    def parts(self, numbers: Postings) -> Iterable[str]:
        """Return strings that are read together, as many as `ahead` gives."""
        self.read(numbers)
        return self._stored[0].parts(numbers) if self._is_stored else map(self.part, numbers)


def ahead(numbers: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield numbers of strings, or what stands for them, in parts that are read together."""
    for first in range(0, len(numbers), _AHEAD):
        yield numbers[first : first + _AHEAD]


class _Stored:
    """A form of a layer's strings as it is stored, read in groups."""

    def __init__(self, source: LayerSource, form: StringForm) -> None:
        self._source, self._form = source, form
        self._most = _KEPT_PRINTED if form is StringForm.PRINTED else _KEPT
        self._groups: dict[int, Sequence[str]] = {}
        self._size = 0

    def __call__(self, number: int) -> str:
        """Return a string."""
        group = number // TOGETHER
        if group not in self._groups:
            self.read((number,))
        return self._groups[group][number % TOGETHER]

    def test(self, word: str | re.Pattern[str]) -> Callable[[bytes], object] | None:
        """Return what tells of a group as it is stored whether a word may be in it.

        None where all can be kept, or no bytes tell.
        """
        if self._most == _KEPT_PRINTED or len(self._source.sections) <= _FEW_STRINGS:
            return None
        if isinstance(word, str):
            joined = word.encode()
            return lambda group: joined in group
        if not word.pattern.isascii():
            return None
        import re

        return re.compile(word.pattern.encode()).search

    def holding(self, test: Callable[[bytes], object], numbers: Postings) -> Postings:
        """Return the strings whose group passes a test; those groups are read."""
        lacking = {number // TOGETHER for number in numbers}.difference(self._groups)
        if not lacking:
            return numbers
        joined = self._source.joined(self._form, [group * TOGETHER for group in sorted(lacking)])
        passing = {first // TOGETHER for first, group in joined.items() if test(group)}
        dropped = lacking - passing
        self._keep({n: parted(joined[n * TOGETHER]) for n in passing}, passing)
        return [number for number in numbers if number // TOGETHER not in dropped]

    def parts(self, numbers: Iterable[int]) -> list[str]:
        """Return strings that were read."""
        groups = self._groups
        return [groups[number // TOGETHER][number % TOGETHER] for number in numbers]

    def read(self, numbers: Iterable[int]) -> None:
        """Read the groups of some strings that are not there, all at once."""
        groups = {number // TOGETHER for number in numbers}
        lacking = sorted(groups.difference(self._groups))
        if not lacking:
            return
        parts = self._source.strings(self._form, [group * TOGETHER for group in lacking])
        self._keep({first // TOGETHER: strings for first, strings in parts.items()}, groups)

    def _keep(self, parts: Mapping[int, Sequence[str]], asked: set[int]) -> None:
        self._groups.update(parts)
        self._size += sum(map(_size, parts.values()))
        if self._size > self._most:
            self._leave(asked)

    def _leave(self, asked: set[int]) -> None:
        """Let go of what was read first, but for what is asked for now."""
        for group in [*self._groups]:
            if self._size <= self._most:
                break
            if group not in asked:
                self._size -= _size(self._groups.pop(group))


def _size(strings: Sequence[str]) -> int:
    """Return the characters of strings."""
    return sum(map(len, strings))


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
        self._postings: dict[tuple[KeyForm, str], Postings] = {}
        self._with_keys: dict[tuple[KeyForm, frozenset[str]], Postings] = {}
        printed, spelled, folded, self._sound, self._cuts = (
            _Stored(source, form) for form in StringForm
        )
        self.printed = Strings(printed, self._spelled, printed)
        self.spelled = Strings(spelled, self._spelled, spelled)
        self.plain = Strings(lambda n: without_marks(spelled(n)), self._spelled, spelled)
        self.folded = Strings(folded, self._folded, folded)
        sound, cuts = self._sound, self._cuts
        self.sounds = Strings(sound, self.heard, sound)
        self.short_sounds = Strings(self._short, self.heard, sound)
        self.letter_sounds = Strings(self._letters, self.heard, printed, sound, cuts)

    def __len__(self) -> int:
        return len(self.sections)

    @cached_property
    def first_english(self) -> int:
        """The number of the first English title, which stand behind all others; else the count."""
        numbers = range(len(self))
        return bisect_left(numbers, True, key=lambda n: self.place(n) is TextPlace.TITLE_EN)

    @cached_property
    def _ranges(self) -> tuple[Sequence[int], Sequence[int]]:
        """For each section its first string and the one after its last, English titles aside."""
        return ranges(self.sections[: self.first_english])

    def of_section(self, section: int) -> Sequence[int]:
        """Return the numbers of a section's strings, in order: they stand together."""
        firsts, afters = self._ranges
        japanese = range(firsts[section], afters[section]) if section < len(firsts) else range(0)
        english = self.first_english
        if english == len(self.sections):
            return japanese
        number = bisect_left(self.sections, section, english)
        named = number < len(self.sections) and self.sections[number] == section
        return (*japanese, number) if named else japanese

    def reading(self, number: int) -> Reading:
        """Return a string's reading; an empty one if none was made."""
        from plan_tui.model.searchable_text import Reading

        return Reading(self._sound(number), self._cuts(number))

    def _short(self, number: int) -> str:
        from plan_tui.text.romaji import short

        return short(self._sound(number).replace(" ", ""))

    def _letters(self, number: int) -> str:
        from plan_tui.text.letter_sounds import letter_sound

        return letter_sound(self.printed.part(number), self._sound(number), self._cuts(number))

    # What keys tell

    def _spelled(self, word: str) -> Postings:
        """Return which strings may hold a word as it is printed or spelled."""
        return self.with_keys(KeyForm.TEXT, spelled_keys(word))

    def _folded(self, word: str) -> Postings:
        """Return which strings may hold a word as it is folded."""
        return self.with_keys(KeyForm.TEXT, folded_keys(word))

    def with_characters(self, word: str) -> Postings:
        """Return which strings may have each character of a folded word, in any order."""
        keys = (key for character in word for key in folded_keys(character))
        return self.with_keys(KeyForm.TEXT, tuple(dict.fromkeys(keys)))

    def with_letter(self, letter: str) -> Postings:
        """Return which strings hold a character as they are folded."""
        return self.with_keys(KeyForm.LETTER, (letter,))

    def heard(self, sound: str, *, at_word: bool = False) -> Postings:
        """Return in which strings a sound may be heard, vowels of any length.

        ``at_word``: from where a word begins.
        """
        keys = heard_keys(sound)
        lists = self.with_each_key(KeyForm.SOUND, keys) if keys and is_whole_key(keys[0]) else []
        if at_word:
            key = word_key(sound)
            if is_whole_word_key(key):
                lists += self.with_each_key(KeyForm.WORD, (key,))
            else:
                lists.append(self._beginning(KeyForm.WORD, key))
        elif keys and not lists:
            return self._beginning(KeyForm.SOUND, keys[0])
        return in_all(lists) if lists else range(len(self))

    def _beginning(self, form: KeyForm, start: str) -> Postings:
        """Return which strings have a key with a beginning."""
        return sorted(set().union(*self._source.beginning(form, start)))

    def with_keys(self, form: KeyForm, keys: Sequence[str]) -> Postings:
        """Return which strings have all of some keys.

        A word is looked for in several forms, which often have the same.
        """
        asked = form, frozenset(keys)
        if asked not in self._with_keys:
            lists = self.with_each_key(form, keys)
            if len(self._with_keys) >= _KEPT_LISTS:
                self._with_keys.pop(next(iter(self._with_keys)))
            self._with_keys[asked] = in_all(lists) if lists else range(len(self))
        return self._with_keys[asked]

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
