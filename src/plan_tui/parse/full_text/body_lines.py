"""The lines of the body, each with its place relative to the whole: edge, size, space above.

Lengths are in ems of the body's type, distances between lines in the body's usual distance, so
that a rule holds for pages of any size. The body's type is learnt from the lines themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from plan_tui.model.paged_text import CharacterBox, PageLine
from plan_tui.parse.common.spacing import is_japanese_letter
from plan_tui.parse.full_text.label_styles import styled_labels
from plan_tui.parse.full_text.text_columns import LineSpan, column_shifts
from plan_tui.text.record import record, replaced
from plan_tui.text.traced import Traced
from plan_tui.text.width import width

_COLUMNS_PER_EM = 2
"""Terminal columns of a kanji."""
_EDGE_LINES = 40
"""Lines on left pages, and on right ones, from which on each kind has an edge of its own."""
_EDGE_SHARE = 0.01
"""The part of the running text's lines that begin at its left edge, at least."""
_WIDE = 0.7
"""The part of the widest line that a line of running text fills."""
_BODY_SHARE = 0.1
"""The part of the running text from which on a font is one of the body's."""
_LEADER = re.compile(r"(?:[.．…‥・･]\s*){4,}")


@record
class BodyLine:
    """A line of the body, without what is no running text: furniture, footnotes and tables."""

    line: PageLine
    text: Traced
    """Without footnote marks and ruby; blanks as printed."""
    left: float
    """Ems from the body's left edge; of a line without boxes the width of its blanks."""
    short: float | None
    """Ems that it ends before the body's right edge; None where no line is wide enough to tell."""
    size: float = 1.0
    """Of its type, as a multiple of the body's; 1 for a line without boxes."""
    above: float | None = None
    """Distance to the line above, as a multiple of the usual one; None at a page's top and for
    lines without boxes."""
    stands_out: bool = False
    """Whether its font is none of the running text's."""
    font: str = ""
    """The font of most of its Japanese letters, else of its characters; empty without boxes."""
    blanks: str = ""
    """The kinds of blanks that were printed between its words, as `printed_blanks` tells."""

    @property
    def positioned(self) -> bool:
        """Whether its characters have boxes."""
        return bool(self.line.boxes)

    @property
    def solid(self) -> str:
        """The text without blanks."""
        return "".join(self.text.text.split())

    @property
    def opens_page(self) -> bool:
        """Whether it is the first line of its page; False without boxes."""
        return self.positioned and self.above is None


@record
class _Print:
    """How a line is printed, in points."""

    left: float
    right: float
    size: float
    baseline: float
    font: str
    """The font of most Japanese letters, else of most characters."""
    japanese: int
    """How many of its characters are Japanese letters."""


def body_lines(lines: Iterable[tuple[PageLine, Traced]], blanks: str = "") -> tuple[BodyLine, ...]:
    """Return the body's lines with their places, in the order given.

    Each line comes with its text without footnote marks and ruby; blank texts are left out.
    ``blanks`` are the kinds that were printed between words.
    """
    pairs = [(line, text) for line, text in lines if text.text.strip()]
    prints = _beside_each_other(pairs, [_print(line, text) for line, text in pairs])
    known = [shape for shape in prints if shape]
    if not known:
        return _by_blanks(pairs, blanks)
    body = _Body(pairs, prints)
    return tuple(body.place(index) for index in range(len(pairs)))


class _Body:
    """The body's type, edges and distances, and the place of each line in it."""

    def __init__(
        self, pairs: Sequence[tuple[PageLine, Traced]], prints: Sequence[_Print | None]
    ) -> None:
        self._pairs = pairs
        self._prints = prints
        known = [
            (line.page or 0, shape)
            for (line, text), shape in zip(pairs, prints, strict=True)
            if shape and not _LEADER.search(text.text)
        ] or [(line.page or 0, p) for (line, _), p in zip(pairs, prints, strict=True) if p]
        widest = max(shape.right - shape.left for _, shape in known)
        running = [(n, s) for n, s in known if s.right - s.left >= _WIDE * widest]
        self._size = _usual((s.size for _, s in running), by=[s.japanese for _, s in running])
        running = [(n, s) for n, s in running if s.size == self._size] or running
        self._right = _right_edges(running)
        self._measure = max(_widths(running, self._right))
        self._fonts = self._running_fonts()
        self._pitch = self._usual_pitch()

    def place(self, index: int) -> BodyLine:
        """Return a line with its place."""
        line, text = self._pairs[index]
        shape = self._prints[index]
        if shape is None:
            return BodyLine(line, text, 0.0, None)
        right = self._right[(line.page or 0) % 2]
        distance = self._distance(index)
        return BodyLine(
            line,
            text,
            left=(shape.left - right + self._measure) / self._size,
            short=(right - shape.right) / self._size,
            size=shape.size / self._size,
            above=distance / self._pitch if distance is not None and self._pitch else None,
            stands_out=shape.font not in self._fonts,
            font=shape.font,
        )

    def _running_fonts(self) -> set[str]:
        """Return the fonts of a fair share of the text, labelled and contents lines left out."""
        letters: Counter[str] = Counter()
        for (_, text), shape in zip(self._pairs, self._prints, strict=True):
            running = shape and shape.size == self._size and not _LEADER.search(text.text)
            if shape and running and not styled_labels(text.text):
                letters[shape.font] += shape.japanese
        enough = _BODY_SHARE * letters.total()
        return {font for font, count in letters.items() if count >= enough}

    def _distance(self, index: int) -> float | None:
        """Return the points between a line's baseline and that of the line above, if any."""
        if not index or self._pairs[index][0].page != self._pairs[index - 1][0].page:
            return None
        upper, lower = self._prints[index - 1], self._prints[index]
        if not upper or not lower or upper.baseline <= lower.baseline:
            return None
        return upper.baseline - lower.baseline

    def _usual_pitch(self) -> float:
        distances = [self._distance(index) for index in range(len(self._pairs))]
        rounded = Counter(round(d, 1) for d in distances if d is not None)
        return rounded.most_common(1)[0][0] if rounded else 0.0


def _right_edges(running: Sequence[tuple[int, _Print]]) -> tuple[float, float]:
    """Return the right edge of pages with an even, and with an odd number, in points.

    Full lines end there, however far the text is indented.
    """
    sides = [[shape.right for n, shape in running if n % 2 == side] for side in (0, 1)]
    whole = [shape.right for _, shape in running]
    even, odd = (
        _usual(round(right) for right in (side if len(side) >= _EDGE_LINES else whole))
        for side in sides
    )
    return even, odd


def _widths(running: Sequence[tuple[int, _Print]], right: tuple[float, float]) -> list[float]:
    """Return the distances from the right edge at which enough lines begin, in points."""
    distances = Counter(round(right[n % 2] - shape.left) for n, shape in running)
    enough = _EDGE_SHARE * len(running)
    return [distance for distance, count in distances.items() if count >= enough]


def _print(line: PageLine, text: Traced) -> _Print | None:
    """Return how the characters of ``text`` are printed; None without boxes."""
    inked = [
        (character, box)
        for character, place in zip(text.text, text.places, strict=True)
        if not character.isspace() and (box := _box(line, place))
    ]
    if not inked:
        return None
    boxes = [box for _, box in inked]
    letters = [box for character, box in inked if is_japanese_letter(character)]
    return _Print(
        left=min(box.left for box in boxes),
        right=max(box.right for box in boxes),
        size=_usual(box.size for box in letters or boxes),
        baseline=_usual(box.baseline for box in letters or boxes),
        font=Counter(box.font for box in letters or boxes).most_common(1)[0][0],
        japanese=len(letters),
    )


def _beside_each_other(
    pairs: Sequence[tuple[PageLine, Traced]], prints: Sequence[_Print | None]
) -> list[_Print | None]:
    """Return the prints with all columns moved to the first one's place."""
    spans = [
        LineSpan(line.page or 0, p.left, p.right, p.size, p.baseline) if p else None
        for (line, _), p in zip(pairs, prints, strict=True)
    ]
    return [
        replaced(p, left=p.left - shift, right=p.right - shift) if p else None
        for p, shift in zip(prints, column_shifts(spans), strict=True)
    ]


def _box(line: PageLine, place: tuple[int, int] | None) -> CharacterBox | None:
    """Return the box of the character at ``place``, if it stands on ``line`` and has one."""
    if not line.boxes or place is None or place[0] != line.number:
        return None
    return line.boxes[place[1]]


def _usual(values: Iterable[float], by: Sequence[int] = ()) -> float:
    """Return the commonest of ``values`` (the first of equals), each counted ``by`` its weight."""
    counts: Counter[float] = Counter()
    for index, value in enumerate(values):
        counts[value] += by[index] if by else 1
    return counts.most_common(1)[0][0]


def _by_blanks(pairs: Sequence[tuple[PageLine, Traced]], blanks: str) -> tuple[BodyLine, ...]:
    """Return the lines of a source without positions, by the widths of their blanks and text."""
    lefts = [_blank_width(text.text) for _, text in pairs]
    ends = [width(text.text.rstrip()) / _COLUMNS_PER_EM for _, text in pairs]
    edge = min(lefts, default=0.0)
    widest = max(ends, default=0.0)
    running = [round(end) for end in ends if end >= _WIDE * widest]
    measure = _usual(running) if running else 0.0
    return tuple(
        BodyLine(line, text, left - edge, measure - end, blanks=blanks)
        for (line, text), left, end in zip(pairs, lefts, ends, strict=True)
    )


def _blank_width(text: str) -> float:
    return width(text[: len(text) - len(text.lstrip())]) / _COLUMNS_PER_EM
