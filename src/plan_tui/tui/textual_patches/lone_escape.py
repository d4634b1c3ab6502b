"""Tells Escape before another key from the sequences that begin with an escape.

Textual waits for 0.1 seconds for what comes after an escape, and takes both for Alt and a key, for
a sign (Escape and ``5`` for ``∞``), for a move by a word (Escape and ``f``), or drops the Escape
(before ``/`` or Enter). Keys that are typed fast, or that a terminal sends in one go, are so
misread. Here an escape is a key of its own unless what follows can go on with a sequence.

An Alt key sends the same characters, unless the terminal speaks the Kitty protocol: then it does
what Escape and the key do. Alt and Backspace go on to delete a word.

Upstream: https://github.com/Textualize/textual/issues/6663 (open: Alt is dropped before keys with
a name).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps

from textual import events
from textual._parser import ParseTimeout
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.message import Message

Feed = Callable[[XTermParser, str], Iterable[Message]]
Tick = Callable[[XTermParser], Iterable[Message]]
_ESCAPE = "\x1b"
_GOES_ON = frozenset("[O\x1b\x7f")
"""What goes on with a sequence (CSI, SS3), is an escape again, or Backspace."""
_RUNS = re.compile(f"{_ESCAPE}|[^{_ESCAPE}]+")


def use_lone_escapes() -> None:
    """Let every parser of a terminal's input tell Escape from the sequences."""
    if not hasattr(XTermParser.feed, "__wrapped__"):
        XTermParser.feed = _feeding(XTermParser.feed)  # type: ignore[assignment, method-assign]
        XTermParser.tick = _ticking(XTermParser.tick)  # type: ignore[assignment, method-assign]


def escape_and_key(event: events.Key) -> tuple[events.Key, ...]:
    """Return Alt and a character as Escape and the character, any other key as it is."""
    character = event.character
    if not event.key.startswith("alt+") or not character or not character.isprintable():
        return (event,)
    return _escape(), events.Key(character, character)


def _feeding(feed: Feed) -> Feed:
    @wraps(feed)
    def feed_runs(self: XTermParser, data: str) -> Iterator[Message]:
        for run in _RUNS.findall(data) or [data]:
            if _ends(_unfinished(self), run):
                yield from _as_keys(self)
            yield from feed(self, run)

    return feed_runs


def _ticking(tick: Tick) -> Tick:
    @wraps(tick)
    def tick_keys(self: XTermParser) -> Iterable[Message]:
        ends = self._timeout_time is not None and get_time() >= self._timeout_time
        yield from (_as_keys(self) if ends and _unfinished(self) else tick(self))

    return tick_keys


def _ends(sequence: str, run: str) -> bool:
    """Tell whether what comes next cannot go on with the sequence that is being read."""
    if sequence == _ESCAPE:
        return run[:1] not in _GOES_ON
    return bool(sequence) and run[:1] in ("", _ESCAPE)


def _unfinished(parser: XTermParser) -> str:
    """Return the sequence that is being read; empty if none is, or within a pasted text."""
    frame = parser._gen.gi_frame  # type: ignore[attr-defined]
    if frame is None or parser._awaiting.timeout is None or frame.f_locals["bracketed_paste"]:
        return ""
    return str(frame.f_locals["sequence"])


def _as_keys(parser: XTermParser) -> Iterator[events.Key]:
    """End the sequence that is being read, and return its characters as keys."""
    sequence = _unfinished(parser)
    parser._timeout_time = None
    parser._awaiting = parser._gen.throw(ParseTimeout())
    parser._tokens.clear()
    yield _escape()
    for character in sequence[1:]:
        yield from parser._sequence_to_key_events(character)


def _escape() -> events.Key:
    return events.Key("escape", _ESCAPE)
