"""Reads a deck's lines as units: joins wrapped lines, splits off markers, reads tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.common.markup import strip_markup
from plan_tui.parse.slides.slide_tables import grid_items, is_table_line, table_block
from plan_tui.parse.slides.slide_text import clean, continues, ends_open, is_caption
from plan_tui.parse.slides.units import (
    SlideUnit,
    UnitKind,
    is_heading_line,
    split_items,
    split_marker,
)
from plan_tui.text.record import replaced
from plan_tui.text.traced import Traced

_LIST_DASH = re.compile(r"(\s*)-(?:\s+|$)")
_RESULT = re.compile(r"[⇒⇨]")
"""The sign of a remark that concludes the line above it, and belongs to that line."""
_FEWEST_FIGURE_LABELS = 3
"""Unmarked lines of one block that may be the labels of a figure. Two lines are more often one
wrapped phrase; 2 to 6 read the source alike, since its figures have more."""


def read_units(lines: Sequence[tuple[int, str]], furniture: FurnitureCollector) -> list[SlideUnit]:
    """Read ``lines``, each with its 1-based number; markup and captions go to ``furniture``."""
    units: list[SlideUnit] = []
    block: list[Traced] = []
    gap = 1  # a deck's first block counts as set off
    for number, text in [*lines, (0, "")]:
        if text.strip():
            block.append(Traced.of_line(number, text))
        elif block:
            units += _read_block(block, gap, furniture)
            block, gap = [], 1
        else:
            gap += 1
    return units


def join_open_lines(units: Sequence[SlideUnit]) -> list[SlideUnit]:
    """Join single lines that a text box wrapped with blank lines between them.

    A line that ends open (at a comma, slash or middle dot) goes on in the next one. So does an
    enumeration with slashes in a phrase below which a heading and its text follow at once.
    """
    joined: list[SlideUnit] = []
    for index, unit in enumerate(units):
        above = joined[-1] if joined and joined[-1].kind is UnitKind.TEXT else None
        if above and unit.solo and _is_continued(above, units, index):
            joined[-1] = replaced(above, text=clean(above.text, unit.text))
        else:
            joined.append(unit)
    return joined


def _is_continued(above: SlideUnit, units: Sequence[SlideUnit], index: int) -> bool:
    if above.solo and ends_open(above.text.text):
        return True
    return "/" in above.text.text and _is_end_of_enumeration(units, index)


def _is_end_of_enumeration(units: Sequence[SlideUnit], index: int) -> bool:
    """Return whether the phrase at ``index`` is followed by one heading, and this by its text."""
    phrases = [is_heading_line(unit) for unit in units[index : index + 3]]
    return phrases == [True, True, False] and units[index + 2].kind is UnitKind.TEXT


def _read_block(
    lines: Sequence[Traced], gap: int, furniture: FurnitureCollector
) -> list[SlideUnit]:
    """Read neighbouring lines without a blank line between them."""
    units: list[SlideUnit] = []
    table_lines: list[Traced] = []
    for line in [*lines, None]:
        if line is not None and is_table_line(line.text):
            table_lines.append(line)
            continue
        if table_lines:
            units += _table_units(table_lines, furniture)
            table_lines = []
        if line is None:
            break
        if is_caption(line.text):
            furniture.put(FurnitureKind.CAPTION, line)
            continue
        _add_line(units, strip_markup(line, furniture), furniture)
    if units:
        units[0] = replaced(units[0], gap=gap)
    return [item for unit in _join_plain_lines(units) for item in split_items(unit)]


def _table_units(lines: Sequence[Traced], furniture: FurnitureCollector) -> list[SlideUnit]:
    """Return a table as one unit, a grid of items as one or two units for each item."""
    items = grid_items(lines, furniture)
    if items is None:
        block = table_block(lines, furniture)
        return [SlideUnit(UnitKind.TABLE, block.text, table=block)] if block else []
    units = []
    for marker, heading, detail in items:
        units.append(SlideUnit(UnitKind.ENUM, clean(heading), marker, listed=True))
        if detail:
            units.append(SlideUnit(UnitKind.BULLET, clean(detail), level=1, listed=True))
    return units


def _add_line(units: list[SlideUnit], line: Traced, furniture: FurnitureCollector) -> None:
    """Append a line's unit; its text is cleaned when the whole block has been read."""
    dash = _LIST_DASH.match(line.text)
    level = min(len(dash.group(1)), 1) if dash else 0
    body = line[dash.end() :] if dash else line.strip()
    if dash and not body.strip():
        furniture.put(FurnitureKind.EMPTY_BULLET, line)
        return
    kind, marker, rest = split_marker(body.strip())
    sign = line[: dash.end()].strip() if dash else NOTHING
    if dash and kind is UnitKind.TEXT:
        kind, marker = UnitKind.BULLET, sign
    elif dash:
        furniture.put(FurnitureKind.LIST_DASH, sign)
    if kind is UnitKind.NOTE and _RESULT.match(marker.text) and units and _is_plain(units[-1]):
        units[-1] = replaced(units[-1], text=units[-1].text + marker + rest)
        return
    units.append(SlideUnit(kind, rest, marker, level, dash is not None))


def _is_plain(unit: SlideUnit) -> bool:
    return unit.kind is UnitKind.TEXT and not unit.dashed


def _join_plain_lines(units: list[SlideUnit]) -> list[SlideUnit]:
    """Join the plain lines of a block that continue the line above them; clean every text."""
    groups: list[list[SlideUnit]] = []
    for unit in units:
        if groups and _continues_group(groups[-1], unit):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    plain = [unit for unit in units if _is_plain(unit)]
    plain_groups = [group for group in groups if _is_plain(group[0])]
    many = len(plain) >= _FEWEST_FIGURE_LABELS
    # So many plain lines that are no sentence and do not all continue each other label a figure.
    if many and len(plain_groups) > 1 and not any(u.text.text.endswith("。") for u in plain):
        groups = [[unit] for unit in units]
    figure = many and len(groups) > 1 and len(plain) == len(groups)
    return [_joined_unit(group, figure, len(plain)) for group in groups]


def _continues_group(group: Sequence[SlideUnit], unit: SlideUnit) -> bool:
    """Return whether a line continues the lines of ``group``; a table and a bracket end there."""
    first = group[0]
    closed = first.kind is UnitKind.TABLE or (first.kind is UnitKind.NOTE and not first.marker)
    return _is_plain(unit) and not closed and continues(group[-1].text.text, unit.text.text)


def _joined_unit(group: list[SlideUnit], figure: bool, plain_lines: int) -> SlideUnit:
    """Return the unit of ``group``, which stands in a block of so many ``plain_lines``."""
    first = group[0]
    if first.kind is UnitKind.TABLE:
        return first
    text = clean(*(unit.text for unit in group))
    is_plain = _is_plain(first)
    return replaced(
        first,
        text=text,
        solo=is_plain and len(group) == 1 and plain_lines == 1,
        figure=is_plain and figure,
    )
