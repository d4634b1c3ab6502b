"""The deadlines and goals that an edition names for one matter, each with its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.compare.pieces import pieces
from plan_tui.model.comparing import Mention
from plan_tui.model.records import Edition, Section
from plan_tui.model.views import Piece
from plan_tui.store.read import Plan
from plan_tui.store.read_compare import StoredTopic, dates_of, numbers_of
from plan_tui.text.sentences import sentences


def mentions(
    plan: Plan, edition: Edition, sections: Sequence[Section], topic: StoredTopic
) -> tuple[list[Mention], list[Mention]]:
    """Return the deadlines of an edition's sections, and the numbers of their goals.

    Numbers are those of KPIs and of sentences that name a deadline. Where the topic's links
    name single blocks of a section, only these are read.
    """
    named = [
        piece
        for section in sections
        for block_id in _blocks(plan, section, topic)
        for piece in pieces(plan, section, block_id)
    ]
    dates = _deadlines(plan, edition, named)
    goals = {(mention.section.id, mention.quotation) for mention in dates}
    numbers = [
        mention
        for mention, in_kpi in _numbers(plan, edition, named)
        if in_kpi or (mention.section.id, mention.quotation) in goals
    ]
    return dates, list(dict.fromkeys(numbers))


def _deadlines(plan: Plan, edition: Edition, named: Sequence[Piece]) -> list[Mention]:
    texts = {(piece.block_id, piece.kpi_id): piece for piece in named}
    found = []
    for date in dates_of(plan, [piece.section.id for piece in named]):
        piece = texts.get((date.block_id, date.kpi_id))
        if piece is None or not date.is_target:
            continue
        found.append(
            Mention(
                edition=edition,
                section=piece.section,
                quotation=_sentence(piece, date.offset),
                text=date.text,
                start=date.start,
                end=date.end,
                basis=date.basis,
                modality=date.modality,
            )
        )
    return list(dict.fromkeys(found))


def _numbers(plan: Plan, edition: Edition, named: Sequence[Piece]) -> list[tuple[Mention, bool]]:
    """Return each number, and whether it stands in a KPI."""
    texts = {(piece.block_id, piece.kpi_id): piece for piece in named}
    found = []
    for number in numbers_of(plan, [piece.section.id for piece in named]):
        piece = texts.get((number.block_id, number.kpi_id))
        if piece is None:
            continue
        mention = Mention(
            edition=edition,
            section=piece.section,
            quotation=_sentence(piece, number.offset),
            text=number.text,
            value=number.value,
            unit=number.unit,
        )
        found.append((mention, piece.kpi_id is not None))
    return found


def _blocks(plan: Plan, section: Section, topic: StoredTopic) -> list[int | None]:
    """Return the blocks of a section that the topic's links name; [None] for all of it."""
    found: set[int | None] = set()
    for link in plan.links(section.id):
        forward = link.from_section_id == section.id
        other = link.to_section_id if forward else link.from_section_id
        if link.accepted and other in topic.section_ids:
            found.add(link.from_block_id if forward else link.to_block_id)
    if None in found or not found:
        return [None]
    return sorted(found, key=lambda block_id: block_id or 0)


def _sentence(piece: Piece, offset: int) -> str:
    """Return the sentence of a piece in which a character stands."""
    place = 0
    for sentence in sentences(piece.text):
        place += len(sentence)
        if offset < place:
            return sentence.strip()
    return piece.text.strip()
