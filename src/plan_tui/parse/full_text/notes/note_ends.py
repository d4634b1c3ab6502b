"""Where footnotes end that no page's end closes: the text goes on below them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from plan_tui.parse.full_text.label_styles import styled_labels
from plan_tui.parse.full_text.notes.note_numbers import NoteHead
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedText


def text_below_notes(
    text: UnplacedText, lines: Sequence[UnplacedLine], heads: Mapping[int, NoteHead]
) -> list[int]:
    """Return which of the ``lines`` from the first of footnotes on are text again.

    A footnote ends at a blank line below which a heading stands; where nothing tells the pages,
    at any blank line. The text goes on up to the next footnote of ``heads``.
    """
    below: list[int] = []
    starts = sorted(heads)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        first = next(
            (i for i in range(start + 1, end) if _ends_above(text, lines, start, i, heads[start])),
            end,
        )
        below += range(first, end)
    return below


def _ends_above(
    text: UnplacedText, lines: Sequence[UnplacedLine], start: int, index: int, head: NoteHead
) -> bool:
    """Return whether the footnote that begins at ``start`` ends above a later line."""
    line = lines[index]
    if line.number not in text.gaps or (head.alone and index == start + 1):
        return False
    return len(text.pages) == 1 or _is_headed(line)


def _is_headed(line: UnplacedLine) -> bool:
    """Return whether a line is a phrase with a label, as headings are."""
    labels = styled_labels(line.text.text)
    return any(not label.style.weak for label in labels) and not line.solid.endswith("。")


def without_lines(
    lines: Sequence[UnplacedLine], heads: Mapping[int, NoteHead], left_out: Collection[int]
) -> tuple[list[UnplacedLine], dict[int, NoteHead]]:
    """Return ``lines`` without some, and the ``heads`` by their new indices."""
    gone = frozenset(left_out)
    kept = [index for index in range(len(lines)) if index not in gone]
    places = {index: place for place, index in enumerate(kept)}
    return [lines[index] for index in kept], {places[i]: head for i, head in heads.items()}
