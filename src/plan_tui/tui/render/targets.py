"""Dated targets in lines: the bar above the list, rows, and the printed words in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.labels.place_names import cited
from plan_tui.labels.target_names import FIRMNESS, PAST, PAST_SHORT, year_name
from plan_tui.model import headings
from plan_tui.model.dated_targets import Target, TargetYear
from plan_tui.model.enums import Firmness
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT, width
from plan_tui.tui.icons import SECTION_ICONS
from plan_tui.tui.render.bars import cell
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, Style, fit, flowing, spread
from plan_tui.tui.render.marked_text import context_start, marked_pieces
from plan_tui.tui.themes import edition_role

COUNT = Phrase("{count}件", "{count}")
BINDS = Phrase("計画の語：{words}", "in the plan's words: {words}")
NO_END = Phrase("終わりの定めなし", "no end named")

_DATE, _DATE_SHORT = 18, 10
"""Columns kept for dates, in a wide window and in others; more where the list has a longer one.

A day has 10 in the Western calendar, ``2024-03-31``, and 18 in both. With a smaller number, titles
would stand elsewhere in a list that happens to have short dates alone.
"""
WIDE = 100
"""Columns from which dates stand in both calendars and each edition has a column of its own.

Chosen by eye: a row has some 40 columns before its title then, 8 of them for the second calendar.
"""
_NARROW = 70
"""Columns below which only vague dates are said to be so, at the row's end: 13 more for titles."""
_BEFORE = 24
"""Columns shown before a date that would else lie outside the line: twelve wide characters, as many
as say what is to be done by then. More of them leave less of what follows the date.
"""
_INDENT = 4
"""Columns before the second line of a row, which shows that it belongs to the first."""

LIST = Phrase("期限のある目標", "Dated targets")
TODAY = Phrase("{today}現在", "as of {today}")


def bar_pieces(
    notes: Sequence[Phrase], today: str, columns: int, language: Language
) -> tuple[list[Piece], list[Piece]]:
    """Return the left and the right of the list's bar: its name, the query's notes, today.

    ``notes`` come in pairs: what was typed, and what else could be. Where there is no room, the
    others go first, then the day, then the name.
    """
    name = [Piece(LIST.say(language), "strong")]
    both, typed = (
        [Piece(f"  {note.say(language)}") for note in chosen] for chosen in (notes, notes[::2])
    )
    day = [Piece(TODAY.say(language, today=today), "muted")]
    bars = [([*name, *both], day), ([*name, *typed], day), ([*name, *typed], [])]
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
    dates = {(target.start, target.end, target.basis): target for target in targets}
    sizes = (width(_date(target, columns, language, calendar)) for target in dates.values())
    return max(_DATE if columns >= WIDE else _DATE_SHORT, *sizes, 0)


def _date(target: Target, columns: int, language: Language, calendar: Calendar) -> str:
    """Return the days of a target, in one calendar alone where there is no room for both."""
    short = columns < WIDE and calendar is Calendar.BOTH
    return shown_days(target, language, Calendar.WESTERN if short else calendar)


def year_lines(
    group: TargetYear, columns: int, language: Language, calendar: Calendar
) -> Sequence[Line]:
    """Draw the heading of a year: a blank line, then its name and its number of targets."""
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

    A narrow row says of the firmness only that a date is vague, at its end.
    """
    firm = Piece(f" {FIRMNESS[target.firmness].say(language)} ", "tag")
    narrow = columns < _NARROW
    date = _date(target, columns, language, calendar)
    section = target.section
    left = [
        Piece("  "),
        *cell([Piece(date, "strong")], date_size),
        *(() if narrow else cell([firm], _firm_columns(language))),
        Piece(f"{section.edition_id} ", edition_role(ordinal)),
        Piece(f"{SECTION_ICONS[section.kind]} ", "muted"),
        Piece(f"{section.label} " if section.label else "", "label"),
        Piece(headings.title(section, language)),
    ]
    past = (PAST if columns >= WIDE else PAST_SHORT).say(language)
    right = [firm] if narrow and target.firmness is Firmness.ABOUT else []
    right += [Piece(f" {past} ", "muted")] if target.is_past(today) else []
    return Line.of(*spread(left, right, columns)), Line.of(*_around(target, columns))


def _firm_columns(language: Language) -> int:
    """Return the columns of the longest word for how firm a date is, with its blanks."""
    return max(width(phrase.say(language)) for phrase in FIRMNESS.values()) + 2


def _around(target: Target, columns: int) -> tuple[Piece, ...]:
    """Return the sentence on one line, cut at its start if the date would else not be seen."""
    start, end = target.sentence_range
    text = target.passage[start:end].replace("\n", " ").replace("\t", " ")
    at = target.offset - start
    after = at + len(target.text)
    room = columns - _INDENT - 1
    if width(text[:after]) > room:
        cut = context_start(text, at, _BEFORE)
        text, at, after = CUT + text[cut:], at - cut + 1, after - cut + 1
    return Piece(" " * _INDENT), *fit(marked_pieces(text, [(at, after)], "muted"), room)


def detail_lines(
    target: Target, columns: int, language: Language, calendar: Calendar, today: str
) -> list[Line]:
    """Draw the printed words of a target's date, what they mean, and its sentence in full."""
    head = [
        (Piece(" ".join(target.text.split()), "date"),),
        (Piece("› ", "muted"), Piece(shown_days(target, language, calendar), "strong")),
        (Piece(f" {FIRMNESS[target.firmness].say(language)} ", "tag"),),
    ]
    if target.modality:
        head.append((Piece(BINDS.say(language, words=target.modality), "muted"),))
    if target.is_open:
        head.append((Piece(NO_END.say(language), "muted"),))
    if target.is_past(today):
        head.append((Piece(PAST.say(language), "warning"),))
    start, end = target.sentence_range
    at = target.offset - start
    text = target.passage[start:end].replace("\t", " ")
    style = Style(at, at + len(target.text), "date")
    citation = Line.of(*fit([Piece(cited(target.section, language), "muted")], columns))
    return [*flowing(head, columns), citation, *Paragraph(text, (style,)).lines(columns)]
