"""What belongs together: the curated crosswalk first, suggestions for what it leaves out."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

from plan_tui.importer.linking.crosswalk_file import read_crosswalk
from plan_tui.importer.linking.crosswalk_rows import CrosswalkRows, Row, Rows
from plan_tui.importer.linking.evidence import Described, PassageCorpus
from plan_tui.importer.linking.passages import passages
from plan_tui.importer.linking.suggestions import Suggestion, suggest
from plan_tui.model.enums import Origin, Relation
from plan_tui.text.tokens import fold_notation


def link_rows(rows: Rows, path: Path) -> None:
    """Fill the tables of topics, ``links`` and ``verdicts`` of ``rows``.

    ``path`` is the crosswalk's file or folder; it need not exist.

    Raises:
        DataError: the crosswalk is not well formed, or names what does not exist.

    """
    curated = CrosswalkRows(rows, read_crosswalk(path), path)
    rows["topics"].extend(curated.topics())
    rows["topic_sections"].extend(curated.topic_sections())
    rows["topic_blocks"].extend(curated.topic_blocks())
    rows["verdicts"].extend(curated.verdicts())
    links = curated.links()
    links += _suggested(rows, _settled(rows, links))
    rows["links"].extend({"id": number, **row} for number, row in enumerate(links, 1))


def _settled(rows: Rows, links: list[Row]) -> set[tuple[int, str]]:
    """Return (section, other edition) that the crosswalk speaks of."""
    edition = editions_of(rows)
    found = {(row["section_id"], row["edition_id"]) for row in rows["verdicts"]}
    for link in links:
        one, other = link["from_section_id"], link["to_section_id"]
        found |= {(one, edition[other]), (other, edition[one])}
    return found


def editions_of(rows: Rows) -> dict[int, str]:
    """Return each section's edition, by section id."""
    of_document = {row["id"]: row["edition_id"] for row in rows["documents"]}
    return {row["id"]: of_document[row["document_id"]] for row in rows["sections"]}


def suggestions(rows: Rows) -> list[Suggestion]:
    """Return what might belong together in any two editions, whatever the crosswalk says."""
    edition = editions_of(rows)
    corpus = PassageCorpus(passages(rows))
    by_edition: dict[str, list[Described]] = defaultdict(list)
    for described in corpus.described:
        by_edition[edition[described.passage.section_id]].append(described)
    order = [row["id"] for row in sorted(rows["editions"], key=lambda row: row["ordinal"])]
    return [
        pair
        for earlier, later in combinations(order, 2)
        for pair in suggest(corpus, by_edition[earlier], by_edition[later])
    ]


def _suggested(rows: Rows, settled: set[tuple[int, str]]) -> list[Row]:
    """Return the suggestions as rows, without those that the crosswalk settles on both sides."""
    edition = editions_of(rows)
    titles = {row["id"]: fold_notation(row["title"]) for row in rows["sections"]}
    found = []
    for pair in suggestions(rows):
        one, other = pair.from_section_id, pair.to_section_id
        if not {(one, edition[other]), (other, edition[one])} <= settled:
            same = titles[one] == titles[other]
            found.append(_row(pair, Relation.CONTINUED if same else Relation.RENAMED))
    return found


def _row(pair: Suggestion, relation: Relation) -> Row:
    return {
        "from_section_id": pair.from_section_id,
        "to_section_id": pair.to_section_id,
        "from_block_id": pair.from_block_id,
        "to_block_id": pair.to_block_id,
        "relation": str(relation),
        "score": pair.score,
        "origin": str(Origin.AUTO),
        "accepted": 0,
        "reason": pair.reason,
    }
