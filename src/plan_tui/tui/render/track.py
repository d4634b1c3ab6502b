"""A matter's deadlines and numbers over the editions: how each moved, with its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from plan_tui.labels.absences import untold
from plan_tui.labels.change_names import CHANGE_GROUPS_SHORT, SUGGESTION
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.promise_names import (
    MOVEMENTS,
    MOVEMENTS_SHORT,
    PROMISE_KINDS,
    movement_phrase,
)
from plan_tui.model import headings
from plan_tui.model.comparison_enums import ChangeGroup, Movement
from plan_tui.model.tracks import Promise, Statement, Track
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT, width
from plan_tui.tui.commands import shown_key
from plan_tui.tui.render.line import (
    EMPTY,
    Line,
    Paragraph,
    Piece,
    Style,
    columns_of,
    fit,
    spread,
)
from plan_tui.tui.themes import edition_role

NO_PROMISE = Phrase(
    "期限も数値も記載がありません（収録テキスト内）。{key} で箇所を選んで本文を読めます。",
    "No deadline or number is named in the text held; press {key} for one of its sections.",
)
GONE = Phrase("その後の版：{words}", "Later editions: {words}")

_ROLES = {Movement.KEPT: "text", Movement.NEW: "label", Movement.DROPPED: "label"}
"""Movements that stand out no more than their text: nothing moved, or nothing is known of it."""
_LEAST_TITLE = 12
"""Columns of a title that counts leave, whatever there is to count: six wide characters."""
_INDENT = "  "
"""Before a statement; twice before its value and its sentence, which stand below it."""


def track_line(track: Track, columns: int, language: Language) -> Line:
    """Draw a matter in one line: its title, and how its deadlines and numbers moved.

    All movements are counted that its counts as text name; a sign says that some have no room.
    """
    steps = [step for promise in track.promises for step in promise.steps]
    counts = Counter(step.movement for step in steps if not step.suggested)
    told = [
        f"{phrase.say(language)} {counts[movement]}"
        for movement, phrase in MOVEMENTS_SHORT.items()
        if counts[movement]
    ]
    suggested = sum(step.suggested for step in steps)
    if suggested:
        told.append(f"{CHANGE_GROUPS_SHORT[ChangeGroup.SUGGESTED].say(language)} {suggested}")
    left = [Piece(headings.title(track, language))]
    room = columns - min(columns_of(left), _LEAST_TITLE) - 3  # a blank before, around each one
    moves = "  ".join(_fitting(told, room))
    right = [Piece(f" {moves} ", "muted")] if moves else []
    return Line.of(*spread(left, right, columns))


def _fitting(told: Sequence[str], columns: int) -> Sequence[str]:
    """Return counts, or as many of the first as have room behind which a sign tells of others."""
    for count in range(len(told), 0, -1):
        shown = [*told[:count], *([CUT] if count < len(told) else [])]
        if width("  ".join(shown)) <= columns:
            return shown
    return [CUT] if told else []


def track_lines(
    track: Track,
    columns: int,
    language: Language,
    calendar: Calendar = Calendar.BOTH,
    rebound: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> list[Line]:
    """Draw a matter: each deadline and number from edition to edition, then the silent editions."""
    lines = Paragraph(headings.title(track, language), role="heading").lines(columns)
    if track.note:
        lines += Paragraph(headings.note(track, language), role="muted").lines(columns)
    lines.append(EMPTY)
    for promise in track.promises:
        lines += [*_promise(track, promise, columns, language, calendar), EMPTY]
    if not track.promises:
        words = NO_PROMISE.say(language, key=shown_key("sections", rebound))
        lines += [Line.of(Piece(words, "muted")), EMPTY]
    for words in untold(track, lambda edition: edition_name(edition.id, language), language):
        lines += Paragraph(words, role="muted").lines(columns)
    return lines


def _promise(
    track: Track, promise: Promise, columns: int, language: Language, calendar: Calendar
) -> list[Line]:
    """Draw a promise below what it is and, since a matter has several, whose it is."""
    what = PROMISE_KINDS[promise.what].say(language)
    owner = headings.title(promise.statements[0].section, language)
    head = [Piece(f" {what} ", "tag")]
    head += [Piece(f"  {owner}", "label")] if owner != headings.title(track, language) else []
    lines = [Line.of(*fit(head, columns))]
    first = promise.steps[0]
    if first.older is not None:
        word = (SUGGESTION if first.older.suggested else MOVEMENTS[Movement.NEW]).say(language)
        movement = Piece(word, "muted")
        lines += _statement(first.older, movement, columns, language, calendar)
    for step in promise.steps:
        if step.newer is None:
            gone = GONE.say(language, words=MOVEMENTS[step.movement])
            lines.append(Line.of(Piece(_INDENT), Piece(gone, _ROLES[step.movement])))
            continue
        word = movement_phrase(step).say(language)
        movement = Piece(word, _ROLES.get(step.movement, "warning"))
        lines += _statement(step.newer, movement, columns, language, calendar)
    return lines


def _statement(
    statement: Statement,
    movement: Piece,
    columns: int,
    language: Language,
    calendar: Calendar,
) -> list[Line]:
    """Draw what one edition says: edition, movement, date or number; below it the sentence."""
    name = edition_name(statement.edition.id, language)
    meaning = ""
    if statement.basis:
        meaning = days(statement.start, statement.end, statement.basis, language, calendar)
    head = [
        Piece(f"{_INDENT}{name}  ", edition_role(statement.edition.ordinal)),
        Piece(f"{movement.text}  ", movement.role),
    ]
    printed = " ".join(statement.printed.split())
    value = [Piece(f"{printed}  ", "strong"), Piece(meaning, "muted")]
    lines = _value_lines(head, value, statement.section.key, columns)
    lines += _quotation(statement, columns)
    return [Line(line.pieces, link=statement.section.key) for line in lines]


def _value_lines(
    head: Sequence[Piece], value: Sequence[Piece], key: str, columns: int
) -> list[Line]:
    """Draw a value behind its head, or below it: nothing of a date, a number or a key is cut."""
    right = [Piece(key, "muted")]
    if Line.of(*head, *value, *right).columns < columns:
        return [Line.of(*spread([*head, *value], right, columns))]
    indent = Piece(_INDENT * 2)
    below = Line.of(indent, *value)
    parts = [below] if below.columns <= columns else [Line.of(indent, part) for part in value]
    return [Line.of(*spread(head, right, columns)), *parts]


def _quotation(statement: Statement, columns: int) -> list[Line]:
    """Draw the sentence of a statement, its words marked."""
    sentence, words = statement.quotation, statement.text
    at = statement.place
    if sentence[at : at + len(words)] != words:
        at = sentence.find(words)
    marks = (Style(at, at + len(words), "hit"),) if at >= 0 else ()
    indent = (Piece(_INDENT * 2),)
    return Paragraph(sentence.rstrip("\n"), marks, first=indent, rest=indent).lines(columns)
