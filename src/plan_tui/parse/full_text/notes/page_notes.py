"""Takes the footnotes of all pages out of a source."""

from __future__ import annotations

from plan_tui.model.enums import FurnitureKind
from plan_tui.parse.full_text.notes.marked_notes import take_endnotes, take_marked_notes
from plan_tui.parse.full_text.notes.note_bodies import NoteBody, NotesSoFar, name_notes
from plan_tui.parse.full_text.notes.small_notes import body_size, take_small_notes
from plan_tui.parse.full_text.unplaced import UnplacedText


def take_notes(text: UnplacedText) -> list[NoteBody]:
    """Take the footnotes' bodies out of the pages of ``text``, which is changed."""
    reading = NotesSoFar()
    size = body_size(text) if text.positioned else None
    for page in text.pages:
        taken = take_small_notes(text, page, reading, size) if size else False
        if not taken:
            take_marked_notes(text, page, reading)
    take_endnotes(text, reading)
    name_notes(reading.notes)
    for note in reading.notes:
        for sign in note.head.signs:
            text.put(FurnitureKind.FOOTNOTE_SIGN, sign)
    return reading.notes
