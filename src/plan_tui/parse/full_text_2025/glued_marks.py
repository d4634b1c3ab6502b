"""Lifts footnote marks out of a text: clean text, and each mark with its offset in it."""

from __future__ import annotations

from collections.abc import Iterable

from plan_tui.model.parsed import ParsedMark
from plan_tui.parse.common.spacing import join_lines
from plan_tui.parse.full_text_2025.footnote_bodies import Marks
from plan_tui.text.traced import Place, Traced


def extract_marks(lines: Iterable[Traced], marks: Marks) -> tuple[Traced, tuple[ParsedMark, ...]]:
    """Join ``lines`` and take their marks out.

    Returns:
        The clean text, and its marks, each with the number of clean characters before it.

    """
    parts = list(lines)
    text = join_lines(part.keep(_unmarked(part, marks)) for part in parts)
    found: list[ParsedMark] = []
    solid: Place | None = None
    runs: list[tuple[str, Place | None, list[tuple[Traced, int]]]] = []
    for part in parts:
        for index, place in enumerate(part.places):
            number = marks.get(place) if place else None
            if number is None:
                if not part.text[index].isspace():
                    solid = place
                continue
            if not runs or runs[-1][0] != number:
                runs.append((number, solid, []))
            runs[-1][2].append((part, index))
    for number, before, pieces in runs:
        offset = text.places.index(before) + 1 if before else 0
        mark = Traced.join(part[index : index + 1] for part, index in pieces)
        found.append(ParsedMark(number, offset, mark))
    return text, tuple(found)


def _unmarked(part: Traced, marks: Marks) -> list[int]:
    return [i for i, place in enumerate(part.places) if place not in marks]
