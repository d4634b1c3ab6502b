"""A text folded at once, as its tokens are one by one, with guards around numbers and dates.

Most sentences of two texts have no partner, and are only looked through: that asks for no token.
"""

from __future__ import annotations

from plan_tui.text.dates_in_notation import DATE_SIGN, DATE_STARTS, date_at
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record
from plan_tui.text.shapes import LATINS, NUMBER, RARES, SHAPES, SPACE
from plan_tui.text.tokens import MARKS, PIECE, WEAK_MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.text.tokens import Token

GUARD, LAST_GUARD = "\x01", "\x02"
"""Before and after a number or a date: 17 is not found in 170."""
CUT = "\0"
"""Parts what stands on both its sides, as a weak mark does."""
_VALUE_START = late_pattern(lambda: f"[{LATINS}{''.join(DATE_STARTS).translate(SHAPES)}]")
"""The shapes that numbers and dates begin with, and words of which digits are a part."""
_BY_TOKEN = late_pattern(f"[{RARES}]|[{LATINS}0][-&][{LATINS}]|[ {SPACE}][ {SPACE}]")
"""The shapes of what is not folded one by one, of marks that are a part of a word, and of blanks
that are one."""
_FOLDING = {code: chr(code - 0xFEE0).translate(MARKS) for code in range(0xFF01, 0xFF5F)} | MARKS
_FOLDED_AWAY = frozenset(map(chr, (*_FOLDING, 0x3000)))
_BLANK = late_pattern(r"\s")
FOLDED_VALUE = late_pattern(f"{GUARD}[^{LAST_GUARD}]*{LAST_GUARD}")
_STRETCH = late_pattern(f"{GUARD}[^{LAST_GUARD}]*{LAST_GUARD}|[^{GUARD}{CUT}]+")
_WEAK = (" ", *sorted(WEAK_MARKS))


@record
class GuardedFold:
    """A text folded with guards."""

    text: str
    values: tuple[tuple[int, int, str], ...]
    """Where its numbers and dates begin and end as printed, in order, and what they are folded."""


def guarded_fold(text: str) -> GuardedFold | None:
    """Return what `guarded` makes of the tokens of a readable text; None where it takes these."""
    shapes = text.translate(SHAPES)
    if _BY_TOKEN.search(shapes):
        return None
    values = tuple(_values(text, shapes))
    folded, done = "", 0
    for start, end, value in values:
        folded += f"{text[done:start]}{GUARD}{value}{LAST_GUARD}"
        done = end
    folded = f"{folded}{text[done:]}".replace("（", "(").replace("）", ")")
    if SPACE in shapes or not _FOLDED_AWAY.isdisjoint(folded):
        folded = _BLANK.sub(" ", folded.translate(_FOLDING))
    return GuardedFold(folded, values)


def guarded(tokens: Sequence[Token]) -> str:
    """Return tokens folded, with guards around those that are whole."""
    return "".join([f"{GUARD}{t.folded}{LAST_GUARD}" if t.whole else t.folded for t in tokens])


def stretches_of(folded: str) -> list[str]:
    """Cut what `guarded_fold` gives into what stands between weak marks: numbers, dates, words."""
    for mark in _WEAK:  # quicker than a table or a pattern, which has to be compiled
        folded = folded.replace(mark, CUT)
    return _STRETCH.findall(folded)


def without_weak_marks(folded: str) -> str:
    """Return what `guarded_fold` gives without its weak marks."""
    for mark in _WEAK:
        folded = folded.replace(mark, "")
    return folded


def _values(text: str, shapes: str) -> Iterator[tuple[int, int, str]]:
    """Yield where numbers and dates begin and end in a text, and what they are folded."""
    dated = DATE_SIGN.search(shapes) is not None
    end = 0
    for sign in _VALUE_START.finditer(shapes):
        start, first = sign.start(), text[sign.start()]
        if start < end:
            continue
        if dated and first in DATE_STARTS and (date := date_at(text, start)):
            end = start + len(date[0])
            yield start, end, date[1]
        elif sign[0] == NUMBER or sign[0] in LATINS:
            piece = PIECE.match(shapes, start)
            assert piece is not None
            end = piece.end()
            if sign[0] == NUMBER:
                yield start, end, text[start:end].translate(_FOLDING).replace("、", "")
