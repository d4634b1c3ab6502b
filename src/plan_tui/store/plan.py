"""The stored plan: one open database, and what the rooms above ask it most often."""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.model.outline_records import Attribution, Edition
from plan_tui.store import outline_queries
from plan_tui.store.connect import OpenDatabase
from plan_tui.store.outline_queries import DOCUMENTS, document, id_list, sections_where
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from plan_tui.model.records import (
        Block,
        Document,
        Link,
        MeasureCard,
        Section,
        SectionText,
    )

_NO_KEY = Phrase(
    "キーが{key!r}の見出しはありません。キーは`plan-tui search`と`plan-tui tree`で調べられます",
    "no section has the key {key!r}; `plan-tui search` and `plan-tui tree` print keys",
)
_ATTRIBUTION, _ATTRIBUTION_EN = "attribution_", "attribution_en_"
"""How the keys of `meta` begin whose values say where the text comes from."""


class Plan:
    """The stored plan. Belongs to the thread that opened it, if not for any; never writes.

    The file does not change while it is open, so editions and documents are read once.

    Raises:
        DataError: the file is missing, is not a database, or has another schema version; from
            any query, that the file is damaged.

    """

    def __init__(self, path: Path | str, *, any_thread: bool = False) -> None:
        self.database = OpenDatabase(path, any_thread=any_thread)
        """Asked by the room `store` alone."""
        self._editions: tuple[Edition, ...] | None = None
        self._documents: tuple[Document, ...] | None = None

    @property
    def file(self) -> Path:
        """The file of the database."""
        return self.database.file

    def __enter__(self) -> Plan:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def shrink(self) -> None:
        """Give back the memory of what was read, once nothing more is read for a while."""
        self.database.shrink()

    def interrupt(self) -> None:
        """End what another thread reads by this connection."""
        self.database.interrupt()

    def close(self) -> None:
        """Close the connection; the object is not usable afterwards."""
        self.database.close()

    # The whole

    def meta(self) -> dict[str, str]:
        """Return what the database says of itself: versions, digest, attribution."""
        return dict(self.database.rows("select key, value from meta order by key"))

    def attribution(self) -> Attribution:
        """Return what every export must carry."""
        lines = {key: line for key, line in self.meta().items() if key.startswith(_ATTRIBUTION)}
        printed = tuple(line for key, line in lines.items() if not key.startswith(_ATTRIBUTION_EN))
        english = tuple(line for key, line in lines.items() if key.startswith(_ATTRIBUTION_EN))
        return Attribution(printed, self.documents(), english)

    def editions(self) -> tuple[Edition, ...]:
        """Return all editions, oldest first."""
        if self._editions is None:
            sql = """select id, label, label_en, decided_on, ordinal, note, note_en from editions
                     order by ordinal"""
            self._editions = tuple(Edition(*row) for row in self.database.rows(sql))
        return self._editions

    def documents(self) -> tuple[Document, ...]:
        """Return all documents, oldest first."""
        if self._documents is None:
            sql = f"{DOCUMENTS} order by ordinal"
            self._documents = self.database.objects(document, sql)
        return self._documents

    def added(self) -> tuple[str, ...]:
        """Return the ids of the documents that the reader added, in the order of adding."""
        sql = "select id from added_documents order by ordinal"
        return tuple(str(document_id) for (document_id,) in self.database.rows(sql))

    def section_counts(self) -> dict[str, int]:
        """Return the number of each document's sections, contents-only entries left out."""
        sql = "select document_id, count(*) from sections where toc_only = 0 group by document_id"
        return dict(self.database.rows(sql))

    # The outline

    def sections(self, document_id: str | None = None) -> tuple[Section, ...]:
        """Return the outline of one document or of all, in reading order."""
        if document_id is None:
            return sections_where(self.database)
        return sections_where(self.database, "s.document_id = ?", document_id)

    def sections_of(self, edition: str, other: str) -> tuple[Section, ...]:
        """Return the outlines of two editions, in reading order."""
        return sections_where(self.database, "d.edition_id in (?, ?)", edition, other)

    def section_names(self) -> list[tuple[str, str]]:
        """Return the key and the citation of all sections, in reading order."""
        sql = """select s.key, s.citation from sections s join documents d on d.id = s.document_id
                 order by d.ordinal, s.ordinal"""
        return self.database.rows(sql)

    def children(self, document_id: str, parent_id: int | None = None) -> tuple[Section, ...]:
        """Return a section's direct children, or a document's top sections."""
        condition = "s.document_id = ? and s.parent_id is ?"
        return sections_where(self.database, condition, document_id, parent_id)

    def contents_only_children(self, section_ids: Iterable[int]) -> dict[int, int]:
        """Return how many direct children of sections are contents-only entries, by section id.

        Sections without any are left out.
        """
        sql = """select parent_id, count(*) from sections
                 where parent_id in (select value from json_each(?)) and toc_only = 1
                 group by parent_id"""
        return dict(self.database.rows(sql, id_list(section_ids)))

    def section(self, key: str) -> Section:
        """Return the section with this key.

        Raises:
            UsageError: there is none.

        """
        for section in sections_where(self.database, "s.key = ?", key):
            return section
        raise UsageError(_NO_KEY.of(key=key))

    def sections_by_id(self, section_ids: Iterable[int]) -> dict[int, Section]:
        """Return sections by row id (from links, topics or hits), in reading order."""
        condition = "s.id in (select value from json_each(?))"
        # In order, so that each page of many sections is read once.
        sections = sections_where(self.database, condition, id_list(sorted(section_ids)))
        return {section.id: section for section in sections}

    def path(self, section: Section) -> tuple[Section, ...]:
        """Return a section's ancestors, from the top of the outline down."""
        return outline_queries.ancestors_of(self.database, (section.id,)).get(section.id, ())

    def below(self, sections: Sequence[Section]) -> dict[int, tuple[Section, ...]]:
        """Return all that stands below each of some sections, in reading order, by their ids."""
        ids = [section.id for section in sections]
        lines = outline_queries.descendants_of(self.database, ids)
        return {section_id: lines.get(section_id, ()) for section_id in ids}

    # The text

    def blocks(self, section_id: int) -> tuple[Block, ...]:
        """Return a section's own blocks, in reading order."""
        from plan_tui.store import text_queries

        return text_queries.blocks_of(self.database, (section_id,)).get(section_id, ())

    def section_text(self, key: str) -> SectionText:
        """Return one section, whole.

        Raises:
            UsageError: no section has this key.

        """
        return self.section_texts((self.section(key),))[0]

    def section_texts(self, sections: Sequence[Section]) -> list[SectionText]:
        """Return sections, whole, with as many queries for many of them as for one."""
        from plan_tui.store import whole_records

        editions = {edition.id: edition for edition in self.editions()}
        documents = {each.id: each for each in self.documents()}
        return whole_records.section_texts(self.database, sections, documents, editions)

    def measures(self) -> tuple[MeasureCard, ...]:
        """Return all measures with their KPIs, in printed order."""
        from plan_tui.store import whole_records

        return whole_records.measure_cards(self.database)

    # For comparison

    def links(self, section_id: int) -> tuple[Link, ...]:
        """Return the links from or to a section: asserted first, then by score."""
        from plan_tui.store.link_objects import LINKS, link

        sql = f"""{LINKS} where from_section_id = ? or to_section_id = ?
                  order by accepted desc, score desc, l.id"""
        return self.database.objects(link, sql, section_id, section_id)
