"""A deck's contents page: its entries, and which slide title stands for which entry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from plan_tui.parse.common.numbering import CIRCLED
from plan_tui.parse.slides.slide_text import clean
from plan_tui.parse.slides.units import SlideUnit
from plan_tui.text.record import record
from plan_tui.text.traced import Traced

_HEADING = re.compile(r"目\s*次")
_ENTRY = re.compile(
    r"\s*(?:-\s+)?(?P<label>第[0-9０-９]+[部章編]?(?=\s)|[0-9０-９]+[.．]|[(（][0-9０-９]+[)）])\s*"
    r"(?P<title>\S.*?)(?:[\s・.…‥]+[0-9０-９]+)?\s*$"
)
_SIMILAR = 0.75
"""How alike the titles of an entry and of its slide are at least (`similarity`). Slides word an
entry anew: true pairs in the source go down to 0.88. Below 0.6 pairs of different titles that share
their ending come in; they are few, since both must also follow each other in order."""
_ROUNDING = 1e-9
"""Sums of the same similarities in another order may differ by less than this."""


@record
class SlideContentsEntry:
    """One line of a contents page."""

    depth: int
    """From 1, by the style of its number."""
    label: Traced
    """The printed number, without blanks."""
    title: Traced
    line: Traced
    """The whole printed line."""


@record
class SlideContents:
    """A contents page and where it stands."""

    entries: tuple[SlideContentsEntry, ...]
    heading: Traced
    """The line with 目次."""
    start: int
    """0-based index of that line among the deck's lines."""
    end: int
    """0-based index after the last entry's line."""

    @property
    def deep(self) -> bool:
        """Whether the page lists more than one level of sections."""
        return any(entry.depth > 1 for entry in self.entries)


def read_contents(lines: Sequence[tuple[int, str]]) -> SlideContents | None:
    """Find the contents page in ``lines``, each with its 1-based number; None if there is none.

    It ends before the first line that is no entry, or that repeats the first entry.
    """
    start = next((i for i, (_, text) in enumerate(lines) if _HEADING.search(text)), None)
    if start is None:
        return None
    entries: list[SlideContentsEntry] = []
    styles: list[str] = []
    end = start + 1
    for index, (number, text) in enumerate(lines[start + 1 :], start + 1):
        if not text.strip():
            continue
        match = _ENTRY.match(text)
        if not match:
            break
        line = Traced.of_line(number, text)
        label = line[match.start("label") : match.end("label")].without_spaces()
        title = clean(line[match.start("title") : match.end("title")])
        if entries and _repeats(entries[0], label, title):
            break
        style = re.sub(r"[0-9０-９]+", "0", label.text)
        if style not in styles:
            styles.append(style)
        entries.append(SlideContentsEntry(styles.index(style) + 1, label, title, line))
        end = index + 1
    heading = Traced.of_line(*lines[start])
    return SlideContents(tuple(entries), heading, start, end) if entries else None


def _repeats(entry: SlideContentsEntry, label: Traced, title: Traced) -> bool:
    same_title = similarity(title.text, entry.title.text) >= _SIMILAR
    return same_title and label.text == entry.label.text


def fold_title(title: str) -> str:
    """Return a title for comparison: width and case folded, blanks and a leading ① left out."""
    plain = unicodedata.normalize("NFKC", re.sub(f"^{CIRCLED.pattern}", "", title))
    return "".join(plain.split()).casefold()


def similarity(first: str, second: str) -> float:
    """Return how alike two titles are when folded, 0 to 1 (`difflib`'s ratio)."""
    folded_first, folded_second = fold_title(first), fold_title(second)
    if folded_first == folded_second:
        return 1.0
    return SequenceMatcher(None, folded_first, folded_second, autojunk=False).ratio()


def align(
    entries: Sequence[SlideContentsEntry], units: Sequence[SlideUnit | None]
) -> dict[int, int]:
    """Match titles of slides to entries, both in order: unit's index → entry's index.

    ``units`` holds None where a unit cannot be a title. Of all alignments it is the one with the
    greatest sum of similarities, worked out by dynamic programming; of equal ones it takes the
    earliest slides, since a title that repeats belongs to the first slide that bears it.
    """
    candidates = [i for i, unit in enumerate(units) if unit is not None]
    rows, columns = len(candidates), len(entries)
    scores = [[0.0] * columns for _ in range(rows)]
    for row, index in enumerate(candidates):
        unit = units[index]
        assert unit is not None
        for column, entry in enumerate(entries):
            score = similarity(unit.text.text, entry.title.text)
            scores[row][column] = score if score >= _SIMILAR else 0.0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            paired = scores[row][column] and scores[row][column] + best[row + 1][column + 1]
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    return _backtrack(candidates, scores, best)


def _backtrack(
    candidates: Sequence[int], scores: Sequence[Sequence[float]], best: Sequence[Sequence[float]]
) -> dict[int, int]:
    """Return the alignment whose sum is ``best[0][0]``.

    ``best[row][column]`` is the greatest sum for the candidates and entries from there on.
    """
    matched: dict[int, int] = {}
    row = column = 0
    while row < len(scores) and column < len(scores[0]):
        score = scores[row][column]
        if score and score + best[row + 1][column + 1] >= best[row][column] - _ROUNDING:
            matched[candidates[row]] = column
            row, column = row + 1, column + 1
        elif best[row][column + 1] >= best[row][column] - _ROUNDING:
            column += 1
        else:
            row += 1
    return matched
