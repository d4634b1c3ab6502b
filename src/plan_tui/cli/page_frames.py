"""What a page of the browser view sends: read, bounded, and told from what no page sends."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plan_tui.text.record import record

LARGEST_FRAME = 1 << 20
"""Bytes of a frame; the socket is closed at a larger one."""
MOST_KEYS = 100_000
"""Characters of one frame that are handed on as typed or pasted: far more than any box takes."""
MOST_COLUMNS, MOST_LINES = 500, 200
"""The largest screen that is drawn; a 4K monitor has about 400 by 90."""
_LONGEST_PING = 40


@record
class TerminalSize:
    """The size of a page's terminal."""

    columns: int
    lines: int


@record
class Typed:
    """Keys that were pressed, or text that was pasted."""

    keys: bytes


@record
class FocusChange:
    """The terminal got the focus, or lost it."""

    has_focus: bool


@record
class Ping:
    """What is to be sent back."""

    sent: str


PageFrame = TerminalSize | Typed | FocusChange | Ping


def read_frame(text: str) -> PageFrame | None:
    """Return what a frame says; None for one that no page of ours sends."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match content:
        case ["stdin", str(keys)] if len(keys) <= MOST_KEYS:
            return Typed(keys.encode("utf-8", "ignore"))
        case ["resize", {"width": int(columns), "height": int(lines)}]:
            return bounded(columns, lines)
        case ["focus" | "blur" as change]:
            return FocusChange(change == "focus")
        case ["ping", str(sent)] if len(sent) <= _LONGEST_PING:
            return Ping(sent)
    return None


def size_of(query: Mapping[str, str]) -> TerminalSize | None:
    """Return the size that a page's query names; None if it names none."""
    try:
        return bounded(int(query["width"]), int(query["height"]))
    except (KeyError, ValueError):
        return None


def bounded(columns: int, lines: int) -> TerminalSize:
    """Return a size that is drawn for one that was asked for."""
    return TerminalSize(max(1, min(columns, MOST_COLUMNS)), max(1, min(lines, MOST_LINES)))
