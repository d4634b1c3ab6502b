"""Plain text written so that Markdown shows it to the letter."""

from __future__ import annotations

import re

from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_SPECIAL = late_pattern(r"([\\`*_\[\]{<>&|~^$#]|=(?==)|%(?=%))")
"""Signs of CommonMark and GitHub, and of Obsidian and pandoc (``==``, ``%%``, ``^``, ``{``)."""
_LINE_START = late_pattern(r"^(\s*)([+=:-])")
_NUMBER = late_pattern(r"^(\s*[0-9]{1,9})([.)])")
_ADDRESS = late_pattern(
    r"((?:https?|ftp)://[!-~]+|(?<![a-z0-9._@/:-])www\.[a-z0-9][!-~]*)", re.ASCII | re.IGNORECASE
)
_NOT_IN_ADDRESS = frozenset("<>|`\\")
_AFTER_ADDRESS = ".,;:!?'\""
"""Signs that end a sentence or a quotation rather than an address."""
_BRACKETS = {")": "(", "]": "["}


def inline(text: str) -> str:
    """Return ``text``, one line, for a place inside a line; addresses become links to themselves.

    Line breaks become blanks; white space at the ends stays.
    """
    flat = " ".join(text.splitlines()) if len(text.splitlines()) > 1 else text.rstrip("\r\n")
    pieces = _ADDRESS.split(flat)
    return "".join(
        _address(piece) if number % 2 else _literal(piece) for number, piece in enumerate(pieces)
    )


def _literal(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _address(text: str) -> str:
    """Return an address as a link to itself, and what follows it.

    It stands in angle brackets, where nothing is markup. Without ``https:`` these make no link,
    and some readers would link such an address with all that follows it up to the next blank.
    """
    end = _end_of_address(text)
    address, rest = text[:end], _literal(text[end:])
    if not address.lower().startswith("www."):
        return f"<{address}>{rest}"
    return f"[{_literal(address)}](<http://{address}>){rest}"


def _end_of_address(text: str) -> int:
    """Return where an address ends: brackets belong to it in pairs."""
    opened: list[int] = []
    end = len(text)
    for place, character in enumerate(text):
        if character in _NOT_IN_ADDRESS:
            end = place
            break
        if character in _BRACKETS.values():
            opened.append(place)
        elif character in _BRACKETS:
            if not opened or text[opened[-1]] != _BRACKETS[character]:
                end = place
                break
            opened.pop()
    end = min([end, *opened])
    return len(text[:end].rstrip(_AFTER_ADDRESS))


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
