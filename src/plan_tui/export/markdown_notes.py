"""Writes a view as notes in Markdown: one a section, linked with each other, and an index."""

from __future__ import annotations

from plan_tui.export.markdown import markdown
from plan_tui.export.yaml_front_matter import front_matter
from plan_tui.model.outline_records import Attributed
from plan_tui.text.file_names import file_stems
from plan_tui.views.section_notes import SectionNote, SectionNotes

_INDEX = "index"


def note_files(
    notes: SectionNotes, attributed: Attributed, *, with_front_matter: bool = True
) -> dict[str, str]:
    """Return the Markdown of the index and of each note by the names of their files.

    Keys lead to the notes of their sections; blocks and KPIs have the anchors that Obsidian knows
    (``2021-M1-8.md#^b2``, ``#^progress-1``). Every system takes the names.
    """
    attribution = attributed()
    keys = [note.text.section.key for note in notes.notes]
    links = {key: f"{stem}.md" for key, stem in file_stems(keys, taken=[_INDEX]).items()}
    index = notes.index.document(attribution)
    head = front_matter(notes.index, index) if with_front_matter else ""
    files = {f"{_INDEX}.md": head + markdown(index, links)}
    for key, note in zip(keys, notes.notes, strict=True):
        document = note.document(attribution)
        head = front_matter(note.view, document, _aliases(note)) if with_front_matter else ""
        others = {other: file for other, file in links.items() if other != key}
        files[links[key]] = head + markdown(document, others, anchors=True)
    return files


def _aliases(note: SectionNote) -> tuple[str, ...]:
    """Return other names by which a note can be asked for."""
    section = note.text.section
    return tuple(dict.fromkeys((section.key, section.heading, section.citation)))
