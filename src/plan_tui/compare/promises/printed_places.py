"""Where dates stand in a sentence, and in which brackets a character stands."""

from __future__ import annotations

from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.records import PrintedDate
    from plan_tui.store.derived_rows import DateRow

_OPENING = "（(「『［[【"
_CLOSING = "）)」』］]】"

COMPARED = late_pattern(r"(?:時点|末|実績)?(?:比|対比|に比べ|と比べ|と比較|を基準|に対し)")
"""After a date that a number is only compared with."""


@record
class PrintedPlace:
    """A date of a sentence."""

    begin: int
    """Characters of the sentence before it."""
    end: int
    """Characters before what follows it."""
    is_target: bool
    """True if it says by when something is to be done."""


def places(dates: Iterable[PrintedDate | DateRow], begin: int, end: int) -> list[PrintedPlace]:
    """Return where the dates of a text stand in one of its sentences, in order."""
    return [
        PrintedPlace(date.offset - begin, date.offset - begin + len(date.text), date.is_target)
        for date in sorted(dates, key=lambda date: date.offset)
        if begin <= date.offset < end
    ]


def innermost_bracket(sentence: str, place: int) -> tuple[int, int]:
    """Return the range inside the innermost brackets around a character, else the sentence's."""
    depth, first = 0, 0
    for at in range(place - 1, -1, -1):
        depth += (sentence[at] in _CLOSING) - (sentence[at] in _OPENING)
        if depth < 0:
            first = at + 1
            break
    else:
        return 0, len(sentence)
    depth = 0
    for at in range(place, len(sentence)):
        depth += (sentence[at] in _OPENING) - (sentence[at] in _CLOSING)
        if depth < 0:
            return first, at
    return first, len(sentence)
