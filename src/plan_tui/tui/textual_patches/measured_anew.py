"""Measures a widget anew each time what it shows has another size.

Textual keeps the size that a widget needs until it is to be laid out. What changes while a layout
is due already changes nothing more: where all was laid out in between because something else asked
for it, the size of before the change stands for good, and a bar stays as short as it was.

Upstream: no issue known.
"""

from __future__ import annotations

from typing import Self

from textual.geometry import Region
from textual.widget import Widget


class MeasuredAnew(Widget):
    """A widget whose size is never that of what it showed before."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw the widget anew, and measure it anew where all is to be laid out."""
        if layout:
            self._layout_updates += 1
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
