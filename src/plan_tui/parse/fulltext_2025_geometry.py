"""The geometry of a printed page, read off plain lines: widths, full lines, paragraph ends.

The text is set in a font of fixed widths, justified, each paragraph's first line indented by
one character. The extraction lost the indents but not the line breaks, so a line's width still
says whether the next word would have fitted (then the paragraph ended there), and whether a
line lacks just the indent (then a paragraph begins with it). Widths are in full-width characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from plan_tui.parse.spacing import is_latin
from plan_tui.text.traced import Place, Traced

AUTOSPACE = 0.25
"""The gap that a typesetter leaves between a Japanese and a Latin character."""
SHORT = 3.0
"""A line that lacks this much is no full line, whatever it ends in."""
_TOLERANCE = 0.6
_NO_LINE_START = (
    "、。，．・：；？！）」』】〕］｝〉》ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々％"
)
_NO_LINE_END = "（「『【〔［｛〈《"
_SENTENCE_END = re.compile(r"[。！？][」』）]*$")


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line of the body."""

    text: Traced
    """Without blanks at its ends; footnote marks are still in it."""
    width: float
    """In full-width characters, footnote marks not counted."""

    @property
    def ends_sentence(self) -> bool:
        """Whether its last character closes a sentence."""
        return bool(_SENTENCE_END.search(self.text.text))


def printed(text: Traced, marks: Collection[Place]) -> Printed:
    """Return ``text`` as a printed line; ``marks`` are the places of footnote marks."""
    text = text.strip()
    return Printed(text, width(text, marks))


def width(text: Traced, marks: Collection[Place] = ()) -> float:
    """Return how wide a text was printed, marks at the places ``marks`` left out."""
    total = 0.0
    before = ""
    for character, place in zip(text.text, text.places, strict=True):
        if place in marks:
            continue
        if character == " " or character == "\t":
            total += 0.5 if before and is_latin(before) else 0.0
            continue
        wide = unicodedata.east_asian_width(character) in "WFA"
        total += 1.0 if wide else 0.5
        if before and _is_word(before) and _is_word(character):
            total += AUTOSPACE * (is_latin(before) != is_latin(character))
        before = character
    return total


def _is_word(character: str) -> bool:
    return character.isalnum()


def measure(lines: Iterable[Printed], least: float = 20.0) -> float | None:
    """Return the width of a full line: the commonest among lines of at least ``least``."""
    counts = Counter(round(line.width) for line in lines if line.width >= least)
    if not counts:
        return None
    most = max(counts.values())
    return float(max(found for found, count in counts.items() if count == most))


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


def head_width(text: str) -> float:
    """Return the width of what had to move to the next line together: the text's first word.

    A Latin word or number is not broken; what may not stand at a line's start or end stays
    with its neighbour.
    """
    head = re.match(rf"[{_NO_LINE_END}]*(?:[!-~]+|.)[{_NO_LINE_START}]*", text)
    return width(Traced.supplied(head.group())) if head else 0.0


def ends_paragraph(lines: Sequence[Printed], index: int, full: float) -> bool:
    """Return whether a paragraph ends with ``lines[index]``, which is not the last one."""
    line, following = lines[index], lines[index + 1]
    slack = full - line.width
    fits = slack >= head_width(following.text.text) + _TOLERANCE
    if line.ends_sentence:
        return fits or _lacks_indent(lines, index + 1, full)
    return fits and slack >= SHORT


def _lacks_indent(lines: Sequence[Printed], index: int, full: float) -> bool:
    """Return whether a full line is narrower by just a first line's indent."""
    if index + 1 >= len(lines):
        return False
    slack = full - lines[index].width
    head = head_width(lines[index + 1].text.text)
    return head - _TOLERANCE / 2 <= slack < SHORT
