"""Dated targets in lines: the year above them, the row, and the printed words in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from plan_tui.labels.terms import say
from plan_tui.model import headings
from plan_tui.model.dated_targets import Target, TargetYear
from plan_tui.model.enums import Firmness
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT, width
from plan_tui.tui import interface_terms
from plan_tui.tui.render.bars import BarPart, cell, number_cell, sign_of, stacked
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, Style, fit, spread
from plan_tui.tui.render.search import marked
from plan_tui.tui.themes import edition_role
from plan_tui.views.targets import FIRMNESS, PAST, sentence_at, year_name

COUNT = Phrase("{count}件", "{count}")
BINDS = Phrase("計画の語：{words}", "in the plan's words: {words}")
PRINTED = Phrase("記載", "printed")
NO_END = Phrase("終わりの定めなし", "no end named")

PAST_SHORT = Phrase("経過", "past")

_DATE = 18
_DATE_SHORT = 10
"""Columns kept for dates; more where the list has a longer one."""
_WIDE = 100
"""Columns from which each edition has a column of its own and dates stand in both calendars."""
_NARROW = 70
"""Columns below which the date's own form tells how firm it is."""
_NAME = 24
"""Columns of a year's name in the histogram."""
_BEFORE = 24
"""Columns kept before a date that would else lie outside the line."""


LIST = Phrase("期限のある目標", "Dated targets")
TODAY = Phrase("{today}現在", "as of {today}")


def bar_pieces(
    notes: Sequence[Phrase], today: str, columns: int, language: Language
) -> tuple[list[Piece], list[Piece]]:
    """Return what a bar says at its left and right: the list's name, the query's notes, today.

    ``notes`` come in pairs: what was typed, and what else could be. Where there is no room, the
    others go first, then the day, then the name.
    """
    name = [Piece(LIST.say(language), "strong")]
    every, typed = (
        [Piece(f"  {note.say(language)}") for note in chosen] for chosen in (notes, notes[::2])
    )
    day = [Piece(TODAY.say(language, today=today), "muted")]
    bars = [([*name, *every], day), ([*name, *typed], day), ([*name, *typed], [])]
    bars.append(([Piece("  ".join(note.say(language) for note in notes[::2]))], []))
    fitting = (bar for bar in bars if Line.of(*bar[0], *bar[1]).columns < columns)
    return next(fitting, bars[-1])


def shown_days(target: Target, language: Language, calendar: Calendar) -> str:
    """Return the days of a target in the chosen calendar."""
    return days(target.start, target.end, target.basis, language, calendar)


def date_columns(
    targets: Iterable[Target], columns: int, language: Language, calendar: Calendar
) -> int:
    """Return the columns that the dates of a list need."""
    shown = (width(_date(target, columns, language, calendar)) for target in targets)
    return max(_DATE if columns >= _WIDE else _DATE_SHORT, *shown, 0)


def _date(target: Target, columns: int, language: Language, calendar: Calendar) -> str:
    short = columns < _WIDE and calendar is Calendar.BOTH
    return shown_days(target, language, Calendar.WESTERN if short else calendar)


def year_lines(
    group: TargetYear, columns: int, language: Language, calendar: Calendar
) -> Sequence[Line]:
    """Draw the heading of a year: a blank line and its name."""
    name = year_name(group, language, calendar)
    count = COUNT.say(language, count=len(group.targets))
    return EMPTY, Line.of(*fit([Piece(name, "heading"), Piece(f"  {count}", "muted")], columns))


def target_lines(
    target: Target,
    ordinal: int,
    columns: int,
    date_size: int,
    language: Language,
    calendar: Calendar,
    today: str,
) -> Sequence[Line]:
    """Draw a target: date, firmness, edition and section; then the words around the date.

    A narrow row says of the firmness only that a date is about, at its end.
    """
    firm = Piece(f" {say(FIRMNESS, target.firmness, language)} ", "tag")
    narrow = columns < _NARROW
    date = _date(target, columns, language, calendar)
    section = target.section
    left = [
        Piece("  "),
        *cell([Piece(date, "strong")], date_size),
        *(() if narrow else cell([firm], _firm_columns(language))),
        Piece(f"{section.edition_id} ", edition_role(ordinal)),
        Piece(f"{interface_terms.ICONS.get(section.kind, ' ')} ", "muted"),
        Piece(f"{section.label} " if section.label else "", "label"),
        Piece(headings.title(section, language)),
    ]
    past = (PAST if columns >= _WIDE else PAST_SHORT).say(language)
    right = [firm] if narrow and target.firmness is Firmness.ABOUT else []
    right += [Piece(f" {past} ", "muted")] if target.is_past(today) else []
    return Line.of(*spread(left, right, columns)), Line.of(*_around(target, columns))


def _firm_columns(language: Language) -> int:
    return max(width(phrase.say(language)) for phrase in FIRMNESS.values()) + 2


def _around(target: Target, columns: int) -> tuple[Piece, ...]:
    """Return the sentence on one line, cut at its start if the date would else not be seen."""
    start, end = sentence_at(target)
    text = target.passage[start:end].replace("\n", " ").replace("\t", " ")
    at = target.offset - start
    after = at + len(target.text)
    room = columns - 5
    if width(text[:after]) > room:
        cut = at
        while cut > 0 and width(text[cut - 1 : at]) <= _BEFORE:
            cut -= 1
        text, at, after = CUT + text[cut:], at - cut + 1, after - cut + 1
    return Piece("    "), *fit(marked(text, [(at, after)], "muted"), room)


def detail_lines(
    target: Target, columns: int, language: Language, calendar: Calendar, today: str
) -> list[Line]:
    """Draw the printed words of a target's date, what they mean, and its sentence in full."""
    shown = shown_days(target, language, calendar)
    head = [
        Piece(" ".join(target.text.split()), "date"),
        Piece(" › ", "muted"),
        Piece(shown, "strong"),
        Piece("  "),
        Piece(f" {say(FIRMNESS, target.firmness, language)} ", "tag"),
    ]
    if target.modality:
        head.append(Piece(f"  {BINDS.say(language, words=target.modality)}", "muted"))
    if target.is_open:
        head.append(Piece(f"  {NO_END.say(language)}", "muted"))
    if target.is_past(today):
        head.append(Piece(f"  {PAST.say(language)}", "warning"))
    start, end = sentence_at(target)
    at = target.offset - start
    text = target.passage[start:end].replace("\t", " ")
    style = Style(at, at + len(target.text), "date")
    cited = Line.of(*fit([Piece(target.section.citation, "muted")], columns))
    return [Line.of(*fit(head, columns)), cited, *Paragraph(text, (style,)).lines(columns)]


def count_line(
    group: TargetYear,
    ordinals: Mapping[str, int],
    most: int,
    columns: int,
    language: Language,
    calendar: Calendar,
) -> Line:
    """Draw a year of the histogram: its name, its count, a bar, the count of each edition."""
    wide = columns >= _WIDE
    size = min(_NAME, columns // 2)
    counts = [
        number_cell(group.editions.get(edition, 0), len(edition) + 2, edition_role(ordinal))
        for edition, ordinal in ordinals.items()
    ]
    room = columns - size - 7
    room -= sum(width(piece.text) for piece in counts) if wide else 0
    parts = [
        BarPart(group.editions.get(edition, 0), sign_of(ordinal), edition_role(ordinal))
        for edition, ordinal in ordinals.items()
    ]
    pieces = [
        *cell([Piece(year_name(group, language, calendar), "label")], size),
        number_cell(len(group.targets), 4, "strong"),
        *cell(stacked(parts, most, room), room),
        *(counts if wide else ()),
    ]
    return Line.of(*fit(pieces, columns))


def legend(ordinals: Mapping[str, int]) -> list[Piece]:
    """Return the editions with their signs; on a wide screen they stand over their counts."""
    return [
        Piece(f"{sign_of(ordinal)} {edition} ", edition_role(ordinal))
        for edition, ordinal in ordinals.items()
    ]
