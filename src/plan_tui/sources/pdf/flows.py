"""The texts of a page that run in one direction each, the page seen as its main text is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from plan_tui.model.paged_text import CharacterBox
from plan_tui.sources.pdf.glyph import Glyph
from plan_tui.sources.pdf.page_frame import PageFrame
from plan_tui.sources.pdf.pdf_glyphs import PdfGlyph
from plan_tui.text.record import record, replaced

DOWNWARDS = 3
"""Quarter turns counter-clockwise of a text that runs down the page."""
LARGEST_STEP = 1.4
"""How far below each other characters of a column stand at most, in sizes of the type."""
MUCH, ALL_BUT = 40, 0.8
"""Steps, and their share of all, from which characters printed one by one are a column."""


@record
class PageFlows:
    """The page as it is read, and its texts."""

    frame: PageFrame
    upright: tuple[Glyph, ...]
    """What runs to the right on the page as seen."""
    others: tuple[tuple[Glyph, ...], ...]
    """What runs in another direction: written downwards, along a margin, across a stamp."""


def page_flows(frame: PageFrame, drawn: list[PdfGlyph]) -> PageFlows:
    """Turn the page until most of its text is upright, and tell its texts apart."""
    visible = [glyph for glyph in drawn if glyph.style.size > 0 and _is_seen(frame, glyph)]
    across = [glyph for glyph in visible if glyph.style.slanted]
    visible = [glyph for glyph in visible if not glyph.style.slanted]
    turns = Counter(glyph.style.turns for glyph in visible if not glyph.text.isspace())
    frame = frame.turned((turns.most_common(1)[0][0] - frame.turns) if turns else 0)
    # A text that the PDF draws with t turns is upright in a frame of t turns clockwise.
    by_turns: dict[int, list[PdfGlyph]] = {}
    for glyph in visible:
        by_turns.setdefault((glyph.style.turns - frame.turns) % 4, []).append(glyph)
    if _is_written_downwards(frame, by_turns.get(0, [])):
        columns = _in_columns(frame, by_turns.pop(0))
        by_direction = [columns]
    else:
        by_direction = []
    upright = tuple(_upright(frame, glyph) for glyph in by_turns.pop(0, []))
    for turn, glyphs in sorted(by_turns.items()):
        by_direction.append(tuple(_turned(frame, frame.turned(turn), glyph) for glyph in glyphs))
    return PageFlows(frame, upright, (*by_direction, *_stamps(frame, across)))


def _is_seen(frame: PageFrame, glyph: PdfGlyph) -> bool:
    """Whether any of it lies on the visible part of the page."""
    return (
        frame.left <= glyph.right
        and glyph.left <= frame.right
        and frame.bottom <= glyph.top
        and glyph.bottom <= frame.top
    )


def _is_written_downwards(frame: PageFrame, glyphs: list[PdfGlyph]) -> bool:
    """Whether most characters stand right below the one that is printed before them.

    Characters of one run tell; where each is printed alone, a list of labels below each other
    looks the same, so there must be much and hardly anything else.
    """
    steps = [_step(frame, last, glyph) for last, glyph in pairwise(glyphs)]
    together = Counter(step for step, same_run in steps if same_run)
    if together["right"] or together["down"]:
        return together["down"] > together["right"]
    return [step for step, _ in steps].count("down") >= max(MUCH, ALL_BUT * len(steps))


def _step(frame: PageFrame, last: PdfGlyph, glyph: PdfGlyph) -> tuple[str, bool]:
    """Return where a character stands from the one before it, and whether both are one run."""
    (x1, y1), (x2, y2) = frame.place(last.x, last.y), frame.place(glyph.x, glyph.y)
    x, y, size = x2 - x1, y1 - y2, last.style.size
    if abs(x) < size / 3 and size / 2 < y < LARGEST_STEP * size:
        step = "down"
    else:
        step = "right" if abs(y) < size / 3 and x > 0 else ""
    return step, last.style.run == glyph.style.run


def _upright(frame: PageFrame, glyph: PdfGlyph) -> Glyph:
    """Return a character of a text that runs to the right on the page as seen."""
    left, _, right, _ = frame.bounds(glyph.left, glyph.bottom, glyph.right, glyph.top)
    baseline = frame.place(glyph.x, glyph.y)[1]
    style = glyph.style
    box = _box(left, right, baseline, glyph)
    return Glyph(glyph.text, left, right, baseline, style.size, style.run, box)


def _turned(frame: PageFrame, flow: PageFrame, glyph: PdfGlyph) -> Glyph:
    """Return a character of a text that is upright in another frame."""
    left, bottom, right, _ = frame.bounds(glyph.left, glyph.bottom, glyph.right, glyph.top)
    return replaced(_upright(flow, glyph), box=_box(left, right, bottom, glyph))


def _in_columns(frame: PageFrame, glyphs: list[PdfGlyph]) -> tuple[Glyph, ...]:
    """Return what is written downwards; the middle of a column is its baseline."""
    turned = frame.turned(DOWNWARDS)
    columns: list[Glyph] = []
    for glyph in glyphs:
        bounds = (glyph.left, glyph.bottom, glyph.right, glyph.top)
        left, bottom, right, top = turned.bounds(*bounds)
        seen = frame.bounds(*bounds)
        seen_baseline = frame.place(glyph.x, glyph.y)[1]
        box = _box(seen[0], seen[2], seen_baseline, glyph)
        size = glyph.style.size
        middle = (bottom + top) / 2
        columns.append(Glyph(glyph.text, left, right, middle, size, glyph.style.run, box))
    return tuple(columns)


def _stamps(frame: PageFrame, glyphs: list[PdfGlyph]) -> Iterator[tuple[Glyph, ...]]:
    """Yield what runs across the page, each run a text in the order in which it is drawn."""
    for _, run in groupby(glyphs, key=lambda glyph: glyph.style.run):
        yield tuple(
            replaced(_upright(frame, glyph), left=place, right=place + 1, baseline=0.0)
            for place, glyph in enumerate(run)
        )


def _box(left: float, right: float, baseline: float, glyph: PdfGlyph) -> CharacterBox:
    places = (round(left, 2), round(right, 2), round(baseline, 2))
    return CharacterBox(*places, glyph.style.size, glyph.style.font)
