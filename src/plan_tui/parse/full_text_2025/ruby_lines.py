"""Ruby in the 2025 layout: readings on lines of their own, near their word or far from it.

A reading cuts the printed line that its word stands in: the extraction writes the line in two
parts, the first ending with the word, and the reading before the first part or between the two.
Where no line is cut the reading stands far from its word, which is then taken from another
place with the same reading.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from plan_tui.model.parsed import ParsedRuby
from plan_tui.parse.common.geometry import printed_width
from plan_tui.parse.common.numbering import CIRCLED, LEVELS_2025, labels
from plan_tui.parse.common.ruby_readings import ends_in_kanji, looks_like_reading, ruby, word_before
from plan_tui.text.traced import Place, Traced

_TOLERANCE = 1.0
"""Ems by which two parts of a line that a reading cut may together exceed the measure, as
punctuation is reduced. The sources' parts are shorter: from -1 on the same lines are joined."""


def extract_ruby(
    lines: Sequence[Traced], measure: float, marks: Collection[Place]
) -> tuple[list[Traced], list[ParsedRuby]]:
    """Take the readings out of ``lines`` and join the lines that they cut.

    ``measure`` is the width of a full line, ``marks`` the places of footnote marks. A reading
    whose word is not found keeps an empty word.
    """
    text_lines: list[Traced] = []
    reading_lines: list[tuple[Traced, int]] = []  # each with the number of text lines above it
    for line in lines:
        if looks_like_reading(line.text):
            reading_lines.append((line, len(text_lines)))
        else:
            text_lines.append(line)
    cuts: set[int] = set()
    readings: list[tuple[Traced, str]] = []
    for reading, below in reading_lines:
        cut = next(
            (
                left
                for left in (below, below - 1)
                if left not in cuts and _is_cut(text_lines, left, measure, marks)
            ),
            None,
        )
        word = ""
        if cut is not None:
            cuts.add(cut)
            word = word_before(text_lines[cut].text, reading.text)
        readings.append((reading, word))
    return _joined(text_lines, cuts), _with_words(readings)


def _joined(lines: Sequence[Traced], cuts: Collection[int]) -> list[Traced]:
    """Return ``lines`` with those at ``cuts`` joined to the line after each."""
    joined: list[Traced] = []
    for index, line in enumerate(lines):
        if index - 1 in cuts:
            joined[-1] = joined[-1] + line
        else:
            joined.append(line)
    return joined


def _is_cut(lines: Sequence[Traced], left: int, measure: float, marks: Collection[Place]) -> bool:
    """Return whether ``lines[left]`` and the next are the two parts of one printed line."""
    if left < 0 or left + 1 >= len(lines) or not ends_in_kanji(lines[left].text):
        return False
    right = lines[left + 1]
    if any(labels(right.text, LEVELS_2025)) or CIRCLED.match(right.text):
        return False
    return printed_width(lines[left], marks) + printed_width(right, marks) <= measure + _TOLERANCE


def _with_words(readings: Sequence[tuple[Traced, str]]) -> list[ParsedRuby]:
    """Return the readings; one without a word takes that of the same reading elsewhere."""
    words = {_kana(reading): word for reading, word in readings if word}
    return [ruby(reading, word or words.get(_kana(reading), "")) for reading, word in readings]


def _kana(reading: Traced) -> str:
    return "".join(reading.text.split())
