"""The forms of footnote numbers: as marks in the text, and before the footnotes' bodies."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from plan_tui.model.paged_text import PageLine
from plan_tui.parse.full_text.notes.counted_numbers import counts
from plan_tui.parse.full_text.unplaced import UnplacedLine
from plan_tui.text.record import record
from plan_tui.text.traced import Traced
from plan_tui.text.vocabulary import StrEnum


class NoteForm(StrEnum):
    """How a footnote's number is printed."""

    PLAIN = "plain"
    """Digits alone; what makes them a mark is their size, or their place in the sequence."""
    RAISED_SIGN = "raised_sign"
    """``¹``, a character of its own."""
    BRACKETS = "brackets"
    STAR = "star"
    WORD = "word"
    """``（注１）``, ``注1)``, ``脚注１``."""
    PARENTHESIS = "parenthesis"
    """``1)``."""


_DIGITS = r"(?P<number>[0-9０-９]{1,3})"
_PATTERNS: dict[NoteForm, str] = {
    NoteForm.RAISED_SIGN: r"(?P<number>[¹²³⁰⁴-⁹]{1,3})[⁾]?",
    NoteForm.BRACKETS: rf"[\[［〔]\s*(?:注\s*)?{_DIGITS}\s*[\]］〕]",
    NoteForm.STAR: rf"[*＊※†]\s*{_DIGITS}(?![0-9０-９])\s*[)）]?",
    NoteForm.WORD: rf"[（(\[［]?\s*(?:脚注|注記|注|註)\s*{_DIGITS}(?![0-9０-９])\s*[）)\]］]?",
    NoteForm.PARENTHESIS: rf"(?<![(（0-9０-９]){_DIGITS}\s*[)）]",
    NoteForm.PLAIN: rf"{_DIGITS}(?![0-9０-９])",
}
"""The number stands in the group of that name; the first form that fits is the right one."""
_HEADS = {
    form: re.compile(rf"\s*{pattern}" + ("" if form is NoteForm.PLAIN else r"\s*[:：]?"))
    for form, pattern in _PATTERNS.items()
}
MARKS = {
    form: re.compile((r"(?<=\S)" if form is NoteForm.PARENTHESIS else "") + pattern)
    for form, pattern in _PATTERNS.items()
}
"""The forms as marks in a text; ``1)`` alone stands glued to a word."""
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_NO_PLAIN_HEAD = re.compile(r"[.．,，、)）:：/／~～\-－年月日時分度期章節部条項号％%第]")
"""What follows a number that is no footnote's: that of a heading, a date, an item."""
_SMALL = 0.8
"""A mark's size at most, as a part of its line's."""
_RAISED, _CLEARLY_RAISED = 0.04, 0.2
"""How high above the baseline a small character, and one of full size, stands that is a mark, as
a part of the line's size."""

_ENOUGH = 0.25
"""The part of a line's characters that share its size; on a short line marks may be many."""


@record
class NoteHead:
    """The number that a footnote's body begins with."""

    form: NoteForm
    number: Traced
    """The digits."""
    value: int
    signs: tuple[Traced, ...]
    """The brackets, stars and words around the digits."""
    end: int
    """0-based column after the number and its signs."""
    raised: bool
    """Whether positions, or the characters themselves, say that it is raised."""
    alone: bool
    """Whether nothing else stands on its line."""


def with_ascii_digits(text: Traced) -> Traced:
    """Return a text with each wide digit as an ASCII one, at its place."""
    return Traced(text.text.translate(_WIDE_DIGITS), text.places)


def number_value(digits: str) -> int:
    """Return the value of digits of any width, also of superscript ones."""
    return int(unicodedata.normalize("NFKC", digits))


def note_head(line: UnplacedLine) -> NoteHead | None:
    """Return the footnote number that a line begins with; None if it begins with none."""
    text = line.text.text
    raised = _raised_start(line)
    # Digits of full size after a raised number belong to the footnote's text.
    head = text[: raised or len(text)]
    for form, pattern in _HEADS.items():
        match = pattern.match(head)
        if not match:
            continue
        rest = text[match.end() :]
        if form is NoteForm.PLAIN and not raised and _is_no_plain_head(text, match.end()):
            return None
        start, end = match.span("number")
        signs = (line.text[:start].strip(), line.text[end : match.end()].strip())
        return NoteHead(
            form,
            line.text[start:end],
            number_value(text[start:end]),
            tuple(filter(None, signs)),
            match.end(),
            bool(raised) or form is NoteForm.RAISED_SIGN,
            not rest.strip(),
        )
    return None


def _is_no_plain_head(text: str, end: int) -> bool:
    """Return whether a number up to ``end`` is one of a heading or item, or counts something."""
    return bool(_NO_PLAIN_HEAD.match(text, end)) or counts(text, end)


def raised_runs(line: UnplacedLine) -> Iterator[tuple[int, int]]:
    """Yield where raised characters stand in a line's rest, as start and end."""
    if not line.line.boxes:
        return
    shape = _shape(line.line)
    if not _has_raised(line, shape):
        return
    start: int | None = None
    for index in range(len(line.text)):
        raised = _is_raised(line, index, shape)
        if raised and start is None:
            start = index
        if not raised and start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(line.text)


def raised_numbers(lines: Iterable[UnplacedLine]) -> set[int]:
    """Return the numbers that stand raised in lines."""
    return {
        number_value(digits)
        for line in lines
        for start, end in raised_runs(line)
        for digits in re.findall(r"[0-9０-９]+", line.text.text[start:end])
    }


def is_set_small(line: UnplacedLine, start: int, end: int) -> bool:
    """Return whether the characters between two columns are smaller than their line's."""
    size = _shape(line.line)[0] if line.line.boxes else 0.0
    boxes = [line.box(index) for index in range(start, end)]
    return all(box is None or box.size <= _SMALL * size for box in boxes)


def _raised_start(line: UnplacedLine) -> int:
    """Return the end of the raised characters that a line begins with; 0 if it begins with none."""
    first = len(line.text.text) - len(line.text.text.lstrip())
    return next((end for start, end in raised_runs(line) if start == first), 0)


def _shape(line: PageLine) -> tuple[float, float]:
    """Return a line's size, the largest that enough characters share, and its baseline."""
    boxes = line.printed_boxes
    counts = Counter(box.size for box in boxes)
    size = max(size for size, count in counts.items() if count >= _ENOUGH * len(boxes))
    bases = Counter(box.baseline for box in boxes if box.size == size)
    return size, bases.most_common(1)[0][0]


def _has_raised(line: UnplacedLine, shape: tuple[float, float]) -> bool:
    """Return whether any character stands above the others, by its baseline."""
    size, baseline = shape
    boxes = filter(None, chain(line.line.boxes, *(each.boxes for each in line.others)))
    highest = max((box.baseline for box in boxes), default=baseline)
    return size > 0 and (highest - baseline) / size >= _RAISED


def _is_raised(line: UnplacedLine, index: int, shape: tuple[float, float]) -> bool:
    box = line.box(index)
    if box is None or line.text.text[index].isspace():
        return False
    size, baseline = shape
    height = (box.baseline - baseline) / size if size else 0.0
    small = box.size <= _SMALL * size
    return height >= _CLEARLY_RAISED or (small and height >= _RAISED)
