"""A printed character, and where it stands in the flow of its text."""

from __future__ import annotations

from plan_tui.model.paged_text import CharacterBox
from plan_tui.text.record import record

_OPENING = frozenset("（〔［｛〈《「『【“‘〝｟〘〚")
_CLOSING = frozenset("）〕］｝〉》」』】”’〟｠〙〛、。，．")


@record
class Glyph:
    """A printed character with what belongs to it: combining signs, selectors of a variant.

    Its place is told in the direction of its text: where a text runs down or the wrong way up,
    the page is thought turned until the text runs to the right.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    run: int
    """Which object of the page it belongs to; what is printed by one command shares it."""
    box: CharacterBox
    """Where it stands on the page as seen."""

    @property
    def blank(self) -> bool:
        """Whether nothing is seen of it."""
        return self.text.isspace()

    @property
    def middle(self) -> float:
        """Half way between its left and right."""
        return (self.left + self.right) / 2

    @property
    def ink(self) -> tuple[float, float]:
        """The left and right between which something is printed.

        Brackets and points fill one half of their box; lines are set close over the other.
        """
        if self.text in _OPENING:
            return self.middle, self.right
        if self.text in _CLOSING:
            return self.left, self.middle
        return self.left, self.right
