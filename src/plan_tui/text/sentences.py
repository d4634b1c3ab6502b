"""Splits Japanese text into sentences that together are the text."""

from __future__ import annotations

_ENDS = "。！？!?"
_OPENING = "（(「『〔【［[〈《"
_CLOSING = "）)」』〕】］]〉》"


def sentences(text: str) -> list[str]:
    """Split ``text`` after each sentence; the parts together are ``text``.

    A sentence ends at 。！？ outside brackets and at a line break, which stays with it. In a
    line whose brackets do not balance every 。 ends a sentence.
    """
    return [part for line in text.splitlines(keepends=True) for part in _of_line(line)]


def sentence_range(text: str, offset: int) -> tuple[int, int]:
    """Return where the sentence at ``offset`` stands in ``text``, blanks at its ends left out."""
    start = 0
    for part in sentences(text):
        if offset < start + len(part):
            break
        start += len(part)
    else:
        start, part = 0, text
    lead = len(part) - len(part.lstrip())
    return start + lead, start + lead + len(part.strip())


def _of_line(line: str) -> list[str]:
    balanced = _balanced(line)
    parts: list[str] = []
    start = depth = 0
    for place, character in enumerate(line):
        if balanced:
            depth += (character in _OPENING) - (character in _CLOSING)
        following = line[place + 1 : place + 2]
        if character in _ENDS and depth == 0 and following not in (*_ENDS, *_CLOSING, "\n", ""):
            parts.append(line[start : place + 1])
            start = place + 1
    return [*parts, line[start:]] if line[start:] else parts


def _balanced(line: str) -> bool:
    depth = 0
    for character in line:
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth < 0:
            return False
    return depth == 0
