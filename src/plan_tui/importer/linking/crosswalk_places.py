"""Finds the sections and blocks that a crosswalk names, and checks that they exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plan_tui.errors import DataError
from plan_tui.importer.linking.section_editions import edition_of_section
from plan_tui.model.comparison_enums import Extent
from plan_tui.sources.crosswalk_file import (
    CrosswalkPlace,
    CrosswalkTopic,
    StatedPair,
    named_pair,
    named_topic,
)
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.text.language import Phrase

_OTHER_EDITION = Phrase(
    "{entry}：{key!r}は{edition}の見出しではありません",
    "{entry}: {key!r} is not of edition {edition}",
)
_ONE_EDITION = Phrase("{entry}：両方が同じ版の見出しです", "{entry}: both are of one edition")
_NO_BLOCK = Phrase(
    "{entry}：{key!r}にブロック{block}はありません", "{entry}: {key!r} has no block {block}"
)
_NO_SECTION = Phrase(
    "{entry}：キーが{key!r}の見出しはありません", "{entry}: no section has the key {key!r}"
)
_NO_EDITION = Phrase("{entry}：{edition!r}という版はありません", "{entry}: no edition {edition!r}")


class Place(NamedTuple):
    """A section, or one of its blocks."""

    section_id: int
    block_id: int | None
    """None for the whole section, and for a part that is no block."""
    extent: Extent
    """How much of the section is meant."""


class PlacePair(NamedTuple):
    """Places of two editions that belong together."""

    earlier: Place
    later: Place


class CrosswalkPlaces:
    """The sections, blocks and editions that there are, by the names that a crosswalk uses.

    Each method raises `DataError` for what does not exist; the message names the entry.

    Attributes:
        ordinals: edition → its order in time.
        edition_of_section: section id → its edition.

    """

    def __init__(self, rows: DatabaseRows) -> None:
        self.ordinals = {edition.id: edition.ordinal for edition in rows.editions}
        self._section_ids = {section.key: section.id for section in rows.sections}
        self._block_ids = {(block.section_id, block.ordinal): block.id for block in rows.blocks}
        self.edition_of_section = edition_of_section(rows)

    def check_edition(self, edition: str, entry: Phrase) -> None:
        """Make sure that there is an edition; ``entry`` is what names it."""
        if edition not in self.ordinals:
            raise DataError(_NO_EDITION.of(entry=entry, edition=edition))

    def section_id(self, key: str, entry: Phrase) -> int:
        """Return the section with a key; ``entry`` is what names it."""
        if key not in self._section_ids:
            raise DataError(_NO_SECTION.of(entry=entry, key=key))
        return self._section_ids[key]

    def entry(self, topic: CrosswalkTopic) -> Phrase:
        """Return how a complaint names a topic."""
        return named_topic(topic)

    def of_topic(self, topic: CrosswalkTopic) -> Iterator[Place]:
        """Yield all places of a topic, in the file's order."""
        for edition in topic.sections:
            yield from self.of_edition(topic, edition)

    def of_edition(self, topic: CrosswalkTopic, edition: str) -> Iterator[Place]:
        """Yield the places of an edition that a topic names."""
        for named in topic.sections[edition]:
            yield self._place(topic, edition, named)

    def _place(self, topic: CrosswalkTopic, edition: str, named: CrosswalkPlace) -> Place:
        entry = named_topic(topic, named.at)
        section_id = self.section_id(named.key, entry)
        if self.edition_of_section[section_id] != edition:
            raise DataError(_OTHER_EDITION.of(entry=entry, key=named.key, edition=edition))
        return self._place_in(section_id, named, entry)

    def named(self, pair: StatedPair) -> Phrase:
        """Return how a complaint names a stated pair."""
        return named_pair(pair)

    def of_pair(self, pair: StatedPair) -> tuple[list[Place], list[Place]]:
        """Return the places of a stated pair: those in the earlier edition, those in the later.

        Raises:
            DataError: one of them does not exist, or both are of one edition.

        """
        entry = self.named(pair)
        ends = []
        for named in (pair.first, pair.second):
            section_id = self.section_id(named[0].key, named_pair(pair, named[0].at))
            ends.append(
                [self._place_in(section_id, place, named_pair(pair, place.at)) for place in named]
            )
        times = [self.ordinals[self.edition_of_section[end[0].section_id]] for end in ends]
        if times[0] == times[1]:
            raise DataError(_ONE_EDITION.of(entry=entry))
        return (ends[0], ends[1]) if times[0] < times[1] else (ends[1], ends[0])

    def _place_in(self, section_id: int, named: CrosswalkPlace, entry: Phrase) -> Place:
        if named.block is None:
            return Place(section_id, None, named.extent)
        block_id = self._block_ids.get((section_id, named.block))
        if block_id is None:
            raise DataError(_NO_BLOCK.of(entry=entry, key=named.key, block=named.block))
        return Place(section_id, block_id, named.extent)
