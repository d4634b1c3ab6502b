"""Command lines as a person would type them."""

from __future__ import annotations

import re
from collections.abc import Sequence


def command_line(words: Sequence[str]) -> str:
    """Return ``plan-tui`` and words as one line for a shell."""
    return " ".join(["plan-tui", *map(_quoted, words)])


def _quoted(word: str) -> str:
    if word and not re.search(r"[^\w@%+=:,./-]", word):
        return word
    return "'" + word.replace("'", "'\"'\"'") + "'"
