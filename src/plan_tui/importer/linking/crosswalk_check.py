"""What is wrong with a crosswalk, what it leaves out, and how far the suggestions agree with it."""

from __future__ import annotations

from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.importer.linking.agreement import Agreement, agreement
from plan_tui.importer.linking.coverage import leaves, uncovered
from plan_tui.importer.linking.crosswalk_places import CrosswalkPlaces
from plan_tui.importer.linking.crosswalk_rows import asserted_links
from plan_tui.importer.linking.link_rows import add_links
from plan_tui.importer.linking.verdict_rows import VerdictRows, stated_twice
from plan_tui.sources.crosswalk_file import (
    Crosswalk,
    CrosswalkTopic,
    StatedPair,
    named_verdict,
    read_crosswalk,
)
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.source_rows import SectionRow
from plan_tui.text.record import record


@record
class CrosswalkCheck:
    """A sound crosswalk, seen against the sections that there are."""

    leaves: int
    """Sections that it should speak of."""
    left_out: list[SectionRow]
    """Those of them of which it does not."""
    agreement: Agreement


def check(rows: DatabaseRows, path: Path) -> CrosswalkCheck:
    """Add a crosswalk's links to the assembled ``rows``, and say what it leaves out.

    Raises:
        DataError: the crosswalk is not well formed, or names what does not exist.

    """
    add_links(rows, path)
    return CrosswalkCheck(len(leaves(rows)), uncovered(rows), agreement(rows))


def problems(rows: DatabaseRows, path: Path) -> list[str]:
    """Return all that is wrong with a crosswalk's entries, where `add_links` stops at the first.

    Raises:
        DataError: a file of the crosswalk is not well formed.

    """
    crosswalk = read_crosswalk(path)
    places = CrosswalkPlaces(rows)
    messages: list[str] = []
    try:
        VerdictRows(Crosswalk(crosswalk.read, read_at=crosswalk.read_at), places)
    except DataError as error:
        messages.append(str(error))
    sound_topics: list[CrosswalkTopic] = []
    for topic in crosswalk.topics:
        try:
            asserted_links(Crosswalk(topics=(topic,)), places, rows.sections)
            sound_topics.append(topic)
        except DataError as error:
            messages.append(str(error))
    sound_pairs: list[StatedPair] = []
    for pair in crosswalk.pairs:
        try:
            asserted_links(
                Crosswalk(topics=tuple(sound_topics), pairs=(pair,)), places, rows.sections
            )
            sound_pairs.append(pair)
        except DataError as error:
            messages.append(str(error))
    stated: set[tuple[str, str]] = set()
    for verdict in crosswalk.verdicts:
        alone = Crosswalk((), tuple(sound_topics), (verdict,), tuple(sound_pairs))
        try:
            VerdictRows(alone, places).rows()
        except DataError as error:
            messages.append(str(error))
        if (verdict.key, verdict.edition) in stated:
            entry = named_verdict(verdict)
            messages.append(stated_twice(entry, verdict.edition).en)
        stated.add((verdict.key, verdict.edition))
    return messages
