"""A reader's own notes, as tests keep them; and the made-up plan as a later build leaves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plan_tui.model.place_notes import (
    NamedSearch,
    OwnNotes,
    PlaceNote,
)
from tests.worlds.altered import altered

OWL = PlaceNote(
    "2021:1.1", "梟の棚", "2021", "ab", "cd", "a", ("要確認", "棚"), "一行", "2026-04-01"
)
SEARCH = NamedSearch("期限", ("targets", "due:2026"))

WRITTEN = """# mine
# two lines

[[place]]  # of mine
key = "2021:1.1"
note = '''
first
second'''

# about the search
[[search]]
name = "Ｎ"
command = "targets due:2026"

[[place]]
key = "2021:2"
mark = "b"
# at the end
"""


def keeping(*entries: PlaceNote | NamedSearch) -> Callable[[OwnNotes], OwnNotes]:
    """Return the change that adds entries."""

    def change(notes: OwnNotes) -> OwnNotes:
        for entry in entries:
            if isinstance(entry, PlaceNote):
                notes = notes.with_place(entry)
            else:
                notes = notes.with_search(entry)
        return notes

    return change


def later_build(database: Path, target: Path) -> Path:
    """Write the made-up plan as a later build could leave it."""
    section = "(select id from sections where key = '2021:M1-2')"
    return altered(
        database,
        target,
        f"update blocks set text = text || '。' where section_id = {section}",
        "update sections set key = '2021:9' where key = '2021:1.1'",
        "delete from sections where key = '2025:2.1'",
        "update sections set title = '別の見出し' where key = '2022:1'",
        "update documents set sha256 = 'new' where id = 'plan-2021'",
    )
