"""The entries of a TOML file that its reader may write in too: changed one by one, in its text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import TypeVar

Name = TypeVar("Name")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""A line as TOML counts them: other characters that end lines may stand in its strings."""


def toml_text(value: str | int) -> str:
    """Return a string or a number as TOML writes it: with the escapes of JSON, and DEL's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def changed_entries(
    text: str,
    name_of: Callable[[str], Name | None],
    changes: Mapping[Name, str | None],
) -> str:
    """Return the text of a file with changed entries; comments and the order stay.

    Args:
        text: of the file; an entry is a table that begins with ``[[`` at the start of a line.
        name_of: gives the name of the entry that a part of the text is; None for none.
        changes: names → the entries that take the place of those with these names, or stand at the
            end; None takes one out.

    """
    rest = dict(changes)
    parts = []
    for part in _entries(text):
        name = name_of(part)
        if name is None or name not in rest:
            parts.append(part)
            continue
        entry = rest.pop(name)
        if entry is not None:
            parts.append(entry + _tail(part))
        elif _tail(part).strip():
            parts.append(_tail(part))
    whole = "".join(parts).rstrip("\n")
    added = [entry for entry in rest.values() if entry is not None]
    return "\n".join([*([f"{whole}\n"] if whole else []), *added])


def _entries(text: str) -> list[str]:
    """Cut a text before each line that begins an entry."""
    parts = [""]
    for line in _LINE.findall(text):
        if line.startswith("[["):
            parts.append("")
        parts[-1] += line
    return parts


def _tail(part: str) -> str:
    """Return the blank lines and comments behind an entry, which belong to what follows it."""
    lines = _LINE.findall(part)
    count = len(lines)
    while count and (not lines[count - 1].strip() or lines[count - 1].startswith("#")):
        count -= 1
    return "".join(lines[count:])
