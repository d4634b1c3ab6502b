"""What the tests of the 2025 layout share."""

from __future__ import annotations

from plan_tui.parse.common.geometry import printed_line
from plan_tui.parse.full_text_2025.blocks import read_blocks
from plan_tui.text.traced import Traced

FULL = 20.0


def traced(*lines: str) -> list[Traced]:
    return [Traced.of_line(number, line) for number, line in enumerate(lines, 1)]


def blocks(*lines: str, measure: float = FULL) -> list[tuple[str, str, str]]:
    stream = [printed_line(line, ()) for line in traced(*lines)]
    return [(b.kind.value, b.marker.text, b.text.text) for b in read_blocks(stream, measure, {})]
