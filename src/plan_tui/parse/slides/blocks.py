"""From a deck's lines to its units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import NOTHING
from plan_tui.parse.common.markup import Leftovers, strip_markup
from plan_tui.parse.slides.slide_tables import grid_items, is_table_line, table_block
from plan_tui.parse.slides.text import clean, continues, ends_open, is_caption
from plan_tui.parse.slides.units import SlideUnit, UnitKind, is_head_line, split_items, split_marker
from plan_tui.text.traced import Traced

_DASH = re.compile(r"(\s*)-(?:\s+|$)")
_RESULT = re.compile(r"[⇒⇨]")


def read_units(lines: Sequence[tuple[int, str]], left: Leftovers) -> list[SlideUnit]:
    """Read numbered lines (1-based) as units; markup and captions go to ``left``."""
    units: list[SlideUnit] = []
    block: list[Traced] = []
    gap = 1
    for number, text in [*lines, (0, "")]:
        if text.strip():
            block.append(Traced.of_line(number, text))
        elif block:
            units += _read_block(block, gap, left)
            block, gap = [], 1
        else:
            gap += 1
    return units


def join_open(units: Sequence[SlideUnit]) -> list[SlideUnit]:
    """Join bare lines that a text box's wrap set apart as if they were paragraphs.

    A line that ends open (at a comma, slash or middle dot) goes on in the next one. So does an
    enumeration with slashes in a phrase below which a head and its text follow at once.
    """
    joined: list[SlideUnit] = []
    for place, unit in enumerate(units):
        above = joined[-1] if joined and joined[-1].kind is UnitKind.TEXT else None
        if (
            above
            and unit.solo
            and (
                (above.solo and ends_open(above.text.text))
                or ("/" in above.text.text and _is_tail(units, place))
            )
        ):
            joined[-1] = replace(above, text=clean(above.text, unit.text))
        else:
            joined.append(unit)
    return joined


def _is_tail(units: Sequence[SlideUnit], place: int) -> bool:
    """Return whether just one head follows the phrase at ``place``, and then the head's text."""
    phrases = [is_head_line(unit) for unit in units[place : place + 3]]
    return phrases == [True, True, False] and units[place + 2].kind is UnitKind.TEXT


def _read_block(lines: Sequence[Traced], gap: int, left: Leftovers) -> list[SlideUnit]:
    """Read neighbouring lines without a blank line between them."""
    units: list[SlideUnit] = []
    pending: list[Traced] = []
    for line in [*lines, None]:
        if line is not None and is_table_line(line.text):
            pending.append(line)
            continue
        if pending:
            units += _table_units(pending, left)
            pending = []
        if line is None:
            break
        if is_caption(line.text):
            left.put(FurnitureKind.CAPTION, line)
            continue
        _add_line(units, strip_markup(line, left), left)
    if units:
        units[0] = replace(units[0], gap=gap)
    return [part for unit in _plain_lines(units) for part in split_items(unit)]


def _table_units(rows: Sequence[Traced], left: Leftovers) -> list[SlideUnit]:
    items = grid_items(rows, left)
    if items is None:
        block = table_block(rows, left)
        return [SlideUnit(UnitKind.TABLE, block.text, table=block)] if block else []
    units = []
    for marker, head, detail in items:
        units.append(SlideUnit(UnitKind.ENUM, clean(head), marker, listed=True))
        if detail:
            units.append(SlideUnit(UnitKind.BULLET, clean(detail), level=1, listed=True))
    return units


def _add_line(units: list[SlideUnit], line: Traced, left: Leftovers) -> None:
    """Append a line's unit; raw text is kept until the whole block is read."""
    dash = _DASH.match(line.text)
    level = min(len(dash.group(1)), 1) if dash else 0
    body = line[dash.end() :] if dash else line.strip()
    if dash and not body.strip():
        left.put(FurnitureKind.EMPTY_BULLET, line)
        return
    kind, marker, rest = split_marker(body.strip())
    sign = line[: dash.end()].strip() if dash else NOTHING
    if dash and kind is UnitKind.TEXT:
        kind, marker = UnitKind.BULLET, sign
    elif dash:
        left.put(FurnitureKind.LIST_DASH, sign)
    if kind is UnitKind.NOTE and _RESULT.match(marker.text) and units and _is_plain(units[-1]):
        units[-1] = replace(units[-1], text=units[-1].text + marker + rest)
        return
    units.append(SlideUnit(kind, rest, marker, level, dash is not None))


def _is_plain(unit: SlideUnit) -> bool:
    return unit.kind is UnitKind.TEXT and not unit.dashed


def _plain_lines(units: list[SlideUnit]) -> list[SlideUnit]:
    """Join the plain lines that continue what stands above them, and clean every text."""
    joined: list[list[SlideUnit]] = []
    for unit in units:
        goes_on = (
            _is_plain(unit)
            and joined
            and joined[-1][0].kind is not UnitKind.TABLE
            and not (joined[-1][0].kind is UnitKind.NOTE and not joined[-1][0].marker)
            and continues(joined[-1][-1].text.text, unit.text.text)
        )
        if goes_on:
            joined[-1].append(unit)
        else:
            joined.append([unit])
    plain = [unit for unit in units if _is_plain(unit)]
    runs = [group for group in joined if _is_plain(group[0])]
    # Three plain lines of which two do not run on are the labels of a figure: none is wrapped.
    if len(plain) > 2 and len(runs) > 1 and not any(u.text.text.endswith("。") for u in plain):
        joined = [[unit] for unit in units]
    figure = len(plain) > 2 and len(joined) > 1 and len(plain) == len(joined)
    return [_closed(group, figure, len(plain)) for group in joined]


def _closed(group: list[SlideUnit], figure: bool, plain: int) -> SlideUnit:
    first = group[0]
    if first.kind is UnitKind.TABLE:
        return first
    text = clean(*(unit.text for unit in group))
    is_plain = _is_plain(first)
    return replace(
        first,
        text=text,
        solo=is_plain and len(group) == 1 and plain == 1,
        figure=is_plain and figure,
    )
