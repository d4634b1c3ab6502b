"""Footnotes whose number has a second text that was not read as a footnote.

In Markdown it stands as a remark where it is defined; in other texts it may have been taken for
the end of the first one.
"""

from __future__ import annotations

import re
from itertools import chain

from plan_tui.model.enums import FurnitureKind, Layout
from plan_tui.model.parsed import ParsedFootnote
from plan_tui.parse.understanding.read_source import ReadSource, plain
from plan_tui.text.traced import Traced

_OPENS = re.compile(r"(?:\[\^|<sup>\s*\[?)$", re.IGNORECASE)
_CLOSES = re.compile(r"\]:|\]?\s*</sup>", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


def repeated_notes(source: ReadSource) -> tuple[tuple[str, int | None], ...]:
    """Return the names of such footnotes, and the lines of their second texts.

    A number is in ASCII digits; a name in Markdown is as printed.
    """
    if source.layout is Layout.MARKDOWN:
        return tuple(_defined_again(source))
    return tuple(chain.from_iterable(_joined(source, n) for n in source.document.footnotes))


def _defined_again(source: ReadSource) -> list[tuple[str, int | None]]:
    """Return the labels of Markdown's definitions that have been defined before."""
    labels = [note.number for note in source.document.footnotes if note.number.first_line]
    labels += [
        piece.text
        for piece in source.document.furniture
        if piece.kind is FurnitureKind.FOOTNOTE_SIGN and _is_definition(source, piece.text)
    ]
    seen: set[str] = set()
    again: list[tuple[str, int | None]] = []
    for label in sorted(labels, key=lambda text: text.first_line or 0):
        name = plain(label.text)
        if name in seen:
            again.append((name, label.first_line))
        seen.add(name)
    return again


def _is_definition(source: ReadSource, label: Traced) -> bool:
    """Return whether a label stands where Markdown defines a footnote."""
    first, last = label.places[0], label.places[-1]
    if first is None or last is None:
        return False
    line = source.text.lines[first[0] - 1].text
    return bool(_OPENS.search(line[: first[1]]) and _CLOSES.match(line, last[1] + 1))


def _joined(source: ReadSource, note: ParsedFootnote) -> list[tuple[str, int | None]]:
    """Return the lines within a note's text that begin with its sign and number."""
    numbers = _NUMBER.findall(plain(note.number.text))
    lines = sorted({place[0] for place in note.text.places if place})
    first = next((place for place in note.text.places if place), None)
    if not numbers or first is None or note.number.first_line != first[0]:
        return []
    sign = source.text.lines[first[0] - 1].text[: first[1]].lstrip()
    if _NUMBER.fullmatch(plain(sign)) and not sign[-1:].isspace():
        return []  # words may begin with the digits of a number
    texts = ((n, source.text.lines[n - 1].text.lstrip()) for n in lines[1:])
    return [(str(int(numbers[-1])), n) for n, text in texts if sign and text.startswith(sign)]
