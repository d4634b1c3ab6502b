"""The reader's decisions on suggestions, as rows: accepted ones are links, rejected ones none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from plan_tui.compare.sections.decision_problems import decision_problem
from plan_tui.importer.linking.crosswalk_places import Place, PlacePair
from plan_tui.importer.linking.crosswalk_rows import CERTAIN
from plan_tui.importer.linking.relations import Relations
from plan_tui.importer.linking.section_changes import section_change_rows, without_those_that_go_on
from plan_tui.importer.linking.section_editions import edition_of_section
from plan_tui.importer.linking.shared_text import with_shared
from plan_tui.model.comparison_enums import Extent, Origin
from plan_tui.model.decisions import DecidedPlace, Decision
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import LinkRow
from plan_tui.store.source_rows import SectionRow
from plan_tui.text.language import Phrase, joined

_Ends = tuple[int, int]
"""Section of the earlier edition, and of the later one."""
_ASSERTED = Phrase("あなたの判定", "asserted by you")
_SUGGESTED = Phrase("候補の理由：{reason}", "suggested because: {reason}")
_NO_BLOCK = Phrase(
    "判定{pair}：{key}に{block}番目の段落はありません。この判定は使いません",
    "decision on {pair}: {key} has no block {block}; the decision is not used",
)
_ONE_EDITION = Phrase(
    "判定{pair}：両方が同じ版の見出しです。この判定は使いません",
    "decision on {pair}: both are of one edition; the decision is not used",
)


def join_decisions(rows: DatabaseRows, decisions: Sequence[Decision]) -> tuple[Phrase, ...]:
    """Put decisions in the place of what is suggested or asserted of their sections.

    Args:
        rows: all rows of a database; links, verdicts and section changes are replaced.
        decisions: at most one on any two sections.

    Returns:
        Which decisions are left aside, and why.

    """
    if not decisions:
        return ()
    reader = _PlaceReader(rows)
    settled: dict[_Ends, tuple[Decision, PlacePair]] = {}
    notes = []
    for decision in decisions:
        pair = reader.places(decision)
        if isinstance(pair, Phrase):
            notes.append(pair)
        else:
            settled[pair.earlier.section_id, pair.later.section_id] = decision, pair
    reasons = {_ends(link): Phrase(link.reason, link.reason_en or "") for link in rows.links}
    rows.links = [link for link in rows.links if _ends(link) not in settled]
    accepted = [pair for decision, pair in settled.values() if not decision.apart]
    rows.links += with_shared(rows, _links(rows, accepted, reasons))
    _say_anew(rows, accepted)
    return tuple(notes)


class _PlaceReader:
    """Finds the sections and blocks that decisions name."""

    def __init__(self, rows: DatabaseRows) -> None:
        self._sections = {row.key: row for row in rows.sections}
        self._blocks = {(row.section_id, row.ordinal): row.id for row in rows.blocks}
        order = {row.id: row.ordinal for row in rows.editions}
        self._time = {i: order[edition] for i, edition in edition_of_section(rows).items()}

    def places(self, decision: Decision) -> PlacePair | Phrase:
        """Return the places of a decision, or why it cannot be taken over."""
        problem = decision_problem(decision, self._sections)
        if problem is not None:
            return problem
        pair = f"{decision.first.key} {decision.second.key}"
        ends: list[Place] = []
        for named in (decision.first, decision.second):
            section = self._sections[named.key]
            if named.block is not None and (section.id, named.block) not in self._blocks:
                return _NO_BLOCK.of(pair=pair, key=named.key, block=named.block)
            ends.append(self._place(section, named))
        first, second = ends
        times = [self._time[end.section_id] for end in ends]
        if times[0] == times[1]:
            return _ONE_EDITION.of(pair=pair)
        return PlacePair(first, second) if times[0] < times[1] else PlacePair(second, first)

    def _place(self, section: SectionRow, named: DecidedPlace) -> Place:
        block = named.block and self._blocks[section.id, named.block]
        return Place(section.id, block, named.extent)


def _ends(link: LinkRow) -> _Ends:
    return link.from_section_id, link.to_section_id


def _links(
    rows: DatabaseRows, accepted: Sequence[PlacePair], reasons: Mapping[_Ends, Phrase]
) -> list[LinkRow]:
    """Return the links of what was accepted, numbered behind the others."""
    relations = _relations(rows, accepted)
    last_id = max((link.id for link in rows.links), default=0)
    links = []
    for link_id, pair in enumerate(accepted, last_id + 1):
        reason = _reason(reasons.get((pair.earlier.section_id, pair.later.section_id)))
        links.append(
            LinkRow(
                id=link_id,
                from_section_id=pair.earlier.section_id,
                to_section_id=pair.later.section_id,
                from_block_id=pair.earlier.block_id,
                to_block_id=pair.later.block_id,
                from_extent=pair.earlier.extent,
                to_extent=pair.later.extent,
                relation=relations.of(pair),
                score=CERTAIN,
                origin=Origin.OWN,
                accepted=True,
                reason=reason.ja,
                reason_en=reason.en,
            )
        )
    return links


def _relations(rows: DatabaseRows, accepted: Iterable[PlacePair]) -> Relations:
    topics: dict[int, set[str]] = defaultdict(set)
    for row in rows.topic_sections:
        if row.extent is not Extent.MENTION:
            topics[row.section_id].add(row.topic_id)
    asserted = [
        PlacePair(
            Place(link.from_section_id, link.from_block_id, link.from_extent),
            Place(link.to_section_id, link.to_block_id, link.to_extent),
        )
        for link in rows.links
        if link.accepted
    ]
    sections = {row.id: row for row in rows.sections}
    return Relations(sections, edition_of_section(rows), topics, [*asserted, *accepted])


def _reason(suggested: Phrase | None) -> Phrase:
    """Return who asserts a link, and why it was suggested if it was."""
    if suggested is None or not suggested.ja:
        return _ASSERTED
    why = Phrase(
        _SUGGESTED.of(reason=suggested.ja).ja, _SUGGESTED.of(reason=suggested.en or suggested.ja).en
    )
    return joined((_ASSERTED, why), Phrase("／", " / "))


def _say_anew(rows: DatabaseRows, accepted: Iterable[PlacePair]) -> None:
    """Take verdicts back that links contradict, and say anew what editions have of sections."""
    edition = edition_of_section(rows)
    linked = set()
    for earlier, later in accepted:
        if Extent.MENTION not in (earlier.extent, later.extent):
            linked.add((earlier.section_id, edition[later.section_id]))
            linked.add((later.section_id, edition[earlier.section_id]))
    rows.verdicts = [row for row in rows.verdicts if (row.section_id, row.edition_id) not in linked]
    rows.section_changes = section_change_rows(rows)
    rows.verdicts = without_those_that_go_on(rows)
