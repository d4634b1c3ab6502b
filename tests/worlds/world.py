"""The one builder of made-up databases.

`World()` is the made-up plan as it follows from each document alone; each ``with_…`` adds what a
build adds, by hand where a test must not depend on how it is found, else by the importer.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Self

from plan_tui.importer.fact_rows import add_facts
from plan_tui.importer.linking.link_rows import add_links
from plan_tui.importer.linking.section_changes import section_change_rows
from plan_tui.importer.linking.shared_text import with_shared
from plan_tui.importer.reading_rows import add_readings
from plan_tui.importer.results import add_results
from plan_tui.model.comparison_enums import (
    Extent,
    Origin,
    Relation,
    VerdictKind,
)
from plan_tui.model.enums import (
    Comparator,
    KpiStatus,
)
from plan_tui.store.derived_rows import (
    DateRow,
    LinkRow,
    QuantityRow,
    TopicRow,
    TopicSectionRow,
    VerdictRow,
)
from plan_tui.store.write import write_database
from plan_tui.text.calendar import DateBasis
from tests.worlds.crosswalk import CROSSWALK
from tests.worlds.made_up_plan import DOCUMENTS, MadeUpDocument, made_up_rows


class _Printed(NamedTuple):
    """Where words are printed."""

    section_id: int
    block_id: int | None
    kpi_id: int | None
    offset: int


class World:
    """A made-up plan that a test fits to its needs.

    Attributes:
        rows: the rows of its database.

    """

    def __init__(self, documents: Sequence[MadeUpDocument] = DOCUMENTS) -> None:
        self.rows = made_up_rows(documents)

    def section_id(self, key: str) -> int:
        """Return the id of the section with a key."""
        (section_id,) = [section.id for section in self.rows.sections if section.key == key]
        return section_id

    def key(self, section_id: int) -> str:
        """Return the key of a section."""
        (key,) = [section.key for section in self.rows.sections if section.id == section_id]
        return key

    def with_crosswalk(self, text: str | None = CROSSWALK) -> Self:
        """Add the links, topics and verdicts that a build makes of a crosswalk, or without one."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "crosswalk.toml"
            if text is not None:
                path.write_text(text, encoding="utf-8")
            add_links(self.rows, path)
        return self

    def with_facts(self) -> Self:
        """Add the dates and quantities that a build reads out of the texts."""
        add_facts(self.rows)
        return self

    def with_readings(self, readings: str, aliases: str) -> Self:
        """Add what a build adds for search, with hand-kept tables as TOML."""
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "readings.toml").write_text(readings, encoding="utf-8")
            (Path(folder) / "aliases.toml").write_text(aliases, encoding="utf-8")
            add_readings(self.rows, Path(folder))
        return self

    def with_english_title(self, key: str, title: str) -> Self:
        """Give the section with a key an English title."""
        self.rows.sections = [
            replace(section, title_en=title) if section.key == key else section
            for section in self.rows.sections
        ]
        return self

    def with_edition_ids(self, names: dict[str, str]) -> Self:
        """Give the editions other ids; their days and keys stay."""
        rows = self.rows
        rows.editions = [replace(each, id=names[each.id]) for each in rows.editions]
        rows.documents = [
            replace(each, edition_id=names[each.edition_id]) for each in rows.documents
        ]
        rows.verdicts = [replace(each, edition_id=names[each.edition_id]) for each in rows.verdicts]
        return self

    def with_kpi_status(self, status: KpiStatus) -> Self:
        """Give a status to all KPIs but those that are unset."""
        self.rows.kpis = [
            kpi if kpi.status is KpiStatus.UNSET else replace(kpi, status=status)
            for kpi in self.rows.kpis
        ]
        return self

    def with_link(
        self,
        older: str,
        newer: str,
        relation: Relation,
        reason: str,
        *,
        score: float = 1.0,
        origin: Origin = Origin.CURATED,
    ) -> Self:
        """Link two sections by their keys; a link by a reader is asserted, another suggested."""
        self.rows.links.append(
            LinkRow(
                id=len(self.rows.links) + 1,
                from_section_id=self.section_id(older),
                to_section_id=self.section_id(newer),
                from_extent=Extent.WHOLE,
                to_extent=Extent.WHOLE,
                relation=relation,
                score=score,
                origin=origin,
                accepted=origin is Origin.CURATED,
                reason=reason,
            )
        )
        return self

    def with_verdict(self, key: str, edition: str, verdict: VerdictKind, reason: str) -> Self:
        """Say that a section has no counterpart in an edition."""
        self.rows.verdicts.append(
            VerdictRow(
                section_id=self.section_id(key),
                edition_id=edition,
                verdict=verdict,
                origin=Origin.CURATED,
                reason=reason,
            )
        )
        return self

    def with_topic(self, name: str, title: str, title_en: str, *keys: str) -> Self:
        """Add a topic of sections."""
        self.rows.topics.append(TopicRow(id=name, title=title, title_en=title_en, note=""))
        self.rows.topic_sections += [
            TopicSectionRow(topic_id=name, section_id=self.section_id(key), extent=Extent.WHOLE)
            for key in keys
        ]
        return self

    def with_date(
        self,
        key: str,
        words: str,
        start: str,
        end: str | None,
        modality: str | None = None,
        *,
        is_target: bool = True,
    ) -> Self:
        """Add a fiscal year that is printed in a block or KPI of a section."""
        printed = self._find(key, words)
        self.rows.dates.append(
            DateRow(
                id=len(self.rows.dates) + 1,
                section_id=printed.section_id,
                block_id=printed.block_id,
                kpi_id=printed.kpi_id,
                text=words,
                offset=printed.offset,
                start=start,
                end=end,
                basis=DateBasis.FISCAL_YEAR,
                modality=modality,
                is_target=is_target,
            )
        )
        return self

    def with_quantity(
        self, key: str, words: str, value: float, unit: str, comparator: Comparator | None = None
    ) -> Self:
        """Add a number that is printed in a block or KPI of a section."""
        printed = self._find(key, words)
        self.rows.quantities.append(
            QuantityRow(
                id=len(self.rows.quantities) + 1,
                section_id=printed.section_id,
                block_id=printed.block_id,
                kpi_id=printed.kpi_id,
                text=words,
                offset=printed.offset,
                value=value,
                unit=unit,
                comparator=comparator,
                is_target=printed.kpi_id is not None,
            )
        )
        return self

    def write(self, path: Path) -> Path:
        """Write the database and return its path.

        What is said of the sections follows from the links and verdicts, as in a build.
        """
        self.rows.links = with_shared(self.rows, self.rows.links)
        self.rows.section_changes = section_change_rows(self.rows)
        write_database(path, self.rows, add_results)
        return path

    def _find(self, key: str, words: str) -> _Printed:
        """Return the one place in a section's blocks and KPIs where words are printed."""
        section_id = self.section_id(key)
        blocks = [
            _Printed(section_id, block.id, None, block.text.index(words))
            for block in self.rows.blocks
            if block.section_id == section_id and words in block.text
        ]
        kpis = [
            _Printed(section_id, None, kpi.id, kpi.text.index(words))
            for kpi in self.rows.kpis
            if kpi.section_id == section_id and words in kpi.text
        ]
        (printed,) = [*blocks, *kpis]
        return printed
