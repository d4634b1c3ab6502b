"""Finds the lines of a TOML text at which its tables, fields and items stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import count

Place = tuple[str | int, ...]
"""The way to a value: the names of fields, and the numbers of items, from 0."""
_BETWEEN = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANKS = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_NAME = re.compile(r"[0-9A-Za-z_-]+")
_ENDS = {"[": "]", "{": "}"}
"""How a value begins that holds others → how it ends."""
_PLAIN_VALUE = re.compile(r"[^,\]}#\n]*")


class TomlLines:
    """The lines of a text's values.

    Args:
        text: well-formed TOML.

    """

    def __init__(self, text: str) -> None:
        self._places = _Places(text).places
        self._ends = [end.start() for end in re.finditer("\n", text)]

    def line(self, place: Place) -> int:
        """Return the line, from 1, of a value, or of the table or list in which it is lacking."""
        while place and place not in self._places:
            place = place[:-1]
        return bisect_left(self._ends, self._places.get(place, 0)) + 1


class _Places:
    """Goes through a well-formed text and notes where each value begins."""

    def __init__(self, text: str) -> None:
        self.places: dict[Place, int] = {}
        """The way to a value → where it begins, or the field that has it."""
        self._text = text
        self._at = 0
        self._counts: dict[Place, int] = {}
        """List of tables → how many were begun."""
        table: Place = ()
        self._skip(_BETWEEN)
        while self._at < len(text):
            if text.startswith("[", self._at):
                table = self._head()
            else:
                self._field(table)
            self._skip(_BETWEEN)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        assert match is not None
        self._at = match.end()
        return match.group()

    def _note(self, start: int, place: Place) -> None:
        """Note where a value begins, and what holds it if nothing of that began earlier."""
        for length in range(1, len(place) + 1):
            self.places.setdefault(place[:length], start)

    def _head(self) -> Place:
        """Read ``[a.b]`` or ``[[a.b]]`` and return the table that begins."""
        start = self._at
        width = 2 if self._text.startswith("[[", start) else 1
        self._at += width
        names = self._names()
        self._at += width
        table: Place = ()
        for number, name in enumerate(names, 1):
            table += (name,)
            if number == len(names) and width == 2:
                self._counts[table] = self._counts.get(table, 0) + 1
            if table in self._counts:
                table += (self._counts[table] - 1,)
        self._note(start, table)
        return table

    def _names(self) -> Place:
        """Read a name, or several with dots between."""
        import tomllib

        names: list[str] = []
        while True:
            self._skip(_BLANKS)
            quoted = self._text[self._at] in "\"'"
            name = self._skip(_STRING if quoted else _NAME)
            names.append(next(iter(tomllib.loads(f"{name} = 0"))) if quoted else name)
            self._skip(_BLANKS)
            if not self._text.startswith(".", self._at):
                return tuple(names)
            self._at += 1

    def _field(self, table: Place) -> None:
        self._value(self._field_name(table))

    def _field_name(self, table: Place) -> Place:
        """Read a field up to its value."""
        start = self._at
        place = table + self._names()
        self._note(start, place)
        self._at += len("=")
        self._skip(_BLANKS)
        return place

    def _value(self, place: Place) -> None:
        """Read a value with all that it holds; it may be nested as deeply as the reader allows."""
        begun: list[tuple[Place, str, Iterator[int]]] = []
        while True:
            sign = self._text[self._at]
            if sign in _ENDS:
                self._at += 1
                begun.append((place, _ENDS[sign], count()))
            else:
                self._skip(_STRING if sign in "\"'" else _PLAIN_VALUE)
            while begun and not self._within(begun[-1][1]):
                begun.pop()
            if not begun:
                return
            holder, end, numbers = begun[-1]
            if end == "}":
                place = self._field_name(holder)
            else:
                place = (*holder, next(numbers))
                self._note(self._at, place)

    def _within(self, end: str) -> bool:
        """Go to the next part of a list or table; tell whether there is one."""
        self._skip(_BETWEEN)
        if self._text.startswith(",", self._at):
            self._at += 1
            self._skip(_BETWEEN)
        if not self._text.startswith(end, self._at):
            return True
        self._at += 1
        return False
