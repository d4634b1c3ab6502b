"""Reads the database: one open connection, read-only, and the queries the views need."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from plan_tui.errors import DataError, UsageError
from plan_tui.model.enums import (
    BlockKind,
    Comparator,
    DocumentKind,
    KpiKind,
    KpiStatus,
    Origin,
    Relation,
    SectionKind,
)
from plan_tui.model.records import (
    Attribution,
    Block,
    Document,
    Edition,
    Footnote,
    FootnoteRef,
    Kpi,
    Link,
    MeasureCard,
    PrintedDate,
    PrintedNumber,
    Section,
    SectionText,
    Table,
)
from plan_tui.store.connect import REBUILD, connect
from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Phrase

_UNREADABLE = Phrase(
    "{path}：読めない（{error}）。{mend}", "{path}: cannot be read ({error}); {mend}"
)
_NO_KEY = Phrase(
    "キーが{key!r}の見出しはない。キーは`plan-tui search`と`plan-tui tree`が示す",
    "no section has the key {key!r}; `plan-tui search` and `plan-tui tree` print keys",
)
_SECTION = """
    select s.id, s.document_id, d.edition_id, s.parent_id, s.ordinal, s.depth, s.kind, s.label,
           s.title, s.key, s.citation, s.reading, s.title_en, s.toc_only, s.line_start, s.line_end,
           (select count(*) from sections c where c.parent_id = s.id) as children
    from sections s join documents d on d.id = s.document_id
"""
_SAID, _SAID_EN = "attribution_", "attribution_en_"
"""How the keys of `meta` begin whose values say where the text comes from."""
_ORDER = " order by d.ordinal, s.ordinal"
DATES = """
    select section_id, block_id, kpi_id, text, offset, start, "end", basis,
           coalesce(modality, ''), is_target
    from dates
"""
"""The query for rows of `printed_date`."""
NUMBERS = """
    select section_id, block_id, kpi_id, text, offset, value, coalesce(unit, ''),
           coalesce(comparator, '')
    from quantities
"""
"""The query for rows of `printed_number`."""
LINKS = """
    select l.id, from_section_id, to_section_id, from_block_id, to_block_id, relation, score,
           origin, accepted, reason
    from links l
"""
"""The query for rows of `link`."""
_SECTION_KINDS = {str(kind): kind for kind in SectionKind}
"""Quicker than the call of the enum: all sections are read again and again."""
T = TypeVar("T")
_KPI = "select id, section_id, kind, ordinal, text, status from kpis"


class Plan:
    """The stored plan. Belongs to the thread that opened it; never writes.

    Raises:
        DataError: the file is missing, is not a database, or has another schema version; from
            any query, that the file is damaged.

    """

    def __init__(self, path: Path) -> None:
        self.file = path
        self._connection = connect(path)

    def __enter__(self) -> Plan:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the object is not usable afterwards."""
        self._connection.close()

    def _rows(self, sql: str, *values: str | int | None) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            raise DataError(_UNREADABLE.of(path=self.file, error=error, mend=REBUILD)) from error

    def objects(
        self, make: Callable[[tuple[Any, ...]], T], sql: str, *values: str | int | None
    ) -> tuple[T, ...]:
        """Return what ``make`` makes of each row of a query.

        Raises:
            DataError: the file is damaged, or holds a word that is none of a vocabulary's.

        """
        rows = self._rows(sql, *values)
        try:
            return tuple(map(make, rows))
        except (KeyError, ValueError) as error:
            raise DataError(_UNREADABLE.of(path=self.file, error=error, mend=REBUILD)) from error

    # The whole

    def meta(self) -> dict[str, str]:
        """Return what the database says of itself: versions, digest, attribution."""
        return dict(self._rows("select key, value from meta order by key"))

    def attribution(self) -> Attribution:
        """Return what every export must carry."""
        found = [(key, words) for key, words in self.meta().items() if key.startswith(_SAID)]
        printed = tuple(words for key, words in found if not key.startswith(_SAID_EN))
        english = tuple(words for key, words in found if key.startswith(_SAID_EN))
        return Attribution(printed, self.documents(), english)

    def editions(self) -> tuple[Edition, ...]:
        """Return all editions, oldest first."""
        sql = """select id, label, label_en, decided_on, ordinal, note, note_en from editions
                 order by ordinal"""
        return tuple(Edition(*row) for row in self._rows(sql))

    def documents(self) -> tuple[Document, ...]:
        """Return all documents, oldest first."""
        sql = """select id, edition_id, title, kind, dated, publisher, url, licence, source_file,
                 sha256, lines, ordinal from documents order by ordinal"""
        return self.objects(_document, sql)

    def section_counts(self) -> dict[str, int]:
        """Return the number of each document's sections, contents-only entries left out."""
        sql = "select document_id, count(*) from sections where toc_only = 0 group by document_id"
        return dict(self._rows(sql))

    # The outline

    def sections(self, document_id: str | None = None) -> tuple[Section, ...]:
        """Return the outline of one document or of all, in reading order."""
        where = "" if document_id is None else " where s.document_id = ?"
        values = () if document_id is None else (document_id,)
        return self.objects(_section, _SECTION + where + _ORDER, *values)

    def children(self, document_id: str, parent_id: int | None = None) -> tuple[Section, ...]:
        """Return a section's direct children, or a document's top sections."""
        where = " where s.document_id = ? and s.parent_id is ?"
        return self.objects(_section, _SECTION + where + _ORDER, document_id, parent_id)

    def section(self, key: str) -> Section:
        """Return the section with this key.

        Raises:
            UsageError: there is none.

        """
        sections = self.objects(_section, _SECTION + " where s.key = ?", key)
        if not sections:
            raise UsageError(_NO_KEY.of(key=key))
        return sections[0]

    def section_by_id(self, section_id: int) -> Section:
        """Return the section with this row id (from a link or a hit)."""
        return self.objects(_section, _SECTION + " where s.id = ?", section_id)[0]

    def path(self, section: Section) -> tuple[Section, ...]:
        """Return a section's ancestors, from the top of the outline down."""
        found: list[Section] = []
        parent = section.parent_id
        while parent is not None:
            found.append(self.section_by_id(parent))
            parent = found[-1].parent_id
        return tuple(reversed(found))

    # The text

    def blocks(self, section_id: int) -> tuple[Block, ...]:
        """Return a section's own blocks, in reading order."""
        sql = """select id, section_id, ordinal, kind, marker, level, text, data, line_start,
                 line_end from blocks where section_id = ? order by ordinal"""
        return self.objects(_block, sql, section_id)

    def kpis(self, section_id: int) -> tuple[Kpi, ...]:
        """Return a measure's KPIs, progress first."""
        sql = f"{_KPI} where section_id = ? order by kind = 'outcome', ordinal"
        return self.objects(_kpi, sql, section_id)

    def footnote_refs(self, section_id: int) -> tuple[FootnoteRef, ...]:
        """Return where footnote marks stood in a section: title, blocks, then KPIs."""
        sql = """select r.footnote_id, f.number, r.section_id, r.block_id, r.kpi_id, r.offset
                 from footnote_refs r join footnotes f on f.id = r.footnote_id
                 where r.section_id = ?
                 order by r.kpi_id is not null, r.kpi_id, r.block_id is not null, r.block_id,
                 r.offset"""
        return tuple(FootnoteRef(*row) for row in self._rows(sql, section_id))

    def section_text(self, key: str) -> SectionText:
        """Return one section, whole.

        Raises:
            UsageError: no section has this key.

        """
        section = self.section(key)
        refs = self.footnote_refs(section.id)
        measure = self._rows(
            "select number, chapter from measures where section_id = ?", section.id
        )
        return SectionText(
            section=section,
            document=next(d for d in self.documents() if d.id == section.document_id),
            edition=next(e for e in self.editions() if e.id == section.edition_id),
            path=self.path(section),
            children=self.children(section.document_id, section.id),
            blocks=self.blocks(section.id),
            kpis=self.kpis(section.id),
            footnotes=tuple(self._footnotes_by_id(ref.footnote_id for ref in refs)),
            refs=refs,
            measure=measure[0][0] if measure else None,
            chapter=measure[0][1] if measure else None,
            dates=tuple(date for date in self.kpi_dates(section.id) if date.kpi_id is not None),
            numbers=self.kpi_numbers(section.id),
        )

    def _footnotes_by_id(self, ids: Iterable[int]) -> Iterator[Footnote]:
        sql = (
            "select id, document_id, number, text, line_start, line_end from footnotes where id = ?"
        )
        for footnote_id in dict.fromkeys(ids):
            yield Footnote(*self._rows(sql, footnote_id)[0])

    def measures(self) -> tuple[MeasureCard, ...]:
        """Return all measures with their KPIs, in printed order."""
        numbers = {
            i: (n, c) for i, n, c in self._rows("select section_id, number, chapter from measures")
        }
        kpis: dict[int, list[Kpi]] = {}
        for kpi in self.objects(_kpi, f"{_KPI} order by section_id, kind = 'outcome', ordinal"):
            kpis.setdefault(kpi.section_id, []).append(kpi)
        dates: dict[int, list[PrintedDate]] = {}
        for date in self.kpi_dates():
            dates.setdefault(date.section_id, []).append(date)
        amounts: dict[int, list[PrintedNumber]] = {}
        for number in self.kpi_numbers():
            amounts.setdefault(number.section_id, []).append(number)
        where = " where s.id in (select section_id from measures)"
        return tuple(
            MeasureCard(
                section,
                *numbers[section.id],
                tuple(kpis.get(section.id, ())),
                tuple(dates.get(section.id, ())),
                tuple(amounts.get(section.id, ())),
            )
            for section in self.objects(_section, _SECTION + where + _ORDER)
        )

    def kpi_dates(self, section_id: int | None = None) -> tuple[PrintedDate, ...]:
        """Return the dates of the KPIs, and the targets in the text, of one measure or of all."""
        sql = f"""{DATES} where section_id = coalesce(?, section_id)
                  and section_id in (select section_id from measures)
                  and (kpi_id is not null or (block_id is not null and is_target = 1))
                  order by kpi_id is null, kpi_id, block_id, offset"""
        return self.objects(printed_date, sql, section_id)

    def kpi_numbers(self, section_id: int | None = None) -> tuple[PrintedNumber, ...]:
        """Return the numbers of the KPIs of one measure or of all, in printed order."""
        sql = f"""{NUMBERS} where section_id = coalesce(?, section_id) and kpi_id is not null
                  order by kpi_id, offset"""
        return self.objects(printed_number, sql, section_id)

    # For comparison

    def links(self, section_id: int) -> tuple[Link, ...]:
        """Return the links from or to a section: asserted first, then by score."""
        sql = f"""{LINKS} where from_section_id = ? or to_section_id = ?
                  order by accepted desc, score desc, l.id"""
        return self.objects(link, sql, section_id, section_id)


def link(row: tuple[Any, ...]) -> Link:
    """Return a row of `LINKS` as an object."""
    number, older, newer, older_block, newer_block, relation, score, origin, accepted, reason = row
    return Link(
        id=number,
        from_section_id=older,
        to_section_id=newer,
        from_block_id=older_block,
        to_block_id=newer_block,
        relation=Relation(relation),
        score=score,
        origin=Origin(origin),
        accepted=bool(accepted),
        reason=reason,
    )


def printed_date(row: tuple[Any, ...]) -> PrintedDate:
    """Return a row of `DATES` as an object."""
    section, block, kpi, text, offset, start, end, basis, modality, is_target = row
    unit = DateBasis(basis)
    return PrintedDate(
        section, block, kpi, text, offset, start, end, unit, modality, bool(is_target)
    )


def printed_number(row: tuple[Any, ...]) -> PrintedNumber:
    """Return a row of `NUMBERS` as an object."""
    section, block, kpi, text, offset, value, unit, comparator = row
    bound = Comparator(comparator) if comparator else None
    return PrintedNumber(section, block, kpi, text, offset, value, unit, bound)


def _document(row: tuple[Any, ...]) -> Document:
    number, edition, title, kind, *rest = row
    return Document(number, edition, title, DocumentKind(kind), *rest)


def _section(row: tuple[Any, ...]) -> Section:
    fields = list(row)
    fields[6], fields[13] = _SECTION_KINDS[row[6]], bool(row[13])
    return Section(*fields)


def _block(row: tuple[Any, ...]) -> Block:
    number, section, ordinal, kind, marker, level, text, data, start, end = row
    table = None
    if data is not None:
        raw = json.loads(data)
        table = Table(tuple(raw["columns"]), tuple(tuple(cells) for cells in raw["rows"]))
    return Block(number, section, ordinal, BlockKind(kind), marker, level, text, table, start, end)


def _kpi(row: tuple[Any, ...]) -> Kpi:
    number, section, kind, ordinal, text, status = row
    promised = KpiStatus(status) if status else None
    return Kpi(number, section, KpiKind(kind), ordinal, text, promised)
