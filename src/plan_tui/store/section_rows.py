"""Stored sections and documents as objects, and the lists by which rows are asked for.

What texts hold stands in `plan_tui.store.row_objects`: a list of sections loads none of it.
"""

from __future__ import annotations

from plan_tui.model.outline_enums import DocumentKind, SectionKind
from plan_tui.model.outline_records import Document, Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

Row = tuple["Any", ...]

_SECTION_KINDS = {str(kind): kind for kind in SectionKind}
"""Quicker than the call of the enum: all sections are read again and again."""
DEEPEST = 99
"""More levels than any outline or list has."""
LEVELS = {level: level for level in range(DEEPEST + 1)}
# A level of a damaged row is refused like a word that is none: indented, it would fill the memory.

DOCUMENTS = """
    select id, edition_id, title, kind, dated, publisher, url, licence, source_file, sha256, lines,
           ordinal
    from documents
"""
"""Rows of `document`."""
SECTIONS = """
    select s.id, s.document_id, d.edition_id, s.parent_id, s.ordinal, s.depth, s.kind, s.label,
           s.title, s.key, s.citation, s.reading, s.title_en, s.toc_only, s.line_start, s.line_end,
           (select count(*) from sections c where c.parent_id = s.id) as children
    from sections s join documents d on d.id = s.document_id
"""
"""Rows of `section`; ``s`` is the section, ``d`` its document."""


def id_list(ids: Iterable[int]) -> str:
    """Return ids, each once, as the one value that `OF_SECTIONS` takes.

    A list of any length is one value, so the limit of SQLite's placeholders does not matter.
    """
    return f"[{','.join(map(str, dict.fromkeys(ids)))}]"


def word_list(words: Iterable[str]) -> str:
    """Return words as one value, for ``json_each``; `json` is loaded where it escapes some."""
    listed = list(words)
    if all(word.isprintable() and '"' not in word and "\\" not in word for word in listed):
        quoted = [f'"{word}"' for word in listed]
        return f"[{','.join(quoted)}]"
    import json

    return json.dumps(listed)


def section(row: Row) -> Section:
    """Return a row of `SECTIONS` as an object."""
    fields = list(row)
    fields[5], fields[6], fields[13] = LEVELS[row[5]], _SECTION_KINDS[row[6]], bool(row[13])
    return Section(*fields)


def document(row: Row) -> Document:
    """Return a row of `DOCUMENTS` as an object."""
    document_id, edition_id, title, kind, *rest = row
    return Document(document_id, edition_id, title, DocumentKind(kind), *rest)
