"""Takes a pasted text as one, whatever control codes are in it.

Textual reads an escape within a pasted text as the beginning of a sequence: what follows comes as
keys, which open, write and remove things. Here all that comes between the two codes of a terminal
around a pasted text is that text, without the colours and other codes in it.

Upstream: no issue known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from weakref import WeakKeyDictionary

from textual._xterm_parser import XTermParser
from textual.message import Message

Feed = Callable[[XTermParser, str], Iterable[Message]]
_START, _END = "\x1b[200~", "\x1b[201~"
_CODES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b")
"""Sequences of a terminal (CSI, OSC), and any other escape."""


def use_whole_pastes() -> None:
    """Let every parser of a terminal's input take pasted texts so."""
    if not hasattr(XTermParser.feed, "takes_pastes"):
        XTermParser.feed = _feeding(XTermParser.feed)  # type: ignore[assignment, method-assign]


class PastedText:
    """Tells what is pasted from what is typed, in whatever pieces both come."""

    def __init__(self) -> None:
        self._before = ""
        """The end of what was typed: the code before a pasted text may have begun in it."""
        self._pasted: str | None = None
        """What came of a pasted text; None where none is under way."""

    def parts(self, data: str) -> Iterator[str]:
        """Yield what to read of what came; a pasted text comes once all of it is there."""
        if not data:  # the end of all input
            yield data
        while data:
            part, data = self._typed(data) if self._pasted is None else self._rest(data)
            if part:
                yield part

    def _typed(self, data: str) -> tuple[str, str]:
        """Return what was typed, and what is left once a pasted text begins."""
        joined = self._before + data
        start = joined.find(_START)
        if start < 0:
            self._before = joined[1 - len(_START) :]
            return data, ""
        begins = start + len(_START) - len(self._before)
        self._before, self._pasted = "", ""
        return data[:begins], data[begins:]

    def _rest(self, data: str) -> tuple[str, str]:
        """Return a pasted text that has ended, with the code behind it, and what is left."""
        known = self._pasted or ""
        self._pasted = known + data
        end = self._pasted.find(_END, max(0, len(known) - len(_END)))
        if end < 0:
            return "", ""
        text, rest = self._pasted[:end], self._pasted[end + len(_END) :]
        self._pasted = None
        return _CODES.sub("", text) + _END, rest


def _feeding(feed: Feed) -> Feed:
    readers: WeakKeyDictionary[XTermParser, PastedText] = WeakKeyDictionary()

    @wraps(feed)
    def feed_parts(self: XTermParser, data: str) -> Iterator[Message]:
        for part in readers.setdefault(self, PastedText()).parts(data):
            yield from feed(self, part)

    feed_parts.takes_pastes = True  # type: ignore[attr-defined]
    return feed_parts
