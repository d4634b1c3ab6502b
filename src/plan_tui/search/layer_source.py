"""Where the strings that are searched come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from plan_tui.model.outline_enums import KeyForm, StringForm, TextPlace
from plan_tui.text.number_lists import Grouped


class LayerSource(Protocol):
    """Where a layer's strings come from; numbers count from 0."""

    sections: Grouped
    """For each string, the number of its section."""

    def place(self, number: int) -> TextPlace:
        """Return what a string is."""

    def postings(self, form: KeyForm, keys: Sequence[str]) -> Mapping[str, Sequence[int]]:
        """Return for each key that there is which strings have it, in order."""

    def beginning(self, form: KeyForm, start: str) -> Sequence[Sequence[int]]:
        """Return which strings have a key, for each key with this beginning."""

    def joined(self, form: StringForm, firsts: Sequence[int]) -> Mapping[int, bytes]:
        """Return, for each of some firsts, a form of the `TOGETHER` strings from it on.

        There are fewer at the end. They are as they are stored: UTF-8, each ended by a NUL.
        """

    def damaged(self) -> Exception:
        """Return the error that says that they are not so, to be raised."""
