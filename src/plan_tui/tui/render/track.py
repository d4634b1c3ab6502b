"""A matter's deadlines and numbers over the editions: how each moved, with its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plan_tui.labels import terms
from plan_tui.model import headings
from plan_tui.model.enums import Movement
from plan_tui.model.tracks import Promise, Statement, Track
from plan_tui.text.day_names import Calendar, days
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import interface_terms
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, Style, fit, spread
from plan_tui.tui.themes import edition_role

NO_PROMISE = Phrase(
    "期限も数値も記載がありません（収録テキスト内）。",
    "No deadline and no number is named in the text we hold.",
)
SILENT = Phrase(
    "{edition}：収録テキストに記載は見つかっていません。",
    "{edition}: nothing found in the text we hold.",
)
GONE = Phrase("その後の版：記載なし（収録テキスト内）", "Later editions: not in the text we hold")
FIRST = Phrase("初出", "first")

_SHORT: dict[Movement, Phrase] = {
    **terms.MOVEMENT,
    Movement.EARLIER: Phrase("前倒し", "earlier"),
    Movement.LATER: Phrase("後ろ倒し", "later"),
    Movement.VAGUER: Phrase("曖昧化", "vaguer"),
    Movement.FIRMER: Phrase("具体化", "firmer"),
    Movement.DONE: Phrase("実施済み", "done"),
}
"""Movements in the list, where they stand whole; the track says them at length."""
_MOVES = {Movement.KEPT: "text", Movement.NEW: "good", Movement.DROPPED: "bad"}
_INDENT = "  "


def track_line(track: Track, columns: int, language: Language) -> Line:
    """Return one line: the matter, and how its deadlines and numbers moved."""
    moves = Counter(
        step.movement for promise in track.promises if promise.followed for step in promise.steps
    )
    said = "  ".join(
        f"{phrase.say(language)} {moves[name]}" for name, phrase in _SHORT.items() if moves[name]
    )
    left = [Piece(headings.title(track, language))]
    right = [Piece(f" {said} ", "muted")] if said else []
    return Line.of(*spread(left, right, columns))


def track_lines(
    track: Track, columns: int, language: Language, calendar: Calendar = Calendar.BOTH
) -> list[Line]:
    """Draw a matter: each deadline and number from edition to edition, then the silent editions."""
    made = Paragraph(headings.title(track, language), role="heading").lines(columns)
    if track.note:
        made += Paragraph(track.note, role="muted").lines(columns)
    made.append(EMPTY)
    for promise in track.promises:
        made += [*_promise(track, promise, columns, language, calendar), EMPTY]
    if not track.promises:
        made += [Line.of(Piece(NO_PROMISE.say(language), "muted")), EMPTY]
    for edition in track.silent:
        name = interface_terms.edition_name(edition.id, language)
        made += Paragraph(SILENT.say(language, edition=name), role="muted").lines(columns)
    return made


def _promise(
    track: Track, promise: Promise, columns: int, language: Language, calendar: Calendar
) -> list[Line]:
    """Draw a promise below what it is and, since a matter has several, whose it is."""
    what = terms.say(terms.WHAT, promise.what, language)
    whose = headings.title(promise.mentions[0].section, language)
    head = [Piece(f" {what} ", "tag")]
    head += [Piece(f"  {whose}", "label")] if whose != headings.title(track, language) else []
    made = [Line.of(*fit(head, columns))]
    first = promise.steps[0]
    if first.older is not None:
        made += _mention(first.older, FIRST, "muted", columns, language, calendar)
    for step in promise.steps:
        role = _MOVES.get(step.movement, "warning")
        if step.newer is not None:
            movement = terms.MOVEMENT[step.movement]
            made += _mention(step.newer, movement, role, columns, language, calendar)
        else:
            made.append(Line.of(Piece(_INDENT), Piece(GONE.say(language), "bad")))
    return made


def _mention(
    mention: Statement,
    movement: Phrase,
    role: str,
    columns: int,
    language: Language,
    calendar: Calendar,
) -> list[Line]:
    """Draw what one edition says: edition, movement, date or number; below it the sentence."""
    name = interface_terms.edition_name(mention.edition.id, language)
    shown = ""
    if mention.start or mention.end:
        shown = days(mention.start, mention.end, mention.basis, language, calendar)
    printed = " ".join(mention.text.split())
    head = [
        Piece(f"{_INDENT}{name}  ", edition_role(mention.edition.ordinal)),
        Piece(f"{movement.say(language)}  ", role),
    ]
    value = [Piece(f"{printed}  ", "strong"), Piece(shown, "muted")]
    key = mention.section.key
    right = [Piece(key, "muted")]
    made = [Line.of(*spread([*head, *value], right, columns), link=key)]
    if Line.of(*head, *value, *right).columns >= columns:
        # Nothing of a date, a number or a key is cut: the value goes below.
        made = [Line.of(*spread(head, right, columns), link=key)]
        indented = Line.of(Piece(_INDENT * 2), *value)
        rows = (
            [indented]
            if indented.columns <= columns
            else [Line.of(*indented.pieces[:2]), Line.of(Piece(_INDENT * 2), value[1])]
        )
        made += [Line(row.pieces, link=key) for row in rows]
    return made + [
        Line(one.pieces, link=mention.section.key) for one in _quotation(mention, columns)
    ]


def _quotation(mention: Statement, columns: int) -> Sequence[Line]:
    sentence = mention.quotation
    at = mention.place
    if sentence[at : at + len(mention.text)] != mention.text:
        at = sentence.find(mention.text)
    marks = (Style(at, at + len(mention.text), "hit"),) if at >= 0 else ()
    indent = (Piece(_INDENT * 2),)
    return Paragraph(sentence.rstrip("\n"), marks, first=indent, rest=indent).lines(columns)
