"""The reader's own notes as lines: below a heading, as rows of their list, and whole."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.labels.note_names import (
    mark_words,
    noted_heading,
    noted_key,
    standing_words,
    tag_words,
)
from plan_tui.model.place_notes import NamedSearch, NotedPlace
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.icons import NOTE_ICON
from plan_tui.tui.render.line import Line, Paragraph, Piece, as_decoration, fit, spread
from plan_tui.tui.themes import edition_role

NAMED = Phrase("検索", "Search")
_INDENT = 4
"""Columns before the second line of a row, which shows that it belongs to the first."""


def note_signs(places: Sequence[NotedPlace]) -> list[Piece]:
    """Return the quiet signs beside a heading: the letters of marks, and that there is a note."""
    letters = "".join(place.note.mark for place in places)
    signs = [Piece(f"'{letters} ", "muted", decorative=True)] if letters else []
    if any(place.note.note or place.note.tags for place in places):
        signs.append(Piece(f"{NOTE_ICON} ", "muted", decorative=True))
    return signs


def note_lines(places: Sequence[NotedPlace], columns: int, language: Language) -> list[Line]:
    """Draw the notes on a section below its heading; no selection takes anything of them."""
    lines: list[Line] = []
    for place in places:
        first, rest = (Piece(f"{NOTE_ICON} ", "mark"),), (Piece("  "),)
        for line in place.note.note.split("\n") if place.note.note else ():
            lines += Paragraph(line, first=first, rest=rest).lines(columns)
            first = rest
        facts = "  ".join(filter(None, (tag_words(place), mark_words(place, language))))
        if facts:
            lines += Paragraph(facts, role="note", first=first, rest=rest).lines(columns)
        if words := standing_words(place, language):
            lines += Paragraph(words, role="warning", first=rest, rest=rest).lines(columns)
    return as_decoration(lines)


def note_row(
    place: NotedPlace, ordinal: int, columns: int, language: Language
) -> tuple[Line, Line]:
    """Draw a note in two lines: where it is, and what it says; ``ordinal`` is the edition's."""
    note = place.note
    mark = Piece(f"'{note.mark} " if note.mark else "   ", "mark", decorative=True)
    edition = place.section.edition_id if place.section else note.edition
    role = edition_role(ordinal) if place.section else "muted"
    left = [mark, Piece(f"{edition} ", role), Piece(noted_heading(place, language))]
    above = spread(left, [Piece(f"{noted_key(place)} ", "muted")], columns)
    standing = standing_words(place, language)
    words = [
        Piece(" " * _INDENT),
        Piece(f"{standing}  " if standing else "", "warning"),
        Piece("  ".join(note.note.split("\n")), "text"),
        Piece("  " if note.note and note.tags else ""),
        Piece(tag_words(place), "note"),
    ]
    return Line.of(*above), Line.of(*fit(words, columns - 1))


def search_row(search: NamedSearch, columns: int, language: Language) -> tuple[Line, Line]:
    """Draw a named search in two lines: its name, and its command."""
    left = [Piece("   "), Piece(f"{NAMED.say(language)} ", "label"), Piece(search.name)]
    below = [Piece(" " * _INDENT), Piece(search.command, "muted")]
    return Line.of(*fit(left, columns)), Line.of(*fit(below, columns - 1))


def whole_note(place: NotedPlace, columns: int, language: Language) -> list[Line]:
    """Draw a note whole."""
    lines = note_lines([place], columns, language)
    heading = Paragraph(noted_heading(place, language), role="heading").lines(columns)
    return [*heading, *lines]
