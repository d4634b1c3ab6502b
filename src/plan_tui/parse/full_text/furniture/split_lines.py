"""Printed lines that the text of a PDF gives in pieces, cut beside brackets and punctuation."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from plan_tui.parse.common.geometry import printed_width
from plan_tui.parse.common.spacing import concatenate_lines
from plan_tui.parse.full_text.item_markers import is_lone_marker, item_marker
from plan_tui.parse.full_text.label_styles import styled_labels
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedText
from plan_tui.text.record import replaced
from plan_tui.text.traced import Traced
from plan_tui.text.width import width

_NO_START = tuple("、。，．・：；？！）」』】〕］｝〉》々ー")
_OPENS = tuple("（「『【〔［｛〈《")
_STOPS = tuple("、。，．：；）」』】〕］｝〉》")
_NEIGHBOURS = 8
"""Lines above and below whose widest tells the width of a full line."""
_SHORTER, _LONGER = 2.0, 1.5
"""Ems by which joined pieces may be shorter and longer than a full line."""
_MOST_PIECES = 8
_PARAGRAPH_INDENT = 4
"""Columns by which a paragraph's first line is set in, at most."""
_SHORT = 2.0
"""Ems that a piece lacks at least, since the next would not have been cut off a full line."""


def mend_split_lines(text: UnplacedText) -> None:
    """Join the pieces of printed lines in a source without positions; ``text`` is changed."""
    if text.positioned:
        return
    for page in text.pages:
        page.lines = _mended(page.lines, text.gaps)


def _mended(lines: Sequence[UnplacedLine], gaps: Collection[int]) -> list[UnplacedLine]:
    widths = [printed_width(line.text.strip()) for line in lines]
    mended: list[UnplacedLine] = []
    index = 0
    while index < len(lines):
        near = widths[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS]
        count = _pieces(lines, widths, index, max(near), gaps)
        mended.append(_joined(lines[index : index + count]))
        index += count
    return mended


def _pieces(
    lines: Sequence[UnplacedLine],
    widths: Sequence[float],
    start: int,
    full: float,
    gaps: Collection[int],
) -> int:
    """Return how many lines from ``start`` on are pieces of one printed line, 1 if it is whole."""
    best = 1
    if is_lone_marker(lines[start].text.text) and start + 1 < len(lines):
        return 2
    heads = _is_item(lines[start]) or bool(styled_labels(lines[start].text.text))
    total = widths[start]
    for count in range(2, _MOST_PIECES + 1):
        end = start + count
        if end > len(lines) or total > full - _SHORT:
            break
        before, after = lines[end - 2].text.text.rstrip(), lines[end - 1].text.text.lstrip()
        total += widths[end - 1]
        cut = before.endswith(_STOPS + _OPENS) or after.startswith(_OPENS + _NO_START)
        if not cut or total > full + _LONGER or _is_item(lines[end - 1]):
            break
        must = after.startswith(_NO_START) or before.endswith(_OPENS)
        opens = before.endswith("。") and _opens(lines[end - 2], lines[end - 1], gaps)
        if (heads or opens) and not must:
            break
        if must or abs(total - full) <= _SHORTER or _stands_apart(lines[end - 2], lines[end - 1]):
            best = count
    return best


def _opens(before: UnplacedLine, after: UnplacedLine, gaps: Collection[int]) -> bool:
    """Return whether a line below the end of a sentence opens a heading or a paragraph.

    It has a label, or is set in a little farther than the line above.
    """
    labels = styled_labels(after.text.text)
    if labels and (after.number in gaps or not labels[0].style.weak):
        return True
    farther = _indent(after) - _indent(before)
    return 0 < farther <= _PARAGRAPH_INDENT and _indent(before) > 0


def _indent(line: UnplacedLine) -> int:
    text = line.text.text
    return width(text[: len(text) - len(text.lstrip())])


def _is_item(line: UnplacedLine) -> bool:
    return item_marker(line.text.text) is not None


def _stands_apart(before: UnplacedLine, after: UnplacedLine) -> bool:
    """Return whether blanks set a piece about where the one before it ends."""
    indent = _indent(after)
    return indent >= width(before.text.text.rstrip()) / 2 > 0 and indent > 20


def _joined(pieces: Sequence[UnplacedLine]) -> UnplacedLine:
    first, *rest = pieces
    if not rest:
        return first
    parts = [first.text, *(piece.text.strip() for piece in rest)]
    lone = is_lone_marker(first.text.text)
    text = Traced.join(parts, " ") if lone else concatenate_lines(parts)
    return replaced(first, text=text, others=tuple(piece.line for piece in rest))
