"""A deck's contents page: its entries, and the slides on which their sections stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from plan_tui.parse.slides.text import clean
from plan_tui.parse.slides.units import SlideUnit
from plan_tui.text.traced import Traced

_HEAD = re.compile(r"目\s*次")
_ENTRY = re.compile(
    r"\s*(?:-\s+)?(?P<label>第[0-9０-９]+[部章編]?(?=\s)|[0-9０-９]+[.．]|[(（][0-9０-９]+[)）])\s*"
    r"(?P<title>\S.*?)(?:[\s・.…‥]+[0-9０-９]+)?\s*$"
)
_SIMILAR = 0.75


@dataclass(frozen=True, slots=True)
class SlideContentsEntry:
    """One line of a contents page."""

    depth: int
    """From 1."""
    label: Traced
    title: Traced
    line: Traced
    """The whole printed line."""


@dataclass(frozen=True, slots=True)
class SlideContents:
    """A contents page and where it stands."""

    entries: tuple[SlideContentsEntry, ...]
    head: Traced
    start: int
    """0-based place of its first line among the lines."""
    end: int
    """0-based place after its last line."""

    @property
    def deep(self) -> bool:
        """True if the page lists more than one level of sections."""
        return any(entry.depth > 1 for entry in self.entries)


def read_contents(lines: Sequence[tuple[int, str]]) -> SlideContents | None:
    """Find the contents page in numbered lines; None if the deck has none.

    It ends before the first line that is no entry, or that begins the first entry again.
    """
    start = next((i for i, (_, text) in enumerate(lines) if _HEAD.search(text)), None)
    if start is None:
        return None
    entries: list[SlideContentsEntry] = []
    styles: list[str] = []
    end = start + 1
    for place, (number, text) in enumerate(lines[start + 1 :], start + 1):
        if not text.strip():
            continue
        found = _ENTRY.match(text)
        if not found:
            break
        line = Traced.of_line(number, text)
        label = line[found.start("label") : found.end("label")].without_spaces()
        title = clean(line[found.start("title") : found.end("title")])
        if entries and label.text == entries[0].label.text and _near(title, entries[0].title):
            break
        style = re.sub(r"[0-9０-９]+", "0", label.text)
        if style not in styles:
            styles.append(style)
        entries.append(SlideContentsEntry(styles.index(style) + 1, label, title, line))
        end = place + 1
    head = Traced.of_line(*lines[start])
    return SlideContents(tuple(entries), head, start, end) if entries else None


def _near(one: Traced, other: Traced) -> bool:
    return similarity(one.text, other.text) >= _SIMILAR


def fold_title(text: str) -> str:
    """Return a title for comparison: width and case folded, blanks and a leading ① left out."""
    plain = unicodedata.normalize("NFKC", re.sub(r"^[①-⑳]", "", text))
    return "".join(plain.split()).casefold()


def similarity(one: str, other: str) -> float:
    """Return how alike two titles are, 0 to 1."""
    first, second = fold_title(one), fold_title(other)
    if first == second:
        return 1.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def align(
    entries: Sequence[SlideContentsEntry], units: Sequence[SlideUnit | None]
) -> dict[int, int]:
    """Match titles of slides to entries, both in order: unit's place → entry's place.

    ``units`` holds None where a unit cannot be a title. The matching is the one with the
    greatest sum of likeness; of equal ones it takes the earliest slides, since a title that
    repeats belongs to the first slide that bears it.
    """
    candidates = [i for i, unit in enumerate(units) if unit is not None]
    rows, columns = len(candidates), len(entries)
    likeness = [[0.0] * columns for _ in range(rows)]
    for row, place in enumerate(candidates):
        unit = units[place]
        assert unit is not None
        for column, entry in enumerate(entries):
            value = similarity(unit.text.text, entry.title.text)
            likeness[row][column] = value if value >= _SIMILAR else 0.0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            paired = likeness[row][column] and likeness[row][column] + best[row + 1][column + 1]
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    return _walk(candidates, likeness, best)


def _walk(
    candidates: Sequence[int], likeness: Sequence[Sequence[float]], best: Sequence[Sequence[float]]
) -> dict[int, int]:
    matched: dict[int, int] = {}
    row = column = 0
    while row < len(likeness) and column < len(likeness[0]):
        value = likeness[row][column]
        if value and value + best[row + 1][column + 1] >= best[row][column] - 1e-9:
            matched[candidates[row]] = column
            row, column = row + 1, column + 1
        elif best[row][column + 1] >= best[row][column] - 1e-9:
            column += 1
        else:
            row += 1
    return matched
