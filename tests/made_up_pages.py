"""Made-up sources for the tests: printed lines with fonts and edges, or the lines alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plan_tui.model.paged_text import CharacterBox, PagedText, PageLine, SourcePage
from plan_tui.text.width import char_width

BODY_SIZE = 10.5
LEFT, RIGHT, TOP = 70.0, 70.0 + 40 * BODY_SIZE, 780.0
PITCH = 18.0
MINCHO, GOTHIC = "MS-Mincho", "MS-Gothic"


@dataclass(frozen=True, slots=True)
class Print:
    """A printed line."""

    text: str
    font: str = MINCHO
    size: float = BODY_SIZE
    indent: float = 0.0
    """Ems of the body's type from the left edge."""
    space: float = 1.0
    """Distance to the line above, as a multiple of the usual one."""


def head(text: str, *, indent: float = 0.0, size: float = BODY_SIZE, space: float = 2.0) -> Print:
    """Return a heading in Gothic, with space above."""
    return Print(text, GOTHIC, size, indent, space)


def paragraph(words: str, lines: int = 2, *, indent: float = 0.0) -> list[Print]:
    """Return a paragraph of full lines about ``words``; its last line is short."""
    whole = 40 - round(indent)
    text = "\u3000" + (words + "について、関係者が協力して取り組み、その状況を公表する。") * (
        2 * lines
    )
    full = [text[i * whole : (i + 1) * whole] for i in range(lines - 1)]
    return [Print(line, indent=indent) for line in [*full, f"{words}を進める。"]]


def positioned(*pages: Iterable[Print]) -> PagedText:
    """Return a source with a box for each character; each argument is a page."""
    return PagedText(
        tuple(_page(number, list(lines), pages) for number, lines in enumerate(pages, 1))
    )


def _page(number: int, prints: Sequence[Print], pages: Sequence[Iterable[Print]]) -> SourcePage:
    first = 1 + sum(len(list(page)) for page in pages[: number - 1])
    lines = []
    baseline = TOP
    for offset, printed in enumerate(prints):
        baseline -= PITCH * (printed.space if offset else 0)
        lines.append(_line(first + offset, number, printed, baseline))
    return SourcePage(number, 595.0, 842.0, tuple(lines))


def _line(number: int, page: int, printed: Print, baseline: float) -> PageLine:
    boxes = []
    left = LEFT + printed.indent * BODY_SIZE
    for character in printed.text:
        right = left + printed.size * char_width(character) / 2
        boxes.append(CharacterBox(left, right, baseline, printed.size, printed.font))
        left = right
    return PageLine(number, printed.text, page, tuple(boxes))


def unpositioned(*pages: Iterable[Print], layout: bool = True) -> PagedText:
    """Return the same pages as text lines alone; with ``layout`` blanks stand for edges."""
    numbered = []
    number = 0
    for page, prints in enumerate(pages, 1):
        lines = []
        for printed in prints:
            number += 1
            blanks = " " * round(2 * printed.indent) if layout else ""
            lines.append(PageLine(number, blanks + printed.text, page))
        numbered.append(SourcePage(page, None, None, tuple(lines)))
    return PagedText(tuple(numbered))


def contents(*entries: tuple[str, float, int], width: int = 38) -> list[Print]:
    """Return a contents page: 目次, then entries of text, indent and page with a leader."""
    lines = [Print("目　次", GOTHIC)]
    for text, indent, page in entries:
        dots = "." * (2 * (width - round(indent)) - sum(map(char_width, text)) - len(str(page)))
        lines.append(Print(f"{text}{dots}{page}", indent=indent))
    return lines


def moved(prints: Iterable[Print], ems: float) -> list[Print]:
    """Return lines with another left edge."""
    return [replace(printed, indent=printed.indent + ems) for printed in prints]
