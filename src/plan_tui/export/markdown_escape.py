"""Plain text written so that Markdown shows it to the letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~$#])")
_LINE_START = re.compile(r"^(\s*)([+=:-])")
_NUMBER = re.compile(r"^(\s*[0-9]{1,9})([.)])")
_URL = re.compile(r"(https?://[!-~]+)", re.ASCII)
_NOT_IN_URL = re.compile(r"[<>|`\\()\[\]]|[.,;:!?'\"]+$")


def inline(text: str) -> str:
    """Return ``text``, one line, for a place inside a line; addresses become links to themselves.

    Line breaks become blanks; white space at the ends stays.
    """
    flat = " ".join(text.splitlines()) if len(text.splitlines()) > 1 else text.rstrip("\r\n")
    pieces = _URL.split(flat)
    return "".join(
        _address(piece) if number % 2 else _SPECIAL.sub(r"\\\1", piece)
        for number, piece in enumerate(pieces)
    )


def _address(text: str) -> str:
    """Return an address in angle brackets, where nothing is markup, and what follows it."""
    stop = _NOT_IN_URL.search(text)
    end = stop.start() if stop else len(text)
    return f"<{text[:end]}>" + _SPECIAL.sub(r"\\\1", text[end:])


def line(markdown: str) -> str:
    """Return Markdown of one line such that its start is not read as a list, heading or rule.

    White space at both ends goes: Markdown drops it, or takes four blanks for code.
    """
    stripped = markdown.strip(" \t")
    return _NUMBER.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", stripped))


def escape(text: str) -> str:
    """Return ``text`` for any place in a Markdown document, also at a line's start."""
    return line(inline(text))


def code(text: str) -> str:
    """Return ``text`` as a code span, for keys and command lines."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown already (a line break is ``<br>``)."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
