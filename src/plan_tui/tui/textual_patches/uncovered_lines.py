"""Asks no widget for lines that others cover, or that are drawn already.

Textual asks every widget between the first and the last line that changed for all its lines, the
containers too, of which nothing is to be seen. With a box at the top and keys at the bottom that is
everything, several times over.

Upstream: no issue known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

_Part = Strip | None
"""What is to be seen of a part of a line; None while nobody drew it, or where nothing changed."""
_Spans = dict[int, list[tuple[int, int]]]
"""Line → the columns that changed, each from the first to the one after the last."""


class UncoveredLines(Compositor):
    """A compositor that asks for what is to be seen."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what changed; None if nothing did."""
        screen = self.size.region
        regions = [region.intersection(screen) for region in self._dirty_regions]
        self._dirty_regions.clear()
        spans = list(self._regions_to_spans(region for region in regions if region))
        if not spans:
            return None
        by_line: _Spans = {}
        for y, x, right in spans:
            by_line.setdefault(y, []).append((x, right))
        chops = self._drawn(by_line)
        return ChopsUpdate(chops, spans, [line_cuts[1:] for line_cuts in self.cuts])

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        columns = [crop.column_span]
        chops = self._drawn({y: columns for y in crop.line_range if is_rendered_line(y)})
        return cast("Sequence[Mapping[int, Strip]]", chops)

    def _drawn(self, spans: _Spans) -> list[dict[int, _Part]]:
        """Return for each line the parts that it is cut into, by their first columns."""
        cuts = self.cuts
        chops: list[dict[int, _Part]] = [dict.fromkeys(line_cuts[:-1]) for line_cuts in cuts]
        lacking = {y: _changed(cuts[y], line_spans) for y, line_spans in spans.items()}
        for widget, (region, clip) in self.visible_widgets.items():  # the foremost first
            if not lacking:
                break
            shown = region.intersection(clip)
            x, right = shown.column_span
            ends = {
                y: max((end for start, end in lacking[y].items() if x <= start < right), default=x)
                for y in shown.line_range
                if y in lacking
            }
            lines = [y for y, end in ends.items() if end > x]
            if not lines:
                continue
            first, count = lines[0], lines[-1] + 1 - lines[0]
            wanted = Region(x - region.x, first - region.y, max(ends.values()) - x, count)
            strips = widget.render_lines(wanted)
            for y in lines:
                line, strip = lacking[y], strips[y - first]
                _, *after = starts = [cut for cut in cuts[y] if x <= cut <= x + wanted.width]
                whole = strip.cell_length == after[0] - x
                parts = (strip,) if whole else strip.divide([cut - x for cut in after])
                for start, part in zip(starts, parts, strict=False):
                    if start in line:
                        chops[y][start] = part
                        del line[start]
                if not line:
                    del lacking[y]
        return chops


def _changed(cuts: Sequence[int], spans: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return the parts of a line in which something changed: first columns, and those behind."""
    return {
        start: after
        for start, after in pairwise(cuts)
        if any(start < right and after > x for x, right in spans)
    }
