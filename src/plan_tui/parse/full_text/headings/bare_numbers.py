"""Headings that begin with a bare number: ``１　目的``, as text begins that is none.

Lists, tables and sentences have such numbers too, so that no single line tells. A line is a
heading where it is short, a passage begins below it, and its number goes on from one of its kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.headings.heading_shapes import HeadingShapes
from plan_tui.parse.full_text.label_styles import StyledLabel, styled_labels
from plan_tui.text.record import record

_LONGEST = 30
"""Characters of such a heading, its number included."""
_FEWEST = 2
"""Headings that a style has, at least."""
_LONGER = 2
"""Without an indent a passage begins with a line so many times as long: no item breaks off so."""
_ENDS = ("。", "！", "？", "!", "?")


@record
class _Bare:
    """A line that may be such a heading."""

    index: int
    name: str
    """Of its label's style."""
    number: int


def bare_headings(
    lines: Sequence[BodyLine], shapes: HeadingShapes, listed: Collection[int]
) -> frozenset[int]:
    """Return the indices of the headings that begin with a bare number.

    Args:
        lines: of the body; where their places on the page are known these tell, and none is
            returned.
        shapes: of the same lines.
        listed: lines that are headings anyway.

    """
    if any(line.positioned for line in lines):
        return frozenset()
    others = (index for index in range(len(lines)) if index not in listed)
    series: dict[str, list[list[_Bare]]] = {}
    for bare in (each for index in others if (each := _bare(lines, shapes, index))):
        runs = series.setdefault(bare.name, [])
        if runs and runs[-1][-1].number + 1 == bare.number:
            runs[-1].append(bare)
        else:
            runs.append([bare])
    return frozenset(
        bare.index for runs in series.values() if _is_numbering(runs) for bare in _flat(runs)
    )


def _is_numbering(runs: Sequence[Sequence[_Bare]]) -> bool:
    """Return whether all runs begin with 1, and one at least goes on from there.

    What does not follow leaves all of its style in doubt.
    """
    return all(run[0].number == 1 for run in runs) and any(len(run) >= _FEWEST for run in runs)


def _flat(runs: Iterable[Sequence[_Bare]]) -> Iterable[_Bare]:
    return (bare for run in runs for bare in run)


def _bare(lines: Sequence[BodyLine], shapes: HeadingShapes, index: int) -> _Bare | None:
    """Return a line that may be a heading: short, set apart, above a passage."""
    line = lines[index]
    label = _weak(line)
    if label is None or len(line.solid) > _LONGEST or shapes.last_of_plain(index, label) != index:
        return None
    if not shapes.may_begin_plain(index) or _goes_on_from(lines, index, label):
        return None
    below = lines[index + 1]
    longer = len(below.solid) >= _LONGER * len(line.solid)
    if not (below.left > line.left or longer) or styled_labels(below.text.text):
        return None
    for each in islice(lines, index + 1, None):
        if each.solid.endswith(_ENDS):
            return _Bare(index, label.style.name, label.value)
        if styled_labels(each.text.text):
            return None
    return None


def _weak(line: BodyLine) -> StyledLabel | None:
    label = next(iter(styled_labels(line.text.text)), None)
    return label if label and label.style.weak and line.text.text[label.end :].strip() else None


def _goes_on_from(lines: Sequence[BodyLine], index: int, label: StyledLabel) -> bool:
    """Return whether the line above has a label of the same style: both are items of a list."""
    above = styled_labels(lines[index - 1].text.text) if index else ()
    return any(other.style is label.style for other in above)
