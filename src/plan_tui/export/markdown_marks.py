"""Marks around Markdown: asterisks and tildes where every reader takes them, HTML tags elsewhere.

CommonMark lets a run of asterisks open or close by the characters beside it. Between words of
Japanese, which has no blanks, it does so unless the marked text begins or ends with punctuation:
``は**「甲」**を`` shows its asterisks. Readers also differ in whether symbols (＋, →, ○) are
punctuation, so signs stand only where they hold either way.
"""

from __future__ import annotations

import unicodedata
from enum import Enum, auto

from plan_tui.text.controls import visible
from plan_tui.text.record import record

_ASCII_SIGNS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@record
class MarkdownMark:
    """How a text is marked in Markdown, and in HTML."""

    sign: str
    """Stands before and behind the text; empty where HTML alone has one."""
    tags: tuple[str, ...]
    """HTML tags that show the same, the outer one first."""


class _Kind(Enum):
    """What a character is for the rules of CommonMark."""

    BLANK = auto()
    PUNCTUATION = auto()
    UNSURE = auto()
    LETTER = auto()


def marked(source: str, mark: MarkdownMark, before: str = "", after: str = "") -> str:
    """Return Markdown of one line with a mark around it.

    Args:
        source: what is marked, Markdown already; not empty.
        mark: the mark.
        before: Markdown that stands before it on the line.
        after: Markdown that follows it on the line.

    """
    if mark.sign and _signs_hold(source, mark.sign, before, after):
        return f"{mark.sign}{source}{mark.sign}"
    opening = "".join(f"<{tag}>" for tag in mark.tags)
    closing = "".join(f"</{tag}>" for tag in reversed(mark.tags))
    return f"{opening}{source}{closing}"


def _signs_hold(source: str, sign: str, before: str, after: str) -> bool:
    """Tell whether signs around ``source`` open and close it in every reader."""
    first, last = _kind(source[:1]), _kind(source[-1:])
    around = (_Kind.BLANK, _Kind.PUNCTUATION)
    opens = first is _Kind.LETTER or (first is not _Kind.BLANK and _kind(before[-1:]) in around)
    closes = last is _Kind.LETTER or (last is not _Kind.BLANK and _kind(after[:1]) in around)
    return opens and closes and not _runs_together(source, sign[0], before)


def _runs_together(source: str, character: str, before: str) -> bool:
    """Tell whether a sign would touch another one of the same character."""
    ends = source.endswith(character) and not source.endswith(f"\\{character}")
    return before.endswith(character) or source.startswith(character) or ends


def _kind(character: str) -> _Kind:
    """Return what a character is; a line's end counts as a blank."""
    if visible(character, tab="\t") != character:
        return _Kind.UNSURE  # it will be written as an escape
    if not character or character.isspace():
        return _Kind.BLANK
    if character in _ASCII_SIGNS:
        return _Kind.PUNCTUATION
    category = unicodedata.category(character)
    if category.startswith("P"):
        return _Kind.PUNCTUATION
    return _Kind.UNSURE if category.startswith("S") else _Kind.LETTER
