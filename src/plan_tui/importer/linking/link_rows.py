"""What belongs together: the curated crosswalk first, suggestions for what it leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations
from pathlib import Path

from plan_tui.importer.linking.absence import suggested_absences
from plan_tui.importer.linking.crosswalk_places import CrosswalkPlaces
from plan_tui.importer.linking.crosswalk_rows import (
    asserted_links,
    topic_block_rows,
    topic_rows,
    topic_section_rows,
)
from plan_tui.importer.linking.edition_pairs import EditionPair
from plan_tui.importer.linking.evidence import Described, SectionCorpus
from plan_tui.importer.linking.pair_confidences import PairConfidences, confidences_of_all
from plan_tui.importer.linking.passages import passages
from plan_tui.importer.linking.section_changes import section_change_rows, without_those_that_go_on
from plan_tui.importer.linking.section_editions import edition_of_section
from plan_tui.importer.linking.shared_text import with_shared
from plan_tui.importer.linking.suggestions import Suggestion, suggest
from plan_tui.importer.linking.verdict_rows import VerdictRows
from plan_tui.model.comparison_enums import (
    Extent,
    Origin,
    Relation,
    VerdictKind,
)
from plan_tui.sources.crosswalk_file import read_crosswalk
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import LinkRow, VerdictRow
from plan_tui.text.record import record, replaced
from plan_tui.text.tokens import fold_notation


def add_links(rows: DatabaseRows, path: Path) -> None:
    """Fill the tables of topics, ``links``, ``verdicts`` and ``section_changes``.

    ``path`` is the crosswalk's file or folder; it need not exist.

    Raises:
        DataError: the crosswalk is not well formed, or names what does not exist.

    """
    crosswalk = read_crosswalk(path)
    places = CrosswalkPlaces(rows)
    verdicts = VerdictRows(crosswalk, places)
    rows.topics += topic_rows(crosswalk)
    rows.topic_sections += topic_section_rows(crosswalk, places)
    rows.topic_blocks += topic_block_rows(crosswalk, places)
    rows.verdicts += verdicts.rows()
    rows.links += asserted_links(crosswalk, places, rows.sections)
    compared = _compared_editions(rows)
    alone = {(row.section_id, row.edition_id) for row in rows.verdicts if row.accepted}
    rows.links += _suggested_links(rows, compared, alone)
    rows.verdicts += _suggested_verdicts(rows, compared)
    rows.links = with_shared(rows, rows.links)
    rows.section_changes += section_change_rows(rows)
    rows.verdicts = without_those_that_go_on(rows)


def add_links_of_document(rows: DatabaseRows, document_id: str) -> None:
    """Suggest what belongs to a document that came last; say anew what other editions have.

    What was judged of an edition before the document joined it was judged without the document's
    text: it is only suggested from now on, and gives way to what the document suggests.
    """
    sections = {row.id for row in rows.sections if row.document_id == document_id}
    compared = _compared_editions(rows, sections)
    links = with_shared(rows, _suggested_links(rows, compared))
    rows.links += links
    edition = next(row.edition_id for row in rows.documents if row.id == document_id)
    answered = {link.from_section_id for link in links} | {link.to_section_id for link in links}
    rows.verdicts = [
        replaced(verdict, accepted=verdict.accepted and verdict.edition_id != edition)
        for verdict in rows.verdicts
        if verdict.edition_id != edition or verdict.section_id not in answered
    ]
    rows.verdicts += _suggested_verdicts(rows, compared)
    rows.section_changes = section_change_rows(rows)


@record
class _ComparedEditions:
    """How likely sections of two editions belong together."""

    earlier: str
    later: str
    confidences: PairConfidences
    whole: tuple[bool, bool]
    """Whether all sections of the earlier and of the later one were compared."""


def suggestions(rows: DatabaseRows) -> list[Suggestion]:
    """Return what might belong together in any two editions, whatever the crosswalk says."""
    return [each for compared in _compared_editions(rows) for each in suggest(compared.confidences)]


def _compared_editions(
    rows: DatabaseRows, sections: Collection[int] | None = None
) -> list[_ComparedEditions]:
    """Compare any two editions.

    Args:
        rows: the assembled rows of all documents.
        sections: the sections of one edition that are compared with the others; None for all.

    """
    edition = edition_of_section(rows)
    corpus = SectionCorpus(passages(rows))
    by_edition: dict[str, list[Described]] = defaultdict(list)
    asked: dict[str, list[Described]] = defaultdict(list)
    for described in corpus.described:
        section_id = described.passage.section_id
        by_edition[edition[section_id]].append(described)
        if sections is None or section_id in sections:
            asked[edition[section_id]].append(described)
    in_order = [row.id for row in sorted(rows.editions, key=lambda row: row.ordinal)]
    ends = [both for both in combinations(in_order, 2) if any(asked[each] for each in both)]
    pairs = [EditionPair(corpus, *(asked[each] or by_edition[each] for each in b)) for b in ends]
    known = {} if sections is None else _known(rows)
    return [
        _ComparedEditions(
            earlier,
            later,
            confidences,
            (
                len(pair.earlier) == len(by_edition[earlier]),
                len(pair.later) == len(by_edition[later]),
            ),
        )
        for (earlier, later), pair, confidences in zip(
            ends, pairs, confidences_of_all(pairs, known), strict=True
        )
    ]


def _known(rows: DatabaseRows) -> dict[int, dict[int, float]]:
    """Return how sections go on in other editions by the links that there are."""
    known: dict[int, dict[int, float]] = defaultdict(dict)
    for link in rows.links:
        known[link.from_section_id][link.to_section_id] = link.score
        known[link.to_section_id][link.from_section_id] = link.score
    return known


def _suggested_links(
    rows: DatabaseRows,
    compared: Iterable[_ComparedEditions],
    alone: Collection[tuple[int, str]] = (),
) -> list[LinkRow]:
    """Return the suggestions as rows, without those that the crosswalk settles on both sides.

    ``alone`` are (section, other edition) judged to have nothing in common: none is suggested.
    """
    edition = edition_of_section(rows)
    settled = _settled(rows, edition)
    titles = {section.id: fold_notation(section.title) for section in rows.sections}
    last_id = max((link.id for link in rows.links), default=0)
    links: list[LinkRow] = []
    for suggestion in (s for editions in compared for s in suggest(editions.confidences)):
        earlier, later = suggestion.from_section_id, suggestion.to_section_id
        ends = {(earlier, edition[later]), (later, edition[earlier])}
        if ends <= settled or not ends.isdisjoint(alone):
            continue
        extents = suggestion.from_extent, suggestion.to_extent
        same_title = titles[earlier] == titles[later]
        whole = Relation.CONTINUED if same_title else Relation.RENAMED
        links.append(
            LinkRow(
                id=last_id + len(links) + 1,
                from_section_id=earlier,
                to_section_id=later,
                from_block_id=suggestion.from_block_id,
                to_block_id=suggestion.to_block_id,
                from_extent=suggestion.from_extent,
                to_extent=suggestion.to_extent,
                relation=whole if Extent.PART not in extents else None,
                score=suggestion.score,
                origin=Origin.AUTO,
                accepted=False,
                reason=suggestion.reason.ja,
                reason_en=suggestion.reason.en,
            )
        )
    return links


def _suggested_verdicts(
    rows: DatabaseRows, compared: Iterable[_ComparedEditions]
) -> list[VerdictRow]:
    """Return where none is suggested, without what the crosswalk settles or is said already.

    Of an edition of which only a part was compared nobody knows what the rest says.
    """
    settled = _settled(rows, edition_of_section(rows))
    settled |= {(verdict.section_id, verdict.edition_id) for verdict in rows.verdicts}
    return [
        VerdictRow(
            section_id=absence.section_id,
            edition_id=editions.later if absence.onwards else editions.earlier,
            verdict=VerdictKind.DROPPED if absence.onwards else VerdictKind.NEW,
            origin=Origin.AUTO,
            accepted=False,
            reason=absence.reason.ja,
            reason_en=absence.reason.en,
        )
        for editions in compared
        for absence in suggested_absences(editions.confidences)
        if editions.whole[absence.onwards]
        and (absence.section_id, editions.later if absence.onwards else editions.earlier)
        not in settled
    ]


def _settled(rows: DatabaseRows, edition: dict[int, str]) -> set[tuple[int, str]]:
    """Return (section, other edition) of which the crosswalk speaks."""
    settled = {(row.section_id, row.edition_id) for row in rows.verdicts if row.accepted}
    for link in (row for row in rows.links if row.accepted):
        earlier, later = link.from_section_id, link.to_section_id
        settled |= {(earlier, edition[later]), (later, edition[earlier])}
    return settled
