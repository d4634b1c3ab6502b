"""The marks of a state file of before, which knew nothing of notes: they become notes."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase, digits

from plan_tui.model.place_notes import OwnNotes, PlaceNote, mark_letter
from plan_tui.text.record import replaced

_LETTERS = ascii_lowercase + ascii_lowercase.upper() + digits


def taken_over(notes: OwnNotes, marks: Mapping[str, str], titles: Mapping[str, str]) -> OwnNotes:
    """Return notes with the marks of before, also those whose place is not there.

    Args:
        notes: what is kept already. A letter that leads to another place stays there; the mark
            gets the next free one.
        marks: letter → key.
        titles: letter → title of the marked section, by which the mark follows its heading.

    """
    for letter, key in marks.items():
        used = {place.mark: place.key for place in notes.places if place.mark}
        there = notes.at(key)
        if used.get(letter) == key or (there is not None and there.mark):
            continue
        letters = (*filter(None, (mark_letter(letter),)), *_LETTERS)
        free = (each for each in letters if each not in used)
        entry = there or PlaceNote(key, titles.get(letter, ""))
        notes = notes.with_place(replaced(entry, mark=next(free, letters[0])))
    return notes
