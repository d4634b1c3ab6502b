"""Draws notices whole above everything.

Textual draws a row in stretches that end wherever a widget does, also one that a notice covers,
and a wide character that such an end divides is lost.

Upstream: https://github.com/Textualize/textual/issues/6357 (open).
"""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.widgets._toast import Toast

from plan_tui.tui.textual_patches.uncovered_lines import UncoveredLines


class WholeNotices(UncoveredLines):
    """Ends no stretch inside a notice.

    Notices must reach to the right edge of the screen: nothing may end beside them.
    """

    @property
    def cuts(self) -> list[list[int]]:
        """The columns where stretches of each row end."""
        cached = self._cuts is not None
        rows = super().cuts
        if not cached:
            for widget, (region, clip) in self.visible_widgets.items():
                if isinstance(widget, Toast):
                    covered = region.intersection(clip)
                    for y in covered.line_range:
                        rows[y] = [x for x in rows[y] if not covered.x < x < covered.right]
        return rows


def draw_notices_whole(screen: Screen[Any]) -> None:
    """Let a screen that is not yet shown draw notices whole."""
    screen._compositor = WholeNotices()
