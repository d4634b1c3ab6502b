"""Strings that are searched without a database: a layer of texts given as they are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import cast

from plan_tui.model.enums import KeyForm, StringForm, TextPlace
from plan_tui.search.aliases import Aliases
from plan_tui.search.corpus import Corpus
from plan_tui.search.matcher import Matcher
from plan_tui.search.strings import TextLayer
from plan_tui.store.index_queries import TOGETHER
from plan_tui.text.fold import fold_printed, fold_spelling
from plan_tui.text.number_lists import NUMBER, Grouped


class UnindexedSource:
    """Texts of which each may hold every word: nothing is known of any before it is read."""

    def __init__(self, texts: Sequence[str], place: TextPlace) -> None:
        self._forms: dict[StringForm, list[str]] = {
            StringForm.PRINTED: list(texts),
            StringForm.SPELLED: [fold_printed(text) for text in texts],
            StringForm.FOLDED: [fold_spelling(text) for text in texts],
        }
        self._place = place
        self.sections = Grouped(range(len(texts)), len(texts))

    def place(self, number: int) -> TextPlace:
        """Return what a string is."""
        return self._place

    def postings(self, form: KeyForm, keys: Sequence[str]) -> dict[str, array[int]]:
        """Return all strings, of letters those that hold them."""
        if form is KeyForm.LETTER:
            folded = self._forms[StringForm.FOLDED]
            return {key: array(NUMBER, holding(key, folded)) for key in keys}
        return {key: array(NUMBER, range(len(self.sections))) for key in keys}

    def beginning(self, form: KeyForm, start: str) -> Sequence[array[int]]:
        """Return all strings."""
        return (array(NUMBER, range(len(self.sections))),)

    def strings(self, form: StringForm, firsts: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """Return strings from each first on; there are no readings."""
        held = self._forms.get(form, [""] * len(self.sections))
        return {first: held[first : first + TOGETHER] for first in firsts}

    def joined(self, form: StringForm, firsts: Sequence[int]) -> Mapping[int, bytes]:
        """Return the same as a database has it."""
        return joined(self.strings(form, firsts))

    def damaged(self) -> Exception:
        """Return what is raised where a database is damaged."""
        return ValueError("damaged")


def holding(letter: str, texts: Iterable[str]) -> Iterator[int]:
    """Yield the numbers of the texts that hold a letter."""
    return (number for number, text in enumerate(texts) if letter in text)


def joined(strings: Mapping[int, Sequence[str]]) -> Mapping[int, bytes]:
    """Return groups of strings as a database has them."""
    return {n: "".join(f"{text}\0" for text in texts).encode() for n, texts in strings.items()}


class NoAliases:
    """A table in which no word stands for another."""

    def groups(self, folded: str) -> Iterable[int]:
        """Return nothing."""
        return ()

    def sounding(self, short_sound: str, least: int) -> Iterable[int]:
        """Return nothing."""
        return ()

    def beginning(self, folded: str) -> Iterable[int]:
        """Return nothing."""
        return ()

    def inside(self, parts: Iterable[str]) -> Iterable[tuple[str, int]]:
        """Return nothing."""
        return ()

    def all(self) -> Iterable[tuple[str, int]]:
        """Return nothing."""
        return ()

    def of_length(self, least: int, most: int) -> Iterable[tuple[str, int]]:
        """Return nothing."""
        return ()

    def words(self, group: int) -> list[str]:
        """Return nothing."""
        return []


def layer_of(texts: Sequence[str], place: TextPlace = TextPlace.TITLE) -> TextLayer:
    """Return made-up strings as a layer; none has a reading."""
    return TextLayer(UnindexedSource(texts, place))


def matcher_of(*texts: str) -> Matcher:
    """Return a matcher over made-up texts, none of which has a reading."""
    layers = {"titles": layer_of(()), "texts": layer_of(texts, TextPlace.TEXT)}
    return Matcher(cast(Corpus, SimpleNamespace(**layers)), Aliases(NoAliases()))
