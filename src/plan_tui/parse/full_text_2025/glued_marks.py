"""Takes footnote marks out of a text: clean text, and each mark with its offset in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.model.parsed import ParsedMark
from plan_tui.parse.common.spacing import join_lines
from plan_tui.parse.full_text_2025.footnote_bodies import Marks
from plan_tui.text.traced import Place, Traced


def extract_marks(lines: Iterable[Traced], marks: Marks) -> tuple[Traced, tuple[ParsedMark, ...]]:
    """Join ``lines`` and take their marks out.

    Returns:
        The clean text, and its marks, each with the number of clean characters before it.

    """
    marked = list(lines)
    text = join_lines(
        line.keep(i for i, place in enumerate(line.places) if place not in marks) for line in marked
    )
    parsed: list[ParsedMark] = []
    for number, before, digits in _marks_in(marked, marks):
        offset = text.places.index(before) + 1 if before else 0
        parsed.append(ParsedMark(number, offset, Traced.join(digits)))
    return text, tuple(parsed)


def _marks_in(
    lines: Sequence[Traced], marks: Marks
) -> list[tuple[str, Place | None, list[Traced]]]:
    """Return (footnote number, place of the last solid character before it, digits) of each mark.

    The place is None for a mark before all text.
    """
    runs: list[tuple[str, Place | None, list[Traced]]] = []
    before: Place | None = None
    for line in lines:
        for index, place in enumerate(line.places):
            number = marks.get(place) if place else None
            if number is None:
                if not line.text[index].isspace():
                    before = place
                continue
            if not runs or runs[-1][0] != number:
                runs.append((number, before, []))
            runs[-1][2].append(line[index : index + 1])
    return runs
