"""That sections have no counterpart in an edition's text: stated, or by what the topics name."""

from __future__ import annotations

from collections import defaultdict

from plan_tui.errors import DataError
from plan_tui.importer.linking.crosswalk_places import CrosswalkPlaces
from plan_tui.labels.punctuation import COMMA
from plan_tui.model.comparison_enums import (
    Extent,
    Origin,
    VerdictKind,
)
from plan_tui.sources.crosswalk_file import Crosswalk, StatedVerdict, named_verdict
from plan_tui.store.derived_rows import VerdictRow
from plan_tui.text.language import Language, Phrase, joined

_READ = Phrase("{at}：read", "{at}: read")
_WRONG_WAY = Phrase(
    "{entry}：{edition}について{verdict}とはいえません",
    "{entry}: it cannot be {verdict} in {edition}",
)
_LINKED = Phrase(
    "{entry}：事項{topic!r}によれば{edition}に対応箇所があります",
    "{entry}: topic {topic!r} says that {edition} has a counterpart",
)
_TWICE = Phrase(
    "{entry}：{edition}について2回あります", "{entry}: stands there twice for {edition}"
)

_NOT_NAMED = Phrase(
    "{titles}について、この版の収録テキストに対応する記述なし",
    "{titles}: nothing in the text held of this edition",
)
"""Why a section of a topic has no counterpart in an edition that was read; stored as data."""


class VerdictRows:
    """Lays the verdicts of a crosswalk out as rows.

    Raises:
        DataError: an edition that was read does not exist.

    """

    def __init__(self, crosswalk: Crosswalk, places: CrosswalkPlaces) -> None:
        self._crosswalk = crosswalk
        self._places = places
        self._titles: dict[int, list[Phrase]] = defaultdict(list)
        """Section → the titles of its topics, in the file's order."""
        self._linked: dict[int, dict[str, str]] = defaultdict(dict)
        """Section → the editions that its topics name → the last of these topics."""
        for edition in crosswalk.read:
            places.check_edition(edition, _READ.of(at=crosswalk.read_at))

    def rows(self) -> list[VerdictRow]:
        """Return the stated verdicts, and those that follow from the topics.

        A section whose topics name no section of an edition that was read has no counterpart
        there.

        Raises:
            DataError: a verdict names what does not exist, says the wrong direction, is stated
                twice, or contradicts a topic.

        """
        self._read_topics()
        rows: dict[tuple[int, str], VerdictRow] = {}
        for stated in self._crosswalk.verdicts:
            section_id = self._check(stated)
            place = section_id, stated.edition
            if place in rows:
                entry = named_verdict(stated)
                raise DataError(stated_twice(entry, stated.edition))
            reason = Phrase(stated.reason, stated.reason_en)
            rows[place] = _row(section_id, stated.edition, stated.verdict, reason)
        for section_id, named in self._linked.items():
            titles = joined(self._titles[section_id], COMMA)
            for edition in self._crosswalk.read:
                place = section_id, edition
                verdict = self._direction(section_id, edition)
                if edition not in named and place not in rows and verdict:
                    reason = Phrase(
                        _NOT_NAMED.say(Language.JA, titles=titles),
                        _NOT_NAMED.say(Language.EN, titles=titles),
                    )
                    rows[place] = _row(section_id, edition, verdict, reason)
        return list(rows.values())

    def _read_topics(self) -> None:
        apart = self._apart()
        for topic in self._crosswalk.topics:
            named = {
                edition: {place.section_id for place in self._places.of_edition(topic, edition)}
                for edition in topic.sections
            }
            places = self._places.of_topic(topic)
            meant = (place.section_id for place in places if place.extent is not Extent.MENTION)
            for section_id in dict.fromkeys(meant):
                for edition, others in named.items():
                    if others - apart[section_id]:
                        self._linked[section_id][edition] = topic.id
                english = topic.title_en or topic.title
                self._titles[section_id].append(Phrase(f"「{topic.title}」", english))

    def _apart(self) -> dict[int, set[int]]:
        """Return section → those of which it is stated that they are not linked with it."""
        apart: dict[int, set[int]] = defaultdict(set)
        for stated in self._crosswalk.pairs:
            if stated.apart:
                earlier, later = self._places.of_pair(stated)
                apart[earlier[0].section_id].add(later[0].section_id)
                apart[later[0].section_id].add(earlier[0].section_id)
        return apart

    def _check(self, stated: StatedVerdict) -> int:
        """Return the section that a stated verdict is about."""
        entry = named_verdict(stated)
        edition = stated.edition
        section_id = self._places.section_id(stated.key, entry)
        self._places.check_edition(edition, named_verdict(stated, stated.edition_at))
        if stated.verdict is not self._direction(section_id, edition):
            raise DataError(_WRONG_WAY.of(entry=entry, verdict=stated.verdict, edition=edition))
        if topic := self._linked.get(section_id, {}).get(edition):
            raise DataError(_LINKED.of(entry=entry, topic=topic, edition=edition))
        return section_id

    def _direction(self, section_id: int, edition: str) -> VerdictKind | None:
        """Return what can be said of a section and an edition; None for its own edition."""
        own_ordinal = self._places.ordinals[self._places.edition_of_section[section_id]]
        ordinal = self._places.ordinals[edition]
        if ordinal == own_ordinal:
            return None
        return VerdictKind.DROPPED if ordinal > own_ordinal else VerdictKind.NEW


def stated_twice(entry: Phrase, edition: str) -> Phrase:
    """Return the complaint on a verdict that is stated again."""
    return _TWICE.of(entry=entry, edition=edition)


def _row(section_id: int, edition: str, verdict: VerdictKind, reason: Phrase) -> VerdictRow:
    return VerdictRow(
        section_id=section_id,
        edition_id=edition,
        verdict=verdict,
        origin=Origin.CURATED,
        reason=reason.ja,
        reason_en=reason.en or None,
    )
