"""Years of dated targets as bars: one a year, a stretch of it for each edition."""

from __future__ import annotations

from collections.abc import Mapping

from plan_tui.labels.target_names import year_name
from plan_tui.model.dated_targets import TargetYear
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.tui.render.bars import BarPart, cell, number_cell, sign_of, stacked
from plan_tui.tui.render.line import Line, Piece, columns_of, fit
from plan_tui.tui.render.targets import WIDE
from plan_tui.tui.themes import edition_role

_NAME = 24
"""Columns of a year's name: 22 have the longest names, in Japanese and both calendars."""
_COUNT = 4
"""Digits of a year's count."""


def year_bar_line(
    year: TargetYear,
    ordinals: Mapping[str, int],
    most: int,
    columns: int,
    language: Language,
    calendar: Calendar,
) -> Line:
    """Draw a year: its name, its count, a bar, and in a wide window the count of each edition.

    ``ordinals`` are those of the editions, ``most`` is the count of the year with the longest bar.
    """
    wide = columns >= WIDE
    name_size = min(_NAME, columns // 2)
    counts = [
        number_cell(year.editions.get(edition, 0), len(edition) + 2, edition_role(ordinal))
        for edition, ordinal in ordinals.items()
    ]
    before = [
        *cell([Piece(year_name(year, language, calendar), "label")], name_size),
        number_cell(len(year.targets), _COUNT, "strong"),
    ]
    behind = counts if wide else []
    room = columns - columns_of(before) - columns_of(behind) - 1
    parts = [
        BarPart(year.editions.get(edition, 0), sign_of(ordinal), edition_role(ordinal))
        for edition, ordinal in ordinals.items()
    ]
    bar = cell(stacked(parts, most, room), room)
    return Line.of(*fit([*before, *bar, *behind], columns))


def edition_legend(ordinals: Mapping[str, int], columns: int) -> list[Piece]:
    """Return the editions with their signs; on a wide screen they stand over their counts."""

    def pieces(between: str) -> list[Piece]:
        return [
            Piece(f"{sign_of(ordinal)}{between}{edition} ", edition_role(ordinal))
            for edition, ordinal in ordinals.items()
        ]

    spaced = pieces(" ")
    return spaced if columns_of(spaced) < columns else pieces("")
