"""The geometry of a printed page, read off plain lines: widths, full lines, paragraph ends.

The text is set in a font of fixed widths, justified, each paragraph's first line indented by
one character. The extraction lost the indents but not the line breaks, so a line's width still
says whether the next word would have fitted (then the paragraph ended there), and whether a
line lacks just the indent (then a paragraph begins with it). Widths are in full-width characters.

Two things blur a width. Between Japanese and Latin stands a gap that shrinks to nothing where
room is scarce; where it is open, the extraction put a blank before the Latin. And punctuation
can be squeezed to take one character more into a line, surely where a line has much of it,
never where it has little.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from plan_tui.parse.common.spacing import is_latin
from plan_tui.text.traced import Place, Traced

SHORT = 3.0
"""A line that lacks this much is no full line, whatever it ends in."""
INDENT = 1.0
"""A first line's indent."""
_GAP = 0.25
"""The gap between Japanese and Latin characters, where it is open."""
_MARK_DIGIT = 0.33
"""A raised digit of a footnote mark."""
_SQUEEZED = "、。，．・：；？！（）「」『』【】〔〕“”"
_NO_LINE_START = "、。，．・：；？！）」』】〕］｝〉》々％"
_NO_LINE_END = "（「『【〔［｛〈《"
_NARROW = "•‘’“”…"
"""Signs that Unicode leaves open but the text's font sets half width."""
_HEAD = re.compile(rf"[{_NO_LINE_END}]*(?:[!-~]+|.)[{_NO_LINE_START}]*")
_OPEN_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[0-9A-Za-z])")
_SENTENCE_END = re.compile(r"[。！？][」』）]*$")


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line of the body."""

    text: Traced
    """Without blanks at its ends; footnote marks are still in it."""
    width: float
    """Its least width, all gaps shut."""
    set_width: float
    """The width it was set in, as far as its blanks tell."""

    @property
    def ends_sentence(self) -> bool:
        """Whether its last character closes a sentence."""
        return bool(_SENTENCE_END.search(self.text.text))


def printed(text: Traced, marks: Collection[Place]) -> Printed:
    """Return ``text`` as a printed line; ``marks`` are the places of footnote marks."""
    text = text.strip()
    gap = _GAP if _OPEN_GAP.search(text.text) else 0.0
    return Printed(text, width(text, marks), width(text, marks, gap))


def width(text: Traced, marks: Collection[Place] = (), gap: float = 0.0) -> float:
    """Return how wide a text was printed, with ``gap`` between Japanese and Latin."""
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
                total += 0.5 * blank
            elif before.isalnum() and character.isalnum():
                total += gap * (is_latin(before) != is_latin(character))
            before, blank = character, False
    return total


def _advance(character: str) -> float:
    wide = unicodedata.east_asian_width(character) in "WFA" and character not in _NARROW
    return 1.0 if wide else 0.5


def head(text: str) -> str:
    """Return what had to move to the next line together: the text's first word or character.

    A Latin word or number is not broken; what may not stand at a line's start or end stays
    with its neighbour.
    """
    found = _HEAD.match(text)
    return found.group() if found else ""


def squeeze(text: str) -> tuple[float, float]:
    """Return how much more than its width a line surely, and likely, takes by squeezing."""
    signs = sum(character in _SQUEEZED for character in text)
    pairs = len(re.findall(rf"(?<=[{_SQUEEZED}])[{_SQUEEZED}]", text))
    room = 0.2 * signs + 0.3 * pairs
    hanging = 0.45 if text.endswith(("、", "。")) else 0.0
    return max(0.0, math.floor(room - 0.15)), math.floor(room + 0.05) + hanging


def measure(lines: Iterable[Printed], least: float = 20.0) -> float | None:
    """Return the width of a full line: the commonest among lines of at least ``least``.

    Lines without Latin and with little punctuation count alone, if there are any.
    """
    wide = [line for line in lines if line.width >= least]
    plain = [line for line in wide if _is_plain(line.text.text)]
    counts = Counter(round(line.width) for line in plain or wide)
    if not counts:
        return None
    most = max(counts.values())
    return float(max(found for found, count in counts.items() if count == most))


def _is_plain(text: str) -> bool:
    signs = sum(character in _SQUEEZED for character in text)
    return signs <= 3 and not text.endswith(("、", "。")) and not any(map(is_latin, text))


def unwrap(line: Traced, full: float, marks: Collection[Place]) -> list[Printed]:
    """Split a source line on which several printed lines stand into those lines.

    ``full`` is the page's full width. A blank parts two printed lines where the text before
    it fills a line; blanks inside a sentence of Japanese are the likeliest.
    """
    pieces: list[Printed] = []
    rest = line.strip()
    while width(rest, marks) > full + SHORT:
        cut = _best_break(rest, full, marks)
        if cut is None:
            break
        pieces.append(printed(rest[:cut], marks))
        rest = rest[cut:].strip()
    return [*pieces, printed(rest, marks)]


def _best_break(text: Traced, full: float, marks: Collection[Place]) -> int | None:
    best: tuple[bool, float, int] | None = None
    for found in re.finditer(r"\s+", text.text):
        reached = width(text[: found.start()], marks)
        if abs(reached - full) > 2 * SHORT:
            continue
        around = text.text[found.start() - 1] + text.text[found.end()]
        rank = (any(map(is_latin, around)), abs(reached - full), found.start())
        best = min(best, rank) if best else rank
    return best[2] if best else None


def ends_paragraph(lines: Sequence[Printed], index: int, full: float, *, indented: bool) -> bool:
    """Return whether a paragraph ends with ``lines[index]``, which is not the last one.

    ``full`` is the width of a full line, ``indented`` says that the line is a first line.
    """
    line, following = lines[index], lines[index + 1]
    room = full - INDENT * indented
    fused = line.text.last_line == following.text.first_line
    if fused or not line.ends_sentence:
        return _fits(line.width, line, following, room) and room - line.set_width >= SHORT
    return _fits(line.width, line, following, room) or _begins_paragraph(lines, index + 1, full)


def _fits(reached: float, line: Printed, following: Printed, room: float) -> bool:
    """Return whether the next line's head surely had room on a line of width ``reached``."""
    start = head(following.text.text)
    needed = reached + width(Traced.supplied(start))
    return needed <= room + squeeze(line.text.text + start)[0]


def _begins_paragraph(lines: Sequence[Printed], index: int, full: float) -> bool:
    """Return whether a full line is narrower than others by just a first line's indent."""
    line = lines[index]
    if index + 1 >= len(lines) or line.ends_sentence or full - line.width >= SHORT:
        return False
    if _fits(line.set_width, line, lines[index + 1], full):
        return True
    likely = full + squeeze(line.text.text)[1]
    return abs(line.set_width - likely + INDENT) < abs(line.set_width - likely)
