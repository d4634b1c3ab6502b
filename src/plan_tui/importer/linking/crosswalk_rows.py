"""From the curated crosswalk to rows: topics, their sections, asserted links, verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from plan_tui.errors import DataError
from plan_tui.importer.linking.crosswalk_file import (
    Crosswalk,
    CrosswalkPlace,
    CrosswalkTopic,
    named_topic,
    named_verdict,
)
from plan_tui.importer.linking.relations import Relations
from plan_tui.model.enums import Origin, VerdictKind
from plan_tui.text.language import Phrase

_READ = Phrase("{path}：read", "{path}: read")
_WRONG_WAY = Phrase(
    "{entry}：{edition}について{verdict}ではあり得ない",
    "{entry}: it cannot be {verdict} in {edition}",
)
_LINKED = Phrase(
    "{entry}：事項{topic!r}によれば{edition}に対応箇所がある",
    "{entry}: topic {topic!r} says that {edition} has a counterpart",
)
_TWICE = Phrase("{entry}：{edition}について2回ある", "{entry}: stands there twice for {edition}")
_OTHER_EDITION = Phrase(
    "{entry}：{key!r}は{edition}のものでない", "{entry}: {key!r} is not of edition {edition}"
)
_NO_BLOCK = Phrase(
    "{entry}：{key!r}にブロック{block}はない", "{entry}: {key!r} has no block {block}"
)
_NO_SECTION = Phrase(
    "{entry}：キーが{key!r}の見出しはない", "{entry}: no section has the key {key!r}"
)
_NO_EDITION = Phrase("{entry}：{edition!r}という版はない", "{entry}: no edition {edition!r}")

_NOT_NAMED = "{title}について、この版の収録本文に対応する記述なし"
"""Why a section of a topic has no counterpart in an edition that was read; stored as data."""

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]


class CrosswalkRows:
    """Lays a crosswalk out as rows, and checks that all it names exists.

    Raises:
        DataError: a topic or verdict names an unknown edition, section or block, or two
            entries contradict each other. The message names the topic.

    """

    def __init__(self, rows: Rows, crosswalk: Crosswalk, path: Path) -> None:
        self._path = path
        self._crosswalk = crosswalk
        self._order = {row["id"]: row["ordinal"] for row in rows["editions"]}
        editions = {row["id"]: row["edition_id"] for row in rows["documents"]}
        self._sections = {row["key"]: row for row in rows["sections"]}
        self._by_id = {row["id"]: row for row in rows["sections"]}
        self._edition = {row["id"]: editions[row["document_id"]] for row in rows["sections"]}
        self._blocks = {(b["section_id"], b["ordinal"]): b["id"] for b in rows["blocks"]}
        for edition in crosswalk.read:
            self._known_edition(edition, _READ.of(path=path))

    def topics(self) -> list[Row]:
        """Return the rows of ``topics``."""
        return [
            {"id": t.id, "title": t.title, "title_en": t.title_en, "note": t.note}
            for t in self._crosswalk.topics
        ]

    def topic_sections(self) -> list[Row]:
        """Return the rows of ``topic_sections``: each section of a topic once."""
        found = []
        for topic in self._crosswalk.topics:
            ids = [self._place(topic, e, t)[0] for e, ts in topic.sections.items() for t in ts]
            found += [{"topic_id": topic.id, "section_id": i} for i in dict.fromkeys(ids)]
        return found

    def topic_blocks(self) -> list[Row]:
        """Return the rows of ``topic_blocks``: for sections of which only blocks are named."""
        found = []
        for topic in self._crosswalk.topics:
            places = [self._place(topic, e, t) for e, ts in topic.sections.items() for t in ts]
            whole = {section for section, block in places if block is None}
            for section, block in dict.fromkeys(places):
                if section not in whole:
                    row = {"topic_id": topic.id, "section_id": section, "block_id": block}
                    found.append(row)
        return found

    def links(self) -> list[Row]:
        """Return the asserted links, without their ids; each pair of places once."""
        found: dict[tuple[int, int, int | None, int | None], Row] = {}
        for topic in self._crosswalk.topics:
            for edition in topic.sections:
                self._known_edition(edition, self._name(topic))
            editions = sorted(topic.sections, key=lambda edition: self._order[edition])
            for earlier, later in combinations(editions, 2):
                for row in self._between(topic, earlier, later):
                    place = (
                        row["from_section_id"], row["to_section_id"],
                        row["from_block_id"], row["to_block_id"],
                    )  # fmt: skip
                    if place not in found or topic.relation:
                        found[place] = row
        links = list(found.values())
        relations = Relations(self._by_id, self._edition, self._topics_of(), links)
        derived = [row["relation"] or relations.of(row) for row in links]
        return [row | {"relation": str(one)} for row, one in zip(links, derived, strict=True)]

    def _between(self, topic: CrosswalkTopic, earlier: str, later: str) -> Iterator[Row]:
        """Yield the links of a topic; the relation is None unless the topic names it."""
        for old, old_block in [self._place(topic, earlier, t) for t in topic.sections[earlier]]:
            for new, new_block in [self._place(topic, later, t) for t in topic.sections[later]]:
                yield {
                    "from_section_id": old,
                    "to_section_id": new,
                    "from_block_id": old_block,
                    "to_block_id": new_block,
                    "relation": topic.relation,
                    "score": 1.0,
                    "origin": str(Origin.CURATED),
                    "accepted": 1,
                    "reason": f"{topic.title}：{topic.note}" if topic.note else topic.title,
                }

    def _topics_of(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for row in self.topic_sections():
            found[row["section_id"]].add(row["topic_id"])
        return found

    def verdicts(self) -> list[Row]:
        """Return the stated verdicts, and those that follow from the topics.

        A section whose topics name no section of an edition that was read has no counterpart
        there.
        """
        linked = self._linked()
        found: dict[tuple[int, str], Row] = {}
        for stated in self._crosswalk.verdicts:
            name = named_verdict(self._path, stated.key)
            section = self._section(stated.key, name)
            self._known_edition(stated.edition, name)
            if stated.verdict != self._direction(section, stated.edition):
                raise DataError(
                    _WRONG_WAY.of(entry=name, verdict=stated.verdict, edition=stated.edition)
                )
            if stated.edition in linked.get(section, {}):
                topic = linked[section][stated.edition]
                raise DataError(_LINKED.of(entry=name, topic=topic, edition=stated.edition))
            if (section, stated.edition) in found:
                raise DataError(_TWICE.of(entry=name, edition=stated.edition))
            found[section, stated.edition] = self._verdict(section, stated.edition, stated.reason)
        for section, editions in linked.items():
            for edition in self._crosswalk.read:
                if edition not in editions and (section, edition) not in found:
                    reason = _NOT_NAMED.format(title=self._titles(section))
                    found[section, edition] = self._verdict(section, edition, reason)
        return list(found.values())

    def _linked(self) -> dict[int, dict[str, str]]:
        """Return section → the editions that its topics name → one of those topics."""
        found: dict[int, dict[str, str]] = {}
        for topic in self._crosswalk.topics:
            named = {edition: topic.id for edition, targets in topic.sections.items() if targets}
            for edition, targets in topic.sections.items():
                for target in targets:
                    section, _ = self._place(topic, edition, target)
                    found.setdefault(section, {}).update(named)
        return found

    def _titles(self, section: int) -> str:
        """Return the titles of the topics that a section is in."""
        inside = [
            topic.title
            for topic in self._crosswalk.topics
            if any(
                self._sections[target.key]["id"] == section
                for targets in topic.sections.values()
                for target in targets
            )
        ]
        return "、".join(f"「{title}」" for title in inside)

    def _direction(self, section: int, edition: str) -> VerdictKind | None:
        """Return what can be said of a section and an edition; None for its own edition."""
        own = self._order[self._edition[section]]
        other = self._order[edition]
        if other == own:
            return None
        return VerdictKind.DROPPED if other > own else VerdictKind.NEW

    def _verdict(self, section: int, edition: str, reason: str) -> Row:
        return {
            "section_id": section,
            "edition_id": edition,
            "verdict": str(self._direction(section, edition)),
            "origin": str(Origin.CURATED),
            "reason": reason,
        }

    def _name(self, topic: CrosswalkTopic) -> Phrase:
        return named_topic(self._path, topic.id)

    def _place(
        self, topic: CrosswalkTopic, edition: str, target: CrosswalkPlace
    ) -> tuple[int, int | None]:
        name = self._name(topic)
        section = self._section(target.key, name)
        if self._edition[section] != edition:
            raise DataError(_OTHER_EDITION.of(entry=name, key=target.key, edition=edition))
        if target.block is None:
            return section, None
        block = self._blocks.get((section, target.block))
        if block is None:
            raise DataError(_NO_BLOCK.of(entry=name, key=target.key, block=target.block))
        return section, block

    def _section(self, key: str, name: Phrase) -> int:
        if key not in self._sections:
            raise DataError(_NO_SECTION.of(entry=name, key=key))
        return int(self._sections[key]["id"])

    def _known_edition(self, edition: str, name: Phrase) -> None:
        if edition not in self._order:
            raise DataError(_NO_EDITION.of(entry=name, edition=edition))


def problems(rows: Rows, crosswalk: Crosswalk, path: Path) -> list[str]:
    """Return all that is wrong with a crosswalk, where `CrosswalkRows` stops at the first."""
    found: list[str] = []
    sound: list[CrosswalkTopic] = []
    for topic in crosswalk.topics:
        try:
            CrosswalkRows(rows, Crosswalk(crosswalk.read, (topic,)), path).links()
            sound.append(topic)
        except DataError as error:
            found.append(str(error))
    told: set[tuple[str, str]] = set()
    for verdict in crosswalk.verdicts:
        try:
            CrosswalkRows(rows, Crosswalk((), tuple(sound), (verdict,)), path).verdicts()
        except DataError as error:
            found.append(str(error))
        if (verdict.key, verdict.edition) in told:
            name = named_verdict(path, verdict.key)
            found.append(_TWICE.of(entry=name, edition=verdict.edition).en)
        told.add((verdict.key, verdict.edition))
    return found
