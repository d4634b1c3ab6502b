"""The deadlines and goals that an edition names for one matter, each with its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plan_tui.compare.promises.promised_action import action, is_report
from plan_tui.compare.sections.compared_passages import own_pieces
from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.records import Edition, PrintedDate, PrintedNumber, Section
from plan_tui.model.tracks import Statement
from plan_tui.store.crosswalk_queries import StoredTopic, dates_of, numbers_of
from plan_tui.store.plan import Plan
from plan_tui.text.sentences import sentence_range


def named_pieces(plan: Plan, section: Section, topic: StoredTopic) -> list[ComparedPassage]:
    """Return the text of a section that a topic means: the blocks it names, or all its own.

    A heading without text of its own says nothing by itself; what stands below it has topics
    of its own.
    """
    blocks = topic.block_ids.get(section.id)
    return [
        piece
        for piece in own_pieces(plan, section)
        if blocks is None or (piece.block_id is not None and piece.block_id in blocks)
    ]


def mentions(
    plan: Plan, edition: Edition, pieces: Sequence[ComparedPassage]
) -> tuple[list[Statement], list[Statement]]:
    """Return the deadlines of some text, and the numbers of its goals, in the text's order.

    Among the deadlines are reports of what was done on a day. A number is that of a goal in a
    KPI, or where it stands in what is to be done by a deadline.
    """
    read = {(piece.block_id, piece.kpi_id): piece for piece in pieces}
    ids = [piece.section.id for piece in pieces]
    dates: list[Statement] = []
    for date in dates_of(plan, ids):
        piece = read.get((date.block_id, date.kpi_id))
        if piece is None:
            continue
        mention = _mention(edition, piece, date)
        reported = not date.is_target and is_report(mention)
        if date.is_target or reported:
            dates.append(replace(mention, reported=reported))
    goals = [(date, action(date)) for date in dates if not date.reported]
    numbers: list[Statement] = []
    for number in numbers_of(plan, ids):
        piece = read.get((number.block_id, number.kpi_id))
        if piece is None:
            continue
        mention = _mention(edition, piece, number)
        if piece.kpi_id is not None or any(_meant(mention, *goal) for goal in goals):
            numbers.append(mention)
    return list(dict.fromkeys(dates)), list(dict.fromkeys(numbers))


def _meant(number: Statement, deadline: Statement, what: str) -> bool:
    """Tell whether a number stands in what is to be done by a deadline."""
    if (number.section.id, number.quotation) != (deadline.section.id, deadline.quotation):
        return False
    begin = number.quotation.find(what)
    return begin <= number.place < begin + len(what)


def _mention(
    edition: Edition, piece: ComparedPassage, printed: PrintedDate | PrintedNumber
) -> Statement:
    sentence, place = _sentence(piece, printed.offset)
    mention = Statement(
        edition=edition,
        section=piece.section,
        quotation=sentence,
        text=printed.text,
        place=place,
        block_id=piece.block_id,
    )
    if isinstance(printed, PrintedNumber):
        return replace(mention, value=printed.value, unit=printed.unit)
    return replace(
        mention,
        start=printed.start,
        end=printed.end,
        basis=printed.basis,
        modality=printed.modality,
    )


def _sentence(piece: ComparedPassage, offset: int) -> tuple[str, int]:
    """Return the sentence of a piece in which a character stands, and its place therein."""
    start, end = sentence_range(piece.text, offset)
    return piece.text[start:end], offset - start
