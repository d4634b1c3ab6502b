"""Asks no widget for lines that others cover, or that are drawn already.

Textual asks every widget between the first and the last line that changed for all its lines, the
containers too, of which nothing is to be seen. With a box at the top and keys at the bottom that is
everything, several times over.

Upstream: no issue known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

_Chops = dict[int, Strip | None]
"""First column of a part of a line → what is to be seen there; None while nobody drew it."""


class UncoveredLines(Compositor):
    """A compositor that asks for what is to be seen."""

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        cuts = self.cuts
        chops: list[_Chops] = [dict.fromkeys(line_cuts[:-1]) for line_cuts in cuts]
        for widget, (region, clip) in self.visible_widgets.items():  # the foremost first
            if not crop.overlaps(clip):
                continue
            shown = region.intersection(clip)
            lines = [y for y in shown.line_range if is_rendered_line(y) and _lacks(chops[y], shown)]
            if not lines:
                continue
            first, count = lines[0], lines[-1] + 1 - lines[0]
            strips = widget.render_lines(
                Region(shown.x - region.x, first - region.y, shown.width, count)
            )
            for y in lines:
                starts = [cut for cut in cuts[y] if shown.x <= cut <= shown.right]
                parts = strips[y - first].divide([cut - shown.x for cut in starts[1:]])
                for start, part in zip(starts, parts, strict=False):
                    if chops[y].get(start) is None:
                        chops[y][start] = part
        return cast("Sequence[Mapping[int, Strip]]", chops)


def _lacks(chops: _Chops, shown: Region) -> bool:
    """Tell whether a part of a line lacks what is to be seen in some of its columns."""
    x, right = shown.column_span
    return any(strip is None and x <= start < right for start, strip in chops.items())
