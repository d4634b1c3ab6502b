"""The page as a reader sees it: its lower left corner at 0, turned until its text is upright."""

from __future__ import annotations

from plan_tui.text.record import record, replaced


@record
class PageFrame:
    """Turns places of a PDF page into places of the page as it is seen."""

    left: float
    """The visible part of the page in the PDF's own coordinates, in points."""
    bottom: float
    right: float
    top: float
    turns: int
    """Quarter turns clockwise, 0 to 3."""

    @property
    def width(self) -> float:
        """The width as seen, in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height as seen, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def turned(self, turns: int) -> PageFrame:
        """Return the frame turned further clockwise by ``turns`` quarters."""
        return replaced(self, turns=(self.turns + turns) % 4)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where the point of the PDF's coordinates is seen."""
        if self.turns == 0:
            return x - self.left, y - self.bottom
        if self.turns == 1:
            return y - self.bottom, self.right - x
        if self.turns == 2:
            return self.right - x, self.top - y
        return self.top - y, x - self.left

    def bounds(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a box of the PDF's coordinates as seen."""
        if self.turns == 0:
            return (
                left - self.left, bottom - self.bottom, right - self.left, top - self.bottom
            )  # fmt: skip
        x1, y1 = self.place(left, bottom)
        x2, y2 = self.place(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
