"""How the widgets of a screen are put together: notices whole, above everything."""

from __future__ import annotations

from textual._compositor import Compositor
from textual.widgets._toast import Toast


class NoticesWhole(Compositor):
    """Draws notices without cutting them.

    Textual draws a row in stretches that end wherever a widget does, also one that a notice
    covers, and a wide character that such an end divides is lost. Notices reach to the right edge
    of the screen, so that nothing ends beside them.
    """

    @property
    def cuts(self) -> list[list[int]]:
        """The columns where stretches of each row end."""
        known = self._cuts is not None
        rows = super().cuts
        if not known:
            for widget, (region, clip) in self.visible_widgets.items():
                if isinstance(widget, Toast):
                    covered = region.intersection(clip)
                    for y in covered.line_range:
                        rows[y] = [x for x in rows[y] if not covered.x < x < covered.right]
        return rows
