"""What a later edition says of a measure: in a cell of the list, and at length below it."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.later_names import place_in_column, place_words, step_words
from plan_tui.labels.promise_names import MOVEMENTS_SHORT
from plan_tui.model import headings
from plan_tui.model.comparison_enums import ChangeGroup
from plan_tui.model.later_editions import LaterEdition
from plan_tui.model.records import MeasureCard
from plan_tui.model.tracks import PromiseStep
from plan_tui.text.calendar import DateBasis
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui.render.line import EMPTY, Line, Piece, indented
from plan_tui.tui.themes import edition_role

LATER = Phrase("後の版", "Later editions")
_ROLES = {
    ChangeGroup.DROPPED: "strong",
    ChangeGroup.UNKNOWN: "muted",
    ChangeGroup.SUGGESTED: "warning",
}
_FISCAL_YEAR = Phrase("{year}年度", "FY{year}")
_FIRST_DAY = "-04-01"
"""Of a fiscal year."""
_WITH_VALUE, _WITH_MOVEMENT = 14, 24
"""Columns of a cell from which a deadline or number has room, and from which how it moved."""


def later_pieces(
    card: MeasureCard, edition_id: str, columns: int, language: Language, calendar: Calendar
) -> list[Piece]:
    """Say in a cell what an edition says: where the measure went, and a new value, and how many.

    The last piece, if there are three, counts the further values.
    """
    later = next((each for each in card.later if each.edition.id == edition_id), None)
    if later is None:
        return []
    word = place_in_column(later, language)
    pieces = [Piece(word, _ROLES.get(later.group, "label"))]
    step = later.foremost
    if step is None or columns < _WITH_VALUE:
        return pieces
    more = f" +{len(later.named) - 1}" if len(later.named) > 1 else ""
    value = _value(step, columns - width(f"{word} {more}"), language, calendar)
    if columns >= _WITH_MOVEMENT:
        value = f"{value} {MOVEMENTS_SHORT[step.movement].say(language)}"
    pieces.append(Piece(f" {value}", "muted" if step.suggested else "text"))
    return [*pieces, Piece(more, "muted")] if more else pieces


def _value(step: PromiseStep, room: int, language: Language, calendar: Calendar) -> str:
    """Return a number as printed, or a deadline: its days, or its last month or year if need be.

    A fiscal year is never told by the year in which it ends.
    """
    newer = step.newer
    if newer is None:
        return ""
    if newer.basis is None:
        return " ".join(newer.text.split())
    words = days(newer.start, newer.end, newer.basis, language, calendar)
    day, wave = (newer.end, "") if newer.end else (newer.start or "", "～")
    month, year = day[: len("2025-03")], day[: len("2025")]
    if newer.basis is DateBasis.FISCAL_YEAR:
        is_whole = (newer.start or "").endswith(_FIRST_DAY) and newer.end != newer.start
        year = _FISCAL_YEAR.say(language, year=newer.start[2:4]) if newer.start and is_whole else ""
    shorter = [f"{each}{wave}" for each in (month, year) if each]
    return next((each for each in (words, *shorter) if width(each) <= room), words)


def later_detail(
    card: MeasureCard | None, columns: int, language: Language, calendar: Calendar
) -> list[Line]:
    """Say at length what the later editions say: relation, sections as links, values."""
    if card is None or not card.later:
        return []
    lines = [EMPTY, Line.of(Piece(LATER.say(language), "heading"))]
    for later in card.later:
        lines += _edition_lines(later, columns, language, calendar)
    return lines


def _edition_lines(
    later: LaterEdition, columns: int, language: Language, calendar: Calendar
) -> Sequence[Line]:
    name = Piece(edition_name(later.edition.id, language), edition_role(later.edition.ordinal))
    words = Piece(f"  {place_words(later, language)}", _ROLES.get(later.group, "text"))
    lines = [Line.of(Piece("  "), name, words)]
    for section in later.sections:
        text = f"{headings.heading(section, language)}  {section.key}"
        linked = indented(text, 4, columns, "link")
        lines += [Line(line.pieces, link=section.key) for line in linked]
    for step in later.told:
        lines += indented(step_words(step, language, calendar), 4, columns)
    return lines
