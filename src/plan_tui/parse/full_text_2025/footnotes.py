"""Footnotes of the 2025 layout: bodies fused on the lines above the page number, marks in text.

A mark is a number glued to the word before it. What tells it from any other number is the
sequence: the page's footnotes say which numbers must occur on it, in order, so the marks are
the best ascending choice among all places where those digits stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.model.parsed import ParsedFootnote
from plan_tui.parse.common.spacing import tidy
from plan_tui.parse.full_text_2025.geometry import measure, printed, width
from plan_tui.text.traced import Place, Traced

Marks = dict[Place, str]
"""The place of each digit that belongs to a footnote's mark → the footnote's number."""

_CLOSES = tuple("。．.）)」』")
_ADDRESS = re.compile(r"https?://\S+$")
_COUNTED = re.compile(
    r"[年月日時分秒件人万億兆円％%回条項号個社歳位割倍つ本枚台冊校種]|[かヶカ]国|[かヶカ]所|[かヶカ]月|[A-Za-z]"
)
_WORST = -3.0
"""A place less likely than this is not taken for a mark at all."""


@dataclass(frozen=True, slots=True)
class PageText:
    """A page taken apart."""

    body: tuple[Traced, ...]
    footnotes: tuple[ParsedFootnote, ...]
    marks: Marks
    continued: Traced
    """The rest of the page before's last footnote, moved to this page; mostly empty."""


def take_footnotes(page: Sequence[Traced], first: int, unfinished: bool) -> PageText:
    """Take the footnotes off the foot of a page.

    ``first`` is the number that the next footnote must have; ``unfinished`` says that the one
    before it broke off at the end of the page before.
    """
    for start in range(len(page) - 1, -1, -1):
        head = re.match(rf"{first}\s", page[start].text)
        if not head:
            continue
        notes = split_notes(Traced.join(page[start:], " "), first)
        moved = 1 if unfinished and start else 0
        body = page[: start - moved]
        marks = locate_marks(body, [note.number.text for note in notes])
        if marks is not None:
            rest = page[start - 1] if moved else Traced()
            return PageText(tuple(body), tuple(notes), marks, rest)
    if unfinished and page:
        return PageText(tuple(page[:-1]), (), {}, page[-1])
    return PageText(tuple(page), (), {}, Traced())


def split_notes(block: Traced, first: int) -> list[ParsedFootnote]:
    """Split footnotes that share their lines; ``block`` begins with the number ``first``.

    The next one begins at its number where that stands alone after the end of a sentence.
    """
    notes: list[ParsedFootnote] = []
    start, number = 0, first
    while True:
        text_start = start + len(str(number))
        end = _next_note(block.text, text_start, number + 1)
        notes.append(ParsedFootnote(block[start:text_start], tidy(block[text_start:end])))
        if end is None:
            return notes
        start, number = end, number + 1


def _next_note(text: str, start: int, number: int) -> int | None:
    for found in re.finditer(rf"(?<=\s){number}(?=\s)", text[start:]):
        before = text[: start + found.start()].rstrip()
        if before.endswith(_CLOSES) or _ADDRESS.search(before):
            return start + found.start()
    return None


def breaks_off(page: Sequence[Traced], note: Traced) -> bool:
    """Return whether a page's last footnote goes on after the page's end.

    ``note`` is its text with the blanks that part printed lines. It does if its last line is
    full (footnotes are set smaller, so fuller than a line of the ``page``) and ends no sentence.
    """
    if note.text.rstrip().endswith(_CLOSES):
        return False
    full = measure(printed(line, ()) for line in page)
    last = re.split(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", note.text.rstrip())[-1]
    return full is not None and width(Traced.supplied(last)) > full + 5


def locate_marks(body: Sequence[Traced], numbers: Sequence[str]) -> Marks | None:
    """Find where the marks ``numbers`` stand in a page's lines, or None if one is missing.

    The choice ascends through the text and is, in sum, the likeliest.
    """
    Chosen = tuple[float, tuple[tuple[int, int], ...]]  # noqa: N806
    best: list[Chosen] = [(0.0, ())]
    for number in numbers:
        longer: list[Chosen] = []
        for line, column, score in _candidates(body, number):
            fitting = [c for c in best if not c[1] or c[1][-1] < (line, column)]
            if fitting:
                total, path = max(fitting, key=lambda choice: choice[0])
                longer.append((total + score, (*path, (line, column))))
        if not longer:
            return None
        best = longer
    _, path = max(best, key=lambda choice: choice[0])
    return {
        place: number
        for number, (line, column) in zip(numbers, path, strict=True)
        for place in body[line].places[column : column + len(number)]
        if place
    }


def _candidates(body: Sequence[Traced], number: str) -> list[tuple[int, int, float]]:
    found = []
    for index, line in enumerate(body):
        for match in re.finditer(rf"(?={number})", line.text):
            score = _likelihood(line.text, match.start(), match.start() + len(number))
            if score >= _WORST:
                found.append((index, match.start(), score))
    return found


def _likelihood(text: str, start: int, end: int) -> float:
    """Judge digits by their neighbours: 0 for glued to a word, less for part of a number."""
    before, after = text[:start], text[end:]
    if re.match(r"[0-9０-９]|[.,．，][0-9]", after) or re.search(r"[0-9０-９][.,．，]$", before):
        return 2 * _WORST
    score = 0.0
    if not before.strip() or before[-1].isspace():
        score -= 3
    elif re.search(r"(?<![0-9])(?:19|20)[0-9]{2}$", before) or re.search(r"[A-Za-z]$", before):
        score -= 1
    elif before[-1].isdigit():
        score -= 2
    elif before[-1] in "第約":
        score -= 3
    elif before[-1] in "、。（「":
        score -= 2
    if after[:1].isspace():
        score -= 2
    elif _COUNTED.match(after):
        score -= 3
    return score
