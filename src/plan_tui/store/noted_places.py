"""The places of a reader's notes in a database that may have been built anew since.

A note follows its heading: where its key names another one now, or none, it goes to the heading
with the same title in the same document. One that has none here stays, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from plan_tui.errors import PlanError
from plan_tui.model.place_notes import NotedPlace, NoteStanding, OwnNotes, PlaceNote
from plan_tui.model.records import Section, SectionText
from plan_tui.store.plan import Plan
from plan_tui.text.record import replaced
from plan_tui.text.sha256 import sha256
from plan_tui.text.tokens import fold_notation

_DIGITS = 16
"""Hexadecimal digits of a digest: two texts share them by chance in one of 2**64 pairs."""


def noted_on(plan: Plan, section: Section, day: str) -> PlaceNote:
    """Return an entry on a section without anything kept yet, as the section is now."""
    text = plan.section_text(section.key)
    return PlaceNote(
        key=section.key,
        heading=" ".join(section.title.split()),
        edition=section.edition_id,
        source=text.document.sha256,
        text=text_digest(text),
        day=day,
    )


def as_now(place: PlaceNote, now: PlaceNote) -> PlaceNote:
    """Return an entry with the section as it is ``now``; what is kept on it stays."""
    return replaced(now, mark=place.mark, tags=place.tags, note=place.note)


def noted_places(plan: Plan, notes: OwnNotes) -> tuple[NotedPlace, ...]:
    """Return where the notes are now: in reading order, then those that are not there."""
    texts = {text.section.key: text for text in _texts(plan, notes.places)}
    headings: dict[str, list[Section]] = {}
    places = []
    for note in notes.places:
        text = texts.get(note.key)
        if text is None or not _is_of(note, text):
            headings = headings or _by_heading(plan, notes.places)
        places.append(_noted_place(plan, note, text, headings))
    order = {each.id: each.ordinal for each in plan.documents()}
    return tuple(sorted(places, key=lambda place: _reading_order(place, order)))


def by_section(places: Iterable[NotedPlace]) -> dict[str, list[NotedPlace]]:
    """Return the notes that have a section by its key: those under this key come first."""
    by_key: dict[str, list[NotedPlace]] = {}
    for place in places:
        if place.section is not None:
            by_key.setdefault(place.section.key, []).append(place)
    for key, there in by_key.items():
        there.sort(key=lambda place: place.note.key != key)
    return by_key


def _texts(plan: Plan, notes: Sequence[PlaceNote]) -> list[SectionText]:
    sections = []
    for note in notes:
        try:
            sections.append(plan.section(note.key))
        except PlanError:
            continue
    return plan.section_texts(sections)


def _is_of(note: PlaceNote, text: SectionText) -> bool:
    """Tell whether a note is still on the section that its key names."""
    if not note.heading or fold_notation(note.heading) == fold_notation(text.section.title):
        return True
    return bool(text.blocks and note.text == text_digest(text))


def _noted_place(
    plan: Plan,
    note: PlaceNote,
    text: SectionText | None,
    headings: Mapping[str, Sequence[Section]],
) -> NotedPlace:
    """Return where a note is; ``text`` is that of the section that its key names, if any."""
    if text is not None and _is_of(note, text):
        return NotedPlace(note, text.section, _standing(note, text))
    others = headings.get(_heading_name(note.key, note.heading), ()) if note.heading else ()
    if len(others) == 1:
        there = plan.section_text(others[0].key)
        standing = _standing(note, there)
        moved = NoteStanding.MOVED if standing is NoteStanding.SAME else standing
        return NotedPlace(note, there.section, moved)
    if text is not None:
        return NotedPlace(note, None, NoteStanding.GONE, text.section.title)
    editions = {edition.id for edition in plan.editions()}
    is_held = not note.edition or note.edition in editions
    return NotedPlace(note, None, NoteStanding.GONE if is_held else NoteStanding.NOT_HELD)


def _standing(note: PlaceNote, text: SectionText) -> NoteStanding:
    renamed = note.heading and fold_notation(note.heading) != fold_notation(text.section.title)
    if not note.text or (note.text == text_digest(text) and not renamed):
        return NoteStanding.SAME
    same_source = note.source and note.source == text.document.sha256
    return NoteStanding.REREAD if same_source else NoteStanding.CHANGED


def _by_heading(plan: Plan, notes: Sequence[PlaceNote]) -> dict[str, list[Section]]:
    """Return the sections of the documents that notes are of, by `_heading_name`."""
    documents = {_document_of(note.key) for note in notes}
    sections: dict[str, list[Section]] = {}
    for section in plan.sections():
        if _document_of(section.key) in documents:
            sections.setdefault(_heading_name(section.key, section.title), []).append(section)
    return sections


def _heading_name(key: str, title: str) -> str:
    """Return what names a heading within the document that a key is of."""
    return f"{_document_of(key)}:{fold_notation(title)}"


def _document_of(key: str) -> str:
    """Return the part of a key that all keys of a document begin with."""
    return key.partition(":")[0]


def _reading_order(place: NotedPlace, documents: Mapping[str, int]) -> tuple[bool, int, int]:
    section = place.section
    if section is None:
        return True, 0, 0
    return False, documents.get(section.document_id, 0), section.ordinal


def text_digest(text: SectionText) -> str:
    """Return what tells the text under a heading from another: blocks, KPIs and footnotes."""
    parts = [f"{block.kind}\0{block.marker}\0{block.text}\0{block.table}" for block in text.blocks]
    parts += [f"{kpi.kind}\0{kpi.text}" for kpi in text.kpis]
    parts += [note.text for note in text.footnotes]
    return sha256("\0\0".join(parts).encode()).hexdigest()[:_DIGITS]
