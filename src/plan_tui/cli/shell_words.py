"""Words of a command line as a shell's completion hands them over, and how it takes answers.

bash parts words at ``:`` and ``=`` as well, and replaces the last part alone; in all shells the
word that is being typed may begin with a quote that is still open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PARTS = (":", "=")
_QUOTES = ("'", '"')
_SPECIAL = re.compile(r"([^\w@%+=:,./~-])")


def joined_words(words: Sequence[str]) -> list[str]:
    """Return the words of bash as they were typed: what it parted at ``:`` and ``=`` as one."""
    joined: list[str] = []
    is_open = False
    for word in words:
        if joined and (word in _PARTS or is_open):
            joined[-1] += word
        else:
            joined.append(word)
        is_open = word in _PARTS
    return joined


def unquoted(word: str) -> str:
    """Return a word without its quotes and backslashes, of which the last may be open."""
    if word[:1] in _QUOTES:
        return word[1:].removesuffix(word[0])
    return re.sub(r"\\(.)", r"\1", word)


def for_bash(value: str, words: Sequence[str]) -> str:
    """Return a completion as bash takes it: the part that it replaces, quoted where it must be.

    ``words`` are bash's own, the one that is being typed last.
    """
    last = words[-1] if words else ""
    typed = joined_words(words)[-1] if words else ""
    kept = typed if last in _PARTS else typed.removesuffix(last)
    rest = value.removeprefix(unquoted(kept))
    return rest if last[:1] in _QUOTES else _SPECIAL.sub(r"\\\1", rest)
