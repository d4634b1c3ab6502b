"""A text folded at once, as its tokens are one by one, with guards around numbers and dates.

Most sentences of two texts have no partner, and are only looked through: that asks for no token.
"""

from __future__ import annotations

from bisect import bisect_right

from plan_tui.text.dates_in_notation import DATE_REST, DATE_STARTS, LONGEST, date_in
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record
from plan_tui.text.shapes import LATINS, NUMBER, RARES, SHAPES, SPACE, in_shapes
from plan_tui.text.tokens import MARKS, PIECE, WEAK_MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.text.tokens import Token

_Value = tuple[int, int, str]
GUARD, LAST_GUARD = "\x01", "\x02"
"""Before and after a number or a date: 17 is not found in 170."""
CUT = "\0"
"""Parts what stands on both its sides, as a weak mark does."""
_BETWEEN = "、"
"""Stands between texts that are folded together: no number, date or word goes on behind it."""
_OF_VALUES: str = f"{LATINS}{NUMBER}"
_VALUE = late_pattern(
    lambda: in_shapes(
        f"[{LATINS}{''.join(DATE_STARTS).translate(SHAPES)}](?:({DATE_REST})|(?<=[{_OF_VALUES}]))"
    )
)
"""The shapes that dates, numbers, and words of which digits may be a part begin with."""
_BY_TOKEN = late_pattern(
    rf"[{RARES}\-& {SPACE}](?:(?<=[{RARES}])"
    rf"|(?<=[{LATINS}0][-&])[{LATINS}]|(?<=[ {SPACE}])[ {SPACE}])"
)
"""The shapes of what is not folded one by one, of marks that are a part of a word, and of blanks
that are one."""
HYPHEN = "-"
"""The one such mark that is folded as by itself."""
_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
_FOLDING = {
    **{code: chr(code - 0xFEE0).translate(MARKS) for code in range(0xFF01, 0xFF5F)},
    **MARKS,
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
}
FOLDED_VALUE = late_pattern(f"{GUARD}[^{LAST_GUARD}]*{LAST_GUARD}")
_WEAK = (" ", *sorted(WEAK_MARKS))


@record(frozen=False)
class GuardedFold:
    """A text folded with guards."""

    text: str
    values: tuple[_Value, ...]
    """Where its numbers and dates begin and end as printed, in order, and what they are folded."""

    @property
    def folded_values(self) -> list[str]:
        """Its numbers and dates, as they are folded."""
        return [folded for _, _, folded in self.values]


def guarded_folds(texts: Sequence[str]) -> list[GuardedFold | None]:
    """Return what `guarded` makes of the tokens of each of many readable texts.

    None for a text that takes these. All together take less time than each by itself. Blanks that a
    text ends with are one, as a row of a table has several.
    """
    texts = [text.rstrip() + " " if text[-2:].isspace() else text for text in texts]
    joined = _BETWEEN.join(texts)
    shapes = joined.translate(SHAPES)
    folded = _folded(joined)
    folds: list[GuardedFold | None] = []
    values = _values(joined, shapes, folded)
    after_all = len(joined), 0, ""
    value = next(values, after_all)
    start = 0
    starts: list[int] = []
    for text in texts:
        starts.append(start)
        after = start + len(text)
        parts, of_text, done = "", list[_Value](), start
        while value[0] < after:
            first, end, folded_value = value
            parts += f"{folded[done:first]}{GUARD}{folded_value}{LAST_GUARD}"
            of_text.append((first - start, end - start, folded_value))
            done, value = end, next(values, after_all)
        folds.append(GuardedFold(parts + folded[done:after], tuple(of_text)))
        start = after + len(_BETWEEN)
    for match in _BY_TOKEN.finditer(shapes):
        if joined[match.start()] != HYPHEN:
            folds[bisect_right(starts, match.start()) - 1] = None
    return folds


def _folded(text: str) -> str:
    """Fold each character of a text of which the shapes were looked up by itself."""
    for code in SHAPES.keys() & _FOLDING.keys():
        text = text.replace(chr(code), _FOLDING[code])
    return text


def guarded(tokens: Sequence[Token]) -> str:
    """Return tokens folded, with guards around those that are whole."""
    return "".join([f"{GUARD}{t.folded}{LAST_GUARD}" if t.whole else t.folded for t in tokens])


def weak_marks_as(mark: str, folded: str) -> str:
    """Return what `guarded_fold` gives with something else in place of each weak mark."""
    for weak in _WEAK:  # quicker than a table or a pattern, which has to be compiled
        folded = folded.replace(weak, mark)
    return folded


def _values(text: str, shapes: str, folded: str) -> Iterator[_Value]:
    """Yield where numbers and dates begin and end in a text, and what they are folded."""
    search, end = _VALUE.search, 0
    while match := search(shapes, end):
        start = match.start()
        last = start + LONGEST
        if match.lastindex and (date := date_in(text[start:last], shapes[start:last])):
            end = start + len(date[0])
            yield start, end, date[1]
        elif shapes[start] in _OF_VALUES:
            piece = PIECE.match(shapes, start)
            assert piece is not None
            end = piece.end()
            if shapes[start] == NUMBER:
                yield start, end, folded[start:end].replace("、", "")
        else:
            end = start + 1
