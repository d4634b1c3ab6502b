"""The reader's notes as the screens ask for them, read anew where another program changed them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from plan_tui.errors import DataError
from plan_tui.model.place_notes import NamedSearch, NotedPlace, OwnNotes, PlaceNote, merged
from plan_tui.model.records import Section
from plan_tui.store import own_notes
from plan_tui.store.noted_places import as_now, by_section, noted_on, noted_places
from plan_tui.store.plan import Plan
from plan_tui.text.file_lock import SCREEN_PATIENCE
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced


class NoteKeeper:
    """The notes, marks and named searches over an open database, which is never written."""

    def __init__(self, plan: Plan, today: Callable[[], str], *, may_write: bool = True) -> None:
        """Make it; ``today`` gives the day (ISO) on which a note is written."""
        self._plan = plan
        self._today = today
        self.may_write = may_write
        """False to keep changes for this run alone, as in a browser."""
        self._unsaved: OwnNotes | None = None
        self._noted: tuple[OwnNotes, tuple[NotedPlace, ...]] | None = None
        self._by_key: Mapping[str, Sequence[NotedPlace]] = {}

    @property
    def problem(self) -> Phrase | None:
        """What is wrong with the file; None if nothing is."""
        try:
            own_notes.kept_notes()
        except DataError as error:
            return error.message
        return None

    @property
    def kept(self) -> OwnNotes:
        """All that is kept now; nothing where the file cannot be read."""
        if self._unsaved is not None:
            return self._unsaved
        try:
            return own_notes.kept_notes()
        except DataError:
            return OwnNotes()

    @property
    def places(self) -> tuple[NotedPlace, ...]:
        """Where the notes are now: in reading order, then those that are not there."""
        kept = self.kept
        if self._noted is None or self._noted[0] is not kept:
            self._noted = kept, noted_places(self._plan, kept) if kept.places else ()
            self._by_key = by_section(self._noted[1])
        return self._noted[1]

    def at(self, key: str) -> Sequence[NotedPlace]:
        """Return the notes on a section: under its key first, then those that followed it there."""
        return self._by_key.get(key, ()) if self.places else ()

    @property
    def marks(self) -> dict[str, NotedPlace]:
        """Letters → the marked places that are there."""
        marked = (place for place in self.places if place.section is not None)
        return {place.note.mark: place for place in marked if place.note.mark}

    @property
    def searches(self) -> tuple[NamedSearch, ...]:
        """The named searches."""
        return self.kept.searches

    def entry_on(self, section: Section, before: PlaceNote | None) -> PlaceNote:
        """Return an entry on a section as it is now, with what was kept there ``before``."""
        now = noted_on(self._plan, section, self._today())
        return as_now(before, now) if before else now

    # Changing

    def write(self, typed: PlaceNote, before: PlaceNote | None) -> PlaceNote | None:
        """Keep an entry in the place of another, as it was seen ``before``.

        Returns what is kept then; None if that is nothing.

        Raises:
            DataError: the file cannot be read or written, or an entry of it is at fault.

        """
        key = before.key if before else typed.key

        def change(notes: OwnNotes) -> OwnNotes:
            entry = merged(before, typed, notes.at(key))
            if typed.key != key:  # the heading moved; another program may have noted it there
                entry = merged(None, entry, notes.at(typed.key))
            return notes.with_place(entry, key)

        return self.change(change).at(typed.key)

    def mark(self, section: Section, letter: str) -> None:
        """Mark a section with a letter, wherever that stood before.

        Raises:
            DataError: the file cannot be read or written, or an entry of it is at fault.

        """
        there = self.at(section.key)
        key = there[0].note.key if there else section.key
        blank = noted_on(self._plan, section, self._today())

        def change(notes: OwnNotes) -> OwnNotes:
            kept = notes.at(key) or notes.at(section.key) or blank
            return notes.with_place(replaced(kept, mark=letter))

        self.change(change)

    def change(self, change: Callable[[OwnNotes], OwnNotes]) -> OwnNotes:
        """Change what is kept, as it is now, and return what is kept then.

        Raises:
            DataError: the file cannot be read or written, or an entry of it is at fault.

        """
        if self.may_write:
            return own_notes.change_notes(change, SCREEN_PATIENCE)
        self._unsaved = change(self.kept)
        return self._unsaved
