"""Texts with matches and footnote marks in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plan_tui.model.comparison import Mark
from plan_tui.model.records import FootnoteRef
from plan_tui.text.width import width
from plan_tui.tui.render.line import Piece, Style

MarkFinder = Callable[[str], Sequence[Mark]]
"""Gives the ranges of a text to mark as matches."""


def find_nothing(text: str) -> Sequence[Mark]:
    """Mark nothing."""
    return ()


class MarkedText(NamedTuple):
    """A text as it is drawn; all offsets are into ``text``."""

    text: str
    styles: tuple[Style, ...]
    tied: frozenset[int]
    """Offsets of the footnote marks, before which no line may break."""
    stops: frozenset[int]
    """Offsets where matches start."""


def with_marks(
    text: str,
    refs: Iterable[FootnoteRef],
    find: MarkFinder,
    under: Iterable[Style] = (),
) -> MarkedText:
    """Put footnote marks such as ``[3]`` into a text at their offsets.

    ``under`` are other styles, which matches and marks lie over.
    """
    styles = [*under, *(Style(start, end, "hit") for start, end in find(text))]
    marked = text
    tied: set[int] = set()
    ordered = sorted(refs, key=lambda ref: ref.offset)
    for ref in ordered[::-1]:  # from the end, so that the offsets before stay true
        mark = f"[{ref.number}]"
        at = min(ref.offset, len(text))
        marked = marked[:at] + mark + marked[at:]
        size = len(mark)
        styles = [_moved(style, at, size) for style in styles]
        tied = {offset + size if offset >= at else offset for offset in tied} | {at}
        styles.append(Style(at, at + size, "mark"))
    stops = frozenset(style.start for style in styles if style.role == "hit")
    return MarkedText(marked, tuple(styles), frozenset(tied), stops)


def _moved(style: Style, at: int, size: int) -> Style:
    """Return a style after ``size`` characters were put in at ``at``."""
    start = style.start + size if style.start >= at else style.start
    end = style.end + size if style.end > at else style.end
    return Style(start, end, style.role)


def marked_pieces(text: str, marks: Iterable[Mark], role: str) -> list[Piece]:
    """Return a text of one role with its matches in another."""
    pieces: list[Piece] = []
    at = 0
    for start, end in marks:
        pieces += [Piece(text[at:start], role), Piece(text[start:end], "hit")]
        at = end
    return [*pieces, Piece(text[at:], role)]


def context_start(text: str, match: int, columns: int) -> int:
    """Return the first offset from which the text before ``match`` takes at most ``columns``."""
    start = match
    while start > 0 and width(text[start - 1 : match]) <= columns:
        start -= 1
    return start
