"""Lines of terminal text: pieces with roles, and paragraphs broken into lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plan_tui.text.width import cut, width
from plan_tui.text.wrap import wrap
from plan_tui.tui.safe import clean

RULE = "rule"
"""Role of what stands between columns: text is selected in one of them."""

STOPS = frozenset(("hit", "new", "gone", "shared", "notation"))
"""Roles at which `n` stops: matches and differences."""

Place = tuple[str, int]
"""Where a line's text stands: a part of the view (``block:12``) and an offset into it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one role."""

    text: str
    role: str = "text"
    """A name of `plan_tui.tui.themes.INKS`."""
    ours: bool = False
    """True for a sign, an icon or a label of ours: not part of a text that is selected."""
    joint: str | None = None
    """Where a paragraph goes on: what was printed between this and the line above."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a pane."""

    pieces: tuple[Piece, ...] = ()
    place: Place | None = None
    """Keeps the reader's place when the width changes."""
    link: str = ""
    """Key of the section that a click on the line opens."""
    fill: str = ""
    """Role whose background fills the whole line."""
    hit: bool = False
    """True where `n` stops: the line holds the start of a match or of a difference."""
    mark: int = -1
    """Number of the piece whose last column shows that `n` stopped here; -1 for none."""
    side: int = 0
    """Which of two texts that stand one above the other the line is of, for selections."""

    @classmethod
    def of(cls, *pieces: Piece | str, link: str = "", place: Place | None = None) -> Line:
        """Return a line of cleaned pieces, empty ones left out; a string has the role ``text``."""
        styled = (Piece(piece) if isinstance(piece, str) else piece for piece in pieces)
        return cls(tuple(replace(p, text=clean(p.text)) for p in styled if p.text), place, link)

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def columns(self) -> int:
        """The columns that the line takes."""
        return sum(width(piece.text) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Style:
    """A role for a range of a text; of overlapping ones the last wins."""

    start: int
    end: int
    role: str


EMPTY = Line()


def ours(lines: Iterable[Line]) -> list[Line]:
    """Return lines of our own words, which a selection leaves out."""
    return [replace(one, pieces=tuple(replace(p, ours=True) for p in one.pieces)) for one in lines]


def fit(pieces: Sequence[Piece], columns: int) -> tuple[Piece, ...]:
    """Return pieces cut to ``columns``."""
    kept: list[Piece] = []
    left = columns
    for piece in pieces:
        size = width(piece.text)
        if size > left:
            kept.append(replace(piece, text=cut(piece.text, left)))
            break
        kept.append(piece)
        left -= size
    return tuple(kept)


def spread(left: Sequence[Piece], right: Sequence[Piece], columns: int) -> tuple[Piece, ...]:
    """Return ``left`` and ``right`` at the two ends of a line; ``left`` is cut if need be."""
    taken = sum(width(piece.text) for piece in right)
    kept = fit(left, max(0, columns - taken - (1 if right else 0)))
    gap = columns - taken - sum(width(piece.text) for piece in kept)
    return (*kept, Piece(" " * max(0, gap)), *right)


def padded(made: Line, columns: int) -> tuple[Piece, ...]:
    """Return a line's pieces with blanks up to ``columns``."""
    gap = columns - made.columns
    return (*made.pieces, Piece(" " * gap)) if gap > 0 else made.pieces


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text to be broken into lines."""

    text: str
    styles: tuple[Style, ...] = ()
    role: str = "text"
    """Role of what no style covers."""
    part: str = ""
    """Name of the part of the view, for `Place`; empty if it has none."""
    first: tuple[Piece, ...] = ()
    """What stands before the first line (an indent, a bullet)."""
    rest: tuple[Piece, ...] = ()
    """What stands before the other lines; as wide as ``first``."""
    tied: frozenset[int] = frozenset()
    """Offsets before which no line may break."""
    stops: frozenset[int] = frozenset()
    """Offsets where a match starts."""
    joint: str | None = None
    """What was printed between this and the text above, if it goes on with the same paragraph."""

    def lines(self, columns: int) -> list[Line]:
        """Break the paragraph into lines of at most ``columns``."""
        indent = sum(width(piece.text) for piece in self.first)
        text = "\n".join(clean(part) for part in self.text.split("\n"))
        made = []
        above = 0
        for number, (start, end) in enumerate(wrap(text, columns - indent, self.tied)):
            before = self.rest if number else self.first
            joint = text[above:start] if number else self.joint
            above = end
            made.append(
                Line(
                    (*before, *self._pieces(text, start, end, joint)),
                    (self.part, start) if self.part else None,
                    hit=any(start <= stop < end for stop in self.stops),
                )
            )
        return made

    def _pieces(self, text: str, start: int, end: int, joint: str | None) -> Iterable[Piece]:
        cuts = {start, end}
        for style in self.styles:
            cuts.update(place for place in (style.start, style.end) if start < place < end)
        ordered = sorted(cuts)
        for first, after in pairwise(ordered):
            role = self.role
            for style in self.styles:
                if style.start <= first < style.end:
                    role = style.role
            yield Piece(text[first:after], role, joint=joint if first == start else None)


def hanging(marker: str, role: str = "label", indent: int = 0) -> tuple[tuple[Piece, ...], ...]:
    """Return ``first`` and ``rest`` of a paragraph with a hanging ``marker``."""
    shown = f"{marker} " if marker else ""
    return (
        (Piece(" " * indent), Piece(shown, role)),
        (Piece(" " * (indent + width(shown))),),
    )
