"""How headings nest: learnt from which style of label begins anew below which.

A heading whose style is open goes on at its place. One of another style stands below the heading
before it, after all open headings are closed whose style was seen below its own elsewhere; but
``２．`` goes on from ``一．``, whose numerals alone are others. A label of several numbers
(``第３－１``) stands below the open heading that has the first of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plan_tui.parse.full_text.label_styles import StyledLabel
from plan_tui.text.record import record

_SAME = 0.3
"""Ems by which left edges differ that are the same edge."""
_ABOVE_NUMBERS = {
    "第-": ("第", "第-"),
    "N-N": ("第", "第章", "第部", "N.", "N", "N-N"),
    "N.N": ("第", "第章", "第部", "N.", "N", "N.N"),
}
"""The styles of the headings above a label of several numbers, which have its first ones."""


@record
class Opening:
    """What decides at which depth a heading opens."""

    label: StyledLabel | None
    look: str
    """Which headings without label are alike."""
    left: float | None = None
    """Ems from the left edge, where it tells the depth; else None."""
    size: float = 1.0
    """Of its type, as a multiple of the body's."""
    depth: int | None = None
    """Where another source tells it (the contents, the bookmarks)."""
    closes: bool = False
    """Whether nothing stands below it, such as below はじめに."""
    on_top: bool = False
    """Whether it goes on with no chapter before it, such as おわりに or 別紙."""

    @property
    def style(self) -> str:
        """The name of the label's style, or that of the look."""
        return self.label.style.name if self.label else self.look

    @property
    def form(self) -> str:
        """What its style has in common with those that differ by their numerals."""
        return self.label.style.form if self.label else self.look

    @property
    def numbers(self) -> tuple[int, ...]:
        """The label's numbers; empty without label."""
        return self.label.numbers if self.label else ()


class Nesting:
    """The open headings, from the top down, and what was learnt about their styles."""

    def __init__(self, votes: Counter[tuple[str, str]], *, listed: bool = False) -> None:
        """Take ``votes``, how often the second style began anew right below the first.

        ``listed`` says that the headings stand on a contents page, where those of one level
        begin at one left edge.
        """
        self._votes = votes
        self._listed = listed
        self.open: list[Opening] = []
        self.new_votes: Counter[tuple[str, str]] = Counter()

    def enter(self, opening: Opening) -> int:
        """Open a heading, close all at its depth and deeper, and return its depth."""
        keep = self._keep(opening)
        begins = keep == len(self.open) and opening.numbers[-1:] in ((1,), ())
        if begins and self.open and opening.depth is None:
            self.new_votes[self.open[-1].style, opening.style] += 1
        del self.open[keep:]
        self.open.append(opening)
        return len(self.open)

    def expects(self, opening: Opening) -> bool:
        """Return whether an opening's number comes next at the place where it would stand."""
        keep = self._keep(opening)
        numbers = opening.numbers
        if not numbers:
            return True
        if keep < len(self.open) and self.open[keep].style == opening.style:
            anew = numbers[:-1] != self.open[keep].numbers[:-1] and numbers[-1] == 1
            return anew or _goes_on(opening, self.open[keep])
        if keep < len(self.open) and _goes_on(opening, self.open[keep]):
            return True
        return numbers[-1] == 1

    def place(self, opening: Opening) -> int:
        """Return the depth at which an opening would stand."""
        return self._keep(opening) + 1

    def repeats(self, opening: Opening) -> bool:
        """Return whether an opening's number stands before the one expected at its place.

        1 does not: numbers begin anew below what has no label.
        """
        keep = self._keep(opening)
        same = keep < len(self.open) and self.open[keep].style == opening.style
        return same and opening.numbers[-1] > 1 and opening.numbers <= self.open[keep].numbers

    def _keep(self, opening: Opening) -> int:
        """Return how many open headings stay open above an opening."""
        if opening.depth is not None:
            return min(opening.depth - 1, len(self.open))
        parent = self._numbered_parent(opening)
        if parent is not None:
            return parent + 1
        same = [i for i, above in enumerate(self.open) if above.style == opening.style]
        same = same or [i for i, above in enumerate(self.open) if _goes_on(opening, above)]
        if same:
            return same[-1]
        if opening.on_top and self._reaches_top(opening):
            return 0
        keep = len(self.open)
        while keep and self._closed_by(self.open[keep - 1], opening):
            keep -= 1
        return keep

    def _numbered_parent(self, opening: Opening) -> int | None:
        """Return the place of the open heading that has the first numbers of a label."""
        first = opening.numbers[:-1]
        styles = _ABOVE_NUMBERS.get(opening.style, ())
        for index in reversed(range(len(self.open))):
            above = self.open[index]
            if above.numbers == first and above.form in styles:
                return index
        return None

    def _reaches_top(self, opening: Opening) -> bool:
        """Return whether neither its type nor its edge puts an opening below the first open."""
        if not self.open:
            return True
        top = self.open[0]
        edges = opening.left is not None and top.left is not None
        farther = edges and (opening.left or 0) > (top.left or 0) + _SAME
        return opening.size >= top.size and not (farther and opening.size <= top.size)

    def _closed_by(self, above: Opening, opening: Opening) -> bool:
        """Return whether an open heading ends where one of another style begins."""
        if above.closes:
            return True
        if above.label and opening.label:
            down = self._votes[above.style, opening.style]
            up = self._votes[opening.style, above.style]
            if up != down:
                return up > down
        if opening.left is not None and above.left is not None:
            if above.left > opening.left + _SAME:
                return True
            alike = abs(above.left - opening.left) <= _SAME
            if self._listed:
                return alike and not (above.label and opening.label)
        if not above.label or not opening.label:
            return above.size < opening.size or (not above.label and above.size <= opening.size)
        return False


def _goes_on(opening: Opening, before: Opening) -> bool:
    """Return whether an opening has the next number, in numerals of the same kind or another."""
    old, new = before.numbers, opening.numbers
    if not old or not new or opening.form != before.form:
        return False
    return new == (*old[:-1], old[-1] + 1)


def learn(openings: Iterable[Opening], votes: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Return ``votes`` with those of a contents page's entries in their order."""
    nesting = Nesting(votes, listed=True)
    for opening in openings:
        nesting.enter(opening)
    return votes + nesting.new_votes
