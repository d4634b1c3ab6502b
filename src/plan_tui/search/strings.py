"""Strings that are searched, each read when it is looked at, chosen by their keys before."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from functools import cached_property

from plan_tui.model.outline_enums import KeyForm, StringForm, TextPlace
from plan_tui.store.index_queries import TOGETHER, parted
from plan_tui.text.fold import without_marks
from plan_tui.text.number_lists import in_all
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
    from typing import TypeVar

    from plan_tui.search.layer_source import LayerSource

    T = TypeVar("T")


Postings = Sequence[int]
"""Numbers of strings, in order."""
_KEPT = 5_000_000
"""Characters of strings that are kept of each form: all of the plan's, and a hundred times its
titles, so that each is read once. Of more those that were read last. Moves memory, and what it
takes to look at one again."""
_KEPT_PRINTED = 24_000_000
"""The same of those that are printed, in which each word is looked for first: as many as a hundred
times the plan has."""
_FEW_STRINGS = 32_768
"""Strings of a layer of which all that are read can be kept. Of more, groups without a word are not
even decoded."""
_MANY = 2
"""Strings of a group, on average, from which on all of it is kept: others will be asked for. Of
fewer, reading each again takes less than making strings of the rest."""
_AHEAD = 512
"""Strings whose groups are read at once. Fewer, and asking for them takes longer than reading
them; more, and the first is waited for."""
_KEPT_KEYS = 512
"""Keys that are kept, with the strings that have them: those of some ten words."""
_ENOUGH = 6
"""Keys of a word that tell nearly as much as all: to ask the others takes longer than to read the
few strings more."""
_KEPT_LISTS = 8
"""Lists of strings that have all of some keys: those of the forms of one word."""
_PARTED, _ENDED = "\0", b"\0"
"""Stands between strings, or behind each, and in none."""


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
        for pairs in self._read(needle, numbers):
            firsts = [(number, text.find(needle)) for number, text in pairs]
            places = [(number, first, first + size) for number, first in firsts if first >= 0]
            for strings in also:
                strings.read([number for number, *_ in places])
            yield from places

    def holders(self, needle: str, numbers: Postings | None = None) -> list[int]:
        """Return which strings hold a word, of some or of all that may."""
        read = self._read(needle, numbers)
        return [number for pairs in read for number, text in pairs if needle in text]

    def possible(self, needle: str, numbers: Postings | None = None) -> Iterator[tuple[int, str]]:
        """Return strings that may hold a word, each after its number; of some or of all."""
        return (pair for pairs in self._read(needle, numbers) for pair in pairs)

    def find_all(self, needle: str) -> Iterator[tuple[int, int]]:
        """Yield every place: number of the string and offset in it."""
        for pairs in self._read(needle):
            for number, text in pairs:
                place = text.find(needle)
                while place >= 0:
                    yield number, place
                    place = text.find(needle, place + 1)

    def match(self, pattern: re.Pattern[str], numbers: Postings) -> Iterator[tuple[int, int, int]]:
        """Yield the first match in each of some strings: number, first offset, that after the last.

        A string's end is no end of a word but for what follows it: nothing is heard there that
        could go on.
        """
        for pairs in self._read(pattern, numbers):
            for number, text in pairs:
                if match := pattern.search(text + _PARTED):
                    yield number, match.start(), match.end()

    def _read(
        self, word: str | re.Pattern[str], numbers: Postings | None = None
    ) -> Iterator[Iterable[tuple[int, str]]]:
        """Yield strings in parts; without those that hold no word as their group is stored."""
        asked = self.holding(str(word)) if numbers is None else numbers
        test = self._stored[0].test(word) if self._is_stored and asked else None
        for some in ahead(asked):
            held = self._stored[0].holding(test, some) if test else some
            texts = self._stored[0].parts(held) if test else self.parts(some)
            yield zip(held, texts, strict=True)

    def parts(self, numbers: Postings) -> Iterable[str]:
        """Return strings that are read together, as many as `ahead` gives."""
        self.read(numbers)
        return self._stored[0].parts(numbers) if self._is_stored else map(self.part, numbers)


def ahead(numbers: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield numbers of strings, or what stands for them, in parts that are read together."""
    for first in range(0, len(numbers), _AHEAD):
        yield numbers[first : first + _AHEAD]


class _Stored:
    """A form of a layer's strings as it is stored, in groups: those that are read are held."""

    def __init__(self, source: LayerSource, form: StringForm) -> None:
        self._source, self._form = source, form
        self._most = _KEPT_PRINTED if form is StringForm.PRINTED else _KEPT
        self._strings: dict[int, str] = {}
        self._batches: deque[Sequence[int]] = deque()
        """The numbers of those that were read together, the first first."""
        self._size = 0

    def __call__(self, number: int) -> str:
        """Return a string; those that are stored with it are read, too, since they may follow."""
        if number not in self._strings:
            self.read(self._numbers(number - number % TOGETHER))
        return self._strings[number]

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

    def holding(self, test: Callable[[bytes], object], numbers: Sequence[int]) -> Sequence[int]:
        """Return the strings that were read before, or whose group passes a test: these are read.

        All of them can be asked for then.
        """
        lacking = self._lacking(numbers)
        if not lacking:
            return numbers
        passing = {first: group for first, group in self._joined(lacking).items() if test(group)}
        self._keep(passing, [n for n in lacking if n - n % TOGETHER in passing], numbers)
        return [number for number in numbers if number in self._strings]

    def parts(self, numbers: Iterable[int]) -> Iterable[str]:
        """Return strings that were read."""
        return map(self._strings.__getitem__, numbers)

    def read(self, numbers: Iterable[int]) -> None:
        """Read those of some strings that are not there, all at once."""
        if lacking := self._lacking(numbers):
            self._keep(self._joined(lacking), lacking, numbers)

    def _lacking(self, numbers: Iterable[int]) -> Sequence[int]:
        strings = self._strings
        return [number for number in numbers if number not in strings]

    def _joined(self, numbers: Iterable[int]) -> Mapping[int, bytes]:
        firsts = {number - number % TOGETHER for number in numbers}
        return self._source.joined(self._form, sorted(firsts))

    def _keep(
        self, joined: Mapping[int, bytes], lacking: Sequence[int], asked: Iterable[int]
    ) -> None:
        """Keep those that are lacking, and what stands with them where many of a group are."""
        try:
            if len(lacking) > _MANY * len(joined):
                held = self._whole(joined)
            else:
                held = {n: _part(joined[n - n % TOGETHER], n % TOGETHER) for n in lacking}
        except ValueError as error:
            raise self._source.damaged() from error
        self._strings |= held
        self._batches.append(tuple(held))
        self._size += sum(map(len, held.values()))
        if self._size > self._most:
            self._leave({*asked})

    def _whole(self, joined: Mapping[int, bytes]) -> dict[int, str]:
        held = dict[int, str]()
        for first, group in joined.items():
            held.update(zip(self._numbers(first), parted(group), strict=True))
        for number in held.keys() & self._strings.keys():
            del held[number]
        return held

    def _numbers(self, first: int) -> range:
        """Return the numbers of the strings of a group by the first of them."""
        return range(first, min(first + TOGETHER, len(self._source.sections)))

    def _leave(self, asked: set[int]) -> None:
        """Let go of what was read first, but for what is asked for now."""
        for _ in range(len(self._batches) - 1):
            if self._size <= self._most:
                break
            numbers = self._batches.popleft()
            kept = [number for number in numbers if number in asked]
            for number in numbers if not kept else set(numbers).difference(kept):
                self._size -= len(self._strings.pop(number))
            if kept:
                self._batches.append(kept)


def _part(group: bytes, place: int) -> str:
    """Return one of the strings that are stored together; a `ValueError` if it is not there."""
    parts = group.split(_ENDED, place + 1)
    if len(parts) < place + 2:
        raise ValueError(place)
    return parts[place].decode()


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
        letter_sounds: the sounds of titles with Latin words as they are spelled; empty where that
            is no other.

    """

    def __init__(self, source: LayerSource) -> None:
        self._source = source
        self.sections = source.sections
        self.place = source.place
        self._postings: dict[tuple[KeyForm, str], Postings] = {}
        self._with_keys: dict[tuple[KeyForm, frozenset[str]], Postings] = {}
        printed, spelled, folded, self._sound, self._cuts, letters = (
            _Stored(source, form) for form in StringForm
        )
        self.printed = Strings(printed, self._spelled, printed)
        self.spelled = Strings(spelled, self._spelled, spelled)
        self.plain = Strings(lambda n: without_marks(spelled(n)), self._spelled, spelled)
        self.folded = Strings(folded, self._folded, folded)
        sound = self._sound
        self.sounds = Strings(sound, self.heard, sound)
        self.short_sounds = Strings(self._short, self.heard, sound)
        self.letter_sounds = Strings(letters, self.heard, letters)

    def __len__(self) -> int:
        return len(self.sections)

    @cached_property
    def first_english(self) -> int:
        """The number of the first English title, which stand behind all others; else the count."""
        numbers = range(len(self))
        return bisect_left(numbers, True, key=lambda n: self.place(n) is TextPlace.TITLE_EN)

    def of_section(self, section: int) -> Sequence[int]:
        """Return the numbers of a section's strings, in order."""
        return self.sections.things(section)

    def cuts(self, number: int) -> str:
        """Return the printed characters of each word, one base-36 digit a word; "" if unread."""
        return self._cuts(number)

    def _short(self, number: int) -> str:
        from plan_tui.text.romaji import short

        return short(self._sound(number).replace(" ", ""))

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

    def with_latin(self) -> Postings:
        """Return which strings have other `letter_sounds` than `sounds`."""
        return self.with_keys(KeyForm.LATIN, ("",))

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
        """Return which strings have all of some keys, of many at least the rarest.

        A word is looked for in several forms, which often have the same.
        """
        asked = form, frozenset(keys)
        if asked not in self._with_keys:
            lists = sorted(self.with_each_key(form, keys), key=len)[:_ENOUGH]
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
