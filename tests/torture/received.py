"""What a terminal obeys in what it receives."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # controls
    "\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"  # tags, which nobody sees
    "\ud800-\udfff"
    "]"
)
_DRAWN = re.compile(
    r"\x1b\[[?>=<]?[0-9;:]*[A-HJKSTXfhlmnrsu]"  # colours, the cursor, modes of the terminal
    r"|\x1b\]22;default\x07"  # the pointer of the mouse
    r"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"  # what the reader asked to copy
)
"""What the application itself sends."""


def obeyed(text: str, form: str = "text") -> set[str]:
    """Return the characters of a text that a terminal would obey, or nobody would see."""
    allowed = {"\n"}
    if form == "tsv":
        allowed.add("\t")
    if form == "csv":
        allowed.add("\r")
    return set(_HIDDEN.findall(text)) - allowed


def obeyed_in_drawing(sent: str) -> set[str]:
    """Return the same of all that the application sends, its own sequences left out."""
    return set(_HIDDEN.findall(_DRAWN.sub("", sent))) - {"\n"}
