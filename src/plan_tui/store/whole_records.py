"""Sections and measures, whole: put together of what the queries give.

Each function asks as many queries for many sections as for one.
"""

from __future__ import annotations

from plan_tui.model.records import (
    MeasureCard,
    SectionText,
)
from plan_tui.store import text_queries
from plan_tui.store.outline_queries import ancestors_of, children_of, sections_where

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plan_tui.model.records import (
        Document,
        Edition,
        Section,
    )
    from plan_tui.store.connect import OpenDatabase


def section_texts(
    database: OpenDatabase,
    sections: Sequence[Section],
    documents: Mapping[str, Document],
    editions: Mapping[str, Edition],
) -> list[SectionText]:
    """Return sections, whole, in the order given; documents and editions by their ids."""
    ids = [section.id for section in sections]
    paths, children = ancestors_of(database, ids), children_of(database, ids)
    blocks, kpis = text_queries.blocks_of(database, ids), text_queries.kpis_of(database, ids)
    footnotes = text_queries.footnotes_of(database, ids)
    refs = text_queries.footnote_refs_of(database, ids)
    places = text_queries.measure_places_of(database, ids)
    dates = text_queries.kpi_dates_of(database, ids)
    numbers = text_queries.kpi_numbers_of(database, ids)
    texts = []
    for section in sections:
        marks = refs.get(section.id, ())
        number, chapter = places.get(section.id, (None, None))
        text = SectionText(
            section=section,
            document=documents[section.document_id],
            edition=editions[section.edition_id],
            path=paths.get(section.id, ()),
            children=children.get(section.id, ()),
            blocks=blocks.get(section.id, ()),
            kpis=kpis.get(section.id, ()),
            footnotes=tuple(footnotes[i] for i in dict.fromkeys(r.footnote_id for r in marks)),
            refs=marks,
            measure=number,
            chapter=chapter,
            dates=dates.get(section.id, ()),
            numbers=numbers.get(section.id, ()),
        )
        texts.append(text)
    return texts


def measure_cards(database: OpenDatabase) -> tuple[MeasureCard, ...]:
    """Return all measures with their KPIs, in printed order."""
    measures = sections_where(database, "s.id in (select section_id from measures)")
    ids = [section.id for section in measures]
    places, kpis = (
        text_queries.measure_places_of(database, ids),
        text_queries.kpis_of(database, ids),
    )
    dates = text_queries.card_dates_of(database, ids)
    numbers = text_queries.kpi_numbers_of(database, ids)
    return tuple(
        MeasureCard(
            section,
            *places[section.id],
            kpis.get(section.id, ()),
            dates.get(section.id, ()),
            numbers.get(section.id, ()),
        )
        for section in measures
    )
