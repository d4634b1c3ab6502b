"""The geometry of the printed lines: their widths, the measure, the ends of paragraphs.

The text is set in a font of fixed widths, justified, each paragraph's first line indented by
one character. The extraction lost the indents but kept the line breaks. So a line's width tells
whether the next word would have fitted on it (then the paragraph ended there), and whether it is
narrower by just the indent (then a paragraph begins with it). The *measure* is the width of a
full line. All widths are in ems: a kanji is 1.0, a Latin letter 0.5.

Two adjustments of line composition (JIS X 4051) make a width uncertain. The space between
Japanese and Latin is reduced to nothing where a line is crowded; where it is open, the extraction
put a blank before the Latin. And the space in punctuation is reduced to fit one more character
on a line: surely where a line has much punctuation, never where it has little.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from plan_tui.parse.common.spacing import is_latin
from plan_tui.text.record import record
from plan_tui.text.traced import Place, Traced

SHORT = 3.0
"""Ems that a line lacks at least which is no full line. Line breaking rules move at most a few
characters to the next line: with 2 full lines of the source end paragraphs, 2.5 to 5 are alike."""
INDENT = 1.0
"""The indent of a paragraph's first line: one character, as Japanese paragraphs have."""
_LATIN_SPACE = 0.5
"""A blank between Latin words, which the font sets half an em wide before justification."""
_LEAST_WIDTH = 20.0
"""Ems of a line that may be full. Only lines of wrapped paragraphs should be counted: half of any
measure that is likely; up to 30 the source's measure of 45 is found."""
_SCRIPT_SPACE = 0.25
"""The space between a Japanese and a Latin character, where it is open: a quarter em (JIS X 4051).
The lines of the source agree with 0.15 to 0.3."""
_MARK_DIGIT = 0.33
"""The width of a footnote mark's digit, a Latin digit of two thirds the size; the lines of the
source agree with 0.2 to 0.5."""
_SPACE_PER_MARK, _SPACE_PER_PAIR = 0.2, 0.3
"""Ems by which line adjustment reduces a punctuation mark, and in addition one that follows
another. JIS X 4051 allows up to half an em; the lines of the source use about 0.2 (0.18 and 0.22
find other paragraphs), and for pairs no more than 0.35."""
_SURE, _LIKELY = 0.15, 0.05
"""Ems by which the estimate must exceed a whole character to be sure, and may fall short of it to
be likely: lines are adjusted to whole characters. In the source the former may be 0.15 to 0.3, the
latter 0 to 0.3."""
_HANGING = 0.45
"""Ems that a final 、 or 。 takes less, as its right half is blank; 0 to 0.5 read the source
alike."""
_FEW_MARKS = 3
"""Punctuation marks of a line that cannot gain a whole character by their reduction; 2 to 8 find
the same measure, 1 leaves too few lines to find it by."""
_BREAK_TOLERANCE = 2 * SHORT
"""Ems by which a printed line may differ from the measure where several stand on one source line.
3 to 10 split the source's lines alike, 2 misses a break."""
_REDUCIBLE = "、。，．・：；？！（）「」『』【】〔〕“”"
_NO_LINE_START = "、。，．・：；？！）」』】〕］｝〉》々％"
_NO_LINE_END = "（「『【〔［｛〈《"
_NARROW = "•‘’“”…"
"""Characters of ambiguous width in Unicode which the text's font sets half as wide."""
_UNBREAKABLE_START = re.compile(rf"[{_NO_LINE_END}]*(?:[!-~]+|.)[{_NO_LINE_START}]*")
_OPEN_SCRIPT_SPACE = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[0-9A-Za-z])")
_SENTENCE_END = re.compile(r"[。！？][」』）]*$")


@record
class PrintedLine:
    """One printed line of the body."""

    text: Traced
    """Without blanks at its ends; footnote marks are still in it."""
    width: float
    """Its least width in ems, without space between Japanese and Latin."""
    set_width: float
    """The width in ems that it was set in, as far as its blanks tell."""

    @property
    def ends_sentence(self) -> bool:
        """Whether its last character closes a sentence."""
        return bool(_SENTENCE_END.search(self.text.text))


def printed_line(text: Traced, marks: Collection[Place]) -> PrintedLine:
    """Return ``text`` as a printed line; ``marks`` are the places of footnote marks."""
    text = text.strip()
    space = _SCRIPT_SPACE if _OPEN_SCRIPT_SPACE.search(text.text) else 0.0
    return PrintedLine(text, printed_width(text, marks), printed_width(text, marks, space))


def printed_width(text: Traced, marks: Collection[Place] = (), script_space: float = 0.0) -> float:
    """Return the width of a text in ems, with ``script_space`` between Japanese and Latin.

    ``marks`` are the places of footnote marks, which are set smaller. Of blanks only those
    between Latin words count.
    """
    total = 0.0
    before = ""
    blank = False
    for character, place in zip(text.text, text.places, strict=True):
        if place in marks:
            total += _MARK_DIGIT
        elif character.isspace():
            blank = True
        else:
            total += _advance(character)
            if before and is_latin(before) and is_latin(character):
                total += _LATIN_SPACE * blank
            elif before.isalnum() and character.isalnum():
                total += script_space * (is_latin(before) != is_latin(character))
            before, blank = character, False
    return total


def _advance(character: str) -> float:
    """Return the width of a character in ems: 1.0, or 0.5 for Latin."""
    wide = unicodedata.east_asian_width(character) in "WFA" and character not in _NARROW
    return 1.0 if wide else 0.5


def unbreakable_start(text: str) -> str:
    """Return the text's first word or character, with what may not be parted from it.

    A Latin word or number is not broken; a character that may not stand at a line's start or
    end stays with its neighbour.
    """
    start = _UNBREAKABLE_START.match(text)
    return start.group() if start else ""


def reducible_space(text: str) -> tuple[float, float]:
    """Return how much space, in ems, a line surely, and likely, gains from its punctuation."""
    marks = sum(character in _REDUCIBLE for character in text)
    pairs = len(re.findall(rf"(?<=[{_REDUCIBLE}])[{_REDUCIBLE}]", text))
    space = _SPACE_PER_MARK * marks + _SPACE_PER_PAIR * pairs
    hanging = _HANGING if text.endswith(("、", "。")) else 0.0
    return max(0.0, math.floor(space - _SURE)), math.floor(space + _LIKELY) + hanging


def estimate_measure(lines: Iterable[PrintedLine], least: float = _LEAST_WIDTH) -> float | None:
    """Return the commonest width, in whole ems, among lines of at least ``least`` ems.

    Lines without Latin and with little punctuation count alone, if there are any. None if no
    line is as wide as that.
    """
    wide = [line for line in lines if line.width >= least]
    plain = [line for line in wide if _is_plain(line.text.text)]
    counts = Counter(round(line.width) for line in plain or wide)
    if not counts:
        return None
    most = max(counts.values())
    return float(max(width for width, count in counts.items() if count == most))


def _is_plain(text: str) -> bool:
    """Return whether nothing in a text makes its width uncertain."""
    marks = sum(character in _REDUCIBLE for character in text)
    few = marks <= _FEW_MARKS
    return few and not text.endswith(("、", "。")) and not any(map(is_latin, text))


def split_fused_lines(line: Traced, measure: float, marks: Collection[Place]) -> list[PrintedLine]:
    """Return the printed lines that the extraction joined to one source line.

    A blank separates two printed lines where the text before it fills a line; blanks between
    Japanese characters are the likeliest.
    """
    split: list[PrintedLine] = []
    rest = line.strip()
    while printed_width(rest, marks) > measure + SHORT:
        cut = _best_break(rest, measure, marks)
        if cut is None:
            break
        split.append(printed_line(rest[:cut], marks))
        rest = rest[cut:].strip()
    return [*split, printed_line(rest, marks)]


def _best_break(text: Traced, measure: float, marks: Collection[Place]) -> int | None:
    """Return the offset of the blank that most likely ends the first printed line, if any does."""
    ranked: list[tuple[bool, float, int]] = []
    for blank in re.finditer(r"\s+", text.text):
        width = printed_width(text[: blank.start()], marks)
        if abs(width - measure) <= _BREAK_TOLERANCE:
            around = text.text[blank.start() - 1] + text.text[blank.end()]
            ranked.append((any(map(is_latin, around)), abs(width - measure), blank.start()))
    return min(ranked)[2] if ranked else None


def ends_paragraph(
    lines: Sequence[PrintedLine], index: int, measure: float, *, indented: bool
) -> bool:
    """Return whether a paragraph ends with ``lines[index]``, which is not the last one.

    ``indented`` says that the line is a first line.
    """
    line, following = lines[index], lines[index + 1]
    room = measure - INDENT * indented
    fused = line.text.last_line == following.text.first_line
    if fused or not line.ends_sentence:
        return _fits(line.width, line, following, room) and room - line.set_width >= SHORT
    return _fits(line.width, line, following, room) or _begins_paragraph(lines, index + 1, measure)


def _fits(width: float, line: PrintedLine, following: PrintedLine, room: float) -> bool:
    """Return whether the next line's start would surely have fitted on ``line``.

    ``width`` is the width of ``line``, ``room`` the width that it may have.
    """
    start = unbreakable_start(following.text.text)
    needed = width + printed_width(Traced.supplied(start))
    return needed <= room + reducible_space(line.text.text + start)[0]


def _begins_paragraph(lines: Sequence[PrintedLine], index: int, measure: float) -> bool:
    """Return whether ``lines[index]`` is full, but narrower than others by the indent alone."""
    line = lines[index]
    if index + 1 >= len(lines) or line.ends_sentence or measure - line.width >= SHORT:
        return False
    if _fits(line.set_width, line, lines[index + 1], measure):
        return True
    likely = measure + reducible_space(line.text.text)[1]
    return abs(line.set_width - likely + INDENT) < abs(line.set_width - likely)
