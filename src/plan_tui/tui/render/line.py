"""Lines of terminal text: pieces with roles, and paragraphs broken into lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from plan_tui.text.ranges import Range
from plan_tui.text.record import record, replaced
from plan_tui.text.width import CUT, cut, width
from plan_tui.text.wrap import wrap
from plan_tui.tui.safe import clean

RULE = "rule"
"""Role of the separator between two columns of text; a selection does not cross it."""

STOPS = frozenset(("hit", "new", "gone", "moved", "shared", "notation"))
"""Roles of matches and differences: `n` goes from one to the next."""

Anchor = tuple[str, int]
"""A part of the view (``block:12``) and an offset in characters into its text.

Does not depend on the width, so that a line can be found again after the text was broken anew.
"""


@record
class Piece:
    """A run of text of one role: a Rich segment whose style is not known yet."""

    text: str
    role: str = "text"
    """A name of `plan_tui.tui.themes.INKS`."""
    decorative: bool = False
    """True for a sign, an icon or a label that is not printed in the plan: never selected."""
    joint: str | None = None
    """What was printed between this piece and the line above; None if it begins a paragraph."""


def _cleaned(piece: Piece) -> Piece:
    text = clean(piece.text)
    return piece if text == piece.text else replaced(piece, text=text)


@record
class Line:
    """One line of a pane."""

    pieces: tuple[Piece, ...] = ()
    anchor: Anchor | None = None
    """Where its text begins; None for a line that stands for no text."""
    link: str = ""
    """Key of the section that a click on the line opens; empty for none."""
    fill: str = ""
    """Role whose background fills the line up to the pane's width; empty for none."""
    hit: bool = False
    """True where `n` stops: the line holds the start of a match or of a difference."""
    mark: int = -1
    """Index of the piece whose last column shows that `n` stopped here; -1 for none."""
    side: int = 0
    """0 for the upper, 1 for the lower of two texts of which one stands above the other."""

    @classmethod
    def of(cls, *pieces: Piece | str, link: str = "", anchor: Anchor | None = None) -> Line:
        """Return a line of cleaned pieces, empty ones left out; a string has the role ``text``."""
        styled = (Piece(piece) if isinstance(piece, str) else piece for piece in pieces)
        return cls(tuple([_cleaned(piece) for piece in styled if piece.text]), anchor, link)

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def columns(self) -> int:
        """The columns that the line takes."""
        return columns_of(self.pieces)


@record
class Style:
    """A role for a range of a text; of overlapping ones the last wins."""

    start: int
    """In characters from the text's beginning."""
    end: int
    """After the last character."""
    role: str


EMPTY = Line()
SEPARATOR = Piece(" | ", RULE)
"""Between two columns of text."""


def columns_of(pieces: Iterable[Piece]) -> int:
    """Return the columns of the terminal that pieces take."""
    return sum(width(piece.text) for piece in pieces)


def as_decoration(lines: Iterable[Line]) -> list[Line]:
    """Return lines that no selection takes anything of."""
    return [
        replaced(line, pieces=tuple(replaced(piece, decorative=True) for piece in line.pieces))
        for line in lines
    ]


def fit(pieces: Sequence[Piece], columns: int) -> tuple[Piece, ...]:
    """Return pieces cut to ``columns``, with a sign where they were cut."""
    fitting: list[Piece] = []
    left = columns
    for piece in pieces:
        size = width(piece.text)
        if size > left:
            fitting.append(replaced(piece, text=cut(piece.text, left)))
            break
        fitting.append(piece)
        left -= size
    return tuple(fitting)


def flowing(groups: Iterable[Sequence[Piece]], columns: int) -> list[Line]:
    """Set groups of pieces with gaps between them in as many lines as they need, each group whole.

    One that is wider than a line is cut.
    """
    lines: list[list[Piece]] = [[]]
    for group in groups:
        before = lines[-1]
        gap = [Piece("  ")] if before else []
        if before and columns_of((*before, *gap, *group)) > columns:
            lines.append([])
            before, gap = lines[-1], []
        before += [*gap, *group]
    return [Line.of(*fit(line, columns)) for line in lines]


def spread(left: Sequence[Piece], right: Sequence[Piece], columns: int) -> tuple[Piece, ...]:
    """Return ``left`` and ``right`` at the two ends of a line; ``left`` is cut if need be."""
    right_size = columns_of(right)
    fitting = fit(left, max(0, columns - right_size - (1 if right else 0)))
    gap = columns - right_size - columns_of(fitting)
    return (*fitting, Piece(" " * max(0, gap)), *right)


def last_fitting(pieces: Sequence[Piece], columns: int) -> Sequence[Piece]:
    """Return pieces, or as many of the last as have room whole behind a sign that some are cut."""
    if columns_of(pieces) <= columns:
        return pieces
    last: list[Piece] = []
    for piece in reversed(pieces):
        if columns_of((*last, piece)) + width(CUT) > columns:
            break
        last.insert(0, piece)
    return [Piece(CUT, "muted"), *last]


def padded(line: Line, columns: int) -> tuple[Piece, ...]:
    """Return a line's pieces with blanks up to ``columns``; a longer line is not cut."""
    gap = columns - line.columns
    return (*line.pieces, Piece(" " * gap)) if gap > 0 else line.pieces


def side_by_side(cells: Iterable[Line], sizes: Iterable[int]) -> list[Piece]:
    """Return the pieces of lines beside each other, each filled to its size in columns."""
    pieces: list[Piece] = []
    for number, (cell, size) in enumerate(zip(cells, sizes, strict=True)):
        pieces += [*([SEPARATOR] if number else []), *padded(cell, size)]
    return pieces


def cleaned(text: str) -> str:
    """Return a text, which may have several lines, as it is drawn: with as many characters."""
    return "\n".join(map(clean, text.split("\n"))) if "\n" in text else clean(text)


@record
class Paragraph:
    """A text to be broken into lines, with what stands before each of them."""

    text: str
    styles: tuple[Style, ...] = ()
    role: str = "text"
    """Role of the characters that no style covers."""
    part: str = ""
    """Name of the part of the view, for `Line.anchor`; empty if it has none."""
    first: tuple[Piece, ...] = ()
    """What stands before the first line (an indent, a bullet)."""
    rest: tuple[Piece, ...] = ()
    """What stands before the other lines; as wide as ``first``."""
    tied: frozenset[int] = frozenset()
    """Offsets before which no line may break."""
    stops: frozenset[int] = frozenset()
    """Offsets at which `n` stops."""
    joint: str | None = None
    """What was printed between this and the text above, if it is of the same paragraph."""

    def lines(self, columns: int) -> list[Line]:
        """Break the paragraph into lines of at most ``columns``."""
        return self.drawn(self.ranges(columns))

    def ranges(self, columns: int) -> tuple[Range, ...]:
        """Return where each of its lines of at most ``columns`` stands in the text."""
        return wrap(cleaned(self.text), columns - columns_of(self.first), self.tied)

    def drawn(self, ranges: Sequence[Range]) -> list[Line]:
        """Return its lines, whose ``ranges`` are known."""
        text = cleaned(self.text)
        lines = []
        line_above_end = 0
        for number, (start, end) in enumerate(ranges):
            before = self.rest if number else self.first
            joint = text[line_above_end:start] if number else self.joint
            line_above_end = end
            lines.append(
                Line(
                    (*before, *self._pieces(text, start, end, joint)),
                    (self.part, start) if self.part else None,
                    hit=any(start <= stop < end for stop in self.stops),
                )
            )
        return lines

    def _pieces(self, text: str, start: int, end: int, joint: str | None) -> Iterable[Piece]:
        """Yield a stretch of the text, cut where a style begins or ends."""
        styles = [style for style in self.styles if style.start < end and start < style.end]
        bounds = {start, end}
        for style in styles:
            bounds.update(bound for bound in (style.start, style.end) if start < bound < end)
        for first, after in pairwise(sorted(bounds)):
            role = self.role
            for style in styles:
                if style.start <= first < style.end:
                    role = style.role
            yield Piece(text[first:after], role, joint=joint if first == start else None)


def hanging(marker: str, role: str = "label", indent: int = 0) -> tuple[tuple[Piece, ...], ...]:
    """Return ``first`` and ``rest`` of a paragraph with a hanging ``marker``."""
    hung = f"{marker} " if marker else ""
    return (
        (Piece(" " * indent), Piece(hung, role)),
        (Piece(" " * (indent + width(hung))),),
    )


def indented(text: str, size: int, columns: int, role: str = "text") -> list[Line]:
    """Break a text into lines of at most ``columns``, each behind ``size`` blanks."""
    return indented_paragraph(text, size, role).lines(columns)


def indented_paragraph(text: str, size: int, role: str = "text") -> Paragraph:
    """Return a text of which each line stands behind ``size`` blanks."""
    indent = (Piece(" " * size),)
    return Paragraph(text, role=role, first=indent, rest=indent)
