"""Ruby in the 2025 layout: readings on lines of their own, near their word or far from it.

A reading cuts the printed line that its word stands in: the line comes out in two parts, the
first ending with the word, and the reading before, or between, the two. Where no line is cut,
the reading was moved further, and its word is the one that has this reading elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from plan_tui.model.parsed import ParsedRuby
from plan_tui.parse.common.numbering import LEVELS_2025, labels
from plan_tui.parse.common.ruby_readings import ends_in_kanji, looks_like_reading, ruby, word_before
from plan_tui.parse.full_text_2025.geometry import width
from plan_tui.text.traced import Place, Traced


def extract_ruby(
    lines: Sequence[Traced], full: float, marks: Collection[Place]
) -> tuple[list[Traced], list[ParsedRuby]]:
    """Take the readings out and join the lines that they cut.

    ``full`` is the width of a full line, ``marks`` the places of footnote marks. A reading
    whose word is not found keeps an empty word.
    """
    kept: list[Traced] = []
    found: list[tuple[Traced, int]] = []
    for line in lines:
        if looks_like_reading(line.text):
            found.append((line, len(kept)))
        else:
            kept.append(line)
    cuts: set[int] = set()
    readings: list[tuple[Traced, str]] = []
    for reading, after in found:
        fitting = (i for i in (after, after - 1) if i not in cuts and _is_cut(kept, i, full, marks))
        left = next(fitting, None)
        if left is not None:
            cuts.add(left)
        readings.append(
            (reading, word_before(kept[left].text, reading.text) if left is not None else "")
        )
    return _joined(kept, cuts), _named(readings)


def _joined(lines: Sequence[Traced], cuts: Collection[int]) -> list[Traced]:
    joined: list[Traced] = []
    for index, line in enumerate(lines):
        if index - 1 in cuts:
            joined[-1] = joined[-1] + line
        else:
            joined.append(line)
    return joined


def _is_cut(lines: Sequence[Traced], left: int, full: float, marks: Collection[Place]) -> bool:
    """Return whether ``lines[left]`` and the next are the two parts of one printed line."""
    if left < 0 or left + 1 >= len(lines) or not ends_in_kanji(lines[left].text):
        return False
    right = lines[left + 1]
    if any(labels(right.text, LEVELS_2025)) or re.match(r"[①-⑳]", right.text):
        return False
    return width(lines[left], marks) + width(right, marks) <= full + 1


def _named(readings: Sequence[tuple[Traced, str]]) -> list[ParsedRuby]:
    known = {_plain(reading): word for reading, word in readings if word}
    return [ruby(reading, word or known.get(_plain(reading), "")) for reading, word in readings]


def _plain(reading: Traced) -> str:
    return "".join(reading.text.split())
