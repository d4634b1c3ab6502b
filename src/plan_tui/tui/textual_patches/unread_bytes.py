"""Goes on after bytes of a terminal that are no UTF-8, and makes no keys of them.

Textual ends with the first such byte. A terminal or client set to Shift_JIS or Latin-1 sends them,
a text pasted from there, a text with half of a surrogate pair, and a terminal without the newer
codes of the mouse for a click beyond the 95th column. So it ends with a key of the Kitty protocol
whose number is no character's.

Here each such byte is U+FFFD, which a reader sees in what they typed and which is no command. The
second byte of a Japanese character in Shift_JIS can be a letter, which would be a command: typed
in one go with the first, it goes with it. A pasted text keeps it, where letters do nothing.
The older codes of the mouse are told from text; Textual reads nothing of them.

Upstream: no issue known.
"""

from __future__ import annotations

import re
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from functools import wraps

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Key
from textual.keys import Keys
from textual.message import Message

Feed = Callable[[XTermParser, str], Iterable[Message]]
ParseKey = Callable[[XTermParser, str], list[Key] | None]
UNREAD = "\ufffd"
_PASTED_END = "\x1b[201~"
_BYTE = re.compile("[\udc80-\udcff]")
_BYTE_AND_SECOND = re.compile("[\udc80-\udcff][@-~]?")
_MOUSE = re.compile("(\x1b\\[M)([^\x1b]{1,3})")
"""A report of the mouse in the older code: a button, a column and a line, a byte each."""
_BYTES_OF_MOUSE = 3
_DECODER = "getincrementaldecoder"
"""What the drivers of Textual know the maker of their decoder as."""


class ReceivedText:
    """A decoder of UTF-8 in pieces, with a lone surrogate for each byte that is none."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")("surrogateescape")

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text of a piece, without a character that may go on in the next.

        What began before and does not go on is U+FFFD: the key behind it was typed after it.
        """
        begun = len(self._decoder.getstate()[0])
        text = self._decoder.decode(data, final)
        goes_on = not data or not data[:1].isascii()
        return text if goes_on else UNREAD * begun + text[begun:]


def use_received_text(driver: type[Driver]) -> None:
    """Let a kind of driver go on after bytes that are no UTF-8."""
    for kind in driver.__mro__:
        module = sys.modules[kind.__module__]
        if hasattr(module, _DECODER):
            setattr(module, _DECODER, lambda _: ReceivedText)


def use_unread_bytes() -> None:
    """Let every parser of a terminal's input make no keys of them; before `use_whole_pastes`."""
    if not hasattr(XTermParser.feed, "makes_no_keys"):
        XTermParser.feed = _feeding(XTermParser.feed)  # type: ignore[assignment, method-assign]
        XTermParser._parse_extended_key = _parsing(XTermParser._parse_extended_key)  # type: ignore[assignment, method-assign]


def readable(data: str) -> str:
    """Return what was typed, or a pasted text with the code behind it, with U+FFFD for bytes."""
    if data.isascii():
        return data
    if data.endswith(_PASTED_END):
        return _BYTE.sub(UNREAD, data)
    return _BYTE_AND_SECOND.sub(UNREAD, _MOUSE.sub(_in_ascii, data))


def _in_ascii(report: re.Match[str]) -> str:
    """Return a report of the mouse with a sign for each of its bytes, and what is behind it."""
    sent = report[2].encode("utf-8", "surrogateescape")
    rest = sent[_BYTES_OF_MOUSE:].decode("utf-8", "surrogateescape")
    return report[0] if sent.isascii() else report[1] + "?" * len(sent[:_BYTES_OF_MOUSE]) + rest


def _feeding(feed: Feed) -> Feed:
    @wraps(feed)
    def feed_readable(self: XTermParser, data: str) -> Iterator[Message]:
        yield from feed(self, readable(data))

    feed_readable.makes_no_keys = True  # type: ignore[attr-defined]
    return feed_readable


def _parsing(parse: ParseKey) -> ParseKey:
    @wraps(parse)
    def parse_key(self: XTermParser, sequence: str) -> list[Key] | None:
        try:
            return parse(self, sequence)
        except (ValueError, OverflowError):  # no character has that number
            return [Key(Keys.Ignore, sequence)]

    return parse_key
